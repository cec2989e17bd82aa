from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from sitegen.configuration.mailboxes import Mailbox
from sitegen.mailing.personal import address_to
from sitegen.output_formats.email.headers import encode_link
from sitegen.output_formats.email.message import Message, Picture, compose

PATTERN = encode_link("https://d.example/off?a=1&who={recipient}")
NOW = datetime(2026, 11, 29, 11, 0, tzinfo=UTC)


def _message(unsubscribe: str, *, language: str = "en") -> bytes:
    filler = "夜行列車" * 100 if language == "ja" else "Plain words. " * 30
    return compose(
        Message(
            sender=Mailbox("The editors", "editor@d.example"),
            subject="Übersicht über Ümläüte, und das so lange, bis die Zeile nicht mehr reicht",
            date=datetime(2023, 3, 29, tzinfo=UTC),
            editions=["2023-03-29"],
            language=language,
            text=f"{filler}\nOff: {unsubscribe}\nText with {{recipient}}.\n",
            html=f'<p>{filler}</p><a href="{unsubscribe.replace("&", "&amp;")}">Off</a>',
            pictures=(Picture("a@d.example", "a.png", "image/png", b"\x89PNG" * 99),),
            unsubscribe=unsubscribe,
        )
    )


def _parts(data: bytes) -> tuple[EmailMessage, list[str]]:
    message = message_from_bytes(data, policy=policy.default)
    return message, [
        part.get_content() for part in message.walk() if part.get_content_maintype() == "text"
    ]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_link_to_unsubscribe_names_the_recipient_everywhere(language: str) -> None:
    data = _message(PATTERN, language=language)
    mine = address_to(data, "jane+x@d.example", NOW, PATTERN)
    message, (text, html) = _parts(mine)
    link = "https://d.example/off?a=1&who=jane%2Bx@d.example"
    assert message["List-Unsubscribe"] == f"<{link}>"
    assert f"Off: {link}" in text
    assert "Text with {recipient}." in text
    assert f'href="{link.replace("&", "&amp;")}"' in html
    assert not message.defects


@pytest.mark.parametrize("unsubscribe", ["", PATTERN])
def test_message_differs_only_in_recipient_date_and_link(unsubscribe: str) -> None:
    data = _message(unsubscribe)
    before, _ = _parts(data)
    after, _ = _parts(address_to(data, "jane@d.example", NOW, unsubscribe))
    assert after["To"] == "jane@d.example"
    assert after["Date"] == "Sun, 29 Nov 2026 11:00:00 +0000"
    for name in ("From", "Subject", "Message-ID", "Content-Type", "X-Edition"):
        assert after[name] == before[name]
    pictures = [[p.get_content() for p in m.walk() if p.get_content_maintype() == "image"]
                for m in (before, after)]  # fmt: skip
    assert pictures[0] == pictures[1] != []
