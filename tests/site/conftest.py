"""Sites that are built once and looked at by many tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.projects import FIXTURES, ROOT, BuiltSite, build, hostile_project


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """This repository's own site."""
    return build(ROOT, tmp_path_factory.mktemp("real") / "site")


@pytest.fixture(scope="session")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Somebody else's glossary, in other scripts, published below a path."""
    return build(FIXTURES / "foreign", tmp_path_factory.mktemp("foreign") / "site")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A glossary whose texts try to run script."""
    folder = tmp_path_factory.mktemp("hostile")
    return build(hostile_project(folder / "project"), folder / "site")


@pytest.fixture(scope="session", params=["real", "foreign", "hostile"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    """Each of them in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def fresh_site(tmp_path: Path) -> Callable[[Path], BuiltSite]:
    """Builds a project into a new folder."""
    return lambda project: build(project, tmp_path / "built-site")
