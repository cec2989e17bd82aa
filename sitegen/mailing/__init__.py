"""Sends the e-mail to its readers, one at a time.

``send_edition`` checks the output, and sends ``email/digest.eml`` to each recipient that the log
does not have yet. ``outgoing_message`` reads it, ``recipients`` the list, ``personal`` addresses
the message, ``sent_log`` keeps who got it. ``smtp`` and ``sendmail`` send, behind the interface of
``transport``; the configuration chooses between them in ``transport_choice``.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sitegen.check import CheckResult, check_site
from sitegen.configuration.file import load_config
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.executors import Executor
from sitegen.engine.lock import locked
from sitegen.errors import OutputError
from sitegen.mailing.outgoing_message import OutgoingMessage, read_outgoing_message
from sitegen.mailing.personal import address_to
from sitegen.mailing.recipients import is_single, read_recipients
from sitegen.mailing.sent_log import SentLog, open_log, read_log
from sitegen.mailing.transport import DoubtfulError, RefusedError, Transport
from sitegen.mailing.transport_choice import choose_transport

Tell = Callable[[str], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A recipient that did not get the mail."""

    recipient: str
    reason: str
    """The answer of the server."""
    is_final: bool
    """Whether another attempt is useless."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPlan:
    """Who gets the mail, and who does not."""

    recipients: tuple[str, ...]
    received: tuple[str, ...] = ()
    """Those who were sent it before."""
    doubtful: tuple[str, ...] = ()
    """Those of whom it is not known, as their sending was interrupted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendResult:
    """The result of sending, or of a rehearsal."""

    check: CheckResult
    message: OutgoingMessage | None = None
    """None if the check failed and nothing was sent."""
    server: str = ""
    plan: SendPlan = SendPlan(recipients=())
    sent: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def send_edition(
    root: Path,
    to: str,
    environment: Mapping[str, str],
    *,
    is_rehearsal: bool = False,
    executor: Executor | None = None,
    tell: Tell = lambda _: None,
) -> SendResult:
    """Sends the e-mail of the digest in ``root``.

    Args:
        root: the digest's folder.
        to: an address, or the path of a file with one on each line.
        environment: holds the user name and the password for the mail server.
        is_rehearsal: whether nothing is sent.
        executor: runs the check of many files; by default on the cores of this machine.
        tell: called with the progress.

    Raises:
        OutputError: the output is out of date, or the mail cannot be sent. The next call continues
            where this one stopped.
        SitegenError: the configuration, the content, the theme or the list is wrong.
    """
    config = load_config(root)
    transport = choose_transport(config, environment)
    recipients = read_recipients(to)
    with locked(CacheFolder(root)):
        check = check_site(root, executor=executor)
        if check.problems:
            return SendResult(check=check)
        message = read_outgoing_message(config)
    open_it = read_log if is_rehearsal else open_log
    with ExitStack() as held:
        log = held.enter_context(open_it(root, message.names))
        plan = _plan(recipients, message, log, is_single=is_single(to))
        result = SendResult(check=check, message=message, server=transport.name, plan=plan)
        if is_rehearsal:
            return result
        held.callback(transport.close)
        refusals = tuple(_send_all(plan, message, transport, log, tell))
    failed = {refusal.recipient for refusal in refusals}
    sent = tuple(each for each in plan.recipients if each not in failed)
    return replace(result, sent=sent, refusals=refusals)


def _send_all(
    plan: SendPlan, message: OutgoingMessage, transport: Transport, log: SentLog, tell: Tell
) -> Iterator[Refusal]:
    """Sends to each recipient; yields those that the server refuses."""
    for number, recipient in enumerate(plan.recipients, 1):
        tell(f"{number:,} of {len(plan.recipients):,}")
        now = datetime.now(UTC)
        data = address_to(message.data, recipient, now, message.unsubscribe)
        log.add("sending", recipient, message.message_id)
        try:
            transport.send(message.sender, recipient, data)
        except RefusedError as error:
            log.add("failed", recipient, message.message_id)
            yield Refusal(recipient=recipient, reason=error.reason, is_final=error.is_final)
        except DoubtfulError:
            raise
        except OutputError:
            log.add("failed", recipient, message.message_id)
            raise
        else:
            log.add("sent", recipient, message.message_id)


def _plan(
    recipients: tuple[str, ...], message: OutgoingMessage, log: SentLog, *, is_single: bool
) -> SendPlan:
    """Leaves out those who have the edition.

    One address that is named by itself is a proof for the editor: it gets a corrected edition
    again, and a mail that is in doubt, but never the same mail twice.
    """
    groups: dict[str, list[str]] = {"wanted": [], "received": [], "doubtful": []}
    for each in recipients:
        has_message = log.has_message(each, message.message_id)
        has_it = has_message if is_single else log.has_edition(each)
        is_doubtful = log.is_doubtful(each) and not is_single
        groups["received" if has_it else "doubtful" if is_doubtful else "wanted"].append(each)
    return SendPlan(
        recipients=tuple(groups["wanted"]),
        received=tuple(groups["received"]),
        doubtful=tuple(groups["doubtful"]),
    )
