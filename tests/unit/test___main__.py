"""How the program ends. That commands end with their codes is in ``test_cli.py``."""

import os
import subprocess
import sys

import pytest

ENDINGS = """
import sys

import build_tools.__main__ as program

def ending():
    print("said", end="")
    print("told", end="", file=sys.stderr)
    {0}

program.main = ending
program.run()
print("never")
"""


# What is printed waits in a buffer, unless whoever runs the tests wants it otherwise.
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        ("return 0", 0),
        ("return 1", 1),
        ("raise SystemExit(0)", 0),
        ("raise SystemExit(2)", 2),
        ("raise SystemExit('wrong')", 2),
        ("raise KeyboardInterrupt", 130),
    ],
)
def test_the_process_ends_at_once_with_its_code(ending: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENDINGS.format(ending)],
        env=BUFFERED,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, "said", "told")


def test_a_bug_is_shown_as_one() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENDINGS.format("raise ZeroDivisionError")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
