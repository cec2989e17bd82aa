"""What sends a message to one recipient, and how that can fail."""

from typing import Protocol

from sitegen.errors import OutputError


class RefusedError(Exception):
    """One recipient was refused; others may not be.

    Args:
        reason: the answer of the server.
        is_final: whether another attempt is useless.
    """

    def __init__(self, reason: str, *, is_final: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.is_final = is_final


class DoubtfulError(OutputError):
    """The connection was lost when the message may have been accepted."""


class Transport(Protocol):
    """Sends messages, one recipient at a time."""

    @property
    def name(self) -> str:
        """What it sends with, for messages to people."""

    def send(self, sender: str, recipient: str, data: bytes) -> None:
        """Sends a message; returns when it has been accepted.

        Raises:
            RefusedError: the recipient was refused.
            DoubtfulError: it is not known whether the message was accepted.
            OutputError: no message can be sent.
        """

    def close(self) -> None:
        """Ends the connection."""
