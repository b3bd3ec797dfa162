"""The program: ``concord``, or ``python -m build_tools``."""

import contextlib
import logging
import os
import sys
from typing import NoReturn

from build_tools.cli import WRONG_USE, main

__all__ = ["run"]

INTERRUPTED = 130
"""As shells count an interrupt."""


def run() -> NoReturn:
    """Run the command line and end the process at once.

    Taking a large glossary apart, object by object, would take a tenth of the time that its build
    took.
    """
    try:
        code = main()
    except SystemExit as ended:  # argparse's way to end
        code = ended.code if isinstance(ended.code, int) else WRONG_USE
    except KeyboardInterrupt:
        code = INTERRUPTED
    logging.shutdown()
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
