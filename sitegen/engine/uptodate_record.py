"""Creates the record by which the next build sees that the output is up to date."""

from collections.abc import Mapping
from pathlib import Path

from sitegen.engine.build_state import BuildState
from sitegen.engine.site_plan import SitePlan
from sitegen.engine.uptodate import UpToDateRecord, pages_digest, stamps_digest
from sitegen.filesystem.files import refresh_fingerprint
from sitegen.filesystem.fingerprints import DIGEST_SIZE, FileFingerprint, digests_in, identities_in
from sitegen.filesystem.listing import copied_names

_MOST_UNSTAMPED = 1_000
"""Above this number of files without a stamp, to read them is no faster than a build."""


def make_up_to_date_record(
    build_state: BuildState, site_plan: SitePlan, settings: str
) -> UpToDateRecord:
    """Returns the record of a build."""
    inputs = site_plan.inputs
    sources, outputs = build_state.sources, build_state.outputs
    page_digests = dict(zip(sources, digests_in(sources.values()), strict=True))
    unstamped = tuple(name for name, file in outputs.items() if len(file) <= DIGEST_SIZE)
    return UpToDateRecord(
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
        outputs=output_digest(outputs) if len(unstamped) <= _MOST_UNSTAMPED else None,
        unstamped=unstamped,
    )


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
    """The digest of all output files in the order of their paths, each by its stamp, if it has one.

    If not, by the digest of its content.
    """
    return stamps_digest(identities_in(outputs[name] for name in sorted(outputs)))


def _with_stamp(path: Path, fingerprint: FileFingerprint) -> FileFingerprint:
    try:
        current = refresh_fingerprint(path, fingerprint)
    except OSError:
        return fingerprint
    return current if current.digest == fingerprint.digest else fingerprint
