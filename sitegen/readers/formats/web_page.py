"""Reads a web page that a browser saved: its article.

The file is HTML, or MHTML (RFC 2557), which holds a page with its pictures in the form of a mail.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as default_policy
from functools import partial

from sitegen.models import Document, DumpPlace, LinkTarget
from sitegen.readers.articles import kind_of, read_body, without_title
from sitegen.readers.detection.task_lists import holds_only_tasks
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Reason
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.markdown.pictures import is_media
from sitegen.readers.page_entries import PageEntry, author_of_page, entries_on
from sitegen.readers.reader import Reader, recognise_files
from sitegen.readers.restrictions import reason_of_published_title
from sitegen.readers.sources import Entry, Source
from sitegen.readers.sources.beside import name_beside
from sitegen.readers.streams.decoding import read_text_of
from sitegen.readers.web_addresses import join_address
from sitegen.readers.web_pages import read_web_page

_ARCHIVE = re.compile(
    r"(?=.*?^Content-Type:\s*multipart/related\b)(?=.*?^(?:Snapshot-)?Content-Location:)",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
"""The start of MHTML: its header, and that of its first part."""
_SENT = re.compile(r"^(?:To|Received|Message-ID|Delivered-To):", re.IGNORECASE | re.MULTILINE)
_HEADER_END = re.compile(r"\r?\n\r?\n")
_HEADER_SIZE = 4_000
_is_html = recognise_files("html")


def _recognise(source: Source) -> float:
    if source.file and _is_archive(source.file):
        return 0.97
    return _is_html(source)


def _is_archive(entry: Entry) -> bool:
    """Whether a file is MHTML rather than a mail, which somebody sent."""
    start = entry.head.text[:_HEADER_SIZE]
    is_sent = _SENT.search(_HEADER_END.split(start, 1)[0]) is not None
    return entry.head.mail is not None and not is_sent and bool(_ARCHIVE.match(start))


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        yield from _read_page(entry, source, options)


def _read_page(entry: Entry, dump: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    if _is_archive(entry):
        html, address = _page_in_archive(entry)
    else:
        html, findings = read_text_of(entry)
        address = None
        yield from findings
    page = read_web_page(html, entry)
    base = page.address or address
    if entries := entries_on(html, entry, page.base or base):
        author = author_of_page(html)
        for each in entries:
            named = each.page._replace(author=each.page.author or author, lang=page.lang)
            yield from _read_article(each._replace(page=named), entry, dump, options)
        return
    article = PageEntry(page._replace(address=base))
    yield from _read_article(article, entry, dump, options)


def _read_article(
    article: PageEntry, entry: Entry, dump: Source, options: ReadOptions
) -> Iterator[Document | Finding]:
    page = article.page
    reason = reason_of_published_title(page.title)
    reasons: tuple[Reason, ...] = (*article.reasons, *((reason,) if reason else ()))
    if not (yield from options.admits(*reasons)):
        return
    base = page.base or page.address
    find = partial(_picture_beside, dump, base or "")
    body = read_body(page.html, page.address or entry.name, base=base, find=find)
    if not body.text or holds_only_tasks(body.text):
        yield LeftOut("other kind" if body.text else "empty")
        return
    yield from body.findings
    own = page.address
    yield Document(
        id=identify("web", "", own) if own else identify_text("web", page.title or "", body.text),
        kind=kind_of(page.title, body.text),
        text=without_title(body.text, page.title),
        place=DumpPlace(dump.name),
        is_markdown=True,
        has_own_id=bool(own),
        title=page.title,
        author=page.author,
        date=page.date,
        source=page.address,
        link=LinkTarget(article.linked, page.title or "") if article.linked else None,
        tags=page.tags,
        lang=page.lang,
        media=body.media,
    )


def _picture_beside(dump: Source, base: str, address: str) -> str | None:
    """The name of the file of a picture that a browser saved with the page."""
    if not dump.file or not is_media(address):
        return None
    return name_beside(dump.path, address.removeprefix(join_address(base, ".") if base else ""))


def _page_in_archive(entry: Entry) -> tuple[str, str | None]:
    """The page in an MHTML file, which is its first part in HTML, and its address."""
    message = message_from_bytes(entry.read(), policy=default_policy)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() == "text/html":
            address = str(message["Snapshot-Content-Location"] or part["Content-Location"] or "")
            return _text_in(part), address if address.startswith("http") else None
    raise entry.error("has no web page in it")


def _text_in(part: EmailMessage) -> str:
    """The text of a part; Chrome names no encoding for UTF-8."""
    content = part.get_payload(decode=True)
    text = content if isinstance(content, bytes) else b""
    try:
        return text.decode(part.get_content_charset() or "utf-8", "replace")
    except LookupError:
        return text.decode("utf-8", "replace")


READER = Reader(
    "html",
    "a web page that was saved",
    _recognise,
    _read,
    ("private", "password", "reply", "repost", "other kind", "empty"),
)
