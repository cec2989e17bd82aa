"""Matches a dump's documents with those of earlier imports, so that edited ones keep their id."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from hashlib import sha256
from typing import NamedTuple

from sitegen.importer.ledger import Ledger
from sitegen.importer.recognition.dated_marks import match_by_date
from sitegen.importer.recognition.resplit import match_resplit
from sitegen.importer.recognition.similar_documents import match_by_words
from sitegen.importer.sketches import Words, similarity, sketch, words_of
from sitegen.models import Document


class _Threshold(NamedTuple):
    """The least similarity of two versions of one document."""

    share: float
    """The share of words in common."""
    words: int
    """The number of words in common, as short texts are often similar by chance."""


_SIMILAR = _Threshold(0.6, 6)
"""For documents aligned within a dump that is clearly the one imported before."""
_VERY_SIMILAR = _Threshold(0.75, 5)
"""For documents recognised by their words alone."""
_NEARLY_EQUAL = _Threshold(0.9, 20)
"""If it may be a different dump with the same name."""
_FAIR_SHARE = 0.25
"""The least share of a dump's earlier documents that must be left for it to be clearly the same."""
_REACH = 50
"""The most positions by which a document may move within a changed range of the dump."""


def match_documents(
    documents: Sequence[Document],
    ledger: Ledger,
    dump: str,
    words_on_page: Callable[[str], Words | None],
    taken: Collection[str] = (),
) -> tuple[Document, ...]:
    """Gives each document its permanent id: that of an earlier import, or a new one.

    A document with an unchanged text is recognised by the reader's id, and one whose text or title
    was edited by the other of them and its date. The others are aligned with the last import of the
    same dump. Where a range was replaced, documents match if they were only
    split or joined differently, or if they share most of their words. Those that remain match
    anywhere in the dump, and even if the editor deleted the page, if they are clearly similar to
    one earlier document and no other. The rest are new.

    Args:
        documents: the documents of the dump, with the reader's ids.
        ledger: what earlier imports wrote.
        dump: the name of the dump.
        words_on_page: returns the words of the page with a permanent id; None if it was deleted.
        taken: permanent ids that documents of other dumps of this import have.
    """
    ids = _match_by_reader_id(documents, ledger, taken)
    ids |= _match_by_date(documents, ids, ledger, dump)
    ids |= _match_by_alignment(documents, ids, ledger, dump, words_on_page)
    ids |= _match_by_words(documents, ids, ledger, dump)
    ids = {index: id_ for index, id_ in ids.items() if id_ not in taken}
    used = {*ledger.pages, *ids.values(), *taken}
    matched = []
    for index, document in enumerate(documents):
        id_ = ids.get(index) or _unused_id(document.id, used)
        used.add(id_)
        matched.append(document if document.id == id_ else replace(document, id=id_))
    return tuple(matched)


def _match_by_reader_id(
    documents: Sequence[Document], ledger: Ledger, taken: Collection[str]
) -> dict[int, str]:
    """The ids of documents that are in the ledger, or that have an id in their service."""
    permanent = ledger.permanent_ids
    return {
        index: permanent.get(document.id, document.id)
        for index, document in enumerate(documents)
        if document.id in permanent or (_has_sure_id(document) and document.id not in taken)
    }


def _has_sure_id(document: Document) -> bool:
    return document.has_own_id and not document.has_vague_id


def _match_by_date(
    documents: Sequence[Document], known: Mapping[int, str], ledger: Ledger, dump: str
) -> dict[int, str]:
    """The ids of documents that have the date of an earlier one, and its title or its text."""
    used = set(known.values())
    earlier = {
        id_: entry
        for id_, entry in ledger.pages.items()
        if entry.date and entry.dump == dump and id_ not in used
    }
    later = {j: document for j, document in enumerate(documents) if j not in known}
    return match_by_date(earlier, later) if earlier and later else {}


def _match_by_alignment(
    documents: Sequence[Document],
    known: Mapping[int, str],
    ledger: Ledger,
    dump: str,
    words_on_page: Callable[[str], Words | None],
) -> dict[int, str]:
    old = [id_ for id_ in ledger.dumps.get(dump, ()) if id_ in ledger.pages]
    new = [known.get(index, f"new {index}") for index in range(len(documents))]
    present = set(known.values())
    is_same_dump = len(present.intersection(old)) >= _FAIR_SHARE * len(old)
    needed = _SIMILAR if is_same_dump else _NEARLY_EQUAL
    found: dict[int, str] = {}
    for tag, *bounds in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace":
            gone = {i: words_on_page(old[i]) for i in range(*bounds[:2]) if old[i] not in present}
            before = {i: words for i, words in gone.items() if words is not None}
            after = {j: documents[j].text for j in range(*bounds[2:]) if j not in known}
            pairs = _match_resplit(before, after)
            earlier = {i: ledger.pages[old[i]].words for i in before if i not in pairs}
            later = {j: sketch(text) for j, text in after.items() if j not in pairs.values()}
            pairs |= _most_similar_pairs(earlier, later, bounds[2] - bounds[0], needed)
            found |= {j: old[i] for i, j in pairs.items()}
    return found


def _match_by_words(
    documents: Sequence[Document], known: Mapping[int, str], ledger: Ledger, dump: str
) -> dict[int, str]:
    earlier = {id_: entry.words for id_, entry in ledger.pages.items() if entry.dump == dump}
    free = earlier.keys() - known.values()
    later = {j: document.text for j, document in enumerate(documents) if j not in known}
    if not free or not later:
        return {}
    former = ledger.dumps.get(dump, ())
    is_same_dump = len(set(known.values()).intersection(former)) >= _FAIR_SHARE * len(former)
    needed = _VERY_SIMILAR if is_same_dump else _NEARLY_EQUAL
    return match_by_words(earlier, free, later, needed.share, needed.words)


def _match_resplit(before: Mapping[int, Words], after: Mapping[int, str]) -> dict[int, int]:
    """The index pairs of old and new documents that were only split or joined differently."""
    old, new = list(before), list(after)
    pairs = match_resplit([*before.values()], [words_of(text) for text in after.values()])
    return {old[first]: new[second] for first, second in pairs.items()}


def _most_similar_pairs(
    before: Mapping[int, str], after: Mapping[int, str], shift: int, needed: _Threshold
) -> dict[int, int]:
    """The index pairs of the most similar old and new documents, each used once, best first."""
    similarities = [
        (round(similarity(before[i], after[j], needed.words), 6), i, j)
        for j in after
        for i in range(j - shift - _REACH, j - shift + _REACH + 1)
        if i in before
    ]
    paired: dict[int, int] = {}
    for share, i, j in sorted(similarities, key=lambda found: (-found[0], found[1:])):
        if share >= needed.share and i not in paired and j not in paired.values():
            paired[i] = j
    return paired


def _unused_id(id_: str, used: set[str]) -> str:
    """The reader's id, or one derived from it if another document already has it."""
    number, unused = 1, id_
    while unused in used:
        number += 1
        unused = sha256(f"{id_} {number}".encode()).hexdigest()[: len(id_)]
    return unused
