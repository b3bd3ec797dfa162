"""Helpers that several tests share; typed as strictly as the package itself."""
