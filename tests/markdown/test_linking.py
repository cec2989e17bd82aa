import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, render_markdown

LINKS = LinkConfig(handle="https://x.com/{name}", hashtag="https://x.com/hashtag/{name}")
FLAVOURS: tuple[Flavour, ...] = ("post", "essay", "page")


def page(source: str, links: LinkConfig = LINKS) -> str:
    return render_markdown(source, "page", links).html


@pytest.mark.parametrize(
    ("source", "address", "text"),
    [
        ("@ada", "https://x.com/ada", "@ada"),
        ("@__init__", "https://x.com/__init__", "@__init__"),
        ("@ada@host.example", "https://host.example/@ada", "@ada@host.example"),
        ("#uv", "https://x.com/hashtag/uv", "#uv"),
        ("#日本", "https://x.com/hashtag/%E6%97%A5%E6%9C%AC", "#日本"),
        ("https://x.org/a_b_*c*", "https://x.org/a_b_*c", "https://x.org/a_b_*c"),
        ("https://x.org?a&amp;b", "https://x.org?a&amp;amp;b", "https://x.org?a&amp;amp;b"),
    ],
)
def test_handles_hashtags_and_urls_become_links(source: str, address: str, text: str) -> None:
    assert f'<a href="{address}">{text}</a>' in page(source)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_url_within_markup_is_linked(flavour: Flavour) -> None:
    html = render_markdown("**https://x.org/a** (@ada)", flavour, LINKS).html
    assert "<strong><a " in html
    assert "https://x.org/a</a></strong>" in html
    assert ">@ada</a>)" in html


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    "source",
    [
        "[@ada](https://x.org/a_b_)",
        "[**@ada**](https://x.org/a_b_)",
        "[https://y.org](https://x.org/a_b_)",
    ],
)
def test_a_link_within_a_link_is_text(source: str, flavour: Flavour) -> None:
    html = render_markdown(source, flavour, LINKS).html
    assert html.count("<a ") == 1
    assert 'href="https://x.org/a_b_"' in html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("`@ada #uv`", "<code>@ada #uv</code>"),
        ("![a](https://x.org/@ada_b_.png)", '<img alt="a" src="https://x.org/@ada_b_.png">'),
        ("<i title='@ada'>x</i>", "<i title='@ada'>x</i>"),
        ("<https://x.org/@ada>", '<a href="https://x.org/@ada">https://x.org/@ada</a>'),
        ("\\@ada \\#uv", "@ada #uv"),
        ("*x*{#uv}", '<em id="uv">x</em>'),
        ("ada@host.example", "ada@host.example"),
        ("[@ada]: https://x.org\n\nx", "x"),
    ],
)
def test_code_tags_and_attributes_are_no_place_for_links(source: str, html: str) -> None:
    assert page(source) == f"<p>{html}</p>"


def test_an_empty_setting_leaves_them_as_text() -> None:
    nowhere = LinkConfig(handle="", hashtag="")
    assert page("@a_b_ @a@b.org #c_d_", nowhere) == "<p>@a_b_ @a@b.org #c_d_</p>"
