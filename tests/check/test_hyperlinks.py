"""Usual addresses are resolved faster than others, with the same result."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.check.hyperlinks import Resolver

FILES = frozenset(
    {"index.html", "404.html", "a/index.html", "a/b/index.html", "a/b/c.png", "d.html"}
)
ADDRESSES = st.lists(
    st.sampled_from(
        ["../", "a", "b", "/", "index.html", "c.png", "d.html", "#x", "#top", "?q", "."]
    ),
    max_size=5,
).map("".join)


@pytest.mark.parametrize("base_url", ["", "https://site.example/", "http://site.example/sub/"])
@given(ADDRESSES, st.sampled_from(sorted(FILES)))
def test_an_address_leads_to_the_same_place_by_the_short_way(
    base_url: str, address: str, file: str
) -> None:
    for start in ("", "https://site.example/", "http://site.example/sub/", "HTTPS://else.example/"):
        resolver = Resolver(base_url, FILES)
        first, again = (resolver.resolve(start + address, file) for _ in range(2))
        assert first == again == resolver._resolve(start + address, file)
