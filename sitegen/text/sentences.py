"""Shortens texts at the end of a sentence or of a word."""

import re

from sitegen.text.characters import is_combining, is_unspaced

_CLOSING = "\"'”’»)\\]"
_SPACED_END, _UNSPACED_END = ".!?…؟۔।॥።։", "。！？｡．။។៕"
_SENTENCE_END = re.compile(
    rf"[{_SPACED_END}{_UNSPACED_END}](?:"  # a leading character set makes the search faster
    rf"(?P<point>(?<=\.))[{_CLOSING}]*(?=\s|$)"
    rf"|(?<=[{_SPACED_END}])[{_SPACED_END}]*[{_CLOSING}]*(?=\s|$)"
    rf"|(?<=[{_UNSPACED_END}])[{_UNSPACED_END}]*[」』）】》〉{_CLOSING}]*)"
)
_LAST_WORD = re.compile(r"[\w.’']+$")
_DOTTED = re.compile(r"(?:\w\.)*\w")
"""Initials, and abbreviations such as ``e.g``."""
_ABBREVIATION = re.compile(
    r"al|approx|art|bd|bzgl|bzw|ca|capt|cf|cie|col|dott|dra?|eds?|fr|gen|ggf|gov|hr|hrsg|inkl|jr"
    r"|lic|lt|maj|mag|messrs|mlle|mme|mrs?|ms|mt|mtro|núm|pág|prof|prov|rev|sen|sgt|sog|sra?|srta"
    r"|ste?|str|uds?|vgl|vs|zzgl",
    re.IGNORECASE,
)
_BEFORE_NUMBER = re.compile(r"abb|abs|art|cap|ch|figs?|nos?|nr|núm|pp?|pág|s|vol", re.IGNORECASE)
_WITH_ORDINAL_POINTS = re.compile(r"cs|da|de|et|eu|fi|fo|hr|hu|is|lv|nb|nn|no|pl|sk|sl|sr|tr")
"""Languages that write “the 3rd” as ``3.``."""
_LONGEST_ORDINAL = 2
"""The number of digits of a day, or of a century."""
_SHORTEST = 8
"""The minimum length of an excerpt."""


def whole_sentences(text: str, limit: int, language: str) -> str:
    """As many whole sentences from the start as fit in ``limit`` characters; may be empty.

    Args:
        text: one paragraph; white space in it is single spaces.
        limit: the maximum number of characters.
        language: a BCP 47 tag; some languages write ordinal numbers with a point.
    """
    end = 0
    for found in _SENTENCE_END.finditer(text, 0, limit + 1):
        if found.end() <= limit and _ends_a_sentence(text, found, language):
            end = found.end()
    return text[:end] if end >= _SHORTEST else ""


def whole_words(text: str, limit: int) -> str:
    """As many words from the start as fit in ``limit`` characters, and an ellipsis if any are left.

    A word is cut only if it is longer than ``limit``.
    """
    if len(text) <= limit:
        return text
    end = limit - 1
    while end > 0 and not _is_word_break(text, end):
        end -= 1
    if not end:
        end = limit - 1
        while end > 1 and is_combining(text, end):
            end -= 1
    return text[:end].rstrip(" ,;:–—-、，；：") + "…"


def is_abbreviated(text: str, point: int, end: int, language: str = "en") -> bool:
    """Whether the full stop at ``point`` belongs to an abbreviation or a number before it.

    Args:
        text: the text.
        point: the position of the full stop.
        end: where it ends, with quotation marks and brackets behind it.
        language: a BCP 47 tag; some languages write ordinal numbers with a point.
    """
    last = _LAST_WORD.search(text[:point])
    word = last[0] if last else ""
    if word.isdigit() and len(word) <= _LONGEST_ORDINAL:
        return bool(_WITH_ORDINAL_POINTS.fullmatch(language.partition("-")[0]))
    if text[end:].lstrip()[:1].isdigit() and _BEFORE_NUMBER.fullmatch(word):
        return True
    is_dotted = word[:1].isalpha() and _DOTTED.fullmatch(word) and not is_unspaced(word[-1])
    return bool(is_dotted or _ABBREVIATION.fullmatch(word))


def _ends_a_sentence(text: str, found: re.Match[str], language: str) -> bool:
    if text[found.end() :].lstrip()[:1].islower():
        return False
    return found["point"] is None or not is_abbreviated(text, found.start(), found.end(), language)


def _is_word_break(text: str, position: int) -> bool:
    """Whether a line may break at ``position``."""
    before, after = text[position - 1], text[position]
    if after.isspace():
        return True
    is_unspaced_break = is_unspaced(before) or is_unspaced(after)
    return is_unspaced_break and after.isalnum() and not is_combining(text, position)
