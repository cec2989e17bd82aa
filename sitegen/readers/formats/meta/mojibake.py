"""Mends texts of Meta's exports, whose UTF-8 bytes were written as if they were Latin-1.

A text may mix mended and broken characters, so each valid UTF-8 sequence is decoded by itself
(Unicode Standard, table 3-7).
"""

import re

_PAIR = r"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]"
"""Two surrogates, each encoded by itself (CESU-8)."""
_SEQUENCE = re.compile(
    rf"""{_PAIR}
    | [\xc2-\xdf][\x80-\xbf]
    | \xe0[\xa0-\xbf][\x80-\xbf]
    | [\xe1-\xec\xee\xef][\x80-\xbf]{{2}}
    | \xed[\x80-\x9f][\x80-\xbf]
    | \xf0[\x90-\xbf][\x80-\xbf]{{2}}
    | [\xf1-\xf3][\x80-\xbf]{{3}}
    | \xf4[\x80-\x8f][\x80-\xbf]{{2}}""",
    re.VERBOSE,
)


def mend(text: str) -> str:
    """The text with each run of broken characters decoded."""
    return _SEQUENCE.sub(_decode, text)


def _decode(found: re.Match[str]) -> str:
    decoded = found[0].encode("latin-1").decode("utf-8", "surrogatepass")
    return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
