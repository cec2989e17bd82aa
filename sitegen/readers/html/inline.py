"""Writes the Markdown of inline content."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from sitegen.readers.html.addresses import is_bare, is_picture, scheme_of, written
from sitegen.readers.html.escaping import escape_line_start, escape_text
from sitegen.readers.html.pieces import Link, Piece, Style
from sitegen.text.labels import find_links

_BACKQUOTES = re.compile(r"`+")
_IMAGE_ALT = re.compile(r"[\\\[\]`<]|&(?=#?[0-9A-Za-z]+;)")
_MARKS = {Style.STRONG: "**", Style.STRIKE: "~~"}
_OUTERMOST_FIRST = (Style.STRIKE, Style.STRONG, Style.EMPHASIS)
_BREAK = "  \n"
_LINK_SHAPES = ("](", "][", "]:", "[^", "] (")


def image_markdown(alt: str, address: str) -> str:
    """The canonical Markdown of a picture."""
    alt = " ".join(alt.split())
    escaped = _IMAGE_ALT.sub(lambda f: "&amp;" if f[0] == "&" else "\\" + f[0], alt)
    return f"![{escaped}]({written(address)})"


def link_markdown(words: str, address: str) -> str:
    """The Markdown of a link with plain words; without words, a bare address."""
    words = " ".join(words.split())
    if not words or words == address:
        return address if is_bare(address, "", "") else f"<{written(address)}>"
    return f"[{escape_text(words, brackets=True, is_link=True)}]({written(address)})"


def code_markdown(code: str) -> str:
    """The Markdown of code within a line."""
    longest = max((len(found) for found in _BACKQUOTES.findall(code)), default=0)
    fence = "`" * (longest + 1 if longest else 1)
    pad = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{fence}{pad}{code}{pad}{fence}"


@dataclass(slots=True)
class _Token:
    """A part of a line: written Markdown, or a mark that depends on what is around it."""

    kind: Literal["text", "markup", "open", "close"]
    text: str = ""
    partner: int = -1
    """The index of the other mark of an emphasis."""


def write_inline(pieces: Sequence[Piece], block: int, *, is_heading: bool = False) -> str:
    """The Markdown of normalised pieces, with hard line breaks.

    Args:
        pieces: the inline content.
        block: the number of the block that they are in.
        is_heading: whether they follow the marks of a heading, where no other block can begin.
    """
    if len(pieces) == 1 and _is_plain(piece := pieces[0]):
        text = escape_text(piece.text, brackets=_needs_bracket_escapes(pieces), is_link=False)
        return text if is_heading else escape_line_start(text)
    pieces = _without_brackets([_unlinked(piece, block) for piece in pieces])
    writer = _Writer(list(_with_space_at_images(list(_with_outer_space(_trimmed(pieces))))))
    lines = _lines(writer.tokens(), is_heading=is_heading)
    return _BREAK.join(lines)


def _is_plain(piece: Piece) -> bool:
    return piece.kind == "text" and not piece.style and piece.link is None


def _without_brackets(pieces: list[Piece]) -> list[Piece]:
    """The pieces without brackets around the reference of a footnote."""
    for index in range(1, len(pieces) - 1):
        before, piece, after = pieces[index - 1 : index + 2]
        is_enclosed = before.text.endswith("[") and after.text.startswith("]")
        if piece.kind == "note" and before.kind == after.kind == "text" and is_enclosed:
            pieces[index - 1] = before._replace(text=before.text[:-1])
            pieces[index + 1] = after._replace(text=after.text[1:])
    return [piece for piece in pieces if piece.text or piece.kind in ("break", "image")]


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    kept = list(pieces)
    while kept and kept[-1].kind == "break":
        kept.pop()
    while kept and kept[0].kind == "break":
        kept.pop(0)
    return kept


def _unlinked(piece: Piece, block: int) -> Piece:
    """The piece without its link, if that stands at other words or leads to the picture itself."""
    link = piece.link
    if link is None:
        return piece
    if piece.kind == "image":
        is_own = is_picture(link.address) or link.address == piece.address
        return piece._replace(link=None) if is_own or link.block is not None else piece
    if piece.kind == "note" or (link.block is not None and link.block != block):
        return piece._replace(link=None)
    return piece


def _with_outer_space(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Moves white space at the ends of emphasis and links outside them."""
    split: list[Piece] = []
    for piece in pieces:
        if piece.kind != "text" or not (piece.style or piece.link):
            split.append(piece)
            continue
        inner = piece.text.strip()
        if inner == piece.text:
            split.append(piece)
            continue
        start, _, end = piece.text.partition(inner) if inner else (piece.text, "", "")
        split += [piece._replace(text=part) for part in (start, inner, end) if part]
    for index, piece in enumerate(split):
        if piece.kind == "break" or (piece.kind == "text" and piece.text.isspace()):
            before = split[index - 1] if index else None
            after = split[index + 1] if index + 1 < len(split) else None
            yield _between(piece, before, after)
        else:
            yield piece


def _with_space_at_images(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Adds spaces between images and adjacent words or images, as an image may become a link."""
    for index, piece in enumerate(pieces):
        before = pieces[index - 1] if index else None
        if before and "image" in (before.kind, piece.kind):
            touches = before.kind == "image" or before.text[-1:].isalnum()
            if touches and (piece.kind == "image" or piece.text[:1].isalnum()):
                yield Piece("text", " ")
        yield piece


def _between(piece: Piece, before: Piece | None, after: Piece | None) -> Piece:
    if before is None or after is None:
        return piece._replace(style=Style.NONE, link=None)
    link = piece.link if before.link is piece.link is after.link else None
    style = before.style & after.style & piece.style if piece.style else Style.NONE
    return piece._replace(style=style, link=link)


@dataclass(slots=True)
class _Writer:
    pieces: list[Piece]
    out: list[_Token] = field(default_factory=list)
    open: list[tuple[Style | Link, int]] = field(default_factory=list)
    """What is open, outermost first, with the index of its token."""

    def tokens(self) -> list[_Token]:
        ends = _ends(self.pieces)
        brackets = _needs_bracket_escapes(self.pieces)
        index = 0
        while index < len(self.pieces):
            piece = self.pieces[index]
            self._close_all_but(piece)
            taken = self._bare_address(index)
            if not taken:
                self._open_all(piece, ends[index])
                following = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
                self._write(piece, following, brackets=brackets)
            index += taken or 1
        self._close_all_but(Piece("text"))
        return self.out

    def _bare_address(self, index: int) -> int:
        """Writes the address of a link whose only text is the address; returns how many pieces."""
        piece = self.pieces[index]
        link = piece.link
        if link is None or piece.kind != "text" or any(each is link for each, _ in self.open):
            return 0
        following = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        words = piece.text
        if (following and following.link is link) or not _is_address(words, link.address):
            return 0
        self._open_all(piece._replace(link=None), {})
        before = next((t.text for t in reversed(self.out) if t.text), "")
        if is_bare(words, _text_after(piece, following), before):
            self.out.append(_Token("markup", words))
            return 1
        if scheme_of(words) in ("http", "https") and written(words) == words:
            self.out.append(_Token("markup", f"<{words}>"))
            return 1
        return 0

    def _close_all_but(self, piece: Piece) -> None:
        keep = 0
        for each, _ in self.open:
            if each is not piece.link and each not in _styles_in(piece):
                break
            keep += 1
        while len(self.open) > keep:
            self._close(*self.open.pop())

    def _close(self, each: Style | Link, start: int) -> None:
        if isinstance(each, Link):
            self.out.append(_Token("markup", f"]({written(each.address)})"))
        elif each is Style.EMPHASIS:
            self.out[start].partner = len(self.out)
            self.out.append(_Token("close", partner=start))
        else:
            self.out.append(_Token("markup", _MARKS[each]))

    def _open_all(self, piece: Piece, ends: dict[Style | int, int]) -> None:
        if not (piece.style or piece.link):
            return
        wanted: list[Style | Link] = [*_styles_in(piece)]
        if piece.link:
            wanted.insert(0, piece.link)
        opened = [each for each, _ in self.open]
        new = [each for each in wanted if not any(each is old for old in opened)]
        new.sort(key=lambda each: -ends.get(each if isinstance(each, Style) else id(each), 0))
        for each in new:
            self.open.append((each, len(self.out)))
            if isinstance(each, Link):
                self._mind_exclamation()
                self.out.append(_Token("markup", "["))
            elif each is Style.EMPHASIS:
                self.out.append(_Token("open"))
            else:
                self.out.append(_Token("markup", _MARKS[each]))

    def _mind_exclamation(self) -> None:
        """Escapes a ``!`` before a link, which would become a picture."""
        if self.out and self.out[-1].kind == "text" and self.out[-1].text.endswith("!"):
            self.out[-1].text = self.out[-1].text[:-1] + "\\!"

    def _write(self, piece: Piece, following: Piece | None, *, brackets: bool) -> None:
        match piece.kind:
            case "text":
                is_link = piece.link is not None
                address = "" if is_link else _address_before(piece, following)
                text = piece.text.removesuffix(address)
                escaped = escape_text(text, brackets=brackets, is_link=is_link)
                self.out.append(_Token("text", escaped))
                if address:
                    self.out.append(_Token("markup", f"<{address}>"))
            case "code":
                self.out.append(_Token("markup", code_markdown(piece.text)))
            case "break":
                self.out.append(_Token("markup", "\n"))
            case "image":
                self._mind_exclamation()
                self.out.append(_Token("markup", image_markdown(piece.text, piece.address)))
            case "note":
                self._mind_exclamation()
                self.out.append(_Token("markup", f"[^{piece.text}]"))


def _styles_in(piece: Piece) -> tuple[Style, ...]:
    return _styles_of(piece.style) if piece.style else ()


@cache  # the operators of flags are slow
def _styles_of(style: Style) -> tuple[Style, ...]:
    """The styles in several, outermost first."""
    return tuple(each for each in _OUTERMOST_FIRST if each & style)


def _ends(pieces: Sequence[Piece]) -> list[dict[Style | int, int]]:
    """For each piece, where its styles and its link end."""
    result: list[dict[Style | int, int]] = [{}] * len(pieces)
    following: dict[Style | int, int] = {}
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        keys: list[Style | int] = [*_styles_in(piece)]
        if piece.link:
            keys.append(id(piece.link))
        following = {key: following.get(key, index + 1) for key in keys}
        result[index] = following
    return result


def _needs_bracket_escapes(pieces: Sequence[Piece]) -> bool:
    """Whether an opening bracket in the text could begin a link, a note or a definition."""
    text = "".join(piece.text for piece in pieces)
    if "[" not in text:
        return False
    has_links = any(piece.link or piece.kind in ("image", "note") for piece in pieces)
    return has_links or any(shape in text for shape in _LINK_SHAPES)


def _address_before(piece: Piece, following: Piece | None) -> str:
    """The address at the end of a text, if what follows would become part of it."""
    if "://" not in piece.text or _text_after(piece, following) != "x":
        return ""
    last = next(reversed(list(find_links(piece.text))), None)
    if last is None or last.kind != "url" or last.end < len(piece.text):
        return ""
    return last.name if written(last.name) == last.name else ""


def _text_after(piece: Piece, following: Piece | None) -> str:
    """The text that could continue an address in a piece; marks could, too."""
    if following is None or following.kind == "break":
        return ""
    is_plain = following.kind == "text" and following.style == piece.style
    if is_plain and not following.link:
        return following.text[:80]
    return following.text[:1] if following.text[:1].isspace() else "x"


def _is_address(words: str, address: str) -> bool:
    """Whether the words of a link are its whole address."""
    return words == address or (words + "/" == address and words.count("/") == 2)


def _lines(tokens: list[_Token], *, is_heading: bool) -> list[str]:
    """The lines of the tokens, with the marks of emphasis."""
    for index, token in enumerate(tokens):
        if token.kind == "open":
            _choose_mark(tokens, index, token.partner)
    lines: list[str] = []
    line: list[_Token] = []
    for token in [*tokens, _Token("markup", "\n")]:
        if token.text == "\n":
            lines.append(_line(line, is_heading=is_heading))
            line = []
        else:
            line.append(token)
    return lines


def _line(tokens: Sequence[_Token], *, is_heading: bool) -> str:
    text = "".join(token.text for token in tokens)
    first = next((token for token in tokens if token.text), None)
    may_begin_block = first is not None and first.kind == "text" and not is_heading
    return escape_line_start(text) if may_begin_block else text


def _choose_mark(tokens: list[_Token], start: int, end: int) -> None:
    """Sets the marks of an emphasis: ``*``, or ``_`` next to other asterisks, or none."""
    before, after = _edge(tokens, start, -1), _edge(tokens, end, 1)
    first, last = _edge(tokens, start, 1), _edge(tokens, end, -1)
    inner = any(t.kind == "markup" and t.text == "**" for t in tokens[start + 1 : end])
    if "*" not in (before, after, first, last) and not inner:
        mark = "*"
    elif not any(c.isalnum() or c == "_" for c in (before, after)) and "_" not in (first, last):
        mark = "_"
    else:
        mark = ""
    tokens[start].text = tokens[end].text = mark


def _edge(tokens: Sequence[_Token], index: int, step: int) -> str:
    """The character next to a mark; marks that are not chosen yet are skipped."""
    index += step
    while 0 <= index < len(tokens):
        if text := tokens[index].text:
            return text[0] if step > 0 else text[-1]
        index += step
    return ""
