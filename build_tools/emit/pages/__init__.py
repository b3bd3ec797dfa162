"""One page, or part of a page, a file."""
