"""What may need an editor's eye: doubtful cuts and topics of the import, and near-duplicates."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from sitegen.curation.library import Library, label_of_page
from sitegen.errors import ContentError
from sitegen.filesystem.fingerprints import Stamp, stamp_of
from sitegen.importer.ledger import LEDGER_NAME, Ledger, LedgerEntry, load_ledger
from sitegen.models import DOUBTFUL_CUT, Page
from sitegen.topics.near_duplicates import repeats_of
from sitegen.topics.placement import DOUBTFUL

_EVERYTHING_ELSE = "everything-else"


class DoubtReader:
    """Finds the doubts of a digest again and again, and each time only what may have changed."""

    def __init__(self) -> None:
        self._ledger: tuple[Stamp | None, Ledger] = None, Ledger()
        self._previous: dict[str, str] = {}
        self._repeats: tuple[tuple[object, ...], dict[str, str]] = (), {}
        self._found: tuple[Library, Ledger, Mapping[str, dict[str, Any]]] | None = None

    def read(self, library: Library) -> Mapping[str, dict[str, Any]]:
        """For each post and essay, by its id, the values that the desk adds to it.

        ``confidence`` is the probability of its cut, ``topic_confidence`` that of its topic,
        ``runner_up`` the slug of the second best topic, ``previous`` the id of the document before
        it in its dump, and ``repeats`` the id of an earlier post that it repeats; None if unknown.
        ``reason`` says why it needs an eye, if it does: its ``rank``, lower for the more urgent,
        and an English ``text``, whose parts in braces stand for the other values.
        """
        ledger = self._read_ledger(library)
        if self._found is None or self._found[0] is not library or self._found[1] is not ledger:
            self._found = library, ledger, self._find(library, ledger)
        return self._found[2]

    def _find(self, library: Library, ledger: Ledger) -> Mapping[str, dict[str, Any]]:
        repeats = self._read_repeats(library)
        found = {}
        for id_, page in library.pages.items():
            if page.kind in ("post", "essay"):
                doubts = _import_doubts(page, ledger.pages.get(id_), library)
                doubts["repeats"] = repeats.get(id_)
                reason = _reason_of(page, doubts, library)
                found[id_] = {**doubts, "previous": self._previous.get(id_), "reason": reason}
        return found

    def _read_ledger(self, library: Library) -> Ledger:
        """The record of the imports; an empty one if it has mistakes, which an import reports."""
        stamp = stamp_of(library.content / LEDGER_NAME)
        if stamp is None or stamp != self._ledger[0]:
            try:
                ledger = load_ledger(library.content)
            except ContentError:
                ledger = Ledger()
            self._ledger = stamp, ledger
            self._previous = _previous_documents(ledger)
        return self._ledger[1]

    def _read_repeats(self, library: Library) -> dict[str, str]:
        posts = [page for page in library.pages.values() if page.kind == "post"]
        compared = tuple((page.id, page.date, page.body) for page in posts)
        if compared != self._repeats[0]:
            posts.sort(key=lambda page: (page.date is None, page.date, page.id))
            pairs = zip(posts, repeats_of([page.body for page in posts]), strict=True)
            found = {post.id: posts[first].id for post, first in pairs if first is not None}
            self._repeats = compared, found
        return self._repeats[1]


def _import_doubts(page: Page, entry: LedgerEntry | None, library: Library) -> dict[str, Any]:
    """What the import was unsure of; the topic only of a post that the editor left there."""
    if entry is None:
        return {"confidence": None, "topic_confidence": None, "runner_up": None}
    is_moved = entry.path.rpartition("/")[0] != page.path.rpartition("/")[0]
    has_topic = page.kind == "post" and not is_moved
    return {
        "confidence": entry.confidence,
        "topic_confidence": entry.topic_confidence if has_topic else None,
        "runner_up": entry.runner_up if has_topic and entry.runner_up in library.topics else None,
    }


def _reason_of(page: Page, doubts: Mapping[str, Any], library: Library) -> dict[str, object] | None:
    """Why the page needs an eye: the most urgent reason."""
    cut, sure = doubts["confidence"], doubts["topic_confidence"]
    second, first = doubts["runner_up"], library.pages.get(doubts["repeats"])
    if cut is not None and cut < DOUBTFUL_CUT:
        return {"rank": cut, "text": "Doubtful cut: {percent} %", "percent": round(cut * 100)}
    if sure is not None and sure < DOUBTFUL:
        if second and second != page.topic:
            return {"rank": 1 + sure, "text": "Or {topic}?", "topic": library.topics[second].title}
        return {"rank": 1 + sure, "text": "Doubtful topic"}
    if first:
        return {"rank": 2, "text": "Repeats “{label}”", "label": label_of_page(first)}
    return {"rank": 3, "text": "No topic"} if page.topic == _EVERYTHING_ELSE else None


def _previous_documents(ledger: Ledger) -> dict[str, str]:
    """For each document but the first of a dump, by its permanent id, the one before it."""
    permanent = ledger.permanent_ids
    return {
        permanent[later]: permanent[earlier]
        for documents in ledger.dumps.values()
        for earlier, later in pairwise(documents)
        if earlier in permanent and later in permanent
    }
