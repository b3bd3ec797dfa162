"""Whatever runs in a page is named by the policy that the site brings along."""

from base64 import b64encode
from hashlib import sha256

from tests.site.projects import BuiltSite


def test_the_policy_names_all_scripts_of_all_pages_and_no_other(site: BuiltSite) -> None:
    (line,) = (site.folder / "data/content-security-policy.txt").read_text("utf-8").splitlines()
    rules = dict(rule.split(" ", 1) for rule in line.split("; "))
    named = set(rules["script-src"].split()) - {"'self'"}
    found = {
        "".join(child for child in script.children if isinstance(child, str))
        for page in site.pages.values()
        for script in page.all("script")
        if "src" not in script.attributes and "json" not in script.attributes.get("type", "")
    }
    assert found
    hashes = {b64encode(sha256(text.encode()).digest()).decode() for text in found}
    assert named == {f"'sha256-{text}'" for text in hashes}


def test_no_page_asks_for_what_a_policy_cannot_allow(site: BuiltSite) -> None:
    for page in site.pages.values():
        for item in page.all():
            assert not [name for name in item.attributes if name.startswith("on")], item
