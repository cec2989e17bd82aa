import time

import pytest

from sitegen.config import LinkConfig
from sitegen.markdown import Flavour, escape_post, render_markdown
from sitegen.markdown.limits import takes_too_long
from sitegen.markdown.plaintext import plain_text
from sitegen.readers.text import read_text
from sitegen.text import count_words, find_links, label_of

LINKS = LinkConfig()
LENGTH = 20_000
GENEROUS = 15.0
"""Seconds of this process: three times what the slowest takes, a fraction of a quadratic time."""
HOSTILE = [
    "[", "](", "![a](", "[^", "[a]: ", "\\![", "<!--", "<a ", "&#", "@a@b.", "@", "#", "*a ", "**a",
    "_a ", "`a ", "```\n", "- ", "1. ", "> ", "|-", "\n", " ", "!", "?)", "。", "https://a(", "a: ",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE)
def test_no_repetition_takes_long(unit: str) -> None:
    text = "a" + unit * (LENGTH // len(unit)) + " b"
    start = time.process_time()
    label_of(text)
    list(find_links(text))
    count_words(text)
    read_text(text, "dump.txt")
    plain_text(text)
    render_markdown(text, "post", LINKS)
    render_markdown(escape_post(text), "post", LINKS)
    assert time.process_time() - start < GENEROUS


@pytest.mark.parametrize("source", ["[" * 10_000, "[a](" * 5_000, "![\\" * 3_000])
def test_brackets_that_nothing_closes_take_too_long(source: str) -> None:
    assert takes_too_long(source)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "- [a title](https://example.org/a_(b))\n" * 2_000,
        "Some [words] (and more) :-( " * 2_000,
        "[a\n\n" * 5_000,
        "\\[" * 10_000,
    ],
)
def test_brackets_that_are_closed_soon_or_escaped_do_not(source: str) -> None:
    assert not takes_too_long(source)


@pytest.mark.parametrize("flavour", ["post", "essay", "page"])
def test_what_takes_too_long_is_shown_as_plain_text(flavour: Flavour) -> None:
    source = "*One* <b>\n\n" + "[" * 10_000
    rendered = render_markdown(source, flavour, LINKS)
    assert rendered.is_verbatim
    assert rendered.text == source
    assert "<b>" not in rendered.html
    assert not render_markdown("*One*", flavour, LINKS).is_verbatim


def test_imported_text_shown_as_plain_text_shows_no_escapes() -> None:
    text = "#1 *a* *b* &amp; [x](y)\n  \\[" + "\n" * 5 + "end"
    source = escape_post(text) + "[" * 10_000
    shown = render_markdown(source, "post", LINKS).text.replace("\xa0", "")
    assert shown == text + "[" * 10_000
