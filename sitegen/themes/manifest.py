"""Reads ``theme.toml``: what a theme extends, and which version of the contract it needs."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.errors import ThemeError

BASE_THEME = "base"
"""What the themes that come along share."""
DEFAULT_THEME = "default"

CONTRACT = 1
"""The version of what templates receive: a theme may say in its ``theme.toml`` which it needs."""

CONTRACT_CHANGES: Mapping[int, str] = {1: "it is the first"}
"""What each version changed for the themes made for the one before."""

_EXTENDED_UNASKED = {BASE_THEME: "", DEFAULT_THEME: BASE_THEME}
"""What a theme of this name extends where it does not say; any other extends the default."""


class ThemeManifest(NamedTuple):
    """What a ``theme.toml`` may hold."""

    extends: str = DEFAULT_THEME
    contract: int = CONTRACT
    description: str = ""


def read_manifest(folder: Path) -> ThemeManifest:
    """What the theme's ``theme.toml`` says; where it is silent, the theme extends the default."""
    usual = ThemeManifest(extends=_EXTENDED_UNASKED.get(folder.name, DEFAULT_THEME))
    path = folder / "theme.toml"
    if not path.exists():
        return usual
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ThemeError(f"theme.toml cannot be read: {error.strerror}", path=path) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(f"theme.toml cannot be read: {error}", path=path) from None
    _check(said, path)
    return usual._replace(**said)


def _check(said: Mapping[str, object], path: Path) -> None:
    hint = 'it may hold: extends = "default", contract = 1, description = "…"'
    for name, value in said.items():
        if name not in ThemeManifest._fields:
            raise ThemeError(f"theme.toml knows no “{name}”", path=path, hint=hint)
        if type(value) is not type(ThemeManifest._field_defaults[name]):
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
