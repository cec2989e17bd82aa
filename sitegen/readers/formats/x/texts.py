"""The text of a post as its author wrote it."""

import re
from collections.abc import Mapping

from sitegen.readers.formats.x.posts import Raw, entities_of, media_of, text_of

_CHARACTERS = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"}
"""X escapes the text once, and only these."""
_SHORT = r"https?://t\.co/\w+"
_CHARACTER = "|".join(_CHARACTERS)
_TOKEN = re.compile(rf"{_SHORT}|{_CHARACTER}")
_OLD_LANGUAGES = {"in": "id", "iw": "he", "ji": "yi"}
_NO_LANGUAGES = {"und", "zxx", "art", "mul", "mis"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")


def full_text(raw: Raw) -> str:
    """The text with full addresses, without the links to its own media, and unescaped."""
    return expand(text_of(raw) or "", addresses_in(raw), is_escaped=True)


def addresses_in(raw: Raw) -> Mapping[str, str]:
    """The full address of each short one in a post; empty for its own media."""
    addresses = {}
    for url in entities_of(raw, "urls"):
        short, full = url.get("url"), url.get("expanded_url")
        if isinstance(short, str) and short and isinstance(full, str) and full:
            addresses[short] = full
    for medium in media_of(raw):
        if isinstance(short := medium.get("url"), str) and short:
            addresses[short] = ""
    return addresses


def expand(text: str, addresses: Mapping[str, str], *, is_escaped: bool) -> str:
    """Replaces short addresses.

    The positions of entities count characters of the escaped text, so addresses are replaced by
    what they are, in one pass with the escapes.
    """
    pattern = _TOKEN
    if others := [short for short in addresses if not re.fullmatch(_SHORT, short)]:
        known = "|".join(re.escape(short) for short in sorted(others, key=len, reverse=True))
        pattern = re.compile(rf"{known}|{_TOKEN.pattern}")

    def replacement(found: re.Match[str]) -> str:
        token = found[0]
        if token in addresses:
            return addresses[token]
        return _CHARACTERS.get(token, token) if is_escaped else token

    return _tidy(pattern.sub(replacement, text))


def unescape(text: str) -> str:
    """The text without the escapes of X, with its short addresses."""
    return expand(text, {}, is_escaped=True)


def _tidy(text: str) -> str:
    if "\n" not in text and "\r" not in text:
        return text.strip()
    lines = (line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(lines).strip()


def has_short_address(text: str) -> bool:
    """Whether an address could not be replaced."""
    return re.search(_SHORT, text) is not None


def without_mention(text: str, name: str | None) -> str:
    """The text without the author's own name, with which old replies to oneself begin."""
    return re.sub(rf"(?i)\A(?:@{re.escape(name)}\s+)+", "", text) if name else text


def tags_of(raw: Raw) -> tuple[str, ...]:
    """The hashtags of a post."""
    names = (tag.get("text") for tag in entities_of(raw, "hashtags"))
    return tuple(dict.fromkeys(name for name in names if isinstance(name, str) and name))


def language_of(raw: Raw) -> str | None:
    """The language that X found; None for its codes that name no language."""
    code = raw.get("lang")
    if not isinstance(code, str) or not _LANGUAGE.fullmatch(code):
        return None
    if code in _NO_LANGUAGES or code.startswith("q"):
        return None
    return _OLD_LANGUAGES.get(code, code)
