"""Detects topic pages that were overwritten by those of another topic, and recovers their text.

An editor merges two topics by moving the files of one to the folder of the other. Then one
``_index.md`` overwrites the other, and its title and introduction would be lost silently.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from textwrap import indent

from sitegen.content.pages import is_topic_page
from sitegen.engine.loading import KnownPages, PageRecord
from sitegen.errors import ContentError
from sitegen.filesystem.fingerprints import FileFingerprint
from sitegen.overlay_mapping import changed_keys

_Sources = Mapping[str, FileFingerprint]


def overwritten_topics(
    before: KnownPages, now: KnownPages, content: Path
) -> Iterator[ContentError]:
    """Yields a warning for each lost topic page, with its text from the last build.

    A page is lost if it now has the text of another topic's page, or if its posts were moved to the
    topic of such a page, and if no page has its own text any more.
    """
    changed, removed = changed_keys(before.records, now.records)
    if not any(is_topic_page(name) for name in (*changed, *removed) if name in before.records):
        return  # the usual case, made fast
    topics = (name for name in before.records if is_topic_page(name))
    old = {name: page for name in topics if (page := before.records[name]).text}
    new = {name for name in now.records if is_topic_page(name)}
    left = {now.sources[name].digest for name in new}
    lost = {name: page for name, page in old.items() if before.sources[name].digest not in left}
    sources = {before.sources[name].digest: name for name in old}
    taken = {
        name: sources[now.sources[name].digest]
        for name in lost
        if name in new and now.sources[name].digest in sources
    }
    for name, source in taken.items():
        yield _lost(lost[name], content / name, f"holds now what content/{source} held")
    for name in lost.keys() - new if taken else ():
        target = next(
            (t for t in taken if _has_posts_of(name, t, before.sources, now.sources)), None
        )
        if target:
            yield _lost(
                lost[name], content / target, f"has taken the posts of content/{_folder(name)}/"
            )


def _lost(page: PageRecord, path: Path, what: str) -> ContentError:
    return ContentError(
        f"the page of a topic was overwritten: this file {what}",
        path=path,
        hint="bring back what you need of the text that was lost:\n"
        + indent(page.text.rstrip("\n"), "    "),
    )


def _has_posts_of(old_page: str, new_page: str, before: _Sources, now: _Sources) -> bool:
    """Whether a post of one topic is in the folder of the other now."""
    old, new = _folder(old_page), _folder(new_page)
    return any(
        now[moved].digest == file.digest
        for name, file in before.items()
        if name.startswith(f"{old}/") and (moved := new + name.removeprefix(old)) in now
    )


def _folder(name: str) -> str:
    return str(PurePosixPath(name).parent)
