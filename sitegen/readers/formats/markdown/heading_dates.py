"""Finds dates and numbers of issues in the headings of a Markdown text."""

import re
from datetime import datetime

from sitegen.readers.dates import parse_date

DATE = re.compile(
    r"[*_]{0,3}(?:(?:date|published|posted|datum|veröffentlicht|fecha|le|am|on)(?: on)?:?[ \t]+)?"
    r"(?P<date>\d{4}-\d\d?-\d\d?(?:[T ][\d:.]+(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)?"
    r"|\d{1,2}\.? ?[^\W\d]{3,9}\.?,? \d{4}|[^\W\d]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4})[*_]{0,3}",
    re.IGNORECASE,
)
"""A date, alone on a line or at its start."""
BYLINE = re.compile(
    rf"{DATE.pattern},?[ \t]+(?:by|von|par|por|di|door|av)[ \t]+"
    r"(?P<author>(?-i:[^\W\d_a-z][^\s*_,;.!?]*(?:[ \t](?:(?:and|und|et|y|e|en|och|og|von|van|de|der"
    r"|den|di|da|la)[ \t])?[^\W\d_a-z][^\s*_,;.!?]*){0,5}))[*_]{0,3}[ \t]*",
    re.IGNORECASE,
)
"""A line with a date and an author: “Posted on 5 May 2024 by Ann”; “by the river” is a text."""
_BEHIND = re.compile(
    rf".*\S(?:[ \t]+[-–—·|][ \t]+|,[ \t]+|[ \t]*\()(?:{DATE.pattern})\)?", re.IGNORECASE
)
"""A heading with a date at its end, such as “Issue 12 – 5 May 2024”."""
_ISSUE = re.compile(
    r"(?:\S+[ \t]+){0,4}?(?:issue|ausgabe|edition|numéro|número|numero|edición|edição|edizione"
    r"|newsletter|no\.?|nr\.?|n[º°]|выпуск)[ \t]*#?\d+\b|#\d+\b|第[ \t]*\d+[ \t]*[号期號]",
    re.IGNORECASE,
)
"""The number of an issue at the start of a heading, also behind the name of a newsletter."""


def is_issue(heading: str) -> bool:
    """Whether a heading is that of an issue of a newsletter, by its number or its date."""
    return _ISSUE.match(heading) is not None or date_beside(heading) is not None


def date_alone(line: str) -> datetime | None:
    """The date that is all of a line; None if there is more, or none."""
    dated = DATE.fullmatch(line.strip())
    return parse_date(dated["date"]) if dated else None


def date_beside(heading: str) -> datetime | None:
    """The date in a heading: all of it, or its end."""
    behind = _BEHIND.fullmatch(heading)
    return parse_date(behind["date"]) if behind else date_alone(heading)
