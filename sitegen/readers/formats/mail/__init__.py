"""Reads mail: an mbox of many, such as the archive of a mailing list, or one message (``.eml``).

- ``messages``: cuts an mbox into messages
- ``headers``: puts malformed headers in form
- ``correspondence``: what people write to each other
- ``states``: what is a draft, spam, private, or in the trash
- ``texts``: the text of a message without quotations, signature, lines of services and addresses;
  ``quoted_html``: the same in HTML
- ``mailman``: what the archives of Mailman have in place of addresses and attachments
- ``mailing_lines``: what a service for newsletters puts around a text
- ``notices``: plain texts that only stand in for the HTML
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default as default_policy
from email.utils import parseaddr
from functools import partial

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import without_title
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Remark
from sitegen.readers.formats.mail.correspondence import is_correspondence
from sitegen.readers.formats.mail.headers import is_cut_off, mend_header
from sitegen.readers.formats.mail.mailman import is_masked, with_addresses
from sitegen.readers.formats.mail.messages import iter_messages
from sitegen.readers.formats.mail.states import States, is_marking, reasons_of, reasons_of_file
from sitegen.readers.formats.mail.texts import Body, body_of, without_addresses
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.sources import Source

_BY_HEADER = recognise_files("mbox", "eml")
_BY_NAME = 0.3
_INTERNAL = "FOLDER INTERNAL DATA"
"""Part of the subject of the message in which mail servers keep the state of a mailbox."""
_ENCRYPTED = re.compile(r"\s*-----BEGIN PGP MESSAGE-----")
_PREFIX = re.compile(
    r"^\s*(?:(?:re|fwd?|aw|wg|sv|vs|vb|antw|rv|tr|rép|ref|r|i|res|enc|odp|pd|ynt|回复|答复|回覆|转发)"
    r"(?:\[\d+\])?\s*[:：]\s*|\[[^\]]{1,40}\]\s*)+",
    re.IGNORECASE,
)
"""“Re:” in several languages, and the name of a mailing list."""


_LETTER = Remark(
    "The message is from one person to another: publish it only if both agree. In a mailbox, such "
    "messages are left out."
)


@dataclass(slots=True)
class _Mailbox:
    """What the messages of a dump have in common."""

    name: str
    is_single: bool
    """Whether the dump is a single message."""
    seen: set[str] = field(default_factory=set)
    """The ids of the messages so far."""


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    mailbox = _Mailbox(source.name, is_single=_is_single(source))
    has_addresses = False
    for entry in source.entries:
        reasons = tuple(reasons_of_file(entry.name))
        for number, raw in enumerate(iter_messages(entry), 1):
            where = f"{entry.name}, message {number}"
            for item in _read_message(raw, where, mailbox, options, reasons):
                if isinstance(item, Document) and "[…]" in item.full_text:
                    has_addresses = True
                yield item
    if has_addresses:
        yield Remark("E-mail addresses in the texts were replaced by […].")


def _is_single(source: Source) -> bool:
    """Whether a source is one message, rather than a mailbox."""
    return source.file is not None and not source.file.head.text.lstrip().startswith("From ")


def _read_message(
    raw: bytes,
    where: str,
    mailbox: _Mailbox,
    options: ReadOptions,
    reasons_of_place: Sequence[Reason],
) -> Iterator[Document | Finding]:
    if is_cut_off(raw):
        yield Lost("a message", where, "it is cut off within its header")
        return
    try:
        message = message_from_bytes(with_addresses(mend_header(raw)), policy=default_policy)
        own = _header(message, "message-id").strip("<> ")
        reasons = (*reasons_of_place, *_reasons(message))
        is_letter = is_correspondence(partial(_header, message))
        if own in mailbox.seen:
            reasons = ("duplicate",)
        body = body_of(message)
    except (ValueError, LookupError, IndexError, AttributeError, TypeError, RecursionError):
        yield Lost("a message", where, "it is damaged")
        return
    if own:
        mailbox.seen.add(own)
    if is_letter and not mailbox.is_single:
        yield LeftOut("private")
        return
    if not (yield from options.admits(*reasons)):
        return
    if _ENCRYPTED.match(body.text) or not body.text.strip():
        yield LeftOut("unsupported" if body.text.strip() else "empty")
        return
    if is_letter:
        yield _LETTER
    yield from (Lost(f"an attachment ({kind})", where, "sitegen reads none") for kind in body.lost)
    yield _document_of(message, own, body, mailbox.name)


def _document_of(message: EmailMessage, own: str, body: Body, dump: str) -> Document:
    subject = _PREFIX.sub("", _header(message, "subject")).strip()
    title = without_addresses(subject).strip() or None
    return Document(
        id=identify("mail", "", own) if own else identify_text("mail", subject, body.text),
        kind="post",
        text=without_title(body.text, title) if body.is_markdown else body.text,
        place=DumpPlace(dump),
        is_markdown=body.is_markdown,
        has_own_id=bool(own),
        title=title,
        author=_author_of(message),
        date=_date_of(message),
    )


def _reasons(message: EmailMessage) -> Iterator[Reason]:
    if _INTERNAL in _header(message, "subject") or _is_automatic(message):
        yield "service message"
    yield from reasons_of(_states_of(message))


def _is_automatic(message: EmailMessage) -> bool:
    """Whether a program wrote it, on a message (RFC 6522) or an absence (RFC 3834)."""
    sender = parseaddr(_header(message, "from"))[1].partition("@")[0].lower()
    return (
        message.get_content_type() == "multipart/report"
        or sender in ("mailer-daemon", "postmaster")
        or _header(message, "auto-submitted").strip().lower().startswith("auto-replied")
    )


def _states_of(message: EmailMessage) -> States:
    return States(
        labels=_header(message, "x-gmail-labels"),
        spam=_header(message, "x-spam-flag") or _header(message, "x-spam-status"),
        draft=_header(message, "x-mozilla-draft-info") or _header(message, "x-draft"),
        mozilla=_header(message, "x-mozilla-status"),
        flags=_header(message, "x-status"),
        sensitivity=_header(message, "sensitivity"),
        markings=tuple(_header(message, name) for name in message if is_marking(name)),
    )


def _author_of(message: EmailMessage) -> str | None:
    """The name of the sender, without the address; None if there is only an address."""
    name = parseaddr(_header(message, "from"))[0] or _name_behind_address(message)
    return None if "@" in name or is_masked(name) else name or None


def _name_behind_address(message: EmailMessage) -> str:
    """The name in brackets, as in the archives of Mailman: “ann at a.example (Ann Lee)”."""
    written = next((text for name, text in message.raw_items() if name.lower() == "from"), "")
    try:
        return str(make_header(decode_header(parseaddr(str(written))[0])))
    except (ValueError, LookupError):
        return ""


def _date_of(message: EmailMessage) -> datetime | None:
    return parse_date(re.sub(r"\s*\([^)]*\)\s*$", "", _header(message, "date")))


def _header(message: EmailMessage, name: str) -> str:
    """A header as text; also if it is malformed."""
    try:
        return str(message.get(name) or "")
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""


def _recognise(source: Source) -> float:
    """A file is mail by its header, or else by its name, if it is nothing else."""
    is_named_so = source.file is not None and source.file.name.lower().endswith(".eml")
    return _BY_HEADER(source) or (_BY_NAME if is_named_so else 0.0)


READER = Reader(
    "mail",
    "mail (mbox or .eml)",
    _recognise,
    _read,
    ("duplicate", "empty", "draft", "trash", "private", "service message", "unsupported"),
)
