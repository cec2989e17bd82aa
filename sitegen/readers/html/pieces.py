"""Inline content: pieces of text with their emphasis and links."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntFlag
from typing import Literal, NamedTuple

_SPACE = re.compile(r"[ \t\n\f\r]+")


class Style(IntFlag):
    """How a text is emphasised."""

    NONE = 0
    STRONG = 1
    EMPHASIS = 2
    STRIKE = 4


@dataclass(slots=True, eq=False)
class Link:
    """A link; its text may span several blocks."""

    address: str
    block: int | None = None
    """The first block with words of the link: only these are linked."""


class Piece(NamedTuple):
    """A piece of inline content."""

    kind: Literal["text", "code", "break", "image", "note"]
    text: str = ""
    """The text or code, the alternative text of an image, or the label of a note."""
    style: Style = Style.NONE
    link: Link | None = None
    address: str = ""
    """The address of an image."""


def normalize(pieces: Iterable[Piece]) -> list[Piece]:
    """Collapses white space as browsers do, and joins pieces that differ in nothing."""
    result: list[Piece] = []
    for piece in pieces:
        text = _SPACE.sub(" ", piece.text) if piece.kind in ("text", "code") else piece.text
        if piece.kind in ("text", "code"):
            before = result[-1] if result else None
            if before is None or before.kind == "break" or _ends_in_space(before):
                text = text.lstrip(" ")
            if not text:
                continue
        elif piece.kind == "break":
            _strip_end(result)
        if result and _joins(result[-1], piece):
            result[-1] = result[-1]._replace(text=result[-1].text + text)
        else:
            result.append(piece if text == piece.text else piece._replace(text=text))
    _strip_end(result)
    return result


def _ends_in_space(piece: Piece) -> bool:
    return piece.kind in ("text", "code") and piece.text.endswith(" ")


def _joins(first: Piece, second: Piece) -> bool:
    return (
        first.kind == second.kind
        and first.kind in ("text", "code")
        and first.style == second.style
        and first.link is second.link
    )


def _strip_end(pieces: list[Piece]) -> None:
    """Removes spaces at the end of the last line, also those that do not break."""
    while pieces and pieces[-1].kind in ("text", "code"):
        text = pieces[-1].text.rstrip(" \xa0")
        if text:
            pieces[-1] = pieces[-1]._replace(text=text)
            return
        pieces.pop()


def is_blank(pieces: Sequence[Piece]) -> bool:
    """Whether there is nothing to see."""
    return all(p.kind == "break" or (p.kind == "text" and not p.text.strip()) for p in pieces)
