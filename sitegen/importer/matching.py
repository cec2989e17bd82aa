"""Which document is which: an edited text has a new id, yet is the document that it was."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from hashlib import blake2b, sha256

from sitegen.importer.ledger import Ledger
from sitegen.models import Document

_SIMILAR = 0.6
"""The share of words that two texts must have in common to be versions of one document."""
_REACH = 50
"""How many places apart the two may stand within a changed stretch of the dump."""
_SKETCH_SIZE = 32
_HASH_DIGITS = 6

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")


def match_documents(
    documents: Sequence[Document], ledger: Ledger, dump: str
) -> tuple[Document, ...]:
    """The documents, each with the permanent id under which an earlier import knew it.

    One whose text is unchanged is known by the reader's id. The others are aligned with the last
    import of the same dump: where one stretch took the place of another, documents that share most
    of their words are the same. The rest are new.
    """
    ids = _known_by_reader_id(documents, ledger)
    ids |= _known_by_alignment(documents, ids, ledger, dump)
    used = {*ledger.pages, *ids.values()}
    matched = []
    for index, document in enumerate(documents):
        id_ = ids.get(index) or _unused_id(document.id, used)
        used.add(id_)
        matched.append(replace(document, id=id_))
    return tuple(matched)


def sketch(text: str) -> str:
    """The words of a text in little room: the 32 lowest of their hashes, in order.

    Two sketches tell how similar the texts are (bottom-k sketch, Cohen and Kaplan, PODC 2007).
    """
    words = set(_WORD.findall(text.casefold()))
    hashes = {blake2b(word.encode(), digest_size=_HASH_DIGITS // 2).hexdigest() for word in words}
    return "".join(sorted(hashes)[:_SKETCH_SIZE])


def similarity(one: str, other: str) -> float:
    """The share of words that two sketched texts have in common, 0 to 1 (Dice's measure)."""
    first, second = _hashes(one), _hashes(other)
    lowest = sorted(first | second)[:_SKETCH_SIZE]
    common = sum(number in first and number in second for number in lowest)
    return 2 * common / (len(lowest) + common) if lowest else 0.0


def _hashes(words: str) -> set[str]:
    return {words[start : start + _HASH_DIGITS] for start in range(0, len(words), _HASH_DIGITS)}


def _known_by_reader_id(documents: Sequence[Document], ledger: Ledger) -> dict[int, str]:
    permanent = {entry.document: id_ for id_, entry in ledger.pages.items()}
    return {
        index: permanent[document.id]
        for index, document in enumerate(documents)
        if document.id in permanent
    }


def _known_by_alignment(
    documents: Sequence[Document], known: Mapping[int, str], ledger: Ledger, dump: str
) -> dict[int, str]:
    old = [id_ for id_ in ledger.dumps.get(dump, ()) if id_ in ledger.pages]
    new = [known.get(index, f"new {index}") for index in range(len(documents))]
    claimed = set(known.values())
    found: dict[int, str] = {}
    for tag, *bounds in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace":
            before = {i: old[i] for i in range(bounds[0], bounds[1]) if old[i] not in claimed}
            after = [j for j in range(bounds[2], bounds[3]) if j not in known]
            shift = bounds[2] - bounds[0]
            found |= _pair_up(documents, before, after, shift, ledger)
    return found


def _pair_up(
    documents: Sequence[Document],
    before: Mapping[int, str],
    after: Sequence[int],
    shift: int,
    ledger: Ledger,
) -> dict[int, str]:
    """The most similar pairs of an old and a new document, the best first, each used once."""
    sketches = {j: sketch(documents[j].text) for j in after}
    pairs = [
        (round(similarity(ledger.pages[before[i]].words, sketches[j]), 6), i, j)
        for j in after
        for i in range(j - shift - _REACH, j - shift + _REACH + 1)
        if i in before
    ]
    paired: dict[int, str] = {}
    for likeness, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if likeness >= _SIMILAR and j not in paired and before[i] not in paired.values():
            paired[j] = before[i]
    return paired


def _unused_id(id_: str, used: set[str]) -> str:
    """The reader's id, or where a document that has changed since goes by it, one made from it."""
    number, unused = 1, id_
    while unused in used:
        number += 1
        unused = sha256(f"{id_} {number}".encode()).hexdigest()[: len(id_)]
    return unused
