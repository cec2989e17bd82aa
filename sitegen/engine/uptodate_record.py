"""Creates the record by which the next build sees that the output is up to date."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from sitegen.engine.build_state import BuildState
from sitegen.engine.site_plan import SitePlan
from sitegen.engine.uptodate import UpToDateRecord, pages_digest, stamps_digest
from sitegen.filesystem.files import refresh_fingerprint
from sitegen.filesystem.fingerprints import (
    DIGEST_SIZE,
    FileFingerprint,
    digests_in,
    stamps_in,
)
from sitegen.filesystem.listing import copied_names


def make_up_to_date_record(
    build_state: BuildState,
    site_plan: SitePlan,
    settings: str,
    output: Path,
    settle: Callable[[], None],
) -> UpToDateRecord:
    """Returns the record of a build.

    Args:
        build_state: the state after the build.
        site_plan: the site's plan.
        settings: the digest of the settings, taken before the build read them.
        output: the output folder.
        settle: waits until the written files are old enough for a stamp. It is called when all else
            is done.
    """
    inputs = site_plan.inputs
    sources = build_state.sources
    page_digests = dict(zip(sources, digests_in(sources.values()), strict=True))
    record = UpToDateRecord(
        drafts=inputs.drafts,
        cards=inputs.config.makes_cards,
        period=site_plan.period,
        settings=settings,
        pages=pages_digest(inputs.names, page_digests),
        media=stamps_digest(
            build_state.copy_sources[f"{inputs.config.content}/{name}"].stamp
            for name in copied_names(inputs.names)
        ),
        artifacts=len(site_plan.artifacts),
        held_back=site_plan.findings.held_back,
        held_back_pages=site_plan.findings.held_back_pages,
        outputs=None,
    )
    settle()
    return replace(record, outputs=output_digest(with_stamps(build_state.outputs, output)))


def with_stamps(
    outputs: Mapping[str, FileFingerprint], output: Path
) -> Mapping[str, FileFingerprint]:
    """Adds the stamps of files that were too new for a stamp, if they have not changed since."""
    stamped = {
        name: _with_stamp(output / name, fingerprint)
        for name, fingerprint in outputs.items()
        if len(fingerprint) <= DIGEST_SIZE
    }
    return {**outputs, **stamped} if stamped else outputs


def output_digest(outputs: Mapping[str, FileFingerprint]) -> str | None:
    """The digest of the stamps of all output files, in the order of their paths."""
    return stamps_digest(stamps_in(outputs[name] for name in sorted(outputs)))


def _with_stamp(path: Path, fingerprint: FileFingerprint) -> FileFingerprint:
    try:
        current = refresh_fingerprint(path, fingerprint)
    except OSError:
        return fingerprint
    return current if current.digest == fingerprint.digest else fingerprint
