"""A mail server on this machine, for tests that send to it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass
class Mailboxes:
    """What the server accepted, and how it answers."""

    mails: list[tuple[str, bytes]] = field(default_factory=list)
    """The recipient and the content of each mail."""
    refused: dict[str, str] = field(default_factory=dict)
    """The answer to each recipient that is refused."""
    lost_at: str = ""
    """The recipient whose mail is followed by no answer but the end of the connection."""
    most: int = 100
    """After so many mails of a connection, the server closes it."""
    password: str = ""
    port: int = 0
    _count: dict[object, int] = field(default_factory=dict)

    @property
    def recipients(self) -> list[str]:
        return [recipient for recipient, _ in self.mails]

    async def handle_MAIL(  # noqa: N802 -- the name that aiosmtpd calls
        self, _: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self._count.get(session.peer, 0) >= self.most:
            return "421 too many mails over one connection"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 -- the name that aiosmtpd calls
        self, _: SMTP, __: Session, envelope: Envelope, address: str, ___: list[str]
    ) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 -- the name that aiosmtpd calls
        (recipient,) = envelope.rcpt_tos
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append((recipient, content))
        self._count[session.peer] = self._count.get(session.peer, 0) + 1
        if recipient == self.lost_at:
            assert server.transport is not None
            server.transport.close()
        return "250 OK"

    def authenticate(self, _: object, __: object, ___: object, ____: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        return AuthResult(success=data.password.decode() == self.password, handled=False)


@contextmanager
def mail_server(
    mailboxes: Mailboxes, *, certificate: SSLContext | None = None, is_encrypted: bool = False
) -> Iterator[Mailboxes]:
    """Runs a server; with a certificate, it offers STARTTLS, or speaks TLS from the start."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        mailboxes.port = unused.getsockname()[1]
    controller = Controller(
        mailboxes,
        hostname="127.0.0.1",
        port=mailboxes.port,
        ssl_context=certificate if is_encrypted else None,
        tls_context=None if is_encrypted else certificate,
        require_starttls=bool(certificate) and not is_encrypted,
        authenticator=mailboxes.authenticate if mailboxes.password else None,
        auth_require_tls=False,
    )
    controller.start()
    try:
        yield mailboxes
    finally:
        controller.stop()
