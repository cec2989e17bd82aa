"""JSON export formats, detected by the keys of their outermost objects."""

import re
from collections.abc import Callable

from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.format import GENERAL, LIKELY, Format, when
from sitegen.readers.detection.script_head import is_script

_OPENING = re.compile(r"(?:[\w.]+\s*=\s*)?[\[{]\s*[\[{\"'\]}]")
_KEY = re.compile(r"\"[^\"\n]{1,60}\"\s*:")
_GHOST_KEY = re.compile(r'"(?:markdown|mobiledoc|lexical|exported_on|posts_tags)"\s*:')
_WRAPPED_POST = re.compile(r'"data"\s*:\s*\{[^{}]*"slug"\s*:')
_RECORD = re.compile(r"(?:\[\s*)?\{\s*\"[^\"\n]{1,60}\"\s*:\s*[\"\[{\dtfn-]")
"""The start of an object with a key, or of a list of such."""
_FEW_KEYS = 5
_CHARACTERS_PER_KEY = 500

_Test = Callable[[FileHead], object]


def _keys(*outer: str, within: str = "") -> _Test:
    """Tests whether the outermost objects have all these keys, and nested ones those ``within``."""

    def test(file: FileHead) -> bool:
        head = file.json
        return (
            head is not None
            and head.outer.issuperset(outer)
            and head.inner.issuperset(within.split())
        )

    return test


def _any(*tests: _Test) -> _Test:
    return lambda file: any(test(file) for test in tests)


def _code(pattern: str) -> _Test:
    compiled = re.compile(pattern)
    return lambda file: file.json is not None and compiled.match(file.json.code)


def _starts(pattern: str) -> _Test:
    """Tests how a text starts, which is also seen where what follows is damaged."""
    compiled = re.compile(pattern)
    return lambda file: compiled.match(file.text.lstrip())


def _is_damaged(file: FileHead) -> bool:
    """Whether a text is JSON but for an error: it starts so, and has keys throughout."""
    text = file.text.lstrip()
    keys = len(_KEY.findall(text)) if file.json is None and _OPENING.match(text) else 0
    is_record = _RECORD.match(text) and text.rstrip().endswith(("}", "]"))
    fewest = 1 if is_record else _FEW_KEYS
    return keys >= fewest and keys * _CHARACTERS_PER_KEY >= len(text)


def _is_lines(file: FileHead) -> bool:
    return file.json is not None and file.json.values > 1


def _is_old_ghost(file: FileHead) -> bool:
    """Whether tables of Ghost stand without a ``db`` around them, as before version 1."""
    is_tables = _any(_keys("data", within="posts"), _keys("data", "meta"))
    return bool(is_tables(file) and _GHOST_KEY.search(file.text))


def _is_served_ghost(file: FileHead) -> bool:
    """Whether these are posts of Ghost with their tags and authors, not tables."""
    head = file.json
    if head is None:
        return False
    is_wrapped = {"url", "data"} <= head.outer and {"slug", "title"} <= head.inner
    if is_wrapped and head.inner & {"mobiledoc", "lexical", "html"}:
        return True
    if "posts" in head.outer and {"url", "data"} <= head.inner:
        return _WRAPPED_POST.search(file.text) is not None
    keys = head.inner if "posts" in head.outer else head.outer
    return {"uuid", "slug"} <= keys and bool(keys & {"comment_id", "mobiledoc", "lexical"})


def _is_bluesky_list(file: FileHead) -> bool:
    """Whether these are records as ``com.atproto.repo.listRecords`` gives them."""
    is_list = _any(_keys("records", within="uri value"), _keys("uri", "cid", "value"))
    return bool(is_list(file) and "/app.bsky.feed.post/" in file.text)


_LIST_OF_OTHERS = re.compile(r'"id"\s*:\s*"[^"\s]*\b(?:likes|bookmarks)\.json"')


_WALLABAG = re.compile(r'"is_archived"\s*:')
_REDDIT_POST = re.compile(r'"kind"\s*:\s*"t[13]"')
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')


def _is_json_feed(file: FileHead) -> bool:
    is_feed = _keys("version", "items")(file)
    return bool(is_feed and (_keys("title")(file) or _JSON_FEED.search(file.text)))


def _is_outbox(file: FileHead) -> bool:
    """Whether a file holds activities, not the addresses of what an account marked."""
    return bool(_keys("orderedItems")(file) and not _LIST_OF_OTHERS.search(file.text))


def _is_starred(file: FileHead) -> bool:
    head = file.json
    return head is not None and "items" in head.outer and {"origin", "alternate"} <= head.inner


_FEEDBIN_KEYS = frozenset({"id", "title", "author", "content", "url", "published", "created_at"})
_FEEDBIN_DATE = re.compile(r'"published"\s*:\s*"[^"]{0,40}\.\d{6}Z"')


def _is_feedbin(file: FileHead) -> bool:
    """Whether these are starred items of Feedbin, which look like posts but for their dates."""
    is_list = file.json is not None and file.json.outer == _FEEDBIN_KEYS
    return bool(is_list and _FEEDBIN_DATE.search(file.text))


_TIDDLER = re.compile(r'"created"\s*:\s*"\d{17}"')


def _is_tiddlywiki(file: FileHead) -> bool:
    return bool(_keys("title", "text")(file) and _TIDDLER.search(file.text))


def _is_hacker_news(file: FileHead) -> bool:
    head = file.json
    if head is None:
        return False
    is_search = "hits" in head.outer and {"objectID", "story_text"} & head.inner
    is_thread = {"story_id", "parent_id", "points", "children"} <= head.outer
    return bool(is_search) or is_thread or {"by", "id", "time", "type"} <= head.outer


_JSON_TEXTS = re.compile(r'(?:"(?:[^"\\\n]|\\.)*+"[^\S\n]*+(?:\n\s*+|\Z))*+')
_JSON_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[ntr\"/])")


def _is_json_text(text: str) -> bool:
    """Whether all lines are JSON strings, and one has an escape that people do not write."""
    start = text.strip()
    return bool(_JSON_TEXTS.fullmatch(start) and _JSON_ESCAPE.search(start))


_TABLE = (
    (
        "x",
        "a file of an X (Twitter) archive (JavaScript, window.YTD)",
        _any(
            _code(r"window\.YTD"),
            _starts(r"(?:window\.YTD\.\w+\.part\d+|Grailbird\.data\.\w+)\s*=\s*[\[{]"),
        ),
    ),
    ("x-json", "posts of an X (Twitter) archive (JSON)", _keys("tweet", within="full_text")),
    (
        "telegram",
        "a Telegram export (JSON)",
        _any(
            _keys("messages", "type", "id"),
            _keys("messages", within="from_id text"),
            _keys("from_id", "type", "text"),
            _keys("personal_information"),
            _keys("chats", "about"),
            _keys("chats", within="list"),
        ),
    ),
    (
        "meta-messages",
        "messages of Facebook or Instagram (JSON)",
        _any(_keys("messages", "participants"), _keys("messages", within="sender_name")),
    ),
    (
        "meta-json",
        "a file of an Instagram or Facebook export that holds no posts (JSON)",
        _any(
            _keys("string_map_data"),
            _keys("string_list_data"),
            _keys(within="string_map_data"),
            _keys(within="string_list_data"),
            _keys("comments_v2"),
            _keys("profile_v2"),
            _keys("label_values"),
        ),
    ),
    (
        "sms-json",
        "text messages (JSON)",
        _any(_keys("address", "body"), _keys("thread_id", "body")),
    ),
    (
        "tiktok",
        "an export of TikTok (JSON)",
        _any(_keys("Direct Messages"), _keys("Direct Message")),
    ),
    ("nostr", "events of Nostr (JSON)", _keys("pubkey", "kind", "content", "sig")),
    (
        "farcaster",
        "casts and other messages of Farcaster (JSON)",
        _any(
            _keys("data", "hash", "signer"),
            _keys("messages", within="data hash signer"),
            _keys(within="messages nextPageToken"),
        ),
    ),
    (
        "discourse-json",
        "a topic on Discourse, with posts of others (JSON)",
        _any(_keys("post_stream"), _keys("topic_list", within="topics")),
    ),
    (
        "phpmyadmin",
        "tables of a database (JSON of phpMyAdmin)",
        _keys("type", "version", "comment", "database", "data"),
    ),
    ("flickr", "a photo on Flickr (JSON)", _keys("photopage", "date_taken", "privacy")),
    (
        "notion-json",
        "pages of Notion’s programming interface (JSON)",
        _any(_keys("object", within="object parent"), _keys("object", "parent", "archived")),
    ),
    ("discord", "a Discord export (JSON)", _keys("guild", "channel", "messages")),
    (
        "mastodon",
        "a Mastodon outbox (JSON, ActivityPub)",
        _any(
            _is_outbox,
            _keys("first", within="orderedItems"),
            _keys("@context", "type", "actor"),
            _keys("type", "actor", "object", "to"),
            _keys("type", "attributedTo", "content", "to"),
        ),
    ),
    (
        "mastodon-other",
        "a file of a Mastodon archive that holds no posts (JSON)",
        _any(
            _keys("acct", "display_name", "note"),
            _keys("preferredUsername", "inbox"),
            _keys("preferredUsername", "outbox"),
            lambda file: _LIST_OF_OTHERS.search(file.text) and _keys("orderedItems")(file),
        ),
    ),
    (
        "statuses",
        "posts as Mastodon’s programming interface gives them (JSON)",
        _any(
            _keys("visibility", "in_reply_to_id", "account", "media_attachments"),
            _keys("statuses", within="visibility in_reply_to_id media_attachments"),
        ),
    ),
    (
        "misskey",
        "notes of Misskey or one of its relatives (JSON)",
        _any(
            _keys("createdAt", "text", "cw", "visibility", "renoteId"),
            _keys("notes", within="createdAt text cw visibility renoteId"),
        ),
    ),
    (
        "misskey-others",
        "notes of others that an account of Misskey marked (JSON)",
        _any(
            _keys("createdAt", "note", within="cw renoteId"),
            _keys("clipNotes"),
        ),
    ),
    (
        "writefreely",
        "an export of WriteFreely or Write.as (JSON)",
        _any(
            _keys("username", "has_pass", "collections"),
            _keys("id", "appearance", "rtl", "body", "views"),
        ),
    ),
    ("ghost", "a Ghost export (JSON)", _any(_keys("db"), _is_old_ghost, _is_served_ghost)),
    ("pinboard", "bookmarks from Pinboard (JSON)", _keys("href", "description", "extended")),
    ("delicious", "bookmarks from Delicious (JSON)", _keys("href", "description", "private")),
    (
        "wallabag",
        "articles saved in wallabag (JSON)",
        _any(
            _keys("is_archived", "url", "content"),
            _keys("is_read", "is_fav", "url"),
            lambda file: _keys("_embedded", within="items")(file) and _WALLABAG.search(file.text),
        ),
    ),
    (
        "readwise-json",
        "highlights from Readwise (JSON)",
        _any(
            _keys("user_book_id", "highlights"),
            _keys("results", within="user_book_id highlights"),
        ),
    ),
    (
        "reddit-json",
        "posts on Reddit (JSON)",
        lambda file: _keys("kind", "data")(file) and _REDDIT_POST.search(file.text),
    ),
    ("goodlinks", "links saved in GoodLinks (JSON)", _keys("url", "addedAt", "starred")),
    ("omnivore", "links saved in Omnivore (JSON)", _keys("slug", "url", "savedAt", "labels")),
    ("karakeep", "bookmarks from Karakeep (JSON)", _keys("bookmarks", within="createdAt content")),
    (
        "linkwarden",
        "bookmarks from Linkwarden (JSON)",
        _keys("collections", within="links isPublic"),
    ),
    ("starred", "starred items of a feed reader (JSON)", _is_starred),
    ("feedbin", "starred items of Feedbin (JSON)", _is_feedbin),
    (
        "hypothesis",
        "annotations from Hypothesis (JSON)",
        _any(
            _keys("uri", "target", "permissions"),
            _keys("annotations", within="uri target permissions"),
        ),
    ),
    ("hackernews", "posts on Hacker News (JSON)", _is_hacker_news),
    ("jsonfeed", "a JSON Feed", _is_json_feed),
    (
        "bluesky",
        "a Bluesky feed (JSON)",
        _any(
            _keys("feed", within="post"),
            _keys("post", within="uri record author"),
            _keys("posts", within="uri record author"),
            _keys("thread", within="post replies"),
            _keys("thread", within="$type post"),
            _keys("thread", within="uri depth value"),
            _keys("uri", "record", "author"),
            _is_bluesky_list,
        ),
    ),
    ("threads", "a Threads export (JSON)", _keys("text_post_app_text_posts")),
    (
        "instagram",
        "an Instagram or Facebook export (JSON)",
        _any(_keys("media", within="uri creation_timestamp"), _keys("timestamp", "data", "title")),
    ),
    (
        "browser-bookmarks",
        "bookmarks of a browser (JSON)",
        _any(_keys("guid", "root", "children"), _keys("roots", within="bookmark_bar")),
    ),
    (
        "friendica",
        "an export of Friendica, with posts of others (JSON)",
        _any(
            _keys("schema", "baseurl", "user", "contact"),
            _keys("item", within="gravity author-link body"),
            _keys("gravity", "author-link", "body"),
        ),
    ),
    ("google-plus", "a post on Google+ (JSON)", _keys("postAcl", "creationTime")),
    ("keep", "a note of Google Keep (JSON)", _keys("isTrashed", "isArchived", "color")),
    ("simplenote", "notes of Simplenote (JSON)", _keys("activeNotes")),
    ("standard-notes", "a Standard Notes backup (JSON)", _keys("items", within="content_type")),
    ("journey", "an entry of a diary in Journey (JSON)", _keys("date_journal", "text")),
    ("google-photos", "facts on a picture in Google Photos (JSON)", _keys("photoTakenTime")),
    ("dayone", "a Day One journal (JSON)", _keys("metadata", "entries")),
    ("jrnl", "a diary of jrnl (JSON)", _keys("tags", "entries", within="title body date starred")),
    ("turtl", "notes of Turtl (JSON)", _keys("boards", "notes", "spaces")),
    ("clipto", "a backup of Clipto (JSON)", _keys("created", "notes", "settings")),
    ("drafts", "notes of Drafts (JSON)", _keys("uuid", "content", "folder", "flagged")),
    ("tiddlywiki", "a TiddlyWiki (JSON)", _is_tiddlywiki),
    ("roam", "a graph of Roam Research (JSON)", _keys("title", "children", within="string uid")),
    ("tana", "an export of Tana (JSON)", _keys("formatVersion", "docs", "editors")),
    ("cohost", "posts of cohost (JSON)", _keys("postId", "blocks", "shareTree")),
    ("lemmy", "the settings of an account on Lemmy (JSON)", _keys("saved_posts", "blocked_users")),
    ("peertube", "videos of PeerTube (JSON)", _keys("videos", within="uuid privacy publishedAt")),
    ("matrix", "a Matrix chat (JSON)", _keys("room_name", "exported_by", "messages")),
    ("skype", "an export of Skype (JSON)", _keys("userId", "exportDate", "conversations")),
    ("google-chat", "a Google Chat (JSON)", _keys("messages", within="creator topic_id")),
    ("slack", "messages of Slack (JSON)", _keys("type", "user", "ts", "text")),
    ("activity", "activity at Google (JSON)", _keys("header", "title", "time", "products")),
    (
        "assistant",
        "conversations with an assistant (JSON)",
        _any(_keys("mapping", "create_time"), _keys("chat_messages")),
    ),
    ("notebook", "a Jupyter notebook (JSON)", _keys("cells", "nbformat")),
    ("geojson", "a map (GeoJSON)", _keys("type", "features")),
    ("har", "recorded requests of a browser (HAR)", _keys("log", within="entries")),
)

JSON_FORMATS = (
    *(Format(name, title, when(test, LIKELY)) for name, title, test in _TABLE),
    Format("javascript", "data in JavaScript", when(_code("."), 0.65)),
    Format("jsonl", "data in JSON Lines", when(_is_lines, 0.6)),
    Format("json-damaged", "damaged data in JSON", when(_is_damaged, GENERAL)),
    Format("script", "a program in JavaScript", when(lambda f: is_script(f.text), GENERAL)),
    Format("json-texts", "texts in JSON", when(lambda f: _is_json_text(f.text), GENERAL)),
    Format("json", "data in JSON", when(lambda file: file.json is not None, GENERAL)),
)
