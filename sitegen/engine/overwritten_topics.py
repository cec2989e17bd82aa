"""Notices that the page of a topic was overwritten by that of another, and gives its text back.

Two topics are merged by moving the files of one to the folder of the other. Then the ``_index.md``
of the one takes the place of the other's, whose title and introduction are gone without a word.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from textwrap import indent

from sitegen.content.pages import is_topic_page
from sitegen.engine.loading import PageRecord
from sitegen.errors import ContentError

Pages = Mapping[str, PageRecord]


def overwritten_topics(before: Pages, now: Pages, content: Path) -> Iterator[ContentError]:
    """A warning for each topic's page that is lost, with its text as the last build knew it.

    That is one that holds what another's page held before, and the page of a topic whose posts were
    moved to such a one, if their own texts stand nowhere any more.

    Args:
        before: the pages that the last build knew, by their paths under ``content/``.
        now: those of this build.
        content: the folder.
    """
    old = {name: page for name, page in before.items() if is_topic_page(name) and page.text}
    new = {name: page for name, page in now.items() if is_topic_page(name)}
    left = {page.fingerprint.digest for page in new.values()}
    lost = {name: page for name, page in old.items() if page.fingerprint.digest not in left}
    sources = {page.fingerprint.digest: name for name, page in old.items()}
    taken = {
        name: sources[new[name].fingerprint.digest]
        for name in lost
        if name in new and new[name].fingerprint.digest in sources
    }
    for name, source in taken.items():
        yield _lost(lost[name], content / name, f"holds now what content/{source} held")
    for name in lost.keys() - new.keys() if taken else ():
        target = next((t for t in taken if _has_posts_of(name, t, before, now)), None)
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


def _has_posts_of(old_page: str, new_page: str, before: Pages, now: Pages) -> bool:
    """Whether a post of one topic stands in the folder of the other now."""
    old, new = _folder(old_page), _folder(new_page)
    return any(
        now[moved].fingerprint.digest == page.fingerprint.digest
        for name, page in before.items()
        if name.startswith(f"{old}/") and (moved := new + name.removeprefix(old)) in now
    )


def _folder(name: str) -> str:
    return str(PurePosixPath(name).parent)
