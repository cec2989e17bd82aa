"""Links and highlights that services and browsers export as JSON, detected by their keys."""

import re

from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.json_tests import keys
from sitegen.readers.detection.text_tests import Test, any_of

_WALLABAG = re.compile(r'"is_archived"\s*:')

_IN_FEED_READER = (
    frozenset({"origin", "alternate"}),  # as Google Reader has it
    frozenset({"story_permalink", "story_title"}),  # NewsBlur
    frozenset({"feed_id", "starred", "published_at", "reading_time"}),  # Miniflux
)


def _is_starred(file: FileHead) -> bool:
    """Whether these are items of a feed reader, in a list of its own or in an answer."""
    if (head := file.json) is None:
        return False
    keys = head.inner if {"items", "stories", "entries"} & head.outer else head.outer
    is_known = any(fields <= keys for fields in _IN_FEED_READER)
    return is_known or ("origin" in keys and '"streamId"' in file.text)


_FEEDBIN_KEYS = frozenset({"id", "title", "author", "content", "url", "published", "created_at"})
_FEEDBIN_DATE = re.compile(r'"published"\s*:\s*"[^"]{0,40}\.\d{6}Z"')


def _is_feedbin(file: FileHead) -> bool:
    """Whether these are starred items of Feedbin, which look like posts except for their dates."""
    is_list = file.json is not None and file.json.outer == _FEEDBIN_KEYS
    return bool(is_list and _FEEDBIN_DATE.search(file.text))


def _is_hacker_news(file: FileHead) -> bool:
    head = file.json
    if head is None:
        return False
    is_search = "hits" in head.outer and "created_at_i" in head.inner
    is_thread = {"story_id", "parent_id", "points", "children"} <= head.outer
    return bool(is_search) or is_thread or {"by", "id", "time", "type"} <= head.outer


BOOKMARKS: tuple[tuple[str, str, Test], ...] = (
    ("pinboard", "bookmarks from Pinboard (JSON)", keys("href", "description", "extended")),
    ("delicious", "bookmarks from Delicious (JSON)", keys("href", "description", "private")),
    (
        "wallabag",
        "articles saved in wallabag (JSON)",
        any_of(
            keys("is_archived", "url", "content"),
            keys("is_read", "is_fav", "url"),
            lambda file: keys("_embedded", within="items")(file) and _WALLABAG.search(file.text),
        ),
    ),
    (
        "readwise-json",
        "highlights from Readwise (JSON)",
        any_of(
            keys("user_book_id", "highlights"),
            keys("results", within="user_book_id highlights"),
        ),
    ),
    ("goodlinks", "links saved in GoodLinks (JSON)", keys("url", "addedAt", "starred")),
    ("omnivore", "links saved in Omnivore (JSON)", keys("slug", "url", "savedAt", "labels")),
    ("karakeep", "bookmarks from Karakeep (JSON)", keys("bookmarks", within="createdAt content")),
    (
        "linkwarden",
        "bookmarks from Linkwarden (JSON)",
        keys("collections", within="links isPublic"),
    ),
    ("starred", "starred items of a feed reader (JSON)", _is_starred),
    ("feedbin", "starred items of Feedbin (JSON)", _is_feedbin),
    (
        "hypothesis",
        "annotations from Hypothesis (JSON)",
        any_of(
            keys("uri", "target", "permissions"),
            keys("annotations", within="uri target permissions"),
            keys("rows", within="uri target permissions"),
        ),
    ),
    ("hackernews", "posts on Hacker News (JSON)", _is_hacker_news),
    (
        "browser-bookmarks",
        "bookmarks of a browser (JSON)",
        any_of(keys("guid", "root", "children"), keys("roots", within="bookmark_bar")),
    ),
    (
        "linkding",
        "bookmarks from linkding (JSON)",
        any_of(
            keys("url", "tag_names", "date_added"),
            keys("results", within="url tag_names date_added"),
        ),
    ),
    (
        "shiori",
        "bookmarks from Shiori (JSON)",
        any_of(
            keys("url", "excerpt", "imageURL", "hasContent"),
            keys("bookmarks", within="url excerpt imageURL hasContent"),
        ),
    ),
)
"""The names of formats, their names for people, and their tests."""
