"""Posts about a link: the title leads to it."""

import pytest

from tests.digest import Digest

_LINK = "link: {address: 'https://bees.example/f', title: Bees, site: The Farm}\n"


@pytest.mark.parametrize("page", ["topics/craft/", "posts/one/"])
def test_the_headline_of_a_link_post_leads_to_the_link(digest: Digest, page: str) -> None:
    digest.write("content/topics/craft/one.md", f"---\ntitle: Bees\n{_LINK}---\nThey hum.\n")
    digest.build()
    digest.shows(page, 'href="https://bees.example/f" rel="nofollow ugc noopener">Bees</a>')
    digest.shows(page, "The Farm").shows(page, "They hum.")


def test_a_link_without_a_title_and_a_comment_shows_its_address(digest: Digest) -> None:
    header = "---\nlink: https://bees.example/f\n---\n"
    digest.write("content/topics/craft/one.md", header).build()
    digest.shows("topics/craft/", ">bees.example/f</a>")
    digest.shows("topics/craft/", "<bdi>bees.example</bdi>")


@pytest.mark.parametrize(
    "link", ["bees", "javascript:alert(1)", "{title: Bees}", "{address: 'https://a.example', x: y}"]
)
def test_an_invalid_link_is_reported_with_its_line(digest: Digest, link: str) -> None:
    digest.write("content/topics/craft/one.md", f"---\nlink: {link}\n---\nThey hum.\n")
    result = digest.build().result
    assert result is not None
    (problem,) = result.problems
    assert problem.line == 2
