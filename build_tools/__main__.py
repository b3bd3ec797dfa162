"""Run the command line as ``python -m build_tools``."""

from build_tools.cli import run

if __name__ == "__main__":
    run()
