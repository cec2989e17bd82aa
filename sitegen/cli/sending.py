"""The ``send`` command: sends the e-mail, and prints the result."""

import os
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

import click

from sitegen.cli.checking import show_check
from sitegen.cli.console import print_warning, working
from sitegen.cli.digest_root import find_root
from sitegen.errors import OutputError

if TYPE_CHECKING:
    from sitegen.mailing import SendPlan, SendResult


def send_mail(to: str, *, is_rehearsal: bool) -> None:
    """Sends the e-mail of the digest of this folder.

    Args:
        to: an address, or the path of a file with one on each line.
        is_rehearsal: whether nothing is sent.

    Raises:
        SitegenError: the mail cannot be sent, or a recipient was refused.
    """
    with working("Sending") as tell:
        from sitegen.engine.executors import ProgressExecutor, executor_for
        from sitegen.mailing import send_edition

        with closing(ProgressExecutor(executor_for(""), tell)) as executor:
            result = send_edition(
                find_root(),
                to,
                os.environ,
                is_rehearsal=is_rehearsal,
                executor=executor,
                tell=tell,
            )
    if result.message is None:
        show_check(result.check, as_json=False)
        return
    for warning in result.check.warnings:
        print_warning(warning)
    for line in _lines(result, is_rehearsal=is_rehearsal):
        click.echo(line)
    if result.refusals:
        raise _refused(result)


def _lines(result: "SendResult", *, is_rehearsal: bool) -> Iterator[str]:
    assert result.message is not None  # noqa: S101 -- the check passed
    message, plan = result.message, result.plan
    if is_rehearsal:
        yield f"Would send “{message.subject}” with {result.server}, from {message.sender}, to:"
        yield from (f"  {recipient}" for recipient in plan.recipients)
        if not plan.recipients:
            yield "  nobody"
    elif plan.recipients:
        count = _recipients(len(result.sent))
        yield f"Sent “{message.subject}” with {result.server} to {count}"
    else:
        yield f"Nobody is left to send “{message.subject}” to"
    yield from _skipped(plan, message.names[0])


def _skipped(plan: "SendPlan", edition: str) -> Iterator[str]:
    if plan.received:
        have = "has" if len(plan.received) == 1 else "have"
        count = _recipients(len(plan.received))
        yield f"{count} {have} the edition {edition} already"
    for recipient in plan.doubtful:
        yield (
            f"{recipient} may have it: sending was interrupted. To send it again: "
            f"sitegen send --to {recipient}"
        )


def _refused(result: "SendResult") -> OutputError:
    lines = (
        f"{refusal.recipient}: {refusal.reason}{'' if refusal.is_final else ' (try again later)'}"
        for refusal in result.refusals
    )
    return OutputError(
        f"{_recipients(len(result.refusals))} did not get the mail:\n    " + "\n    ".join(lines),
        hint="correct the list and run the command again: nobody gets the mail twice",
    )


def _recipients(number: int) -> str:
    return f"{number:,} recipient{'' if number == 1 else 's'}"
