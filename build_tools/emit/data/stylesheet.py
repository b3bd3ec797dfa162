"""The colours of a project's vocabularies as a style sheet."""

from collections.abc import Iterable

from build_tools.emit.parts.context import Context
from build_tools.model.artifact import Artifact

__all__ = ["STYLESHEET", "topic_colours", "vocabulary_stylesheet"]

STYLESHEET = "assets/concord/vocabulary.css"


def topic_colours(context: Context) -> dict[str, tuple[str, str]]:
    """For each topic its colour on light and on dark ground.

    Hues are spread by the golden angle, which keeps neighbours in the list apart however many
    there are; lightness, of a kind that is the same to the eye for every hue, is chosen so that
    text in the colour has a contrast of 4.5 and more, on its own tint too.
    """
    colours = {}
    for rank, topic in enumerate(context.site.vocabularies.topics.values()):
        hue = (255 + rank * 137.508) % 360
        light = topic.colour or f"oklch(47% 0.1 {hue:.0f})"
        dark = (
            topic.colour and f"color-mix(in srgb, {topic.colour} 45%, #fff)"
        ) or f"oklch(80% 0.1 {hue:.0f})"
        colours[str(topic.key)] = (light, dark)
    return colours


def vocabulary_stylesheet(context: Context) -> Iterable[Artifact]:
    """One rule a topic and scheme, setting ``--concord-topic``."""
    rules = []
    for key, (light, dark) in topic_colours(context).items():
        rules.append(f'[data-topic="{key}"]{{--concord-topic:{light}}}')
        rules.append(
            f'[data-md-color-scheme="slate"] [data-topic="{key}"]{{--concord-topic:{dark}}}'
        )
    yield Artifact(STYLESHEET, ("\n".join(rules).encode() + b"\n",))
