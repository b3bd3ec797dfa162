"""Characters, words and the order of labels."""
