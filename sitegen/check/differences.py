"""What differs between an output and what a build would make of its sources now."""

from collections.abc import Iterator
from pathlib import Path

from sitegen.addresses import file_of
from sitegen.artifacts import CopyArtifact
from sitegen.content.pages import LoadedPage
from sitegen.content.visibility import public_from
from sitegen.engine.artifact_dependencies import Changes
from sitegen.engine.build_state import ArtifactRecord, BuildState
from sitegen.engine.input_collection import CollectedSite
from sitegen.engine.page_profiles import profiles_digest
from sitegen.engine.search_index import DOCUMENTS, index_context, is_index_file
from sitegen.engine.staleness import INDEXED, stale_reason
from sitegen.errors import OutputError
from sitegen.filesystem.files import refresh_fingerprint
from sitegen.filesystem.fingerprints import UNKNOWN_FILE, FileFingerprint
from sitegen.models import Page, Period
from sitegen.topics.profile_file import PROFILES_NAME
from sitegen.views.record_snapshot import changed_fields
from sitegen.views.template_records import Context

_FEW = 5
"""How many files of a kind are named in the error."""
_FROM_TEXTS = frozenset({"related", "picture"})
"""The values in a template's context that are computed from all texts."""
BUILD = "build it again: sitegen build"
"""What to do about a difference."""


def modified_files(output: Path, build_state: BuildState) -> Iterator[OutputError]:
    """The files that were changed or removed after the last build."""
    names = [
        name
        for name, made in sorted(build_state.outputs.items())
        if not _is_unmodified(output / name, made)
    ]
    for name in names[:_FEW]:
        is_there = (output / name).is_file()
        what = "was changed" if is_there else "was removed"
        yield OutputError(f"this file {what} after it was built", path=output / name, hint=BUILD)
    if len(names) > _FEW:
        yield OutputError(
            f"{len(names) - _FEW:,} more files of the output are not as they were built",
            hint=BUILD,
        )


def _is_unmodified(path: Path, before: FileFingerprint) -> bool:
    try:
        return refresh_fingerprint(path, before).digest == before.digest
    except OSError:
        return False  # it was removed


def differences(collected: CollectedSite, build_state: BuildState) -> Iterator[OutputError]:
    """What a build would change: pages that changed; if none did, something else.

    Args:
        collected: the inputs of a build now.
        build_state: the state of the build that made the output, with its snapshot.
    """
    changed = _changed_pages(collected, build_state)
    yield from changed or _other_differences(collected, build_state)


def _changed_pages(collected: CollectedSite, build_state: BuildState) -> list[OutputError]:
    """The pages that were added, changed or removed since the last build."""
    content = collected.site_plan.inputs.config.content
    old, new = build_state.sources, collected.pages.sources
    names = [
        name
        for name in sorted(old.keys() | new.keys())
        if name not in old or name not in new or old[name].digest != new[name].digest
    ]
    errors = []
    for name in names[:_FEW]:
        what = "is new" if name not in old else "was changed" if name in new else "was removed"
        errors.append(outdated(content / name, f"this page {what}"))
    if len(names) > _FEW:
        message = f"{len(names) - _FEW:,} more pages changed since the last build"
        errors.append(OutputError(message, hint=BUILD))
    return errors


def _other_differences(collected: CollectedSite, build_state: BuildState) -> Iterator[OutputError]:
    """What a build would change though no page file changed."""
    unpublished = list(_unpublished(collected, build_state))
    if unpublished:
        yield from unpublished
        return
    config = collected.site_plan.inputs.config
    profiles = profiles_digest(config, collected.snapshot.templates)
    if profiles != build_state.related_posts.profiles_digest:
        yield outdated(config.content / PROFILES_NAME, "the topic profiles of pages changed")
        return
    reason = next(_reasons(collected, build_state), None)
    if reason:
        yield OutputError(
            f"a build would not make this output now: {reason}", path=config.output, hint=BUILD
        )


def _unpublished(collected: CollectedSite, build_state: BuildState) -> Iterator[OutputError]:
    """The pages in the output that must not be published, or not yet."""
    site_plan = collected.site_plan
    content = site_plan.inputs.config.content
    shown = {page.path for page in site_plan.shown}
    for name, worked in collected.pages.records.items():
        if name in shown or not isinstance(worked.page, LoadedPage):
            continue
        page = worked.page.page
        if file_of(page.address) in build_state.outputs and not page.hidden:
            yield OutputError(
                f"this {_why_unpublished(page, site_plan.period)} is in the output",
                path=content / name,
                hint="take it out again: sitegen build, without --drafts",
            )


def _why_unpublished(page: Page, period: Period) -> str:
    if page.draft:
        return "draft"
    start = public_from(page)
    if page.expiry_date and period.since and page.expiry_date <= period.since:
        return "page has expired, and"
    is_early = start and period.due and start >= period.due
    return f"page {'is dated in the future' if is_early else 'is in a topic held back'}, and"


def _reasons(collected: CollectedSite, build_state: BuildState) -> Iterator[str]:
    """Why a build would write or remove a file, in the words of ``build --explain``."""
    assert build_state.snapshot is not None  # noqa: S101 -- refuse_unfinished checked it
    site_plan = collected.site_plan
    changes = Changes(changed_fields(build_state.snapshot, collected.snapshot))
    files = {page.id: page.path for page in site_plan.shown}
    for name, context in site_plan.contexts.items():
        made = build_state.artifacts.get(name)
        why = stale_reason(made, _with_same_relations(context, made), changes, files)
        if why:
            yield f"{name}: {why}"
    for name, artifact in site_plan.artifacts.items():
        if isinstance(artifact, CopyArtifact) and not _is_unmodified(
            artifact.origin, build_state.copy_sources.get(str(artifact.origin), UNKNOWN_FILE)
        ):
            yield f"{name}: {artifact.origin} changed"
    index = {name for name in build_state.outputs if is_index_file(name)}
    if site_plan.view.search_page is not None:
        documents = build_state.artifacts.get(DOCUMENTS)
        if documents is None or documents.context != index_context(build_state.searched):
            yield f"{DOCUMENTS}: {INDEXED}"
    else:
        index = set()
    for name in sorted(set(build_state.outputs) - set(site_plan.artifacts) - index):
        yield f"{name}: it should not be there"


def _with_same_relations(context: Context, made: ArtifactRecord | None) -> Context:
    """The context with the last build's values from texts.

    They change only if a page does, or the topic profiles of pages.
    """
    before = made.context if made else {}
    same = _FROM_TEXTS & context.keys() & before.keys()
    return {**context, **{name: before[name] for name in same}}


def outdated(path: Path, what: str) -> OutputError:
    """The error that something, such as “the configuration changed”, happened after the build."""
    return OutputError(f"{what} since the last build", path=path, hint=BUILD)
