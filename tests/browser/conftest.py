"""A browser that notices everything which a page must not do."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, sync_playwright

from tests.browser.serving import serve
from tests.site.projects import BuiltSite, build
from tests.support.sites import shared_site

ARGUMENTS = (
    "--no-sandbox",  # tests may run as root, in a container
    "--disable-gpu",
    "--host-resolver-rules=MAP * 0.0.0.0:1, EXCLUDE 127.0.0.1",  # no other host can be reached
    "--disable-background-networking",
)


@dataclass
class Observed:
    """What pages did that they must not do."""

    origin: str
    offences: list[str] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    """URLs of every request, in order."""

    def watch(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.offences.append(f"error: {error}"))
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.on("requestfailed", self._failed)

    def _console(self, message: ConsoleMessage) -> None:
        self.offences.append(f"console {message.type}: {message.text} ({message.location})")

    def _dialog(self, dialog: Dialog) -> None:
        self.offences.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the test went on to another page
            self.offences.append(f"failed: {request.url}: {request.failure}")

    def _request(self, request: Request) -> None:
        self.requested.append(request.url)
        here = urlsplit(self.origin).netloc
        if urlsplit(request.url).netloc not in (here, "") or request.url.startswith("file:"):
            self.offences.append(f"foreign request: {request.url}")


@dataclass(frozen=True)
class Served:
    """A site and where it is served."""

    site: BuiltSite
    url: str


def chromium_path() -> str:
    """Where Chromium is: what ``$CHROMIUM`` says, or found on the path."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        pytest.fail("no Chromium; `make test` installs one, or name it in $CHROMIUM")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@contextmanager
def built_and_served(project: Path, folder: Path) -> Iterator[Served]:
    site = build(project, folder / "site")
    with serve(site.folder, urlsplit(site.url).path) as url:
        yield Served(site, url)


@contextmanager
def served(name: str, temporary: pytest.TempPathFactory) -> Iterator[Served]:
    site = shared_site(name, temporary)
    with serve(site.folder, urlsplit(site.url).path) as url:
        yield Served(site, url)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """This repository's own site."""
    with served("real", tmp_path_factory) as site:
        yield site


@pytest.fixture(scope="session")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Somebody else's glossary, below a path."""
    with served("foreign", tmp_path_factory) as site:
        yield site


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A glossary whose texts try to run script."""
    with served("hostile", tmp_path_factory) as site:
        yield site


OpenPage = Callable[..., Page]


@pytest.fixture
def observed() -> Iterator[Observed]:
    """What was seen in the test; at its end there must have been no offence."""
    seen = Observed("http://127.0.0.1")
    yield seen
    assert not seen.offences


@pytest.fixture
def open_page(browser: Browser, observed: Observed) -> Iterator[OpenPage]:
    """Opens a URL in a browser of its own: no cache, no storage, watched from the first byte.

    Further arguments are Playwright's of ``Browser.new_context``.
    """
    contexts = []

    def open_(url: str, **options: Any) -> Page:
        observed.origin = url
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}} | options)
        contexts.append(context)
        page = context.new_page()
        observed.watch(page)
        page.goto(url, wait_until="load")
        return page

    yield open_
    for context in contexts:
        context.close()
