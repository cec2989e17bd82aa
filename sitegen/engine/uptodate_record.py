"""Creates the record by which the next build sees that the output is up to date."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from sitegen.engine.build_state import ArtifactRecord, BuildState
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
    pages = build_state.pages
    digests = digests_in(page.fingerprint for page in pages.values())
    page_digests = dict(zip(pages, digests, strict=True))
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
        held_back=site_plan.site.held_back,
        held_back_pages=site_plan.site.held_back_pages,
        outputs=None,
    )
    settle()
    return replace(record, outputs=output_digest(with_stamps(build_state.artifacts, output)))


def with_stamps(
    artifacts: Mapping[str, ArtifactRecord], output: Path
) -> Mapping[str, ArtifactRecord]:
    """Adds the stamps of files that were too new for a stamp, if they have not changed since."""
    stamped = {
        name: record._replace(fingerprint=_with_stamp(output / name, record.fingerprint))
        for name, record in artifacts.items()
        if len(record.fingerprint) <= DIGEST_SIZE
    }
    return {**artifacts, **stamped} if stamped else artifacts


def output_digest(artifacts: Mapping[str, ArtifactRecord]) -> str | None:
    """The digest of the stamps of all output files, in the order of their paths."""
    return stamps_digest(stamps_in(artifacts[name].fingerprint for name in sorted(artifacts)))


def _with_stamp(path: Path, fingerprint: FileFingerprint) -> FileFingerprint:
    try:
        current = refresh_fingerprint(path, fingerprint)
    except OSError:
        return fingerprint
    return current if current.digest == fingerprint.digest else fingerprint
