"""Links by label, compared with CommonMark as markdown-it-py reads it."""

import re

import pytest
from markdown_it import MarkdownIt

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, render_markdown

LINKS = LinkConfig(handle="https://example.org/@{name}")


@pytest.mark.parametrize("flavour", ["imported", "page"])
@pytest.mark.parametrize(
    "text",
    [
        "[`a::B`], [`a`][], [c][`Vec<T>`] and [`u`].\n\n[`A::b`]: /n\n[`a`]: /a\n[`Vec<T>`]: /v",
        "![`x`] and ![of it][`x`]\n\n[`x`]: /x.png",
        "Thanks to [@ada][], [#12] and [c\\_d].\n\n[@ada]: /ada\n[#12]: /12\n[c\\_d]: /cd",
    ],
)
def test_labels_are_compared_as_they_are_written(text: str, flavour: Flavour) -> None:
    expected = MarkdownIt().render(text)
    rendered = render_markdown(text, flavour, LINKS).html
    assert re.findall(r'(?:href|src)="(.*?)"', rendered) == re.findall(
        r'(?:href|src)="(.*?)"', expected
    )
    assert re.sub("<.*?>", "", rendered).strip() == re.sub("<.*?>", "", expected).strip()
