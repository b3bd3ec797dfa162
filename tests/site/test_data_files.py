"""``/data``: the public files, against their own schemas and against the sources."""

import datetime
import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from tests.site.projects import BuiltSite


def load(site: BuiltSite, name: str) -> Any:
    return json.loads((site.folder / "data" / name).read_bytes())


def plain(value: Any) -> Any:
    """YAML's dates as the text that stands in the file."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def sources(site: BuiltSite) -> dict[str, Any]:
    """Every entry file of the project, read by somebody else's YAML reader."""
    files = site.project.joinpath(_glossary(site), "entries").rglob("*.yml")
    return {file.stem: plain(yaml.safe_load(file.read_text("utf-8"))) for file in files}


def _glossary(site: BuiltSite) -> str:
    options = next(item for item in site.config["plugins"] if "concord" in item)
    return str(options["concord"]["glossary"])


def test_glossary_obeys_its_schema(site: BuiltSite) -> None:
    schema = load(site, "glossary.schema.json")
    Draft202012Validator.check_schema(schema)
    errors = Draft202012Validator(schema).iter_errors(site.data)
    assert not [error.message for error in errors]
    assert site.data["$schema"] == "glossary.schema.json"


def test_schema_refuses_what_is_not_a_glossary(foreign: BuiltSite) -> None:
    validator = Draft202012Validator(load(foreign, "glossary.schema.json"))
    wrong = foreign.data | {"entries": [foreign.data["entries"][0] | {"surprise": 1}]}
    assert not validator.is_valid(wrong)
    assert not validator.is_valid({})


def test_every_entry_file_obeys_the_entry_schema(site: BuiltSite) -> None:
    schema = load(site, "entry.schema.json")
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    wrong = {
        name: [error.message for error in validator.iter_errors(entry)]
        for name, entry in sources(site).items()
        if not validator.is_valid(entry)
    }
    assert not wrong


@pytest.mark.parametrize(
    "change",
    [
        {"surprise": "text"},
        {"topic": "nowhere"},
        {"kind": "nothing"},
        {"sources": ["nobody2020"]},
        {"links": [{"relation": "made-like", "target": "nowhere"}]},
        {"links": [{"relation": "hates", "target": "kyusu"}]},
        {"status": "finished"},
        {"status": "deprecated"},
        {"former_ids": ["Not An Id"]},
        {"term": ""},
    ],
    ids=str,
)
def test_entry_schema_enumerates_the_projects_names(
    foreign: BuiltSite, change: dict[str, Any]
) -> None:
    validator = Draft7Validator(load(foreign, "entry.schema.json"))
    entry = sources(foreign)["kyusu"]
    assert validator.is_valid(entry)
    assert not validator.is_valid(entry | change)


def test_glossary_says_what_the_files_say(site: BuiltSite) -> None:
    files = sources(site)
    assert files.keys() == site.entries.keys()
    for name, file in files.items():
        entry = site.entries[name]
        for key in ("topic", "kind", "term"):
            assert entry[key] == " ".join(file[key].split())
        assert entry["url"] == f"terms/{name}/"
        assert entry["status"] == file.get("status", "draft")
        assert entry["reviewed"] == file.get("reviewed")
        assert entry["body"].split() == (file.get("body") or "").split()
        assert len(entry["links"]) == len(file.get("links") or ())
        assert (site.project / entry["path"]).is_file()


def test_links_of_the_glossary_go_both_ways(site: BuiltSite) -> None:
    there = {
        (entry["id"], link["relation"], link["target"])
        for entry in site.data["entries"]
        for link in entry["links"]
    }
    back = {
        (link["source"], link["relation"], entry["id"])
        for entry in site.data["entries"]
        for link in entry["linked_from"]
    }
    assert there == back
    mentions = {
        (name, other) for name, entry in site.entries.items() for other in entry["mentions"]
    }
    assert mentions == {
        (other, name) for name, entry in site.entries.items() for other in entry["mentioned_in"]
    }


def test_inverse_labels_are_resolved(foreign: BuiltSite) -> None:
    (link,) = foreign.entries["kyusu"]["linked_from"]
    assert link["label"] == "を淹れる器である"
    assert link["source_term"] == "煎茶"
    assert link["because"] == "急須の網が細かい葉を留める。"
