"""What the e-mail shows: the latest edition of a digest, or all of one without editions."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sitegen.configuration.settings import EmailConfig
from sitegen.content.editions import CURRENT, site_of_edition
from sitegen.models import Page, Site
from sitegen.views.mail_selection import ESSAYS, choose_posts
from sitegen.views.template_records import PageRef


def make_mail_context(
    site: Site, settings: EmailConfig, refs: Mapping[str, PageRef]
) -> dict[str, object]:
    """The values that all files of the e-mail are made from."""
    latest = site.editions[0] if site.editions else None
    shown = site_of_edition(site, latest) if latest else site
    page = site.edition_pages[0] if latest and latest.slug != CURRENT else site.front
    newest = _newest((*shown.essays, *shown.posts))
    return {
        "page": refs[page.id],
        "settings": settings,
        "date": page.date or newest,
        "names": _names(site, page, newest),
        "essays": tuple(refs[essay.id] for essay in shown.essays[:ESSAYS]),
        "sections": choose_posts(shown, refs, settings.lead),
    }


def _names(site: Site, page: Page, newest: datetime | None) -> tuple[str, ...]:
    """All names that the edition has or had, the present one first.

    They stay the same when the edition is closed or corrected, so that nobody gets it twice. The
    current edition is named after the last one that was closed: ``after-2026-10``. A digest without
    closed editions has the day of its front page or of its newest entry.
    """
    closed = [each.slug for each in site.edition_pages]
    days = tuple(
        dict.fromkeys(moment.date().isoformat() for moment in (page.date, newest) if moment)
    )
    if page.kind != "edition":
        return (f"after-{closed[0]}",) if closed else days[:1]
    return (closed[0], f"after-{closed[1]}") if len(closed) > 1 else (closed[0], *days)


def _newest(entries: Iterable[Page]) -> datetime | None:
    """The latest date of the entries; if none has one, that of the latest import."""
    pages = tuple(entries)
    dates = [page.date for page in pages if page.date]
    return max(dates or [page.added for page in pages if page.added], default=None)
