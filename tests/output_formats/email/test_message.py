from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from sitegen.configuration.mailboxes import Mailbox
from sitegen.output_formats.email.message import Message, Picture, compose

MESSAGE = Message(
    sender=Mailbox("The editors", "editor@digest.example"),
    subject="News",
    date=datetime(2023, 3, 29, 12, 15, tzinfo=UTC),
    editions=["2023-03-29"],
    language="en",
    text="One line.\n.\nFrom here on = ünïcode  \n",
    html="<p>" + "Long and plain. " * 100 + "</p>\n",
)
PICTURE = Picture("lamp@digest.example", "lamp.png", "image/png", bytes(range(256)))


def _parse(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def _texts(data: bytes) -> list[tuple[str, str]]:
    parts = _parse(data).walk()
    return [
        (p.get_content_type(), p.get_content().replace("\r\n", "\n"))
        for p in parts
        if p.get_content_maintype() == "text"
    ]


@pytest.mark.parametrize("text", [MESSAGE.text, "夜行列車\n" * 50, "", "no line end"])
def test_texts_come_back_equal(text: str) -> None:
    found = _texts(compose(replace(MESSAGE, text=text)))
    assert [kind for kind, _ in found] == ["text/plain", "text/html"]
    assert [body.rstrip("\n") for _, body in found] == [
        text.rstrip("\n"),
        MESSAGE.html.rstrip("\n"),
    ]


def test_lines_are_short_and_end_as_mail_requires() -> None:
    data = compose(replace(MESSAGE, pictures=(PICTURE,)))
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 78


def test_fields_are_those_that_mail_requires() -> None:
    message = _parse(compose(MESSAGE))
    assert message["Date"] == "Wed, 29 Mar 2023 12:15:00 +0000"
    assert message["From"] == "The editors <editor@digest.example>"
    assert message["Message-ID"].endswith("@digest.example>")
    assert message["X-Edition"] == "2023-03-29"
    assert not message.defects


def test_id_and_boundaries_follow_from_the_content() -> None:
    first, again = compose(MESSAGE), compose(replace(MESSAGE))
    other = compose(replace(MESSAGE, text="Another text.\n"))
    assert first == again
    assert _parse(first)["Message-ID"] != _parse(other)["Message-ID"]
    assert _parse(first).get_boundary() != _parse(other).get_boundary()


def test_pictures_are_beside_the_html_that_shows_them() -> None:
    message = _parse(compose(replace(MESSAGE, pictures=(PICTURE,))))
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png",
    ]  # fmt: skip
    picture = next(part for part in message.walk() if part.get_content_maintype() == "image")
    assert picture["Content-ID"] == "<lamp@digest.example>"
    assert picture.get_content() == PICTURE.data
