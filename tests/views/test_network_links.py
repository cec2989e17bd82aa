"""Where handles and hashtags lead: to the network that a post is from, as far as a page tells."""

import re
from pathlib import Path

import pytest

from sitegen.configuration.settings import Config, LinkConfig
from sitegen.models import DumpPlace, Page
from sitegen.views.text_rendering import render_text
from tests.digest import Digest

EXPORT = DumpPlace("export.zip")
TEXT = DumpPlace("posts.txt", (3, 4))
X = ["https://x.com/hashtag/wood", "https://x.com/ada", "https://social.example/@lin"]
NOWHERE = ["https://social.example/@lin"]


def addresses(
    source: str | None, dump: DumpPlace | None, links: LinkConfig | None = None
) -> list[str]:
    """Where the three names in a post lead."""
    body = "On #wood by @ada and @lin@social.example."
    page = Page("topics/craft/one.md", "post", "one", "posts/one/", body, 5, "one")
    config = Config(root=Path(), links=links or LinkConfig())
    html = render_text(page._replace(source=source, dump=dump), config).html
    return re.findall(r'href="([^"]*)"', html)


@pytest.mark.parametrize("dump", [EXPORT, EXPORT._replace(is_markdown=True), TEXT, None])
@pytest.mark.parametrize(
    ("source", "hashtag", "handle"),
    [
        ("https://x.com/ada/status/1", X[0], X[1]),
        ("https://twitter.com/ada/status/1", X[0], X[1]),
        ("https://m.example/@ada/109876543210987654", "https://m.example/tags/wood", ""),
        ("https://m.example/users/ada/statuses/109876543210", "https://m.example/tags/wood", ""),
        ("https://m.example:444/ap/users/7/statuses/11", "https://m.example:444/tags/wood", ""),
        ("https://g.example/@ada/statuses/01HZX0A", "https://g.example/tags/wood", ""),
        ("https://p.example/p/ada/5012345678901", "https://p.example/discover/tags/wood", ""),
        ("https://a.example/notice/AbCdEfGhIjKlMnOpQr", "https://a.example/tag/wood", ""),
        (
            "https://k.example/notes/9abcde1234",
            "https://k.example/tags/wood",
            "https://k.example/@ada",
        ),
        ("https://bsky.app/profile/ada.example/post/3k", "https://bsky.app/hashtag/wood", ""),
        (
            "https://www.linkedin.com/feed/update/1",
            "https://www.linkedin.com/feed/hashtag/wood/",
            "",
        ),
        ("https://ada.tumblr.com/post/12", "https://www.tumblr.com/tagged/wood", ""),
        ("https://t.me/ada/12", "", "https://t.me/ada"),
    ],
)
def test_names_lead_to_the_network_that_the_source_of_a_post_tells(
    source: str, hashtag: str, handle: str, dump: DumpPlace | None
) -> None:
    assert addresses(source, dump) == [*filter(None, (hashtag, handle)), *NOWHERE]


@pytest.mark.parametrize("source", [None, "https://ada.example/2024/wood", "https://[", "mailto:a"])
def test_names_in_an_imported_post_of_an_unknown_network_lead_nowhere(source: str | None) -> None:
    assert addresses(source, EXPORT) == NOWHERE


@pytest.mark.parametrize("source", [None, "https://ada.example/2024/wood"])
@pytest.mark.parametrize("dump", [TEXT, None])
def test_names_in_own_pages_and_in_texts_without_a_format_lead_to_x(
    source: str | None, dump: DumpPlace | None
) -> None:
    assert addresses(source, dump) == X


@pytest.mark.parametrize("source", [None, "https://m.example/@ada/109876543210987654"])
def test_patterns_that_the_editor_chose_are_those_of_all_pages(source: str | None) -> None:
    chosen = LinkConfig(handle="https://h.example/{name}", hashtag="https://h.example/t/{name}")
    own = ["https://h.example/t/wood", "https://h.example/ada"]
    assert addresses(source, EXPORT, chosen) == [*own, *NOWHERE]
    assert addresses(source, EXPORT, LinkConfig(handle="", hashtag="")) == []
    only_tags = LinkConfig(hashtag="https://h.example/t/{name}")
    assert addresses(source, EXPORT, only_tags) == [own[0], *NOWHERE]


def test_a_new_source_of_a_post_moves_its_hashtags(digest: Digest) -> None:
    digest.post("one", "On #wood.", source="https://m.example/@ada/109876543210987654").build()
    digest.shows("posts/one/", "https://m.example/tags/wood").lacks("posts/one/", "x.com")
    digest.post("one", "On #wood.", source="https://bsky.app/profile/ada/post/3k").build()
    digest.shows("posts/one/", "https://bsky.app/hashtag/wood")
    digest.shows("topics/craft/", "https://bsky.app/hashtag/wood")
