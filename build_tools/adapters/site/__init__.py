"""The folder that a site goes to: whether it may, and how it gets there."""
