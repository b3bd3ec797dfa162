"""How well and how cheaply Concord's search finds things, beside MiniSearch and Material's lunr."""

__all__: list[str] = []
