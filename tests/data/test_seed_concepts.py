"""Each term and concept of the seed article has its entry."""

import csv
from pathlib import Path

from build_tools.model.glossary import Site

TABLE = Path(__file__).with_name("seed_concepts.tsv")


def test_each_seed_concept_has_its_entry(glossary_site: Site) -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    concepts = [row["concept"] for row in rows]
    assert len(set(concepts)) == len(rows) >= 80
    known = {str(name) for name in glossary_site.entries}
    missing = [
        f"{TABLE.name}: no entry {r['entry']} for {r['concept']}"
        for r in rows
        if r["entry"] not in known
    ]
    assert not missing, "\n".join(missing)
