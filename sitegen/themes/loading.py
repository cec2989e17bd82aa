"""Finds a theme with those that it extends, and makes its Jinja environment."""

import tomllib
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

import jinja2

from sitegen.configuration.settings import Config
from sitegen.errors import ThemeError
from sitegen.filesystem.listing import list_files, list_folder, list_names
from sitegen.models import TemplateKind
from sitegen.views.mappings import Missing, ShownMapping
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

BASE_THEME = "base"
"""What the themes that come along share."""
DEFAULT_THEME = "default"

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

CONTRACT = 1
"""The version of what templates receive: a theme may say in its ``theme.toml`` which it needs."""

CONTRACT_CHANGES: Mapping[int, str] = {1: "it is the first"}
"""What each version changed for the themes made for the one before."""

_EXTENDED_UNASKED = {BASE_THEME: "", DEFAULT_THEME: BASE_THEME}
"""What a theme of this name extends where it does not say; any other extends the default."""

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


class ListedTheme(NamedTuple):
    """A theme that a digest may use."""

    name: str
    extends: str
    """The name of another, or nothing."""
    description: str
    is_own: bool
    """Whether it is in the digest's folder, not among those that come with sitegen."""
    is_used: bool


class _Settings(NamedTuple):
    """What a ``theme.toml`` may hold."""

    extends: str = DEFAULT_THEME
    contract: int = CONTRACT
    description: str = ""


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
        name = _settings(folder).extends
    return Theme(wanted, tuple(folders))


def list_themes(config: Config) -> tuple[ListedTheme, ...]:
    """Every theme that the digest may use, by name.

    Raises:
        ThemeError: a ``theme.toml`` is wrong.
    """
    listed = []
    for name in _names(config.root):
        folder = _find(name, config.root, asked_by=None)
        settings = _settings(folder)
        listed.append(
            ListedTheme(
                name,
                settings.extends,
                settings.description,
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
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    environment.note = note
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    del environment.globals["lipsum"], environment.filters["random"]  # no two builds would agree
    return environment


class _Environment(jinja2.Environment):
    """Tells of the templates that others ask for, also of those that are not there."""

    note: NoteTemplate

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Called by Jinja for ``obj.attribute``: a page's own key ``items`` is no method."""
        if type(obj) is ShownMapping and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def join_path(self, template: str, parent: str) -> str:
        """Called by Jinja for every name in an ``extends``, ``include`` or ``import``."""
        self.note(template, parent)
        return template

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """Called by Jinja for each template that it loads: one dictionary, quicker than a chain."""
        return {**self.globals, **(d or {})}


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


def _settings(folder: Path) -> _Settings:
    """What the theme's ``theme.toml`` says; where it is silent, the theme extends the default."""
    usual = _Settings(extends=_EXTENDED_UNASKED.get(folder.name, DEFAULT_THEME))
    path = folder / "theme.toml"
    if not path.exists():
        return usual
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ThemeError(f"theme.toml cannot be read: {error.strerror}", path=path) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(f"theme.toml cannot be read: {error}", path=path) from None
    _check_settings(said, path)
    return usual._replace(**said)


def _check_settings(said: Mapping[str, object], path: Path) -> None:
    hint = 'it may hold: extends = "default", contract = 1, description = "…"'
    for name, value in said.items():
        if name not in _Settings._fields:
            raise ThemeError(f"theme.toml knows no “{name}”", path=path, hint=hint)
        if type(value) is not type(_Settings._field_defaults[name]):
            kind = "a number" if name == "contract" else "a name" if name == "extends" else "a text"
            raise ThemeError(f"“{name}” must be {kind}", path=path, hint=hint)
    if said.get("contract", CONTRACT) != CONTRACT:
        raise ThemeError(
            f"this theme is made for contract {said['contract']} between themes and sitegen, "
            f"and this sitegen keeps contract {CONTRACT}: {CONTRACT_CHANGES[CONTRACT]}",
            path=path,
            hint="change the theme as “The contract” in docs/themes.md says, then its number; "
            "for a newer contract, install a newer sitegen",
        )
