"""Checks whether the output is up to date, before anything is loaded.

A successful build writes a record: digests of everything that it read, and of the stamps of all
files that it wrote. The next build reads the content and compares. This needs neither the build
state nor the libraries that process and render pages.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen.engine.cache_key import CacheFolder, write_cache_file
from sitegen.engine.commit import is_committed
from sitegen.engine.output_record import read_record
from sitegen.errors import SitegenError
from sitegen.filesystem.files import digest_of, file_digest, read_file
from sitegen.filesystem.fingerprints import DIGEST_SIZE, stamp_of
from sitegen.filesystem.listing import copied_names, list_content, list_folder, page_names
from sitegen.models import NOTHING_HELD_BACK, HeldBack, HeldBackPage, Period
from sitegen.topics.profile_file import PROFILES_NAME

_NAME = "uptodate.json"
_NOT_READ = bytes(DIGEST_SIZE)
"""Stands for the digest of a file that is no page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpToDateRecord:
    """The inputs and outputs of a build, as digests."""

    drafts: bool
    cards: bool
    """Whether it made the social cards that the configuration asks for."""
    period: Period
    """When the same pages are to be shown."""
    settings: str
    """Of the configuration, the themes and the topic profiles."""
    pages: str
    """Of the names of all files under ``content/`` and the bytes of the pages."""
    media: str | None
    """Of the stamps of the files under ``content/`` that are copied."""
    artifacts: int
    """How many files the output holds."""
    held_back: HeldBack
    held_back_pages: tuple[HeldBackPage, ...]
    outputs: str | None
    """Of their stamps, and of the digests of those in ``unstamped``."""
    unstamped: tuple[str, ...]
    """The files that were too new for a stamp when the build ended."""


class UpToDateCheck(NamedTuple):
    """The result of an up-to-date check."""

    artifacts: int | None = None
    """How many files the output holds, if a build would change nothing."""
    pages: Mapping[str, bytes] = {}
    """The digests of the pages that were read for that, by their paths under ``content/``."""
    names: tuple[str, ...] | None = None
    """The paths of all files under ``content/``, if they were listed for that."""
    outputs: str | None = None
    """That of the files in the output in the record, if these are as the build left them."""
    held_back: HeldBack = NOTHING_HELD_BACK
    """The pages that a build would hold back, if it would change nothing."""
    held_back_pages: tuple[HeldBackPage, ...] = ()
    """The first of them, by path."""


NOT_CHECKED = UpToDateCheck()
"""No check was made, or it found nothing that a build can use."""


def check_up_to_date(
    root: Path, *, drafts: bool, now: datetime, cards: bool | None = True
) -> UpToDateCheck:
    """Checks whether a build of the digest in ``root`` would change anything.

    Args:
        root: the digest's folder.
        drafts: whether the build would show drafts.
        now: the time.
        cards: whether the build would make social cards; None if it would do as the last one.
    """
    cache = CacheFolder(root)
    with suppress(OSError, ValueError, TypeError, KeyError, SitegenError):
        data = json.loads((cache.path / _NAME).read_text(encoding="utf-8"))
        *counts, due = data["held_back"]
        held_back = HeldBack(*counts)._replace(next=_moment(due))
        period = Period(*map(_moment, data["period"]))
        named = tuple(HeldBackPage(*page) for page in data["held_back_pages"])
        read = {"period": period, "held_back": held_back, "held_back_pages": named}
        record = UpToDateRecord(**data | read)
        is_like = record.drafts == drafts and cards in (None, record.cards)
        if is_like and record.period.holds(now):
            return _compare(record, cache)
    return NOT_CHECKED


def settings_digest(cache: CacheFolder) -> str:
    """The digest of the configuration, the themes and the topic profiles of a digest.

    A build must take it before it reads them, so that a later change is detected. It is empty
    if any of them cannot be read; then the build reports the error and writes no record.
    """
    root = cache.root
    known = hashlib.blake2b(cache.key, digest_size=16)
    with suppress(OSError, SitegenError):
        profiles = root / "content" / PROFILES_NAME
        for path in (root / "sitegen.toml", root / "pyproject.toml", profiles):
            known.update(path.read_bytes() if path.is_file() else b"\0")
        for path in _theme_files(root / "themes"):
            known.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
        return known.hexdigest()
    return ""


def pages_digest(names: Iterable[str], digests: Mapping[str, bytes]) -> str:
    """The digest of the files under ``content/``: all ``names``, and the bytes of the pages."""
    listed = tuple(names)
    known = [digests.get(name) or _NOT_READ for name in listed]
    # Few calls, as there may be thousands of names.
    return _hexdigest("\0".join(listed).encode() + b"\0" + b"".join(known))


def stamps_digest(stamps: Iterable[bytes | None]) -> str | None:
    """The digest of some stamps, or of other bytes; None if one is missing."""
    found = [stamp or b"" for stamp in stamps]
    return _hexdigest(b"".join(found)) if all(found) else None


def write_up_to_date_record(cache: CacheFolder, record: UpToDateRecord) -> None:
    """Writes the record for the next build to the cache folder, unless a stamp is missing.

    The caller holds the lock of the digest.
    """
    if record.outputs and record.media:
        data = json.dumps(asdict(record), default=datetime.isoformat)
        with suppress(OSError):  # the next build compares everything
            write_cache_file(cache.path / _NAME, data.encode())


def _hexdigest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


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


def _compare(record: UpToDateRecord, cache: CacheFolder) -> UpToDateCheck:
    """Compares everything, the cheapest first."""
    content, output = cache.root / "content", cache.root / "output"
    if not is_committed(output) or settings_digest(cache) != record.settings:
        return NOT_CHECKED
    names, flaws, _ = list_content(content, SitegenError)
    if flaws:
        return NOT_CHECKED
    media = stamps_digest(stamp_of(f"{content}/{name}") for name in copied_names(names))
    unstamped = frozenset(record.unstamped)
    outputs = stamps_digest(
        file_digest(f"{output}/{name}") if name in unstamped else stamp_of(f"{output}/{name}")
        for name in sorted(read_record(output))
    )
    if (media, outputs) != (record.media, record.outputs):
        return NOT_CHECKED
    pages = {name: digest_of(read_file(f"{content}/{name}")) for name in page_names(names)}
    digest = pages_digest(names, pages)
    artifacts = record.artifacts if digest == record.pages else None
    return UpToDateCheck(artifacts, pages, names, outputs, record.held_back, record.held_back_pages)
