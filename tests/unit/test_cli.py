"""Commands, their output and their exit codes: 0 clean, 1 findings, 2 wrong use."""

import argparse
import contextlib
import gc
import io
import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools import __version__, cli, mkdocs_plugin
from build_tools.adapters.progress import ProgressBar
from build_tools.adapters.write import Written
from build_tools.cli import main
from build_tools.mkdocs_plugin import HostError, Outcome
from build_tools.model.diagnostics import Code
from tests.support.glossaries import VOCABULARIES, compile_files, entry_path

COMMANDS = ("build", "serve", "check", "new", "layout", "graph", "explain")

GOOD = """term: Reward hacking
topic: alignment
kind: failure-mode
definition: A system earns a high score in ways that nobody meant.
sources: [doe2020]
"""
FILES = {
    "mkdocs.yml": "site_name: Words\nplugins: [concord]\n",
    "docs/index.md": "# Home\n",
    entry_path("good/reward-hacking"): GOOD,
    **VOCABULARIES,
}
WRONG = {entry_path("bad/wrong"): GOOD.replace("alignment", "alignmnt").replace("Reward", "Score")}
WARNED = {
    entry_path("bad/warned"): GOOD.replace("sources: [doe2020]", "aliases: [TH, th]").replace(
        "Reward", "Tally"
    )
    + "links: [{relation: related, target: reward-hacking, because: Both are failures.}]\n"
}
BOTH = {**WARNED, **WRONG}


def lay(folder: Path, *files: dict[str, str]) -> None:
    for name, text in (item for group in files for item in group.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay(tmp_path, FILES)
    monkeypatch.chdir(tmp_path)
    return tmp_path


# -- help


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_examples(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    shown = capsys.readouterr().out
    examples = shown.partition("examples:\n")[2].splitlines()
    assert len(examples) >= 2
    assert all(line.startswith(f"  concord {command}") for line in examples)


@pytest.mark.parametrize("command", COMMANDS)
def test_examples_are_right(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in COMMANDS:
        monkeypatch.setattr(cli, f"_{name}", lambda _options: 0)
    actions = cli._parser()._actions
    (commands,) = (it for it in actions if isinstance(it, argparse._SubParsersAction))
    epilog = commands.choices[command].epilog or ""
    for line in epilog.splitlines()[1:]:
        words = re.findall(r"'[^']*'|\S+", line.partition(" > ")[0])
        assert main([word.strip("'") for word in words[1:]]) == 0


def test_all_commands_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.findall(r"^    (\w+)  ", capsys.readouterr().out, re.MULTILINE)
    assert tuple(listed) == COMMANDS


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"concord {__version__}\n"


# -- wrong use


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chek"],
        ["check", "--format", "xml"],
        ["check", "--quiet"],
        ["build", "--quiet", "--verbose"],
        ["new"],
        ["build", "extra"],
    ],
)
def test_wrong_arguments(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: concord" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "--config", "gone.yml"], "gone.yml does not exist; name another with --config"),
        (["build", "--config", "gone.yml"], "gone.yml does not exist; name another with --config"),
        (["serve", "--config", "gone.yml"], "gone.yml does not exist; name another with --config"),
        (
            ["new", "X", "--config", "gone.yml"],
            "gone.yml does not exist; name another with --config",
        ),
        (["check", "gone"], "gone does not exist"),
        (
            ["check", "mkdocs.yml"],
            "mkdocs.yml holds nothing of the glossary or the pages of mkdocs.yml",
        ),
        (["new", "..."], "no id can be made of '...': it needs letters a–z or digits"),
        (
            ["new", "X", "--topic", "alignmnt"],
            "unknown topic 'alignmnt'; did you mean 'alignment'?",
        ),
        (["explain", "no-sauce"], "there is no check 'no-sauce'; did you mean 'no-source'?"),
    ],
)
@pytest.mark.usefixtures("project")
def test_wrong_use(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"concord: {message}")
    assert shown.err.count("\n") == 1


NOISE = "\x1b]0;x\x07\x9b2J\u202e"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--config", f"gone{NOISE}.yml"],
        ["check", f"gone{NOISE}"],
        ["graph", f"gone{NOISE}"],
        ["explain", f"gone{NOISE}"],
        ["new", "X", "--topic", f"gone{NOISE}"],
        ["check", f"--gone{NOISE}"],
        [f"gone{NOISE}"],
    ],
)
@pytest.mark.usefixtures("project")
def test_a_message_that_repeats_an_argument_commands_no_terminal(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with contextlib.suppress(SystemExit):  # which argparse ends with
        assert main(arguments) == 2
    shown = capsys.readouterr().err
    assert "gone" in shown
    assert all(letter.isprintable() or letter == "\n" for letter in shown)


@pytest.mark.parametrize(
    "config",
    [
        f"plugins: [concord: {{'glos{'{}'}': x}}]",
        f"plugins: [concord: {{glossary: ['{'{}'}']}}]",
        f"plugins: [concord: '{'{}'}']",
        "a: [",
    ],
)
def test_what_a_configuration_says_commands_no_terminal(
    project: Path, config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = config.replace("'", '"').replace("{}", "\\e]0;x\\a\\n::error::y\\u202e")
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert main(["check"]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("concord: ")
    assert "\n::" not in shown
    assert all(letter.isprintable() or letter == "\n" for letter in shown)


def test_terms_that_a_graph_tells_of_command_nobody(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = 'term: "{}"\ntopic: alignment\nkind: concept\ndefinition: Something that is defined.\n'
    link = "links: [{relation: related, target: other, because: '##[error]x'}]\n"
    lay(
        project,
        {
            "glossary/entries/own.yml": entry.format("::error::own") + link,
            "glossary/entries/other.yml": entry.format("##[error]other"),
            "glossary/relations.yml": "related: {label: '::x', symmetric: true}\n",
        },
    )
    for names in (["own"], ["own", "other"]):
        assert main(["graph", *names]) == 0
        shown = capsys.readouterr().out
        assert ":error::own" in shown
        assert not [line for line in shown.splitlines() if line.lstrip().startswith("::")]
        assert "##[" not in shown


def test_messages_of_the_host_command_no_terminal(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "docs/index.md").write_text("[x](gone\u202e\x9b.md)", encoding="utf-8")
    main(["build", "--site-dir", str(project / "site")])
    shown = capfd.readouterr().err
    assert "gone" in shown
    assert all(letter.isprintable() or letter == "\n" for letter in shown)


# -- check


@pytest.mark.parametrize(
    ("files", "arguments", "outcome"),
    [
        ({}, "", "0: 1 entry: nothing to report"),
        ({}, "--strict", "0: 1 entry: nothing to report"),
        (WRONG, "", "1: 2 entries: 1 error, 0 warnings"),
        (WARNED, "", "0: 2 entries: 0 errors, 2 warnings"),
        (WARNED, "--strict", "1: 2 entries: 0 errors, 2 warnings"),
        (BOTH, "--strict", "1: 3 entries: 1 error, 2 warnings"),
        (BOTH, "--strict glossary/entries/good", "0: 3 entries: nothing to report"),
        (BOTH, "glossary/entries/bad/warned.yml", "0: 3 entries: 0 errors, 2 warnings"),
        (BOTH, "glossary/entries/bad/wrong.yml", "1: 3 entries: 1 error, 0 warnings"),
        (BOTH, "glossary/entries/bad/", "1: 3 entries: 1 error, 2 warnings"),
        (WRONG, "docs glossary/topics.yml", "0: 2 entries: nothing to report"),
        (WRONG, "docs glossary", "1: 2 entries: 1 error, 0 warnings"),
        (WRONG, ".", "1: 2 entries: 1 error, 0 warnings"),
        ({"docs/a.md": "[[gone]]"}, "docs/a.md", "1: 1 entry: 1 error, 0 warnings"),
        ({"docs/a.md": "[[gone]]"}, "docs/index.md", "0: 1 entry: nothing to report"),
    ],
)
def test_check(
    project: Path,
    files: dict[str, str],
    arguments: str,
    outcome: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lay(project, files)
    code = main(["check", *arguments.split()])
    shown = capsys.readouterr()
    assert shown.err == ""
    assert f"{code}: {shown.out.splitlines()[-1]}" == outcome


def test_check_prints_where_what_and_what_to_do(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(project, WRONG)
    assert main(["check"]) == 1
    assert capsys.readouterr().out == (
        "glossary/entries/bad/wrong.yml:2:8: error: unknown topic 'alignmnt' [unknown-topic]\n"
        "  2 | topic: alignmnt\n"
        "    |        ^^^^^^^^\n"
        "  hint: did you mean 'alignment'?\n"
        "\n"
        "2 entries: 1 error, 0 warnings\n"
    )


@pytest.mark.parametrize("format_", ["json", "github", "sarif"])
def test_formats_for_machines(
    project: Path, format_: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(project, WRONG)
    assert main(["check", "--format", format_]) == 1
    shown = capsys.readouterr().out
    assert "unknown-topic" in shown
    if format_ != "github":
        json.loads(shown)


def test_another_project_from_anywhere(
    project: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lay(project, WRONG)
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    config = str(project / "mkdocs.yml")
    assert main(["check", "--config", config]) == 1
    assert capsys.readouterr().out.startswith("glossary/entries/bad/wrong.yml:2:8: error:")
    assert main(["check", "--config", config, str(project / "glossary/entries/good")]) == 0


def test_information_is_shown_on_demand(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (work,) = json.loads(VOCABULARIES["glossary/references.json"])
    lay(project, {"glossary/references.json": json.dumps([work, {**work, "id": "roe2021"}])})
    assert main(["check", "--strict"]) == 0
    assert "[unused-reference]" not in capsys.readouterr().out
    assert main(["check", "--strict", "--verbose"]) == 0
    assert "[unused-reference]" in capsys.readouterr().out


# -- graph


def test_graph_tells_of_two_entries(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = sorted(path.stem for path in (project / "glossary/entries").rglob("*.yml"))
    assert main(["graph", *names[:2]]) == 0
    assert capsys.readouterr().out.strip()
    assert main(["graph", names[0] + "x"]) == 2
    assert names[0] in capsys.readouterr().err
    assert main(["graph", *names[:1] * 3]) == 2


# -- layout


def test_layout_keeps_places(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "glossary/positions.json"
    assert main(["layout", "--check"]) == 1
    assert capsys.readouterr().out == "reward-hacking has no lasting place on the map\n"
    assert not path.exists(), "a check writes nothing"
    assert main(["layout"]) == 0
    assert capsys.readouterr().out == "glossary/positions.json: 0 kept, 1 placed\n"
    first = json.loads(path.read_text("utf-8"))["positions"]
    assert list(first) == ["reward-hacking"]
    lay(project, WARNED)
    assert main(["layout", "--check"]) == 1
    assert capsys.readouterr().out == "warned has no lasting place on the map\n"
    assert main(["layout"]) == 0
    assert capsys.readouterr().out == "glossary/positions.json: 1 kept, 1 placed\n"
    second = path.read_text("utf-8")
    assert json.loads(second)["positions"]["reward-hacking"] == first["reward-hacking"]
    assert main(["layout", "--check"]) == 0
    assert main(["layout"]) == 0
    assert path.read_text("utf-8") == second
    (project / entry_path("bad/warned")).unlink()
    assert main(["layout"]) == 0
    assert list(json.loads(path.read_text("utf-8"))["positions"]) == ["reward-hacking"]


def test_layout_of_another_project(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert main(["layout", "--config", str(project / "mkdocs.yml")]) == 0
    assert (project / "glossary/positions.json").is_file()


@pytest.mark.parametrize("files", [WRONG, {"glossary/positions.json": "{"}])
def test_no_layout_of_a_glossary_with_errors(
    project: Path, files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    lay(project, files)
    before = sorted(project.rglob("*"))
    assert main(["layout"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == "concord: the glossary has errors; concord check names them\n"
    assert sorted(project.rglob("*")) == before


# -- new, explain


def test_new_then_check(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "Goodhart's law", "--topic", "safety", "--kind", "concept"]) == 0
    path = entry_path("safety/goodharts-law")
    assert capsys.readouterr().out.startswith(f"{path} is begun;")
    assert (project / path).is_file()
    assert main(["check", path]) == 1
    assert main(["new", "Goodharts law"]) == 2
    assert capsys.readouterr().err == f"concord: {path} is there already\n"


def test_explain_lists_every_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [code.value for code in Code]
    assert all(line.split()[1] in ("error", "warning", "info") for line in lines)


@pytest.mark.parametrize("code", Code)
def test_explain(code: Code, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code.value]) == 0
    head, blank, summary, *_ = capsys.readouterr().out.splitlines()
    assert re.fullmatch(rf"{code.value} \((error|warning|info)\)", head)
    assert blank == ""
    assert summary.endswith(".")


# -- as programs


def run(project: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "build_tools", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_build_with_errors_leaves_the_last_site(project: Path) -> None:
    lay(project, WRONG, {"site/index.html": "the last good site"})
    done = run(project, "build", "--quiet")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "[unknown-topic]" in done.stderr
    assert "concord: the glossary has errors; the site was left as it was" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in (project / "site").iterdir()] == ["index.html"]
    assert not list(project.glob(".site*"))


def test_the_module_is_the_program(project: Path) -> None:
    assert run(project, "check").stdout == "1 entry: nothing to report\n"
    assert run(project, "chek").returncode == 2


def test_a_reader_that_goes_away_is_no_error(project: Path) -> None:
    program = f"{sys.executable} -m build_tools explain | head -n 1"
    done = subprocess.run(
        ["/bin/sh", "-c", program], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("not-utf8")
    assert "Traceback" not in done.stderr


# -- build, but for the host


class Host:
    """Stands for the host: reports, and tells what it would have been told to write."""

    def __init__(self, folder: str, message: str = "") -> None:
        self.folder = folder
        self.message = message
        self.asked: tuple[Path, Path | None, bool, bool] | None = None

    def build(
        self,
        config_file: Path,
        site_dir: Path | None,
        *,
        strict: bool,
        force: bool,
        on_progress: Callable[[str, int, int], None],
        show_report: Callable[[str], None],
    ) -> Outcome:
        self.asked = config_file, site_dir, strict, force
        on_progress("writing pages", 1, 2)
        show_report("a.yml:1:1: warning: told")
        show_report("a.yml:1:1: error: told")
        on_progress("writing pages", 2, 2)
        if self.message:
            raise HostError(self.message)
        named = {entry_path("a"): GOOD, entry_path("b"): GOOD.replace("Reward hacking", "Score")}
        linked = GOOD.replace("Reward hacking", "Tally").replace("A system", "By score a system")
        linked += "links: [{relation: related, target: a, because: So.}]\n"
        compilation = compile_files({**named, entry_path("c"): linked}).compilation
        return Outcome(compilation, Written(1234), self.folder)


@pytest.mark.parametrize(
    ("arguments", "err"),
    [
        ("", ["a.yml:1:1: warning: told", "a.yml:1:1: error: told"]),
        ("--verbose", ["a.yml:1:1: warning: told", "a.yml:1:1: error: told"]),
        ("--quiet", ["a.yml:1:1: error: told"]),
    ],
)
def test_what_a_build_says(
    project: Path,
    arguments: str,
    err: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(mkdocs_plugin, "build", Host(str(project / "site")).build)
    assert main(["build", *arguments.split()]) == 0
    shown = capsys.readouterr()
    assert bool(shown.out) is (arguments != "--quiet")
    assert shown.err.splitlines() == err


@pytest.mark.parametrize(
    ("folder", "shown"), [("site", "site/"), ("a/b", "a/b/"), ("../elsewhere", "../elsewhere")]
)
def test_a_build_tells_what_it_has_made(
    project: Path,
    folder: str,
    shown: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    # A path that leads upwards is shown as the host has it.
    there = folder if folder.startswith("..") else str(project / folder)
    monkeypatch.setattr(mkdocs_plugin, "build", Host(there).build)
    assert main(["build"]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    assert first == "3 entries: nothing to report"
    assert second == "1 links, 2 mentions"
    told = re.fullmatch(rf"1,234 files written to {shown} in (\d+\.\d) s", third)
    assert told
    assert float(told[1]) < 60


def test_a_build_that_fails_says_why(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    host = Host("site", "the theme has fallen over")
    monkeypatch.setattr(mkdocs_plugin, "build", host.build)
    assert main(["build", "--strict", "--site-dir", "x", "--quiet"]) == 1
    assert host.asked == (Path("mkdocs.yml"), Path("x"), True, False)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines()[-1] == "concord: the theme has fallen over"
    assert main(["build", "--force"]) == 1
    assert str(host.asked) == str((Path("mkdocs.yml"), None, False, True))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "coloured"), [({}, True), ({"NO_COLOR": ""}, False), ({"NO_COLOR": "1"}, False)]
)
def test_colours_are_for_terminals_that_want_them(
    project: Path, variables: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(project, WRONG)
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", terminal := Terminal())
    assert main(["check"]) == 1
    assert ("\x1b[" in terminal.getvalue()) is coloured


def test_the_graph_is_asked_for_two_entries_at_most(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(
        project,
        {
            entry_path("a"): GOOD.replace("Reward hacking", "A"),
            entry_path("b"): GOOD.replace("Reward hacking", "B"),
        },
    )
    assert main(["graph", "a", "b"]) == 0
    capsys.readouterr()
    assert main(["graph", "a", "b", "reward-hacking"]) == 2
    assert capsys.readouterr().err == "concord: two entries at most can be asked for\n"


@pytest.mark.parametrize(
    ("arguments", "variables", "drawn"),
    [
        ("", {}, True),
        ("", {"CI": ""}, True),
        ("", {"CI": "true"}, False),
        ("--quiet", {}, False),
    ],
)
def test_progress_is_for_people_who_wait(
    project: Path,
    arguments: str,
    variables: dict[str, str],
    drawn: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CI", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(mkdocs_plugin, "build", Host("site").build)
    monkeypatch.setattr(ProgressBar, "AFTER", 0.0)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert main(["build", *arguments.split()]) == 0
    shown = terminal.getvalue()
    assert ("writing pages" in shown) is drawn
    # The bar is gone before a report comes, and at the end.
    assert not drawn or shown.index("\x1b[2Ka.yml") > shown.index("writing pages")
    assert not drawn or shown.endswith("2/2\r\x1b[2K")


def test_the_bar_is_gone_before_a_failure_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(mkdocs_plugin, "build", Host("site", "no theme").build)
    monkeypatch.setattr(ProgressBar, "AFTER", 0.0)
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert main(["build"]) == 1
    assert terminal.getvalue().endswith("2/2\r\x1b[2Kconcord: no theme\n")


@pytest.mark.parametrize(
    ("arguments", "level"), [("", logging.WARNING), ("--verbose", logging.INFO)]
)
def test_how_much_of_the_host_is_heard(
    project: Path,
    arguments: str,
    level: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    host = logging.getLogger("mkdocs")
    monkeypatch.setattr(host, "handlers", [])
    monkeypatch.setattr(host, "level", 0)
    monkeypatch.setattr(mkdocs_plugin, "build", Host("site").build)
    assert main(["build", *arguments.split()]) == 0
    assert host.level == level
    (handler,) = host.handlers
    record = logging.LogRecord("mkdocs", logging.INFO, "", 0, "it goes %s", ("on",), None)
    assert handler.format(record) == "INFO: it goes on"


def test_a_preview_that_fails_says_why(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []

    def serve(config: Path, address: str | None, *, open_in_browser: bool) -> None:
        asked.append((config, address, open_in_browser))
        if open_in_browser:
            raise HostError("no browser")

    monkeypatch.setattr(mkdocs_plugin, "serve", serve)
    host = logging.getLogger("mkdocs")
    monkeypatch.setattr(host, "handlers", [])
    monkeypatch.setattr(host, "level", 0)
    assert main(["serve", "--address", "localhost:80"]) == 0
    assert (len(host.handlers), host.level) == (1, logging.INFO)
    assert main(["serve", "--open"]) == 1
    assert asked == [
        (Path("mkdocs.yml"), "localhost:80", False),
        (Path("mkdocs.yml"), None, True),
    ]
    assert capsys.readouterr().err == "concord: no browser\n"


def test_of_a_page_the_line_is_shown_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(project, {"docs/a.md": "# A\n\nOf [[gone]].\n"})
    assert main(["check"]) == 1
    assert "  3 | Of [[gone]].\n    |    ^^^^^^^^\n" in capsys.readouterr().out


def test_each_of_two_entries_has_to_be_there(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ids in (["gone"], ["reward-hacking", "gone"], ["gone", "reward-hacking"]):
        assert main(["graph", *ids]) == 2
        assert capsys.readouterr().err == "concord: there is no entry 'gone'\n"
    assert main(["graph", "reward-hackin"]) == 2
    assert capsys.readouterr().err == (
        "concord: there is no entry 'reward-hackin'; did you mean 'reward-hacking'?\n"
    )


@pytest.mark.parametrize(("command", "collected"), [("check", False), ("serve", True)])
def test_garbage_is_collected_by_what_lives_long_alone(
    project: Path, command: str, collected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mkdocs_plugin, "serve", lambda *_, **__: None)
    gc.enable()
    assert main([command]) == 0
    assert gc.isenabled() is collected


@pytest.mark.parametrize(("before", "after"), [(None, "1"), ("0", "0")])
def test_the_theme_s_notice_is_not_shown_unless_somebody_wants_it(
    project: Path, before: str | None, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_MKDOCS_2_WARNING", raising=False)
    if before:
        monkeypatch.setenv("NO_MKDOCS_2_WARNING", before)
    assert main(["check"]) == 0
    assert os.environ["NO_MKDOCS_2_WARNING"] == after
