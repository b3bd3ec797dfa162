"""The stages of the pipeline: pure functions from values to values and diagnostics."""
