"""Tells whether an output is what a build would make now: whole, untouched, as new as its sources.

Where the last build left a seal that holds, that is known at once. Otherwise a build is rehearsed:
all is gathered and compared with what the last one remembers, and nothing is rendered or written.
"""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sitegen.addresses import file_of
from sitegen.config import Config
from sitegen.configfile import find_config
from sitegen.content.pages import LoadedPage
from sitegen.engine.cache import recall
from sitegen.engine.crew import Crew
from sitegen.engine.gathering import Gathered, gather, page_settings
from sitegen.engine.loading import Scan
from sitegen.engine.memory import Made, Memory
from sitegen.engine.output import is_whole, read_record
from sitegen.engine.seal import inspect_seal
from sitegen.engine.staleness import why_stale
from sitegen.errors import GroupedError, OutputError, SitegenError
from sitegen.files import see_again
from sitegen.models import CopyArtifact, Page, Period
from sitegen.stamps import UNSEEN, Sighting
from sitegen.views.bodies import BodyFile
from sitegen.views.contexts import Context
from sitegen.views.snapshots import changed_facts

_FEW = 5
"""How many files of a kind are named; an editor who sees those knows what happened."""
_OF_TEXTS = frozenset({"related", "picture"})
"""What templates receive that takes all texts to be found."""
_BUILD = "build it again: sitegen build"


class News(NamedTuple):
    """What the last build had to tell."""

    problems: tuple[SitegenError, ...] = ()
    """What is wrong with pages that were left out."""
    warnings: tuple[SitegenError, ...] = ()


def refuse_unfinished(config: Config, crew: Crew, now: datetime) -> News:
    """Refuses an output that is not what a build would make now; says what its build had to tell.

    Args:
        config: the digest's configuration.
        crew: who works out pages that are not known, if they are many.
        now: the time: a page dated after it is not to be shown.

    Raises:
        OutputError: there is no output, a build was ended in the middle, a file is not as the build
            left it, or the content, the theme or the configuration has changed since.
        SitegenError: the content as a whole or the theme is wrong.
    """
    output = config.output
    if not is_whole(output):
        raise OutputError(
            "a build has not ended, and the output may be neither the old site nor the new one",
            path=output,
            hint="wait for the build that runs; if none does, let one finish: sitegen build",
        )
    if not read_record(output):
        raise OutputError("there is no output yet", path=output, hint="make it: sitegen build")
    seal = inspect_seal(config.root, drafts=False, now=now)
    if seal.artifacts is not None:
        return News()
    memory = recall(config.root)
    if memory.snapshot is None:
        raise OutputError(
            "nothing is known of the build that made this output: it was made in another "
            "folder, or with another version of sitegen",
            path=output,
            hint=_BUILD,
        )
    return _compare(
        config,
        memory,
        Scan(memory.pages, seal.pages, remembered=frozenset(memory.pages)),
        crew,
        now,
    )


def _compare(config: Config, memory: Memory, scan: Scan, crew: Crew, now: datetime) -> News:
    touched = list(_touched(config.output, memory))
    if memory.settings != page_settings(config):
        raise _one_of([*touched, _outdated(find_config(config.root), "the configuration changed")])
    with closing(BodyFile.create(None)) as bodies:
        gathered = gather(config, scan, bodies, crew, now=now, drafts=False)
    errors = [*touched, *(_newer_pages(gathered, memory) or _other_differences(gathered, memory))]
    if errors:
        raise _one_of(errors)
    site = gathered.outline.site
    return News(site.problems, site.warnings)


def _touched(output: Path, memory: Memory) -> Iterator[OutputError]:
    """The files that are not as the last build left them."""
    names = [
        name
        for name, made in sorted(memory.made.items())
        if not _is_as_it_was(output / name, made.seen)
    ]
    for name in names[:_FEW]:
        is_there = (output / name).is_file()
        what = "was changed" if is_there else "was removed"
        yield OutputError(f"this file {what} after it was built", path=output / name, hint=_BUILD)
    if len(names) > _FEW:
        yield OutputError(
            f"{len(names) - _FEW:,} more files of the output are not as they were built",
            hint=_BUILD,
        )


def _is_as_it_was(path: Path, before: Sighting) -> bool:
    try:
        return see_again(path, before).digest == before.digest
    except OSError:
        return False  # it is gone


def _newer_pages(gathered: Gathered, memory: Memory) -> list[OutputError]:
    """The pages that are not those that the output was built from."""
    content = gathered.outline.basis.config.content
    old, new = memory.pages, gathered.pages
    names = [
        name
        for name in sorted(old.keys() | new.keys())
        if name not in old or name not in new or old[name].seen.digest != new[name].seen.digest
    ]
    errors = []
    for name in names[:_FEW]:
        what = "is new" if name not in old else "was changed" if name in new else "was removed"
        errors.append(_outdated(content / name, f"this page {what}"))
    if len(names) > _FEW:
        message = f"{len(names) - _FEW:,} more pages changed since the last build"
        errors.append(OutputError(message, hint=_BUILD))
    return errors


def _other_differences(gathered: Gathered, memory: Memory) -> Iterator[OutputError]:
    """What else a build would do, though no page changed."""
    unpublished = list(_unpublished(gathered, memory))
    if unpublished:
        yield from unpublished
        return
    config = gathered.outline.basis.config
    reason = next(_reasons(gathered, memory), None)
    if reason:
        yield OutputError(
            f"a build would not make this output now: {reason}", path=config.output, hint=_BUILD
        )


def _unpublished(gathered: Gathered, memory: Memory) -> Iterator[OutputError]:
    """The pages that are in the output and are not to be published, or not yet."""
    outline = gathered.outline
    content = outline.basis.config.content
    shown = {page.path for page in outline.shown}
    for name, worked in gathered.pages.items():
        if name in shown or not isinstance(worked.page, LoadedPage):
            continue
        page = worked.page.page
        if file_of(page.address) in memory.made and not page.hidden:
            yield OutputError(
                f"this {_why_unpublished(page, outline.period)} is in the output",
                path=content / name,
                hint="take it out again: sitegen build, without --drafts",
            )


def _why_unpublished(page: Page, period: Period) -> str:
    if page.draft:
        return "draft"
    is_early = page.date and period.due and page.date >= period.due
    return f"page {'is dated in the future' if is_early else 'is in a topic held back'}, and"


def _reasons(gathered: Gathered, memory: Memory) -> Iterator[str]:
    """Why a build would write or remove a file, in the words in which a build says so."""
    assert memory.snapshot is not None  # noqa: S101 -- refuse_unfinished has seen to it
    outline = gathered.outline
    changed = changed_facts(memory.snapshot, gathered.snapshot)
    files = {page.id: page.path for page in outline.shown}
    for name, context in outline.contexts.items():
        made = memory.made.get(name)
        why = why_stale(made, _with_same_relations(context, made), changed, files)
        if why:
            yield f"{name}: {why}"
    for name, artifact in outline.artifacts.items():
        if isinstance(artifact, CopyArtifact) and not _is_as_it_was(
            artifact.origin, memory.origins.get(str(artifact.origin), UNSEEN)
        ):
            yield f"{name}: {artifact.origin} changed"
    for name in sorted(memory.made.keys() - outline.artifacts.keys()):
        yield f"{name}: it should not be there"


def _with_same_relations(context: Context, made: Made | None) -> Context:
    """The context with what the last build drew from texts: it changes only if a page does."""
    before = made.context if made else {}
    same = _OF_TEXTS & context.keys() & before.keys()
    return {**context, **{name: before[name] for name in same}}


def _outdated(path: Path, what: str) -> OutputError:
    return OutputError(f"{what} since the last build", path=path, hint=_BUILD)


def _one_of(errors: list[OutputError]) -> SitegenError:
    return errors[0] if len(errors) == 1 else GroupedError(errors)
