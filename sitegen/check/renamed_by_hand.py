"""Notices topics and pages that were renamed by hand, so that their addresses lead nowhere."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from sitegen.content.pages import TOPIC_PAGE_NAME
from sitegen.errors import ContentError
from sitegen.importer.existing import ExistingContent, place_at, read_existing
from sitegen.importer.ledger import Ledger, load_ledger
from sitegen.importer.renamed_pages import aliases_in, renamed_pages

_FAIR_SHARE = 0.5
"""The least share of a topic's posts that must be in one other folder."""


def renamed_by_hand(content: Path) -> Iterator[ContentError]:
    """A warning for each topic and page of the last import with another address, without an alias.

    Args:
        content: the folder ``content/``.
    """
    ledger = Ledger()
    with suppress(ContentError):  # an import names what is wrong with it
        ledger = load_ledger(content)
    if all((content / entry.path).exists() for entry in ledger.pages.values()):
        return
    existing = read_existing(content, ledger)
    yield from _renamed_topics(ledger, existing, content)
    yield from renamed_pages(ledger, existing, content)


def _renamed_topics(
    ledger: Ledger, existing: ExistingContent, content: Path
) -> Iterator[ContentError]:
    gone = {
        slug: ids
        for slug, ids in _posts(ledger).items()
        if not (content / "topics" / slug).exists()
    }
    known = {alias for page in existing.pages.values() for alias in aliases_in(page.header)}
    for slug, ids in gone.items():
        now = _folder_now(ids, existing)
        if now and f"topics/{slug}" not in known:
            yield ContentError(
                f"the topic “{slug}” is “{now}” now, and links to topics/{slug}/ lead nowhere",
                path=content / "topics" / now / TOPIC_PAGE_NAME,
                hint=f"add to its front matter: aliases: [topics/{slug}/]",
            )


def _posts(ledger: Ledger) -> dict[str, list[str]]:
    """The ids of the posts in each topic at the last import."""
    found: dict[str, list[str]] = {}
    for id_, entry in ledger.pages.items():
        place = place_at(PurePosixPath(entry.path))
        if place and place.topic:
            found.setdefault(place.topic, []).append(id_)
    return found


def _folder_now(ids: list[str], existing: ExistingContent) -> str | None:
    """The slug of the topic that has most of some posts now."""
    pages = (existing.by_id.get(id_) for id_ in ids)
    found = Counter(page.topic for page in pages if page and page.topic)
    slug, count = next(iter(found.most_common(1)), ("", 0))
    return slug if count and count >= _FAIR_SHARE * len(ids) else None
