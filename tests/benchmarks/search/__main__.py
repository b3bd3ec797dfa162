"""``python -m tests.benchmarks.search`` is ``python -m tests.benchmarks.search.run``."""

import sys

from tests.benchmarks.search.run import main

__all__: list[str] = []

sys.exit(main())
