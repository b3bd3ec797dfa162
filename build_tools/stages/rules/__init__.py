"""One rule a file: its code, its severity, what it says, and a docstring that is its manual."""
