"""Lists of posts as the interface of Reddit gives them: https://www.reddit.com/dev/api/.

A list of what an account saved or voted for has the same form as one of its own posts: where a list
has posts of several accounts, only those of the account that wrote more than half are read.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.models import Document
from sitegen.readers.dates import from_epoch
from sitegen.readers.findings import Finding, Lost, ReadOptions, Reason
from sitegen.readers.formats.reddit.posts import Post, make_document
from sitegen.readers.sources import Entry
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import object_at, object_of, objects_in, text_at

_POST, _COMMENT = "t3", "t1"
_ESCAPES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_PUBLIC = ("public", "restricted", "archived", "user", "")


def read_listing(entry: Entry, dump: str, options: ReadOptions) -> Iterator[Document | Finding]:
    """The documents of a list, or of several pages of one."""
    things = list(_things_in(entry))
    owner = _owner_of(things)
    seen: set[str] = set()
    for thing in things:
        if isinstance(thing, Lost):
            yield thing
            continue
        reason = _reason_against(thing, owner)
        post = _post_in(_data_of(thing))
        reason = reason or ("duplicate" if post.id in seen else None)
        if reason is None or (yield from options.admits(reason)):
            seen.add(post.id)
            yield from make_document(post, dump)


def _things_in(entry: Entry) -> Iterator[object]:
    """Posts and comments, each as an object with its kind and data."""
    for item in stream_items(entry):
        data = item.get("data") if isinstance(item, dict) else None
        children = data.get("children") if isinstance(data, dict) else None
        yield from children if isinstance(children, list) else [item]


def _kind_of(thing: object) -> object:
    return object_of(thing).get("kind")


def _data_of(thing: object) -> Mapping[str, Any]:
    return object_at(object_of(thing), "data")


def _owner_of(things: list[object]) -> str | None:
    posts = [thing for thing in things if _kind_of(thing) == _POST]
    authors = Counter(text_at(_data_of(post), "author") for post in posts)
    author, count = next(iter(authors.most_common(1)), ("", 0))
    return author if author and 2 * count > authors.total() else None


def _reason_against(thing: object, owner: str | None) -> Reason | None:
    kind, data = _kind_of(thing), _data_of(thing)
    if kind == _COMMENT:
        return "comment"
    if kind != _POST or not text_at(data, "id"):
        return "incomplete" if kind in (None, _POST) else "other kind"
    if text_at(data, "subreddit_type") not in _PUBLIC:
        return "not public"
    if data.get("removed_by_category"):
        return "trash"
    return None if text_at(data, "author") == owner else "somebody else's"


def _post_in(data: Mapping[str, Any]) -> Post:
    return Post(
        id=text_at(data, "id"),
        title=text_at(data, "title"),
        body=_unescaped(text_at(data, "selftext")),
        address=_unescaped(text_at(data, "url")),
        permalink=text_at(data, "permalink"),
        community=text_at(data, "subreddit"),
        date=from_epoch(data.get("created_utc")),
        author=text_at(data, "author"),
        pictures=tuple(_pictures_in(data)),
    )


def _pictures_in(data: Mapping[str, Any]) -> Iterator[str]:
    """The addresses of the pictures of a gallery."""
    pictures = data.get("media_metadata")
    for picture in objects_in(list(pictures.values()) if isinstance(pictures, dict) else []):
        match picture.get("s"):
            case {"u": str(address)} if address:
                yield _unescaped(address)


def _unescaped(text: str) -> str:
    for escape, character in _ESCAPES:
        text = text.replace(escape, character)
    return text
