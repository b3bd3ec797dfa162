"""Options and fixtures of every test."""

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# One seed, so that a change is judged by itself and not by chance. To look further:
# HYPOTHESIS_EXAMPLES=5000 makes a longer search with a new seed each time.
_EXAMPLES = os.environ.get("HYPOTHESIS_EXAMPLES")
settings.register_profile(
    "concord",
    max_examples=int(_EXAMPLES or 100),
    derandomize=not _EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("concord")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of this project."""
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="write what tests/cases/*.yml expect anew from what the code says; review the change",
    )


@pytest.fixture
def update_cases(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are to be rewritten."""
    return bool(request.config.getoption("--update-cases"))


@pytest.fixture(autouse=True)
def _undo_global_settings() -> Iterator[None]:
    """The command line turns the garbage collector off and sets a variable; a test ends clean."""
    variable = "NO_MKDOCS_2_WARNING"
    before = os.environ.get(variable)
    yield
    gc.enable()
    if before is None:
        os.environ.pop(variable, None)
