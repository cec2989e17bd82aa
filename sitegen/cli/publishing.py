"""The ``publish`` command: publishes the output, and prints the result."""

from contextlib import closing
from typing import TYPE_CHECKING

import click

from sitegen.cli.checking import finding_as_json, show_check
from sitegen.cli.console import print_json, print_warning, working
from sitegen.cli.digest_root import find_root

if TYPE_CHECKING:
    from sitegen.publish import PublishResult
    from sitegen.publish.delivery import Delivery


def publish_output(*, as_json: bool) -> None:
    """Publishes the output of the digest of this folder; ends the program if it is not fit.

    Raises:
        SitegenError: the output is incomplete or out of date, or it cannot be sent.
    """
    with working("Publishing") as tell:
        from sitegen.engine.executors import ProgressExecutor, executor_for
        from sitegen.publish import publish_site

        with closing(ProgressExecutor(executor_for(""), tell)) as executor:
            result = publish_site(find_root(), executor=executor, tell=tell)
    if result.delivery is None:
        show_check(result.check, as_json=as_json)
    elif as_json:
        print_json(_as_json(result, result.delivery))
    else:
        for warning in result.check.warnings:
            print_warning(warning)
        click.echo(summary_of(result.delivery))
        if result.address:
            click.echo(result.address)


def summary_of(delivery: "Delivery") -> str:
    """One line: ``Published 73 files to /srv/www/digest: 5 changed, 1 removed``."""
    files = f"{delivery.files:,} files"
    if not delivery.is_new:
        return f"Already published: {delivery.target} holds these {files}"
    counts = ((len(delivery.changed), "changed"), (len(delivery.removed), "removed"))
    what = ", ".join(f"{count:,} {word}" for count, word in counts if count)
    return f"Published {files} to {delivery.target}{': ' if what else ''}{what}"


def _as_json(result: "PublishResult", delivery: "Delivery") -> dict[str, object]:
    return {
        "files": delivery.files,
        "changed": list(delivery.changed),
        "removed": list(delivery.removed),
        "target": delivery.target,
        "address": result.address or None,
        "warnings": [finding_as_json(warning) for warning in result.check.warnings],
    }
