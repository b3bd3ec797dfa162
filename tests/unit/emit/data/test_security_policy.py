"""The policy that lets the theme's own lines run, and no other script."""

from base64 import b64encode
from hashlib import sha256

import pytest

from build_tools.emit.data.security_policy import script_hashes, security_policy


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("page", "scripts"),
    [
        ("<p>No script</p>", []),
        ("<script>a()</script>", ["a()"]),
        ("<SCRIPT>\n a > 'é'\n</SCRIPT >", ["\n a > 'é'\n"]),
        ('<script type="module">a</script><script>b</script>', ["a", "b"]),
        ('<script data-x="a > b src=c">d</script>', ["d"]),
        ("<script>a</script><script>a</script>", ["a"]),
        ('<script src="a.js"></script>', []),
        ("<script type='module' src=a.js></script>", []),
        ('<script id="__config" type="application/json">{}</script>', []),
        ('<script type="application/ld+json">{}</script>', []),
    ],
)
def test_hashes_are_those_of_scripts_that_stand_in_a_page(page: str, scripts: list[str]) -> None:
    assert script_hashes(page) == {hash_of(text) for text in scripts}


def test_a_source_in_another_attribute_is_none() -> None:
    assert script_hashes('<script title="no src=x">a</script>') == {hash_of("a")}


def test_the_policy_is_one_line_in_one_order() -> None:
    policy = security_policy([hash_of("b"), hash_of("a")])
    (line,) = b"".join(policy.pieces).decode().splitlines()
    rules = dict(rule.split(" ", 1) for rule in line.split("; "))
    assert rules["script-src"].split() == ["'self'", *sorted([hash_of("a"), hash_of("b")])]
    assert rules["default-src"] == "'self'"
    assert "unsafe-inline" not in rules["script-src"]
