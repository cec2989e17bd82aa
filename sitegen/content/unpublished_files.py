"""Reports what under ``content/`` is not published: unreadable files, and stray files."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sitegen.errors import ContentError, SitegenError
from sitegen.filesystem.listing import Flaw, address_of_copy, is_backup_copy, is_page_name

_FEW = 5
"""The number of stray files that a warning names."""


class LostPageError(ContentError):
    """A page from an earlier build in a folder that cannot be read now.

    The error for the folder covers it, so it is not reported again.
    """


def is_harmless(flaw: Flaw) -> bool:
    """Whether the flaw keeps nothing from being published."""
    if flaw.kind == "special":
        return not is_page_name(flaw.name) and address_of_copy(flaw.name) is None
    return flaw.kind in ("inside itself", "repeated")


def errors_of(flaws: Iterable[Flaw], content: Path) -> list[SitegenError]:
    """The errors for flaws that keep something from being published, except single pages."""
    return [
        flaw.error(content, ContentError)
        for flaw in flaws
        if not is_harmless(flaw) and not is_unreadable_page(flaw)
    ]


def warnings_of(flaws: Iterable[Flaw], content: Path) -> list[SitegenError]:
    """The warnings for harmless flaws."""
    return [flaw.error(content, ContentError) for flaw in flaws if is_harmless(flaw)]


def is_unreadable_page(flaw: Flaw) -> bool:
    """Whether the flaw is a page that cannot be read."""
    return flaw.kind != "name" and is_page_name(flaw.name)


def stray_files(names: Iterable[str], content: Path) -> Iterator[ContentError]:
    """Warnings that name the files that are neither pages nor copied, and the backup copies."""
    strays = [name for name in names if not is_page_name(name) and address_of_copy(name) is None]
    backups = [name for name in strays if is_backup_copy(name)]
    others = [name for name in strays if not is_backup_copy(name)]
    if others:
        yield ContentError(
            f"{_count(others, 'file', 'files')} under content/ and not published: {_first(others)}",
            path=content,
            hint="the name of a page ends in .md; pictures and other files to publish belong in "
            "content/media/ or content/static/, and what is not for readers beside content/",
        )
    if backups:
        yield ContentError(
            f"{_count(backups, 'backup copy', 'backup copies')} under content/ and not published: "
            f"{_first(backups)}",
            path=content,
            hint="remove them, or give a file that is to be published another name",
        )


def _count(names: Sequence[str], one: str, several: str) -> str:
    return f"1 {one} is" if len(names) == 1 else f"{len(names):,} {several} are"


def _first(names: Sequence[str]) -> str:
    more = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {more:,} more" if more > 0 else "")
