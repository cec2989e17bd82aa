"""Reads Medium exports: a file of HTML for each story, with the microformat ``h-entry``.

Drafts lie among the stories; they are those without an address. Exports of 2017 have it only around
the date. Responses to others look like short stories without a title and whatever else only stories
have.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import kind_of, read_body
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Reason, Remark, Unread, Withheld
from sitegen.readers.html import plain_text
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.markdown.pictures import FindEntry, MediaFiles, is_media
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.records.files import find_relative
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_BODY = re.compile(
    r"<section[^>]*\bdata-field=[\"']body[\"'][^>]*>(.*)</section>\s*(?:<footer|</article|\Z)",
    re.DOTALL,
)
_SUBTITLE = re.compile(
    r"<section[^>]*\bdata-field=[\"']subtitle[\"'][^>]*>(.*?)</section>", re.DOTALL
)
_TITLE = re.compile(r"<h1[^>]*\bp-name\b[^>]*>(.*?)</h1>", re.DOTALL)
_REPEATED = re.compile(
    r"<(h[1-6]|p)[^>]*\bgraf--(title|subtitle|kicker)\b[^>]*>(.*?)</\1>", re.DOTALL
)
"""The title, the subtitle, or the line above, within the text."""
_GIST = re.compile(
    r"<script[^>]*\bsrc=[\"'](https://gist\.github\.com/[^\"']+?)(?:\.js)?[\"'][^>]*>\s*</script>"
)
"""Code that GitHub shows within a story."""
_CARD = re.compile(r"(<em[^>]*\bmarkup--mixtapeEmbed-em\b[^>]*>[^<]*</em>)(?=[^<\s])")
"""The description on the card of a link, which the name of its website follows."""
_FIRST_RULE = re.compile(r"^\s*(?:<(?:section|div)\b[^>]*>\s*)*<hr[^>]*>", re.DOTALL)
_CANONICAL = re.compile(r"<a[^>]*\bhref=[\"']([^\"']*)[\"'][^>]*\bp-canonical\b")
_CANONICAL_AFTER = re.compile(r"<a[^>]*\bp-canonical\b[^>]*\bhref=[\"']([^\"']*)[\"']")
_LINKED_DATE = re.compile(r"<a[^>]*\bhref=[\"']([^\"']*)[\"'][^>]*>\s*<time[^>]*\bdt-published\b")
_AUTHOR = re.compile(r"<a[^>]*\bp-author\b[^>]*>(.*?)</a>", re.DOTALL)
_DATE = re.compile(r"<time[^>]*\bdt-published\b[^>]*\bdatetime=[\"']([^\"']*)[\"']")
_DATE_BEFORE = re.compile(r"<time[^>]*\bdatetime=[\"']([^\"']*)[\"'][^>]*\bdt-published\b")
_ADDRESSES = (_CANONICAL, _CANONICAL_AFTER, _LINKED_DATE)
"""Where a published story has its address, the best first."""
_TAG = re.compile(r"<a[^>]*\bclass=[\"'][^\"']*\bp-tag\b[^>]*>(.*?)</a>", re.DOTALL)
_STORY = r"(?:draft|\d{4}-\d\d-\d\d)_[^/]*-[0-9a-f]{8,12}\.html"
_OWN_ID = re.compile(r"-([0-9a-f]{8,12})(?:\.html)?$")
_WORD = re.compile(r"\w+")
_LONGEST_RESPONSE = 4_000
"""The maximum number of characters of a text without title that is taken for a response."""
_HEADING = re.compile(r"<h[1-6]\b")
_RESPONSES = (
    "A Medium export does not mark responses: short texts without title, subtitle, tags, "
    "headings and pictures were taken for them."
)
_confidence = recognise_formats("medium-zip", "medium-tar")


class _Story(NamedTuple):
    """The parts of a file."""

    title: str
    body: str
    """HTML."""
    address: str
    has_title: bool
    """Whether the text has an element for the title."""
    tags: tuple[str, ...]
    has_subtitle: bool
    """Whether the subtitle is the author's, not the beginning of the text."""

    @property
    def is_response(self) -> bool:
        """Whether it looks like a response: a short text of which the first words are the title."""
        words = plain_text(self.body)
        has_more = self.has_title or self.has_subtitle or self.tags or self._is_designed
        begins_with_title = words.startswith(self.title.rstrip("…").rstrip())
        return not has_more and begins_with_title and len(words) <= _LONGEST_RESPONSE

    @property
    def _is_designed(self) -> bool:
        """Whether the text has pictures or headings."""
        return "<img" in self.body or _HEADING.search(self.body) is not None


def _recognise(source: Source) -> float:
    first = next(iter(_stories_in(source)), None)
    confidence = 0.0 if source.kind == "file" else _confidence(source)
    return max(confidence, 0.9 if first and _is_story(first) else 0.0)


def _is_story(entry: Entry) -> bool:
    text = entry.head.text
    return "h-entry" in text and 'data-field="body"' in text


def _stories_in(source: Source) -> tuple[Entry, ...]:
    """The files of the stories, also those of a folder with nothing else."""
    if source.file:
        return (source.file,)
    return source.find(r"posts/[^/]*\.html") or source.find(_STORY)


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    stories = _stories_in(source)
    if not stories:
        raise DumpError(
            "the Medium export holds no stories, only files that are never read",
            path=source.path,
            hint="import the whole export, as downloaded from Medium",
        )
    files = MediaFiles(source)
    for entry in stories:
        yield from _read_story(entry, source, files.finder(entry.name), options)
    yield from (Unread(e.name) for e in source.besides(stories) if not is_media(e.name))


def _read_story(
    entry: Entry, source: Source, find: FindEntry, options: ReadOptions
) -> Iterator[Document | Finding]:
    html, findings = read_text_of(entry)
    yield from findings
    story = _story_in(html)
    if story is None:
        yield LeftOut("empty")
        return
    own = _id_of(story, entry)
    if reasons := tuple(_reasons(story, entry)):
        if reasons[0] == "comment":
            yield Remark(_RESPONSES)
        if not (yield from options.admits(*reasons, withheld=Withheld(own) if own else None)):
            return
    where, base = story.address or entry.name, story.address or None
    find_picture = partial(_name_of_file, base=story.address, find=find)
    body = read_body(story.body, where, base=base, find=find_picture)
    if not body.text and not story.title:
        yield LeftOut("empty")
        return
    yield from body.findings
    date = _DATE.search(html) or _DATE_BEFORE.search(html)
    author = _AUTHOR.search(html)
    title = story.title if story.has_title or not _stands_in(story.title, story.body) else ""
    yield Document(
        id=own or identify_text("medium", entry.base),
        kind=kind_of(title, body.text),
        text=body.text,
        place=DumpPlace(source.name),
        is_markdown=True,
        has_own_id=bool(own),
        title=title or None,
        author=plain_text(author[1]) or None if author else None,
        date=parse_date(date[1]) if date else None,
        source=story.address or None,
        tags=story.tags,
        media=body.media,
    )


def _name_of_file(address: str, base: str, find: FindEntry) -> str | None:
    """A picture that a program put beside a story, which names it by its path there."""
    file = find_relative(address, base, find)
    return file.name if file else None


def _id_of(story: _Story, entry: Entry) -> str | None:
    """The id of a story, which its address ends with; a draft has it in the name of its file."""
    own = _OWN_ID.search(story.address) or _OWN_ID.search(entry.base)
    return identify("medium", "", own[1]) if own else None


def _story_in(html: str) -> _Story | None:
    found = _BODY.search(html)
    if found is None:
        return None
    title = _TITLE.search(html)
    subtitle = _SUBTITLE.search(html)
    address = next(filter(None, (named.search(html) for named in _ADDRESSES)), None)
    shown_title = plain_text(title[1]) if title else ""
    below = plain_text(subtitle[1]) if subtitle else ""
    has_title = has_subtitle = False

    def drop(repeated: re.Match[str]) -> str:
        nonlocal has_title, has_subtitle
        words = plain_text(repeated[3])
        has_subtitle = has_subtitle or bool(repeated[2] == "subtitle" and words)
        if repeated[2] == "title":
            has_title = True
            return "" if words == shown_title else repeated[0]
        return f"<p>{repeated[3]}</p>" if words else ""

    content = _GIST.sub(r'<p><a href="\1">\1</a></p>', found[1])
    content = _CARD.sub(r"\1<br>", content)
    body = _FIRST_RULE.sub("", _REPEATED.sub(drop, content))
    if below and not _stands_in(below, body):
        has_subtitle = True
        body = f"<p>{subtitle[1] if subtitle else ''}</p>{body}"
    tags = tuple(dict.fromkeys(filter(None, map(plain_text, _TAG.findall(html)))))
    return _Story(shown_title, body, address[1] if address else "", has_title, tags, has_subtitle)


def _stands_in(words: str, body: str) -> bool:
    """Whether a text starts with a title or subtitle that Medium took from it: ``And so…``."""
    shown = plain_text(body)
    within = shown if words.endswith("…") else shown[: len(words) * 2 + 200]
    letters = _letters(words)
    return letters in _letters(within) if letters else words in within


def _letters(text: str) -> str:
    """A text without spaces and punctuation, which Medium changes in what it cuts."""
    return "".join(_WORD.findall(text))


def _reasons(story: _Story, entry: Entry) -> Iterator[Reason]:
    """Each reason why a story is left out by default."""
    if not story.address or entry.base.startswith("draft_"):
        yield "draft"
    if story.is_response:
        yield "comment"


READER = Reader("medium", "a Medium export", _recognise, _read, ("draft", "comment", "empty"))
