"""Uses the heading at the start of a page as its title, so that it is not shown twice."""

import re
import unicodedata

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import render_markdown
from sitegen.models import Page

_COMMENTS = re.compile(r"(?:<!--(?:(?!-->).)*+-->[ \t]*+\n(?:[ \t]*+\n)*+)*+", re.DOTALL)
_NOTE_MARK = re.compile(r"(?<!\\)\[\^[^\[\]\n]+\]")
_ADDRESSES = re.compile(r"^ {0,3}\[[^\[\]^\n][^\[\]\n]*\]:[ \t]+\S.*$", re.MULTILINE)
_MARKED = re.compile(r" {0,3}#{1,6}[ \t]+[^\n]+")
_UNDERLINED = re.compile(
    r"(?! {0,3}(?:[-+*][ \t]|[>|:]|<!--|\d+[.)][ \t]|```|~~~)| {4}|\t)"
    r"(?:[^\S\n]*+\S[^\n]*+\n){1,4}? {0,3}(?:=++|-++)[ \t]*$",
    re.MULTILINE,
)
_TAGGED = re.compile(
    r" {0,3}<(?P<tag>h[1-6])\b[^<>]*>"
    r"(?:(?!<h[1-6]\b)[^\n]|\n(?![ \t]*\n))*?</(?P=tag)>[ \t]*(?=\n|$)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"<(h[1-6])\b[^>]*>(?:(?!<\1\b).)*</\1>", re.DOTALL | re.IGNORECASE)
_FORMS = (_MARKED, _UNDERLINED, _TAGGED)
_STRAIGHT = str.maketrans("“”„‘’‚«»", '"""\'\'\'""')


def use_heading_as_title(page: Page) -> Page:
    """Moves the heading at the start of the text to the title of the page.

    HTML comments before it are kept. A page that has a title keeps it, and the heading is removed
    if it says the same. Imported text is not changed.
    """
    if page.dump is not None:
        return page
    comments = _COMMENTS.match(page.body)
    start = comments.end() if comments else 0
    found = next(filter(None, (form.match(page.body, start) for form in _FORMS)), None)
    title = _plain_title(found[0], page.body) if found else ""
    if not found or not title or (_has_title(page) and not _is_same(title, page.title or "")):
        return page
    rest = page.body[found.end() :]
    body = rest.lstrip("\n")
    lines = found[0].count("\n") + len(rest) - len(body)
    if start:
        body, lines = page.body[:start] + "\n" * lines + body, 0
    return page._replace(
        title=page.title if _has_title(page) else title,
        body=body,
        body_line=page.body_line + lines,
    )


def _has_title(page: Page) -> bool:
    return bool(page.title and page.title.strip())


def _plain_title(heading: str, text: str) -> str:
    """The plain text of a heading in a Markdown text; empty if it is not a heading after all.

    Footnote marks are left out. Link reference definitions may follow anywhere in the text.
    """
    if "[" in heading:
        heading = "\n\n".join([_NOTE_MARK.sub("", heading), *_ADDRESSES.findall(text)])
    rendered = render_markdown(heading, "page", LinkConfig(), language=lambda _: None)
    is_heading = _HEADING.fullmatch(rendered.html.strip())
    return " ".join(rendered.text.split()) if is_heading else ""


def _is_same(one: str, other: str) -> bool:
    return _comparable(one) == _comparable(other)


def _comparable(title: str) -> str:
    text = unicodedata.normalize("NFKC", title).translate(_STRAIGHT).casefold()
    return " ".join(text.split())
