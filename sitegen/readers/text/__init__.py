"""The plain text reader: splits a text without separators into essays and posts.

In the order of the work:

- ``separators``: ``---`` lines, and timestamps that open or close each post
- ``wrapped_lines``, ``repeated_lines``: group lines that belong together
- ``lines``, ``line_features``, ``languages``: describe each line by itself
- ``boundary_features``, ``essays``, ``evidence``: score boundaries and essay paragraphs
- ``blank_lines``: the conventions that a text may follow for blank lines
- ``segmentation``, ``confidence``: find the most likely split, and its probabilities
- ``documents``: make documents of the parts
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sitegen.models import Document
from sitegen.readers.text.blank_lines import CONVENTIONS, Convention
from sitegen.readers.text.confidence import rate_segments
from sitegen.readers.text.documents import Part, make_documents
from sitegen.readers.text.essays import essay_log_odds, is_long_enough, reads_as_essay
from sitegen.readers.text.evidence import gather_evidence
from sitegen.readers.text.lines import Line, read_lines, split_lines
from sitegen.readers.text.segmentation import Segment, SegmentationModel, best_split
from sitegen.readers.text.separators import (
    SEPARATOR,
    escape_rule,
    is_explicit,
    split_at_separators,
    unescape_rule,
)

_SAMPLE = 3000
"""How many lines, from the start of a text, determine its convention for blank lines."""

_LEAST_CROWD = 4
"""The least mean number of lines between ``---`` lines, for these to be something else."""
_CROWD = 5
"""How many documents between two ``---`` lines are a crowd."""
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

    They are not where an essay is among the documents, and most of these stand together in a few of
    the parts between such lines: about one would be in each.
    """
    if sum(map(len, separated)) < _LEAST_CROWD * len(separated):
        return None
    parts = list(_find_parts(read_lines(["" if line == SEPARATOR else line for line in lines])))
    if not any(part.kind == "essay" for part in parts):
        return None
    ends = [part.stop for part in separated]
    counts = Counter(bisect_left(ends, part.lines[-1].last) for part in parts)
    crowds = [count for count in counts.values() if count >= _CROWD]
    is_crowded = sum(crowds) >= _CROWDED * len(parts)
    return parts if is_crowded and 2 * len(crowds) <= len(separated) else None


def _separated_parts(lines: Sequence[str], separated: Iterable[range]) -> list[Part]:
    described = [read_lines(lines[part.start : part.stop], part.start) for part in separated]
    log_odds = iter(essay_log_odds([line for part in described for line in part]))
    parts = []
    for part in described:
        is_essay = reads_as_essay(part, [next(log_odds) for _ in part])
        parts.append(Part(part, "essay" if is_essay else "post", 1.0))
    return parts


def _find_parts(lines: Sequence[Line]) -> Iterator[Part]:
    if not lines:
        return
    for segment, confidence in _find_segments(lines):
        part = lines[segment.start : segment.stop]
        is_essay = segment.kind == "essay" and is_long_enough(part)
        yield Part(part, "essay" if is_essay else "post", confidence)


def _find_segments(lines: Sequence[Line]) -> Iterator[tuple[Segment, float]]:
    """The segments of the most likely split, each with its confidence."""
    model = SegmentationModel(gather_evidence(lines), _find_convention(lines))
    _, segments = best_split(model)
    return zip(segments, rate_segments(model, segments), strict=True)


def _find_convention(lines: Sequence[Line]) -> Convention:
    """The convention for blank lines under which the start of the text is most likely."""
    sample = lines[:_SAMPLE]
    blanks = max(line.blanks for line in sample)
    if not blanks:
        return CONVENTIONS[0]
    evidence = gather_evidence(sample)
    possible = CONVENTIONS if blanks > 1 else CONVENTIONS[:-2]
    return max(
        possible, key=lambda convention: best_split(SegmentationModel(evidence, convention))[0]
    )
