"""What stays in the output though no source asks for it now.

A page with a mistake, or on a disk that is not mounted, is left out of the site. What was built
from it before stays until it can be read again.
"""

from collections.abc import Iterable, Set
from contextlib import suppress
from pathlib import PurePosixPath

from sitegen.addresses import file_of
from sitegen.content.pages import place_of
from sitegen.engine.collecting import CollectedSite
from sitegen.errors import ContentError
from sitegen.filesystem.listing import MEDIA, STATIC, Flaw, address_of_copy, is_page_name


def files_to_keep(collected: CollectedSite, earlier: Set[str]) -> frozenset[str]:
    """Those of the files that builds wrote before that are to stay as they are.

    Where it cannot be known what was built from a folder that is lost, that is all of them.

    Args:
        collected: what is to stand in the output.
        earlier: the files that builds wrote, by their paths in the output.
    """
    losses = [flaw for flaw in collected.site_plan.inputs.flaws if flaw.is_loss]
    if any(_hides_unknown(flaw, collected.pages.keys()) for flaw in losses):
        kept = frozenset(earlier)
    else:
        kept = files_of_broken_pages(collected) & earlier | _below(losses, earlier)
    new = collected.site_plan.artifacts.keys()
    return frozenset(name for name in kept if not _is_in_the_way(name, new))


def files_of_broken_pages(collected: CollectedSite) -> frozenset[str]:
    """The paths in the output of the pages that had to be left out."""
    files = set()
    for name, worked in collected.pages.items():
        if isinstance(worked.page, ContentError):
            with suppress(ContentError):  # where no page can stand, none ever stood
                files.add(file_of(place_of(PurePosixPath(name)).address))
    return frozenset(files)


def _hides_unknown(flaw: Flaw, pages: Iterable[str]) -> bool:
    """Whether it may be a folder with files of which nothing is known."""
    folder = f"{flaw.name}/"
    if folder == STATIC:
        return True
    if folder == MEDIA or is_page_name(flaw.name) or address_of_copy(flaw.name) is not None:
        return False
    return not any(name.startswith(folder) for name in pages)


def _below(losses: Iterable[Flaw], earlier: Set[str]) -> frozenset[str]:
    """The files that stand at the address of something lost, or below it."""
    places = [address_of_copy(flaw.name) or flaw.name for flaw in losses]
    folders = tuple(f"{place}/" for place in places)
    return frozenset(name for name in earlier if name in places or name.startswith(folders))


def _is_in_the_way(name: str, new: Set[str]) -> bool:
    """Whether a new file takes the place of a folder that this one is in."""
    return any(str(folder) in new for folder in PurePosixPath(name).parents)
