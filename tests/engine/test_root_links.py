"""Links to pages from the root, with and without the slash at their end, work from a disk."""

import pytest

from tests.digest import Digest


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("/archive", "../../archive/index.html"),
        ("/archive?a=1#b", "../../archive/index.html?a=1#b"),
        ("/posts/v1.2", "../v1.2/index.html"),
        ("/about", "../../about/index.html"),
        ("/about#us", "../../about/index.html#us"),
        ("/", "../../index.html"),
        ("/topics/craft/feed.xml", "../../topics/craft/feed.xml"),
        ("/media/LICENSE", "../../media/LICENSE"),
        ("/LICENSE", "../../LICENSE"),
        ("/feed.xml", "../../feed.xml"),
    ],
)
def test_a_page_is_found_without_the_slash_and_a_file_stays_one(
    digest: Digest, link: str, href: str
) -> None:
    digest.page("about.md", "Us.").write("content/media/LICENSE", "Free.").post("v1.2")
    digest.post("p", f"[words]({link})").build().shows("posts/p/", f'<a href="{href}">words</a>')


def test_a_link_leads_to_a_page_once_that_is_published(digest: Digest) -> None:
    digest.page("about.md", "Us.", draft="true").post("p", "[us](/about)").build()
    digest.shows("posts/p/", '<a href="../../about">us</a>')
    digest.page("about.md", "Us.").build()
    digest.shows("posts/p/", '<a href="../../about/index.html">us</a>')
