"""Markdown texts of many documents of which the marks say little: split by cues, as a plain text.

Marks that only stand within documents, such as links and emphasis, do not say where these begin.
Posts before or after an essay in Markdown may also be plain.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile
from statistics import median

from sitegen.models import Document
from sitegen.readers.formats.markdown.evidence import NAMES, are_headings_titles, is_markdown
from sitegen.readers.formats.markdown.heading_dates import is_issue
from sitegen.readers.formats.markdown.lines import read_lines
from sitegen.readers.formats.markdown.splitting import Item
from sitegen.readers.markdown.fields import date_of
from sitegen.readers.markdown.publication import reasons_to_leave_out
from sitegen.readers.text import read_text
from sitegen.readers.text.separators import SEPARATOR

_FEWEST = 5
"""How many more documents than the marks show make a text one of many."""
_FEWEST_RIGHT, _FEWEST_WITH_ESSAY = 9.0, 4.0
"""How many documents of the split by cues are probably right, if the marks show one document; fewer
if one of them is an essay, as what is none has many paragraphs that look like posts."""
_SINGLE = 0.7
"""Or how sure it must be on average, if these are fewer."""
_UNSURE = 0.4
"""Below this, any second document that the cues show is reason to doubt a single one."""
_LESS_SURE = 0.2
"""How much less sure it may be than several documents by marks, as these are said too surely."""
_FEWEST_OTHERS = 8
"""How many documents the split by cues must have, at least, to replace several by marks."""
_SECTIONS, _MANY_MORE = 0.7, 1.5
"""How sure it must be if it has many more documents, and how many times as many that is."""
_AGREED, _SOME_RIGHT = 0.5, 3.0
"""The least share of several documents by marks that the cues find, too; where they find fewer, the
cues must show this many others that are probably right."""
_SURE = 0.4
"""How sure the split by cues must be on average for lists of links to be part of documents."""
_LINKS = 2
"""How many links, or other documents by marks, are for each document by cues then, at least."""
_HALF_AGREED, _NOT_AGREED = 0.6, 0.4
"""How sure at most a document by marks is that begins where the cues say, or not even that."""
_POSTS = 0.3
"""The least share of a text in posts if these say that it may be no single document."""
_LONGEST = 280
_SOCIAL = re.compile(r"(?<![\w.])[@#]\w|https?://")
_FEWEST_ISSUES = 2
_FEW, _MANY, _NEARLY_ALL = 0.3, 0.4, 0.8
_PLAIN = ("text", "blank")


def find_mixed(lines: Sequence[str], items: Sequence[Item], file: str) -> list[Item] | None:
    """The items of a text that is split by cues; None if the split by marks is as good.

    Args:
        lines: those of the whole text, without references.
        items: its items, by the marks; rules between the lines separate none of them.
        file: the name of the dump.
    """
    if any(item.fields for item in items):
        return _below_header(items, lines, file)
    return _by_cues(items, lines, file)


def _by_cues(items: Sequence[Item], lines: Sequence[str], file: str) -> list[Item] | None:
    """The items of a text without a header; None if the split by marks is as good."""
    links = any(item.is_link for item in items)
    is_clear = are_headings_titles(read_lines(lines)) if links else _are_issues(items, lines)
    if is_clear or _is_list_of_links(items, lines):
        return None
    documents = read_text("\n".join("" if line == SEPARATOR else line for line in lines), file)
    if _hold_lists(documents, items) if links else _is_surer(documents, items, lines):
        return [_item(document, is_strict=False) for document in documents]
    if links:
        return None if _are_nearly_all_links(items) else _less_sure(items)
    if _has_plain_posts(documents, items):
        return [_item(document, is_strict=True) for document in documents]
    if len(items) > 1:
        return _compared(items, documents, lines)
    is_doubtful = _may_be_many(documents)
    return [items[0]._replace(confidence=_mean_confidence(documents))] if is_doubtful else None


def _below_header(items: Sequence[Item], lines: Sequence[str], file: str) -> list[Item] | None:
    """The items of a plain text of many documents below a header; None if it is one document.

    The header is that of the essay that it stands above, or of all posts. Pages of some generators
    begin so, too, so the cues must show many documents. One between marks is always that of a
    page; one that holds its text back holds back all of it.
    """
    item = items[0]
    is_page = file.lower().endswith(NAMES) or not lines[0][:1].isalpha()
    is_of_all = len(items) == 1 and item.has_own_fields
    if is_page or not is_of_all or any(reasons_to_leave_out(item.fields, date_of(item.fields))):
        return None
    below = [*[""] * item.start, *lines[item.start :]]
    documents = read_text("\n".join(below), file)
    if not _are_surely_many(documents, _FEWEST_RIGHT):
        return None
    first, *others = (_item(document, is_strict=False) for document in documents)
    if documents[0].kind == "essay":
        return [first._replace(fields=item.fields, has_own_fields=True), *others]
    return [each._replace(fields=item.fields) for each in (first, *others)]


def _is_surer(documents: Sequence[Document], items: Sequence[Item], lines: Sequence[str]) -> bool:
    """Whether the split by cues is better.

    It is if it is surer, or if most documents by marks are not in it and one of these holds many.
    Where the cues show one essay, headings are those of its sections.
    """
    right = sum(document.confidence for document in documents)
    if len(items) == 1:
        has_essay = any(document.kind == "essay" for document in documents)
        return _are_surely_many(documents, _FEWEST_WITH_ESSAY if has_essay else _FEWEST_RIGHT)
    by_marks = sum(item.confidence for item in items) / len(items)
    if len(documents) == 1 and by_marks == 1:
        return documents[0].kind == "essay"
    are_many = len(documents) >= _MANY_MORE * len(items)
    least = min(by_marks - _LESS_SURE, _SECTIONS if are_many else 1)
    if right >= least * len(documents):
        return len(documents) > _FEWEST_OTHERS
    found = {document.place.lines for document in documents}
    agreed = sum(_place(item, lines) in found for item in items)
    is_other = agreed < _AGREED * len(items) and right >= _SOME_RIGHT
    return is_other and _most_within(items, documents) > _FEWEST


def _are_surely_many(documents: Sequence[Document], fewest_right: float) -> bool:
    """Whether this many documents by cues are right, or fewer, if these are sure on average."""
    right = sum(document.confidence for document in documents)
    is_sure = len(documents) > _FEWEST and right >= _SINGLE * len(documents)
    return right >= fewest_right or is_sure


def _hold_lists(documents: Sequence[Document], items: Sequence[Item]) -> bool:
    """Whether links stand in lists, which are parts of documents that the cues show well.

    Where nearly all items are links, one of these documents must be an essay: where there is none,
    the text is a list of links.
    """
    if _are_nearly_all_links(items) and all(document.kind == "post" for document in documents):
        return False
    is_fewer = _FEWEST < len(documents) <= len(items) / _LINKS
    return is_fewer and _mean_confidence(documents) >= _SURE


def _are_nearly_all_links(items: Sequence[Item]) -> bool:
    return sum(item.is_link for item in items) >= _NEARLY_ALL * len(items)


def _is_list_of_links(items: Sequence[Item], lines: Sequence[str]) -> bool:
    """Whether nearly all items are links, and these hold nearly all words of a text."""
    if not _are_nearly_all_links(items):
        return False
    linked = (lines[item.start : item.stop] for item in items if item.is_link)
    length = sum(len(line) for item in linked for line in item)
    return length >= _NEARLY_ALL * sum(map(len, lines))


def _are_issues(items: Sequence[Item], lines: Sequence[str]) -> bool:
    """Whether the headings of nearly all items say that these are issues."""
    texts = [lines[item.start : item.stop] for item in items]
    heads = [head for text in texts for head in read_lines(text[:2])[:1] if head.kind == "heading"]
    issues = sum(is_issue(head.words) for head in heads)
    return issues >= _FEWEST_ISSUES and issues >= _NEARLY_ALL * (len(items) - 1)


def _less_sure(items: Sequence[Item]) -> list[Item]:
    """The items of a list of links among other texts, which may also be part of some document."""
    return [item._replace(confidence=min(item.confidence, _NOT_AGREED)) for item in items]


def _most_within(items: Sequence[Item], documents: Sequence[Document]) -> int:
    """The number of documents by the cues that begin within one by marks, at most."""
    starts = [item.start for item in items]
    firsts = (document.place.lines[0] for document in documents if document.place.lines)
    return max(Counter(bisect_left(starts, first) for first in firsts).values())


def _compared(
    items: Sequence[Item], documents: Sequence[Document], lines: Sequence[str]
) -> list[Item]:
    """Items of which those are less sure that the cues do not find."""
    found = {document.place.lines for document in documents}
    firsts = {place[0] for place in found if place}
    compared = []
    for item in items:
        place = _place(item, lines)
        most = _HALF_AGREED if place[0] in firsts else _NOT_AGREED
        confidence = item.confidence if place in found else min(item.confidence, most)
        compared.append(item._replace(confidence=confidence))
    return compared


def _place(item: Item, lines: Sequence[str]) -> tuple[int, int]:
    """The first and the last line of an item that is not blank, from 1."""
    shown = [number for number in range(item.start, item.stop) if lines[number].strip()]
    return (shown[0] + 1, shown[-1] + 1) if shown else (item.start + 1, item.stop)


def _mean_confidence(documents: Sequence[Document]) -> float:
    return round(sum(document.confidence for document in documents) / len(documents), 3)


def _may_be_many(documents: Sequence[Document]) -> bool:
    """Whether a text may hold many documents: the cues show posts in it, or are not sure at all."""
    sizes = [len(document.text) for document in documents]
    posts = sum(len(document.text) for document in documents if document.kind == "post")
    if len(documents) > _FEWEST and posts >= _POSTS * sum(sizes):
        return True
    return len(documents) > 1 and _mean_confidence(documents) < _UNSURE


def _has_plain_posts(documents: Sequence[Document], items: Sequence[Item]) -> bool:
    """Whether plain posts stand before or after essays."""
    if len(documents) < len(items) + _FEWEST or all(d.kind == "post" for d in documents):
        return False
    before = list(takewhile(_is_plain_post, documents))
    after = list(takewhile(_is_plain_post, reversed(documents)))
    return any(len(row) >= _FEWEST and _are_posts(row) for row in (before, after))


def _item(document: Document, *, is_strict: bool) -> Item:
    """The item of a document: Markdown if it has marks, or, if that is asked, several of them."""
    first, last = document.place.lines or (1, 1)
    is_plain = not is_markdown(document.text, is_named_so=not is_strict)
    return Item(
        first - 1, last, {}, is_link=False, confidence=document.confidence, is_plain=is_plain
    )


def _are_posts(row: Sequence[Document]) -> bool:
    """Whether documents look like posts of a social network, and not like parts of an essay.

    They have names, hashtags or addresses, or are lines without blank ones between.
    """
    texts = [document.text for document in row]
    if median(map(len, texts)) > _LONGEST or is_markdown("\n".join(texts)):
        return False
    if sum(_SOCIAL.search(text) is not None for text in texts) >= _MANY * len(row):
        return True
    places = sorted(document.place.lines or (0, 0) for document in row)
    tight = sum(one[1] + 1 == other[0] for one, other in pairwise(places))
    small = sum(text[:1].islower() for text in texts)
    return tight >= _NEARLY_ALL * (len(row) - 1) and small <= _FEW * len(row)


def _is_plain_post(document: Document) -> bool:
    lines = read_lines(document.text.split("\n"))
    return document.kind == "post" and all(line.kind in _PLAIN for line in lines)
