"""Leaving out what a text has no need of must never show."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, Rendered, escape_post, render_markdown
from sitegen.markdown.parsing import _parser, _read
from sitegen.markdown.processor_selection import EVERY_SIGN, signs_in
from sitegen.markdown.rendering import _LIMITS, _english, _with_quotes
from tests.effort import EFFORT
from tests.paths import TESTS

LINKS = LinkConfig()
FLAVOURS: tuple[Flavour, ...] = ("post", "essay", "page", "own_post")
DUMPS = sorted((TESTS / "dumps").glob("*.json"))

WORDS = ["a", "word", "Two words", "It's", "é", "日本", "1", "HTML", "the '80s", "_snake_case_"]
INLINE = [
    *["*", "**", "_", "__", "`", "``", "\\", "[", "]", "(", ")", "](", "]:", "![", "{", "}", "|"],
    *["<", ">", "&", "'", '"', "--", "---", "...", "@a", "@a@b.org", "#tag", "://", ":", "- ", "!"],
    *["https://x.org/a_b", "<https://x.org>", "<a@b.org>", "&amp;", "&#60", "&copy", "<b>", "</b>"],
    *["[x](y)", "[x][y]", "[x]", "![x](y.png)", "[^1]", "{.c}", "{#i}", "`c`", "\\*", "*[HTML]: m"],
    *[
        "  \n",
        " \n",
        "\t",
        "\r",
        "\x02",
        "\x03",
        "\x0b",
        "\x85",
        "\u2028",
        "klzzwxh:0001",
        "wzxhzdk:0",
    ],
]
LINE_STARTS = [
    *["", "- ", "* ", "+ ", "1. ", "2) ", "> ", ">", ">>", "    ", "  ", "\t", ": ", ":   ", "# "],
    *["## ", "#", "[x]: ", "[^1]: ", "*[HTML]: ", "|", "```", "~~~", ">     ", "-     ", "> - "],
    *["<div markdown='1'>", "</div>", "<p>", "<!-- ", "-->", "\u3000", "\xa0", "[TOC]"],
]
WHOLE_LINES = [
    *[
        "---",
        "***",
        "_ _ _",
        "===",
        "--",
        "- - -",
        "=",
        "|---|---|",
        "a | b",
        "-|-",
        "[TOC]",
        "```",
    ],
    *["```", "~~~ python", "[x]: https://x.org 'T'", "[^1]: Note", "*[HTML]: Markup", "{: .c}"],
    *[
        "> ---",
        "# One #",
        "Term\n: Meaning",
        "///Footnotes Go Here///",
        "    code",
        "> > deep",
        "1. > a",
    ],
]
LINES = st.tuples(
    st.sampled_from(LINE_STARTS),
    st.lists(st.sampled_from(WORDS) | st.sampled_from(INLINE), max_size=6).map("".join),
    st.sampled_from(["", "", "", " ", "  ", "-", "=", " #"]),
).map("".join) | st.sampled_from(WHOLE_LINES)
# Few kinds of lines in one text, so that most signs are absent from most texts.
TEXTS = st.lists(LINES, min_size=1, max_size=6).flatmap(
    lambda lines: st.lists(st.sampled_from([*lines, ""]), min_size=1, max_size=8).map("\n".join)
)


def with_some(source: str, flavour: Flavour) -> Rendered:
    return render_markdown(source, flavour, LINKS)._replace(excerpts=())


def rendered_by(source: str, flavour: Flavour, signs: frozenset[str]) -> Rendered:
    parsed = _read(source, flavour, _parser(flavour, LINKS, signs), _LIMITS)
    return _with_quotes(parsed, _english)


def with_everything(source: str, flavour: Flavour) -> Rendered:
    return rendered_by(source, flavour, EVERY_SIGN)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.slow
@settings(max_examples=100 * EFFORT)
@given(TEXTS)
@example("*\x02[HTML]: Markup\n\nHTML")
@example("a  \nb")
@example("a\n-\t")
@example("> a\n> -")
@example("<h1 markdown=1>a</h1>\n\n[^1]")
def test_html_is_the_same_as_with_every_processor(flavour: Flavour, source: str) -> None:
    assert with_some(source, flavour) == with_everything(source, flavour)


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.stem)
def test_posts_of_dumps_are_the_same_as_with_every_processor(dump: Path) -> None:
    for document in json.loads(dump.read_text(encoding="utf-8"))["documents"]:
        text = "\n".join(document["lines"]).strip("\n")
        for source in (text, escape_post(text)):
            for flavour in FLAVOURS:
                assert with_some(source, flavour) == with_everything(source, flavour)


@given(st.text("\\` \na*", max_size=12), st.integers(0, 3))
def test_code_is_found_as_python_markdown_finds_it(text: str, start: int) -> None:
    ours = (
        _parser("page", LINKS, EVERY_SIGN).markdown.inlinePatterns["backtick"].getCompiledRegExp()
    )
    theirs = Markdown().inlinePatterns["backtick"].getCompiledRegExp()
    spans = [[found.span() for found in each.finditer(text, start)] for each in (ours, theirs)]
    assert spans[0] == spans[1]


def test_a_plain_text_needs_little() -> None:
    assert signs_in("Just a word, and another.\n\nA second paragraph (of text).") == frozenset()


def test_html_may_need_anything() -> None:
    assert signs_in("a < b") == EVERY_SIGN


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_each_sign_that_is_not_seen_would_show(flavour: Flavour) -> None:
    source = "# One\n\n- *two* [three](https://x.org) @four `five`\n\n> six\\*"
    blind = rendered_by(source, flavour, frozenset())
    assert blind != with_everything(source, flavour)
