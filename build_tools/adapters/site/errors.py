"""Why a site cannot go where it was to go."""

import shutil

__all__ = ["SiteError", "message_of", "reason", "shown"]


class SiteError(Exception):
    """The site was not put in its place; the message is one line for the user."""


def message_of(error: Exception) -> str | None:
    """What a user is told of an error that the system brought about; ``None`` of any other.

    That the reader of our output has gone is told to nobody.
    """
    if isinstance(error, SiteError):
        return str(error)
    if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
        return f"{reason(error)}; the site was left as it was"
    return None


def reason(error: OSError | ValueError) -> str:
    """What the system says, in one line: ``No space left on device: /srv/site/index.html``."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        # Of all the files that could not be copied, one says enough.
        return shown(str(error.args[0][0][-1]).removeprefix("[Errno ").partition("] ")[2])
    if not isinstance(error, OSError) or not error.strerror:
        return shown(str(error))
    named = error.filename if error.filename2 is None else error.filename2
    return shown(error.strerror if named is None else f"{error.strerror}: {_text(named)}")


def _text(name: object) -> str:
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)


def shown(text: object) -> str:
    """A path or a message that can neither command a terminal nor fail to be printed."""
    return "".join(character if character.isprintable() else "\ufffd" for character in str(text))
