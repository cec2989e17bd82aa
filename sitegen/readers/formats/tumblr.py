"""Reads Tumblr exports: a file of HTML for each post, below ``posts/html/``.

In a download, the posts are in an archive of their own, ``posts/posts.zip``. Messages and
everything else of the account lie alongside. They are never opened.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import kind_of
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Remark, Unread
from sitegen.readers.html import html_to_markdown, plain_text
from sitegen.readers.identity import identify
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_POSTS = r"(?:posts/)?html/\d+\.html"
_ARCHIVE = r"posts\.zip"
_BODY = re.compile(
    r"<body[^>]*>(.*?)(?:<div[^>]*\bid=[\"']footer[\"'][^>]*>(.*))?(?:</body>|\Z)", re.DOTALL
)
_TITLE = re.compile(r"\A\s*<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TIME = re.compile(r"<span[^>]*\bid=[\"']timestamp[\"'][^>]*>(.*?)</span>", re.DOTALL)
_TAG = re.compile(r"<span[^>]*\bclass=[\"']tag[\"'][^>]*>(.*?)</span>", re.DOTALL)
_REBLOG = re.compile(
    r"<(?:p|div)[^>]*>\s*<a[^>]*\bclass=[\"'][^\"']*tumblr_blog\b|\bclass=[\"']reblog"
)
"""The name of another blog above a quotation, as in a reblog."""
_HELD = re.compile(r"(?:^|/)(draft|private|queue)[^/]*/")
_REASONS: Mapping[str, Reason] = {"draft": "draft", "private": "private", "queue": "scheduled"}
"""Folders of posts that are not public."""
_ORDINAL = re.compile(r"(\d)(?:st|nd|rd|th)\b")


def _recognise(source: Source) -> float:
    return 0.85 if source.kind != "file" and _posts_in(source) else 0.0


def _posts_in(source: Source) -> tuple[Entry, ...]:
    """The files of the posts; those in the archive, if there are no others."""
    if posts := source.find(_POSTS):
        return posts
    archive = source.first(_ARCHIVE)
    try:
        return source.open_archive(archive).find(_POSTS) if archive else ()
    except DumpError:
        return ()


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    posts = _posts_in(source)
    yield Remark("A Tumblr export names no time zone; its times were read as UTC.")
    for entry in posts:
        held = _HELD.search(entry.name)
        left_out = options.admit(_REASONS[held[1]]) if held else None
        if left_out:
            yield left_out
        if not isinstance(left_out, LeftOut):
            yield from _read_post(entry, source, options)
    read = {entry.name for entry in (*posts, *source.find(_ARCHIVE))}
    media = re.compile(r"(?:^|/)media/")
    others = (e for e in source.entries if e.name not in read and not media.search(e.name))
    yield from (Unread(entry.name) for entry in others)


def _read_post(entry: Entry, source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    html, findings = read_text_of(entry)
    yield from findings
    found = _BODY.search(html)
    content, footer = (found[1], found[2] or "") if found else (html, "")
    if _REBLOG.search(content):
        finding = options.admit("repost")
        yield finding
        if isinstance(finding, LeftOut):
            return
    heading = _TITLE.match(content)
    title = plain_text(heading[1]) or None if heading else None
    converted = html_to_markdown(content[heading.end() :] if heading else content)
    media = tuple(_place(image.address, image.alt, source) for image in converted.images)
    if not converted.markdown and not title:
        yield LeftOut("empty")
        return
    yield from (Lost(what, entry.name, "Markdown cannot show it") for what in converted.lost)
    yield from (
        Lost("a picture or another medium", medium.name, "the dump does not hold it")
        for medium in media
        if medium.entry is None
    )
    yield Document(
        id=identify("tumblr", "", entry.base.removesuffix(".html")),
        kind=kind_of(title, converted.markdown),
        text=converted.markdown,
        place=DumpPlace(source.name),
        is_markdown=True,
        has_own_id=True,
        title=title,
        date=_date_in(footer),
        tags=tuple(plain_text(tag).lstrip("#") for tag in _TAG.findall(footer)),
        media=media,
    )


def _place(address: str, alt: str, source: Source) -> Medium:
    """A picture with its file, which is named by a path relative to the post."""
    tail = re.sub(r"^(?:\.\./)+", "", address)
    entry = next((e for e in source.entries if e.name.endswith(f"/{tail}") or e.name == tail), None)
    return Medium(address, alt, entry.name if entry else None, is_in_text=True)


def _date_in(footer: str) -> datetime | None:
    """The date below a post, such as “March 3rd, 2020 4:05pm”."""
    found = _TIME.search(footer)
    if found is None:
        return None
    written = _ORDINAL.sub(r"\1", plain_text(found[1])).replace(",", " ")
    if date := parse_date(written):
        return date
    try:
        return parse_date(
            datetime.strptime(" ".join(written.split()), "%B %d %Y %I:%M%p").isoformat()
        )
    except ValueError:
        return None


READER = Reader("tumblr", "a Tumblr export", _recognise, _read, ("repost", "draft", "empty"))
