"""The exceptions for mistakes of a user, and their exit codes.

    SitegenError
    ├── UsageError      the command cannot be carried out here           exit code 2
    ├── ConfigError     the configuration cannot be read or is wrong     exit code 3
    ├── ContentError    a page, or several together, are wrong           exit code 4
    ├── ThemeError      a theme or one of its templates is wrong         exit code 5
    ├── DumpError       a dump cannot be read                            exit code 6
    ├── OutputError     the output cannot be written or served           exit code 7
    └── GroupedError    several of these at once                         that of the first

Exit code 0 is success, 1 a bug in sitegen.
"""

import os
from collections.abc import Sequence
from pathlib import Path

LONGEST_EXCERPT = 120
"""The maximum length of a line in a message."""


def line_of(text: str, number: int | None) -> str | None:
    """Line ``number`` of ``text``, from 1, without its line end; None if there is no such line.

    Lines end at line feeds, as in editors.
    """
    lines = text.split("\n")
    if number is None or not 1 <= number <= len(lines):
        return None
    return lines[number - 1].rstrip("\r")


class SitegenError(Exception):
    """A mistake that a person can fix, with its place and a hint.

    Args:
        message: what is wrong, a sentence without a full stop.
        path: the file with the mistake.
        line: its line, from 1.
        column: the column on that line, from 1.
        source: the text of that line.
        hint: what to do next.
    """

    exit_code: int = 1
    """The exit code of the command line."""

    def __init__(
        self,
        message: str,
        *,
        path: Path | None = None,
        line: int | None = None,
        column: int | None = None,
        source: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.source = source
        self.hint = hint

    @property
    def place(self) -> str:
        """The place as ``file:line:column``, as far as known; may be empty."""
        path = None if self.path is None else _printable(self.path)
        parts = (path, self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)

    @property
    def excerpt(self) -> str | None:
        """The line; if it is too long, the part around the column."""
        if self.source is None or len(self.source) <= LONGEST_EXCERPT:
            return self.source
        start = self._excerpt_start
        end = start + LONGEST_EXCERPT - 2
        before, after = "…" * (start > 0), "…" * (end < len(self.source))
        return f"{before}{self.source[start:end]}{after}"

    @property
    def caret(self) -> int | None:
        """The column within the excerpt, from 1."""
        if self.column is None or self.source is None:
            return self.column
        start = self._excerpt_start
        return self.column - start + (start > 0)

    @property
    def _excerpt_start(self) -> int:
        """The offset of the excerpt in the line."""
        length = len(self.source or "")
        if length <= LONGEST_EXCERPT or self.column is None:
            return 0
        middle = self.column - LONGEST_EXCERPT // 2
        return max(0, min(middle, length - LONGEST_EXCERPT + 2))

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.message}" if self.place else self.message]
        if self.excerpt is not None:
            lines.append(f"    {self.excerpt}")
        if self.hint:
            lines.append(f"help: {self.hint}")
        return "\n".join(lines)


class UsageError(SitegenError):
    """The command cannot be carried out here."""

    exit_code = 2


class ConfigError(SitegenError):
    """The configuration cannot be read, or something in it is wrong."""

    exit_code = 3


class ContentError(SitegenError):
    """A page, or several pages together, are wrong."""

    exit_code = 4


class ThemeError(SitegenError):
    """A theme, or one of its templates, is wrong."""

    exit_code = 5


class DumpError(SitegenError):
    """A dump cannot be read."""

    exit_code = 6


class OutputError(SitegenError):
    """The output cannot be written or served."""

    exit_code = 7


class GroupedError(SitegenError):
    """Several mistakes, reported together.

    Args:
        errors: at least one, in the order of their places.
    """

    def __init__(self, errors: Sequence[SitegenError]) -> None:
        first = errors[0]
        super().__init__(
            f"{first.message} (the first of several mistakes)",
            path=first.path,
            line=first.line,
            column=first.column,
            source=first.source,
            hint=first.hint,
        )
        self.errors = tuple(errors)
        self.exit_code = first.exit_code

    def __str__(self) -> str:
        return "\n\n".join(str(error) for error in self.errors)


def grouped(errors: Sequence[SitegenError], at_most: int | None = None) -> SitegenError:
    """One error for several.

    Args:
        errors: at least one.
        at_most: of how many there is a message; the others are counted.
    """
    if len(errors) == 1:
        return errors[0]
    named = errors[:at_most]
    if len(named) < len(errors):
        rest = f"and {len(errors) - len(named):,} more like these"
        named = (*named, type(errors[-1])(rest, hint="correct these, and try again"))
    return GroupedError(named)


def _printable(path: Path) -> str:
    """The path, with bytes that are not UTF-8 as escapes."""
    return os.fsencode(path).decode(errors="backslashreplace")
