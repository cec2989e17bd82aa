"""Backups of a blog on Tumblr by tumblr-utils: a page for each post, in ``posts/``.

Pages of months and of tags lie beside them, with the same posts. A backup may also hold what an
account likes, which is by others (https://github.com/bbolli/tumblr-utils).
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of, read_body
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Reason, Unread
from sitegen.readers.formats.tumblr.media import names_of_files
from sitegen.readers.formats.tumblr.posts import quotes_a_blog
from sitegen.readers.html import plain_text
from sitegen.readers.identity import identify
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_CONFIDENCE = 0.84
"""Less than that of the same posts in JSON, which a backup may hold as well."""
_POSTS = r"posts/\d+(?:/index)?\.html"
_ARTICLE = re.compile(
    r"<article class=[\"']?(?P<type>[\w-]+)[\"']? id=[\"']?p-(?P<id>\d+)[\"']?>\s*"
    r"(?>(?P<head><header>.*?</header>|<p class=[\"']?meta\b.*?</p>))\s*"
    r"(?:<h2>(?P<title>.*?)</h2>\s*)?"
    r"(?P<body>.*?)(?:<footer\b[^>]*>(?P<foot>.*)|<p class=[\"']?tags\b(?P<tags>.*))?</article>",
    re.DOTALL,
)
_MARK = "class=llink"
_TIME = re.compile(r"<time datetime=[\"']?([^\s\"'>]+)|<span class=date>([^<]*)")
_ADDRESS = re.compile(r"<a (?:class=tlink )?href=[\"']?([^\s\"'>]+)[^>]*>●")
_REBLOGGED = ("⬀", "⬈")
"""The words of the links to the post that was reblogged."""
_TAG = re.compile(r"<a\b[^>]*>(#[^<]+)</a>")
_FILE = re.compile(r"(?:^|/)(?:media|images)/([^/]+)$")
_LIKED = "liked-"


def _recognise(source: Source) -> float:
    if source.file:
        return _CONFIDENCE if _is_post(source.file) else 0.0
    first = source.first(_POSTS)
    return _CONFIDENCE if first and _is_post(first) else 0.0


def _is_post(entry: Entry) -> bool:
    text = entry.head.text
    return _MARK in text and "<article class=" in text


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    posts = source.entries if source.file else source.find(_POSTS)
    media = names_of_files(source, _FILE)
    yield from (Unread(e.name) for e in source.besides(posts) if e.name not in media.values())
    for entry in posts:
        html, findings = read_text_of(entry)
        yield from findings
        found = _ARTICLE.search(html)
        if found:
            yield from _read_post(found, media, source.name, options)
        else:
            yield LeftOut("incomplete")


def _read_post(
    found: re.Match[str], media: Mapping[str, str], dump: str, options: ReadOptions
) -> Iterator[Document | Finding]:
    if not (yield from options.admits(*_reasons(found))):
        return
    address = _ADDRESS.search(found["head"])
    source = unescape(address[1]) if address else ""

    def file_of(name: str) -> str | None:
        return media.get(name.partition("?")[0].rpartition("/")[2])

    body = read_body(found["body"], source or found["id"], find=file_of)
    title = plain_text(found["title"] or "") or None
    if not body.text and not title:
        yield LeftOut("empty")
        return
    yield from body.findings
    time = _TIME.search(found["head"])
    foot = found["foot"] or found["tags"] or ""
    yield Document(
        id=identify("tumblr", "", found["id"]),
        kind=kind_of(title, body.text),
        text=body.text,
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=True,
        title=title,
        date=parse_date(time[1] or time[2]) if time else None,
        source=source if source.startswith("http") else None,
        tags=tuple(dict.fromkeys(unescape(tag).strip("# ") for tag in _TAG.findall(foot))),
        media=body.media,
    )


def _reasons(found: re.Match[str]) -> Iterator[Reason]:
    """Each reason why a post is left out by default."""
    if found["type"].startswith(_LIKED):
        yield "somebody else's"
    is_reblog = any(mark in found["head"] for mark in _REBLOGGED) or quotes_a_blog(found["body"])
    if is_reblog:
        yield "repost"


BACKUP = Reader(
    "tumblr-backup",
    "a backup of a blog on Tumblr by tumblr-utils (HTML)",
    _recognise,
    _read,
    ("repost", "somebody else's", "incomplete", "empty"),
)
