"""Carries out an import plan: writes the pages and the ledger."""

import os
from pathlib import Path

from sitegen.configuration.settings import Config
from sitegen.errors import ContentError
from sitegen.filesystem.files import not_written, read_file, write_if_changed
from sitegen.importer.ledger import LEDGER_NAME, fingerprint, format_ledger
from sitegen.importer.meaning import keep_vectors
from sitegen.importer.media import write_media
from sitegen.importer.plan import ImportPlan
from sitegen.importer.report import ImportReport, report_of
from sitegen.importer.unfinished import forget_unfinished, record_unfinished


def apply_import(plan: ImportPlan, config: Config) -> ImportReport:
    """Writes the media and the pages of ``plan`` under ``content/``, and the ledger last.

    After a crash, running the same import again completes it as if it had not been interrupted.

    Raises:
        ContentError: a page has changed since the plan was made.
        DumpError: the media of a dump cannot be read again.
        OutputError: a page cannot be written.
    """
    write_media(plan.media, config.content / "media")
    new = {str(p.path): fingerprint(p.data) for p in plan.writes if p.action == "created"}
    if new:
        record_unfinished(config.root, config.content, (*plan.left.items(), *new.items()))
    content = os.fspath(config.content)
    for page in plan.writes:
        existing = page.existing or plan.left.get(str(page.path))
        _write(f"{content}{os.sep}{page.path}", page.data, existing=existing)
    for path, left in plan.left.items():
        if path not in new:
            _remove(f"{content}{os.sep}{path}", left)
    for gone in plan.vanished:
        if gone.is_removed:
            _remove(f"{content}{os.sep}{gone.path}", gone.existing)
    write_if_changed(config.content / LEDGER_NAME, format_ledger(plan.ledger))
    forget_unfinished(config.root)
    if plan.encoder:
        keep_vectors(plan.encoder, config.root)
    return report_of(plan)


def _write(path: str, data: bytes, *, existing: str | None) -> None:
    """Writes a page, if the file still has the fingerprint ``existing`` (None: does not exist)."""
    _refuse_changed(path, existing)
    write_if_changed(path, data)


def _remove(path: str, existing: str) -> None:
    """Removes a page, if the file still has the fingerprint ``existing``."""
    _refuse_changed(path, existing)
    try:
        os.unlink(path)  # noqa: PTH108
    except OSError as error:
        raise not_written(Path(path), error) from None


def _refuse_changed(path: str, existing: str | None) -> None:
    is_there = os.path.exists(path)  # noqa: PTH110 -- for every page of an import
    current = fingerprint(read_file(path)) if is_there else None
    if current != existing:
        raise ContentError(
            "this page changed while the dump was being imported",
            path=Path(path),
            hint="import again; nothing that you wrote is lost",
        )
