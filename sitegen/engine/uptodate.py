"""Tells at once that there is nothing to build: that all is as the last build left it.

A build that went well leaves a seal: digests of everything that it read and of the stamps of
everything that it wrote. Whoever builds next reads the content and compares. That needs no record
of any page, nor the libraries that pages are read and rendered with.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.cache_key import FOLDER, cache_key_of, keep
from sitegen.engine.commit import is_committed
from sitegen.engine.output_record import read_record
from sitegen.errors import SitegenError
from sitegen.filesystem.files import digest_of, read_file
from sitegen.filesystem.fingerprints import Stamp, stamp_of
from sitegen.filesystem.listing import copied_names, list_content, list_folder, page_names
from sitegen.models import NOTHING_HELD_BACK, HeldBack, Period

_NAME = "seal.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class UpToDateRecord:
    """What a build had before it and left behind."""

    drafts: bool
    period: Period
    """When the pages that it showed are those to show."""
    settings: str
    """Of the configuration and the themes."""
    pages: str
    """Of the names of all files under ``content/`` and the bytes of the pages."""
    media: str | None
    """Of the stamps of the files under ``content/`` that are copied."""
    artifacts: int
    """How many files the output holds."""
    held_back: HeldBack
    outputs: str | None
    """Of their stamps."""


class UpToDateCheck(NamedTuple):
    """What a look at the seal of a digest found."""

    artifacts: int | None = None
    """How many files the output holds, if a build would change nothing."""
    pages: Mapping[str, bytes] = {}
    """The digests of the pages that were read for that, by their paths under ``content/``."""
    names: tuple[str, ...] | None = None
    """The paths of all files under ``content/``, if they were listed for that."""
    outputs: str | None = None
    """The digest of the stamps of the files in the output, if these are as the build left them."""
    held_back: HeldBack = NOTHING_HELD_BACK
    """The pages that a build would hold back, if it would change nothing."""


UNKNOWN = UpToDateCheck()
"""What was found where nobody looked, or where nothing that is of use was to be found."""


def check_up_to_date(root: Path, *, drafts: bool, now: datetime) -> UpToDateCheck:
    """Looks whether a build of the digest in ``root`` would change anything."""
    with suppress(OSError, ValueError, TypeError, KeyError, SitegenError):
        kept = json.loads((root / FOLDER / _NAME).read_text(encoding="utf-8"))
        *counts, due = kept["held_back"]
        held_back = HeldBack(*counts)._replace(next=_moment(due))
        period = Period(*map(_moment, kept["period"]))
        seal = UpToDateRecord(**kept | {"period": period, "held_back": held_back})
        if seal.drafts == drafts and seal.period.holds(now):
            return _inspect(seal, root)
    return UNKNOWN


def settings_digest(root: Path) -> str:
    """The digest of the configuration and the themes of the digest in ``root``.

    A build must take it before it reads them, so that a later change is never sealed. It is empty
    if any of them cannot be read: whoever needs that says so, and nothing is sealed.
    """
    known = hashlib.blake2b(cache_key_of(root), digest_size=16)
    with suppress(OSError, SitegenError):
        for path in (root / "sitegen.toml", root / "pyproject.toml"):
            known.update(path.read_bytes() if path.is_file() else b"\0")
        for path in _theme_files(root / "themes"):
            known.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
        return known.hexdigest()
    return ""


def pages_digest(names: Iterable[str], digests: Mapping[str, bytes]) -> str:
    """The digest of the files under ``content/``: all ``names``, and the bytes of the pages."""
    known = hashlib.blake2b(digest_size=16)
    for name in names:
        known.update(f"{name}\0".encode() + digests.get(name, b""))
    return known.hexdigest()


def stamps_digest(stamps: Iterable[Stamp | None]) -> str | None:
    """The digest of some stamps; None if one is missing."""
    known = hashlib.blake2b(digest_size=16)
    for stamp in stamps:
        if stamp is None:
            return None
        known.update(stamp)
    return known.hexdigest()


def write_up_to_date_record(root: Path, seal: UpToDateRecord) -> None:
    """Keeps the seal of the digest in ``root`` for the next build, unless a stamp is missing.

    The caller holds the lock of the digest.
    """
    if seal.outputs and seal.media:
        data = json.dumps(asdict(seal), default=datetime.isoformat)
        with suppress(OSError):  # then the next build looks more closely
            keep(root / FOLDER / _NAME, data.encode())


def _theme_files(themes: Path) -> Iterator[Path]:
    """All files of all themes; a theme may be a link to a folder elsewhere, and so may a part."""
    for part in sorted(themes.glob("*/[!.]*")):
        if part.is_dir():
            listing = list_folder(part, SitegenError)
            for flaw in listing.flaws:
                raise flaw.error(part, SitegenError)
            yield from (part / name for name in listing.names)
        elif part.is_file():
            yield part


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _inspect(seal: UpToDateRecord, root: Path) -> UpToDateCheck:
    """Compares everything; what is soonest looked at comes first."""
    content, output = root / "content", root / "output"
    if not is_committed(output) or settings_digest(root) != seal.settings:
        return UNKNOWN
    names, flaws, _ = list_content(content, SitegenError)
    if flaws:
        return UNKNOWN
    media = stamps_digest(stamp_of(f"{content}/{name}") for name in copied_names(names))
    outputs = stamps_digest(stamp_of(f"{output}/{name}") for name in sorted(read_record(output)))
    if (media, outputs) != (seal.media, seal.outputs):
        return UNKNOWN
    pages = {name: digest_of(read_file(f"{content}/{name}")) for name in page_names(names)}
    digest = pages_digest(names, pages)
    artifacts = seal.artifacts if digest == seal.pages else None
    return UpToDateCheck(artifacts, pages, names, outputs, seal.held_back)
