"""Finds a theme with those that it extends, and makes its Jinja environment."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import jinja2

from sitegen.config import Config
from sitegen.errors import ThemeError
from sitegen.folders import list_files, list_names
from sitegen.snapshots import TemplateSource

DEFAULT_THEME = "default"

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

NoteTemplate = Callable[[str, str], None]
"""Is told the name that a template asks for, and the name of that template."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's folder, and after it the folders of the themes that it extends."""

    name: str
    folders: tuple[Path, ...]


class CompiledTemplates(jinja2.BytecodeCache):
    """The code of templates, kept for the next environment as long as their texts are the same."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: "Bucket") -> None:
        """Called by Jinja before it compiles a template."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: "Bucket") -> None:
        """Called by Jinja with what it compiled."""
        self._codes[bucket.key] = bucket.checksum, bucket.code


def load_theme(config: Config) -> Theme:
    """The theme that ``config`` names: from the digest's ``themes/``, else one that comes along.

    Raises:
        ThemeError: there is no such theme, its ``theme.toml`` is wrong, or it extends itself.
    """
    folders: list[Path] = []
    names: list[str] = []
    name = config.theme
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
        name = _extended(folder)
    return Theme(config.theme, tuple(folders))


def theme_folders(root: Path) -> tuple[Path, ...]:
    """The folders that hold themes: the digest's own, then the one that comes with sitegen."""
    return (root / "themes", bundled_themes())


def bundled_themes() -> Path:
    """The folder of the themes that come with sitegen, installed or from a checkout."""
    package = Path(__file__).parent
    installed = package / "bundled" / "themes"
    return installed if installed.is_dir() else package.parent / "themes"


def read_templates(theme: Theme) -> dict[str, TemplateSource]:
    """Every template by the names that it goes by.

    A bare name means the nearest theme's, ``other/base.html`` that theme's own.

    Raises:
        ThemeError: a folder or a file cannot be read.
    """
    templates: dict[str, TemplateSource] = {}
    for folder in reversed(theme.folders):
        for name in list_names(folder / "templates", ThemeError):
            source = _read_template(folder / "templates" / name)
            templates[name] = templates[f"{folder.name}/{name}"] = source
    return templates


def make_environment(
    templates: Mapping[str, TemplateSource],
    note: NoteTemplate,
    compiled: CompiledTemplates | None = None,
) -> jinja2.Environment:
    """An environment of these templates; ``note`` is told who asks for which."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = templates.get(name)
        return (found.text, str(found.path), lambda: True) if found else None

    environment = _Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    environment.note = note
    del environment.globals["lipsum"], environment.filters["random"]  # no two builds would agree
    return environment


class _Environment(jinja2.Environment):
    """Tells of the templates that others ask for, also of those that are not there."""

    note: NoteTemplate

    def join_path(self, template: str, parent: str) -> str:
        """Called by Jinja for every name in an ``extends``, ``include`` or ``import``."""
        self.note(template, parent)
        return template


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


def _extended(folder: Path) -> str:
    """What the theme extends: the default theme, unless its ``theme.toml`` says otherwise."""
    path = folder / "theme.toml"
    unsaid = "" if folder.name == DEFAULT_THEME else DEFAULT_THEME
    if not path.exists():
        return unsaid
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ThemeError(f"theme.toml cannot be read: {error.strerror}", path=path) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(f"theme.toml cannot be read: {error}", path=path) from None
    extends = settings.get("extends", unsaid)
    unknown = sorted(set(settings) - {"extends"})
    if unknown or not isinstance(extends, str):
        raise ThemeError(
            f"theme.toml knows no “{unknown[0]}”" if unknown else "“extends” must be a name",
            path=path,
            hint='it may hold one setting: extends = "default"',
        )
    return extends
