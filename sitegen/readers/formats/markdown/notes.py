"""Finds the notes of a Markdown text in which only blank lines part paragraphs, and notes.

The weights are those of a logistic regression over 1,700 paragraphs of 489 real notes by two
authors, rounded. Where links are frequent, a note mostly has one in its first words.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.readers.formats.markdown.lines import TextLine
from sitegen.readers.text.lines import read_lines

_MARKS = re.compile(r"!?\[|\](?:\([^()\s]*\)|\[[^\[\]]*\])|[*`]+|^[ \t]*[>][ \t]*")
_ADDRESS = re.compile(r"\]\([^()\s]*\)|https?://\S+")
_LINK = re.compile(r"\]\(|https?://")
_EARLY_LINK = re.compile(r".{0,140}?(?:\]\(|https?://)", re.DOTALL)
_LINK_FIRST = re.compile(r"[*_]*\[")
_BOLD_FIRST = re.compile(r"(?:\*\*|__)\S[^\n]{0,90}?(?:\*\*|__)(?!\w)")
_CONTINUES = re.compile(
    r"""[ \t]|!\[|<img\b|\$\$|\||>|[*_(\[]*[—–]|--[ \w]|<?https?://\S+$
    |[*_(\[]*(?:(?:update[ds]?|edit|p\.?\s?s\.?|source|hat\ tip|h/t|via|nachtrag|quelle)\b
    (?=[^\n]{0,30}?(?::|[*_]{1,2}\s|$)|\ \S+$)|(?:via|h/t|see\ also)\b|siehe\ auch\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Starts of what belongs to the paragraph before: an attribution, a source, an addition."""
_CONTINUED = (":", ",", "—", "–", ";")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’')*_]*$")
_REFERS_BACK = re.compile(
    r"(?:This|That|These|Those|It|They|He|She|So|Also|Still|Then|There|Now|Here|However|Of course"
    r"|In this|At the same|Das|Dies\w*|Aber|Und|Auch|Eso|Esto|Pero|Mais|Cela)\b"
)
_DEFINITE = re.compile(r"(?:The|Die|Der|Le|La|El|Les|Los) ")
_INDEFINITE = re.compile(r"(?:An?|New|Reading|Watching|From|Published|Ein|Eine|Un|Une|Una|Neu) ")
_TIME = re.compile(
    r"(?:Today|Yesterday|Last|Recently|This (?:morning|week|month|year|weekend|evening)|Tonight"
    r"|After|As I|While|Follow|Heute|Gestern|Hier|Aujourd'hui|Hoy|Ayer)\b"
    r"|(?:A|Two|Three) (?:few |couple )?(?:of )?(?:days?|weeks?|months?|years?)\b"
)
_BROKEN_OFF = re.compile(r"[ \t]*(?:[-*+][ \t]|\d+[.)][ \t]|```|~~~|!\[)")
_WORD = re.compile(r"[^\W\d_]{4,}|[A-Z][A-Za-z]+")
_FREQUENT = 0.15
"""The least share of paragraphs with a link in their first words that makes it a sign."""
_SEVERAL = 3
"""The fewest paragraphs that begin alike, with bold words, for that to be a sign."""
_LONG, _SHORT, _VERY_SHORT = 600, 120, 60
_MOST_SHARED, _MOST_ALIKE, _MOST_PARAGRAPHS = 6.0, 4.0, 8
_SHARED, _ALIKE, _PARAGRAPHS = -1.0, 0.25, 0.35
_LEAST = 0.0


class _Paragraph(NamedTuple):
    start: int
    kind: str
    text: str

    @property
    def first_line(self) -> str:
        return self.text.partition("\n")[0]

    @property
    def last_line(self) -> str:
        return self.text.rpartition("\n")[2].rstrip()


class _Signs(NamedTuple):
    """What the whole of a text says about how its notes begin."""

    paragraphs: int
    words: Counter[str]
    """In how many paragraphs each word is."""
    leads: Counter[str]
    """How many paragraphs begin with each first word."""
    are_links_signs: bool
    are_bold_words_signs: bool


def note_starts(lines: Sequence[TextLine], start: int, stop: int) -> Iterator[int]:
    """The lines between ``start`` and ``stop`` on which notes begin, except the first."""
    paragraphs = list(_paragraphs(lines, start, stop))
    signs = _find_signs(paragraphs)
    note: list[_Paragraph] = []
    words: set[str] = set()
    for paragraph in paragraphs:
        if note and not _continues(note[-1], paragraph):
            odds = _log_odds(note[-1], paragraph, signs)
            odds += _SHARED * _shared(words, paragraph, signs)
            odds += _PARAGRAPHS * min(len(note), _MOST_PARAGRAPHS)
            if odds > _LEAST:
                yield paragraph.start
                note, words = [], set()
        note.append(paragraph)
        words |= _words(paragraph.text)


def _paragraphs(lines: Sequence[TextLine], start: int, stop: int) -> Iterator[_Paragraph]:
    number = start
    while number < stop:
        if lines[number].kind == "blank":
            number += 1
            continue
        first = number
        is_code = lines[first].kind == "code"
        while number < stop and (
            lines[number].kind != "blank" and (lines[number].kind == "code") == is_code
        ):
            number += 1
        text = "\n".join(line.text for line in lines[first:number])
        yield _Paragraph(first, lines[first].kind, text)


def _find_signs(paragraphs: Sequence[_Paragraph]) -> _Signs:
    texts = [paragraph.text for paragraph in paragraphs if paragraph.kind == "text"]
    linked = sum(_EARLY_LINK.match(paragraph.text) is not None for paragraph in paragraphs)
    bold = sum(_BOLD_FIRST.match(text) is not None for text in texts)
    return _Signs(
        len(paragraphs),
        Counter(word for paragraph in paragraphs for word in _words(paragraph.text)),
        Counter(map(_lead, texts)),
        linked >= _FREQUENT * len(paragraphs),
        bold >= _SEVERAL,
    )


def _lead(text: str) -> str:
    return text.lstrip("*_[`").split(maxsplit=1)[0] if text.strip("*_[`") else ""


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(_ADDRESS.sub("", text))}


def _shared(words: set[str], paragraph: _Paragraph, signs: _Signs) -> float:
    """How much a paragraph is about what the note before it is, by rare words of both."""
    own = _words(paragraph.text)
    shared = sorted(own & words)
    rarity = math.fsum(math.log(signs.paragraphs / signs.words[word]) for word in shared)
    return min(rarity / (1 + math.sqrt(len(own))), _MOST_SHARED)


def _continues(before: _Paragraph, after: _Paragraph) -> bool:
    """Whether a paragraph surely belongs to the one before it."""
    if after.kind != "text" or before.kind == "heading" or _CONTINUES.match(after.first_line):
        return True
    if before.kind != "code" and before.last_line.endswith(_CONTINUED):
        return True
    described = read_lines([_MARKS.sub("", after.first_line)])
    return not described or described[0].starts_lowercase


def _log_odds(before: _Paragraph, after: _Paragraph, signs: _Signs) -> float:
    """The log-odds that a paragraph begins a note, by its shape and the one before it."""
    plain = _MARKS.sub("", after.first_line)
    other = next(read_lines([plain]).worded())
    one = next(read_lines([_MARKS.sub("", before.last_line) or "-"]).worded())
    is_sign, has_early_link = signs.are_links_signs, _EARLY_LINK.match(after.text) is not None
    found = (
        (signs.are_bold_words_signs and _BOLD_FIRST.match(after.text) is not None, 2.5),
        (is_sign and has_early_link, 0.5),
        (is_sign and not has_early_link, -0.5),
        (is_sign and _LINK.search(after.text) is not None, 0.5),
        (is_sign and _LINK_FIRST.match(after.text) is not None, 0.8),
        (is_sign and _LINK.search(before.text) is not None, 0.4),
        (other.starts_with_connective, -1.0),
        ("pronoun first" in other.features, -0.2),
        (_REFERS_BACK.match(plain) is not None, -1.0),
        (len(one.stems & other.stems) > 1, -0.3),
        (_DEFINITE.match(plain) is not None, -0.7),
        (_INDEFINITE.match(plain) is not None, 1.1),
        (_TIME.match(plain) is not None, 0.85),
        (before.kind == "quote", -0.6),
        (before.kind == "rule", 1.0),
        (_BROKEN_OFF.match(before.text) is not None, -0.2),
        (before.kind == "text" and not _SENTENCE_END.search(before.last_line), -0.6),
        (len(before.text) < _SHORT, 0.4),
        (len(after.text) > _LONG, -0.2),
        (len(after.text) < _SHORT, -0.3),
        (len(after.text) < _VERY_SHORT, -0.3),
    )
    alike = math.log1p(signs.leads[_lead(after.text)])
    return sum(weight for holds, weight in found if holds) + _ALIKE * min(alike, _MOST_ALIKE)
