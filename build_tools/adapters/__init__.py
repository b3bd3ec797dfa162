"""The edges: disk, processes, terminals. Everything here is thin; nothing here decides."""
