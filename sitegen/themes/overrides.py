"""Overrides of templates in the digest's own theme, and upgrades of their originals.

An override is a copy for the editor to change. The original is kept in ``originals/`` of the theme,
to show later what an upgrade of sitegen changed.
"""

import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sitegen.configuration.settings import Config
from sitegen.errors import ThemeError
from sitegen.filesystem.files import write_if_changed
from sitegen.filesystem.listing import list_names
from sitegen.themes.loading import is_own, load_theme, unreadable_template
from sitegen.themes.manifest import CONTRACT

OWN_THEME = "mine"
"""The name of the theme created for a digest without a theme of its own."""

_ORIGINALS = "originals"
_TEMPLATES = "templates"


class Override(NamedTuple):
    """A template that was copied to be changed."""

    path: Path
    """The copy."""
    copied_from: str
    """The name of the theme that it was copied from."""
    theme: str
    """The name of the digest's own theme, which has the copy."""
    is_used: bool
    """Whether the digest uses that theme."""


class Upgrade(NamedTuple):
    """A template that changed since it was copied."""

    name: str
    original: Path
    """The original from when it was copied."""
    today: str
    """The current text of the template; empty if it no longer exists."""
    source: str
    """The name of the theme that has it."""


class _OwnTheme(NamedTuple):
    """The digest's own theme, which may not exist yet, and the folders of the themes it extends."""

    folder: Path
    extended: tuple[Path, ...]
    is_used: bool


def override_template(config: Config, name: str) -> Override:
    """Copies the template ``name`` into the digest's own theme, which is created if necessary.

    Raises:
        ThemeError: there is no such template, or it is already overridden.
        OutputError: the copy cannot be written.
    """
    own = _own_theme(config)
    source = _nearest(own, name)
    if source is None:
        raise _unknown(own, name)
    path = own.folder / _TEMPLATES / name
    if path.exists():
        raise ThemeError(
            f"the theme “{own.folder.name}” already overrides {name}",
            path=path,
            hint="change that file; “sitegen themes diff” shows what changed under it",
        )
    text = _read(source)
    _make(own)
    write_if_changed(own.folder / _ORIGINALS / name, text.encode())
    write_if_changed(path, text.encode())
    return Override(path, _theme_of(source), own.folder.name, own.is_used)


def find_upgrades(config: Config) -> tuple[Upgrade, ...]:
    """Every template that changed since the digest's own theme copied it.

    Raises:
        ThemeError: a theme is invalid, or a file cannot be read.
    """
    return tuple(_upgrades(_own_theme(config)))


def accept_upgrade(upgrade: Upgrade) -> None:
    """Makes the current template the original of the override.

    Raises:
        OutputError: it cannot be written.
    """
    write_if_changed(upgrade.original, upgrade.today.encode())


def unified_diff(upgrade: Upgrade) -> str:
    """The changes from the original to the current template."""
    before = _read(upgrade.original).splitlines(keepends=True)
    after = upgrade.today.splitlines(keepends=True)
    was, now = f"{upgrade.name} as it was copied", f"{upgrade.source}/{upgrade.name} today"
    lines = difflib.unified_diff(before, after, was, now)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _own_theme(config: Config) -> _OwnTheme:
    used = load_theme(config)
    if is_own(used.folders[0]):
        return _OwnTheme(used.folders[0], used.folders[1:], is_used=True)
    folder = config.root / "themes" / OWN_THEME
    if folder.is_dir():
        return _OwnTheme(folder, load_theme(config, OWN_THEME).folders[1:], is_used=False)
    return _OwnTheme(folder, used.folders, is_used=False)


def _make(own: _OwnTheme) -> None:
    if not own.folder.is_dir():
        extended = json.dumps(own.extended[0].name)
        settings = f"extends = {extended}\ncontract = {CONTRACT}\n"
        write_if_changed(own.folder / "theme.toml", settings.encode())


def _nearest(own: _OwnTheme, name: str) -> Path | None:
    """The template that the theme would use without an override; None if there is none."""
    for folder in own.extended:
        if name in list_names(folder / _TEMPLATES, ThemeError):
            return folder / _TEMPLATES / name
    return None


def _upgrades(own: _OwnTheme) -> Iterator[Upgrade]:
    for name in list_names(own.folder / _ORIGINALS, ThemeError):
        original = own.folder / _ORIGINALS / name
        if not (own.folder / _TEMPLATES / name).exists():
            continue
        source = _nearest(own, name)
        today = _read(source) if source else ""
        if today != _read(original):
            theme = _theme_of(source) if source else own.extended[0].name
            yield Upgrade(name, original, today, theme)


def _theme_of(template: Path) -> str:
    """The name of the theme that has the template in ``templates/``, at any depth."""
    return next(folder for folder in template.parents if folder.name == _TEMPLATES).parent.name


def _unknown(own: _OwnTheme, name: str) -> ThemeError:
    known = {
        template
        for folder in own.extended
        for template in list_names(folder / _TEMPLATES, ThemeError)
    }
    near = difflib.get_close_matches(name, known, n=1)
    return ThemeError(
        f"there is no template “{name}” to override",
        path=own.folder,
        hint=f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(sorted(known))}",
    )


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable_template(path, error) from None
