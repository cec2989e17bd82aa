"""Sends by a mail server (SMTP, RFC 5321), one recipient at a time over one connection."""

import re
import smtplib
import socket
import ssl
from contextlib import suppress

from sitegen.configuration.settings import SendConfig
from sitegen.errors import OutputError
from sitegen.mailing.transport import DoubtfulError, RefusedError

USER, PASSWORD = "SITEGEN_SMTP_USER", "SITEGEN_SMTP_PASSWORD"
_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_TIMEOUT = 60
_OWN_NAME = "[127.0.0.1]"
"""The name of a client that has none (RFC 5321, section 4.1.4); to find one may take a minute."""
_CLOSING = 421
"""The answer of a server that closes the connection."""


class Credentials:
    """The name and the password of the editor at the mail server; both may be empty."""

    def __init__(self, user: str, password: str) -> None:
        self.user = user
        self.password = password

    def __bool__(self) -> bool:
        return bool(self.user)


class Smtp:
    """A connection to a mail server, which opens with the first message."""

    def __init__(self, config: SendConfig, credentials: Credentials) -> None:
        self._config = config
        self._credentials = credentials
        self._port = config.port or _PORTS[config.security]
        self._connection: smtplib.SMTP | None = None
        self._accepted = 0
        """The number of messages accepted over this connection."""
        self.name = f"{config.smtp}:{self._port}"

    def send(self, sender: str, recipient: str, data: bytes) -> None:
        """Sends to one recipient; see ``Transport.send``.

        A server may close the connection after some messages: then a new one is opened.
        """
        try:
            connection = self._announce(sender, recipient)
        except _ClosedError as error:
            if not self._accepted:
                raise self._lost(error.reason) from None
            self.close()
            connection = self._retry(sender, recipient)
        self._transfer(connection, recipient, data)
        self._accepted += 1

    def close(self) -> None:
        """Ends the connection, if there is one."""
        if self._connection is not None:
            with suppress(smtplib.SMTPException, OSError):
                self._connection.quit()
            self._connection.close()
        self._connection, self._accepted = None, 0

    def _retry(self, sender: str, recipient: str) -> smtplib.SMTP:
        try:
            return self._announce(sender, recipient)
        except _ClosedError as error:
            raise self._lost(error.reason) from None

    def _announce(self, sender: str, recipient: str) -> smtplib.SMTP:
        """Names sender and recipient, and asks to transfer the message."""
        if self._connection is None:
            self._connection = self._open()
        connection = self._connection
        code, answer = _command(connection, f"MAIL FROM:<{sender}>")
        if code // 100 != 2:
            raise self._refused_sender(sender, code, answer)
        code, answer = _command(connection, f"RCPT TO:<{recipient}>")
        if code // 100 == 2:
            code, answer = _command(connection, "DATA")
        if code // 100 in (4, 5):
            with suppress(_ClosedError):
                _command(connection, "RSET")
            raise RefusedError(_told(code, answer), is_final=code // 100 == 5)
        return connection

    def _transfer(self, connection: smtplib.SMTP, recipient: str, data: bytes) -> None:
        """Transfers the message. Without an answer, it is not known whether it was accepted."""
        stuffed = re.sub(rb"(?m)^\.", b"..", data)
        try:
            connection.send(stuffed + b".\r\n")
            code, answer = connection.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            raise DoubtfulError(
                f"the connection to {self.name} was lost before it accepted the message to "
                f"{recipient}: {_reason(error)}",
                hint=f"{recipient} may have got it and is not sent it again with a list; "
                "run the command again for the others",
            ) from None
        if code // 100 != 2:
            raise RefusedError(_told(code, answer), is_final=code // 100 == 5)

    def _open(self) -> smtplib.SMTP:
        host, security = self._config.smtp, self._config.security
        context = ssl.create_default_context()
        connection: smtplib.SMTP | None = None
        try:
            if security == "tls":
                connection = smtplib.SMTP_SSL(
                    host, self._port, _OWN_NAME, timeout=_TIMEOUT, context=context
                )
            else:
                connection = smtplib.SMTP(host, self._port, _OWN_NAME, timeout=_TIMEOUT)
            if security == "starttls":
                connection.starttls(context=context)
            connection.ehlo_or_helo_if_needed()
            if self._credentials:
                connection.login(self._credentials.user, self._credentials.password)
        except (smtplib.SMTPException, OSError) as error:
            if connection is not None:
                connection.close()
            raise self._not_opened(error) from None
        return connection

    def _not_opened(self, error: Exception) -> OutputError:
        reason, hint = _reason(error), "check [send] in the configuration, and that you are online"
        match error:
            case smtplib.SMTPAuthenticationError():
                message = f"{self.name} refused the user name or the password: {reason}"
                return OutputError(message, hint=f"they come from {USER} and {PASSWORD}")
            case smtplib.SMTPNotSupportedError() if "STARTTLS" in str(error):
                message = f"{self.name} does not encrypt with STARTTLS"
                return OutputError(
                    message, hint='many servers have security = "tls", with port 465'
                )
            case smtplib.SMTPNotSupportedError():
                message = f"{self.name} takes no user name and password"
                return OutputError(message, hint=f"check the port, or unset {USER}")
            case ssl.SSLCertVerificationError():
                reason = error.verify_message
                hint = "name the server as its certificate does"
            case ssl.SSLError():
                hint = 'check whether the port needs security = "starttls" or "tls"'
        return OutputError(f"{self.name} cannot be reached: {reason}", hint=hint)

    def _refused_sender(self, sender: str, code: int, answer: bytes) -> OutputError:
        hint = (
            f"check that you may send as this address: “sender” in [email], {USER} and {PASSWORD}"
            if code // 100 == 5
            else "run the command again later: nobody gets the mail twice"
        )
        message = f"{self.name} accepts no mail from {sender}: {_told(code, answer)}"
        return OutputError(message, hint=hint)

    def _lost(self, reason: str) -> OutputError:
        return OutputError(
            f"the connection to {self.name} was lost: {reason}",
            hint="run the command again: it continues where it stopped, and nobody gets it twice",
        )


class _ClosedError(Exception):
    """The server closed the connection before a message was transferred."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _command(connection: smtplib.SMTP, command: str) -> tuple[int, bytes]:
    try:
        code, answer = connection.docmd(command)
    except (smtplib.SMTPException, OSError) as error:
        raise _ClosedError(_reason(error)) from None
    if code == _CLOSING:
        raise _ClosedError(_told(code, answer))
    return code, answer


def _reason(error: Exception) -> str:
    match error:
        case smtplib.SMTPResponseException():
            return _told(error.smtp_code, error.smtp_error)
        case socket.gaierror():
            return "there is no such host"
        case TimeoutError():
            return f"no answer within {_TIMEOUT} seconds"
        case OSError() if error.strerror:
            return error.strerror
    return str(error) or type(error).__name__


def _told(code: int, answer: bytes | str) -> str:
    """The answer of a server on one line, without control characters."""
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    words = "".join(sign if sign.isprintable() else " " for sign in text).split()
    return " ".join((str(code), *words))
