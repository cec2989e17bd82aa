"""What the editor asks of an import: the dumps, and which of their documents."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sitegen.readers import ReadOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which documents are imported. Without any, all of them are."""

    since: datetime | None = None
    """The first moment; without an offset, that on the clock where a text was written."""
    until: datetime | None = None
    """The moment before which they were published, likewise."""
    author: str | None = None
    """Part of the author's name, ignoring case."""
    match: str | None = None
    """Part of the title or the text, ignoring case."""
    min_words: int = 0
    limit: int | None = None
    """The most documents, from the start of the dumps."""
    topic: str | None = None
    """The title or the slug of a topic."""


_NO_OPTIONS = ReadOptions()
_NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRequest:
    """An import that the editor asks for."""

    dumps: tuple[Path, ...]
    """Files or folders; ``-`` is standard input."""
    now: datetime
    """The time of the import.

    The ``added`` time of new pages starts from it and increases by a microsecond for each document.
    """
    format: str | None = None
    """The name of the reader; by default, the format is recognised."""
    options: ReadOptions = _NO_OPTIONS
    filters: Filters = _NO_FILTERS
    topics: int | None = None
    """The approximate number of topics; by default it depends on the number of posts."""
    explain: bool = True
    """Whether the plan names the words that decided on each topic."""
    prune: bool = False
    """Whether to remove pages that nobody changed and whose documents left the dump."""
