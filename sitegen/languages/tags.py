"""Language tags (BCP 47, RFC 5646), checked against those that CLDR knows."""

import difflib
import functools
import re
import unicodedata
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel import Locale

Direction = Literal["ltr", "rtl"]

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<rest>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"
    r"(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?)",
    re.IGNORECASE,
)
_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_RIGHT_TO_LEFT = frozenset(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"])
"""The scripts of today that run from right to left, by their ISO 15924 codes."""
_WORLDWIDE = {"en": "en-001"}
"""A language that CLDR writes as in one country, where none is named: not as in the world."""


@functools.lru_cache
def checked_tag(tag: str) -> str:
    """The tag with its letters in their usual case: ``pt-BR``.

    Raises:
        ValueError: it is no tag, or names a language, script or region that CLDR does not know;
            the text says which, and what is near.
    """
    found = _TAG.fullmatch(tag.strip())
    if not found or not _is_known(found):
        near = _nearest(tag)
        hint = f"did you mean “{near}”?" if near else "it must be a tag such as en, de or pt-BR"
        raise ValueError(f"there is no language “{tag}”; {hint}")
    language, script, region = found["language"], found["script"], found["region"]
    parts = [language.lower(), script and script.capitalize(), region and region.upper()]
    return "-".join(part for part in parts if part) + found["rest"].lower()


def tag_chain(tag: str) -> tuple[str, ...]:
    """The tag and what it is a kind of, the nearest first: ``zh-Hant-TW``, ``zh-Hant``, ``zh``."""
    parts = tag.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))


@functools.lru_cache
def locale_of(tag: str) -> "Locale":
    """What CLDR knows of the language; of English, where it knows nothing."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- not needed by every command

    for part in (*tag_chain(tag), "en"):
        try:
            return Locale.parse(_WORLDWIDE.get(part, part), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError  # English is known


@functools.lru_cache
def direction_of(tag: str) -> Direction:
    """Which way the language is written: by the script that the tag names, else its likely one."""
    from babel.core import get_global  # noqa: PLC0415 -- see above

    found = _TAG.fullmatch(tag)
    script = found["script"] if found else None
    if found and not script:
        language, region = found["language"], found["region"]
        likely = get_global("likely_subtags")
        full = likely.get(f"{language}_{region}") or likely.get(language) or ""
        script = next((part for part in full.split("_") if len(part) == 4), None)
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"


def text_direction(text: str) -> Direction | None:
    """Which way a text runs, by its first letter that runs one way; None where none does."""
    for character in text:
        if way := _STRONG.get(unicodedata.bidirectional(character)):
            return way
    return None


def _is_known(tag: re.Match[str]) -> bool:
    from babel.core import Locale, get_global  # noqa: PLC0415 -- see above

    english = Locale("en")
    language, script, region = (
        tag["language"].lower(),
        tag["script"] or "Latn",
        tag["region"] or "001",
    )
    return (
        (language in english.languages or language in get_global("language_aliases"))
        and script.capitalize() in english.scripts
        and region.upper() in english.territories
    )


def _nearest(tag: str) -> str | None:
    """The tag that was probably meant: with hyphens, by its code, or by its name in English."""
    from babel import Locale  # noqa: PLC0415 -- see above

    wanted = tag.strip().replace("_", "-")
    found = _TAG.fullmatch(wanted)
    if found and _is_known(found):
        return checked_tag(wanted)
    codes = {code.replace("_", "-"): name.lower() for code, name in Locale("en").languages.items()}
    names = {name: code for code, name in codes.items()}
    near = difflib.get_close_matches(wanted.lower(), [*names, *codes], n=1)
    return names.get(near[0], near[0]) if near else None
