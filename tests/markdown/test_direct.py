"""What is rendered directly looks as Python-Markdown renders it, to the byte."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, Limits, escape_post, render_markdown
from sitegen.markdown.direct import render_directly
from sitegen.markdown.parsing import _parser, _read
from sitegen.markdown.plaintext import plain_text
from sitegen.markdown.processor_selection import EVERY_SIGN
from sitegen.markdown.rendering import _LIMITS
from sitegen.views.text_blocks import parse_text_blocks, text_blocks_of
from tests.effort import EFFORT
from tests.paths import TESTS

LINKS = LinkConfig()
FLAVOURS: tuple[Flavour, ...] = ("post", "imported", "page", "own_post")
WITH_BLOCKS = FLAVOURS[1:]
DUMPS = sorted((TESTS / "dumps").glob("*.json"))

WORDS = [
    *["one", "two.", "Three,", "It's", "'tis", '"quoted"', "'single'", "rock 'n' roll", '5"'],
    *["--", "---", "...", "a_b", "2*3", "(so)", "über", "日本語", "😀", "1986", "12.", "3)", "x:"],
    *["Q&A", "R & D", "a > b", "c < d", "“q”", "_", "*", "`", "\\*", "\\_", "\\#", "\\[", "[sic]"],
]
MARKUP = [
    *["*em*", "**strong**", "_em_", "__strong__", "*it's*", "*a\nb*", "(*em*)", "*em*.", "*a.*"],
    *[
        "*a*b",
        "*a _b_ c*",
        "***x***",
        "_a_b_",
        "**",
        "`code`",
        "`a*b_c`",
        '`-- "`',
        "``a`b``",
        "` `",
    ],
    *["[l](https://x.org/a_b?c=d#e)", "[it's](page.md)", "[a b](/about/)", "[l](#f)", "[l](//a.b)"],
    *[
        "[*a*](https://x.org)",
        "[@me](https://x.org)",
        "[m](mailto:a@b.org)",
        "[a](b)[c]",
        "[",
        "](",
    ],
    *["@user", "@a@b.org", "user@host.org", "@a#b", "#tag", "#1", "*@user*", "`c`#tag", "\\@a"],
    *["https://x.org/a.", "https://x.org/(a)?b=c&d=e", "HTTP://X.org", "http://localhost:80/a"],
    *["[see https://x.org]", "https://xn--a.org", "https://a.b:99/'x", "<https://x.org>", "<b>"],
    *["&amp;", "&nbsp;", "{: #a}", "|", "~~s~~", "![i](a.png)", "[^1]", "\\", "\xa0", "\u2003"],
]
STARTS = [*[""] * 9, "- ", "* ", "1. ", "3) ", "> ", "# ", "#", "    ", ": ", "- [ ] ", "[x]: "]
FENCED = [
    "```\nplain\n```",
    '```python\nfor x in y:\n    f("<a> & *b*")\n\nz\n```',
    '```json\n  {"a": "&amp;"}  \n\n\n\t[]\n```',
    "```console\n\n$ ls <a>  \nb\n\n```",
    "```nope\n\n```",
    "```\n\ufeff\n```",
    "``` {.a}\nx\n```",
    "```\nnot closed",
]
TEXT = st.lists(
    st.tuples(
        st.sampled_from([*WORDS, *WORDS, *MARKUP]), st.sampled_from([" ", " ", " ", "\n", ""])
    ).map("".join),
    min_size=1,
    max_size=6,
).map("".join)
LINE = st.tuples(st.sampled_from(STARTS), TEXT).map("".join)
BLOCK = st.one_of(TEXT, TEXT, st.lists(LINE, max_size=3).map("\n".join), st.sampled_from(FENCED))
SOURCES = st.lists(BLOCK, min_size=1, max_size=4).flatmap(
    lambda blocks: st.sampled_from(["\n\n", "\n\n", "\n\n\n", "\n"]).map(
        lambda gap: gap.join(blocks)
    )
)


def by_python_markdown(source: str, flavour: Flavour) -> str:
    return _read(source, flavour, _parser(flavour, LINKS, EVERY_SIGN), _LIMITS).html


def agrees(source: str, flavour: Flavour) -> bool:
    direct = render_directly(source, flavour, LINKS)
    if direct is None:
        return True
    html, text, excerpts = direct
    blocks = text_blocks_of(excerpts, len(html))
    return (html, text, blocks) == (
        by_python_markdown(source, flavour),
        plain_text(html),
        parse_text_blocks(html, len(html)),
    )


@pytest.mark.slow
@settings(max_examples=250 * EFFORT)
@given(SOURCES, st.sampled_from(FLAVOURS))
@example("1. one\n2. \xa0 two", "page")
@example('[see (http://x.org)], "a', "post")
@example("See https://a.org/it's, *so*", "page")
@example("- one\n\n- two", "own_post")
@example("> one\n\n> two", "page")
@example("_ _ _", "page")
@example("```\n\ufeff\n```", "own_post")
def test_a_text_is_the_same_as_by_python_markdown(source: str, flavour: Flavour) -> None:
    assert agrees(source, flavour)


@pytest.mark.slow
@settings(max_examples=100 * EFFORT)
@given(SOURCES)
def test_an_escaped_post_is_the_same_as_by_python_markdown(source: str) -> None:
    assert agrees(escape_post(source), "post")


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.stem)
def test_posts_of_dumps_are_the_same_as_by_python_markdown(dump: Path) -> None:
    documents = json.loads(dump.read_text(encoding="utf-8"))["documents"]
    posts = ["\n".join(document["lines"]).strip("\n") for document in documents]
    assert all(agrees(escape_post(post), "post") for post in posts)
    assert all(agrees(post, flavour) for post in posts for flavour in WITH_BLOCKS)


@pytest.mark.parametrize("flavour", WITH_BLOCKS)
@pytest.mark.parametrize(
    "source",
    [
        "A paragraph.\nIts second line.\n\nAnother, with *some* **markup** and `code`.",
        'It\'s "quoted" -- and so on...',
        "[A link](https://x.org/a_b), https://x.org/c, @user and #tag",
        "- one\n- *two*\n\n1. one\n2. two",
        "> A quotation,\n> of two lines",
        "```python\nx = '<b>'\n```\n\nText",
    ],
)
def test_usual_markup_is_rendered_directly(source: str, flavour: Flavour) -> None:
    assert render_directly(source, flavour, LINKS) is not None
    assert agrees(source, flavour)


@pytest.mark.parametrize(
    "post", ["One\ntwo & three\n\n1. four_five* #six", "@a <3 [sic] https://x.org"]
)
def test_imported_plain_text_is_rendered_directly(post: str) -> None:
    assert render_directly(escape_post(post), "post", LINKS) is not None
    assert agrees(escape_post(post), "post")


@pytest.mark.parametrize(
    "source", ["# Heading", "<b>", "| a |", "[a][b]", "***a***", "- one\n- - two", "*a", "a  \nb"]
)
def test_other_markup_is_left_to_python_markdown(source: str) -> None:
    assert render_directly(f"{source} *", "page", LINKS) is None


def test_other_limits_are_those_of_python_markdown() -> None:
    strict = Limits(steps=0, steps_per_character=0)
    assert render_markdown("Some *text*.", "page", LINKS, strict).is_verbatim
