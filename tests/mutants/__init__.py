"""Mutants: small changes of the code that a test should notice.

``make mutants`` draws some of them at random, tries each in a copy of the repository, and shows
those that no test noticed. A mutant that survives is either a hole in the tests or a change that
changes nothing; a person judges which.
"""

__all__: list[str] = []
