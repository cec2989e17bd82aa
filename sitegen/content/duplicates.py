"""Pages that cannot be published together, as they have the same address or the same id."""

from collections.abc import Collection, Iterable
from itertools import chain, count
from pathlib import Path, PurePosixPath

from sitegen.addresses import post_address
from sitegen.errors import ContentError, grouped
from sitegen.filesystem.names import difference_of, folded
from sitegen.models import Page

MOST_NAMED = 10
"""How many of the mistakes that stop a build are named."""


def refuse_duplicates(pages: Iterable[Page], content: Path) -> None:
    """Raises an error that names the pages with the id or address of another one.

    Raises:
        ContentError: there is one such page.
        GroupedError: there are several.
    """
    by_id: dict[str, Page] = {}
    by_address: dict[str, Page] = {}
    clashes: list[tuple[Page, Page]] = []
    for page in pages:
        other = by_address.setdefault(folded(page.address), page)
        if other is page:
            other = by_id.setdefault(page.id, page)
        if other is not page:
            clashes.append((page, other))
    if clashes:
        errors = [_error(page, other, by_address, content) for page, other in clashes]
        raise grouped(errors, MOST_NAMED)


def _error(page: Page, other: Page, addresses: Collection[str], content: Path) -> ContentError:
    if folded(page.address) == folded(other.address):
        what = f"two sources ask for the address /{page.address}"
        hint = _advice(page, other, addresses)
    else:
        what = f"two pages have the id “{page.id}”"
        hint = "if one is a copy of the other, remove the line “id” from the copy"
    return ContentError(
        f"{what}: content/{other.path} and content/{page.path}"
        f"{difference_of(other.path, page.path)}",
        path=content / page.path,
        hint=hint,
    )


def _advice(page: Page, other: Page, addresses: Collection[str]) -> str:
    """What to do about two pages with one address."""
    if page.kind != "post" or page.topic == other.topic:
        return "rename one of them"
    name = _free_name(page, addresses)
    rename = f"rename one of them, such as this one to {name}{PurePosixPath(page.path).suffix}"
    is_copied = page.id == other.id != page.address
    return (
        f"{rename}{', and remove its line “id”' if is_copied else ''}; "
        f"a post that is in both topics is one file with “also: [{page.topic}]”"
    )


def _free_name(page: Page, addresses: Collection[str]) -> str:
    """A name for a post of which its topic is a part, and that no other post has."""
    first = f"{page.slug}-{page.topic}"
    names = chain([first], (f"{first}-{number}" for number in count(2)))
    return next(name for name in names if folded(post_address(name)) not in addresses)
