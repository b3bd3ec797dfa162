"""Emitters: pure functions from a site to files. One kind of output a module; none can fail."""
