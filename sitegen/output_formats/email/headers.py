"""The values of the header fields of a message, in ASCII (RFC 5322, RFC 2047, RFC 2369).

Python's ``email`` package loses spaces in some long subjects with accents, and encodes a long
``List-Unsubscribe`` as text, which no mail client reads. So these are encoded here.
"""

import base64
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime

from sitegen.addresses import web_url
from sitegen.configuration.mailboxes import Mailbox, read_mailbox
from sitegen.configuration.settings import EmailConfig

RECIPIENT = "%7Brecipient%7D"
"""Stands for the address of the recipient in the link to unsubscribe: ``{recipient}``, encoded."""

_PLAIN_LENGTH = 64
"""The longest text that is not encoded, so that no line needs folding: 78 less a field's name."""
_WORD_BYTES = 39
"""The bytes of text in one encoded word, whose line may have 76 characters with its frame."""
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def encode_text(text: str) -> str:
    """Encodes unstructured text, such as a subject, folded to lines of at most 76 characters.

    Line breaks and other control characters become spaces.
    """
    line = _on_one_line(text)
    is_plain = line.isascii() and line.isprintable() and "=?" not in line
    if is_plain and len(line) <= _PLAIN_LENGTH and "  " not in line:
        return line
    return "\r\n ".join(_encoded_words(line))


def encode_mailbox(mailbox: Mailbox) -> str:
    """Encodes a name and an address: ``The editors <editor@digest.example>``."""
    name, address = _on_one_line(mailbox.name), f"<{mailbox.address}>"
    if not name:
        return mailbox.address
    if _ATOMS.fullmatch(name) and "=?" not in name and len(name) <= _PLAIN_LENGTH:
        return f"{name}\r\n {address}"
    if name.isascii() and name.isprintable() and "=?" not in name and len(name) <= _PLAIN_LENGTH:
        quoted = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}"\r\n {address}'
    return "\r\n ".join((*_encoded_words(name), address))


def encode_date(moment: datetime) -> str:
    """A date with its time zone: ``Wed, 29 Mar 2023 12:15:00 +0200``.

    A mail cannot have an offset with seconds, as places had before standard time.
    """
    offset = moment.utcoffset()
    is_whole = offset is not None and offset.total_seconds() % 60 == 0
    return format_datetime(moment if is_whole else moment.astimezone(UTC))


def unsubscribe_link(settings: EmailConfig) -> str:
    """The link to unsubscribe: by default, a mail to the sender; empty without either."""
    if settings.sender and not settings.unsubscribe:
        return f"mailto:{read_mailbox(settings.sender).address}?subject=unsubscribe"
    return encode_link(settings.unsubscribe)


def encode_link(text: str) -> str:
    """Encodes a web address, a ``mailto:`` address, or the place-holder of a newsletter service.

    An address is percent-encoded where necessary, and so is ``{recipient}`` in it. A text that is
    no address, such as ``{{unsubscribe_url}}``, stays as it is.
    """
    return _percent_encoded(text) if is_address(text) else text


def is_address(text: str) -> bool:
    """Whether ``text`` is an address, which a header field can hold, and no place-holder."""
    return text.lower().startswith(("https://", "http://", "mailto:"))


def _percent_encoded(text: str) -> str:
    if text.lower().startswith(("https://", "http://")):
        return web_url(text)
    return re.sub(
        r"[^!-~]|[<>\"\\^`{|}]", lambda found: "".join(f"%{b:02X}" for b in found[0].encode()), text
    )


def _on_one_line(text: str) -> str:
    return _CONTROLS.sub(" ", text).strip()


def _encoded_words(text: str) -> Iterator[str]:
    """Encoded words in UTF-8 and Base64, each of whole characters (RFC 2047, section 5)."""
    word = b""
    for character in text:
        encoded = character.encode()
        if len(word) + len(encoded) > _WORD_BYTES:
            yield _encoded_word(word)
            word = b""
        word += encoded
    yield _encoded_word(word)


def _encoded_word(data: bytes) -> str:
    return f"=?utf-8?B?{base64.b64encode(data).decode()}?="
