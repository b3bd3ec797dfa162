"""Concord: a compiler from YAML glossaries to cross-referenced static sites."""

__all__ = ["__version__"]

__version__ = "0.1.0"
