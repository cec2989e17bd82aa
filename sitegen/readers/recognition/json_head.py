"""JSON (RFC 8259) as it begins: told by its grammar, without building anything from it.

What people and programs write as JSON is taken for it: JSON Lines, comments, keys without quotes,
single quotes, commas too many, ``NaN``; and JavaScript that assigns JSON or calls with it.
"""

import re
from typing import Literal, NamedTuple

_SPACE = re.compile(r"(?:\s++|//[^\n]*+|/\*(?s:.*?)\*/)*+")
_TOKEN = re.compile(
    r"""
    (?P<string> "(?:[^"\\]++|\\(?s:.))*+" | '(?:[^'\\\n]++|\\.)*+' )
    | (?P<scalar> -?\.?\d[\w.+-]*+
        | (?: true | false | null | NaN | -?Infinity | True | False | None | undefined )\b )
    | (?P<name> [A-Za-z_$][\w$]*+ )
    | (?P<sign> [\[\]{},:] )
    """,
    re.VERBOSE,
)
_PREFIX = re.compile(
    r"""
    (?: \)\]\}',?\s*+ )?                          # a guard that some services write
    (?: ["']use\ strict["'];\s*+ )?
    (?P<code>
        (?: export\s++default
          | (?:export\s++)?(?:(?:var|let|const)\s++)?
            [A-Za-z_$][\w$]*+
            (?: \.[\w$]++ | \[(?: "[^"\n]{0,200}" | '[^'\n]{0,200}' | \d++ )\] )*+ \s*+ =
          | [A-Za-z_$][\w$.]*+ \(
        ) \s*+
    )?+
    (?=[\[{])
    """,
    re.VERBOSE,
)
_AFTER_VALUE = re.compile(r"[\s;,)]*+")

_Expected = Literal["value", "value or close", "key or close", "colon", "comma or close"]

_FEW_PAIRS, _MANY_PAIRS = 5, 20
_DEEPEST = 2
"""How deep in objects keys are noted."""


class JsonHead(NamedTuple):
    """What a text has of JSON from its beginning on."""

    code: str
    """The JavaScript before the first value, such as ``window.YTD.tweets.part0 =``."""
    outer: frozenset[str]
    """The keys of the outermost objects: of the one there is, or of those in a list."""
    inner: frozenset[str]
    """The keys of the objects within those."""
    values: int
    """How many values stand beside each other, as in JSON Lines."""


class _Scan:
    """Follows the grammar through a text, as far as it goes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.code = ""
        self.stack: list[str] = []
        self.objects = 0
        self.keys: tuple[set[str], set[str]] = (set(), set())
        self.values = self.pairs = self.strings = self.scalars = 0

    def run(self) -> None:
        """Goes through the values that stand beside each other."""
        while start := _PREFIX.match(self.text, self._after_space()):
            self.code = self.code or (start["code"] or "").strip()
            self.position = start.end()
            if not self._value():
                return
            self.values += 1
            self.position = _matched_end(_AFTER_VALUE, self.text, self.position)

    @property
    def is_at_end(self) -> bool:
        return self._after_space() == len(self.text)

    @property
    def is_in_string(self) -> bool:
        """Whether it ended at a string that the end of the text cuts off."""
        return self.text.startswith('"', self._after_space())

    def _after_space(self) -> int:
        return _matched_end(_SPACE, self.text, self.position)

    def _value(self) -> bool:
        """Goes through one value; whether it is whole."""
        expected: _Expected = "value"
        while token := _TOKEN.match(self.text, self._after_space()):
            following = self._follow(expected, token.lastgroup or "", token[0])
            if following is None:
                return False
            expected, self.position = following, token.end()
            if not self.stack:
                return True
        return False

    def _follow(self, expected: _Expected, kind: str, sign: str) -> _Expected | None:
        """What must come after a token of this kind; None where it cannot stand."""
        after: _Expected | None = None
        match expected:
            case "value" | "value or close" if sign in ("[", "{"):
                after = self._open(sign)
            case "value" | "value or close" if kind in ("string", "scalar"):
                self.strings += kind == "string"
                self.scalars += kind == "scalar"
                after = "comma or close"
            case "key or close" if kind != "sign":
                self._note_key(sign)
                after = "colon"
            case "colon" if sign == ":":
                self.pairs += 1
                after = "value"
            case "comma or close" if sign == ",":
                after = "key or close" if self.stack[-1] == "{" else "value or close"
            case "value or close" | "key or close" | "comma or close" if sign in ("]", "}"):
                after = self._close(sign)
        return after

    def _open(self, sign: str) -> _Expected:
        self.stack.append(sign)
        self.objects += sign == "{"
        return "key or close" if sign == "{" else "value or close"

    def _close(self, sign: str) -> _Expected | None:
        if (self.stack[-1] == "{") != (sign == "}"):
            return None
        self.stack.pop()
        self.objects -= sign == "}"
        return "comma or close"

    def _note_key(self, key: str) -> None:
        if self.objects <= _DEEPEST:
            self.keys[self.objects - 1].add(key.strip("\"'"))


def parse_json(text: str) -> JsonHead | None:
    """What ``text``, the head of a dump, has of JSON; None where it is no JSON.

    A text that only begins with some JSON is none, unless that is most of it.
    """
    scan = _Scan(text)
    scan.run()
    if not _is_data(scan):
        return None
    outer, inner = map(frozenset, scan.keys)
    return JsonHead(scan.code, outer, inner, scan.values)


def _is_data(scan: _Scan) -> bool:
    if scan.is_at_end and not scan.stack:
        return scan.values > 0 and (scan.pairs > 0 or scan.strings > 0 or not scan.scalars)
    if scan.stack and (scan.is_at_end or scan.is_in_string):
        return scan.pairs > 0 or scan.strings > 1
    is_most = 2 * scan.position >= len(scan.text)
    return scan.pairs >= _MANY_PAIRS or (is_most and scan.pairs >= _FEW_PAIRS)


def _matched_end(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position
