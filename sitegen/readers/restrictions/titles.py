"""Marks before a title that say that its text is not public: ``Private: …``, ``[DRAFT] …``."""

import re

from sitegen.readers.findings import Reason
from sitegen.readers.restrictions.names import finder, plain_name
from sitegen.readers.restrictions.telling_values import reason_of_value
from sitegen.readers.restrictions.vocabulary import MARKS

_MARKED = re.compile(
    r"\s*(?:[\[({<](?P<bracketed>[^\W\d][^\])}>]{1,30})[\])}>]"
    r"|(?P<word>\w+)(?:\s?: |\s?[–—] (?=[\W\dA-ZÀ-Þ])))"
)
"""A mark before a title, which begins with a capital: “Draft – beer of the year” is a title."""
_PASSWORDS = """
    protected geschützt protégé protegido protetto beveiligd skyddad beskyttet защищено 保護中
    密码保护
"""
_find_mark = finder((*MARKS.items(), ("password", _PASSWORDS)))
_OF_WORDPRESS = re.compile(r"\s*(?P<word>[^\W\d_]+)\s?[:：] ?(?=\S)")
"""What it writes before the titles of pages and feeds, in the language of the website."""
_MARKED_IN_TEXT = re.compile(
    r"\s*(?:[\[(](?P<first>\w+)[\])].*|.*\S\s*[\[(](?P<last>(?i:draft|wip|entwurf|brouillon|borrador|bozza"
    r"))[\])]|(?P<capitals>[A-ZÀ-Þ]{3,}):\s.*)\s*",
    re.DOTALL,
)
_SHOWN = ("private", "password")


def reason_of_title(title: object) -> Reason | None:
    """The reason that is marked before the title of a record."""
    found = _MARKED.match(title) if isinstance(title, str) else None
    if found is None:
        return None
    if word := found["bracketed"]:
        return reason_of_value(word)
    return _find_mark(plain_name(found["word"]))


def reason_of_written_title(title: str | None) -> Reason | None:
    """The reason that an author marks in the title of a text of their own.

    Other than on a page, it is also in brackets, or a word in capitals: ``[Draft] Oil``,
    ``Oil (draft)``, ``WIP: Oil``.
    """
    found = _MARKED_IN_TEXT.fullmatch(title or "")
    word = found and (found["first"] or found["last"] or found["capitals"])
    reason = _find_mark(plain_name(word)) if word else None
    return reason or reason_of_published_title(title)


def reason_of_published_title(title: str | None) -> Reason | None:
    """The reason that WordPress writes before the title of what it shows to some people alone.

    In a feed or on a page, other marks are words of the title: “Draft: the beer of the year”.
    """
    found = _OF_WORDPRESS.match(title or "")
    reason = _find_mark(plain_name(found["word"])) if found else None
    return reason if reason in _SHOWN else None
