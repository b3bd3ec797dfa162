"""Sites that are built once and looked at by many tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.projects import BuiltSite, build
from tests.support.sites import shared_site


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """This repository's own site."""
    return shared_site("real", tmp_path_factory)


@pytest.fixture(scope="session")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Somebody else's glossary, in other scripts, published below a path."""
    return shared_site("foreign", tmp_path_factory)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A glossary whose texts try to run script."""
    return shared_site("hostile", tmp_path_factory)


@pytest.fixture(scope="session", params=["real", "foreign", "hostile"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    """Each of them in turn."""
    built: BuiltSite = request.getfixturevalue(request.param)
    return built


@pytest.fixture
def fresh_site(tmp_path: Path) -> Callable[[Path], BuiltSite]:
    """Builds a project into a new folder."""
    return lambda project: build(project, tmp_path / "built-site")
