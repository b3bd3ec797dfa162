"""What is refused outright, since it could only do harm: ``concord check`` names its line."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from build_tools.cli import main
from tests.site.projects import FIXTURES, snapshot, write_project

HEAD = "term: Tea\ntopic: t\nkind: k\ndefinition: A drink.\n"
PAYLOAD = "<script>window.__pwned=1</script>"


def check(project: Path, capsys: pytest.CaptureFixture[str]) -> Sequence[dict[str, Any]]:
    """The errors of ``concord check``, whose exit code must go with them."""
    code = main(["check", "--config", str(project / "mkdocs.yml"), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    errors = [item for item in found if item["severity"] == "error"]
    assert code == (1 if errors else 0)
    return errors


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (PAYLOAD, "raw-html"),
        ("Text <img src=x onerror=alert(1)> text", "raw-html"),
        ("<svg onload=alert(1)>", "raw-html"),
        ("<svg/onload=alert(1)>", None),  # no tag for CommonMark, so it is text like any other
        ("< img src=x onerror=alert(1)>", None),
        ("<!-- a comment -->", "raw-html"),
        ("<a href='javascript:window.__pwned=1'>a</a>", "raw-html"),
        ("- <iframe srcdoc='x'></iframe>", "raw-html"),
        ("| a |\n| - |\n| <b onclick=window.__pwned=1>b</b> |", "raw-html"),
        ("> <style>*{}</style>", "raw-html"),
        ("## <i>Heading</i>", "raw-html"),
        ("[[tea|<b>label</b>]]", "raw-html"),
        ("<?php x ?>", "raw-html"),
        ("<![CDATA[x]]>", "raw-html"),
        ("[a](javascript:window.__pwned=1)", "unsafe-url"),
        ("[a](JaVaScRiPt:window.__pwned=1)", "unsafe-url"),
        ("[a](<java\tscript:window.__pwned=1>)", "unsafe-url"),
        ("[a](java&Tab;script:window.__pwned=1)", "unsafe-url"),
        ("[a](java&#10;script&colon;window.__pwned=1)", "unsafe-url"),
        ("[a](&#106;avascript:window.__pwned=1)", "unsafe-url"),
        ("[a](\\javascript:window.__pwned=1)", None),  # a relative address with a backslash
        ("[a](vbscript:x)", "unsafe-url"),
        ("[a](data:text/html,x)", "unsafe-url"),
        ("[a](file:///etc/passwd)", "unsafe-url"),
        ("[a](blob:x)", "unsafe-url"),
        ("[a]\n\n[a]: javascript:window.__pwned=1", "unsafe-url"),
        ("<javascript:window.__pwned=1>", "unsafe-url"),
        ("![a](javascript:window.__pwned=1)", "unsafe-url"),
        ("![a](data:image/svg+xml,x)", "unsafe-url"),
        ("[![a](javascript:window.__pwned=1)](https://example.org/)", "unsafe-url"),
        ("![a](https://example.org/a.png)", "remote-image"),
        ("![a](//example.org/a.png)", "remote-image"),
        ("![a](\\\\\\\\example.org/a.png)", "remote-image"),
        ("![a](/\\\\example.org/a.png)", "remote-image"),
        ("![a](<\t//example.org/a.png>)", "remote-image"),
    ],
    ids=repr,
)
def test_in_a_body(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], body: str, code: str | None
) -> None:
    lines = "".join(f"  {line}\n" for line in body.split("\n"))
    coffee = f"{HEAD.replace('Tea', 'Coffee')}body: |2\n{lines}"
    texts = {"entries/coffee.yml": coffee, "entries/tea.yml": HEAD}
    errors = check(write_project(tmp_path / "p", texts), capsys)
    assert {item["code"] for item in errors} == ({code} if code else set())
    assert {item["path"] for item in errors} <= {"glossary/entries/coffee.yml"}
    assert all(6 <= item["line"] < 6 + len(lines.splitlines()) for item in errors)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("<img src=x onerror=alert(1)>.yml", "invalid-id"),
        ('"><script>alert(1)<script>.yml', "invalid-id"),
        ("a b.yml", "invalid-id"),
        ("..yml", "no-entries"),
        ("A.yml", "invalid-id"),
        ("é.yml", "invalid-id"),
        ("a%2e.yml", "invalid-id"),
        ("javascript:alert(1).yml", "invalid-id"),
        ("a\nb.yml", "invalid-id"),
        ("con-.yml", "invalid-id"),
        (f"{'a' * 230}.yml", "invalid-id"),
    ],
    ids=repr,
)
def test_as_the_name_of_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, code: str
) -> None:
    project = write_project(tmp_path / "p", {})
    (project / "glossary" / "entries").mkdir()
    (project / "glossary" / "entries" / name).write_text(HEAD, "utf-8")
    assert {item["code"] for item in check(project, capsys)} == {code}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (f'links: [{{relation: "{PAYLOAD}", target: tea}}]', "unknown-relation"),
        (f'links: [{{relation: r, target: "{PAYLOAD}"}}]', "unknown-target"),
        (f'links: [{{relation: r, target: tea, "{PAYLOAD}": x}}]', "unknown-key"),
        (f'"{PAYLOAD}": x', "unknown-key"),
        (f'sources: ["{PAYLOAD}"]', "unknown-reference"),
        (f'status: "{PAYLOAD}"', "wrong-type"),
        (f'reviewed: "{PAYLOAD}"', "wrong-type"),
        (f'status: deprecated\nreplaced_by: "{PAYLOAD}"', "unknown-replacement"),
        (f'former_ids: ["{PAYLOAD}"]', "invalid-id"),
        ('former_ids: ["../../index"]', "invalid-id"),
        (f'misconception: "[[{PAYLOAD}]]"', "unknown-wiki-link"),
        ('misconception: "[@<script>]"', "unknown-citation"),
        ('body: "[[../../../etc/passwd]]"', "unknown-wiki-link"),
        ('misconception: "\\u202Etfel ot thgir"', "control-character"),
        ('misconception: "\\0"', "control-character"),
    ],
    ids=repr,
)
def test_where_a_name_is_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: str, code: str
) -> None:
    texts = {"entries/coffee.yml": f"{HEAD.replace('Tea', 'Coffee')}{more}\n"}
    texts |= {"entries/tea.yml": HEAD, "relations.yml": "r: {label: R}\n"}
    errors = check(write_project(tmp_path / "p", texts), capsys)
    assert code in {item["code"] for item in errors}


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("topics.yml", '"\\"><script>": {label: T, definition: D}\n', "invalid-id"),
        ("topics.yml", 't: {label: T, definition: D, colour: "red;}*{}"}\n', "wrong-type"),
        ("topics.yml", 't: {label: T, definition: D, story: "<script>"}\n', "raw-html"),
        ("topics.yml", 't: {label: T, definition: D, story: "[a](javascript:x)"}\n', "unsafe-url"),
        ("topics.yml", 't: {label: T, definition: "[[nowhere]]"}\n', "unknown-wiki-link"),
        ("kinds.yml", '"a b": {label: K, definition: D}\n', "invalid-id"),
        ("relations.yml", '"<b>": {label: R}\n', "invalid-id"),
        ("references.json", '[{"id": "<b>", "title": "T"}]', "json-syntax"),
        (
            "references.json",
            '[{"id": "a", "title": "T", "author": [{"literal": "A"}],'
            ' "issued": {"date-parts": [[2020]]}, "URL": "javascript:window.__pwned=1"}]',
            "unsafe-url",
        ),
    ],
    ids=repr,
)
def test_in_a_vocabulary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, text: str, code: str
) -> None:
    project = write_project(tmp_path / "p", {file: text})
    assert code in {item["code"] for item in check(project, capsys)}


def test_nothing_of_the_hostile_project_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    """The other half: what ``fixtures/hostile`` holds is allowed, and shown to be inert elsewhere."""
    assert not check(FIXTURES / "hostile", capsys)


def test_checking_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = write_project(tmp_path / "p", {"entries/tea.yml": HEAD})
    before = snapshot(project)
    check(project, capsys)
    assert snapshot(project) == before
