"""Addresses a message to one recipient: its ``To``, its date, and the link to unsubscribe."""

import re
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from html import escape
from urllib.parse import quote

from sitegen.output_formats.email.headers import RECIPIENT, encode_date
from sitegen.output_formats.email.message import encode_body

_DATE = re.compile(rb"^Date:.*\r\n(?:[ \t].*\r\n)*", re.MULTILINE)


def address_to(data: bytes, recipient: str, date: datetime, unsubscribe: str) -> bytes:
    """The message to one recipient, dated when it is sent.

    Spam filters distrust a message whose date is long past, as the date of an edition may be.

    Args:
        data: the message as ``compose`` made it.
        recipient: an address.
        date: when it is sent.
        unsubscribe: the link to unsubscribe; ``{recipient}`` in it stands for the address.
    """
    if RECIPIENT in unsubscribe:
        link = unsubscribe.replace(RECIPIENT, quote(recipient, safe="@"))
        data = _replaced(message_from_bytes(data), unsubscribe, link)
    field = f"Date: {encode_date(date)}\r\nTo: {recipient}\r\n".encode()
    return _DATE.sub(lambda _: field, data, count=1)


def _replaced(part: Message, old: str, new: str) -> bytes:
    """The part with its link replaced: in its fields, and in texts."""
    fields = [(name, str(value).replace(old, new)) for name, value in part.raw_items()]
    if part.is_multipart():
        body = _joined(part, old, new)
    elif part.get_content_maintype() == "text":
        encoding, text = encode_body(_replaced_text(part, old, new))
        body = text.encode("ascii")
        fields = [
            (name, encoding if name.lower() == "content-transfer-encoding" else value)
            for name, value in fields
        ]
    else:
        body = str(part.get_payload()).encode("ascii")
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return head.encode("ascii") + b"\r\n" + body


def _joined(part: Message, old: str, new: str) -> bytes:
    boundary = str(part.get_boundary()).encode("ascii")
    parts = part.get_payload()
    assert isinstance(parts, list)  # noqa: S101 -- it is multipart
    inner = b"".join(
        b"--" + boundary + b"\r\n" + _replaced(each, old, new) + b"\r\n"
        for each in parts
        if isinstance(each, Message)
    )
    return inner + b"--" + boundary + b"--\r\n"


def _replaced_text(part: Message, old: str, new: str) -> str:
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)  # noqa: S101 -- it is a text
    text = payload.decode().replace("\r\n", "\n")
    if part.get_content_subtype() == "html":
        old, new = escape(old), escape(new)
    return text.replace(old, new)
