import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from sitegen.configuration.settings import SendConfig
from sitegen.errors import OutputError
from sitegen.mailing.smtp import Credentials, Smtp
from sitegen.mailing.transport import DoubtfulError, RefusedError
from tests.mailing.server import Mailboxes, mail_server

SENDER = "editor@digest.example"
DATA = b"Subject: News\r\n\r\nOne line.\r\n.\r\n..two\r\n"
RIGHT = "right"
NOBODY = Credentials("", "")


@pytest.fixture
def server() -> Iterator[Mailboxes]:
    with mail_server(Mailboxes()) as mailboxes:
        yield mailboxes


def _smtp(
    port: int,
    credentials: Credentials = NOBODY,
    security: Literal["none", "starttls", "tls"] = "none",
) -> Smtp:
    return Smtp(SendConfig(smtp="127.0.0.1", port=port, security=security), credentials)


def _send(smtp: Smtp, *recipients: str) -> None:
    try:
        for recipient in recipients:
            smtp.send(SENDER, recipient, DATA)
    finally:
        smtp.close()


def test_mail_arrives_as_it_is(server: Mailboxes) -> None:
    _send(_smtp(server.port), "a@d.example", "b@d.example")
    assert server.mails == [("a@d.example", DATA), ("b@d.example", DATA)]


@pytest.mark.parametrize(("answer", "is_final"), [("550 no such user", True), ("450 busy", False)])
def test_refused_recipient_does_not_stop_the_next(
    server: Mailboxes, answer: str, *, is_final: bool
) -> None:
    server.refused["a@d.example"] = answer
    smtp = _smtp(server.port)
    with pytest.raises(RefusedError) as caught:
        smtp.send(SENDER, "a@d.example", DATA)
    _send(smtp, "b@d.example")
    assert (caught.value.reason, caught.value.is_final) == (answer, is_final)
    assert server.recipients == ["b@d.example"]


def test_server_that_closes_after_some_mails_is_called_again(server: Mailboxes) -> None:
    server.most = 2
    everybody = [f"{letter}@d.example" for letter in "abcde"]
    _send(_smtp(server.port), *everybody)
    assert server.recipients == everybody


def test_connection_that_is_lost_before_the_answer_leaves_a_doubt(server: Mailboxes) -> None:
    server.lost_at = "a@d.example"
    with pytest.raises(DoubtfulError, match=r"connection to .* was lost"):
        _send(_smtp(server.port), "a@d.example")


def test_wrong_password_is_an_error_that_names_the_variables() -> None:
    with (
        mail_server(Mailboxes(password=RIGHT)) as server,
        pytest.raises(OutputError, match="refused the user name or the password: 535") as caught,
    ):
        _send(_smtp(server.port, Credentials("editor", "wrong")), "a@d.example")
    assert "SITEGEN_SMTP_PASSWORD" in str(caught.value)
    assert "wrong" not in str(caught.value).replace("wrong user", "")


def test_password_opens_the_server() -> None:
    with mail_server(Mailboxes(password=RIGHT)) as server:
        _send(_smtp(server.port, Credentials("editor", RIGHT)), "a@d.example")
    assert server.recipients == ["a@d.example"]


def test_server_without_encryption_gets_no_mail_unless_allowed(server: Mailboxes) -> None:
    with pytest.raises(OutputError, match="does not encrypt with STARTTLS"):
        _send(_smtp(server.port, security="starttls"), "a@d.example")
    assert server.mails == []


def test_port_without_a_server_is_an_error() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(OutputError, match=f"127.0.0.1:{port} cannot be reached"):
            _send(_smtp(port), "a@d.example")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 with its key, in one file."""
    if not shutil.which("openssl"):
        pytest.skip("there is no openssl to make a certificate with")
    folder = tmp_path_factory.mktemp("certificate")
    key, path = folder / "key.pem", folder / "both.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1"
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(path)]
    subprocess.run([*command.split(), *names], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + key.read_bytes())
    return path


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_encrypted_server_needs_a_certificate_that_is_trusted(
    certificate: Path, security: Literal["starttls", "tls"], monkeypatch: pytest.MonkeyPatch
) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    is_encrypted = security == "tls"
    with mail_server(Mailboxes(), certificate=context, is_encrypted=is_encrypted) as server:
        with pytest.raises(OutputError, match=r"self.signed certificate"):
            _send(_smtp(server.port, security=security), "a@d.example")
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        _send(_smtp(server.port, security=security), "b@d.example")
    assert server.recipients == ["b@d.example"]
