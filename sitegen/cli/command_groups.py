"""The commands that have commands of their own: ``edition`` and ``themes``."""

import click

from sitegen.cli.error_handling import guarded


@click.group()
def edition() -> None:
    """Close the current edition of a digest, and begin the next one."""


@edition.command("new")
@click.argument("name", required=False)
@click.option("--title", help="The title of the closed edition; by default, the month.")
@guarded
def new_edition(name: str | None, title: str | None) -> None:
    """Close the current edition as NAME, and begin a new one.

    What is published gets the key “edition”, and the introduction of the front page moves to
    content/editions/NAME.md. NAME is the month, such as 2026-11, unless you give another.
    """
    from sitegen.cli.edition_closing import close_current_edition

    close_current_edition(name, title)


@click.group(invoke_without_command=True)
@click.pass_context
@guarded
def themes(context: click.Context) -> None:
    """List the available themes; * marks the one in use."""
    from sitegen.cli.themes import show_themes

    if context.invoked_subcommand is None:
        show_themes()


@themes.command("override")
@click.argument("template")
@guarded
def override(template: str) -> None:
    """Copy TEMPLATE, such as topic.html, to change it in your theme."""
    from sitegen.cli.themes import copy_template

    copy_template(template)


@themes.command("diff")
@click.option("--seen", is_flag=True, help="Mark these changes as seen.")
@guarded
def diff(*, seen: bool) -> None:
    """Show what an upgrade changed in the templates that you override."""
    from sitegen.cli.themes import show_upgrades

    show_upgrades(seen=seen)
