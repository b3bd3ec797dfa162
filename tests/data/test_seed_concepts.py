"""Each term and concept of the seed article has its entry."""

import csv
from collections import Counter
from pathlib import Path

from build_tools.model.glossary import Site

TABLE = Path(__file__).with_name("seed_concepts.tsv")
LEAST_CONCEPTS = 88


def test_each_seed_concept_has_its_entry(glossary_site: Site) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    concepts = [row["concept"] for row in rows]
    twice = sorted(name for name, count in Counter(concepts).items() if count > 1)
    assert not twice, f"tests/data/{TABLE.name}: keep one row for each of {twice}"
    assert len(rows) >= LEAST_CONCEPTS, f"tests/data/{TABLE.name}: restore the rows that are gone"
    known = {str(name) for name in glossary_site.entries}
    missing = [
        f"tests/data/{TABLE.name}: no entry {r['entry']} for {r['concept']}; "
        "name the entry that explains it, or write it"
        for r in rows
        if r["entry"] not in known
    ]
    assert not missing, "\n".join(missing)
