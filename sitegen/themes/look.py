"""The colours and the typeface of a theme, from ``[look]`` in ``theme.toml``.

Pictures that stand for a digest elsewhere take their colours and typeface from it.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from sitegen.configuration.colours import is_colour
from sitegen.errors import ThemeError
from sitegen.views.template_records import ACCENT, Look

_TYPEFACES = ("serif", "sans")
_WITH_ACCENT = ("card", "bar")
"""The settings that may be the accent instead of a colour."""


def check_look(look: object, path: Path) -> None:
    """Checks the table ``[look]`` of the ``theme.toml`` at ``path``.

    Raises:
        ThemeError: it has an unknown or an invalid setting.
    """
    for name, value in cast("Mapping[str, object]", look).items():
        hint = f"the settings of [look] are {', '.join(Look._fields)}"
        if name not in Look._fields:
            raise ThemeError(f"[look] has no setting “{name}”", path=path, hint=hint)
        problem = _problem(name, value)
        if problem:
            raise ThemeError(f"“{name}” in [look] must be {problem}", path=path, hint=hint)


def look_of(tables: Iterable[Mapping[str, str]]) -> Look | None:
    """The look of a theme; None if neither it nor what it extends has one.

    Args:
        tables: ``[look]`` of the theme and of those that it extends, the nearest first.
    """
    found: dict[str, str] = {}
    for table in tables:
        found = {**table, **found}
    return Look()._replace(**found) if found else None


def _problem(name: str, value: object) -> str | None:
    """What a setting must be, if it is not."""
    if name == "typeface":
        return None if value in _TYPEFACES else "“serif” or “sans”"
    if name == "mark":
        is_mark = isinstance(value, str) and 1 <= len(value) <= 3
        return None if is_mark else "one to three characters"
    if isinstance(value, str) and (is_colour(value) or (value == ACCENT and name in _WITH_ACCENT)):
        return None
    return f"a colour such as #a3161f{', or “accent”' if name in _WITH_ACCENT else ''}"
