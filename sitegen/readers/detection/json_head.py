"""Recognises the start of JSON (RFC 8259) by its grammar, without building values.

Common variants are accepted: JSON Lines, comments, unquoted keys, single quotes, trailing commas,
``NaN``, and JavaScript that assigns JSON to a variable or passes it to a function.
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
    (?: \)\]\}',?\s*+ )?                          # a guard against JSON hijacking
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
_SCALAR_LINES = re.compile(
    r"""(?:(?:null|true|false|-?\d[\w.+-]*+|"(?:[^"\\\n]|\\.)*+")[^\S\n]*+(?:\n\s*+|\Z))*+"""
)
"""Lines of JSON Lines without objects, between others."""
_LEADING = re.compile(r"(?:[\s\u200b\u2060\ufeff]++|#[^\n]*+\n)++(?=[\[{])")
"""Lines of comments, and invisible characters, before a value."""
_AFTER_VALUE = re.compile(r"[\s;,)]*+")

_Expected = Literal["value", "value or close", "key or close", "colon", "comma or close"]

_LINE = re.compile(r"[^\S\n]*(?:[{}\[\]\"]|null\b|true\b|false\b|-?\d)")
"""How each line of JSON Lines starts, also if it is broken."""
_FEWEST_LINES = 2
_FEW_PAIRS, _MANY_PAIRS = 5, 20
_DEEPEST = 2
"""Down to which depth of nested objects keys are recorded."""


class JsonHead(NamedTuple):
    """The structure of the JSON at the start of a text."""

    code: str
    """The JavaScript before the first value, such as ``window.YTD.tweets.part0 =``."""
    outer: frozenset[str]
    """The keys of the outermost object, or of the objects in the outermost list."""
    inner: frozenset[str]
    """The keys of the objects within those."""
    values: int
    """The number of top-level values, several in JSON Lines."""


class _Scan:
    """Follows the grammar through a text as far as it is valid."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.code = ""
        self.stack: list[str] = []
        self.objects = 0
        self.keys: tuple[set[str], set[str]] = (set(), set())
        self.values = self.pairs = self.strings = self.scalars = 0

    def run(self) -> None:
        """Scans all top-level values."""
        while start := _PREFIX.match(self.text, self._after_space()):
            self.code = self.code or (start["code"] or "").strip()
            self.position = start.end()
            if not self._value():
                return
            self.values += 1
            self.position = _matched_end(_AFTER_VALUE, self.text, self.position)
            if self.values > 1:
                self.position = _matched_end(_SCALAR_LINES, self.text, self.position)

    @property
    def is_at_end(self) -> bool:
        return self._after_space() == len(self.text)

    @property
    def is_in_string(self) -> bool:
        """Whether the scan ended at a string that is cut off by the end of the text."""
        return self.text.startswith('"', self._after_space())

    def _after_space(self) -> int:
        return _matched_end(_SPACE, self.text, self.position)

    def _value(self) -> bool:
        """Scans one value; returns whether it is complete."""
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
        """What is expected after a token of this kind; None if the token is not allowed here."""
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
    """Parses ``text``, the head of a dump, as JSON; None if it is not.

    A text that only starts with JSON is not, unless that is most of it.
    """
    leading = _LEADING.match(text)
    scan = _Scan(text[leading.end() :] if leading else text)
    scan.run()
    if not _is_data(scan):
        return _parse_lines(scan.text)
    outer, inner = map(frozenset, scan.keys)
    return JsonHead(scan.code, outer, inner, scan.values)


def _parse_lines(text: str) -> JsonHead | None:
    """Parses JSON Lines of which some are broken, or no objects; None if it is something else."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < _FEWEST_LINES:
        return None
    all_alike = all(_LINE.match(line) for line in lines)
    if not all_alike and not lines[0].startswith("{"):
        return None
    scans = [_Scan(line) for line in lines if line.startswith("{")]
    for scan in scans:
        scan.run()
    whole = [scan for scan in scans if scan.pairs and scan.is_at_end and not scan.stack]
    fewest = 1 if all_alike else _FEWEST_LINES  # a single object may be the header of a text
    if len(whole) < fewest or 2 * len(whole) < len(lines):
        return None
    outer, inner = (frozenset().union(*(scan.keys[depth] for scan in whole)) for depth in (0, 1))
    return JsonHead("", outer, inner, len(lines))


def _is_data(scan: _Scan) -> bool:
    if scan.is_at_end and not scan.stack:
        has_keys_or_texts = scan.pairs > 0 or scan.strings > 0
        return scan.values > 0 and (has_keys_or_texts or scan.scalars != 1)
    if scan.stack and (scan.is_at_end or scan.is_in_string):
        return scan.pairs > 0 or scan.strings > 1
    is_most = 2 * scan.position >= len(scan.text)
    return scan.pairs >= _MANY_PAIRS or (is_most and scan.pairs >= _FEW_PAIRS)


def _matched_end(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position
