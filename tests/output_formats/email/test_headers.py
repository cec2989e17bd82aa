import base64
import re
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.header import decode_header, make_header

import pytest

from sitegen.configuration.mailboxes import Mailbox, read_mailbox
from sitegen.configuration.settings import EmailConfig
from sitegen.output_formats.email.headers import (
    encode_date,
    encode_link,
    encode_mailbox,
    encode_text,
    unsubscribe_link,
)
from sitegen.output_formats.email.message import Message, compose

SUBJECTS = [
    "Small Repairs, 29 March 2023",
    "Kleine Reparaturen für den Übergang, dritte Ausgabe, mit sehr vielen Umlauten: ä ö ü ß",
    "Été à l’île, où naît  l’hiver – ça et là, déjà, près de l’âtre où l’on rêve d’été, à Noël",
    "小さな修理、二〇二三年三月号。夜行列車と鳥とパンと、そのほかの長い題名がここに続いていきます",
    "إصلاحات صغيرة: عدد شهر مارس، وفيه قطارات الليل والطيور والخبز وأشياء أخرى كثيرة",
    "🚂" * 40,
    "plain words " * 20,
    "=?utf-8?Q?not_encoded?=",
    "a" * 200,
    "é" + " " * 5 + "é",
]


def _decode(encoded: str) -> str:
    """Decodes a field after RFC 2047: white space between encoded words is dropped."""
    word = r"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?="
    joined = re.sub(rf"(?<=\?=)\s+(?=(?:{word}))", "", encoded)
    return re.sub(word, lambda found: base64.b64decode(found[1]).decode(), joined)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_subject_comes_back_equal_from_every_parser(subject: str) -> None:
    encoded = encode_text(subject)
    wanted = subject.strip()
    assert _decode(encoded) == wanted
    assert str(make_header(decode_header(encoded))) == wanted
    message = message_from_bytes(f"Subject: {encoded}\r\n\r\n".encode(), policy=policy.default)
    assert message["Subject"] == wanted
    assert all(len(line) <= 76 for line in f"Subject: {encoded}".split("\r\n"))


def test_subject_cannot_begin_another_field() -> None:
    assert _decode(encode_text("News\r\nBcc: all")) == "News  Bcc: all"
    assert "\nBcc" not in encode_text("News\r\nBcc: all")


@pytest.mark.parametrize(
    "name",
    ["", "The editors", "Doe, Jane", 'The "editors"', "Die Redaktion für Übergänge", "編集部"],
)
def test_name_of_the_sender_comes_back_equal(name: str) -> None:
    encoded = encode_mailbox(Mailbox(name, "editor@digest.example"))
    message = message_from_bytes(f"From: {encoded}\r\n\r\n".encode(), policy=policy.default)
    (address,) = message["From"].addresses
    assert (address.display_name, address.addr_spec) == (name, "editor@digest.example")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("editor@digest.example", "editor@digest.example"),
        ("The editors <editor@digest.example>", "editor@digest.example"),
        ('"Doe, Jane" <jane+list@digest.example>', "jane+list@digest.example"),
        ("wir@übergang.example", "wir@xn--bergang-m2a.example"),
    ],
)
def test_mailbox_is_read_with_and_without_a_name(text: str, address: str) -> None:
    assert read_mailbox(text).address == address


@pytest.mark.parametrize(
    "text",
    ["", "editor", "editor@", "@digest.example", "a@b.example, c@d.example", "a b@d.example",
     "a@b@c.example", "a@-b.example", "ä@b.example", "a@b.example\nBcc: c@d.example"],
)  # fmt: skip
def test_text_that_is_not_one_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="one e-mail address"):
        read_mailbox(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://d.example/off?who={recipient}&x=ä b", "https://d.example/off?who=%7Brecipient%7D&x=%C3%A4%20b"),
        ("mailto:off@d.example?subject=no more", "mailto:off@d.example?subject=no%20more"),
        ("{{unsubscribe_url}}", "{{unsubscribe_url}}"),
        ("*|UNSUB|*", "*|UNSUB|*"),
    ],
)  # fmt: skip
def test_address_to_unsubscribe_by_is_a_uri_with_its_placeholders(text: str, link: str) -> None:
    assert encode_link(text) == link


def test_mail_to_the_sender_unsubscribes_unless_there_is_a_link() -> None:
    sender = "The editors <editor@d.example>"
    assert unsubscribe_link(EmailConfig(sender=sender)) == (
        "mailto:editor@d.example?subject=unsubscribe"
    )
    assert unsubscribe_link(EmailConfig(sender=sender, unsubscribe="{{off}}")) == "{{off}}"
    assert unsubscribe_link(EmailConfig()) == ""


def test_date_has_an_offset_of_whole_minutes() -> None:
    local_mean_time = timezone(timedelta(minutes=53, seconds=28))
    moment = datetime(1880, 1, 1, tzinfo=local_mean_time)
    assert encode_date(moment) == "Wed, 31 Dec 1879 23:06:32 +0000"


def test_long_address_to_unsubscribe_by_is_not_encoded_as_text() -> None:
    link = "https://digest.example/off?" + "token=" + "x" * 300
    data = compose(
        Message(
            sender=Mailbox("", "editor@digest.example"),
            subject="News",
            date=datetime(2023, 3, 29, tzinfo=UTC),
            editions=["2023-03-29"],
            language="en",
            text="Text\n",
            html="<p>Text</p>\n",
            unsubscribe=link,
        )
    )
    assert f"\r\nList-Unsubscribe: <{link}>\r\n".encode() in data
