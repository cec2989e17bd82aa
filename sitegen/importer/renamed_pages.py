"""Notices pages of imports whose files were renamed by hand, so that links to them break."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from sitegen.errors import ContentError
from sitegen.importer.existing import ExistingContent, place_at
from sitegen.importer.ledger import Ledger


def renamed_pages(
    ledger: Ledger, existing: ExistingContent, content: Path
) -> Iterator[ContentError]:
    """A warning for each page that had another address at the last import, without an alias.

    A post that only moved to another topic keeps its address.
    """
    for id_, entry in ledger.pages.items():
        path = PurePosixPath(entry.path)
        page = existing.by_id.get(id_) if path not in existing.pages else None
        former, place = place_at(path), place_at(page.path) if page else None
        if page is None or former is None or place is None or former.address == place.address:
            continue
        if former.address.strip("/") not in aliases_in(page.header):
            yield ContentError(
                f"this page was renamed, and links to {former.address} lead nowhere",
                path=content / page.path,
                hint=f"to keep that address, add to its front matter: aliases: [{former.address}]",
            )


def aliases_in(header: Mapping[str, object]) -> set[str]:
    """The earlier addresses that a header names, without slashes around them."""
    value = header.get("aliases")
    listed = value if isinstance(value, list) else [value]
    return {str(alias).strip("/").removesuffix("/index.html") for alias in listed}
