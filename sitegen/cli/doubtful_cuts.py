"""Lists the documents of a text that may begin or end elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sitegen.cli.document_labels import label_of_document
from sitegen.models import DOUBTFUL_CUT, Document

_MOST = 10
"""How many documents are listed."""

_FEWEST = 3
"""How many documents of a text must be doubtful for its form to be named."""
_MANY_DOUBTFUL, _MANY, _SOME = 0.4, 0.5, 0.25
"""The share of doubtful documents, of gaps with a blank line, and of texts that may have one."""


def is_doubtful(document: Document) -> bool:
    """Whether a document is more likely than not to begin or end elsewhere."""
    return document.confidence < DOUBTFUL_CUT


def doubt_lines(documents: Sequence[Document]) -> Iterator[str]:
    """Says how many documents may begin or end elsewhere, and names the most doubtful ones.

    Nothing if there are none.
    """
    doubtful = sorted(filter(is_doubtful, documents), key=lambda document: document.confidence)
    if not doubtful:
        return
    if len(documents) == 1:
        yield f"{place_of(documents[0])} may be several documents: nothing shows where they begin."
        yield "If so, write it with --split FILE, put --- between them, and import that file."
        return
    yield f"{len(doubtful):,} of {len(documents):,} documents may begin or end elsewhere:"
    for document in doubtful[:_MOST]:
        label = label_of_document(document)
        yield f"  {document.confidence:>4.0%}  {place_of(document)}: {label}"
    more = len(doubtful) - _MOST
    if more > 0:
        yield f"  and {more:,} more: --json names them all"
    yield "Correct them with --split FILE."
    for file in _ambiguous_files(documents):
        yield f"In {file}, blank lines may stand within documents as well as between them."
        yield "If it can be written anew, a line --- between documents says where they begin."


def _ambiguous_files(documents: Sequence[Document]) -> Iterator[str]:
    """The texts with many doubtful documents in which a blank line may be anything."""
    by_file: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        by_file[document.place.file].append(document)
    for file, some in by_file.items():
        doubtful = sum(map(is_doubtful, some))
        if doubtful >= max(_FEWEST, _MANY_DOUBTFUL * len(some)) and _has_blanks_everywhere(some):
            yield file


def _has_blanks_everywhere(documents: Sequence[Document]) -> bool:
    """Whether blank lines stand between most documents of a text, and maybe within many of them.

    Doubtful documents next to each other may be one that has blank lines.
    """
    places = sorted(document.place.lines for document in documents if document.place.lines)
    between = sum(one[1] + 1 < other[0] for one, other in pairwise(places))
    within = sum("\n\n" in each.text or is_doubtful(each) for each in documents)
    return between >= _MANY * (len(documents) - 1) and within >= _SOME * len(documents)


def place_of(document: Document) -> str:
    """The file and the lines of a document, such as ``dump.txt:3–5``."""
    lines = lines_of(document)
    return f"{document.place.file}:{lines}" if lines else document.place.file


def lines_of(document: Document) -> str:
    """The lines of a document, such as ``3–5``; empty if it has none."""
    if document.place.lines is None:
        return ""
    first, last = document.place.lines
    return f"{first}" if first == last else f"{first}–{last}"
