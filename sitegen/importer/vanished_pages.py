"""Decides what happens to the pages of documents that are no longer in their dump, or not public.

They stay, unless nobody changed them, they are in no closed edition, and either their text is in
the dump still, in a document that was split or joined differently, or the editor asks for their
removal (``--prune``). A guess of the reader removes no page of a document that was certain, as the
editor may have marked where it begins and ends.
"""

from collections.abc import Container, Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from sitegen.importer.existing import ExistingPage
from sitegen.importer.ledger import LedgerEntry
from sitegen.importer.sketches import Words, words_of
from sitegen.models import Document

_FEWEST_WORDS = 5
"""Fewer words must make up whole lines of another document, as they may be there by chance."""


class VanishedPage(NamedTuple):
    """A page of a document that is no longer in its dump."""

    id: str
    path: PurePosixPath
    """Relative to ``content/``."""
    existing: str
    """The fingerprint of its file."""
    is_removed: bool
    """Whether the import removes it."""
    is_withheld: bool
    """Whether the dump has its document still, but not as a public one, and the page shows it."""


def plan_vanished(
    pages: Iterable[tuple[ExistingPage, LedgerEntry]],
    documents: Iterable[Document],
    withheld: Container[str],
    *,
    prune: bool,
) -> Iterator[VanishedPage]:
    """Plans the pages of documents that are no longer in their dump, or not public.

    Args:
        pages: the pages, with their entries in the ledger.
        documents: those whose pages are as the dump has them after this import. If the reader is
            not certain of them, they take no page of a document that was certain.
        withheld: the readers' ids of what the dump has, but not as public.
        prune: whether the editor asks to remove what nobody changed.
    """
    found = tuple(documents)
    texts: dict[bool, _Texts] = {}
    for page, entry in pages:
        if (was_certain := entry.confidence is None) not in texts:
            holders = (d for d in found if d.confidence == 1 or not was_certain)
            texts[was_certain] = _Texts(holders)
        is_own = page.edition is None and page.fingerprint == entry.page
        is_removed = is_own and (prune or texts[was_certain].hold(page))
        is_withheld = entry.document in withheld and not page.is_held_back
        yield VanishedPage(page.id or "", page.path, page.fingerprint, is_removed, is_withheld)


class _Texts:
    """The texts of the documents, one after the other, as words and as lines."""

    def __init__(self, documents: Iterable[Document]) -> None:
        texts = [document.full_text for document in documents]
        self._words = _joined(word for text in texts for word in words_of(text))
        self._lines = {words_of(line) for text in texts for line in text.split("\n")}

    def hold(self, page: ExistingPage) -> bool:
        """Whether the text of a page is among them."""
        words = page.words
        if len(words) >= _FEWEST_WORDS:
            return _joined(words) in self._words
        return bool(words) and words in self._lines


def _joined(words: Iterable[str] | Words) -> str:
    return f" {' '.join(words)} "
