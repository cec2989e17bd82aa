"""Reads Tumblr exports: a file of HTML for each post, below ``posts/html/``.

In a download, the posts are in an archive of their own, ``posts/posts.zip``. Messages and
everything else of the account lie alongside. They are never opened.

- ``posts``: the file of a post; ``media``: its pictures, films and sounds
- ``served``: posts as Tumblr's interface gives them, in JSON; ``blocks``: their texts;
  ``first_version``: an older form
- ``backups``: posts as tumblr-utils keeps them
"""

import re
from collections.abc import Iterator, Mapping

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import kind_of, split_linked_title
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Reason, Remark, Unread, Withheld
from sitegen.readers.formats.tumblr.backups import BACKUP
from sitegen.readers.formats.tumblr.media import MediaFiles
from sitegen.readers.formats.tumblr.posts import Post, parse_post, picture_html
from sitegen.readers.formats.tumblr.served import POSTS
from sitegen.readers.html import html_to_markdown
from sitegen.readers.identity import identify
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_POSTS = r"(?:posts/)?html/(?:[^/]+/)?\d+\.html"
_HELD_POSTS = r"(?:posts/)?(?:draft|private|queue|submi|inbox)[^/]*/\d+\.html"
"""Posts in folders beside that of the public ones."""
_MEDIA = re.compile(r"(?:^|/)media/")
_ARCHIVE = r"posts\.zip"
_HELD = re.compile(
    r"(?:^|/)(draft|private|queue|submi(?:ssion|tted)|inbox|(?<=html/)[^/]+(?=/))[^/]*/"
)
_REASONS: Mapping[str, Reason] = {
    "draft": "draft",
    "private": "private",
    "queue": "scheduled",
    "submission": "somebody else's",
    "submitted": "somebody else's",
    "inbox": "somebody else's",
}
"""Folders of posts that are not public."""


def _recognise(source: Source) -> float:
    return 0.85 if source.kind != "file" and _posts_in(source) else 0.0


def _posts_in(source: Source) -> tuple[Entry, ...]:
    """The files of the posts; those in the archive, too, if no others are public."""
    posts = _beside(source)
    archive = source.first(_ARCHIVE)
    if archive is None or not all(_HELD.search(entry.name) for entry in posts):
        return posts
    try:
        return (*posts, *_beside(source.open_archive(archive)))
    except DumpError:
        return posts


def _beside(source: Source) -> tuple[Entry, ...]:
    """The files of the posts, with those that are held back in folders beside them, if any."""
    posts = source.find(_POSTS)
    return tuple(dict.fromkeys((*posts, *source.find(_HELD_POSTS)))) if posts else ()


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    posts = _posts_in(source)
    files = MediaFiles(source)
    yield Remark("A Tumblr export names no time zone; its times were read as UTC.")
    for entry in posts:
        held = _HELD.search(entry.name)
        reason = _REASONS.get(held[1], "not public") if held else None
        withheld = Withheld(_id_of(entry))
        reasons = (reason,) if reason else ()
        if (yield from options.admits(*reasons, withheld=withheld)):
            yield from _read_post(entry, source, files, options)
    others = source.besides((*posts, *source.find(_ARCHIVE)))
    yield from (Unread(entry.name) for entry in others if not _MEDIA.search(entry.name))


def _read_post(
    entry: Entry, source: Source, files: MediaFiles, options: ReadOptions
) -> Iterator[Document | Finding]:
    html, findings = read_text_of(entry)
    yield from findings
    post = parse_post(html)
    if post.is_reblog and not (yield from options.admits("repost")):
        return
    number = entry.base.removesuffix(".html")
    hidden = files.of(number) if post.leads_to else ()
    shown = "".join(picture_html(file.base, post.leads_to) for file in hidden)
    converted = html_to_markdown(shown + post.body)
    count = len(hidden)
    media = (
        *(
            Medium(image.address, "", file.name, is_in_text=True)
            for image, file in zip(converted.images[:count], hidden, strict=True)
        ),
        *files.place(number, converted.images[count:], post.body),
    )
    if not converted.markdown and not post.title:
        yield LeftOut("empty")
        return
    yield from losses_in(converted.lost, media, entry.name)
    yield _document_of(post, _id_of(entry), converted.markdown, media, source)


def _id_of(entry: Entry) -> str:
    return identify("tumblr", "", entry.base.removesuffix(".html"))


def _document_of(
    post: Post, id_: str, text: str, media: tuple[Medium, ...], source: Source
) -> Document:
    linked, below = split_linked_title(text, post.title, None)
    return Document(
        id=id_,
        kind=kind_of(post.title, text),
        text=below,
        place=DumpPlace(source.name),
        is_markdown=True,
        has_own_id=True,
        title=post.title,
        date=post.date,
        link=post.link or linked,
        tags=post.tags,
        media=media,
    )


_EXPORT = Reader(
    "tumblr",
    "a Tumblr export",
    _recognise,
    _read,
    ("repost", "draft", "private", "scheduled", "somebody else's", "not public", "empty"),
)

READERS = (_EXPORT, POSTS, BACKUP)
