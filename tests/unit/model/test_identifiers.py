import pytest

from build_tools.model.identifiers import is_identifier, is_reference_key, site_url


@pytest.mark.parametrize("text", ["a", "0", "reward-hacking", "gpt-4", "x" * 200])
def test_identifiers(text: str) -> None:
    assert is_identifier(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "-a",
        "a-",
        "a--b",
        "A",
        "a_b",
        "a b",
        "é",
        "a\n",
        "a/b",
        "..",
        "a.b",
        "x" * 201,
        "１",
    ],
)
def test_what_is_no_identifier(text: str) -> None:
    assert not is_identifier(text)


@pytest.mark.parametrize("text", ["doe2020", "doe:2020", "10.1000/182", "Müller2020", "a+b", "@a"])
def test_reference_keys(text: str) -> None:
    assert is_reference_key(text)


@pytest.mark.parametrize(
    "text", ["", "a b", "a]", "[a", "a;b", "a,b", 'a"', "a'", "<a", "a&b", "a\n"]
)
def test_what_is_no_reference_key(text: str) -> None:
    assert not is_reference_key(text)


def test_site_urls() -> None:
    assert site_url("terms", "a") == "terms/a/"
    assert site_url() == ""
