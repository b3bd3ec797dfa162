"""Value types of the pipeline: frozen, typed, and without logic beyond their invariants."""
