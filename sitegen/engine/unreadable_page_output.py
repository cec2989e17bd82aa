"""Retained output: earlier files of pages that cannot be read now.

A page with an error, or on a disk that is not mounted, is left out of the site. Its earlier output
is kept until it can be read again.
"""

from collections.abc import Iterable, Set
from contextlib import suppress
from pathlib import PurePosixPath

from sitegen.addresses import file_of
from sitegen.content.pages import LoadedPage, place_of
from sitegen.engine.input_collection import CollectedSite
from sitegen.errors import ContentError
from sitegen.filesystem.listing import MEDIA, STATIC, Flaw, address_if_copied, is_page_name


def files_to_keep(collected: CollectedSite, earlier: Set[str]) -> frozenset[str]:
    """Returns the files of earlier builds that have to be kept.

    If it is not known which files came from an unreadable folder, these are all of them.
    """
    losses = [flaw for flaw in collected.site_plan.inputs.flaws if flaw.is_loss]
    if not losses:
        kept = files_of_broken_pages(collected) & earlier
    elif any(_hides_unknown(flaw, collected.pages.records.keys()) for flaw in losses):
        kept = frozenset(earlier)
    else:
        kept = files_of_broken_pages(collected) & earlier | _below(losses, earlier)
    new = collected.site_plan.artifacts.keys()
    return frozenset(name for name in kept if not _is_replaced(name, new))


def files_of_broken_pages(collected: CollectedSite) -> frozenset[str]:
    """The output paths of the pages that cannot be read."""
    site_plan = collected.site_plan
    if not (site_plan.findings.problems or site_plan.inputs.flaws):
        return frozenset()  # the usual case, made fast
    files = set()
    for name, record in site_plan.pages.items():
        if not isinstance(record.page, LoadedPage):
            with suppress(ContentError):  # such a path never had a page
                files.add(file_of(place_of(PurePosixPath(name)).address))
    return frozenset(files)


def _hides_unknown(flaw: Flaw, pages: Iterable[str]) -> bool:
    """Whether it may be a folder with unknown files."""
    folder = f"{flaw.name}/"
    if folder == STATIC:
        return True
    if folder == MEDIA or is_page_name(flaw.name) or address_if_copied(flaw.name) is not None:
        return False
    return not any(name.startswith(folder) for name in pages)


def _below(losses: Iterable[Flaw], earlier: Set[str]) -> frozenset[str]:
    """The files at the address of something lost, or below it."""
    places = [address_if_copied(flaw.name) or flaw.name for flaw in losses]
    folders = tuple(f"{place}/" for place in places)
    return frozenset(name for name in earlier if name in places or name.startswith(folders))


def _is_replaced(name: str, new: Set[str]) -> bool:
    """Whether a new file replaces a folder that contains this one."""
    return any(str(folder) in new for folder in PurePosixPath(name).parents)
