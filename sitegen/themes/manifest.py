"""Reads ``theme.toml``: what a theme extends, its contract, and its main colours and typeface."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.errors import ThemeError
from sitegen.themes.look import check_look

BASE_THEME = "base"
"""The theme that the other bundled themes extend."""
DEFAULT_THEME = "default"

CONTRACT = 1
"""The version of the interface between sitegen and templates, which ``theme.toml`` may require."""

CONTRACT_CHANGES: Mapping[int, str] = {1: "it is the first"}
"""What each version changed for themes made for the one before."""

_KINDS = {
    "extends": "a name",
    "contract": "a number",
    "description": "a text",
    "look": "a table: [look]",
}

_DEFAULT_EXTENDS = {BASE_THEME: "", DEFAULT_THEME: BASE_THEME}
"""What themes of these names extend if their manifest does not say; others extend the default."""


class ThemeManifest(NamedTuple):
    """The settings in ``theme.toml``."""

    extends: str = DEFAULT_THEME
    contract: int = CONTRACT
    description: str = ""
    look: Mapping[str, str] = {}
    """Its main colours and typeface, as far as they differ from those of what it extends."""


def read_manifest(folder: Path) -> ThemeManifest:
    """Reads ``theme.toml`` in the folder of a theme; without one, the theme extends the default.

    Raises:
        ThemeError: it cannot be read, has an invalid setting, or needs another contract.
    """
    defaults = ThemeManifest(extends=_DEFAULT_EXTENDS.get(folder.name, DEFAULT_THEME))
    path = folder / "theme.toml"
    if not path.exists():
        return defaults
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ThemeError(f"theme.toml cannot be read: {error.strerror}", path=path) from None
    except (ValueError, RecursionError) as error:
        raise ThemeError(f"theme.toml cannot be read: {error}", path=path) from None
    _check(settings, path)
    return defaults._replace(**settings)


def _check(settings: Mapping[str, object], path: Path) -> None:
    hint = 'it may hold: extends = "default", contract = 1, description = "…"'
    for name, value in settings.items():
        if name not in ThemeManifest._fields:
            raise ThemeError(f"theme.toml has no setting “{name}”", path=path, hint=hint)
        if type(value) is not type(ThemeManifest._field_defaults[name]):
            raise ThemeError(f"“{name}” must be {_KINDS[name]}", path=path, hint=hint)
    check_look(settings.get("look", {}), path)
    if settings.get("contract", CONTRACT) != CONTRACT:
        raise ThemeError(
            f"this theme is made for contract {settings['contract']} between themes and sitegen, "
            f"and this sitegen keeps contract {CONTRACT}: {CONTRACT_CHANGES[CONTRACT]}",
            path=path,
            hint="change the theme as “The contract” in docs/themes.md says, then its number; "
            "for a newer contract, install a newer sitegen",
        )
