import pytest

from build_tools.stages.words.nearest import choice, nearest, nearly, suggestion

KNOWN = ("alignment", "reward-model", "reward-hacking", "goodharts-law", "rlhf", "a", "x-risk")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("alignmnt", ("alignment",)),
        ("Alignment", ("alignment",)),
        ("ALIGNEMNT ", ("alignment",)),
        ("reward_model", ("reward-model",)),
        ("Reward Hacking", ("reward-hacking",)),
        ("reward", ("reward-model", "reward-hacking")),
        ("model", ("reward-model",)),
        ("rewards-models", ("reward-model",)),
        ("goodhart", ("goodharts-law",)),
        ("risk", ("x-risk",)),
        ("rl", ("rlhf",)),
        ("zzz", ()),
        ("", ()),
        ("a" * 100_000, ()),
    ],
)
def test_nearest(name: str, found: tuple[str, ...]) -> None:
    assert nearest(name, KNOWN)[: len(found) or None] == found


def test_best_first_and_no_more_than_asked_for() -> None:
    known = [f"term-{number}" for number in range(30)]
    assert nearest("term-7", known)[0] == "term-7"
    assert len(nearest("term-7", known)) == 3
    assert len(nearest("term-7", known, count=1)) == 1


def test_the_order_of_what_is_known_does_not_matter() -> None:
    assert (
        nearest("reward", KNOWN)
        == nearest("reward", reversed(KNOWN))
        == nearest("reward", set(KNOWN))
    )


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        ((), ""),
        (("alpha",), "did you mean 'alpha'?"),
        (("alpha", "alphas"), "did you mean 'alpha' or 'alphas'?"),
        (("alpha", "alphas", "alphab"), "did you mean 'alpha', 'alphab' or 'alphas'?"),
        (("zzz",), ""),
    ],
)
def test_suggestions(known: tuple[str, ...], hint: str) -> None:
    assert suggestion("alpha", known) == hint


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        ((), "there are none yet"),
        (("y", "z"), "there are y, z"),
        (("alphas",), "did you mean 'alphas'?"),
    ],
)
def test_choices(known: tuple[str, ...], hint: str) -> None:
    assert choice("alpha", known) == hint


@pytest.mark.parametrize(
    ("name", "known", "found"),
    [
        ("abc", "xx-abc-xx-yy", ("xx-abc-xx-yy",)),
        ("ab", "xx-ab-xx-yy", ()),
        ("xx-abc-yy-zz", "abc", ("abc",)),
        ("xx-ab-yy-zz", "ab", ()),
    ],
)
def test_three_letters_of_one_name_in_another_are_enough(
    name: str, known: str, found: tuple[str, ...]
) -> None:
    assert nearest(name, [known]) == found


def test_of_those_that_contain_it_the_nearest_in_length_come_first() -> None:
    known = ["reward-aaaaaaaa", "reward-bbbbbbb", "zz-reward-bbbbb", "reward-aaaaaaaaaaaaaa"]
    assert nearest("reward", known) == ("reward-bbbbbbb", "reward-aaaaaaaa", "zz-reward-bbbbb")


@pytest.mark.parametrize(("known", "near"), [("aaaaabbbb", True), ("aaaabbbbb", False)])
def test_names_are_near_that_share_62_per_cent(known: str, near: bool) -> None:
    # Of the 18 characters of both, twice the shared ones count: 10 in 15 and 8 in 15.
    assert (nearest("aaaaacc", [known]) == (known,)) is near


def test_a_hundred_letters_are_looked_at() -> None:
    assert nearest("a" * 100 + "b" * 900, ["a" * 100]) == ("a" * 100,)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("entries", "entries"),
        ("Entries", "entries"),
        ("entrys", "entries"),
        ("entires", "entries"),
        ("_entries", "entries"),
        ("hidden-labels", "hidden_labels"),
        ("hiddenLabels", "hidden_labels"),
        ("entity", None),
        ("labels", None),
        ("", None),
    ],
)
def test_a_slip_is_told_from_another_name(name: str, found: str | None) -> None:
    assert nearly(name, ("entries", "hidden_labels")) == found
