"""The search index of a small glossary, by path, whole and cut into many files: for `indexes.mjs`."""

import json
import sys
from unittest.mock import patch

from build_tools.emit.data.search import search_index
from build_tools.emit.parts.context import Context
from build_tools.model.glossary import Site
from build_tools.stages.search.files import cut
from build_tools.stages.search.index import search_index_of
from tests.support.glossaries import entry_path, site_of

ENTRIES = {
    "reward-hacking": (
        "Reward hacking",
        "alignment",
        "Getting reward without the work.",
        ["Reward gaming"],
    ),
    "reward-model": ("Reward model", "alignment", "A model that predicts what people prefer.", []),
    "rlhf": (
        "Reinforcement learning from human feedback",
        "alignment",
        "Training a policy with a model of preferences.",
        ["RLHF"],
    ),
    "goodharts-law": (
        "Goodhart’s law",
        "alignment",
        "A statistical regularity tends to collapse once pressure is placed on it.",
        [],
    ),
    "fine-tuning": ("Fine-tuning", "safety", "Further training of a trained model.", []),
    "facade": ("Façade", "safety", "A front that hides what is behind it.", []),
    "out-of-memory": ("Out-of-memory state", "safety", "No room is left.", []),
    "red-teaming": ("Red teaming", "safety", "Looking for faults as an attacker would.", []),
    "rl-ja": ("強化学習", "alignment", "報酬から学ぶこと。", []),
    "machine-learning-he": ("למידה חישובית", "alignment", "תחום של מדעי המחשב.", []),
    "refusal": ("Refusal", "safety", "Declining to answer.", []),
    "residual-risk": ("Residual risk", "safety", "What danger remains after all measures.", []),
}
FILE_SIZE = 90
"""Characters of a file of the index that is cut, as that of a large glossary is."""

FORMER = {"reward-hacking": "gaming-the-reward"}


def main() -> None:
    """Write it to the standard output."""
    files = {}
    for name, (term, topic, definition, aliases) in ENTRIES.items():
        entry = {
            "term": term,
            "topic": topic,
            "kind": "concept",
            "definition": definition,
            "aliases": aliases,
            "former_ids": [FORMER[name]] if name in FORMER else [],
        }
        files[entry_path(name)] = json.dumps(entry, ensure_ascii=False)  # JSON is YAML
    site = site_of(files)
    whole = _index(site)
    with patch.object(cut, "__defaults__", (FILE_SIZE,)):
        small_files = _index(site)
    json.dump({"whole": whole, "cut": small_files}, sys.stdout)


def _index(site: Site) -> dict[str, object]:
    return {
        artifact.path: json.loads(b"".join(artifact.pieces))
        for artifact in search_index(Context(site), search_index_of(site))
    }


if __name__ == "__main__":
    main()
