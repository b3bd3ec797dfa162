"""The index of the search: words, names, postings, and files of them."""
