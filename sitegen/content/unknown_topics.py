"""Finds further topics (``also``) that no folder has the name of, as after one was renamed."""

import difflib
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from sitegen.content.front_matter import line_of_key
from sitegen.errors import ContentError, line_of
from sitegen.models import Page

_FEW = 8
"""How many topics are listed where none is near."""


def unknown_topics(pages: Iterable[Page], known: Set[str], content: Path) -> Iterator[ContentError]:
    """A warning for each topic that a page names and that is not among the ``known`` ones."""
    for page in pages:
        for slug in page.also:
            if slug not in known:
                line, column, source = _place_of(slug, content / page.path)
                yield ContentError(
                    f"“also” names the topic “{slug}”, which holds no post",
                    path=content / page.path,
                    line=line,
                    column=column,
                    source=source,
                    hint=_hint(slug, known),
                )


def _place_of(slug: str, file: Path) -> tuple[int | None, int | None, str | None]:
    """Where the header of a page names a topic: line, column and the line itself."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None, None, None  # it was changed a moment ago
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
        "topics go by the names of their folders; if one was renamed, rename it here, too. "
        f"There are: {', '.join(topics[:_FEW])}{more}"
    )
