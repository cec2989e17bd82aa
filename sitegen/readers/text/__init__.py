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

from collections.abc import Iterable, Iterator, Sequence

from sitegen.models import Document
from sitegen.readers.text.blank_lines import CONVENTIONS, Convention
from sitegen.readers.text.confidence import rate_segments
from sitegen.readers.text.documents import Part, make_documents
from sitegen.readers.text.essays import essay_log_odds, is_long_enough, reads_as_essay
from sitegen.readers.text.evidence import gather_evidence
from sitegen.readers.text.lines import Line, read_lines, split_lines
from sitegen.readers.text.segmentation import Segment, SegmentationModel, best_split
from sitegen.readers.text.separators import SEPARATOR, split_at_separators

_SAMPLE = 3000
"""How many lines, from the start of a text, determine its convention for blank lines."""


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
        parts: Iterable[Part] = _find_parts(read_lines(lines))
    else:
        parts = _separated_parts(lines, separated)
    return make_documents(parts, lines, file)


def format_split(documents: Sequence[Document]) -> str:
    """Joins documents with ``---`` lines, so that reading the text gives the same documents.

    A single document is followed by a ``---`` line, which prevents a split.
    """
    end = f"\n{SEPARATOR}\n" if len(documents) == 1 else "\n"
    return f"\n{SEPARATOR}\n".join(document.text for document in documents) + end


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
