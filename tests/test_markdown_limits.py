"""No text holds the build, and what is stopped is shown as it stands."""

import subprocess
import sys
import time

import pytest

from sitegen.config import LinkConfig
from sitegen.markdown import Flavour, escape_post, render_markdown
from sitegen.markdown.plaintext import plain_text
from sitegen.readers.text import read_text
from sitegen.text import count_words, find_links, label_of

LINKS = LinkConfig()
FLAVOURS: tuple[Flavour, ...] = ("post", "essay", "page")
LENGTH = 20_000
GENEROUS = 15.0
"""Seconds of this process: three times what the slowest takes, a fraction of a quadratic time."""
HOSTILE = [
    "[", "](", "![a](", "[^", "[a]: ", "\\![", "<!--", "<a ", "&#", "@a@b.", "@", "#", "*a ", "**a",
    "_a ", "`a ", "```\n", "- ", "1. ", "> ", "|-", "\n", " ", "!", "?)", "。", "https://a(", "a: ",
]  # fmt: skip

LONG = 50_000


def row(unit: str) -> str:
    return unit * (LONG // len(unit))


def each(unit: str, length: int = 10) -> str:
    """The unit with numbers from 0 in its place for one."""
    return "".join(unit.format(number) for number in range(LONG // length))


# The first 23 are those of https://github.com/commonmark/cmark/blob/master/test/pathological_tests.py.
SHAPES = {
    "nested strong emphasis": f"{row('*a **a ')[:25_000]}b{row(' a** a*')[:25_000]}",
    "closers of emphasis": row("a_ "),
    "openers of emphasis": row("_a "),
    "closers of links": row("a]"),
    "openers of links": row("[a"),
    "mismatched openers and closers": row("*a_ "),
    "openers and closers in multiples of three": f"a**b{row('c* ')}",
    "openers of links and closers of emphasis": row("[ a_"),
    "brackets and parentheses": row("[ (]("),
    "images of brackets": row("![[]()"),
    "links with emphasis across": row("**x [a*b**c*](d)"),
    "nested brackets": f"{'[' * 25_000}a{']' * 25_000}",
    "nested quotations": f"{row('> ')}a",
    "nested lists": "".join(f"{' ' * 2 * depth}* a\n" for depth in range(220)),
    "null characters": row("abc\x00de\x00"),
    "backticks": "".join(f"e{'`' * length}" for length in range(310)),
    "unclosed links in angles": row("[a](<b"),
    "unclosed links": row("[a](b"),
    "unclosed comments": f"</{row('<!--')}",
    "empty lines in nested lists": f"{'- ' * 10_000}x{chr(10) * 10_000}",
    "empty lines in nested lists in a quotation": f"> {'- ' * 10_000}x\n{'>' * 1}\n" * 3,
    "emphasis in nested quotations": f"{'>' * 15_000}{'a*' * 15_000}",
    "many definitions of links": each("[{}]: u\n") + "[0] " * 5_000,
    "rows of definitions": row("[a]: "),
    "lines of definitions": row("[a]: u\n"),
    "headings of one name": row("# a\n\n"),
    "underlined headings": row("a\n-\n"),
    "headings that clash": each("# a_{}\n\n# a\n\n", 16),
    "footnotes": each("[^{}]: a\n\n", 12) + each("[^{}] ", 14),
    "one footnote": f"[^1]: a\n\n{row('[^1] ')}",
    "footnotes in footnotes": row("[^1]: "),
    "unclosed footnotes": row("[^"),
    "abbreviations": each("*[A{}]: a\n\n", 12) + row("A1 "),
    "lines of abbreviations": row("*[A]: a\n"),
    "definitions of terms": "a\n" + row(": b\n"),
    "attributes": f"# a{row(' {')}",
    "titles": row('[a](b "'),
    "links in links": f"{'[a' * 10_000}{'](b)' * 10_000}",
    "wide tables": f"{'|x' * 8_000}|\n{'|-' * 8_000}|\n{'|' + chr(10)}" * 1 + "|\n" * 10_000,
    "backticks in tables": f"{row('|`')}\n{row('|-')}",
    "quotes": row("'\""),
    "apostrophes": row("'a "),
    "escapes": row("\\*"),
    "unclosed fences": row("```a\n"),
    "fences": row("```\n"),
    "unclosed tags": row("<a "),
    "slashes in tags": row("<a/"),
    "unclosed attributes of tags": row("<a b="),
    "unclosed addresses": row("<http://a"),
    "tags": row("<b>"),
    "blocks of HTML": row("<div>\n"),
    "Markdown in HTML": row("<div markdown=1>\n"),
    "comments in tags": "<b>" * 4_000 + "<!-- a -->" * 3_000,
    "processing instructions": row("<?"),
    "declarations": row("<!A "),
    "character data": row("<![CDATA["),
    "handles": row("@a"),
    "addresses": row("https://a("),
    "line breaks": row("a\n"),
    "rules": row("- ") + "x",
    "code by indentation": row("    a\n\n"),
    "tables of contents": row("[TOC]\n\n") + row("# a\n\n"),
}

RENDER = """
import sys
from sitegen.config import LinkConfig
from sitegen.markdown import render_markdown
source = sys.stdin.buffer.read().decode()
for flavour in ("post", "essay", "page"):
    render_markdown(source, flavour, LinkConfig())
    print(flavour, flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_holds_the_build(shape: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", RENDER],
        input=SHAPES[shape].encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (run.stdout.split(), run.stderr) == ([b"post", b"essay", b"page"], b"")


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


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("source", ["> " * 60 + "a", "- " * 60 + "a", "> - " * 60 + "a"])
def test_deep_nesting_is_stopped(source: str, flavour: Flavour) -> None:
    assert render_markdown(source, flavour, LINKS).is_verbatim


@pytest.mark.parametrize("source", ["[" * 20_000 + "](", "[a](" * 5_000])
def test_brackets_that_nothing_closes_are_stopped(source: str) -> None:
    assert render_markdown(source, "post", LINKS).is_verbatim


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    "source",
    [
        "",
        "- [a title](https://example.org/a_(b))\n" * 2_000,
        "Some [words] (and more) :-( " * 2_000 + "[x](y)",
        "[a](b\n\n" * 5_000,
        "\\[" * 5_000 + "](",
        "> > > - a\n> > > - b\n\n" * 500,
        'A paragraph of *some* `words` by @ada -- it\'s "so" https://example.org...\n\n' * 1_000,
        "```python\nprint(1)\n```\n\n" * 300,
        "# One\n\nText.\n\n" * 1_000,
        f"| a | b |\n|---|---|\n{'| `c` | *d* |' + chr(10)}" + "| 1 | 2 |\n" * 1_000,
        "I <3 this & that < those > these. " * 500,
        "<p>one <b>two</b></p>\n" * 1_000,
        "".join(f"Text[^{n}].\n\n[^{n}]: Note {n}\n\n" for n in range(300)),
    ],
)
def test_a_long_text_is_not_stopped(source: str, flavour: Flavour) -> None:
    assert not render_markdown(source, flavour, LINKS).is_verbatim


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_is_stopped_is_shown_as_plain_text(flavour: Flavour) -> None:
    source = "*One* <b>\n\n" + "[a](" * 10_000
    rendered = render_markdown(source, flavour, LINKS)
    assert rendered.is_verbatim
    assert rendered.text == source
    assert "<b>" not in rendered.html
    assert not render_markdown("*One*", flavour, LINKS).is_verbatim


def test_imported_text_shown_as_plain_text_shows_no_escapes() -> None:
    text = "#1 *a* *b* &amp; [x](y)\n  \\[" + "\n" * 5 + "end"
    source = escape_post(text) + "[a](" * 10_000
    shown = render_markdown(source, "post", LINKS).text.replace("\xa0", "")
    assert shown == text + "[a](" * 10_000


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_is_stopped_does_not_depend_on_how_deep_the_caller_is(flavour: Flavour) -> None:
    source = "> - " * 20 + "[a " * 20 + "*b* " + "](c)" * 20

    def deeply(depth: int) -> str:
        return deeply(depth - 1) if depth else render_markdown(source, flavour, LINKS).html

    assert deeply(300) == deeply(0)
