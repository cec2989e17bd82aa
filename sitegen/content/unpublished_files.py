"""What stands under ``content/`` and is not published: what cannot be read, and stray files."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sitegen.errors import ContentError, SitegenError
from sitegen.filesystem.listing import Flaw, address_of_copy, is_page_name

_FEW = 5
"""How many stray files are named."""


class LostPageError(ContentError):
    """A page that was read before, in a folder that cannot be read now.

    The error for the folder says so; nobody needs to be told of each page.
    """


def is_harmless(flaw: Flaw) -> bool:
    """Whether nothing that should be published is missing for the flaw."""
    if flaw.kind == "special":
        return not is_page_name(flaw.name) and address_of_copy(flaw.name) is None
    return flaw.kind in ("inside itself", "repeated")


def errors_of(flaws: Iterable[Flaw], content: Path) -> list[SitegenError]:
    """What is wrong with the flaws that leave out something; of pages, the pages themselves say."""
    return [
        flaw.error(content, ContentError)
        for flaw in flaws
        if not is_harmless(flaw) and not is_lone_page(flaw)
    ]


def warnings_of(flaws: Iterable[Flaw], content: Path) -> list[SitegenError]:
    """What there is to say of the flaws that harm nothing."""
    return [flaw.error(content, ContentError) for flaw in flaws if is_harmless(flaw)]


def is_lone_page(flaw: Flaw) -> bool:
    """Whether the flaw is a page that cannot be read."""
    return flaw.kind != "name" and is_page_name(flaw.name)


def stray_files(names: Iterable[str], content: Path) -> Iterator[ContentError]:
    """A warning that names the files that are neither pages nor copied, if there are any."""
    strays = [name for name in names if not is_page_name(name) and address_of_copy(name) is None]
    if strays:
        yield ContentError(
            f"{_count(strays)} under content/ and not published: {_first(strays)}",
            path=content,
            hint="the name of a page ends in .md; pictures and other files to publish belong in "
            "content/media/ or content/static/, and what is not for readers beside content/",
        )


def _count(names: Sequence[str]) -> str:
    return "1 file is" if len(names) == 1 else f"{len(names):,} files are"


def _first(names: Sequence[str]) -> str:
    more = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {more:,} more" if more > 0 else "")
