"""Files and folders as they lie on the disk, which nobody can rely on."""
