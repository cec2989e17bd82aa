"""The ledger after an import."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.importer.choosing_topics import ChosenTopics
from sitegen.importer.ledger import Ledger, LedgerEntry, ReadReport, fingerprint
from sitegen.importer.page_actions import PlannedPage, next_entry
from sitegen.importer.state_before import StateBefore
from sitegen.importer.topic_pages import PlannedTopicPage


def next_ledger(
    before: StateBefore,
    pages: Sequence[PlannedPage],
    topic_pages: Sequence[PlannedTopicPage],
    chosen: ChosenTopics,
    *,
    sketches: Mapping[str, str],
    media: Mapping[str, str],
    reports: Mapping[str, ReadReport],
) -> Ledger:
    """The ledger after an import."""
    ledger = before.ledger
    recorded = {**ledger.pages, **dict(_entries(before, pages, chosen, sketches))}
    dumps = {
        name: tuple(id_ for id_ in ids if id_ in recorded) for name, ids in before.dumps.items()
    }
    written = {page.slug: fingerprint(page.data) for page in topic_pages}
    return Ledger(
        dumps=ledger.dumps | dumps,
        pages=recorded,
        topics=tuple(sorted({*ledger.topics, *(topic.slug for topic in chosen.topics)})),
        topic_pages=ledger.topic_pages | written,
        media={**media, **ledger.media},
        reports={**ledger.reports, **reports},
        meaning=chosen.meaning or ledger.meaning,
    )


def _entries(
    before: StateBefore,
    pages: Sequence[PlannedPage],
    chosen: ChosenTopics,
    sketches: Mapping[str, str],
) -> Iterator[tuple[str, LedgerEntry]]:
    """The entries of pages, each with the id of its document."""
    dump_of = {id_: name for name, ids in before.dumps.items() for id_ in ids}
    for page in pages:
        id_ = page.document.id
        yield (
            id_,
            next_entry(
                page,
                before.ledger.pages.get(id_),
                before.reader_ids[id_],
                dump_of[id_],
                sketches[id_],
                chosen.assignments.get(id_),
            ),
        )
