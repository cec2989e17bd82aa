"""Warns of topics in ``also`` that do not exist, for example because a folder was renamed."""

import difflib
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from sitegen.content.front_matter import line_of_key
from sitegen.errors import ContentError, line_of
from sitegen.models import Page

_FEW = 8
"""The number of topics listed if none has a similar name."""


def unknown_topics(pages: Iterable[Page], known: Set[str], content: Path) -> Iterator[ContentError]:
    """A warning for each topic that a page names and that is not ``known``."""
    for page in pages:
        for slug in page.also:
            if slug not in known:
                line, column, source = _place_of(slug, content / page.path)
                yield ContentError(
                    f"“also” names the topic “{slug}”, which has no posts",
                    path=content / page.path,
                    line=line,
                    column=column,
                    source=source,
                    hint=_hint(slug, known),
                )


def _place_of(slug: str, file: Path) -> tuple[int | None, int | None, str | None]:
    """The position of a topic in the header of a page: line, column and text of the line."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None, None, None  # the file changed after it was loaded
    first = line_of_key(text, "also")
    if first is None:
        return None, None, None
    for number, line in enumerate(text.split("\n")[first - 1 :], first):
        column = line.find(slug, line.find(":") + 1 if number == first else 0) + 1
        if column:
            return number, column, line.rstrip("\r")
    return first, None, line_of(text, first)


def _hint(slug: str, known: Set[str]) -> str:
    near = difflib.get_close_matches(slug, sorted(known), n=1)
    if near:
        return f"did you mean “{near[0]}”?"
    topics = sorted(known)
    more = f" and {len(topics) - _FEW:,} more" if len(topics) > _FEW else ""
    return (
        "a topic has the name of its folder; if that was renamed, rename it here, too. "
        f"Topics: {', '.join(topics[:_FEW])}{more}"
    )
