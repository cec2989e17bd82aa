"""The command ``edition new``."""

import re
from collections.abc import Collection
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click

from sitegen.cli.digest_root import find_root
from sitegen.curation.acts import CloseEdition
from sitegen.curation.curator import Curator
from sitegen.curation.edition_closing import current_entries, names_in_use
from sitegen.curation.library import read_library
from sitegen.errors import UsageError
from sitegen.languages import format_month

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def close_current_edition(name: str | None, title: str | None) -> None:
    """Closes the current edition of the digest of this folder.

    Args:
        name: its slug; by default, the current month.
        title: its title; by default, the name of the month, or ``name``.

    Raises:
        SitegenError: there is nothing to close, there is such an edition, or the name is wrong.
    """
    root = find_root()
    library = read_library(root)
    now = datetime.now(UTC).astimezone(ZoneInfo(library.config.timezone))
    slug = _checked(name) if name else _month(now, names_in_use(library.content))
    entries = current_entries(library, now)
    act = CloseEdition(slug, title or name or _title(now, slug, library.config.language), now)
    Curator(root, lambda: read_library(root)).do(act)
    essays = sum(page.kind == "essay" for page in entries)
    click.echo(
        f"Closed edition {slug}: {_count(essays, 'essay')}, {_count(len(entries) - essays, 'post')}"
        f" (back: sitegen undo)\nIts front page is content/editions/{slug}.md. What you import or "
        "write from now on is in the next edition;\nwrite its introduction in content/index.md."
    )


def _checked(name: str) -> str:
    if not _SLUG.fullmatch(name):
        raise UsageError(
            f"“{name}” cannot be the name of an edition",
            hint="use small letters, digits and single hyphens: 2026-11",
        )
    return name


def _month(now: datetime, known: Collection[str]) -> str:
    """The month, with a number if editions were closed in it."""
    month, number = f"{now:%Y-%m}", 1
    while (slug := month if number == 1 else f"{month}-{number}") in known:
        number += 1
    return slug


def _title(now: datetime, slug: str, language: str) -> str:
    """The name of the month, with the number of a further edition."""
    month = format_month(now.date().replace(day=1), language)
    number = slug.removeprefix(f"{now:%Y-%m}").removeprefix("-")
    return f"{month[:1].upper()}{month[1:]}{f' ({number})' if number else ''}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
