"""Reads the dates of dumps, in whatever form they are written.

Nonsense, such as the year 0000 or a date before 1990, is no date.
"""

import math
import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

_YEARS = range(1990, 2101)
_NEAR_YEARS = ("19", "20")
"""How years begin that come soon, or are past."""
_YEAR_OF_DATE = re.compile(r"(\d{4})([-/.])\d\d?\2\d\d?(?=\D|$)|(9999)$")
_WRITTEN_DAY = re.compile(r"\s*((?:19|20)\d\d)([-/.])(\d\d?)\2(\d\d?)(?!\d)")
_NAMED_YEAR = re.compile(r"(?<!\d)(?:199\d|20\d\d)(?!\d)")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECONDS = (1_000_000, 1_000, 1, 0.001)
"""How many microseconds a unit has: seconds, milliseconds, microseconds, nanoseconds."""
_MOST_SECONDS = 10**11
"""Numbers from here on count a smaller unit: this many seconds are in the year 5138."""

_LONG_NUMBER = re.compile(r"-?\d{9,13}(?:\.\d+)?|\d{16}|\d{19}")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)")
_COMMENT = re.compile(r"\([^)]*\)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([-/.])(\d{1,2})(?:\2(\d{1,4}))?(?!\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_AFTERNOON = re.compile(r"(?:下午|午後|오후)\s*([\d:]+)")
_TIME = re.compile(
    r"""(?<!\d)(?P<hour>\d{1,2})(?:[:h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?
    \s*(?P<half>[ap]\.?\s?m\b\.?)? | \s*(?P<lone_half>[ap]\.?m\b\.?))""",
    re.VERBOSE,
)
_ZONE = re.compile(
    r"\s*(?:(?P<name>[a-z]{1,5})\b)?\s*(?:(?P<sign>[+\u2212-])(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?"
    r"(?!\d))?"
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")

_LONGEST = 100
"""How many characters a date has at most."""
_Day = tuple[int, int, int]

_MONTHS = {
    prefix: number
    for number, prefixes in enumerate(
        (
            "jan ene gen янв січ oca sty",
            "feb fev фев лют sub lut",
            "mar mrt maa мар бер",
            "apr avr abr апр кві kwi nis",
            "may mai mag mei maj маи мая тра",
            "jun juin giu июн черв cze haz",
            "jul juil lug июл лип lip tem",
            "aug aou ago авг серп sie agu",
            "sep set сен вер wrz eyl",
            "oct okt ott out окт жов pazd eki",
            "nov ноя лист lis kas",
            "dec dez dic дек груд gru ara",
        ),
        start=1,
    )
    for prefix in prefixes.split()
}
"""The first letters of months in several languages, without accents."""
_HOURS = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0,
    "west": 1, "bst": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2, "eest": 3, "msk": 3,
    "ist": 5.5, "sgt": 8, "hkt": 8, "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "aest": 10,
    "acdt": 10.5, "aedt": 11, "nzst": 12, "nzdt": 13,
    "ndt": -2.5, "nst": -3.5, "brt": -3, "adt": -3, "ast": -4, "edt": -4, "est": -5, "cdt": -5,
    "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8, "akdt": -8, "akst": -9, "hst": -10,
}  # fmt: skip
"""The offsets of time zones by their abbreviations; those of America are as in RFC 822."""


_MONTHS_OF_A_YEAR, _DAYS_OF_ANY_MONTH = range(1, 13), 28
_DOT_NET = re.compile(r"/Date\((\d+)(?:[+-]\d{4})?\)/")
"""How Microsoft's programs write a moment in JSON, in milliseconds; the offset is only shown."""


def parse_date(text: str | None, default_zone: tzinfo = UTC) -> datetime | None:
    """The moment that a text states, in whole seconds, with the offset as written.

    It reads ISO 8601 and its variations, RFC 822 with names of days and months in several
    languages, dates as browsers and Americans write them (the month first, unless that cannot be),
    German ones (``2.1.2024``), and seconds since 1970.

    Args:
        text: the text.
        default_zone: the zone of a date without one.

    Returns:
        None if the text is no date, or if its year is not from 1990 to 2100.
    """
    text = (text or "").strip()
    return _parse(text, default_zone) if text and len(text) <= _LONGEST else None


@lru_cache(maxsize=16)
def _parse(text: str, default_zone: tzinfo) -> datetime | None:
    """The moment of a text; the last ones are kept, as a post names one date in several places."""
    if text[0] == "/" and (found := _DOT_NET.fullmatch(text)):
        return from_epoch(found[1])
    if text[:9].lstrip("-").isdigit() and _LONG_NUMBER.fullmatch(text):
        return from_epoch(text)
    if not text.isascii():
        text = _AFTERNOON.sub(r"\1 pm", _EAST_ASIAN.sub(r"\1-\2-\3 ", text))
    try:
        moment = _parse_iso(text) or _parse_words(_plain(text))
        if moment is None or moment.year not in _YEARS:
            return None
        return moment.replace(tzinfo=moment.tzinfo or default_zone, microsecond=0)
    except (ValueError, OverflowError):
        return None


def is_never(value: object) -> bool:
    """Whether a date is so late, such as 31 December 9999, that it means never."""
    if not isinstance(value, str) or value.startswith(_NEAR_YEARS):
        return False
    found = _YEAR_OF_DATE.match(value.strip())
    return found is not None and int(found[1] or found[3]) > _YEARS[-1]


def is_to_come(value: object) -> bool:
    """Whether a value of a field is a date in the future, or one that never comes."""
    date = date_of_value(value)
    return is_never(value) or (date is not None and date > datetime.now(UTC))


def date_of_value(value: object) -> datetime | None:
    """The date in a value of a field: a text, or a number as :func:`from_epoch` reads it."""
    return parse_date(value) if isinstance(value, str) else from_epoch(value)


def is_impossible(value: object) -> bool:
    """Whether a value of a field is a date that no calendar has, such as 30 February 2023.

    Zeros stand for what a program does not know.
    """
    day = _day_in(value) if isinstance(value, str) else None
    if day is None or 0 in day or day[0] not in _YEARS:
        return False
    if day[1] in _MONTHS_OF_A_YEAR and day[2] <= _DAYS_OF_ANY_MONTH:
        return False
    try:
        datetime(*day, tzinfo=UTC)
    except ValueError:
        return True
    return False


def _day_in(text: str) -> _Day | None:
    """The numbers of a date, whether there is such a day or not."""
    if found := _WRITTEN_DAY.match(text):
        return int(found[1]), int(found[3]), int(found[4])
    if len(text) > _LONGEST or not any(map(str.isdigit, text)) or parse_date(text):
        return None
    plain = _plain(_EAST_ASIAN.sub(r"\1-\2-\3 ", text))
    numeric = _NUMERIC.search(plain)
    has_day = numeric is None or numeric[4]  # “2020/21” are two years
    return _date_of(_TIME.sub(" ", plain)) if has_day else None


def why_lost(name: str, value: object, *, is_dated: bool) -> str | None:
    """Why the date in a field of a post is lost; None if the field holds none that is.

    Args:
        name: the name of the field, by which a text that names a year is a date.
        value: its value.
        is_dated: whether the post has a date from elsewhere.
    """
    if is_impossible(value):
        return "there is no such day"
    if is_dated or "date" not in name.lower() or not isinstance(value, str):
        return None
    names_year = _NAMED_YEAR.search(value) and not _WRITTEN_DAY.match(value)
    return "sitegen reads no day in it" if names_year and not parse_date(value) else None


def from_epoch(value: object) -> datetime | None:
    """The moment of a number of seconds since 1970, or of smaller units, as its size says.

    Returns:
        None for 0 and for years that are not from 1990 to 2100.
    """
    try:
        number = float(value) if isinstance(value, int | float | str) else math.nan
    except (ValueError, OverflowError):
        return None
    if isinstance(value, bool) or not 0 < number < _MOST_SECONDS * 10**9:
        return None
    unit = max(0, (math.floor(math.log10(number)) - 8) // 3)
    exact = int(value) if isinstance(value, int | str) and str(value).strip().isdigit() else number
    moment = _EPOCH + timedelta(microseconds=int(exact * _MICROSECONDS[min(unit, 3)]))
    return moment.replace(microsecond=0) if moment.year in _YEARS else None


def _parse_iso(text: str) -> datetime | None:
    if not text[:4].isdigit():
        return None
    if text[4:5] != "-" and (found := _COMPACT.fullmatch(text)):
        return datetime(*(int(part) for part in found.groups()))  # type: ignore[arg-type]
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _plain(text: str) -> str:
    """The text in lower case, without accents, comments and special spaces."""
    lowered = _COMMENT.sub(" ", text).casefold()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _parse_words(text: str) -> datetime | None:
    time = _TIME.search(text)
    hour, minute, second, zone = 0, 0, 0, None
    if time:
        hour, minute, second = _time_of(time)
        rest = _ZONE.match(text, time.end())
        zone, end = (_zone_of(rest), rest.end()) if rest else (None, time.end())
        if zone is None:
            end = time.end()
        text = f"{text[: time.start()]} {text[end:]}"
    day = _date_of(text)
    if (hour, minute, second) == (24, 0, 0):  # the end of a day, in ISO 8601
        return day and datetime(*day, tzinfo=zone) + timedelta(days=1)
    return day and datetime(*day, hour, minute, min(second, 59), tzinfo=zone)


def _time_of(found: re.Match[str]) -> tuple[int, int, int]:
    hour = int(found["hour"])
    half = found["half"] or found["lone_half"]
    if half:
        hour = hour % 12 + 12 * half.startswith("p")
    return hour, int(found["minute"] or 0), int(found["second"] or 0)


def _zone_of(found: re.Match[str]) -> tzinfo | None:
    """The zone after a time; None if there is none, or its name is unknown."""
    if found["sign"]:
        size = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
        return timezone(size if found["sign"] == "+" else -size)
    hours = _HOURS.get(found["name"] or "")
    return None if hours is None else timezone(timedelta(hours=hours)) if hours else UTC


def _date_of(text: str) -> _Day | None:
    """Year, month and day."""
    months = [month for word in _WORD.findall(text) if (month := _month_of(word))]
    if not months:
        found = _NUMERIC.search(text)
        return _numeric(found) if found else None
    year, day = _YEAR.search(text), _DAY.search(text)
    if day is None:
        return None
    if year:
        return int(year[1]), months[-1], int(day[1])
    numbers = _DAY.findall(text)  # the last is a year of two digits
    return (_century(int(numbers[-1])), months[-1], int(day[1])) if len(numbers) > 1 else None


def _month_of(word: str) -> int | None:
    return _MONTHS.get(word[:4]) or _MONTHS.get(word[:3])


def _numeric(found: re.Match[str]) -> _Day | None:
    first, sign, second, third = int(found[1]), found[2], int(found[3]), found[4]
    if len(found[1]) == 4:
        return first, second, int(third or 1)
    if not third or len(third) == 3:
        return None
    year = _century(int(third)) if len(third) <= 2 else int(third)
    if sign == "." or first > 12:
        return year, second, first
    return year, first, second


def _century(year: int) -> int:
    return year + (2000 if year < 70 else 1900)
