"""Finds the file that configures a digest. Quick to import, as every command needs it first."""

import re
import tomllib
from pathlib import Path

from sitegen.errors import ConfigError

CONFIG_NAME = "sitegen.toml"


def find_config(folder: Path) -> Path:
    """The file that configures the digest in ``folder``.

    Raises:
        ConfigError: there is none.
    """
    own = folder / CONFIG_NAME
    if own.is_file():
        return own
    project = folder / "pyproject.toml"
    if _holds_settings(project):
        return project
    raise ConfigError(
        f"this folder holds no digest: there is no {CONFIG_NAME} in it",
        path=folder,
        hint="change to the folder of your digest, or create one: sitegen new my-digest",
    )


def _holds_settings(project: Path) -> bool:
    """Whether a ``pyproject.toml`` has the table, or seems to have it if the TOML is invalid.

    One that is missing or cannot be read counts as one without the table.
    """
    try:
        text = project.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError):
        return re.search(r"^\s*\[tool\.sitegen[.\]]", text, re.MULTILINE) is not None
    tool = tables.get("tool")
    return isinstance(tool, dict) and isinstance(tool.get("sitegen"), dict)
