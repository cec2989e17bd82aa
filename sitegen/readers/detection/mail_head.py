"""Recognises the start of an e-mail (RFC 5322) or of a mailbox (mbox, RFC 4155)."""

import re
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from sitegen.readers.detection.names import names_in

_POSTMARK = re.compile(
    r">?From \S+.{0,40}?"
    r"(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.{1,40}\d\d:\d\d|\d\d\d\d-\d\d-\d\d).{0,40}"
)
"""The line before each message in a mailbox, with its sender and date."""
_FIELD = re.compile(r"([!-9;-~]{1,80})[ \t]*:")
_KNOWN = names_in(
    """
    from to cc bcc subject date message-id reply-to sender in-reply-to references received
    return-path delivered-to mime-version content-type content-transfer-encoding user-agent
    dkim-signature list-id list-unsubscribe x-mailer x-gm-thrid x-gmail-labels status x-status
    x-mozilla-status envelope-to thread-topic snapshot-content-location
    """
)
_MACHINE_FIELDS = names_in(
    """
    message-id received return-path delivered-to mime-version dkim-signature in-reply-to
    references content-transfer-encoding envelope-to x-gm-thrid x-mozilla-status
    snapshot-content-location
    """
)
"""Header fields that mail programs write, and people hardly ever."""
_ENOUGH = 3


class MailHead(NamedTuple):
    """The header of the first message."""

    is_mailbox: bool
    fields: frozenset[str]
    """The names of its fields, in lower case."""


def parse_mail(text: str) -> MailHead | None:
    """Parses the mail header at the start of ``text``, the head of a dump; None if it has none."""
    lines = text.lstrip().split("\n", 400)
    postmark = _POSTMARK.fullmatch(lines[0].strip("\r"))
    fields = _fields(lines[1:] if postmark else lines)
    known = {name for name in fields if name in _KNOWN}
    if postmark and known:
        return MailHead(is_mailbox=True, fields=frozenset(fields))
    if fields and len(known) >= 2 and _is_message(fields, known):
        return MailHead(is_mailbox=False, fields=frozenset(fields))
    return None


def _fields(lines: list[str]) -> dict[str, str]:
    """The header fields up to the first empty line; empty if there are other lines between."""
    fields: dict[str, str] = {}
    for line in (line.rstrip("\r") for line in lines):
        if not line.strip():
            return fields
        field = _FIELD.match(line)
        if field and " " not in field[1]:
            fields.setdefault(field[1].lower(), line[field.end() :].strip())
        elif not (fields and line[0] in " \t"):
            return {}
    return fields


def _is_message(fields: dict[str, str], known: set[str]) -> bool:
    """Whether the header has fields of mail programs, or addresses with a valid date."""
    if known & _MACHINE_FIELDS:
        return True
    addresses = sum("@" in fields.get(name, "") for name in ("from", "to", "cc", "bcc", "sender"))
    return (len(known) >= _ENOUGH and addresses > 0) or (addresses > 0 and _is_dated(fields))


def _is_dated(fields: dict[str, str]) -> bool:
    try:
        parsedate_to_datetime(fields["date"])
    except (KeyError, TypeError, ValueError, IndexError):
        return False
    return True
