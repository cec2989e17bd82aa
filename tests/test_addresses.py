"""Addresses of the site, and links between them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.addresses import (
    absolute_link,
    file_of,
    page_count,
    relative_link,
    rewrite_root_links,
    topic_address,
    web_url,
)

SEGMENTS = st.lists(st.from_regex("[a-z]{1,3}", fullmatch=True), max_size=4)
ADDRESSES = SEGMENTS.map(lambda parts: "".join(f"{part}/" for part in parts))


@pytest.mark.parametrize(
    ("here", "target", "link"),
    [
        ("", "posts/a/", "posts/a/index.html"),
        ("posts/a/", "", "../../index.html"),
        ("posts/a/", "posts/b/", "../b/index.html"),
        ("posts/a/", "posts/a/", "index.html"),
        ("topics/x/2/", "topics/x/", "../index.html"),
        ("posts/a/", "static/style.css", "../../static/style.css"),
        ("", "posts/ü b/", "posts/%C3%BC%20b/index.html"),
    ],
)
def test_links_are_relative_to_the_page_that_holds_them(here: str, target: str, link: str) -> None:
    assert relative_link(here, target) == link


@given(ADDRESSES, ADDRESSES)
def test_following_a_relative_link_leads_to_its_target(here: str, target: str) -> None:
    path = here.split("/")[:-1]
    for part in relative_link(here, target).split("/"):
        if part == "..":
            path.pop()
        else:
            path.append(part)
    assert "/".join(path) == file_of(target)


def test_the_first_page_of_a_topic_has_the_topics_address() -> None:
    assert topic_address("craft") == "topics/craft/"
    assert topic_address("craft", 2) == "topics/craft/2/"


@pytest.mark.parametrize(("posts", "pages"), [(0, 1), (1, 1), (50, 1), (51, 2), (101, 3)])
def test_a_topic_takes_as_many_pages_as_its_posts_need(posts: int, pages: int) -> None:
    assert page_count(posts, 50) == pages


def test_whole_addresses_keep_the_path_of_the_site() -> None:
    assert absolute_link("https://a.example/digest", "posts/a/") == (
        "https://a.example/digest/posts/a/"
    )


def test_a_rewritten_link_may_hold_an_ampersand() -> None:
    html = '<img src="/media/a&amp;b.png">'
    assert rewrite_root_links(html, lambda address: relative_link("x/", address)) == (
        '<img src="../media/a%26b.png">'
    )


def test_links_from_the_root_are_rewritten_in_tags_only() -> None:
    html = '<a href="/a/?q#f">href="/a/"</a> <img src="/b.png"> <a href="//c.example/">'
    assert rewrite_root_links(html, lambda address: f"../{address}") == (
        '<a href="../a/?q#f">href="/a/"</a> <img src="../b.png"> <a href="//c.example/">'
    )


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("https://a.example/b c", "https://a.example/b%20c"),
        ('https://a.example/"<>\\^`{|}', "https://a.example/%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://a.example/%41%zz%", "https://a.example/%41%25zz%25"),
        ("https://a.example/[b]?[c]#d#e", "https://a.example/%5Bb%5D?%5Bc%5D#d%23e"),
        ("https://a.example/ä?ö#ü", "https://a.example/%C3%A4?%C3%B6#%C3%BC"),
        ("https://ä.example:8080/", "https://xn--4ca.example:8080/"),
        ("https://straße.example/", "https://stra%C3%9Fe.example/"),
        ("https://user@a.example/", "https://user@a.example/"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("http://[bad/", "http://%5Bbad/"),
        ("http://[::1", "http://%5B%3A%3A1"),
        ("http://[::1/a?b#c#d", "http://%5B%3A%3A1/a?b#c%23d"),
        ("https://a{b}.example/", "https://a%7Bb%7D.example/"),
        (f"https://{'ä' * 80}.example/", f"https://{'%C3%A4' * 80}.example/"),
    ],
)
def test_a_web_address_is_written_as_a_uri(address: str, uri: str) -> None:
    assert web_url(address) == uri


@given(st.text())
def test_a_uri_holds_only_what_it_may_and_stays_as_it_is(text: str) -> None:
    uri = web_url(f"https://a.example/{text}")
    assert re.fullmatch(r"[A-Za-z0-9:/?#\[\]@!$&'()*+,;=._~%-]*", uri)
    assert web_url(uri) == uri
