"""Texts: what fields and pages say, read into packed text."""
