"""Renders the text of a block: emphasis, code, links, handles, hashtags and quotation marks."""

import html
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown.direct.styles import Style
from sitegen.markdown.link_targets import url_of
from sitegen.markdown.quotes import mark_quotes, set_dashes
from sitegen.text.labels import link_at

_SIGN = re.compile(
    r"""
    (?P<code>`+)
  | \[(?P<label>[^\[\]*_`@\#&<>\\]*)\](?:\((?P<address>[\w/.:?=%+~,;\#@-]+)\)|(?![(\[]))
  | (?P<link>[@\#]|(?i:https?)://)
  | (?P<run>\*+|_+)
  | \\(?P<escaped>[!-%'-/:-@\[-`{-~])
  | (?P<other>[\[\]\\])
    """,
    re.VERBOSE,
)
"""A sign of markup, or the whole of it."""
_START = re.compile(r"[*_`\[\]@#\\]")
_START_OR_URL = re.compile(r"[*_`\[\]@#\\hH]")
"""The first character of a sign: a set is found faster than alternatives."""
_CODE = re.compile(r"`([^`\\\n]*[^`\\\s][^`\\\n]*)`(?!`)")
_ADDRESS = re.compile(
    r"(?i:https?)://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?=[/?#]|$)\S*"
)
_PATH = re.compile(r"/?[\w.-]+(?:/[\w.-]+)*/?")
_BEFORE_EMPHASIS = frozenset(" \n(")
_AFTER_EMPHASIS = frozenset(" \n.,;:!?)")
_END_OF_EMPHASIS = frozenset(".!?")
_TAGS = {1: "em", 2: "strong"}


class Spans(NamedTuple):
    """The text of a block."""

    html: str
    text: str
    """The plain text of the HTML, as by ``sitegen.markdown.plaintext``."""


class DeclinedError(Exception):
    """The text has markup that only Python-Markdown renders."""


@dataclass(slots=True)
class _Piece:
    text: str
    is_atomic: bool = False
    """Whether it is code or a link made of plain text, which keep their quotes and dashes."""
    tags: str = ""
    """HTML before the text."""


@dataclass(slots=True)
class _Reader:
    """The pieces of a text, read from its start to its end."""

    text: str
    links: LinkConfig
    style: Style
    pieces: list[_Piece] = field(default_factory=lambda: [_Piece("")])
    position: int = 0
    """The end of the part that was read."""
    fixed: int = -1
    """The end of the last code, link or escape, which Python-Markdown replaces by a placeholder."""
    opened: str = ""
    """The asterisks or underscores of the emphasis that is open."""

    def read(self, start: re.Pattern[str]) -> list[_Piece]:
        searched = 0
        while first := start.search(self.text, max(searched, self.position)):
            searched = first.end()
            found = _SIGN.match(self.text, first.start())
            if found:
                self._add(self.text[self.position : found.start()])
                self.position = found.start()
                self._read_sign(found)
        if self.opened:
            raise DeclinedError
        self._add(self.text[self.position :])
        return self.pieces

    def _read_sign(self, found: re.Match[str]) -> None:
        match found.lastgroup:
            case "run":
                self._read_run(found)
            case "link":
                self._read_link(found)
            case "code":
                self._read_code(found)
            case "address":
                self._read_written_link(found)
            case "escaped":
                self._add(found["escaped"])
                self.position = self.fixed = found.end()
            case _ if found["other"] == "\\" or (found["label"] and "://" not in found["label"]):
                self._add(found[0])
                self.position = found.end()
            case _:
                raise DeclinedError

    def _add(self, text: str) -> None:
        self.pieces[-1].text += text

    def _add_piece(self, piece: _Piece, end_tag: str) -> None:
        self.pieces += (piece, _Piece("", tags=end_tag))

    def _read_code(self, found: re.Match[str]) -> None:
        code = _CODE.match(self.text, found.start())
        if code:
            self._add_piece(_Piece(code[1].strip(), is_atomic=True, tags="<code>"), "</code>")
            self.position = self.fixed = code.end()
        elif self.text.count("`") == len(found[0]):
            self._add(found[0])
            self.position = found.end()
        else:
            raise DeclinedError

    def _read_link(self, found: re.Match[str]) -> None:
        """Reads a handle, a hashtag or a URL."""
        start = found.start()
        if start == self.fixed:
            raise DeclinedError
        span = link_at(self.text, start)
        if span is None:
            self._add(found[0])
            self.position = found.end()
            return
        text, address = self.text[start : span.end], url_of(span, self.links)
        if not address or not self._is_kept(address):
            raise DeclinedError
        self._add_piece(_Piece(text, is_atomic=True, tags=self._start_tag(address)), "</a>")
        self.position = self.fixed = span.end

    def _read_written_link(self, found: re.Match[str]) -> None:
        """Reads ``[label](address)``."""
        label, address = found["label"], found["address"]
        is_plain = _PATH.fullmatch(address) or _ADDRESS.fullmatch(address)
        if not label.strip() or "://" in label or not is_plain:
            raise DeclinedError
        self._add_piece(_Piece(label, tags=self._start_tag(address)), "</a>")
        self.position = self.fixed = found.end()

    def _is_kept(self, address: str) -> bool:
        """Whether the sanitiser keeps an address as it is."""
        return not self.style.is_sanitised or bool(
            _ADDRESS.fullmatch(address) and address.isascii() and "xn--" not in address
        )

    def _start_tag(self, address: str) -> str:
        return f'<a href="{html.escape(address, quote=False)}"{self.style.link_attributes}>'

    def _read_run(self, found: re.Match[str]) -> None:
        """Reads asterisks or underscores."""
        run, start, end = found[0], found.start(), found.end()
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        self.position = end
        if (
            self.text.count(run[0]) == len(run)
            or (before.isspace() and after.isspace())
            or (run[0] == "_" and not self.opened and before.isalnum() and after.isalnum())
        ):
            self._add(run)
            return
        if len(run) > 2 or start == self.fixed:
            raise DeclinedError
        if not self.opened and before in _BEFORE_EMPHASIS and after.isalnum():
            self.pieces.append(_Piece("", tags=f"<{_TAGS[len(run)]}>"))
            self.opened = run
        elif (
            self.opened == run
            and (before.isalnum() or before in _END_OF_EMPHASIS)
            and after in _AFTER_EMPHASIS
        ):
            self.pieces.append(_Piece("", tags=f"</{_TAGS[len(run)]}>"))
            self.opened = ""
        else:
            raise DeclinedError


def render_spans(text: str, links: LinkConfig, style: Style) -> Spans:
    """The text of a block, whose line ends are replaced as ``style`` says.

    Args:
        text: the Markdown, without anything that ``style`` declines.
        links: the URL patterns for handles and hashtags.
        style: the rules of the flavour.

    Raises:
        DeclinedError: the text has further markup.
    """
    start = _START_OR_URL if "://" in text else _START
    if not start.search(text):  # most texts have no markup
        text = _punctuated(text) if style.has_typographic_quotes else text
        return _with_line_ends(html.escape(text, quote=False), text, style)
    pieces = _Reader(text, links, style).read(start)
    if style.has_typographic_quotes:
        _set_punctuation(pieces)
    marked = "".join([piece.tags + html.escape(piece.text, quote=False) for piece in pieces])
    text = "".join([piece.text for piece in pieces])
    return _with_line_ends(marked, "\n".join(map(str.rstrip, text.split("\n"))), style)


def _with_line_ends(marked: str, text: str, style: Style) -> Spans:
    if "\n" not in text or style.line_end == "\n":
        return Spans(marked, text)
    shown = text.replace("\n", " ") if style.line_end == " " else text
    return Spans(marked.replace("\n", style.line_end), shown)


def _set_punctuation(pieces: list[_Piece]) -> None:
    """Sets typographic dashes and dots, and a mark for the role of each quote."""
    for piece in pieces:
        if not piece.is_atomic:
            piece.text = set_dashes(piece.text)
    visible = "".join("x" * len(piece.text) if piece.is_atomic else piece.text for piece in pieces)
    marked = mark_quotes(visible)
    if marked == visible:
        return
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        if not piece.is_atomic:
            piece.text = marked[start:end]
        start = end


def _punctuated(text: str) -> str:
    return mark_quotes(set_dashes(text))
