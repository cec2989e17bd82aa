from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import escape_essay, escape_post, render_markdown
from tests.paths import SHARED

LINKS = LinkConfig()
DUMPS = SHARED / "dumps"

NASTY_LINES = [
    "1987. A year",
    "1) one",
    "- item",
    "* item",
    "+ item",
    "# heading",
    "#",
    "> quote",
    "***",
    "- - -",
    "_ _ _",
    "===",
    "--",
    "~~~",
    "```python",
    "    code",
    "\tcode",
    "  indented",
    "| a | b |",
    "|---|---|",
    "-|-",
    ": definition",
    "[^1]: note",
    "[x]: https://x.org",
    "*[abbr]: x",
    "[TOC]",
    "!!! note",
    "<!-- comment -->",
    "<script>alert(1)</script>",
    "{: .class}",
    "{#id}",
    "///Footnotes Go Here///",
    "\u3000\u3000indented",
    "\x85next",
    "a\u2028b",
    "\xa0",
    "klzzwxh:0000",
]
NASTY_PIECES = [
    *"*_`~[](){}<>#+-.!|:=&;\\/@'\"^$ \t\n1a2bé",
    *["\n\n", "\n\n\n", "  ", "**", "__", "``", "](", "][", "]:", "![", "<b>", "</b>", "-->"],
    *["&amp;", "&#60;", "&#x27;", "&copy", "https://x.org/a_b", "<https://x.org>", "http://"],
    *["@a_", "@__b__", "@a@b.org", "<a@b.org>", "#t_", "#uv", "e\u0301", "\u200d", "😀", "\u202e"],
    *["שלום", "日本", "\u3000", "snake_case", "_a_", "**b**", "--", "...", '"q"'],
]


def _as_in_a_dump(text: str) -> str:
    """The text as readers hand it over, without white space at line ends."""
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


TEXTS = (
    st.lists(st.sampled_from(NASTY_LINES), max_size=6).map("\n".join)
    | st.lists(st.sampled_from(NASTY_PIECES) | st.sampled_from(NASTY_LINES), max_size=15).map(
        "".join
    )
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t*_[]<&"))
).map(_as_in_a_dump)


class _Shown(HTMLParser):
    """What a browser shows, read without the help of what is tested here."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"p", "br", "a"}, f"a plain text holds no <{tag}>"
        if tag == "p" and self.text:
            self.text += "\n\n"
        if tag == "br":
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(html: str) -> str:
    reader = _Shown()
    reader.feed(html)
    reader.close()
    return _as_in_a_dump(reader.text)


def lines_of(text: str) -> list[str]:
    return [line for line in _as_in_a_dump(text).split("\n") if line]


@given(TEXTS)
@example("x\n<https://x.org/a_b>")
@example("**a\n***")
@example("*a\n * b")
@example("<.<a@b.org>")
@example("https://x.org\t<b>")
def test_a_post_shows_its_text_character_for_character(text: str) -> None:
    rendered = render_markdown(escape_post(text), "post", LINKS)
    assert shown(rendered.html) == text
    assert rendered.text == text


@given(TEXTS)
def test_an_essay_shows_its_words_character_for_character(text: str) -> None:
    rendered = render_markdown(escape_essay(text), "essay", LINKS)
    assert lines_of(shown(rendered.html)) == lines_of(text)
    assert lines_of(rendered.text) == lines_of(text)
    assert rendered.headings == ()


@given(TEXTS)
def test_links_on_or_off_do_not_change_what_is_shown(text: str) -> None:
    nowhere = LinkConfig(handle="", hashtag="")
    assert shown(render_markdown(escape_post(text), "post", nowhere).html) == text


@pytest.mark.parametrize(
    "text",
    [
        "Don't say “no”, say 'maybe' -- or... \"yes\"!",
        "@ada look: #uv is fast https://x.org/a_b_*c*_d?x=1&amp;y (really)",
        "#uv at the start, @__init__ and @one@two",
        "I <3 this, as a < b and R&D, AT&T, 5 * 3 = 15",
        "snake_case and some__more and 1.5 and v2.0. Also 2*3",
        "[x] done, [ ] not done, array[0] and a footnote[1]",
        "C:\\Users\\ada",
        "One * two, a lone `tick, a lone *star",
        "line one\nline two\n\nnext paragraph",
        "a\ttable\tof sorts",
        "\u3000\u3000日本語の段落",
        "{#id} {: .class} [TOC] !!! note",
        ": definition",
        "#1 in the charts, C# and F#",
        "1.5 million\n1987.\u00a0was",
        "~~gone~~ ++new++ ==marked==",
    ],
)
def test_an_ordinary_post_stays_as_it_was_written(text: str) -> None:
    assert escape_post(text) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("1987. A year", "1987\\. A year"),
        ("1) one", "1\\) one"),
        ("- one\n- two", "\\- one\n\\- two"),
        ("# no heading", "\\# no heading"),
        ("> no quote", "\\> no quote"),
        ("title\n===", "title\n\\==="),
        ("title\n--", "title\n\\--"),
        ("***", "\\*\\*\\*"),
        ("- - -", "\\- - -"),
        ("~~~", "\\~~~"),
        ("a|b\n-|-", "a|b\n\\-|-"),
        ("some *stars* and _lines_", "some \\*stars\\* and \\_lines\\_"),
        ("`code`", "\\`code\\`"),
        ("[x](y)", "\\[x](y)"),
        ("![x](y)", "!\\[x](y)"),
        ("[^1]: note", "\\[^1]: note"),
        ("<b>bold</b>", "\\<b>bold\\</b>"),
        ("<https://x.org/a_b>", "\\<https://x.org/a_b>"),
        ("a@b.org <a@b.org>", "a@b.org \\<a@b.org>"),
        ("&amp; &#60;", "&amp;amp; &amp;\\#60;"),
        ("\\* and \\", "\\\\* and \\\\"),
        ("    code", "&#32;   code"),
        ("\tcode", "&#9;code"),
        ("a  \nb\t", "a\nb"),
        ("a\n\n\n\nb", "a\n\n&nbsp;\n&nbsp;\nb"),
    ],
)
def test_markup_is_escaped_where_it_would_be_read(text: str, markdown: str) -> None:
    assert escape_post(text) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("One.\nTwo.", "One.\n\nTwo."),
        ("One.\n\nTwo.\n\n\nThree.", "One.\n\nTwo.\n\nThree."),
        ("A poem\nin lines\n\nEnd.", "A poem  \nin lines\n\nEnd."),
        (
            f"{'A long paragraph. ' * 10}\n{'Another. ' * 20}\n\nEnd.",
            f"{('A long paragraph. ' * 10).strip()}\n\n{('Another. ' * 20).strip()}\n\nEnd.",
        ),
        (
            "This text was wrapped by a mail program at some\nwidth, as one can tell.\n\nEnd.",
            "This text was wrapped by a mail program at some\nwidth, as one can tell.\n\nEnd.",
        ),
    ],
)
def test_the_paragraphs_of_an_essay_are_its_lines_or_its_blocks(text: str, markdown: str) -> None:
    assert escape_essay(text) == markdown


@pytest.mark.parametrize("character", [*"*_`[]()<>#&@\\|-+.!~: \t", "*a", "a_", "![", "\n\n\n"])
def test_many_characters_of_a_kind_take_no_long_time(character: str) -> None:
    text = f"x{character * 2000}x"
    assert shown(render_markdown(escape_post(text), "post", LINKS).html) == text


@pytest.mark.skipif(not DUMPS.is_dir(), reason="the shared dumps are not here")
def test_every_line_of_a_real_dump_shows_as_it_is() -> None:
    text = _as_in_a_dump((DUMPS / "essay-and-posts.txt").read_text(encoding="utf-8"))
    assert shown(render_markdown(escape_post(text), "post", LINKS).html) == text
    essay = render_markdown(escape_essay(text), "essay", LINKS)
    assert lines_of(shown(essay.html)) == lines_of(text)
