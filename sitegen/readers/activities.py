"""Posts as ActivityPub objects: their audience, text, media, tags and language.

The vocabulary is https://www.w3.org/TR/activitystreams-vocabulary/.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any, Literal
from urllib.parse import unquote

from sitegen.errors import DumpError
from sitegen.markdown import escape_post
from sitegen.models import LinkTarget, Medium
from sitegen.readers.findings import Lost
from sitegen.readers.html import html_to_markdown
from sitegen.readers.html.inline import link_markdown
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.json_values import objects_in
from sitegen.readers.web_addresses import host_of, path_of

Audience = Literal["public", "followers", "private"]

_PUBLIC = {"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"}
_QUOTE_FIELDS = ("quoteUrl", "quoteUri", "quote", "_misskey_quote")
_QUOTES = frozenset(_QUOTE_FIELDS)
_QUOTE_FALLBACK = re.compile(
    r"""<(p|span)[^>]*\bclass=["'][^"']*\bquote-inline\b[^"']*["'][^>]*>.*?</\1>""", re.DOTALL
)
"""The paragraph “RE: …” before the text of a post that quotes another."""
_MENTION = re.compile(
    r"\s*(?:<p[^>]*>\s*)?(?:<span[^>]*>\s*)*<a[^>]*\bclass=[\"'][^\"']*\bmention\b(?![^\"']*hashtag)"
)
_BREAK = re.compile(r"<br\b[^>]*>\s*", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</p>\s*(?=<|$)|</p>", re.IGNORECASE)
_PLAIN_LINK = re.compile(r"<a\b[^>]*?\bhref=[\"']([^\"']*)[\"'][^>]*>(.*?)</a>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_PLACEHOLDER = "\ue000"
"""A character for private use, which stands for a link while the rest is escaped."""
_BEFORE_BRACKET = re.compile(rf"[!\\\]]{_PLACEHOLDER}")
"""A sign that has a meaning before the bracket of a link."""
_SIMPLE = re.compile(r"(?:[^<]|</?(?:p|br|span|a)\b[^>]*>)*+", re.IGNORECASE)
"""HTML that is the text itself: paragraphs, line breaks and links."""
_COUNTRY = re.compile(r"([a-z]{2,3})([A-Z][A-Za-z]+)")
"""The key of a language with its hyphen removed, such as ``zhCn``."""


def strings(value: object) -> tuple[str, ...]:
    """A value that may be a text, an object with an id or address, or a list of these."""
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, dict):
        return strings(value.get("href") or value.get("url") or value.get("id"))
    if isinstance(value, list):
        return tuple(text for each in value for text in strings(each))
    return ()


def audience_of(post: Mapping[str, Any]) -> Audience:
    """Who may see a post; the object and the activity around it must agree that it is public.

    Hometown addresses posts for its own server alone to the public, and marks them.
    """
    own = (*strings(post.get("to")), *strings(post.get("cc")))
    around = tuple(text for part in post.get("activity", ()) for text in strings(part))
    if _PUBLIC.intersection(own) and (not around or _PUBLIC.intersection(around)):
        return "followers" if post.get("localOnly") is True else "public"
    has_followers = any(address.endswith("/followers") for address in own)
    return "followers" if has_followers else "private"


def begins_with_mention(post: Mapping[str, Any]) -> bool:
    """Whether the text begins with the name of somebody, as a reply does."""
    return _MENTION.match(_content_of(post)) is not None


def text_of(post: Mapping[str, Any]) -> tuple[str, bool, tuple[str, ...]]:
    """The text of a post, whether it is Markdown, and what of it is lost.

    The choices of a poll follow, each with its votes. ``plainText`` is a text without HTML,
    Markdown if ``isMarkdown`` says so.
    """
    poll = "\n".join(_choices(post))
    if isinstance(plain := post.get("plainText"), str):
        is_markdown = bool(post.get("isMarkdown"))
        if is_markdown:
            poll = escape_post(poll)
        return "\n\n".join(filter(None, (plain.strip(), poll))), is_markdown, ()
    html = _QUOTE_FALLBACK.sub("", _content_of(post), count=1)
    if (simple := _simple_text(html)) is None:
        converted = html_to_markdown(html)
        text, is_markdown, lost = converted.markdown, True, converted.lost
    else:
        (text, is_markdown), lost = simple, ()
    if is_markdown and poll:
        poll = escape_post(poll)
    return "\n\n".join(filter(None, (text, poll))), is_markdown, lost


def _content_of(post: Mapping[str, Any]) -> str:
    """The HTML of a post, which may be given by its language alone."""
    contents = post.get("contentMap")
    by_language = contents.values() if isinstance(contents, dict) else ()
    texts = (text for text in (post.get("content"), *by_language) if isinstance(text, str))
    return next(filter(None, texts), "")


def _simple_text(html: str) -> tuple[str, bool] | None:
    """The text of HTML that has only paragraphs, line breaks, and links to what they say.

    It is Markdown if it mentions people, whose links tell who they are.
    """
    if not _SIMPLE.fullmatch(html):
        return None
    links = _PLAIN_LINK.findall(html)
    mentions = [link for link in links if _shown(link[1]).startswith("@")]
    if not all(_says_its_address(*link) for link in links if link not in mentions):
        return None
    if not mentions:
        return _shown(html), False
    if _PLACEHOLDER in html or not all(to.startswith("http") for to, _ in mentions):
        return None
    marked = _PLAIN_LINK.sub(lambda f: _PLACEHOLDER if (f[1], f[2]) in mentions else f[0], html)
    text = _shown(marked)
    if _BEFORE_BRACKET.search(text):
        return None
    written = iter([link_markdown(_shown(words), unescape(to)) for to, words in mentions])
    return re.sub(_PLACEHOLDER, lambda _: next(written), escape_post(text)), True


def _says_its_address(address: str, words: str) -> bool:
    shown = _shown(words)
    return shown.startswith("#") or shown == unescape(address)


def _shown(html: str) -> str:
    """The text of simple HTML, with its line breaks and paragraphs."""
    broken = _PARAGRAPH.sub("\n\n", _BREAK.sub("\n", html.replace("\n", " ")))
    return unescape(_TAG.sub("", broken)).replace("\xa0", " ").strip()


def _choices(post: Mapping[str, Any]) -> Iterable[str]:
    for choice in (*objects_in(post.get("oneOf")), *objects_in(post.get("anyOf"))):
        name, replies = choice.get("name"), choice.get("replies")
        votes = replies.get("totalItems") if isinstance(replies, dict) else None
        if isinstance(name, str):
            yield f"{name} ({votes})" if str(votes).isdecimal() else name


def quoted_address(post: Mapping[str, Any]) -> str:
    """The address of the post that a post quotes; empty if it quotes none.

    It is a field, or a link among the tags: https://fediverse.codeberg.page/fep/fep/e232/.
    """
    marked = (tag for tag in objects_in(post.get("tag")) if _QUOTES.intersection(_relation(tag)))
    quoted = (*(post.get(key) for key in _QUOTE_FIELDS), *marked)
    addresses = (next(iter(strings(value)), "") for value in quoted if not _is_deleted(value))
    return next((address for address in addresses if address.startswith("http")), "")


def link_to_post(address: str) -> LinkTarget:
    """A link to a post, by the name of its account, if the address tells it, and its server."""
    host, name = host_of(address), _name_in(address)
    return LinkTarget(address, f"@{name}@{host}" if name else host)


def shared_page(post: Mapping[str, Any]) -> LinkTarget | None:
    """The page that a post is about, as on Lemmy; elsewhere, a link is a preview."""
    links = objects_in(post.get("attachment")) if post.get("type") == "Page" else []
    addresses = (link.get("href") for link in links if link.get("type") == "Link")
    address = next((one for one in addresses if isinstance(one, str) and one), "")
    title = post.get("name")
    return LinkTarget(address, title if isinstance(title, str) else "") if address else None


def _relation(tag: Mapping[str, Any]) -> Iterable[str]:
    return (name.rpartition("#")[2] for name in strings(tag.get("rel")))


def _is_deleted(value: object) -> bool:
    return isinstance(value, dict) and value.get("type") == "Tombstone"


def media_of(
    post: Mapping[str, Any], files: Mapping[str, Entry]
) -> tuple[tuple[Medium, ...], tuple[Lost, ...]]:
    """The media of a post, and those that are not among the files of :func:`index_files`."""
    media, lost = [], []
    for attachment in objects_in(post.get("attachment")):
        address = next(iter(strings(attachment.get("url"))), "")
        if not address or attachment.get("type") == "Link":  # a preview of a page
            continue
        path = unquote(path_of(address))
        base = path.rpartition("/")[2]
        entry = files.get(_tail(path)) or files.get(base)
        alt = attachment.get("name") or attachment.get("summary")
        name = address if entry is None and address.startswith("http") else base or address
        media.append(
            Medium(name, alt if isinstance(alt, str) else "", entry.name if entry else None)
        )
        if entry is None:
            lost.append(Lost("a medium", name, "the archive does not hold it"))
    return tuple(media), tuple(lost)


def index_files(source: Source) -> Mapping[str, Entry]:
    """The media files of an archive, by the end of their paths and by their names."""
    files: dict[str, Entry] = {}
    for entry in source.entries:
        if entry.size:  # archives hold some files of 0 bytes
            files[_tail(entry.name)] = entry
            files.setdefault(entry.base, entry)
    return files


def _tail(path: str) -> str:
    """The end of a path that is the same on all servers, which put different folders before it."""
    return path.partition("media_attachments/")[2] or path.lstrip("/")


def tags_of(post: Mapping[str, Any]) -> tuple[str, ...]:
    """The hashtags of a post, without ``#``."""
    names = (
        tag.get("name")
        for tag in objects_in(post.get("tag"))
        if tag.get("type") in (None, "Hashtag")
    )
    return tuple(dict.fromkeys(n.lstrip("#") for n in names if isinstance(n, str)))


def language_of(post: Mapping[str, Any]) -> str | None:
    """The language that the author chose."""
    contents = post.get("contentMap")
    if isinstance(contents, dict) and len(contents) == 1:
        (key,) = contents
        return _COUNTRY.sub(lambda found: f"{found[1]}-{found[2]}", key)
    return None


def address_of(post: Mapping[str, Any]) -> str:
    """The web address of a post; empty if it has none."""
    found = (*strings(post.get("url")), *strings(post.get("id")))
    return next((address for address in found if address.startswith("http")), "")


def own_id_of(id_: str) -> str:
    """The id of a post on its server.

    Newer servers write ``/ap/users/1/statuses/2`` for ``/users/name/statuses/2``, so that only the
    number is permanent.
    """
    last = path_of(id_).rstrip("/").rpartition("/")[2]
    return last if last.isdecimal() and len(last) >= 12 else id_


def author_of(source: Source, addresses: Iterable[str]) -> str | None:
    """The name of the account: from ``actor.json``, else from the addresses of the posts."""
    actor = _read_actor(source.first(r"actor\.json"))
    for name in (actor.get("name"), actor.get("preferredUsername")):
        if isinstance(name, str) and name:
            return name
    names = Counter(_name_in(address) for address in addresses)
    return max(names, key=lambda name: names[name], default="") or None


def _name_in(address: str) -> str:
    """The name of an account in the address of a post, such as ``/@name/1``."""
    found = re.search(r"/(?:@|users/|u/|p/)([^/@]+)/", path_of(address))
    return "" if found is None or found[1].isdecimal() else found[1]


def _read_actor(entry: Entry | None) -> Mapping[str, Any]:
    if entry is None:
        return {}
    try:
        actor = json.loads(entry.read())
    except (DumpError, ValueError, RecursionError):
        return {}
    return actor if isinstance(actor, dict) else {}
