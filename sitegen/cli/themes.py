"""The ``themes`` commands: list themes, override templates, and show upgrades."""

import json
import os
from pathlib import Path

import click

from sitegen.cli.console import print_hanging
from sitegen.cli.digest_root import find_root
from sitegen.configuration.file import load_config
from sitegen.themes.loading import ListedTheme, list_themes
from sitegen.themes.overrides import accept_upgrade, find_upgrades, override_template, unified_diff


def show_themes() -> None:
    """Prints the themes available to the digest of this folder.

    Raises:
        SitegenError: the configuration or a theme is wrong.
    """
    listed = list_themes(load_config(find_root()))
    width = max(len(theme.name) for theme in listed)
    for theme in listed:
        mark = "*" if theme.is_used else " "
        print_hanging(f"{mark} {theme.name:{width}}  {_about(theme)}", width + 4)


def copy_template(name: str) -> None:
    """Copies a template into the digest's own theme, and prints the next step.

    Raises:
        SitegenError: it cannot be copied.
    """
    config = load_config(find_root())
    made = override_template(config, name)
    click.echo(f"Copied {name} of the theme “{made.copied_from}”. Change it here:")
    click.echo(_from_here(made.path))
    if not made.is_used:
        click.echo(f"It shows once sitegen.toml says: theme = {json.dumps(made.theme)}")


def show_upgrades(*, seen: bool) -> None:
    """Prints what changed in the templates under the digest's overrides, as a unified diff.

    Raises:
        SitegenError: a theme or a file is wrong.
    """
    upgrades = find_upgrades(load_config(find_root()))
    for upgrade in upgrades:
        click.echo(unified_diff(upgrade), nl=False)
        if seen:
            accept_upgrade(upgrade)
    if not upgrades:
        click.echo("Nothing changed under the templates that you override.", err=True)
    elif not seen:
        hint = "Take over what you want, then: sitegen themes diff --seen"
        click.echo(hint, err=True)


def _about(theme: ListedTheme) -> str:
    parts = (
        "your own" if theme.is_own else "comes with sitegen",
        f"extends {theme.extends}" if theme.extends else "",
        theme.description,
    )
    return "; ".join(part for part in parts if part)


def _from_here(path: Path) -> str:
    return os.path.relpath(path)
