import pytest

from build_tools.stages.prose.urls import is_remote, is_safe_url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "#a",
        "a",
        "a/b",
        "/a",
        "./a",
        "../a?b=c:d",
        "?a:b",
        "//example.org/a",
        "a b",
        "1:2",
        "http://a",
        "HTTPS://a",
        "mailto:a@b",
        "%6aavascript:x",
        "./javascript:x",
        "/javascript:x",
    ],
)
def test_safe(url: str) -> None:
    assert is_safe_url(url)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        "JavaScript:x",
        " javascript:x",
        "java\tscript:x",
        "java\nscript:x",
        "java\rscript:x",
        "\x01javascript:x",
        "javascript\t:x",
        "\xa0javascript:x",
        "java\x00script:x",
        "\u2028javascript:x",
        "vbscript:x",
        "data:text/html,x",
        "file:///x",
        "blob:x",
        "ftp://x",
        "view-source:x",
        "tel:1",
        "a:b",
        "x-y+z.1:a",
    ],
)
def test_unsafe(url: str) -> None:
    assert not is_safe_url(url)


@pytest.mark.parametrize(
    "url",
    ["http://a", "https://a", "//a", "\\\\a", "/\\a", "\\/a", " //a", "/\t/a", "\n//a", "mailto:a"],
)
def test_remote(url: str) -> None:
    assert is_remote(url)


@pytest.mark.parametrize("url", ["", "a.png", "/a.png", "./a.png", "../a.png", "a//b", "#a", "?a"])
def test_local(url: str) -> None:
    assert not is_remote(url)
