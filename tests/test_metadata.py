"""What search engines and social networks read of a page."""

import json
import re
from html import unescape
from typing import Any

import pytest

from tests.digest import Digest

HOME = "https://digest.example/"


@pytest.fixture
def full(digest: Digest) -> Digest:
    """A digest with every kind of page, and with two pages of a topic."""
    digest.write(
        "sitegen.toml",
        'title = "Test digest"\nauthor = "The editors"\nlanguage = "en-GB"\n'
        f'description = "All of it."\nbase_url = "{HOME}"\npage_size = 1\n',
    )
    digest.page("essays/lamp.md", "A lamp.", title="The lamp", date="2024-01-01", author="Ann")
    digest.page("about.md", "Who we are.", title="About")
    digest.post("one", "First.", date="2024-01-02", updated="2024-02-02", author="'@bo'", lang="de")
    return digest.post("two", "Second.", tags="[wood]")


def properties(digest: Digest, address: str) -> dict[str, str]:
    """The properties of Open Graph on a page, and its canonical link."""
    html = digest.html(address)
    found = dict(re.findall(r'<meta property="([^"]*)" content="([^"]*)">', html))
    canonical = re.search(r'<link rel="canonical" href="(.*?)">', html)
    found |= {"canonical": canonical[1]} if canonical else {}
    return {name: unescape(value) for name, value in found.items()}


def data(digest: Digest, address: str) -> Any:
    """What a page says of itself in the terms of schema.org."""
    (found,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', digest.html(address), re.DOTALL
    )
    return json.loads(found)


@pytest.mark.parametrize("theme", ["default", "wire"])
def test_every_page_but_the_one_for_unknown_addresses_says_its_one_address(
    full: Digest, theme: str
) -> None:
    settings = (full.root / "sitegen.toml").read_text(encoding="utf-8")
    full.write("sitegen.toml", f'theme = "{theme}"\n{settings}').build()
    pages = [
        name.removesuffix("index.html") for name in full.files() if name.endswith("index.html")
    ]
    assert {"", "topics/craft/", "topics/craft/2/", "tags/wood/", "archive/2024-01/"} < set(pages)
    for address in pages:
        found = properties(full, address)
        assert found["canonical"] == found["og:url"] == data(full, address)["url"] == HOME + address
    assert properties(full, "404.html") == {}
    full.lacks("404.html", "ld+json")


def test_without_an_address_of_the_site_a_page_says_the_rest(full: Digest) -> None:
    full.write("sitegen.toml", 'title = "Test digest"\n').build()
    found = properties(full, "posts/one/")
    assert not {"canonical", "og:url"} & set(found)
    assert found["og:title"] == "First"
    assert "url" not in data(full, "posts/one/")


def test_open_graph_tells_what_a_page_is(full: Digest) -> None:
    full.build()
    assert properties(full, "essays/lamp/") == {
        "canonical": f"{HOME}essays/lamp/",
        "og:url": f"{HOME}essays/lamp/",
        "og:title": "The lamp",
        "og:type": "article",
        "og:site_name": "Test digest",
        "og:locale": "en_GB",
        "og:description": "A lamp.",
        "og:image": f"{HOME}essays/lamp/card.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "The lamp",
        "article:published_time": "2024-01-01T00:00:00Z",
    }
    post = properties(full, "posts/one/")
    assert post["og:locale"] == "de_DE"
    assert post["article:modified_time"] == "2024-02-02T00:00:00Z"
    assert properties(full, "")["og:type"] == "website"
    assert properties(full, "topics/craft/2/")["og:title"] == "Craft, Page 2 of 2"
    assert "article:published_time" not in properties(full, "posts/two/")


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("", "WebSite"),
        ("essays/lamp/", "Article"),
        ("posts/one/", "SocialMediaPosting"),
        ("topics/craft/", "CollectionPage"),
        ("archive/", "CollectionPage"),
        ("tags/wood/", "CollectionPage"),
        ("authors/ann/", "CollectionPage"),
        ("about/", "WebPage"),
    ],
)
def test_the_terms_of_schema_org_name_the_kind_of_a_page(
    full: Digest, address: str, kind: str
) -> None:
    found = data(full.build(), address)
    assert (found["@context"], found["@type"]) == ("https://schema.org", kind)
    whole = {"@type": "WebSite", "name": "Test digest", "url": HOME}
    assert found.get("isPartOf") == (whole if address else None)


def test_the_terms_of_schema_org_tell_who_wrote_a_post_and_when(full: Digest) -> None:
    full.build()
    found = data(full, "posts/one/")
    assert found["headline"] == "First"
    assert found["inLanguage"] == "de"
    assert found["datePublished"] == "2024-01-02T00:00:00Z"
    assert found["dateModified"] == "2024-02-02T00:00:00Z"
    assert found["author"] == {"@type": "Person", "name": "@bo"}
    assert not {"author", "datePublished"} & set(data(full, "posts/two/"))
    assert data(full, "")["author"]["name"] == "The editors"


def test_markup_in_titles_and_names_is_escaped(full: Digest) -> None:
    title, author = "</script><b>\"a\" & 'b'", "</script><!--"
    full.post("odd", "A.", title=json.dumps(title), author=json.dumps(author)).build()
    assert data(full, "posts/odd/")["headline"] == title
    assert data(full, "posts/odd/")["author"]["name"] == author
    assert properties(full, "posts/odd/")["og:title"] == title


def test_a_theme_may_leave_out_what_others_read(full: Digest) -> None:
    settings = (full.root / "sitegen.toml").read_text(encoding="utf-8")
    full.write("sitegen.toml", f'theme = "mine"\n{settings}')
    base = '{% extends "default/base.html" %}{% block metadata %}{% endblock %}'
    full.write("themes/mine/templates/base.html", base).build().lacks("", "og:", "ld+json")


@pytest.mark.parametrize(
    ("settings", "introduction", "summary"),
    [
        ('description = "All of it."\n', "An introduction.", "All of it."),
        ("", "An introduction.", "An introduction."),
        ("", "", "1 post and 1 topic"),
    ],
)
def test_the_front_page_always_has_a_description(
    digest: Digest, settings: str, introduction: str, summary: str
) -> None:
    digest.write("sitegen.toml", f'title = "T"\n{settings}').write("content/index.md", introduction)
    digest.post("one", "First.").build()
    assert f'<meta name="description" content="{summary}">' in digest.html("")
