"""Finds a theme with the themes that it extends, and reads their templates and static files."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.artifacts import TemplateKind
from sitegen.configuration.file import place_of_setting
from sitegen.configuration.settings import Config
from sitegen.errors import ThemeError, line_of
from sitegen.filesystem.listing import list_files, list_folder, list_names
from sitegen.themes.look import look_of
from sitegen.themes.manifest import read_manifest
from sitegen.views.record_snapshot import TemplateSource
from sitegen.views.template_records import Look

TEMPLATES: Mapping[TemplateKind, str] = {
    "front": "front.html",
    "essay": "essay.html",
    "essays": "essays.html",
    "topic": "topic.html",
    "topics": "topics.html",
    "post": "post.html",
    "page": "page.html",
    "archive": "archive.html",
    "month": "month.html",
    "author": "author.html",
    "tag": "tag.html",
    "tags": "tags.html",
    "edition": "edition.html",
    "editions": "editions.html",
    "search": "search.html",
    "about-digest": "about-digest.html",
    "not-found": "404.html",
}
"""The file name of the template for each kind of page."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its folder, followed by the folders of the themes that it extends."""

    name: str
    folders: tuple[Path, ...]
    look: Look | None = None
    """Its main colours and typeface; None if it says nothing about them."""


class ListedTheme(NamedTuple):
    """A theme that a digest may use."""

    name: str
    extends: str
    """The name of another theme; may be empty."""
    description: str
    is_own: bool
    """Whether it is in the folder of the digest rather than bundled."""
    is_used: bool


def load_theme(config: Config, name: str | None = None) -> Theme:
    """Finds the theme ``name``, or the one that ``config`` names.

    It is searched in the digest's ``themes/``, then among the bundled themes.

    Raises:
        ThemeError: there is no such theme, it extends itself, or its ``theme.toml`` is invalid or
            needs another contract.
    """
    folders: list[Path] = []
    names: list[str] = []
    looks: list[Mapping[str, str]] = []
    wanted = name = config.theme if name is None else name
    while name:
        folder = _find(name, config.root)
        if folder is None:
            raise _no_theme(name, config, folders[-1] if folders else None)
        if name in names:
            raise ThemeError(
                f"the theme “{name}” extends itself: {' → '.join([*names, name])}",
                path=folder / "theme.toml",
                hint="change “extends” in one of them",
            )
        names.append(name)
        folders.append(folder)
        manifest = read_manifest(folder)
        looks.append(manifest.look)
        name = manifest.extends
    return Theme(wanted, tuple(folders), look_of(looks))


def list_themes(config: Config) -> tuple[ListedTheme, ...]:
    """Every theme that the digest may use, by name.

    Raises:
        ThemeError: a ``theme.toml`` is invalid.
    """
    listed = []
    for name in _names(config.root):
        folder = _folder_of(name, config.root)
        manifest = read_manifest(folder)
        listed.append(
            ListedTheme(
                name,
                manifest.extends,
                manifest.description,
                is_own=is_own(folder),
                is_used=name == config.theme,
            )
        )
    return tuple(listed)


def is_own(folder: Path) -> bool:
    """Whether the folder of a theme belongs to the digest rather than to the bundled themes."""
    return folder.parent != bundled_themes()


def theme_folders(root: Path) -> tuple[Path, ...]:
    """The folders with themes: that of the digest, then that of the bundled themes."""
    return (root / "themes", bundled_themes())


def bundled_themes() -> Path:
    """The folder of the bundled themes, in an installation or in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "bundled" / "themes"
    return installed if installed.is_dir() else package.parent / "themes"


def read_templates(theme: Theme) -> dict[str, TemplateSource]:
    """Reads the templates of a theme by all names that they can be loaded by.

    A bare name is the template of the nearest theme, ``other/base.html`` that of the theme
    ``other`` or of one that it extends.

    Raises:
        ThemeError: a folder or a file cannot be read.
    """
    templates: dict[str, TemplateSource] = {}
    nearest: dict[str, TemplateSource] = {}
    for folder in reversed(theme.folders):
        for name in list_names(folder / "templates", ThemeError):
            nearest[name] = _read_template(folder / "templates" / name)
        templates |= {f"{folder.name}/{name}": source for name, source in nearest.items()}
    return templates | nearest


def static_files(theme: Theme) -> Mapping[PurePosixPath, Path]:
    """The files of ``static/`` by their path in it; those of the nearest theme take precedence.

    Raises:
        ThemeError: a folder cannot be read, or a name is not UTF-8.
    """
    files: dict[PurePosixPath, Path] = {}
    for folder in reversed(theme.folders):
        static = folder / "static"
        files |= {path: static / path for path in list_files(static, ThemeError)}
    return files


def theme_flaws(theme: Theme) -> tuple[ThemeError, ...]:
    """Errors for files of the digest's own themes that cannot be read and are left out.

    Raises:
        ThemeError: a folder cannot be read.
    """
    parts = (
        folder / part
        for folder in theme.folders
        if is_own(folder)
        for part in ("templates", "static")
    )
    return tuple(
        flaw.error(part, ThemeError)
        for part in parts
        for flaw in list_folder(part, ThemeError).flaws
    )


def unreadable_template(path: Path, error: OSError | UnicodeDecodeError) -> ThemeError:
    """The error to report of a template that cannot be read."""
    if isinstance(error, OSError):
        return ThemeError(f"this template cannot be read: {error.strerror}", path=path)
    return ThemeError(
        f"this template is not UTF-8 text: byte {error.start + 1} cannot be read",
        path=path,
        line=error.object.count(b"\n", 0, error.start) + 1,
        hint="save it as UTF-8",
    )


def _read_template(path: Path) -> TemplateSource:
    try:
        return TemplateSource(path, path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable_template(path, error) from None


def _find(name: str, root: Path) -> Path | None:
    if name not in _names(root):  # a name is never a path
        return None
    return _folder_of(name, root)


def _folder_of(name: str, root: Path) -> Path:
    """The folder of a theme that there is."""
    return next(path / name for path in theme_folders(root) if (path / name).is_dir())


def _no_theme(name: str, config: Config, extended_by: Path | None) -> ThemeError:
    """The error at the setting that names a theme; ``extended_by`` is the theme that does."""
    known = _names(config.root)
    near = difflib.get_close_matches(name, known, n=1)
    path, line = config.root / "themes", None
    if extended_by:
        path = extended_by / "theme.toml"
    elif name == config.theme and config.text:
        path, line = place_of_setting(config, ("theme",))
    return ThemeError(
        f"there is no theme “{name}”",
        path=path,
        line=line,
        source=line_of(config.text, line),
        hint=f"did you mean “{near[0]}”?" if near else f"available themes: {', '.join(known)}",
    )


def _names(root: Path) -> list[str]:
    found = {path.name for folder in theme_folders(root) for path in folder.glob("[!.]*/")}
    return sorted(found)
