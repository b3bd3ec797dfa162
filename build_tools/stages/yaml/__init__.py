"""YAML: from text to raw documents and their fields."""
