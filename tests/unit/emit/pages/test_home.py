"""The home page of a project that has written none."""

import pytest

from build_tools.emit.pages.home import home_page
from build_tools.emit.parts.context import Context
from build_tools.model.project import Project
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import content_of

FILES = {
    entry_path("a"): "term: A\ntopic: safety\nkind: concept\ndefinition: The first of letters.\n"
}


@pytest.mark.parametrize(
    ("description", "lead"), [("Of <words>.", "Of <words>."), ("", "A glossary of 1 term.")]
)
def test_it_says_what_the_glossary_is(description: str, lead: str) -> None:
    project = Project(name="Words & co", description=description)
    page = home_page(Context(site_of(FILES, project)))
    assert (page.url, page.title, page.description) == ("", "Words & co", lead)
    content = content_of(page)
    assert content.one("h1").text == "Words & co"
    assert content.one(class_="concord-lead").text == lead


def test_it_leads_to_the_terms_and_the_topics() -> None:
    content = content_of(home_page(Context(site_of(FILES))))
    links = [link.attributes["href"] for link in content.all("a")]
    assert links == ["terms/", "./topics/alignment/", "./topics/safety/"]
