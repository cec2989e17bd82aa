"""A position in a JSON text that is read piece by piece.

Values are parsed by ``json.JSONDecoder.raw_decode`` as soon as the text up to their end is read. It
takes what real files have: NaN, control characters in strings, and lone surrogates. Of equal keys,
the last one counts.
"""

import json
import re
from collections.abc import Iterator

from sitegen.readers.streams.decoding import TextPieces

_PIECE = 1024 * 1024
LARGEST_VALUE = 64 * 1024 * 1024
"""The maximum number of characters of one value that is parsed at once."""
_LONGEST_NUMBER = 300
_SPACE = re.compile(r"[\s\ufeff\u200b]*")
_PREFIX = re.compile(
    r"""(?: \)\]\}',?\s*+ | /\*[^*]{0,100}+\*/\s*+ )?
    (?: export\s++default\s++
      | (?:(?:export\s++)?(?:var|let|const)\s++)? [\w.$\[\]'\"]{1,150}\s*=\s*
      | [A-Za-z_$][\w$.]*+\( (?=[\[{]) )?""",
    re.VERBOSE,
)
"""What precedes the value in JavaScript, such as ``window.YTD.tweets.part0 =``."""
_LONGEST_ASSIGNMENT = 200
_STRUCTURE = re.compile(r'"(?:[^"\\]|\\.)*+"|[][{}]|"', re.DOTALL)
"""Strings, brackets, and the start of a string that is cut off."""
_NEAR_END = 16
_BOUNDARY = re.compile(r"[^\S\n]*+(?:[,\]}\n]|\Z)")
_NEXT_ITEM = re.compile(r"(?<=\})\s{0,100}+,\s{0,100}+(?=\{)|\n(?=[\[{])")
"""Where an item after a broken one seems to begin."""
_FURTHEST = 1024 * 1024
"""How far the end of a broken value is searched by its brackets; less far after each failure."""
_SCALAR = re.compile(r"[^,\]}\s]*+")
_OPEN, _CLOSED = frozenset("[{"), frozenset("]}")


def _parse_int(digits: str) -> object:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


_DECODER = json.JSONDecoder(strict=False, parse_int=_parse_int)


class BrokenJsonError(Exception):
    """The text is not JSON from here on, or it is cut off."""


class TooDeepError(Exception):
    """A value has more levels than the parser allows."""


class Cursor:
    """A position in a text, which only moves forward."""

    def __init__(self, pieces: TextPieces) -> None:
        self._pieces = pieces
        self._text = ""
        self._at = 0
        self._lines = 1
        self._counted = 0
        """Up to where the lines of the text have been counted."""
        self._patience = _FURTHEST
        self.skip_assignment()

    @property
    def line(self) -> int:
        """The number of the line, from 1."""
        self._count_lines()
        return self._lines

    def peek(self) -> str:
        """The next character that is not white space; empty at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def take(self, character: str) -> bool:
        """Moves past ``character``, if that is the next one."""
        is_next = self.peek() == character
        self._at += is_next
        return is_next

    def skip_assignment(self) -> bool:
        """Moves past the JavaScript that assigns a value; returns whether there is any."""
        while self.take(")") or self.take(";"):
            pass
        while len(self._text) - self._at < _LONGEST_ASSIGNMENT and self._more():
            pass
        found = _PREFIX.match(self._text, self._at)
        if found is None or not found[0]:
            return False
        self._at = found.end()
        return True

    def members(self) -> Iterator[str]:
        """The keys of the object here; at each, the cursor is before its value, to be moved past.

        Raises:
            BrokenJsonError: it is not an object as JSON writes it, or it is cut off.
        """
        if not self.take("{"):
            return
        while self.peek() != "}":
            key = self.value()
            if not isinstance(key, str) or not self.take(":"):
                raise BrokenJsonError("this is not an object")
            yield key
            if not self.take(","):
                break
        if not self.take("}"):
            raise BrokenJsonError("the file is cut off")

    def items(self) -> Iterator[None]:
        """The items of the list here; at each, the cursor is before it, to be moved past.

        Raises:
            BrokenJsonError: it is cut off.
        """
        if not self.take("["):
            return
        while not self.take("]"):
            yield
            self.take(",")
            if not self.peek():
                raise BrokenJsonError("the file is cut off")

    def value(self) -> object:
        """Parses the value here, and moves past it.

        Raises:
            BrokenJsonError: it is not JSON, is cut off, or is too large.
            TooDeepError: it has too many levels; the position has not changed.
        """
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if not self._may_go_on(error) or not self._more():
                    raise BrokenJsonError(error.msg) from None
                continue
            except RecursionError:
                raise TooDeepError from None
            if end == len(self._text) and self._more():
                continue  # a number may go on
            self._at = end
            return value

    def skip(self) -> None:
        """Moves past the value here, without holding it.

        Raises:
            BrokenJsonError: it is cut off.
        """
        if self.peek() not in _OPEN:
            self.value()
            return
        depth = 0
        while True:
            for found in _STRUCTURE.finditer(self._text, self._at):
                mark = found[0]
                if mark == '"':  # its end has not been read
                    self._at = found.start()
                    break
                self._at = found.end()
                depth += (mark in _OPEN) - (mark in _CLOSED)
                if not depth:
                    return
            else:
                self._at = len(self._text)
            if len(self._text) - self._at > LARGEST_VALUE or not self._more():
                raise BrokenJsonError("the file is cut off")

    def recover(self) -> bool:
        """Moves from a broken value to where the next item seems to begin.

        Returns:
            False if there is none; the position has not changed then.
        """
        end = self._bracket_end()
        if end and _BOUNDARY.match(self._text, end):
            self._at = end
            return True
        while not (found := _NEXT_ITEM.search(self._text, self._at + 1)):
            if len(self._text) - self._at > _FURTHEST or not self._more():
                return False
        self._at = found.end()
        return True

    def _bracket_end(self) -> int:
        """The end of the value here by its brackets; 0 if it is not found soon."""
        if self.peek() not in _OPEN:
            found = _SCALAR.match(self._text, self._at)
            return max(found.end(), self._at + 1) if found else 0
        while True:
            depth = 0
            for found in _STRUCTURE.finditer(self._text, self._at):
                depth += (found[0] in _OPEN) - (found[0] in _CLOSED)
                if found[0] == '"':  # its end has not been read
                    break
                if not depth:
                    return found.end()
            if len(self._text) - self._at > self._patience or not self._more():
                self._patience //= 2
                return 0

    def skip_line(self) -> bool:
        """Moves to the next line; returns whether there is one."""
        while (end := self._text.find("\n", self._at)) < 0:
            self._at = len(self._text)
            if not self._more():
                return False
        self._at = end + 1
        return True

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        """Whether more text may complete a value that cannot be parsed yet."""
        is_at_end = error.pos >= len(self._text) - _NEAR_END
        is_cut = is_at_end or error.msg.startswith("Unterminated string")
        return is_cut and len(self._text) - self._at <= LARGEST_VALUE

    def _more(self) -> bool:
        """Reads more text, as much as there is already; returns whether there was any."""
        if self._pieces.ended:
            return False
        self._count_lines()
        rest = self._text[self._at :]
        try:
            piece = self._pieces.read(max(_PIECE, len(rest)))
        except OSError as error:
            raise BrokenJsonError(str(error)) from None
        self._text, self._at, self._counted = rest + piece, 0, 0
        return bool(piece)

    def _count_lines(self) -> None:
        self._lines += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
