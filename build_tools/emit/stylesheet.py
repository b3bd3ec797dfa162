"""The colours of a project's vocabularies as a style sheet."""

from collections.abc import Iterable

from build_tools.emit.context import Context
from build_tools.model.artifact import Artifact

__all__ = ["STYLESHEET", "topic_colours", "vocabulary_stylesheet"]

STYLESHEET = "assets/concord/vocabulary.css"


def topic_colours(context: Context) -> dict[str, tuple[str, str]]:
    """For each topic its colour on light and on dark ground.

    Hues are spread by the golden angle, which keeps neighbours in the list apart however many
    there are; lightness is chosen so that text in the colour has a contrast of 4.5 and more.
    """
    colours = {}
    for rank, topic in enumerate(context.site.vocabularies.topics.values()):
        hue = (215 + rank * 137.508) % 360
        light = topic.colour or f"hsl({hue:.0f} 62% 34%)"
        dark = (
            topic.colour and f"color-mix(in srgb, {topic.colour} 45%, #fff)"
        ) or f"hsl({hue:.0f} 65% 75%)"
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
