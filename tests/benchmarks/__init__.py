"""Benchmarks: one invented glossary, built by Concord and by its peers in one run.

Run them with ``make bench``, or ``python -m tests.benchmarks.run --help``. The parts::

    prose ─▶ workload ─▶ peers/{concord,mkdocs,hugo} ─▶ generate   (a glossary on disk)
    measure, weigh ─▶ experiment ─▶ results ─▶ targets, report     (a table in the docs)
                          run is the command, selfcheck guards the generator
"""
