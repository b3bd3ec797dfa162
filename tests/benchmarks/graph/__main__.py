"""``python -m tests.benchmarks.graph`` is ``python -m tests.benchmarks.graph.run``."""

import sys

from tests.benchmarks.graph.run import main

__all__: list[str] = []

sys.exit(main())
