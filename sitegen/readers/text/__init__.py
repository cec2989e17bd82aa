"""Reads an unseparated text: essays and posts in one file with nothing, or little, between them."""

from collections.abc import Iterable, Sequence

from sitegen.models import Document
from sitegen.readers.text.blanks import CONVENTIONS, Convention
from sitegen.readers.text.boundaries import Model, best_split
from sitegen.readers.text.confidence import rate_segments
from sitegen.readers.text.documents import Part, make_documents
from sitegen.readers.text.evidence import gather_evidence
from sitegen.readers.text.lines import Line, read_lines, split_lines
from sitegen.readers.text.marks import RULE, split_at_rules
from sitegen.readers.text.regimes import is_long_enough, rate_lines, reads_as_essay

_SAMPLE = 3000
"""Lines at the beginning of a text that tell what a blank line means in it."""


def read_text(text: str, file: str) -> tuple[Document, ...]:
    """The documents of a text, in its order; ``---`` lines are followed, else cues tell.

    Args:
        text: the whole dump; any line ends, control characters become spaces.
        file: the name of the dump, for the documents' places.
    """
    if text.isspace():
        return ()
    lines = split_lines(text)
    marked = split_at_rules(lines)
    parts = _find_parts(read_lines(lines)) if marked is None else _follow_marks(lines, marked)
    return make_documents(parts, lines, file)


def format_split(documents: Sequence[Document]) -> str:
    """A text that reads as just these documents: ``---`` lines stand between them.

    A single document is followed by one, which says that it is not to be split.
    """
    end = f"\n{RULE}\n" if len(documents) == 1 else "\n"
    return f"\n{RULE}\n".join(document.text for document in documents) + end


def _follow_marks(lines: Sequence[str], marked: Iterable[range]) -> list[Part]:
    read = [read_lines(lines[part.start : part.stop], part.start) for part in marked]
    odds = iter(rate_lines([line for part in read for line in part]))
    parts = []
    for part in read:
        is_essay = reads_as_essay(part, [next(odds) for _ in part])
        parts.append(Part(part, "essay" if is_essay else "post", 1.0))
    return parts


def _find_parts(lines: Sequence[Line]) -> list[Part]:
    if not lines:
        return []
    model = Model(gather_evidence(lines), _find_convention(lines))
    _, segments = best_split(model)
    parts = []
    for segment, confidence in zip(segments, rate_segments(model, segments), strict=True):
        part = lines[segment.start : segment.stop]
        is_essay = segment.kind == "essay" and is_long_enough(part)
        parts.append(Part(part, "essay" if is_essay else "post", confidence))
    return parts


def _find_convention(lines: Sequence[Line]) -> Convention:
    """The convention for blank lines under which the beginning of the text is likeliest."""
    sample = lines[:_SAMPLE]
    blanks = max(line.blanks for line in sample)
    if not blanks:
        return CONVENTIONS[0]
    evidence = gather_evidence(sample)
    offered = CONVENTIONS if blanks > 1 else CONVENTIONS[:-2]
    return max(offered, key=lambda convention: best_split(Model(evidence, convention))[0])
