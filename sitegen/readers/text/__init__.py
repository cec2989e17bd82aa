"""The plain text reader: splits a text without separators into essays and posts.

In the order of the work:

- ``separators``: ``---`` lines, and what a timestamp is
- ``wrapped_lines``, ``repeated_lines``: group lines that belong together
- ``lines``, ``line_features``, ``languages``: describe each line by itself
- ``days``, ``diary_dates``: lines that are a day, and which date it is
- ``post_marks``: times, signatures and numbers that open or close each post
- ``weights``: what the model has learned from labelled texts
- ``line_words``: which words of the lines are rare, and how similar the words of two parts are
- ``essay_words``: how much the words of each line are those of an essay
- ``openings``: how lines that begin alike were cut in a first reading
- ``boundary_features``, ``context_features``, ``essays``, ``essay_parts``, ``notes``,
  ``set_apart``, ``titled_essays``, ``evidence``: score boundaries and lines of essays
- ``blank_lines``: the conventions that a text may follow for blank lines and the length of posts
- ``segmentation``, ``decoding``: the probabilities of documents, and the best split
- ``whole_essays``, ``recurring_words``, ``edge_words``, ``listed_essays``: score whole essays, and
  the probabilities of documents with these scores
- ``calibration``: corrects these probabilities
- ``most_likely``: the segments of a text, from all of these
- ``documents``: make documents of the parts
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from sitegen.models import Document
from sitegen.readers.text.documents import Part, make_documents
from sitegen.readers.text.essay_parts import is_titled_essay
from sitegen.readers.text.essays import essay_log_odds, is_long_enough, reads_as_essay
from sitegen.readers.text.lines import Lines, read_lines, split_lines
from sitegen.readers.text.separators import (
    SEPARATOR,
    escape_rule,
    is_explicit,
    split_at_separators,
    unescape_rule,
)

_LEAST_CROWD = 4
"""The least mean number of lines between ``---`` lines, for these to be something else."""
_CROWD = 5
"""How many documents between two ``---`` lines are a crowd."""
_DENSE = 8
"""How many documents between any two ``---`` lines show that these are something else."""
_MORE = 2
"""The same, where an essay continues across such a line."""
_LONGEST_LINE = 3000
"""From which width on a post of one line may be several whose line breaks were lost."""
_DOUBTFUL = 0.4
"""How sure it is at most that it is one."""
_SURE = 0.45
"""How sure the model must be of a document, or on average of all, to overrule such a line."""
_MUCH = 5
"""How many times longer than the median a document with a title and paragraphs is no post."""
_CROWDED = 0.6
"""The share of documents in crowds from which on ``---`` lines do not separate documents."""


def read_text(text: str, file: str) -> tuple[Document, ...]:
    """Splits a text into documents, at its ``---`` lines or else where a boundary is most likely.

    Args:
        text: the whole dump, with any line endings; control characters become spaces.
        file: the name of the dump, for the documents' places.
    """
    if text.isspace():
        return ()
    lines = split_lines(text)
    separated = split_at_separators(lines)
    if separated is None:
        return make_documents(_find_parts(read_lines(lines)), lines, file)
    if is_explicit(lines):
        shown = [unescape_rule(line) for line in lines]
        return make_documents(_separated_parts(shown, separated), shown, file)
    found = _find_parts_across(lines, separated)
    parts = _separated_parts(lines, separated) if found is None else found
    return make_documents(parts, lines, file)


def format_split(documents: Sequence[Document]) -> str:
    r"""Joins documents with ``---`` lines, so that reading the text gives the same documents.

    One ends the text: it says that all of them stand between documents. Such a line within a
    document is written as ``\---``.
    """
    texts = [escape_rules(document.text) for document in documents]
    return f"\n{SEPARATOR}\n".join(texts) + f"\n{SEPARATOR}"


def escape_rules(text: str) -> str:
    """The text of a document for a text with explicit separators."""
    return "\n".join(map(escape_rule, text.split("\n"))) if SEPARATOR in text else text


def _find_parts_across(lines: Sequence[str], separated: Sequence[range]) -> list[Part] | None:
    """The parts of a text whose ``---`` lines are no separators; None if they are.

    They separate where the model sees about one document in each part between them. They do not
    where an essay continues across one, or most documents are in a few of the parts.
    """
    if sum(map(len, separated)) < _LEAST_CROWD * len(separated):
        return None
    parts = list(_find_parts(read_lines(["" if line == SEPARATOR else line for line in lines])))
    ends = [part.stop for part in separated]
    if not (_goes_on(parts, separated, ends) or _is_crowded(parts, ends)):
        return None
    return [piece for part in parts for piece in _cut_post(part, ends)]


def _goes_on(parts: Sequence[Part], separated: Sequence[range], ends: Sequence[int]) -> bool:
    """Whether an essay continues across a ``---`` line, among more documents than these make."""
    return len(parts) >= _MORE * len(separated) and any(
        part.kind == "essay"
        and part.confidence >= _SURE
        and bisect_left(ends, part.lines.firsts[0]) < bisect_left(ends, part.lines.lasts[-1])
        for part in parts
    )


def _is_crowded(parts: Sequence[Part], ends: Sequence[int]) -> bool:
    """Whether most documents are in a few parts between ``---`` lines, or many in each."""
    counts = Counter(bisect_left(ends, part.lines.lasts[-1]) for part in parts)
    crowds = [count for count in counts.values() if count >= _CROWD]
    if sum(crowds) < _CROWDED * len(parts):
        return False
    has_essay = any(part.kind == "essay" for part in parts)
    confidence = sum(part.confidence for part in parts) / len(parts)
    is_dense = len(parts) >= _DENSE * len(ends) and confidence >= _SURE
    return is_dense or (has_essay and 2 * len(crowds) <= len(ends))


def _cut_post(part: Part, ends: Sequence[int]) -> Iterator[Part]:
    """The pieces of a part between ``---`` lines; an essay may hold such lines."""
    if part.kind == "essay":
        yield part
        return
    start = 0
    for _, lasts in groupby(part.lines.lasts, key=lambda last: bisect_left(ends, last)):
        stop = start + sum(1 for _ in lasts)
        yield replace(part, lines=part.lines[start:stop])
        start = stop


def _separated_parts(lines: Sequence[str], separated: Iterable[range]) -> list[Part]:
    described = [read_lines(lines[part.start : part.stop], part.start) for part in separated]
    log_odds = iter(essay_log_odds([line for part in described for line in part]))
    parts = []
    for part in described:
        is_essay = reads_as_essay(part, [next(log_odds) for _ in part])
        parts.append(Part(part, "essay" if is_essay else "post", 1.0))
    return parts


def _find_parts(lines: Lines) -> Iterator[Part]:
    if not lines:
        return
    from sitegen.readers.text.most_likely import find_segments  # noqa: PLC0415 -- imports numpy

    segments = list(find_segments(lines))
    least = _MUCH * median(sum(lines.widths[some.start : some.stop]) for some, _ in segments)
    for segment, confidence in segments:
        part = lines[segment.start : segment.stop]
        is_essay = is_long_enough(part) and (
            segment.kind == "essay" or (sum(part.widths) >= least and is_titled_essay(part))
        )
        most = _DOUBTFUL if len(part) == 1 and part.widths[0] > _LONGEST_LINE else 1.0
        yield Part(part, "essay" if is_essay else "post", min(confidence, most))
