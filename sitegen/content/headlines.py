"""The heading that a page of one's own begins with is its title, and is not shown twice."""

import re
import unicodedata

from sitegen.config import LinkConfig
from sitegen.markdown import render_markdown
from sitegen.models import Page

_MARKED = re.compile(r" {0,3}#{1,6}[ \t]+[^\n]+")
_UNDERLINED = re.compile(
    r"(?! {0,3}(?:[-+*][ \t]|[>|:]|\d+[.)][ \t]|```|~~~)| {4}|\t)"
    r"(?:[^\n]*\S[^\n]*\n){1,4}? {0,3}(?:=++|-++)[ \t]*$",
    re.MULTILINE,
)
_STRAIGHT = str.maketrans("“”„‘’‚«»", '"""\'\'\'""')


def take_headline(page: Page) -> Page:
    """The page with the heading that its text begins with as its title, and without it there.

    A page that has a title keeps it; the heading goes if it says the same. Imported text is left
    as it is.
    """
    if page.dump is not None:
        return page
    found = _MARKED.match(page.body) or _UNDERLINED.match(page.body)
    title = _plain_title(found[0]) if found else ""
    if not found or not title or (_has_title(page) and not _is_same(title, page.title or "")):
        return page
    rest = page.body[found.end() :]
    body = rest.lstrip("\n")
    lines = found[0].count("\n") + len(rest) - len(body)
    return page._replace(
        title=page.title if _has_title(page) else title,
        body=body,
        body_line=page.body_line + lines,
    )


def _has_title(page: Page) -> bool:
    return bool(page.title and page.title.strip())


def _plain_title(heading: str) -> str:
    """The words of a heading in Markdown; empty if it is none after all."""
    rendered = render_markdown(heading, "page", LinkConfig(), language=lambda _: None)
    is_heading = re.fullmatch(r"<h2\b[^>]*>(?:(?!<h2\b).)*</h2>", rendered.html.strip(), re.DOTALL)
    return " ".join(rendered.text.split()) if is_heading else ""


def _is_same(one: str, other: str) -> bool:
    return _comparable(one) == _comparable(other)


def _comparable(title: str) -> str:
    text = unicodedata.normalize("NFKC", title).translate(_STRAIGHT).casefold()
    return " ".join(text.split())
