"""Sends the e-mail of a digest to a real server."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from sitegen.engine.executors import SerialExecutor
from sitegen.errors import ConfigError, OutputError, SitegenError, UsageError
from sitegen.mailing import SendResult, send_edition
from sitegen.mailing.sent_log import log_path
from tests.command_line import sitegen
from tests.digest import CONFIG, Digest
from tests.mailing.server import Mailboxes, mail_server

EVERYBODY = ["a@d.example", "b@d.example", "c@d.example"]
SETTINGS = f"""{CONFIG}[editions]
email = true
[email]
sender = "The editors <editor@digest.example>"
unsubscribe = "https://digest.example/off?who={{recipient}}"
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    digest = Digest(tmp_path_factory.mktemp("digest"))
    digest.page("index.md", "Welcome.", date="2023-03-29").post("one", "A post.")
    return digest


@pytest.fixture
def server() -> Iterator[Mailboxes]:
    with mail_server(Mailboxes()) as mailboxes:
        yield mailboxes


@pytest.fixture
def digest(built: Digest, server: Mailboxes) -> Digest:
    """A digest whose edition nobody has been sent yet."""
    log_path(built.root, "2023-03-29").unlink(missing_ok=True)
    built.write("readers.txt", "\n".join(EVERYBODY))
    send = f'[send]\nsmtp = "127.0.0.1"\nport = {server.port}\nsecurity = "none"\n'
    return built.write("sitegen.toml", SETTINGS + send).build()


def _send(digest: Digest, to: str = "readers.txt", *, is_rehearsal: bool = False) -> SendResult:
    name = str(digest.root / to) if to.endswith(".txt") else to
    result = send_edition(
        digest.root, name, {}, is_rehearsal=is_rehearsal, executor=SerialExecutor()
    )
    assert result.check.problems == ()
    return result


def _build(digest: Digest) -> Digest:
    """Builds with the clock of the machine, which an edition is dated by."""
    assert sitegen(digest.root, "build").returncode == 0
    return digest


def test_each_reader_gets_a_mail_of_their_own_once(digest: Digest, server: Mailboxes) -> None:
    assert _send(digest).sent == tuple(EVERYBODY)
    assert _send(digest).plan.received == tuple(EVERYBODY)
    assert server.recipients == EVERYBODY
    for recipient, data in server.mails:
        message = message_from_bytes(data, policy=policy.default)
        assert message["To"] == recipient
        assert message["List-Unsubscribe"] == f"<https://digest.example/off?who={recipient}>"
        assert not any(other in data.decode() for other in EVERYBODY if other != recipient)


def test_rehearsal_sends_and_writes_nothing(digest: Digest, server: Mailboxes) -> None:
    assert _send(digest, is_rehearsal=True).plan.recipients == tuple(EVERYBODY)
    assert server.mails == []
    assert not log_path(digest.root, "2023-03-29").exists()


def test_sending_goes_on_where_it_was_interrupted(digest: Digest, server: Mailboxes) -> None:
    server.lost_at = "b@d.example"
    with pytest.raises(OutputError, match="was lost before it accepted the message to b@d"):
        _send(digest)
    server.lost_at = ""
    result = _send(digest)
    assert (result.sent, result.plan.doubtful) == (("c@d.example",), ("b@d.example",))
    assert server.recipients == EVERYBODY
    assert _send(digest, "b@d.example").sent == ("b@d.example",)


def test_refused_recipient_is_named_and_tried_again(digest: Digest, server: Mailboxes) -> None:
    server.refused["b@d.example"] = "450 try later"
    (refusal,) = _send(digest).refusals
    assert (refusal.recipient, refusal.reason) == ("b@d.example", "450 try later")
    server.refused.clear()
    assert _send(digest).sent == ("b@d.example",)


def test_corrected_edition_goes_to_an_address_alone_but_not_to_the_list(
    digest: Digest, server: Mailboxes
) -> None:
    _send(digest, "a@d.example")
    assert _send(digest, "a@d.example").sent == ()
    digest.post("one", "A corrected post.").build()
    assert _send(digest).sent == ("b@d.example", "c@d.example")
    assert _send(digest, "a@d.example").sent == ("a@d.example",)


def test_outdated_output_is_not_sent(digest: Digest, server: Mailboxes) -> None:
    digest.post("one", "A text that is not built.")
    with pytest.raises(SitegenError):
        _send(digest)
    assert server.mails == []


def test_newer_edition_is_sent_to_everybody(digest: Digest, server: Mailboxes) -> None:
    _send(digest)
    digest.page("index.md", "Welcome.", date="2023-04-29").build()
    log_path(digest.root, "2023-04-29").unlink(missing_ok=True)
    assert _send(digest).sent == tuple(EVERYBODY)
    digest.page("index.md", "Welcome.", date="2023-03-29")


def test_edition_without_a_date_is_another_one_when_its_text_changes(
    digest: Digest, server: Mailboxes
) -> None:
    digest.page("index.md", "Welcome.").post("one", "A post.").build()
    assert _send(digest).sent == _send(digest).plan.received == tuple(EVERYBODY)
    digest.post("one", "Another post.", added="2023-05-01T10:00:00Z").build()
    result = _send(digest)
    assert result.message is not None
    assert (result.message.names[0], result.sent) == ("2023-05-01", tuple(EVERYBODY))
    digest.page("index.md", "Welcome.", date="2023-03-29").post("one", "A post.")


def test_closing_an_edition_sends_it_to_nobody_again_and_the_next_to_everybody(
    server: Mailboxes, tmp_path: Path
) -> None:
    send = f'[send]\nsmtp = "127.0.0.1"\nport = {server.port}\nsecurity = "none"\n'
    digest = Digest(tmp_path).write("sitegen.toml", SETTINGS + send)
    digest.write("readers.txt", "\n".join(EVERYBODY))
    digest.page("index.md", "The first one.").post("one", "A post.", date="2023-03-28")
    _build(digest)
    assert _send(digest).sent == tuple(EVERYBODY)
    assert sitegen(tmp_path, "edition", "new", "spring").returncode == 0
    _build(digest).shows("email/", "The first one.", ">spring</a>", "A post.")
    assert _send(digest).plan.received == tuple(EVERYBODY)
    digest.page("index.md", "The second one.").post("two", "Another.", date="2023-03-28")
    _build(digest).shows("email/", "The second one.", "Another.").lacks("email/", "A post.")
    assert _send(digest).sent == tuple(EVERYBODY)
    assert sitegen(tmp_path, "edition", "new", "summer").returncode == 0
    _build(digest)
    assert _send(digest).plan.received == tuple(EVERYBODY)


@pytest.mark.parametrize(
    ("settings", "environment", "error", "message"),
    [
        ("", {}, ConfigError, "what to send with"),
        ('[send]\nsmtp = "mail.example"\n', {"SITEGEN_SMTP_USER": "me"}, UsageError, "PASSWORD"),
        ('[send]\nsmtp = "mail.example"\nsecurity = "none"\n',
         {"SITEGEN_SMTP_USER": "me", "SITEGEN_SMTP_PASSWORD": "x"}, ConfigError, "encryption"),
        ('[send]\nsmtp = "127.example"\nsecurity = "none"\n',
         {"SITEGEN_SMTP_USER": "me", "SITEGEN_SMTP_PASSWORD": "x"}, ConfigError, "encryption"),
    ],
)  # fmt: skip
def test_lacking_settings_are_named(
    digest: Digest,
    settings: str,
    environment: dict[str, str],
    error: type[SitegenError],
    message: str,
) -> None:
    digest.write("sitegen.toml", SETTINGS + settings).build()
    with pytest.raises(error, match=message):
        send_edition(digest.root, "a@d.example", environment)


def test_digest_without_a_mail_has_nothing_to_send(digest: Digest) -> None:
    settings = SETTINGS.replace("email = true", "email = false")
    digest.write("sitegen.toml", f'{settings}[send]\nsmtp = "mail.example"\n').build()
    with pytest.raises(UsageError, match="no e-mail"):
        send_edition(digest.root, "a@d.example", {}, executor=SerialExecutor())


def test_command_says_who_got_the_mail_and_who_did_not(digest: Digest, server: Mailboxes) -> None:
    rehearsal = sitegen(digest.root, "send", "--to", "readers.txt", "--dry-run")
    assert "Would send “Test digest, 29 March 2023” with 127.0.0.1:" in rehearsal.stdout
    assert rehearsal.stdout.splitlines()[1:] == [f"  {each}" for each in EVERYBODY]
    server.refused["b@d.example"] = "550 no such user"
    first = sitegen(digest.root, "send", "--to", "readers.txt")
    assert first.returncode == 7
    assert first.stdout.endswith(" to 2 recipients\n")
    assert "1 recipient did not get the mail:\n    b@d.example: 550 no such user\n" in first.stderr
    server.refused.clear()
    second = sitegen(digest.root, "send", "--to", "readers.txt")
    assert (second.returncode, second.stderr) == (0, "")
    assert "2 recipients have the edition 2023-03-29 already" in second.stdout
    third = sitegen(digest.root, "send", "--to", "b@d.example")
    assert third.stdout.startswith("Nobody is left to send “Test digest, 29 March 2023” to\n")


def test_command_names_a_mail_in_doubt(digest: Digest, server: Mailboxes) -> None:
    server.lost_at = "a@d.example"
    lost = sitegen(digest.root, "send", "--to", "readers.txt")
    assert lost.returncode == 7
    assert "was lost before it accepted the message to a@d.example" in lost.stderr
    again = sitegen(digest.root, "send", "--to", "readers.txt")
    assert "a@d.example may have it: sending was interrupted." in again.stdout
