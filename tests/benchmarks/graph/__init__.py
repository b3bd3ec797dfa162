"""Benchmark of the map: what drawing and moving a large graph costs, beside other libraries.

Run it with ``python -m tests.benchmarks.graph --help``. The parts::

    data ─▶ graph.json          (a generated glossary's graph, cut to a number of links)
    drawings/*.mjs ─▶ bundles   (the same three functions over each library)
    browser ─▶ experiment ─▶ promises, report
                  run is the command
"""
