"""Reads e-mail addresses, with or without a name."""

import re
from typing import NamedTuple

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_LOCAL_PART = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")


class Mailbox(NamedTuple):
    """An e-mail address with the name of its owner."""

    name: str
    """May be empty."""
    address: str
    """In ASCII: ``editor@digest.example``."""


def read_mailbox(text: str) -> Mailbox:
    """Reads ``editor@digest.example`` or ``The editors <editor@digest.example>``.

    The domain of the address is converted to ASCII. Local parts in quotation marks are refused.

    Raises:
        ValueError: it is not one address.
    """
    from email.utils import parseaddr  # noqa: PLC0415 -- slow to import, rarely needed

    name, address = parseaddr(text.strip())
    local, _, domain = address.rpartition("@")
    host = _in_ascii(domain)
    is_one = text.count("@") == address.count("@") + name.count("@") and "\n" not in text
    if not (is_one and _LOCAL_PART.fullmatch(local) and _DOMAIN.fullmatch(host)):
        raise ValueError("it must be one e-mail address, such as editor@digest.example")
    return Mailbox(name, f"{local}@{host}")


def checked_mailbox(text: str) -> str:
    """Returns the text of an address, or an empty text.

    Raises:
        ValueError: it is not one address.
    """
    if text:
        read_mailbox(text)
    return text


def _in_ascii(domain: str) -> str:
    """The domain in Punycode if necessary; empty if it cannot be encoded."""
    try:
        return domain if domain.isascii() else domain.encode("idna").decode()
    except UnicodeError:
        return ""
