"""Validates and normalises language tags (BCP 47, RFC 5646) with the data of CLDR."""

import functools
import re
import unicodedata
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel import Locale

Direction = Literal["ltr", "rtl"]

ENGLISH = "en"
"""The language of most digests, of which some is known without the data of CLDR."""

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<rest>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"
    r"(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?)",
    re.IGNORECASE,
)
_EXTENDED = re.compile(r"^(?:ar|kok|lv|ms|sgn|sw|uz|zh)-(?=[a-z]{3}(?:-|$))", re.IGNORECASE)
"""The prefix of an extended language subtag, as in ``zh-yue``."""
_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_RIGHT_TO_LEFT = frozenset(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"])
"""The right-to-left scripts in use, by ISO 15924 code."""
_WORLDWIDE = {ENGLISH: "en-001"}
"""Languages for which CLDR assumes a country by default; use the international form instead."""


@functools.lru_cache
def checked_tag(tag: str) -> str:
    """The normalised tag, such as ``pt-BR``.

    Raises:
        ValueError: it is not a tag, or has a language, script or region that CLDR does not know;
            the text suggests a similar one.
    """
    current = canonical_tag(tag.strip())
    found = _TAG.fullmatch(current)
    if not found or not _is_known(found):
        near = _nearest(tag)
        hint = f"did you mean “{near}”?" if near else "it must be a tag such as en, de or pt-BR"
        raise ValueError(f"there is no language “{tag}”; {hint}")
    return current


@functools.lru_cache
def canonical_tag(tag: str) -> str:
    """The tag in canonical form, with deprecated codes replaced: ``iw-IL`` becomes ``he-IL``.

    Text that is not a tag is returned unchanged. See UTS 35, section 3.2.1, and for ``zh-yue``,
    which becomes ``yue``, RFC 5646, section 4.5.
    """
    if tag == ENGLISH:
        return tag
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
    """The tag and its parents, most specific first: ``zh-Hant-TW``, ``zh-Hant``, ``zh``."""
    parts = tag.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))


@functools.lru_cache
def locale_of(tag: str) -> "Locale":
    """The CLDR locale of the language; that of English if there is none."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- not needed by every command

    for part in (*tag_chain(tag), "en"):
        try:
            return Locale.parse(_WORLDWIDE.get(part, part), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError  # English is known


def language_name(tag: str) -> str:
    """The English name of a language, such as “German”; the tag if CLDR has none."""
    return locale_of(tag).get_language_name("en") or tag


@functools.lru_cache
def direction_of(tag: str) -> Direction:
    """The direction of the script of the language."""
    return "rtl" if _script_of(tag) in _RIGHT_TO_LEFT else "ltr"


@functools.lru_cache
def are_same_language(one: str, other: str) -> bool:
    """Whether both tags have the same language and script, in any region."""
    is_language = tag_chain(one)[-1] == tag_chain(other)[-1]
    return is_language and _script_of(one) == _script_of(other)


def text_direction(text: str) -> Direction | None:
    """The direction of the first strongly directional character; None if there is none."""
    for character in text:
        if way := _STRONG.get(unicodedata.bidirectional(character)):
            return way
    return None


@functools.lru_cache
def locale_name(tag: str) -> str:
    """The locale as Open Graph requires it, with the region of the tag or the likely one.

    If neither is known, it has no region.
    """
    found = _TAG.fullmatch(tag)
    if not found:
        return tag
    region = found["region"] or _likely_subtags(found)[2]
    return f"{found['language'].lower()}_{region.upper()}" if region else found["language"].lower()


@functools.lru_cache
def _script_of(tag: str) -> str:
    """The script of the tag, else the likely one; empty if unknown."""
    found = _TAG.fullmatch(tag)
    if not found or found["script"]:
        return found["script"] if found else ""
    return _likely_subtags(found)[1]


def _likely_subtags(tag: re.Match[str]) -> tuple[str, str, str]:
    """The likely language, script and region by CLDR; empty if unknown."""
    if tag[0] == ENGLISH:
        return ENGLISH, "Latn", "US"
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
    """A suggestion for an invalid tag: with hyphens, by code, or by English name."""
    import difflib  # noqa: PLC0415 -- only for mistakes

    from babel import Locale  # noqa: PLC0415 -- see above

    wanted = tag.strip().replace("_", "-")
    found = _TAG.fullmatch(wanted)
    if found and _is_known(found):
        return canonical_tag(wanted)
    codes = {code.replace("_", "-"): name.lower() for code, name in Locale("en").languages.items()}
    names = {name: code for code, name in codes.items()}
    near = difflib.get_close_matches(wanted.lower(), [*names, *codes], n=1)
    return names.get(near[0], near[0]) if near else None
