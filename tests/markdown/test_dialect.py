import re
import string

import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, render_markdown

FLAVOURS: tuple[Flavour, ...] = ("post", "essay", "page")


def html_of(source: str, flavour: Flavour) -> str:
    return render_markdown(source, flavour, LinkConfig(handle="", hashtag="")).html


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_backslash_escapes_punctuation_but_nothing_else(flavour: Flavour) -> None:
    punctuation = string.punctuation.replace("&", "")
    escaped = "".join(f"\\{character}" for character in punctuation)
    rendered = render_markdown(f"{escaped} \\a \\1", flavour, LinkConfig())
    assert rendered.text == f"{punctuation} \\a \\1"


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("# One", '<h2 id="one">One</h2>'),
        ("### One ###", '<h2 id="one">One</h2>'),
        ("# C#", '<h2 id="c">C#</h2>'),
        ("#One", "<p>#One</p>"),
        ("text\n# One\nmore", '<p>text</p>\n<h2 id="one">One</h2>\n<p>more</p>'),
    ],
)
def test_a_heading_has_a_space_after_its_number_signs(source: str, html: str) -> None:
    assert html_of(source, "essay") == html


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_an_escaped_tag_or_address_is_text(flavour: Flavour) -> None:
    assert render_markdown("\\<b> \\<i>", flavour, LinkConfig()).text == "<b> <i>"


def test_imported_text_has_no_tags() -> None:
    assert html_of("<b>x</b>\n\n<div>y</div>", "post") == (
        "<p>&lt;b&gt;x&lt;/b&gt;</p><p>&lt;div&gt;y&lt;/div&gt;</p>"
    )


@pytest.mark.parametrize("space", ["\u3000", "\xa0", "\u2003", "\x85", "\u2028"])
def test_imported_text_keeps_unusual_space_at_line_starts(space: str) -> None:
    assert render_markdown(f"{space}a\n{space}b", "post", LinkConfig()).text == (
        f"{space}a\n{space}b"
    )


def test_a_tab_indents_or_stands_as_it_is() -> None:
    assert html_of("a\tb", "post") == "<p>a\tb</p>"
    assert html_of("- a\n\t- b", "post") == "<ul><li>a<ul><li>b</li></ul></li></ul>"


@pytest.mark.parametrize(
    ("source", "levels"),
    [
        ("# A\n\n## B\n\n# C", [2, 3, 2]),
        ("## A\n\n### B\n\n## C", [2, 3, 2]),
        ("## A\n\n##### B\n\n###### C\n\n### D", [2, 3, 4, 3]),
        ("### A\n\n# B\n\n## C", [2, 2, 3]),
        ("A\n===\n\nB\n---", [2, 3]),
    ],
)
@pytest.mark.parametrize("flavour", ["essay", "page"])
def test_headings_follow_the_title_of_the_page_and_leave_out_no_level(
    source: str, levels: list[int], flavour: Flavour
) -> None:
    rendered = render_markdown(source, flavour, LinkConfig())
    assert [heading.level for heading in rendered.headings] == levels
    assert [int(level) for level in re.findall(r"<h(\d)", rendered.html)] == levels


@pytest.mark.parametrize("flavour", ["essay", "page"])
def test_a_footnote_goes_by_its_number_whatever_it_is_called(flavour: Flavour) -> None:
    source = "A.[^boat] B.[^2] Again.[^boat]\n\n[^boat]: One.\n[^2]: Two."
    html = render_markdown(source, flavour, LinkConfig()).html
    assert re.findall(r'id="(.*?)"', html) == ["fnref:1", "fnref:2", "fnref2:1", "fn:1", "fn:2"]
    links = ["#fn:1", "#fn:2", "#fn:1", "#fnref:1", "#fnref2:1", "#fnref:2"]
    assert re.findall(r'href="(.*?)"', html) == links


@pytest.mark.parametrize(
    "note", ['<a href="/about/">One</a> two', "<b>One</b> <i>two</i>", "<code>One</code> *two*"]
)
def test_a_footnote_that_begins_with_a_tag_keeps_its_text(note: str) -> None:
    html = html_of(f"Text.[^1]\n\n[^1]: {note}", "page")
    assert "One</" in html
    assert "two" in html


@pytest.mark.parametrize("address", ["/about/", "</about us/>"])
def test_the_title_of_a_link_may_be_in_parentheses(address: str) -> None:
    html = html_of(f'[Us]({address} (About "us")) and ![Us]({address} (us))', "page")
    expected = f'href="{address.strip("<>")}" title="About &quot;us&quot;"'
    assert expected in html
    assert 'title="us"' in html
    assert html_of("[x](/a_(b))", "page") == '<p><a href="/a_(b)">x</a></p>'
