"""``python -m tests.benchmarks`` is ``python -m tests.benchmarks.run``."""

import sys

from tests.benchmarks.run import main

__all__: list[str] = []

sys.exit(main())
