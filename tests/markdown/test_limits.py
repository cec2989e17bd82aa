"""No text holds the build: its steps are counted, and what is stopped is shown as it stands.

All texts here are short and harmless to plain Python-Markdown. What was found to keep it busy for
seconds to minutes, at 100 kB to 1 MB, is each of the kinds below repeated that often: openers of
links, pictures, notes, comments and code that nothing closes; links and emphasis within each other;
quotations and lists within each other; many references to one long address; definitions, fences,
rows of tables and tags that are looked at again for each that follows; long runs of spaces.
"""

import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, Limits, escape_post, render_markdown
from sitegen.markdown.parsing import _parser
from sitegen.markdown.processor_selection import EVERY_SIGN
from sitegen.markdown.steps import LimitExceededError
from sitegen.text.labels import find_links

LINKS = LinkConfig()
FLAVOURS: tuple[Flavour, ...] = ("post", "essay", "page")
FEW = Limits(steps=200, steps_per_character=0)
BUSY = "[a](" * 20
"""Takes more than a few steps."""


def steps_of(source: str, flavour: Flavour = "page", limits: Limits | None = None) -> int:
    """How many steps of the parser a text takes, or had taken when it was stopped."""
    limits = limits or Limits()
    parser = _parser(flavour, LINKS, EVERY_SIGN)
    parser.meter.begin(len(source), limits)
    try:
        parser.markdown.reset().convert(source)
    except LimitExceededError:
        parser.markdown.parser.state.clear()
    return limits.steps_for(len(source)) - parser.meter.steps_left


@pytest.mark.parametrize(
    ("before", "unit", "after"),
    [
        ("", "[", ""),
        ("", "[a](b ", ""),
        ("", "![", ""),
        ("", "[^", ""),
        ("", "[a", "](b)"),
        ("", "*[\n", ""),
        ("", "[^\n", ""),
        ("[a]: ", '"', " x"),
        ("# a", " ", "b"),
        ("# a", " {", ""),
        ("[", "*a* ", "](b)"),
        ("*[A]: a\n\n", "*A* ", ""),
        ("", "<a ", ""),
        ("<div>\n", "<b></i>", ""),
        ("<div markdown=1>\n", "<li>", ""),
        ("", "    a\n\n", ""),
        ("|a|b|\n|-|-|\n|", "`|", "|"),
        ("", "[TOC]\n\n# a\n\n", ""),
        ("[^1]: a\n\n", "[^1] ", ""),
    ],
)
def test_quadratic_work_is_counted_as_quadratic(before: str, unit: str, after: str) -> None:
    few, more, most = (
        steps_of(before + unit * (length // len(unit)) + after) for length in (200, 400, 800)
    )
    assert most - more > 2.9 * (more - few)


def test_each_end_of_code_is_looked_for() -> None:
    """Runs of backticks, each longer than all before, so that none ends another."""
    few, more, most = (
        steps_of(" ".join("`" * length for length in range(1, runs))) for runs in (10, 20, 40)
    )
    assert most - more > 5 * (more - few)


@pytest.mark.parametrize("lengths", [(1, 4), (4, 1)])
def test_each_use_of_a_long_address_is_counted(lengths: tuple[int, int]) -> None:
    address, uses = lengths
    single = steps_of("[a]: " + "u" * 1_000 + "\n\n" + "[a] " * 200)
    more = steps_of("[a]: " + "u" * 1_000 * address + "\n\n" + "[a] " * 200 * uses)
    assert more > 3 * single


def test_each_block_of_code_is_counted() -> None:
    """However short it is, as Pygments takes its time to begin."""
    assert steps_of("```\na\n```\n\n" * 20) > steps_of("`` a ``\n\n" * 20) + 20 * 500


def test_many_names_of_one_length_are_looked_for_in_each_text() -> None:
    def text(names: int) -> str:
        return "".join(f"*[A{name:03}]: a\n\n" for name in range(names)) + "A1 word " * 100

    assert steps_of(text(80)) > 3 * steps_of(text(20))


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_steps_are_the_same_each_time(flavour: Flavour) -> None:
    source = "> - *One* [a](b) **two `three` @ada\n\n| a | b |\n|---|---|\n| c | d |\n\n" + BUSY
    first = steps_of(source, flavour)
    steps_of("Something [else](entirely).\n\n- *a*", flavour)
    assert steps_of(source, flavour) == first > 0


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_text_is_stopped_where_its_steps_end(flavour: Flavour) -> None:
    steps = steps_of(BUSY, flavour)
    enough = Limits(steps=steps, steps_per_character=0)
    too_few = Limits(steps=steps // 2, steps_per_character=0)
    assert not render_markdown(BUSY, flavour, LINKS, enough).is_verbatim
    assert render_markdown(BUSY, flavour, LINKS, too_few).is_verbatim


def test_a_longer_text_may_take_more_steps() -> None:
    per_character = Limits(steps=0, steps_per_character=4)
    short, long = ("A paragraph of *some* `words`.\n\n" * count for count in (10, 1_000))
    assert not render_markdown(short, "page", LINKS, per_character).is_verbatim
    assert not render_markdown(long, "page", LINKS, per_character).is_verbatim
    assert render_markdown(long, "page", LINKS, Limits(len(short), 0)).is_verbatim


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("opening", ["> ", "- ", "> - ", "1. "])
def test_deep_nesting_is_stopped(opening: str, flavour: Flavour) -> None:
    shallow = Limits(nested=5)
    assert not render_markdown(opening * 2 + "a", flavour, LINKS, shallow).is_verbatim
    assert render_markdown(opening * 6 + "a", flavour, LINKS, shallow).is_verbatim


def test_deep_nesting_within_a_line_is_stopped() -> None:
    source = "*a " * 8 + "b*" * 8
    assert not render_markdown(source, "page", LINKS).is_verbatim
    assert render_markdown(source, "page", LINKS, Limits(nested=1)).is_verbatim


def test_deep_nesting_of_html_that_holds_markdown_is_stopped() -> None:
    source = "<div markdown=1>\n" * 8 + "a" + "\n</div>" * 8
    assert not render_markdown(source, "page", LINKS).is_verbatim
    assert render_markdown(source, "page", LINKS, Limits(nested=2)).is_verbatim


ORDINARY = {
    "links": "- [a title](https://example.org/a_(b))\n",
    "brackets": "Some [words] (and more) :-( ",
    "escapes": "Some \\[words\\] \\(and more\\)\n\n",
    "quotations": "> > > - a\n> > > - b\n\n",
    "prose": 'A paragraph of *some* `words` by @ada -- it\'s "so" https://example.org...\n\n',
    "lines": "A line of some words.\n",
    "code": "```python\nfor number in range(10):\n    print(number)\n    print()\n```\n\n",
    "indented code": "A paragraph:\n\n    print(1)\n\n    print(2)\n\n",
    "headings": "# One\n\nText.\n\n",
    "nested lists": "- one\n    - two\n        - three\n\n",
    "numbers": "- 1\n- 2\n",
    "signs": "I <3 this & that < those > these. ",
    "html": "<p>one <b>two</b></p>\n",
    "definitions": "A term\n:   what it means\n\n",
    "tables": "| a | b |\n|---|---|\n| `c` | *d* |\n| `e` | *f* |\n\n",
}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("kind", ORDINARY)
def test_an_ordinary_text_takes_far_fewer_steps_than_it_may(kind: str, flavour: Flavour) -> None:
    source = ORDINARY[kind] * (10_000 // len(ORDINARY[kind]))
    a_third = Limits(steps=0, steps_per_character=Limits().steps_per_character // 3)
    assert not render_markdown(source, flavour, LINKS, a_third).is_verbatim


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_large_ordinary_text_is_rendered(flavour: Flavour) -> None:
    part = "".join(text * 3 + "\n\n" for text in ORDINARY.values())
    note = "Text[^{0}], [a link][{0}].\n\n[^{0}]: Note\n\n[{0}]: /{0}\n\n"
    source = "".join(note.format(number) + part for number in range(80))
    assert len(source) > 100_000
    a_third = Limits(steps=0, steps_per_character=Limits().steps_per_character // 3)
    assert not render_markdown(source, flavour, LINKS, a_third).is_verbatim


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_text_over_the_limit_is_shown_as_plain_text(flavour: Flavour) -> None:
    source = "*One* <b>\n\n" + BUSY
    rendered = render_markdown(source, flavour, LINKS, FEW)
    assert rendered.is_verbatim
    assert rendered.text == source
    assert "<b>" not in rendered.html


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_text_over_the_limit_does_not_affect_the_next_text(flavour: Flavour) -> None:
    following = "> - *One* [a](b) **two"
    before = render_markdown(following, flavour, LINKS)
    shallow = Limits(nested=2)
    assert render_markdown("> - " * 3 + following, flavour, LINKS, shallow).is_verbatim
    assert render_markdown(following + BUSY, flavour, LINKS, FEW).is_verbatim
    assert render_markdown(following, flavour, LINKS) == before


def test_imported_text_shown_as_plain_text_shows_no_escapes() -> None:
    text = "#1 *a* *b* &amp; [x](y)\n  \\[" + "\n" * 5 + "end"
    rendered = render_markdown(escape_post(text) + BUSY, "post", LINKS, FEW)
    assert rendered.is_verbatim
    assert rendered.text.replace("\xa0", "") == text + BUSY


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_limit_does_not_depend_on_the_depth_of_the_call_stack(flavour: Flavour) -> None:
    source = "> - " * 20 + "[a " * 20 + "*b* " + "](c)" * 20

    def deeply(depth: int) -> str:
        return deeply(depth - 1) if depth else render_markdown(source, flavour, LINKS).html

    assert deeply(300) == deeply(0)


def test_addresses_that_a_bracket_ends_are_each_read_once() -> None:
    text = "https://a.org/b)" * 500
    assert [span.name for span in find_links(text)] == ["https://a.org/b"] * 500
