"""Recognises a dump that was imported before under another name, such as a corrected copy."""

from collections.abc import Sequence

from sitegen.importer.ledger import Ledger
from sitegen.importer.sketches import join_sketches, similarity, sketch
from sitegen.models import Document

_FEWEST_DOCUMENTS = 2
"""The fewest documents that two dumps must share, as a single text may well be in both."""
_FAIR_SHARE = 0.5
"""The least share of each dump's documents that must be in both."""
_SAME_WORDS = 0.9
"""The share of words in common that is enough instead, as when most boundaries have moved."""
_FEWEST_WORDS = 20
"""The fewest words in common for this, as short texts are often similar by chance."""


def adopt_renamed_dump(ledger: Ledger, documents: Sequence[Document], dump: str) -> Ledger:
    """The ledger, with a dump that was imported under another name renamed to ``dump``.

    ``documents`` are those of the dump now. It counts as an earlier dump if they share most of
    their documents, or nearly all of their words, and ``dump`` is not a name in the ledger.
    """
    is_new = bool(ledger.dumps) and dump not in ledger.dumps
    former = _former_name(ledger, documents) if is_new else None
    if former is None:
        return ledger
    dumps = {dump if name == former else name: ids for name, ids in ledger.dumps.items()}
    pages = {
        id_: entry.model_copy(update={"dump": dump}) if entry.dump == former else entry
        for id_, entry in ledger.pages.items()
    }
    return ledger.model_copy(update={"dumps": dumps, "pages": pages})


def _former_name(ledger: Ledger, documents: Sequence[Document]) -> str | None:
    """The name of the earlier dump that shares most documents; None if none shares enough."""
    permanent = ledger.permanent_ids
    known = {permanent[document.id] for document in documents if document.id in permanent}
    words = sketch("\n".join(document.text for document in documents))
    shared = {
        name: len(known.intersection(ids))
        for name, ids in ledger.dumps.items()
        if _share_documents(known, ids, len(documents)) or _share_words(ledger, ids, words)
    }
    return max(shared, key=lambda name: shared[name], default=None)


def _share_documents(known: set[str], ids: Sequence[str], size: int) -> bool:
    common = len(known.intersection(ids))
    return common >= max(_FEWEST_DOCUMENTS, _FAIR_SHARE * len(ids), _FAIR_SHARE * size)


def _share_words(ledger: Ledger, ids: Sequence[str], words: str) -> bool:
    earlier = join_sketches(ledger.pages[id_].words for id_ in ids if id_ in ledger.pages)
    return similarity(earlier, words, _FEWEST_WORDS) >= _SAME_WORDS
