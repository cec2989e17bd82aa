"""Composes a message with a plain text, HTML and pictures (RFC 5322, RFC 2046)."""

import base64
import hashlib
import quopri
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sitegen.configuration.mailboxes import Mailbox
from sitegen.output_formats.email.headers import (
    encode_date,
    encode_mailbox,
    encode_text,
    is_address,
)

_END = "\r\n"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is attached to a message, and that its HTML shows."""

    content_id: str
    """The HTML shows it by ``cid:`` and this."""
    name: str
    """The name of its file, in ASCII."""
    media_type: str
    """Such as ``image/jpeg``."""
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message to any recipient."""

    sender: Mailbox
    subject: str
    date: datetime
    editions: Sequence[str]
    """The names that the edition has or had; these stay the same when its text is corrected."""
    language: str
    text: str
    html: str
    pictures: Sequence[Picture] = ()
    unsubscribe: str = ""
    """The address to unsubscribe by; empty for none."""


def compose(message: Message) -> bytes:
    """The message as a file, which mail programs open and send.

    Its id and its boundaries follow from the content: equal messages are equal byte by byte.
    """
    body = _alternative(message)
    headers = [
        f"From: {encode_mailbox(message.sender)}",
        f"Subject: {encode_text(message.subject)}",
        f"Date: {encode_date(message.date)}",
    ]
    if is_address(message.unsubscribe):
        headers.append(f"List-Unsubscribe: <{message.unsubscribe}>")
    headers += (
        f"Content-Language: {message.language}",
        f"X-Edition: {', '.join(message.editions)}",
    )
    identity = _digest("\n".join((*headers, body)))
    _, _, host = message.sender.address.rpartition("@")
    headers += (f"Message-ID: <{identity}@{host}>", "MIME-Version: 1.0")
    return (_END.join(headers) + _END + body).encode("ascii")


def _alternative(message: Message) -> str:
    """The text, then the HTML: a client shows the last that it can (RFC 2046, section 5.1.4)."""
    html = _text_part("html", message.html)
    if message.pictures:
        html = _multipart('related; type="text/html"', (html, *map(_picture, message.pictures)))
    return _multipart("alternative", (_text_part("plain", message.text), html))


def _multipart(kind: str, parts: Iterable[str]) -> str:
    inner = tuple(parts)
    # "=_" occurs in no line of quoted-printable or Base64 (RFC 2045, section 6.7).
    boundary = f"=_{_digest(*inner)}"
    head = f'Content-Type: multipart/{kind};{_END} boundary="{boundary}"{_END}{_END}'
    return (
        head
        + "".join(f"--{boundary}{_END}{part}{_END}" for part in inner)
        + f"--{boundary}--{_END}"
    )


def _text_part(subtype: str, text: str) -> str:
    encoding, body = encode_body(text)
    return (
        f"Content-Type: text/{subtype}; charset=utf-8{_END}"
        f"Content-Transfer-Encoding: {encoding}{_END}{_END}{body}"
    )


def encode_body(text: str) -> tuple[str, str]:
    """The text in the shorter of quoted-printable and Base64, with the name of the encoding."""
    data = text.encode()
    quoted = quopri.encodestring(data.replace(b"\r", b"")).decode("ascii").replace("\n", _END)
    coded = _base64(data.replace(b"\r", b"").replace(b"\n", b"\r\n"))
    return ("quoted-printable", quoted) if len(quoted) <= len(coded) else ("base64", coded)


def _picture(picture: Picture) -> str:
    return (
        f'Content-Type: {picture.media_type}; name="{picture.name}"{_END}'
        f"Content-Transfer-Encoding: base64{_END}"
        f"Content-ID: <{picture.content_id}>{_END}"
        f'Content-Disposition: inline; filename="{picture.name}"{_END}{_END}'
        f"{_base64(picture.data)}"
    )


def _base64(data: bytes) -> str:
    return base64.encodebytes(data).decode("ascii").replace("\n", _END)


def _digest(*texts: str) -> str:
    return hashlib.blake2b("\0".join(texts).encode(), digest_size=15).hexdigest()
