"""Reads the message to send, and what identifies it."""

from dataclasses import dataclass
from email import message_from_bytes, policy

from sitegen.artifacts import MESSAGE_FILE
from sitegen.configuration.mailboxes import read_mailbox
from sitegen.configuration.settings import Config
from sitegen.errors import UsageError
from sitegen.output_formats.email.headers import unsubscribe_link


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMessage:
    """The message to send, and what identifies it."""

    data: bytes
    names: tuple[str, ...]
    """The names that the edition has or had, the present one first."""
    message_id: str
    subject: str
    sender: str
    """The address that it comes from."""
    unsubscribe: str


def read_outgoing_message(config: Config) -> OutgoingMessage:
    """Reads the message in the output.

    Raises:
        UsageError: there is none.
    """
    path = config.output / MESSAGE_FILE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UsageError(
            "there is no e-mail to send",
            path=path,
            hint="turn it on in the configuration and build: [editions], email = true",
        ) from None
    message = message_from_bytes(data, policy=policy.default)
    return OutgoingMessage(
        data=data,
        names=tuple(str(message["X-Edition"]).split(", ")),
        message_id=str(message["Message-ID"]),
        subject=str(message["Subject"]),
        sender=read_mailbox(config.email.sender).address,
        unsubscribe=unsubscribe_link(config.email),
    )
