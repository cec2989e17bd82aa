"""Turns errors in templates into messages for theme authors."""

import re
import traceback
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import jinja2

from sitegen.errors import ThemeError, line_of
from sitegen.themes.loading import Theme

_ATTRIBUTE_ERROR = re.compile(
    r"'sitegen\.[\w.]+?\.(?:Shown)?(\w+?)(?:View|Link)? object' has no attribute '(\w+)'"
)
_MIN_REPEATS = 5
"""How often a line must run to count as endless recursion; in fact it runs far more often."""


class _Step(NamedTuple):
    """A line of a template in the traceback."""

    path: Path
    line: int | None


def template_error(error: Exception, theme: Theme, template: str) -> ThemeError:
    """Describes what is wrong, where, and what to do."""
    path, line = _place(error, theme)
    whole = path or theme.folders[0] / "templates" / template
    source = _source_line(path, line)
    if isinstance(error, jinja2.TemplateNotFound):
        return ThemeError(
            f"the theme “{theme.name}” has no template “{error.name}”",
            path=path or theme.folders[0],
            line=line,
            source=source,
            hint="see the name in the line that asks for it; a theme may extend another",
        )
    what = _circle_in_words(error, theme) or _in_words(error)
    return ThemeError(
        f"this template cannot be rendered: {what}",
        path=whole,
        line=line,
        source=source,
        hint=_hint(error, source or ""),
    )


def _place(error: Exception, theme: Theme) -> tuple[Path | None, int | None]:
    """The template's file and line, from the traceback."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return (Path(error.filename) if error.filename else None), error.lineno
    steps = _circle(error, theme) or list(_steps(error, theme))[-1:]
    return steps[0] if steps else (None, None)


def _steps(error: Exception, theme: Theme) -> Iterator[_Step]:
    """The lines of templates in the traceback, the outermost first."""
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if any(path.is_relative_to(folder) for folder in theme.folders):
            yield _Step(path, frame.lineno)


def _circle(error: Exception, theme: Theme) -> list[_Step]:
    """The lines of an endless recursion, each once, in order; empty if there is none."""
    if not isinstance(error, RecursionError):
        return []
    steps = list(_steps(error, theme))
    start = next((n for n, step in enumerate(steps) if steps.count(step) >= _MIN_REPEATS), None)
    if start is None:
        return []
    end = steps.index(steps[start], start + 1)
    return steps[start:end]


def _circle_in_words(error: Exception, theme: Theme) -> str:
    """Which templates include each other endlessly; empty if none do."""
    circle = [_name(step.path, theme) for step in _circle(error, theme)]
    if not circle:
        return ""
    whole = [*circle, circle[0]]
    stops = [circle[0], *(after for before, after in pairwise(whole) if after != before)]
    way = f": {' → '.join(stops)}" if len(stops) > 1 else ""
    return f"“{circle[0]}” leads to itself without end{way}"


def _name(path: Path, theme: Theme) -> str:
    """The name of a template, as other templates refer to it."""
    folders = (folder / "templates" for folder in theme.folders)
    return next(
        (str(path.relative_to(folder)) for folder in folders if path.is_relative_to(folder)),
        path.name,
    )


def _source_line(path: Path | None, line: int | None) -> str | None:
    if path is None or line is None:
        return None
    found = line_of(path.read_text(encoding="utf-8", errors="replace"), line)
    return found.strip() if found else None


def _in_words(error: Exception) -> str:
    """The error in the terms of the documentation, without Python's class names."""
    if isinstance(error, RecursionError):
        return "a value in it is nested too deeply"
    text = str(error) or type(error).__name__
    return _ATTRIBUTE_ERROR.sub(_lacking, text)


def _lacking(found: re.Match[str]) -> str:
    kind = found[1].lower()
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind} has no “{found[2]}”"


def _hint(error: Exception, source: str) -> str:
    match error:
        case jinja2.UndefinedError():
            return _hint_for_name(error)
        case jinja2.TemplateAssertionError():
            return "see the spelling; docs/themes.md lists the filters that are not Jinja's own"
        case jinja2.TemplateSyntaxError():
            return "see that every {% block %}, {% if %} and {% for %} has its end"
        case RecursionError():
            return _hint_for_circle(source)
    return "see what the line does with its values"


def _hint_for_name(error: jinja2.UndefinedError) -> str:
    if "has no key “" in str(error):
        return "show it only where a page has it: {% if page.extra.key %}…{% endif %}"
    return "docs/themes.md lists what each template receives"


def _hint_for_circle(source: str) -> str:
    if "extends" in source:
        return 'say whose template it extends: {% extends "default/base.html" %}'
    return "take the line out, or put it under an {% if %} that is false at some time"
