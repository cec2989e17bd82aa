"""Converts the marks within a line of wikitext to HTML.

https://tiddlywiki.com/#WikiText; TiddlyWiki Classic has the same, and ``{{{x}}}`` for code.
"""

import re
from html import escape
from urllib.parse import quote

from sitegen.readers.markdown.literals import Literals

_COMMENTS = (("<!--", "-->"), ("/%", "%/"))
_CODE = re.compile(
    r"(`{1,2})(?!`)(?P<code>.+?)\1|\{\{\{(?![ \t]*[\[\"'])(?P<classic>(?:(?!\{\{\{)[^\n])+?)\}\}\}"
)
_RESULT = re.compile(
    r"<<[^<>\n]*(?:<[^<>\n]*>[^<>\n]*)*>>|\{\{\{[^{}]*\}\}\}(?:\{\{[^{}]*\}\})?|\{\{[^{}\n]*\}\}"
)
"""A macro, a list by a filter, and a part of another tiddler."""
_PICTURE = re.compile(
    r"\[(?:<|>)?img(?P<size>[^\[\]]*)\[(?:(?P<alt>[^\[\]|]*)\|)?(?P<file>[^\[\]]+)\]\]"
)
_OUTSIDE = re.compile(r"\[ext\[(?:(?P<words>[^\[\]|]*)\|)?(?P<address>[^\[\]]+)\]\]")
_LINK = re.compile(
    r"\[\[(?:(?P<words>(?:[^\[\]|]|\](?!\]))*?)\|)?(?P<target>(?:[^\[\]|]|\](?!\]))+)\]\]"
)
_ADDRESS = re.compile(r"(?<![\w~\"'=])(?:https?|ftp)://[^\s<>\"'|]*[^\s<>\"'|.,;:!?)\]}]")
_ELEMENT = re.compile(
    r"</?(?P<name>\$?[A-Za-z][\w.-]*)(?P<rest>(?:\s(?:[^<>\"]|\"[^\"<>]*\")*)?)/?>"
)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
_WEB = re.compile(r"(?:https?|ftp|mailto|tel):", re.IGNORECASE)
_UNLINKED = re.compile(r"(?<!\w)~(?=[A-Z]+[a-z]+[A-Z])")
_STYLED = re.compile(
    r"@@(?:(?:[\w.-]+:[^;@\n]*;)+|(?:\.[\w-]+)+[ \t]|[\w-]+\([^)\n]*\):)?(.+?)@@", re.DOTALL
)
_DASH = re.compile(r"(?<!-)(-{2,3})(?!-)")
_MARKS = (
    (re.compile(r"''(?=\S)(.+?)''", re.DOTALL), "strong"),
    (re.compile(r"(?<!:)//(?=\S)(.+?)(?<!:)//", re.DOTALL), "em"),
    (re.compile(r"(?<!_)__(?=[^\s_])(.+?)__(?!_)", re.DOTALL), "u"),
    (re.compile(r"~~(?=\S)(.+?)~~", re.DOTALL), "del"),
    (re.compile(r"(?<!-)--(?=[^\s-])([^\n]{1,500}?)(?<=[^\s-])--(?!-)"), "del"),
    (re.compile(r"\^\^(?=\S)(.+?)\^\^", re.DOTALL), "sup"),
    (re.compile(r",,(?=\S)(.+?),,", re.DOTALL), "sub"),
)


def location_of(title: str) -> str:
    """Where links within a wiki find a tiddler."""
    return f"{title}.md"


class InlineMarks:
    """Converts lines, and counts what is computed in them."""

    def __init__(self) -> None:
        self.results = 0
        """How many macros and parts of other tiddlers were left out."""

    def to_html(self, text: str) -> str:
        """The HTML of a line, or of several of a paragraph."""
        literals = Literals()
        text = _CODE.sub(lambda found: literals.keep(_code(found)), _without_comments(text))
        text = _PICTURE.sub(lambda found: literals.keep(_picture(found)), text)
        text = _OUTSIDE.sub(
            lambda found: literals.keep(_anchor(found["address"], found["words"])), text
        )
        text = _LINK.sub(lambda found: literals.keep(self._link(found)), text)
        text, results = _RESULT.subn("", text)
        self.results += results
        text = _ADDRESS.sub(lambda found: literals.keep(_anchor(found[0], None)), text)
        text = _ELEMENT.sub(lambda found: literals.keep(_element(found)), text)
        text = _ENTITY.sub(lambda found: literals.keep(found[0]), text)
        text = _STYLED.sub(r"\1", escape(_UNLINKED.sub("", text), quote=False))
        for mark, name in _MARKS:
            text = mark.sub(rf"<{name}>\1</{name}>", text)
        return literals.restore(_DASH.sub(lambda found: "–—"[len(found[1]) - 2], text))

    def _link(self, found: re.Match[str]) -> str:
        target = found["target"].strip()
        words = (found["words"] or target).strip()
        if _WEB.match(target):
            return _anchor(target, words)
        if target.startswith("$:/"):
            return escape(words)
        inner = InlineMarks().to_html(words) if found["words"] else escape(words)
        return f'<a href="{escape(quote(location_of(target)))}">{inner}</a>'


def _without_comments(text: str) -> str:
    for opening, closing in _COMMENTS:
        start = text.find(opening)
        while start >= 0 and (end := text.find(closing, start + len(opening))) >= 0:
            text = text[:start] + text[end + len(closing) :]
            start = text.find(opening, start)
    return text


def _code(found: re.Match[str]) -> str:
    return f"<code>{escape((found['code'] or found['classic']).strip())}</code>"


def _picture(found: re.Match[str]) -> str:
    alt, file = (found["alt"] or "").strip(), found["file"].strip()
    return f'<img src="{escape(file)}" alt="{escape(alt)}">'


def _anchor(address: str, words: str | None) -> str:
    address = address.strip()
    return f'<a href="{escape(address)}">{escape((words or address).strip())}</a>'


def _element(found: re.Match[str]) -> str:
    """An element of HTML as it is; of a widget, only what is in it stays."""
    return "" if found["name"].startswith("$") else found[0]
