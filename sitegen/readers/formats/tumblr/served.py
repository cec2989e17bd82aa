"""Posts of Tumblr as its interface gives them, and as backup programs keep them: JSON.

A file holds one post, a list of them, or an answer with one
(https://www.tumblr.com/docs/en/api/v2#posts). The form of a post depends on its type.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from sitegen.models import Document, DumpPlace, LinkTarget
from sitegen.readers.articles import kind_of, read_body, split_linked_title
from sitegen.readers.dates import from_epoch, parse_date
from sitegen.readers.detection import confidence_of
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Reason, Unread, Withheld
from sitegen.readers.formats.tumblr.blocks import blocks_html
from sitegen.readers.formats.tumblr.first_version import in_second_version
from sitegen.readers.formats.tumblr.media import names_of_files
from sitegen.readers.html import plain_text
from sitegen.readers.html.addresses import unwrapped
from sitegen.readers.identity import identify
from sitegen.readers.reader import CERTAIN_ENOUGH, Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import (
    distinct_items,
    list_of,
    object_at,
    objects_in,
    text_at,
)
from sitegen.readers.web_addresses import host_of

_Raw = Mapping[str, Any]

_CONFIDENCE = 0.85
_EXAMINED = 20
"""How many files of a folder are examined to see whether it holds posts."""
_STATES: Mapping[str, Reason] = {
    "draft": "draft",
    "private": "private",
    "queue": "scheduled",
    "queued": "scheduled",
    "unapproved": "pending",
    "submission": "somebody else's",
}
_REBLOGGED = (
    "reblogged_from_id", "reblogged_from_name", "parent_post_url", "parent_tumblelog_uuid",
)  # fmt: skip
_FILE = re.compile(r"(?:^|/)media/([^/]+)$")


def _recognise(source: Source) -> float:
    if source.kind == "file":
        return confidence_of("tumblr-posts", source.head)
    files = source.find(r"\d+\.json") or source.find(r".*\.json")
    return _CONFIDENCE if any(map(_holds_posts, files[:_EXAMINED])) else 0.0


def _holds_posts(entry: Entry) -> bool:
    return confidence_of("tumblr-posts", entry.head) >= CERTAIN_ENOUGH


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    candidates = source.entries if source.file else source.find(r".*\.json")
    files = [entry for entry in candidates if _holds_posts(entry)]
    media = names_of_files(source, _FILE)
    yield from (Unread(e.name) for e in source.besides(files) if e.name not in media.values())
    items = (item for entry in files for item in _items_in(entry))
    posts = yield from distinct_items(items, _number_of)
    blogs = Counter(text_at(post, "blog_name") for post in posts.values())
    owner = next(iter(blogs.most_common(1)), ("", 0))[0]
    for post in posts.values():
        yield from _read_post(post, owner, media, source.name, options)


def _items_in(entry: Entry) -> Iterator[object]:
    """The posts of a file."""
    head = entry.head.json
    outer = head.outer if head else frozenset()
    path = ("response", "posts") if "response" in outer else ("posts",)
    for item in stream_items(entry, *(path if "blog_name" not in outer else ())):
        yield in_second_version(item) if isinstance(item, dict) else item


def _number_of(post: _Raw) -> str:
    own = post.get("id_string") or post.get("id")
    return str(own) if isinstance(own, str | int) and own else ""


def _read_post(
    post: _Raw, owner: str, media: Mapping[str, str], dump: str, options: ReadOptions
) -> Iterator[Document | Finding]:
    id_ = identify("tumblr", "", _number_of(post))
    date = from_epoch(post.get("timestamp")) or parse_date(text_at(post, "date"))
    if reasons := tuple(_reasons(post, owner)):
        withheld = Withheld(id_, date, source=text_at(post, "post_url") or None)
        if not (yield from options.admits(*reasons, withheld=withheld)):
            return
    where = text_at(post, "post_url") or _number_of(post)
    link = _link_of(post)
    body = read_body(_html_of(post), where, find=lambda address: media.get(_base_of(address)))
    title = _title_of(post) or (link.title or None if link else None)
    if not body.text and not title:
        yield LeftOut("empty")
        return
    yield from body.findings
    linked, text = split_linked_title(body.text, title, where)
    yield Document(
        id=id_,
        kind=kind_of(title, body.text),
        text=text,
        place=DumpPlace(dump),
        is_markdown=True,
        has_own_id=True,
        title=title,
        author=text_at(post, "blog_name") or None,
        date=date,
        source=where if where.startswith("http") else None,
        link=link or linked,
        tags=tuple(tag for tag in list_of(post.get("tags")) if isinstance(tag, str) and tag),
        media=body.media,
    )


def _reasons(post: _Raw, owner: str) -> Iterator[Reason]:
    """Each reason why a post is left out by default."""
    if text_at(post, "blog_name") != owner or post.get("is_submission") is True:
        yield "somebody else's"
    state = post.get("state")
    if state not in (None, "", "published"):
        yield _STATES.get(str(state), "not public")
    is_reblog = any(post.get(key) for key in _REBLOGGED) or _quotes_others(post, owner)
    if is_reblog and not _is_own(post, owner):
        yield "repost"


def _quotes_others(post: _Raw, owner: str) -> bool:
    """Whether posts of other blogs stand above it."""
    return any(_blog_of(item) not in ("", owner) for item in objects_in(post.get("trail")))


def _is_own(post: _Raw, owner: str) -> bool:
    """Whether a reblog is one of the blog's own posts, with nothing by others between."""
    from_own = text_at(post, "reblogged_from_name") or text_at(post, "reblogged_root_name")
    return from_own == owner and not _quotes_others(post, owner)


def _blog_of(item: _Raw) -> str:
    return text_at(object_at(item, "blog"), "name") or text_at(item, "broken_blog_name")


def _link_of(post: _Raw) -> LinkTarget | None:
    """What a link post is about."""
    address = unwrapped(text_at(post, "url")) if post.get("type") == "link" else ""
    if not address.startswith("http"):
        return None
    return LinkTarget(address, plain_text(text_at(post, "title")), host_of(address))


def _title_of(post: _Raw) -> str | None:
    return plain_text(text_at(post, "title")) or _heading_of(post) or None


def _heading_of(post: _Raw) -> str:
    """The heading that a post begins with; empty if there is none."""
    first = next(iter(objects_in(list_of(post.get("content")))), {})
    return text_at(first, "text") if first.get("subtype") == "heading1" else ""


def _html_of(post: _Raw) -> str:
    """The text of a post, with its pictures and so on."""
    if isinstance(content := post.get("content"), list):
        return _earlier_html(post) + blocks_html(content[1:] if _heading_of(post) else content)
    show = _TYPES.get(str(post.get("type")))
    return show(post) if show else text_at(post, "body") or text_at(post, "caption")


def _earlier_html(post: _Raw) -> str:
    """What stands above an addition, if reblogs were asked for."""
    items = objects_in(post.get("trail"))
    return "".join(
        f"<p>{escape(_blog_of(item))}:</p><blockquote>{blocks_html(item['content'])}</blockquote>"
        for item in items
        if isinstance(item.get("content"), list)
    )


def _photos(post: _Raw) -> str:
    return "".join(map(_photo, objects_in(post.get("photos")))) + text_at(post, "caption")


def _photo(photo: _Raw) -> str:
    address = text_at(object_at(photo, "original_size"), "url")
    caption = text_at(photo, "caption")
    below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f'<figure><img src="{escape(address)}" alt="">{below}</figure>' if address else ""


def _quotation(post: _Raw) -> str:
    source = text_at(post, "source")
    below = f"<p>&mdash; {source}</p>" if source else ""
    return f"<blockquote>{text_at(post, 'text')}</blockquote>{below}"


def _answer(post: _Raw) -> str:
    """The question of another, as a quotation without a name, and the answer."""
    question = text_at(post, "question")
    return f"<blockquote>{question}</blockquote>{text_at(post, 'answer')}"


def _chat(post: _Raw) -> str:
    lines = objects_in(list_of(post.get("dialogue")))
    said = "<br>".join(
        f"<strong>{escape(text_at(line, 'label'))}</strong> {escape(text_at(line, 'phrase'))}"
        for line in lines
    )
    return f"<p>{said}</p>" if said else f"<pre>{escape(text_at(post, 'body'))}</pre>"


def _player(post: _Raw) -> str:
    """A film or a sound, as a link, with its caption."""
    keys = ("permalink_url", "video_url", "audio_source_url", "audio_url")
    address = next(filter(None, (text_at(post, key) for key in keys)), "")
    name = text_at(post, "track_name") or text_at(post, "source_title")
    link = f'<p><a href="{escape(address)}">{escape(name or address)}</a></p>' if address else ""
    return link + text_at(post, "caption")


_TYPES = {
    "photo": _photos,
    "quote": _quotation,
    "link": lambda post: text_at(post, "description"),
    "answer": _answer,
    "chat": _chat,
    "audio": _player,
    "video": _player,
}
"""How each type of post is shown, except texts."""


def _base_of(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]


POSTS = Reader(
    "tumblr-posts",
    "posts of Tumblr as its interface gives them (JSON, also a folder or zip of them)",
    _recognise,
    _read,
    (
        "repost", "draft", "private", "scheduled", "pending", "somebody else's", "not public",
        "duplicate", "incomplete", "empty",
    ),
)  # fmt: skip
