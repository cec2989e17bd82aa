"""Which document is which: an edited text has a new id, yet is the document that it was."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from hashlib import sha256
from typing import NamedTuple

from sitegen.importer.ledger import Ledger
from sitegen.importer.likeness import pair_by_likeness
from sitegen.importer.resplit import match_resplit
from sitegen.importer.sketches import Words, similarity, sketch, words_of
from sitegen.models import Document


class _Likeness(NamedTuple):
    """What two texts must have in common to be versions of one document."""

    share: float
    """The share of their words."""
    words: int
    """How many words, as every short text is like some other."""


_SIMILAR = _Likeness(0.6, 6)
"""Enough where the dump is clearly the one that was imported before."""
_ALIKE = _Likeness(0.75, 5)
"""Needed where nothing but its words says which document it is."""
_NEARLY_THE_SAME = _Likeness(0.9, 20)
"""Needed where it may be another dump of the same name."""
_FAIR_SHARE = 0.25
"""The share of its documents that must be left of a dump for it to be clearly the same."""
_REACH = 50
"""How many places apart the two may stand within a changed stretch of the dump."""


def match_documents(
    documents: Sequence[Document],
    ledger: Ledger,
    dump: str,
    words_on_page: Callable[[str], Words | None],
) -> tuple[Document, ...]:
    """The documents, each with the permanent id under which an earlier import knew it.

    One whose text is unchanged is known by the reader's id. The others are aligned with the last
    import of the same dump: where one stretch took the place of another, documents between which
    nothing but borders moved go on from each other, and those that share most of their words are
    the same. What is left is known by its words wherever it stands, also where the editor deleted
    its page, if it is clearly like one earlier document and no other. The rest are new.

    Args:
        documents: what the dump holds, under the reader's ids.
        ledger: what earlier imports wrote.
        dump: the name of the dump.
        words_on_page: what the page of a permanent id says now; None if the editor deleted it.
    """
    ids = _known_by_reader_id(documents, ledger)
    ids |= _known_by_alignment(documents, ids, ledger, dump, words_on_page)
    ids |= _known_by_likeness(documents, ids, ledger, dump)
    used = {*ledger.pages, *ids.values()}
    matched = []
    for index, document in enumerate(documents):
        id_ = ids.get(index) or _unused_id(document.id, used)
        used.add(id_)
        matched.append(replace(document, id=id_))
    return tuple(matched)


def _known_by_reader_id(documents: Sequence[Document], ledger: Ledger) -> dict[int, str]:
    permanent = ledger.permanent_ids
    return {
        index: permanent[document.id]
        for index, document in enumerate(documents)
        if document.id in permanent
    }


def _known_by_alignment(
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
    needed = _SIMILAR if is_same_dump else _NEARLY_THE_SAME
    found: dict[int, str] = {}
    for tag, *bounds in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace":
            gone = {i: words_on_page(old[i]) for i in range(*bounds[:2]) if old[i] not in present}
            before = {i: words for i, words in gone.items() if words is not None}
            after = {j: documents[j].text for j in range(*bounds[2:]) if j not in known}
            pairs = _across_borders(before, after)
            earlier = {i: ledger.pages[old[i]].words for i in before if i not in pairs}
            later = {j: sketch(text) for j, text in after.items() if j not in pairs.values()}
            pairs |= _pair_up(earlier, later, bounds[2] - bounds[0], needed)
            found |= {j: old[i] for i, j in pairs.items()}
    return found


def _known_by_likeness(
    documents: Sequence[Document], known: Mapping[int, str], ledger: Ledger, dump: str
) -> dict[int, str]:
    earlier = {id_: entry.words for id_, entry in ledger.pages.items() if entry.dump == dump}
    free = earlier.keys() - known.values()
    later = {j: document.text for j, document in enumerate(documents) if j not in known}
    if not free or not later:
        return {}
    former = ledger.dumps.get(dump, ())
    is_same_dump = len(set(known.values()).intersection(former)) >= _FAIR_SHARE * len(former)
    needed = _ALIKE if is_same_dump else _NEARLY_THE_SAME
    return pair_by_likeness(earlier, free, later, needed.share, needed.words)


def _across_borders(before: Mapping[int, Words], after: Mapping[int, str]) -> dict[int, int]:
    """The places of old and new documents between which nothing but borders moved."""
    old, new = list(before), list(after)
    pairs = match_resplit([*before.values()], [words_of(text) for text in after.values()])
    return {old[first]: new[second] for first, second in pairs.items()}


def _pair_up(
    before: Mapping[int, str], after: Mapping[int, str], shift: int, needed: _Likeness
) -> dict[int, int]:
    """The places of the most similar old and new documents, the best first, each used once."""
    likeness = [
        (round(similarity(before[i], after[j], needed.words), 6), i, j)
        for j in after
        for i in range(j - shift - _REACH, j - shift + _REACH + 1)
        if i in before
    ]
    paired: dict[int, int] = {}
    for share, i, j in sorted(likeness, key=lambda found: (-found[0], found[1:])):
        if share >= needed.share and i not in paired and j not in paired.values():
            paired[i] = j
    return paired


def _unused_id(id_: str, used: set[str]) -> str:
    """The reader's id, or where a document that has changed since goes by it, one made from it."""
    number, unused = 1, id_
    while unused in used:
        number += 1
        unused = sha256(f"{id_} {number}".encode()).hexdigest()[: len(id_)]
    return unused
