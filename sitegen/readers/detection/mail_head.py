"""Recognises the start of an e-mail (RFC 5322) or of a mailbox (mbox, RFC 4155)."""

import re
from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from sitegen.readers.detection.names import names_in

_POSTMARK = re.compile(
    r">?From \S+.{0,40}?"
    r"(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b.{1,40}\d\d:\d\d|\d\d\d\d-\d\d-\d\d).{0,40}"
)
"""The line before each message in a mailbox, with its sender and date."""
_DAMAGED_POSTMARK = re.compile(r".{2,120}\b\d\d:\d\d:\d\d\b.{0,12}\b(?:19|20)\d\d[ \t]*")
"""Such a line whose start is damaged."""
_FIELD = re.compile(r"([!-9;-~]{1,80}|[^\W\d_]{1,12})[ \t]*:")
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
_ENGLISH_NAMES = {
    **dict.fromkeys(("von", "de", "da", "van", "från", "fra", "od"), "from"),
    **dict.fromkeys(("an", "para", "à", "aan", "till", "til"), "to"),
    **dict.fromkeys(("sent", "gesendet", "enviado", "envoyé", "inviato", "verzonden"), "date"),
    **dict.fromkeys(("datum", "skickat", "sendt", "fecha"), "date"),
    **dict.fromkeys(("betreff", "asunto", "objet", "oggetto", "assunto", "onderwerp"), "subject"),
    **dict.fromkeys(("ämne", "emne", "temat"), "subject"),
}
"""Fields of a header that was copied from a mail program, in the language of its user."""
_ENOUGH = 3
_PART_OF_NAME = re.compile(r"[!-9;-~]{0,80}")
_PEOPLE = ("from", "to", "cc", "bcc", "sender")
_PLACE_IN_NET = re.compile(r"\S@\S|<[^<>/]+$|\b(?:from|by) \S+\.\S")
"""What a person hardly writes below the name of a field: an address, also cut off, or a server."""


class MailHead(NamedTuple):
    """The header of the first message."""

    is_mailbox: bool
    fields: frozenset[str]
    """The names of its fields, in lower case."""


class _Header(NamedTuple):
    fields: dict[str, str]
    """The values of the fields by their names."""
    is_whole: bool
    """Whether it has no other lines."""
    has_end: bool
    """Whether an empty line follows."""


def parse_mail(text: str) -> MailHead | None:
    """Parses the mail header at the start of ``text``, the head of a dump; None if it has none."""
    lines = [line.rstrip("\r") for line in text.lstrip().split("\n", 400)]
    if _POSTMARK.fullmatch(lines[0]):
        for number, line in enumerate(lines):  # the first header may be cut off
            if _POSTMARK.fullmatch(line):
                fields = _parse_header(lines[number + 1 :]).fields
                if not _KNOWN.isdisjoint(fields):
                    return MailHead(is_mailbox=True, fields=frozenset(fields))
        return None
    header = _parse_header(lines)
    if _is_message(header):
        return MailHead(is_mailbox=False, fields=frozenset(header.fields))
    return _parse_damaged(lines)


def _parse_damaged(lines: Sequence[str]) -> MailHead | None:
    """Parses a mailbox whose first line is damaged, or above whose first message are other lines.

    A text that shows how mail looks has it in a block of code.
    """
    starts = [1] if is_damaged_postmark(lines[0]) else []
    for number, line in enumerate(lines):
        if _POSTMARK.fullmatch(line) and not (number and lines[number - 1].strip()):
            starts.append(number + 1)
    headers = (_parse_header(lines[start:]) for start in starts)
    fields = next((header.fields for header in headers if _is_message(header)), None)
    return MailHead(is_mailbox=True, fields=frozenset(fields)) if fields else None


def is_damaged_postmark(line: str) -> bool:
    """Whether a line may be that above a message, with a damaged start."""
    return _DAMAGED_POSTMARK.fullmatch(line) is not None


def field_name(line: str) -> str | None:
    """The name of the header field that a line begins, in English and lower case, or None."""
    field = _FIELD.match(line)
    if field is None:
        return None
    name = field[1].lower()
    return _ENGLISH_NAMES.get(name, name)


def is_known_field(line: str) -> bool:
    """Whether a line begins a field that mail programs write."""
    return field_name(line) in _KNOWN


def is_only_header(lines: Sequence[str]) -> bool:
    """Whether lines are a header that is cut off: fields up to the last line, or a part of one."""
    header = _parse_header(lines)
    return bool(header.fields) and header.is_whole and not header.has_end


def _parse_header(lines: Sequence[str]) -> _Header:
    """The header up to the first empty line; without fields if it does not begin with one."""
    fields: dict[str, str] = {}
    name = ""
    is_whole = True
    for number, line in enumerate(lines):
        if not line.strip():
            return _Header(fields, is_whole, has_end=True)
        if own := field_name(line):
            name = own
            fields.setdefault(name, line.partition(":")[2].strip())
        elif not fields:
            break
        elif line[0] in " \t":
            fields[name] += f" {line.strip()}"
        elif number < len(lines) - 1 or not _PART_OF_NAME.fullmatch(line):
            is_whole = False
    return _Header(fields, is_whole, has_end=False)


def _is_message(header: _Header) -> bool:
    """Whether the header has fields of mail programs, or addresses with a valid date.

    One without an end may be cut off, and one with other lines needs more fields.
    """
    fields = header.fields
    known = _KNOWN.intersection(fields)
    addressed = sum("@" in fields.get(name, "") for name in _PEOPLE)
    has_addresses = addressed > 0
    is_by_machine = not known.isdisjoint(_MACHINE_FIELDS)
    if len(known) >= _ENOUGH and (has_addresses or (is_by_machine and header.is_whole)):
        return True
    if not header.is_whole:
        return False
    if not header.has_end and any(_PLACE_IN_NET.search(fields[name]) for name in known):
        return True
    if addressed > 1 and header.has_end:
        return True
    return len(known) >= 2 and (is_by_machine or (has_addresses and _is_dated(fields)))


def _is_dated(fields: dict[str, str]) -> bool:
    try:
        parsedate_to_datetime(fields["date"])
    except (KeyError, TypeError, ValueError, IndexError):
        return False
    return True
