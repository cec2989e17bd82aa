"""Carries out an import plan: writes the pages and the ledger."""

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from sitegen.configuration.settings import Config
from sitegen.errors import ContentError
from sitegen.filesystem.files import not_written, read_file, write_if_changed
from sitegen.importer.journal_entry import JournalEntry
from sitegen.importer.ledger import LEDGER_NAME, fingerprint, format_ledger
from sitegen.importer.meaning import keep_vectors
from sitegen.importer.media import write_media
from sitegen.importer.plan import ImportPlan
from sitegen.importer.profiles import write_profiles
from sitegen.importer.report import ImportReport, report_of
from sitegen.importer.unfinished import forget_unfinished, record_unfinished
from sitegen.processes.background import BackgroundCall
from sitegen.processes.garbage_collection import paused_collection

_MANY = 1000
"""From this many pages on, another process writes some of them."""
_SHARE_HERE = 0.4
"""The share of pages that this process writes, which also formats the ledger."""


class _File(NamedTuple):
    """A page to write."""

    path: str
    data: bytes
    existing: str | None
    """The fingerprint of the file as it is; None if there is none."""


@paused_collection()
def apply_import(plan: ImportPlan, config: Config) -> ImportReport:
    """Writes the media and the pages of ``plan`` under ``content/``, and the ledger last.

    It is one act in the journal. After a crash, running the same import again completes it as if it
    had not been interrupted.

    Raises:
        ContentError: a page has changed since the plan was made.
        DumpError: the media of a dump cannot be read again.
        OutputError: a page cannot be written.
    """
    entry = JournalEntry(plan, config)
    media = write_media(plan.media, config.content / "media")
    new = {str(p.path): fingerprint(p.data) for p in plan.writes if p.action == "created"}
    if new:
        record_unfinished(config.root, config.content, (*plan.left.items(), *new.items()))
    content = os.fspath(config.content)
    files = sorted(
        _File(f"{content}{os.sep}{path}", page.data, page.existing or plan.left.get(path))
        for page in plan.writes
        for path in (str(page.path),)
    )
    here = round(_SHARE_HERE * len(files))
    writing = partial(_write_for, os.getpid(), files[here:])
    with BackgroundCall(writing, is_long=len(files) > _MANY) as rest:
        _write_all(files[:here])
        ledger = format_ledger(plan.ledger)
        rest.result()
    for path, left in plan.left.items():
        if path not in new:
            _remove(f"{content}{os.sep}{path}", left)
    if plan.profiles:
        write_profiles(plan.profiles, config)
    entry.add(media, ledger)
    _remove_vanished(plan, config)
    write_if_changed(config.content / LEDGER_NAME, ledger)
    forget_unfinished(config.root)
    if plan.profiles and plan.profiles.encoder:
        keep_vectors(plan.profiles.encoder, config.root)
    return report_of(plan)


def _write_for(importer: int, files: Iterable[_File]) -> None:
    """Writes files as long as the process with the number ``importer`` runs: this one, or its own.

    Nothing may be written any more when a killed import is run again.
    """
    _write_all(takewhile(lambda _: importer in (os.getppid(), os.getpid()), files))


def _write_all(files: Iterable[_File]) -> None:
    for file in files:
        _refuse_changed(file.path, file.existing, file.data)
        write_if_changed(file.path, file.data)


def _remove(path: str, existing: str) -> None:
    """Removes a page, if the file still has the fingerprint ``existing``."""
    _refuse_changed(path, existing)
    try:
        os.unlink(path)  # noqa: PTH108
    except OSError as error:
        raise not_written(Path(path), error) from None


def _remove_vanished(plan: ImportPlan, config: Config) -> None:
    """Removes the pages that the dump has no longer."""
    for page in plan.vanished:
        if page.is_removed:
            path = config.content / page.path
            _remove(os.fspath(path), page.existing)
            with suppress(OSError):  # the folder of a topic that has no file any more
                path.parent.rmdir()


def _refuse_changed(path: str, existing: str | None, data: bytes | None = None) -> None:
    """Refuses a file that is neither as it was nor, where another process wrote it, as it will be.

    Raises:
        ContentError: somebody else changed it.
    """
    is_there = os.path.exists(path)  # noqa: PTH110 -- for every page of an import
    current = read_file(path) if is_there else None
    if (fingerprint(current) if current is not None else None) != existing and current != data:
        raise ContentError(
            "this page changed while the dump was being imported",
            path=Path(path),
            hint="import again; nothing that you wrote is lost",
        )
