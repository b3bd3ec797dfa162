"""Terms in prose. The text of each case marks with braces what is to be found, and where it leads."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from build_tools.model.entry import Entry, Status
from build_tools.model.identifiers import EntryId, KindKey, TopicKey
from build_tools.model.text import PackedReading
from build_tools.stages.mentions import MentionMatcher, gather, mentioned_by
from build_tools.stages.validate import ENTRY_TEXTS
from build_tools.stages.words.haystack import RUN_END


def entry(
    name: str, term: str, *aliases: str, status: Status = Status.DRAFT, **texts: Any
) -> Entry:
    values: Mapping[str, Any] = {"definition": "d", **texts}
    return Entry(
        id=EntryId(name),
        path=f"{name}.yml",
        term=term,
        topic=TopicKey("t"),
        kind=KindKey("k"),
        aliases=aliases,
        status=status,
        **values,
    )


GLOSSARY = (
    entry("reward", "Reward"),
    entry("reward-model", "Reward model", "RM", "preference model"),
    entry("reward-hacking", "reward hacking"),
    entry("rlhf", "Reinforcement learning from human feedback", "RLHF"),
    entry("cot", "Chain-of-thought", "CoT"),
    entry("goodhart", "Goodhart's law"),
    entry("cpp", "C++"),
    entry("dotnet", ".NET"),
    entry("gpt", "GPT-4"),
    entry("refusal", "Refusal (behavior)"),
    entry("hhh", "Helpful, honest and harmless"),
    entry("han", "奖励模型"),
    entry("kana", "モデル"),
    entry("hangul", "보상 모델"),
    entry("hangul-2", "모델 학습"),
    entry("fit", "ﬁt of a ﬁlter"),
    entry("thai", "แบบจำลอง"),
    entry("ecole", "École"),
    entry("attention", "Attention"),
    entry("x", "X"),
    entry("old", "Old term", status=Status.DEPRECATED),
)
PLURALS = ("s",)
UNLINKED = ("attention", "rewards")


@pytest.mark.parametrize(
    "marked",
    [
        "A {reward>reward} is given.",
        "{Reward>reward}, {REWARD>reward}; ({reward>reward}).",
        "Rewarded, unrewarding, rewardx and rewards are other words; {reward>reward} is not.",
        "The {reward model>reward-model} is longer than the {reward>reward}.",
        "{reward models>reward-model} and {reward hacking>reward-hacking} are {reward>reward} words",
        "{reward-model>reward-model} {Reward-Model>reward-model} {reward\nmodel>reward-model}",
        "a {reward\u00a0model>reward-model} is not a {reward>reward} – model",
        "an {RM>reward-model}, {RMs>reward-model}; but rm and Rm are nothing",
        "{RLHF>rlhf} is not rlhf, and RLHFX not either",
        "{CoT>cot} is not cot, COT or Cot",
        "rlhf, cot, net and C: what is written otherwise hides no {reward>reward} behind it",
        "{chain of thought>cot} and {chain-of-thoughts>cot}",
        "{Goodhart's law>goodhart} and {Goodhart’s law>goodhart}",
        "{C++>cpp} but not C or C+ or C#",
        "{.NET>dotnet} but not NET",
        "{GPT-4>gpt} but not GPT-40 or GPT4 or xGPT-4",
        "a {refusal (behavior)>refusal} is no refusal, nor a refusal behavior",
        "{helpful, honest and harmless>hhh} and helpful honest and harmless",
        "在{奖励模型>han}中，以及{モデル>kana}と",
        "이 {보상 모델>hangul} 은",
        "가보상 {모델 학습>hangul-2} 가보상 모델 {보상 모델>hangul} 학습",
        "2reward models, a2RM2 and 2 {reward models>reward-model}",
        "a 3reward model, 3reward hacking, {reward hacking>reward-hacking}",
        "É 2reward model {reward hacking>reward-hacking}",
        "the {ﬁt of a ﬁlter>fit} ﬁlters a {reward>reward}",
        "ตัว{แบบจำลอง>thai}นี้",
        "{École>ecole} {école>ecole} but not Ecole",
        "İ {reward>reward} İİ {reward model>reward-model}",
        "😀 {reward>reward} 𝒳 {RLHF>rlhf}",
        "Attention is all you need; x and X are single letters",
        "an old term is retired",
        "{reward>reward} {reward>reward} {reward>reward}",
        "",
        "...---...",
    ],
)
def test_find(marked: str) -> None:
    matcher = MentionMatcher(GLOSSARY, PLURALS, UNLINKED)
    text = re.sub(r"\{([^>]*)>[^}]*\}", r"\1", marked)
    remarked, at = "", 0
    for run, start, end, target in matcher.find(text):
        assert run == 0
        remarked += f"{text[at:start]}{{{text[start:end]}>{target}}}"
        at = end
    assert remarked + text[at:] == marked


def test_runs_do_not_touch_each_other() -> None:
    matcher = MentionMatcher(GLOSSARY)
    runs = ["no reward", "model here (C++", ")", "", "- - a reward model, İ reward", "reward"]
    found = matcher.find(RUN_END.join(runs))
    assert [(run, runs[run][start:end], target) for run, start, end, target in found] == [
        (0, "reward", "reward"),
        (1, "C++", "cpp"),
        (4, "reward model", "reward-model"),
        (4, "reward", "reward"),
        (5, "reward", "reward"),
    ]


def test_a_preferred_label_wins_over_an_alias_and_both_over_a_plural() -> None:
    glossary = (
        entry("one", "Lens", "Goals"),
        entry("two", "Goals"),
        entry("three", "Len", "Goal"),
    )
    found = MentionMatcher(glossary, ("s",)).find("lens goals goal")
    assert [mention.target for mention in found] == ["one", "two", "three"]


def test_punctuation_belongs_to_one_term() -> None:
    found = MentionMatcher((entry("one", "AA+"), entry("two", "+BB"))).find("AA+BB")
    assert [tuple(mention) for mention in found] == [(0, 0, 3, "one")]


@pytest.mark.parametrize("glossary", [(), (entry("x", "X"),), (entry("dots", "..."),)])
def test_nothing_to_look_for(glossary: tuple[Entry, ...]) -> None:
    assert list(MentionMatcher(glossary).find("X ... x")) == []


def mentioned(item: Entry) -> tuple[list[str], set[str], list[list[object]]]:
    matcher = MentionMatcher((*GLOSSARY, item), PLURALS)
    prose = tuple(
        (pointer, PackedReading(reading.text, reading.headings))
        for pointer, reading in ENTRY_TEXTS.texts_in(item)
    )
    found = mentioned_by(item.id, gather(prose), matcher)
    names = {rank: name for name, rank in matcher.rank.items()}
    runs = gather(prose).text.split(RUN_END)
    numbers = list(found.links)
    links = [
        [runs[run][start:end], names[rank]]
        for run, start, end, rank in zip(*[iter(numbers)] * 4, strict=True)
    ]
    return (
        [names[rank] for rank in found.anywhere],
        {names[rank] for rank in found.in_definition},
        links,
    )


def test_mentions_of_an_entry() -> None:
    item = entry(
        "own",
        "Own term",
        definition="A reward, twice reward, in [[rlhf]].",
        body="# RLHF\n\nOwn term `CoT` [CoT](a) [[reward-model|the RM]] and Goodhart's law, RLHF.",
        examples=("A chain of thought.",),
        misconception="GPT-4 and goodhart's law.",
    )
    anywhere, in_definition, links = mentioned(item)
    assert anywhere == ["reward", "rlhf", "reward-model", "goodhart", "cot", "gpt"]
    assert in_definition == {"reward", "rlhf"}
    assert links == [
        ["reward", "reward"],
        ["Goodhart's law", "goodhart"],
        ["chain of thought", "cot"],
        ["GPT-4", "gpt"],
    ]


def test_an_entry_never_mentions_itself() -> None:
    item = entry("own", "Own term", "OT", body="Own term, OT, own terms.")
    assert mentioned(item) == ([], set(), [])


def test_only_so_many_terms_are_linked() -> None:
    item = entry("own", "Own term", body="Reward, RLHF, reward, C++, GPT-4, chain of thought.")
    matcher = MentionMatcher((*GLOSSARY, item), most=3)
    prose = tuple(
        (pointer, PackedReading(reading.text, reading.headings))
        for pointer, reading in ENTRY_TEXTS.texts_in(item)
    )
    found = mentioned_by(item.id, gather(prose), matcher)
    assert [matcher.ids[rank] for rank in found.anywhere] == ["reward", "rlhf", "cpp"]
    assert len(found.links) == 4 * 3
