"""Colors of topics: those that the project gives, and those that are made."""

import re

from build_tools.emit.data.stylesheet import STYLESHEET, topic_colours, vocabulary_stylesheet
from build_tools.emit.parts.context import Context
from tests.support.glossaries import site_of
from tests.support.pages import texts_of

FILES = {
    "glossary/topics.yml": (
        'alignment: {label: A, definition: d, colour: "#123456"}\n'
        "safety: {label: S, definition: d}\n"
        "limits: {label: L, definition: d}\n"
    )
}


def test_each_topic_has_a_color_on_light_and_on_dark_ground() -> None:
    (sheet,) = texts_of(vocabulary_stylesheet(Context(site_of(FILES)))).values()
    assert '[data-topic="alignment"]{--concord-topic:#123456}' in sheet
    rules = re.findall(r'(\S+ )?\[data-topic="safety"\]\{--concord-topic:(.+)\}', sheet)
    assert [scheme for scheme, _color in rules] == ["", '[data-md-color-scheme="slate"] ']
    assert rules[0][1] != rules[1][1]
    assert sheet.endswith("}\n")


def test_made_colors_differ_and_a_given_one_is_lightened_on_dark_ground() -> None:
    colors = topic_colours(Context(site_of(FILES)))
    assert colors["alignment"] == ("#123456", "color-mix(in srgb, #123456 45%, #fff)")
    assert colors["safety"] == ("oklch(47% 0.1 33)", "oklch(80% 0.1 33)")
    assert colors["limits"] == ("oklch(47% 0.1 170)", "oklch(80% 0.1 170)")


def test_a_glossary_without_topics_has_the_file_too() -> None:
    files = texts_of(vocabulary_stylesheet(Context(site_of({"glossary/topics.yml": "{}\n"}))))
    assert list(files) == [STYLESHEET]
