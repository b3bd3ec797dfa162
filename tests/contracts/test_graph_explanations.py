"""Python and JavaScript explain alike how two entries connect: one is told here, the other there."""

import json
import random
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId
from build_tools.stages.graph.costs import relation_costs
from build_tools.stages.graph.questions import GraphQuestions
from tests.contracts.test_javascript import NODE, ROOT
from tests.support.glossaries import entry_path, site_of

CONTRACT = Path(__file__).with_name("graph_explanations.json")
RELATIONS = """
uses: {label: uses, inverse_label: is used by}
limits: {label: limits, inverse_label: is limited by}
related: {label: is related to, symmetric: true, skos: "skos:related"}
"""
TABLE: dict[str, Any] = json.loads(CONTRACT.read_text("utf-8"))
CASES: list[dict[str, Any]] = TABLE["cases"]
GRAPHS = 60


def site(case: dict[str, Any]) -> Site:
    """The glossary of a case; its texts name no entry."""
    files: dict[str, str | bytes | None] = {"glossary/relations.yml": RELATIONS}
    for name in case["ids"]:
        rows = "".join(
            f"  - {{relation: {relation}, target: {target}, because: So it is.}}\n"
            for source, relation, target in case["links"]
            if source == name
        )
        files[entry_path(name)] = (
            f"term: Term{name}\ntopic: alignment\nkind: concept\ndefinition: What names no other.\n"
            + (f"links:\n{rows}" if rows else "")
        )
    return site_of(files)


def told(case: dict[str, Any]) -> list[dict[str, Any]]:
    """Each explanation as the table has it."""
    found = GraphQuestions(site(case)).explanations(EntryId(case["from"]), EntryId(case["to"]))
    answers = []
    for item in found:
        path = case["from"]
        for step in item.steps:
            way = "<" if step.inverse else ">"
            path += f"{way}{step.relation}{way}{step.target}"
        answers.append({"path": path, "cost": item.cost})
    return answers


@cache
def random_cases() -> list[dict[str, Any]]:
    """Graphs with many paths of one cost, the same in every run."""
    chance = random.Random(5)  # noqa: S311  # no secret
    cases = []
    for _ in range(GRAPHS):
        ids = [f"n{at:02}" for at in range(chance.randint(4, 14))]
        pairs = [(a, b) for a in ids for b in ids if a < b]
        linked = sorted(chance.sample(pairs, min(len(pairs), round(len(ids) * 1.7))))
        turned = sorted((a, b) if chance.random() < 0.5 else (b, a) for a, b in linked)
        links = [[a, chance.choice(["uses", "limits", "related"]), b] for a, b in turned]
        start, end = chance.sample(ids, 2)
        cases.append({"ids": ids, "links": links, "from": start, "to": end})
    return cases


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_python_tells_what_the_table_says(case: dict[str, Any]) -> None:
    assert told(case) == case["expected"]


def test_costs_are_those_of_the_table() -> None:
    relations = site(CASES[0]).vocabularies.relations.values()
    assert relation_costs(relations) == TABLE["relations"]


def test_both_tell_the_same_of_graphs_made_at_random(tmp_path: Path) -> None:
    cases = random_cases()
    path = tmp_path / "cases.json"
    path.write_text(json.dumps({"relations": TABLE["relations"], "cases": cases}), "utf-8")
    run = subprocess.run(
        [*NODE, str(ROOT / "tests/js/explanations.mjs"), str(path)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(run.stdout) == [told(case) for case in cases]


def test_the_first_costs_least_of_all_paths() -> None:
    found = 0
    for case in random_cases():
        costs = [answer["cost"] for answer in told(case)]
        assert costs == sorted(costs)
        assert costs[:1] == cheapest(case)
        found += len(costs)
    assert found > GRAPHS, "the graphs have something to tell"


def cheapest(case: dict[str, Any]) -> list[float]:
    """The least cost of a path, by relaxing every link as often as there are entries."""
    best = {case["from"]: 0.0}
    for _ in case["ids"]:
        for one, relation, other in case["links"]:
            for a, b in ((one, other), (other, one)):
                if a in best:
                    best[b] = min(best.get(b, 1e9), best[a] + TABLE["relations"][relation])
    return [best[case["to"]]] if case["to"] in best else []
