"""Finds a theme with the themes that it extends, and reads their templates and static files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sitegen.configuration.settings import Config
from sitegen.errors import ThemeError
from sitegen.filesystem.listing import list_files, list_folder, list_names
from sitegen.models import TemplateKind
from sitegen.themes.manifest import read_manifest
from sitegen.views.snapshots import TemplateSource

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
    "about-digest": "about-digest.html",
    "not-found": "404.html",
}
"""The template of each kind of page."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's folder, and after it the folders of the themes that it extends."""

    name: str
    folders: tuple[Path, ...]


class ListedTheme(NamedTuple):
    """A theme that a digest may use."""

    name: str
    extends: str
    """The name of another, or nothing."""
    description: str
    is_own: bool
    """Whether it is in the digest's folder, not among those that come with sitegen."""
    is_used: bool


def load_theme(config: Config, name: str | None = None) -> Theme:
    """The theme of that name, else the one that ``config`` names.

    It is looked for in the digest's ``themes/``, then among those that come along.

    Raises:
        ThemeError: there is no such theme, it extends itself, or its ``theme.toml`` is wrong or for
            another contract.
    """
    folders: list[Path] = []
    names: list[str] = []
    wanted = name = config.theme if name is None else name
    while name:
        folder = _find(name, config.root, asked_by=folders[-1] if folders else None)
        if name in names:
            raise ThemeError(
                f"the theme “{name}” extends itself: {' → '.join([*names, name])}",
                path=folder / "theme.toml",
                hint="change “extends” in one of them",
            )
        names.append(name)
        folders.append(folder)
        name = read_manifest(folder).extends
    return Theme(wanted, tuple(folders))


def list_themes(config: Config) -> tuple[ListedTheme, ...]:
    """Every theme that the digest may use, by name.

    Raises:
        ThemeError: a ``theme.toml`` is wrong.
    """
    listed = []
    for name in _names(config.root):
        folder = _find(name, config.root, asked_by=None)
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
    """Whether a theme's folder is the digest's own, rather than one that comes with sitegen."""
    return folder.parent != bundled_themes()


def theme_folders(root: Path) -> tuple[Path, ...]:
    """The folders that hold themes: the digest's own, then the one that comes with sitegen."""
    return (root / "themes", bundled_themes())


def bundled_themes() -> Path:
    """The folder of the themes that come with sitegen, installed or from a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "bundled" / "themes"
    return installed if installed.is_dir() else package.parent / "themes"


def read_templates(theme: Theme) -> dict[str, TemplateSource]:
    """Every template by the names that it goes by.

    A bare name means the nearest theme's, ``other/base.html`` the one that the theme ``other``
    has or extends.

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
    """The files of ``static/``, by their path in it; the nearest theme's wins.

    Raises:
        ThemeError: a folder cannot be read, or a name is not UTF-8.
    """
    files: dict[PurePosixPath, Path] = {}
    for folder in reversed(theme.folders):
        static = folder / "static"
        files |= {path: static / path for path in list_files(static, ThemeError)}
    return files


def theme_flaws(theme: Theme) -> tuple[ThemeError, ...]:
    """What of the digest's own themes cannot be read, and is left out.

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


def _read_template(path: Path) -> TemplateSource:
    try:
        return TemplateSource(path, path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise ThemeError(f"this template cannot be read: {error}", path=path) from None


def _find(name: str, root: Path, asked_by: Path | None) -> Path:
    if name in _names(root):
        for folder in theme_folders(root):
            if (folder / name).is_dir():
                return folder / name
    raise ThemeError(
        f"there is no theme “{name}”",
        path=asked_by / "theme.toml" if asked_by else root / "themes",
        hint=f"themes here: {', '.join(_names(root))}",
    )


def _names(root: Path) -> list[str]:
    found = {path.name for folder in theme_folders(root) for path in folder.glob("[!.]*/")}
    return sorted(found)
