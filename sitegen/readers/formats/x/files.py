"""The files of an X archive: which hold posts, whose they are, and how to read them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sitegen.readers.findings import Finding, Lost, Unread
from sitegen.readers.formats.x.posts import Raw
from sitegen.readers.formats.x.records import is_table
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items
from sitegen.readers.streams.json_values import object_at, objects_in

_POSTS = (
    r"tweets?[ _(-]*(?:part)?[ _-]*\d*\)?\.js(?:on)?",
    r"community-tweets?(?:-part\d+)?\.js",
    r"data/js/tweets/\d{4}_\d\d\.js",
)
_TABLE = "tweets.csv"
_TABLES = (re.escape(_TABLE),)
"""Old archives hold their posts as a table too."""
_NOTES = r"note-tweets?(?:-part\d+)?\.js"
_ARTICLES = r"(?:twitter-)?articles?(?:-part\d+)?\.js"
_ARTICLE_METADATA = r"(?:twitter-)?articles?-metadata(?:-part\d+)?\.js"
_ACCOUNT_FILES = (
    (r"account\.js", "account", "username", "accountDisplayName"),
    (r"manifest\.js", "userInfo", "userName", "displayName"),
    (r"data/js/user_details\.js", "", "screen_name", "full_name"),
)
"""The files that name the account: a pattern, and the keys of the object and its two names."""
_PRIVATE_MEDIA = re.compile(r"(?:^|.*/)((?:deleted|direct|moments|profile|grok)\w*_media)/")
_POSTS_CODE = re.compile(
    r"window\.YTD\.(?:tweets?|community_tweets?)\.part\d+\s*=|Grailbird\.data\.tweets_\w+\s*="
)
_POST_KEYS = frozenset({"id_str", "full_text", "created_at"})


class Account(NamedTuple):
    """Whose archive it is, as far as it says."""

    username: str | None = None
    name: str | None = None
    """The name that is shown."""


def is_post_file(entry: Entry) -> bool:
    """Whether a file begins as one with posts: not one with messages, likes or deleted posts."""
    if _POSTS_CODE.match(entry.head.text.lstrip()):
        return True  # also if what follows is damaged
    head = entry.head.json
    if head is None or head.code:
        return is_table(entry)
    is_wrapped = "tweet" in head.outer and "full_text" in head.inner
    return is_wrapped or head.outer >= _POST_KEYS


def may_hold_posts(name: str) -> bool:
    """Whether a file may hold posts, by its name."""
    return re.fullmatch(rf"(?i){_POSTS[0]}|{_POSTS[1]}", name) is not None


def post_files(source: Source) -> tuple[Entry, ...]:
    """The files with posts, of a folder or an archive, or the file itself."""
    if source.file:
        return source.entries if is_post_file(source.file) else ()
    for patterns in (_POSTS, _TABLES):
        found = (entry for entry in source.find(*patterns) if "/assets/" not in f"/{entry.name}")
        if files := tuple(entry for entry in found if is_post_file(entry)):
            return files
    return ()


def note_files(source: Source) -> tuple[Entry, ...]:
    """The files with the whole text of long posts."""
    return source.find(_NOTES)


def article_files(source: Source) -> tuple[Entry, ...]:
    """The files with articles."""
    return source.find(_ARTICLES)


def article_metadata_files(source: Source) -> tuple[Entry, ...]:
    """The files that say which articles are published."""
    return source.find(_ARTICLE_METADATA)


def read_account(source: Source) -> Account:
    """The account, as far as the archive says. Nothing else of these files is kept."""
    for pattern, key, username, name in _ACCOUNT_FILES:
        entry = source.first(pattern)
        facts = _first_object(entry, key) if entry else {}
        if _text(facts, username):
            return Account(_text(facts, username), _text(facts, name))
    return Account()


def read_account_id(source: Source) -> str | None:
    """The number of the account, which stays if it changes its name; None if it is not known."""
    entry = source.first(_ACCOUNT_FILES[0][0])
    return _text(_first_object(entry, "account"), "accountId") if entry else None


def is_protected(source: Source) -> bool:
    """Whether only followers may see the account: its last change was to protect the posts."""
    entries = source.find(r"protected-history\.js")
    changes = (change for entry in entries for change in _objects(entry, "protectedHistory"))
    dated = [change for change in changes if isinstance(change.get("protectedAt"), str)]
    last = max(dated, key=lambda change: str(change["protectedAt"]), default={})
    return str(last.get("action", "")).casefold().startswith("protect")


def read_manifest(source: Source) -> Raw:
    """The list of all files that an archive had when it was made; empty without one."""
    entry = source.first(r"manifest\.js")
    return _first_object(entry, "") if entry else {}


def exported_at(source: Source) -> str:
    """When an archive was made, in ISO 8601; empty if it does not say so."""
    return _text(object_at(read_manifest(source), "archiveInfo"), "generationDate") or ""


def find_missing(source: Source, counts: Mapping[str, int]) -> Iterator[Finding]:
    """Files with posts, and posts, that the manifest lists but the archive does not hold."""
    kinds = object_at(read_manifest(source), "dataTypes")
    names = {entry.base for entry in source.entries}
    for kind in ("tweet", "tweets", "communityTweet", "noteTweet", "article"):
        for file in objects_in(object_at(kinds, kind).get("files")):
            if isinstance(file.get("fileName"), str):
                yield from _compare(file, names, counts)


def _compare(file: Raw, names: set[str], counts: Mapping[str, int]) -> Iterator[Finding]:
    name = str(file["fileName"])
    base = name.rpartition("/")[2]
    try:
        listed = int(file.get("count") or 0)
    except (TypeError, ValueError):
        return
    if base not in names and listed:
        yield Lost("a file of posts", name, f"the archive lists it, with {listed:,} items")
    elif base in counts and counts[base] < listed:
        missing = listed - counts[base]
        yield Lost(f"{missing:,} posts", name, f"the archive lists {listed:,}")


def unread_files(source: Source, read: set[str]) -> Iterator[Unread]:
    """The files and folders of media that are not opened, but for damaged files of posts."""
    folders = set()
    for entry in source.entries:
        private = _PRIVATE_MEDIA.match(entry.name)
        if private and private[1] not in folders:
            folders.add(private[1])
            yield Unread(private[1])
        elif entry.name not in read and _is_data(entry) and not _is_lost(entry):
            yield Unread(entry.name)


def _is_lost(entry: Entry) -> bool:
    """Whether a file of posts, by its name, is one that is reported as damaged."""
    return may_hold_posts(entry.base) and entry.is_damaged


def _is_data(entry: Entry) -> bool:
    """Whether a file may hold posts; the table of an old archive holds them once more."""
    is_script = entry.base.endswith(".js") and "assets/" not in entry.name
    return is_script or entry.base.lower() == _TABLE


def _first_object(entry: Entry, key: str) -> Raw:
    return next(_objects(entry, key), {})


def _objects(entry: Entry, key: str) -> Iterator[Raw]:
    for record in stream_items(entry):
        inner: Any = record.get(key, record) if isinstance(record, dict) else None
        if isinstance(inner, dict):
            yield inner


def _text(raw: Raw, key: str) -> str | None:
    value = raw.get(key)
    return value.strip() or None if isinstance(value, str) else None
