"""What the name of a text says: its date, title and language."""

import re
from datetime import datetime
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from sitegen.languages import checked_tag
from sitegen.readers.dates import parse_date
from sitegen.readers.text.days import SHORT_WEEKDAYS, WEEKDAYS

_DATED = re.compile(
    r"(?P<date>\d{4}[-_.]\d{1,2}[-_.]\d{1,2}|(?:19|20)\d{6})"
    r"(?:[T _-]?(?P<time>\d{2}[-:_.h]?\d{2}(?:[-:_.m]?\d{2})?)(?=[ _-]|$))?"
    r"(?:[-_ .]+|$)(?P<rest>.*)"
)
_FOLDERS_DATE = re.compile(r"(?:^|/)((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$|-)")
_NUMBERED = re.compile(r"\d+[.)_ -]+(?=\D)")
_DAY = re.compile(
    rf"{WEEKDAYS}|{SHORT_WEEKDAYS}|journal|diary|daily|log|post|entry|draft|update", re.IGNORECASE
)
"""Words behind a date that are no title."""
_START = 400
"""How many characters of a text are compared with its name."""
_UNTITLED = re.compile(
    r"untitled\b.*|unbenannt\b.*|sans titre.*|new note.*|index|_index|note", re.IGNORECASE
)


class NamedPlace(NamedTuple):
    """What the name of a file says."""

    date: datetime | None
    title: str | None
    """Its name, if that reads as a title."""
    lang: str | None
    has_dated_name: bool = False
    """Whether the date stands in its own name, before the title."""


def read_name(name: str) -> NamedPlace:
    """Reads the name of a text: its date, title and language."""
    path = PurePosixPath(name)
    stem, lang = _split_language(path.stem)
    if stem.lower() in ("index", "_index", "readme") and path.parent.name:
        stem = path.parent.name  # a bundle: the folder of a text with its pictures
    dated = _DATED.fullmatch(stem)
    date = _date_of(dated) if dated else None
    if dated and date:
        stem = dated["rest"]
    elif folders := _FOLDERS_DATE.search(str(path.with_suffix(""))):
        date = parse_date("-".join(part.zfill(2) for part in folders.groups()))
    return NamedPlace(date, _title_in(stem), lang, has_dated_name=bool(dated and date))


def title_of_slug(slug: str, text: str, *, in_capitals: bool) -> str | None:
    """The title that a slug such as ``on-rivers`` stands for.

    None if it names a day, or repeats how the text begins, as programs make one.

    Args:
        slug: words with hyphens between them.
        text: the text that it names.
        in_capitals: whether each word has a capital letter, as in Jekyll.
    """
    words = slug.replace("-", " ").split()
    start = " ".join(re.findall(r"\w+", text[:_START].lower()))
    if not words or _DAY.fullmatch(slug) or start.startswith(" ".join(words).lower()):
        return None
    if in_capitals:
        return " ".join(word.capitalize() for word in words)
    return " ".join((words[0][0].upper() + words[0][1:], *words[1:]))


def _date_of(dated: re.Match[str]) -> datetime | None:
    digits = re.findall(r"\d+", dated["date"])
    parts = digits if len(digits) == 3 else [digits[0][:4], digits[0][4:6], digits[0][6:]]
    clock = re.sub(r"\D", "", dated["time"] or "")
    time = ":".join(clock[i : i + 2] for i in range(0, len(clock), 2))
    day = "-".join(part.zfill(2) for part in parts)
    return (parse_date(f"{day}T{time}") if time else None) or parse_date(day)


def _title_in(stem: str) -> str | None:
    words = " ".join(_NUMBERED.sub("", stem, count=1).replace("_", " ").split())
    return words if re.search(r"[^\W\d]", words) and not _UNTITLED.fullmatch(words) else None


def _split_language(stem: str) -> tuple[str, str | None]:
    """The name without a language at its end, as in ``bread.de``."""
    rest, dot, tag = stem.rpartition(".")
    if dot and is_language(tag):
        return rest, tag
    return stem, None


@cache
def is_language(tag: str) -> bool:
    """Whether a part of a name is the tag of a language, such as ``de`` or ``pt-BR``."""
    if not re.fullmatch(r"[a-z]{2}(?:-[A-Za-z]{2})?", tag):
        return False
    try:
        return bool(checked_tag(tag))
    except ValueError:
        return False
