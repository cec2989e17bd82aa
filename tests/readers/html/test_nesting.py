"""Random HTML: words, their order, the depth of lists and literal characters survive."""

from unicodedata import normalize

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.configuration.settings import LinkConfig
from sitegen.hypertext import EndTag, StartTag, read_events
from sitegen.markdown import render_markdown
from sitegen.readers.html import html_to_markdown
from tests.readers.html.rendering import shown_text

_WORDS = st.text(alphabet="ab1*_`[]()<>#+-=|~\\!&.:{}^$\"'", min_size=1, max_size=6)
_INLINE = ("b", "i", "em", "strong", "code", "span", "sup")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _inline(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    enclosed = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(_INLINE), children)
    linked = st.builds('<a href="https://x.example/">{}</a>'.format, children)
    return st.lists(enclosed | linked | children, min_size=1, max_size=3).map("".join)


inline = st.recursive(_WORDS.map(_escaped) | st.just(" ") | st.just("<br>"), _inline, max_leaves=6)
_LETTERS = st.text(alphabet="xyz", min_size=1, max_size=3)


def _blocks(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    items = st.lists(children.map("<li>{}</li>".format), min_size=1, max_size=3).map("".join)
    lists = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(("ul", "ol")), items)
    others = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(("div", "blockquote")), children)
    return st.lists(lists | others | children, min_size=1, max_size=3).map("".join)


blocks = st.recursive(
    st.builds("<{0}>{1}</{0}>".format, st.sampled_from(("p", "h2", "h3", "div")), _LETTERS)
    | _LETTERS.map("<pre>{}</pre>".format),
    _blocks,
    max_leaves=12,
)


@given(st.lists(_WORDS, min_size=1, max_size=4))
def test_literal_characters_are_shown_as_they_were(words: list[str]) -> None:
    text = " ".join(" ".join(words).split())
    assert shown_text(f"<p>{_escaped(text)}</p>") == text


@given(st.lists(_WORDS, min_size=1, max_size=4))
@example(["a|", "\\|"])
@example(["a|b", "-|-\\|"])
def test_literal_characters_in_lines_are_shown_as_they_were(lines: list[str]) -> None:
    html = "<br>".join(map(_escaped, lines))
    assert shown_text(f"<p>{html}</p>") == "\n".join(lines)


@given(inline)
def test_emphasis_and_links_show_no_marks_of_their_own(html: str) -> None:
    """Letters, digits and signs are those of the HTML, in their order; digits may be raised."""
    text = html_to_markdown(html)
    shown = render_markdown(text.markdown, "essay", LinkConfig()).text
    assert _level("".join(shown.split())) == _level("".join(_text_of(html).split()))


def _level(text: str) -> str:
    """The text without superscripts and subscripts."""
    return normalize("NFKC", text).replace("\N{MINUS SIGN}", "-")


@given(blocks)
def test_words_keep_their_order_and_their_depth_in_lists(html: str) -> None:
    shown = render_markdown(html_to_markdown(html).markdown, "essay", LinkConfig()).html
    assert _depths(shown) == _depths(html)


_TAGS = (
    *("b", "i", "p", "ul", "ol", "li", "table", "tr", "td", "th", "blockquote", "div", "h2", "pre"),
    *("code", "dl", "dt", "dd", "figure", "figcaption", "caption", "span", "details", "summary"),
)
tags = st.builds("<{0}{1}>".format, st.sampled_from(("", "/")), st.sampled_from(_TAGS))


@given(st.lists(tags | _LETTERS.map(" {} ".format), max_size=25).map("".join))
def test_no_word_is_lost_in_any_soup_of_tags(html: str) -> None:
    assert sorted(shown_text(html).split()) == sorted(_text_of(html).split())


def _text_of(html: str) -> str:
    return "".join(event for event in read_events(html) if isinstance(event, str))


def _depths(html: str) -> list[tuple[str, int, int]]:
    """Each text with its depth in lists and in quotations."""
    depths: list[tuple[str, int, int]] = []
    lists = quotes = 0
    for event in read_events(html):
        if isinstance(event, str):
            depths += [(word, lists, quotes) for word in event.split()]
        elif isinstance(event, StartTag | EndTag):
            change = 1 if isinstance(event, StartTag) else -1
            lists += change * (event.name in ("ul", "ol"))
            quotes += change * (event.name == "blockquote")
    return depths
