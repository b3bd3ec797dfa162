"""One data file a file: the glossary, the graph, the search, schemas and lists."""
