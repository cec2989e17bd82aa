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
_EXTENDED = re.compile(r"^(?:ar|kok|lv|ms|sgn|sw|uz|zh)-(?=[a-z]{3}(?:-|$))", re.IGNORECASE)
"""What the code of a language may follow, as in ``zh-yue``."""
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
    current = current_tag(tag.strip())
    found = _TAG.fullmatch(current)
    if not found or not _is_known(found):
        near = _nearest(tag)
        hint = f"did you mean “{near}”?" if near else "it must be a tag such as en, de or pt-BR"
        raise ValueError(f"there is no language “{tag}”; {hint}")
    return current


@functools.lru_cache
def current_tag(tag: str) -> str:
    """The tag with codes that others replaced as CLDR has them now: ``iw-IL`` becomes ``he-IL``.

    Its letters are in their usual case. What is no tag stays as it is. See UTS 35, section 3.2.1,
    and for ``zh-yue``, which becomes ``yue``, RFC 5646, section 4.5.
    """
    from babel.core import get_global  # noqa: PLC0415 -- not needed by every command

    found = _TAG.fullmatch(_EXTENDED.sub("", tag))
    if not found:
        return tag
    code = found["language"].lower()
    language, *implied = get_global("language_aliases").get(code, code).split("_")
    script = found["script"] or next((part for part in implied if len(part) == 4), "")
    region = (found["region"] or next((part for part in implied if len(part) == 2), "")).upper()
    regions = get_global("territory_aliases").get(region, [region])
    parts = [language, script.capitalize(), regions[0] if len(regions) == 1 else region]
    return "-".join(filter(None, parts)) + found["rest"].lower()


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
    """Which way the language is written, by its script."""
    return "rtl" if _script_of(tag) in _RIGHT_TO_LEFT else "ltr"


def are_same_language(one: str, other: str) -> bool:
    """Whether both tags mean one language in one script, of whatever regions."""
    is_language = tag_chain(one)[-1] == tag_chain(other)[-1]
    return is_language and _script_of(one) == _script_of(other)


def text_direction(text: str) -> Direction | None:
    """Which way a text runs, by its first letter that runs one way; None where none does."""
    for character in text:
        if way := _STRONG.get(unicodedata.bidirectional(character)):
            return way
    return None


@functools.lru_cache
def locale_name(tag: str) -> str:
    """The language with a region, as Open Graph asks for it: the one named, else the likely one.

    Without any region where none is known.
    """
    found = _TAG.fullmatch(tag)
    if not found:
        return tag
    region = found["region"] or _likely_subtags(found)[2]
    return f"{found['language'].lower()}_{region.upper()}" if region else found["language"].lower()


@functools.lru_cache
def _script_of(tag: str) -> str:
    """The script that the tag names, else the likely one; empty where none is known."""
    found = _TAG.fullmatch(tag)
    if not found or found["script"]:
        return found["script"] if found else ""
    return _likely_subtags(found)[1]


def _likely_subtags(tag: re.Match[str]) -> tuple[str, str, str]:
    """The language, script and region that CLDR expects; empty where it knows none."""
    from babel.core import get_global  # noqa: PLC0415 -- see above

    likely = get_global("likely_subtags")
    full = likely.get(f"{tag['language']}_{tag['region']}") or likely.get(tag["language"])
    language, script, region = full.split("_") if full else ("", "", "")
    return language, script, region


def _is_known(tag: re.Match[str]) -> bool:
    from babel.core import Locale, get_global  # noqa: PLC0415 -- see above

    english = Locale("en")
    languages = (english.languages, get_global("likely_subtags"), get_global("language_aliases"))
    return (
        any(tag["language"].lower() in known for known in languages)
        and (tag["script"] or "Latn").capitalize() in english.scripts
        and (tag["region"] or "001").upper() in english.territories
    )


def _nearest(tag: str) -> str | None:
    """The tag that was probably meant: with hyphens, by its code, or by its name in English."""
    from babel import Locale  # noqa: PLC0415 -- see above

    wanted = tag.strip().replace("_", "-")
    found = _TAG.fullmatch(wanted)
    if found and _is_known(found):
        return current_tag(wanted)
    codes = {code.replace("_", "-"): name.lower() for code, name in Locale("en").languages.items()}
    names = {name: code for code, name in codes.items()}
    near = difflib.get_close_matches(wanted.lower(), [*names, *codes], n=1)
    return names.get(near[0], near[0]) if near else None
