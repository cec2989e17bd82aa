"""JSON export formats, detected by the keys of their outermost objects."""

import re

from sitegen.readers.detection.bookmark_formats import BOOKMARKS
from sitegen.readers.detection.file_head import FileHead
from sitegen.readers.detection.format import GENERAL, LIKELY, Format, when
from sitegen.readers.detection.json_tests import code, keys, starts, without_keys
from sitegen.readers.detection.script_head import is_script
from sitegen.readers.detection.text_tests import any_of

_OPENING = re.compile(r"(?:[\w.]+\s*=\s*)?[\[{]\s*[\[{\"'\]}]")
_KEY = re.compile(r"\"[^\"\n]{1,60}\"\s*:")
_GHOST_KEY = re.compile(r'"(?:author_id|mobiledoc|lexical|exported_on|posts_tags)"\s*:')
_GHOST_TABLES = re.compile(r'"data"\s*:\s*\{')
_WRAPPED_POST = re.compile(r'"data"\s*:\s*\{[^{}]*"slug"\s*:')
_RECORD = re.compile(r"(?:\[\s*)?\{\s*\"[^\"\n]{1,60}\"\s*:\s*[\"\[{\dtfn-]")
"""The start of an object with a key, or of a list of such."""
_FEW_KEYS = 5
_CHARACTERS_PER_KEY = 500


def _is_damaged(file: FileHead) -> bool:
    """Whether a text is JSON except for an error: it starts so, and has keys throughout."""
    text = file.text.lstrip()
    keys = len(_KEY.findall(text)) if file.json is None and _OPENING.match(text) else 0
    is_record = _RECORD.match(text) and text.rstrip().endswith(("}", "]"))
    fewest = 1 if is_record else _FEW_KEYS
    return keys >= fewest and keys * _CHARACTERS_PER_KEY >= len(text)


def _is_lines(file: FileHead) -> bool:
    return file.json is not None and file.json.values > 1


def _is_old_ghost(file: FileHead) -> bool:
    """Whether tables of Ghost stand without a ``db`` around them, as before version 1."""
    is_tables = any_of(keys("data", within="posts"), keys("data", "meta"))
    is_of_ghost = _GHOST_KEY.search(file.text) and _GHOST_TABLES.search(file.text)
    return bool(is_tables(file) and is_of_ghost)


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


def _is_tumblr(file: FileHead) -> bool:
    """Whether these are posts of Tumblr; those that an account likes are by others."""
    text = file.text
    marks = ('"reblog_key"', '"tree_html"', '"id_string"')
    is_post = '"blog_name"' in text and '"post_url"' in text and any(m in text for m in marks)
    is_first_version = keys("tumblelog", "posts")(file)
    return bool(
        is_first_version or (file.json is not None and is_post and '"liked_posts"' not in text)
    )


def _is_bluesky_list(file: FileHead) -> bool:
    """Whether these are records as ``com.atproto.repo.listRecords`` gives them."""
    is_list = any_of(keys("records", within="uri value"), keys("uri", "cid", "value"))
    return bool(is_list(file) and "/app.bsky.feed.post/" in file.text)


_LIST_OF_OTHERS = re.compile(r'"id"\s*:\s*"[^"\s]*\b(?:likes|bookmarks)\.json"')
_REDDIT_POST = re.compile(r'"kind"\s*:\s*"t[13]"')
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')


def _is_json_feed(file: FileHead) -> bool:
    is_feed = keys("version", "items")(file)
    return bool(is_feed and (keys("title")(file) or _JSON_FEED.search(file.text)))


def _is_outbox(file: FileHead) -> bool:
    """Whether a file holds activities, not the addresses of what an account marked."""
    return bool(keys("orderedItems")(file) and not _LIST_OF_OTHERS.search(file.text))


_TIDDLER = re.compile(r'"created"\s*:\s*"\d{17}"')


def _is_tiddlywiki(file: FileHead) -> bool:
    return bool(keys("title")(file) and _TIDDLER.search(file.text))


_ROAM_BLOCK = re.compile(r'"string"\s*:\s*"')
_ROAM_PAGE = re.compile(r'"(?:create|edit)-time"\s*:|"uid"\s*:\s*"')


def _is_roam(file: FileHead) -> bool:
    """Whether these are pages of Roam, of which those without text are but names."""
    if keys("title", "children", within="string uid")(file):
        return True
    text = file.text
    return bool(keys("title")(file) and _ROAM_BLOCK.search(text) and _ROAM_PAGE.search(text))


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
        any_of(
            code(r"window\.YTD"),
            starts(r"(?:window\.YTD\.\w+\.part\d+|Grailbird\.data\.\w+)\s*=\s*[\[{]"),
        ),
    ),
    ("x-json", "posts of an X (Twitter) archive (JSON)", keys("tweet", within="full_text")),
    (
        "telegram",
        "a Telegram export (JSON)",
        any_of(
            keys("messages", "type", "id"),
            keys("messages", within="from_id text"),
            keys("from_id", "type", "text"),
            keys("personal_information"),
            keys("chats", "about"),
            keys("chats", within="list"),
        ),
    ),
    (
        "meta-messages",
        "messages of Facebook or Instagram (JSON)",
        any_of(keys("messages", "participants"), keys("messages", within="sender_name")),
    ),
    (
        "meta-json",
        "a file of an Instagram or Facebook export that holds no posts (JSON)",
        any_of(
            keys("string_map_data"),
            keys("string_list_data"),
            keys(within="string_map_data"),
            keys(within="string_list_data"),
            keys("comments_v2"),
            keys("profile_v2"),
            keys("label_values"),
        ),
    ),
    (
        "sms-json",
        "text messages (JSON)",
        without_keys(any_of(keys("address", "body"), keys("thread_id", "body")), "title"),
    ),
    (
        "tiktok",
        "an export of TikTok (JSON)",
        any_of(keys("Direct Messages"), keys("Direct Message")),
    ),
    ("nostr", "events of Nostr (JSON)", keys("pubkey", "kind", "content", "sig")),
    (
        "farcaster",
        "casts and other messages of Farcaster (JSON)",
        any_of(
            keys("data", "hash", "signer"),
            keys("messages", within="data hash signer"),
            keys(within="messages nextPageToken"),
        ),
    ),
    (
        "discourse-json",
        "a topic on Discourse, with posts of others (JSON)",
        any_of(keys("post_stream"), keys("topic_list", within="topics")),
    ),
    (
        "phpmyadmin",
        "tables of a database (JSON of phpMyAdmin)",
        keys("type", "version", "comment", "database", "data"),
    ),
    (
        "untappd-json",
        "check-ins on Untappd, with places (JSON)",
        keys("beer_name", "brewery_name", "created_at"),
    ),
    (
        "foursquare-json",
        "check-ins on Foursquare, with places (JSON)",
        any_of(keys("items", within="venue createdAt"), keys("items", within="venue viewCount")),
    ),
    ("trello", "a board of Trello (JSON)", keys("cards", "lists", "actions")),
    ("flickr", "a photo on Flickr (JSON)", keys("photopage", "date_taken", "privacy")),
    (
        "flickr-other",
        "a file of a Flickr export that holds no photos (JSON)",
        any_of(keys("screen_name", "profile_url"), keys("albums", within="photo_count")),
    ),
    (
        "notion-json",
        "pages of Notion’s programming interface (JSON)",
        any_of(keys("object", within="object parent"), keys("object", "parent", "archived")),
    ),
    ("discord", "a Discord export (JSON)", keys("guild", "channel", "messages")),
    (
        "mastodon",
        "a Mastodon outbox (JSON, ActivityPub)",
        any_of(
            _is_outbox,
            keys("first", within="orderedItems"),
            keys("@context", "type", "actor"),
            keys("type", "actor", "object", "to"),
            keys("type", "attributedTo", "content", "to"),
        ),
    ),
    (
        "mastodon-other",
        "a file of a Mastodon archive that holds no posts (JSON)",
        any_of(
            keys("acct", "display_name", "note"),
            keys("preferredUsername", "inbox"),
            keys("preferredUsername", "outbox"),
            lambda file: _LIST_OF_OTHERS.search(file.text) and keys("orderedItems")(file),
        ),
    ),
    (
        "statuses",
        "posts as Mastodon’s programming interface gives them (JSON)",
        any_of(
            keys("visibility", "in_reply_to_id", "account", "media_attachments"),
            keys("statuses", within="visibility in_reply_to_id media_attachments"),
        ),
    ),
    (
        "misskey",
        "notes of Misskey or one of its relatives (JSON)",
        any_of(
            keys("createdAt", "text", "cw", "visibility", "renoteId"),
            keys("notes", within="createdAt text cw visibility renoteId"),
        ),
    ),
    (
        "misskey-others",
        "notes of others that an account of Misskey marked (JSON)",
        any_of(
            keys("createdAt", "note", within="cw renoteId"),
            keys("clipNotes"),
        ),
    ),
    (
        "writefreely",
        "an export of WriteFreely or Write.as (JSON)",
        any_of(
            keys("username", "has_pass", "collections"),
            keys("id", "appearance", "rtl", "body", "views"),
        ),
    ),
    ("ghost", "a Ghost export (JSON)", any_of(keys("db"), _is_old_ghost, _is_served_ghost)),
    ("tumblr-posts", "posts of Tumblr (JSON)", _is_tumblr),
    *BOOKMARKS,
    (
        "reddit-json",
        "posts on Reddit (JSON)",
        lambda file: keys("kind", "data")(file) and _REDDIT_POST.search(file.text),
    ),
    ("jsonfeed", "a JSON Feed", _is_json_feed),
    (
        "bluesky",
        "a Bluesky feed (JSON)",
        any_of(
            keys("feed", within="post"),
            keys("post", within="uri record author"),
            keys("posts", within="uri record author"),
            keys("thread", within="post replies"),
            keys("thread", within="$type post"),
            keys("thread", within="uri depth value"),
            keys("uri", "record", "author"),
            _is_bluesky_list,
        ),
    ),
    ("threads", "a Threads export (JSON)", keys("text_post_app_text_posts")),
    (
        "instagram",
        "an Instagram or Facebook export (JSON)",
        any_of(
            keys("media", within="uri creation_timestamp"),
            without_keys(keys("timestamp", "data", "title"), "text", "body", "content"),
        ),
    ),
    (
        "friendica",
        "an export of Friendica, with posts of others (JSON)",
        any_of(
            keys("schema", "baseurl", "user", "contact"),
            keys("item", within="gravity author-link body"),
            keys("gravity", "author-link", "body"),
            keys("item", within="owner-name author-name body"),
        ),
    ),
    (
        "hubzilla",
        "an export of Hubzilla, with posts of others (JSON)",
        keys("compatibility", "channel"),
    ),
    (
        "gotosocial",
        "accounts of a server of GoToSocial, with keys and addresses (JSON)",
        any_of(keys("type", "privateKey", "publicKey"), keys("type", "encryptedPassword")),
    ),
    (
        "known",
        "a file of Known, which does not say what is public (JSON)",
        any_of(
            keys("url", "title", "version", "build"),
            keys("objectType", "displayName", "formattedContent"),
        ),
    ),
    (
        "diaspora",
        "a diaspora* export (JSON)",
        keys("user", within="username disable_mail profile"),
    ),
    ("google-plus", "a post on Google+ (JSON)", keys("postAcl", "creationTime")),
    ("keep", "a note of Google Keep (JSON)", keys("isTrashed", "isArchived", "color")),
    ("simplenote", "notes of Simplenote (JSON)", keys("activeNotes")),
    ("standard-notes", "a Standard Notes backup (JSON)", keys("items", within="content_type")),
    ("journey", "an entry of a diary in Journey (JSON)", keys("date_journal", "text")),
    ("google-photos", "facts on a picture in Google Photos (JSON)", keys("photoTakenTime")),
    ("dayone", "a Day One journal (JSON)", keys("metadata", "entries")),
    ("jrnl", "a diary of jrnl (JSON)", keys("tags", "entries", within="title body date starred")),
    ("turtl", "notes of Turtl (JSON)", keys("boards", "notes", "spaces")),
    ("clipto", "a backup of Clipto (JSON)", keys("created", "notes", "settings")),
    ("drafts", "notes of Drafts (JSON)", keys("uuid", "content", "folder", "flagged")),
    ("tiddlywiki", "a TiddlyWiki (JSON)", _is_tiddlywiki),
    ("roam", "a graph of Roam Research (JSON)", _is_roam),
    ("logseq", "a graph of Logseq (JSON)", keys("version", "blocks", within="page-name children")),
    ("tana", "an export of Tana (JSON)", keys("formatVersion", "docs", "editors")),
    (
        "cohost",
        "posts of cohost (JSON)",
        any_of(keys("postId", "blocks"), keys(within="postId blocks cws")),
    ),
    ("lemmy", "the settings of an account on Lemmy (JSON)", keys("saved_posts", "blocked_users")),
    ("peertube", "videos of PeerTube (JSON)", keys("videos", within="uuid privacy publishedAt")),
    ("matrix", "a Matrix chat (JSON)", keys("room_name", "exported_by", "messages")),
    ("skype", "an export of Skype (JSON)", keys("userId", "exportDate", "conversations")),
    ("google-chat", "a Google Chat (JSON)", keys("messages", within="creator topic_id")),
    ("slack", "messages of Slack (JSON)", keys("type", "user", "ts", "text")),
    ("activity", "activity at Google (JSON)", keys("header", "title", "time", "products")),
    (
        "assistant",
        "conversations with an assistant (JSON)",
        any_of(keys("mapping", "create_time"), keys("chat_messages")),
    ),
    ("notebook", "a Jupyter notebook (JSON)", keys("cells", "nbformat")),
    ("geojson", "a map (GeoJSON)", keys("type", "features", within="geometry")),
    ("har", "recorded requests of a browser (HAR)", keys("log", within="creator entries")),
)

JSON_FORMATS = (
    *(Format(name, title, when(test, LIKELY)) for name, title, test in _TABLE),
    Format("javascript", "data in JavaScript", when(code("."), 0.65)),
    Format("jsonl", "data in JSON Lines", when(_is_lines, 0.6)),
    Format("json-damaged", "damaged data in JSON", when(_is_damaged, GENERAL)),
    Format("script", "a program in JavaScript", when(lambda f: is_script(f.text), GENERAL)),
    Format("json-texts", "texts in JSON", when(lambda f: _is_json_text(f.text), GENERAL)),
    Format("json", "data in JSON", when(lambda file: file.json is not None, GENERAL)),
)
