"""Reads twtxt: a line for each post, with its moment, a tab and its text.

https://twtxt.readthedocs.io/en/latest/user/twtxtfile.html, with the extensions of Yarn:
https://twtxt.dev/extensions.html
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of
from sitegen.readers.bookmarks import clean_tags
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions
from sitegen.readers.formats.plain_text import decode_text
from sitegen.readers.hashtags import hashtags_in
from sitegen.readers.identity import identify
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Source

_POST = re.compile(r"(?P<date>\d{4}-\d\d-\d\dT\d\d:\d\d\S*)\t(?P<text>.*)")
_FACT = re.compile(r"#\s*(?P<name>\w+)\s*=\s*(?P<value>.*)")
_MENTION = re.compile(r"@<(?:(?P<name>[^<>\s]+) )?(?P<address>[^<>\s]+)>")
_SUBJECT = re.compile(r"\(#[^()\s]+\)\s*")
"""The post that one answers, which may be by anybody."""
_LINE_END = re.compile(r"\u2028|\\u2028")
"""A line break in a post: the character, or its escape, which some programs write."""
_CERTAIN = 0.95
_DIALECT = Dialect(joins_lines=False)


class _Feed(NamedTuple):
    """What the comments at the start of a file say."""

    nick: str
    address: str


def _recognise(source: Source) -> float:
    """How likely it is that a file is twtxt: it says so, and has posts.

    If only its name says so, most of its lines are posts. Other lines, such as one written by hand
    without a time, are lost; as plain text, replies in the file would be published.
    """
    if source.file is None or source.head.is_binary:
        return 0.0
    lines = source.head.text.split("\n")
    feed = _feed_of(lines)
    whole = lines[:-1] if source.head.is_cut else lines
    written = [line for line in whole if line.strip() and not line.startswith("#")]
    posts = sum(_POST.match(line) is not None for line in written)
    says_so = feed.nick or feed.address
    is_named = "twtxt" in source.name.lower() and posts > len(written) / 2
    return _CERTAIN if posts and (says_so or is_named) else 0.0


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    for entry in source.entries:
        lines = decode_text(entry).split("\n")
        feed = _feed_of(lines)
        seen: set[str] = set()
        for number, line in enumerate(lines, start=1):
            if not line.strip() or line.startswith("#"):
                continue
            if line in seen:
                yield LeftOut("duplicate")
                continue
            seen.add(line)
            yield from _read_line(line, f"{entry.name}, line {number:,}", feed, options)


def _feed_of(lines: list[str]) -> _Feed:
    facts: dict[str, str] = {}
    for found in filter(None, map(_FACT.match, lines)):
        facts.setdefault(found["name"].lower(), found["value"].strip())
    return _Feed(facts.get("nick", ""), facts.get("url", ""))


def _read_line(
    line: str, where: str, feed: _Feed, options: ReadOptions
) -> Iterator[Document | Finding]:
    found = _POST.match(line)
    date = parse_date(found["date"]) if found else None
    if found is None or date is None:
        yield Lost("a line", where, "it does not begin with a date and time and a tab")
        return
    written = found["text"].strip()
    is_reply = _SUBJECT.match(written) or _MENTION.match(written)
    if is_reply and not (yield from options.admits("reply")):
        return
    text = _LINE_END.sub("\n", _MENTION.sub(_named, _SUBJECT.sub("", written, count=1)))
    if not text.strip():
        yield LeftOut("empty")
        return
    body = convert_body(text, {}, lambda _: None, _DIALECT) if "](" in text else None
    media = body.media if body else ()
    yield from losses_in((), media, where)
    yield Document(
        id=identify("twtxt", feed.address or feed.nick, f"{found['date']} {written}"),
        kind=kind_of(None, text),
        text=body.text if body else text,
        place=DumpPlace(where.rpartition(", ")[0]),
        is_markdown=body is not None,
        author=feed.nick or None,
        date=date,
        tags=clean_tags(hashtags_in(text)),
        media=media,
    )


def _named(mention: re.Match[str]) -> str:
    return f"[@{mention['name']}]({mention['address']})" if mention["name"] else mention["address"]


READER = Reader(
    name="twtxt",
    title="a twtxt file",
    recognise=_recognise,
    read=_read,
    leaves_out=("reply", "duplicate", "empty"),
)
