"""Carries out an import."""

from pathlib import Path

from sitegen.configuration.settings import Config
from sitegen.errors import ContentError
from sitegen.filesystem.files import write_if_changed
from sitegen.importer.ledger import LEDGER_NAME, fingerprint, format_ledger
from sitegen.importer.plan import ImportPlan
from sitegen.importer.report import ImportReport, report_of


def apply_import(plan: ImportPlan, config: Config) -> ImportReport:
    """Writes what ``plan`` says under ``content/``, the record of it last.

    After a crash half way, the same import again completes it: a page that is just what it would
    write counts as written.

    Raises:
        ContentError: a page is no longer as it was when the plan was made.
        OutputError: a page cannot be written.
    """
    for page in plan.writes:
        _write(config.content / page.path, page.data, existing=page.existing)
    write_if_changed(config.content / LEDGER_NAME, format_ledger(plan.ledger))
    return report_of(plan)


def _write(path: Path, data: bytes, *, existing: str | None) -> None:
    """Writes a page where just what was planned with stands."""
    found = fingerprint(path.read_bytes()) if path.exists() else None
    if found != existing:
        raise ContentError(
            "this page changed while the dump was being imported",
            path=path,
            hint="import again; nothing that you wrote is lost",
        )
    write_if_changed(path, data)
