"""Bookmarks as link posts: the linked title, the editor's words, and quotations."""

import ipaddress
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from sitegen.markdown import escape_post
from sitegen.models import Document, DumpPlace, LinkTarget, Medium
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Reason, Withheld
from sitegen.readers.html import unescape_title
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.markdown.pictures import losses_in
from sitegen.readers.reader import Reader
from sitegen.readers.restrictions import reason_of_value, state_of
from sitegen.readers.sources import Source
from sitegen.readers.web_addresses import host_of
from sitegen.text.labels import without_controls

_LOCAL_ENDS = (".local", ".localhost", ".lan", ".internal", ".home", ".home.arpa", ".intranet")
_BARE_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#:].*)?", re.IGNORECASE)
_OWN_COPIES = {
    "omnivore.app": ("/no_url", "/attachments/"),
    "api.raindrop.io": ("/v2/raindrop/",),
    "read.readwise.io": ("/",),
    "readwise.io": ("/reader/",),
    "instapaper.com": ("/read/",),
    "www.instapaper.com": ("/read/",),
}
"""Pages of services that only the person sees who saved them, by host: how their paths start."""
_KEY = re.compile(
    r"""(?ix) [?&;#/]
    (?: (?:(?:access|auth|api|id|private|refresh|session|user|x-amz-security)[_-]?)? token
      | (?:api|access|auth|private|resource|secret)[_-]?key | (?:client[_-]?)?secret
      | passw(?:or)?d | pwd
      | (?:php|j)?sess(?:ion)?[_-]?id | (?:x-(?:amz|goog)-)?signature | sig )
    = [^&;#]"""
)
"""A key in an address, which opens what only its owner sees."""
_NO_TAG = frozenset(
    {"unsorted", "uncategorized", "uncategorised", "unlabeled", "untagged", "no_tag"}
)
_OWN_FOLDERS = _NO_TAG | {
    "bookmarks", "bookmarks bar", "bookmarks menu", "bookmarks toolbar", "other bookmarks",
    "mobile bookmarks", "personal toolbar folder", "favorites", "favorites bar", "favourites",
    "favourites bar", "reading list", "read later", "unread", "archive", "starred", "inbox",
    "imported", "toolbar", "menu", "lesezeichen", "lesezeichenleiste", "lesezeichen-menü",
    "lesezeichen-symbolleiste", "weitere lesezeichen", "favoriten", "favoritenleiste",
    "barre personnelle", "menu des marque-pages", "autres marque-pages", "barre de favoris",
    "andere lesezeichen", "mobile lesezeichen", "lesezeichen auf mobilgeräten", "andere favoriten",
    "leseliste", "marque-pages mobiles", "favoris sur mobile",
    "barra de marcadores", "otros marcadores", "menú de marcadores", "marcadores del móvil",
    "barra de herramientas de marcadores", "barra de favoritos", "otros favoritos",
    "outros favoritos", "favoritos", "barra dei preferiti", "altri preferiti", "preferiti",
    "barra dei segnalibri", "altri segnalibri", "menu segnalibri", "bladwijzerbalk",
    "andere bladwijzers", "bladwijzermenu", "pasek zakładek", "inne zakładki",
    "панель закладок", "другие закладки", "ブックマーク バー", "その他のブックマーク",
    "other favorites", "other favourites", "mobile favorites", "unsorted bookmarks",
    "weitere favoriten", "overige favorieten", "overige bladwijzers", "inne ulubione",
    "pozostałe zakładki", "övriga bokmärken", "andra bokmärken", "andre bogmærker",
    "andre bokmerker", "ostatní záložky", "другое избранное", "他のブックマーク", "其他书签",
    "其他收藏夹", "autres favoris", "favoris", "bookmarksbar", "bookmarksmenu",
    "com.apple.readinglist",
    "read archive", "unorganized",
}  # fmt: skip
"""Folders that services and browsers make themselves, in lower case."""
_WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+")
_OF_ANY_LABEL = frozenset({"label", "labels", "tag", "folder", "list", "items", "links", "my"})
"""Words of labels that tell nothing of what is in them."""


class Quotation(NamedTuple):
    """Words of a linked page that the editor marked, and what they noted on them."""

    text: str
    note: str = ""
    is_markdown: bool = False
    """Whether the words are Markdown."""
    has_markdown_note: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A bookmark as a dump has it."""

    address: str = ""
    """Where it leads; empty for a quotation from a book."""
    title: str = ""
    note: str = ""
    """The editor's own words."""
    is_markdown: bool = False
    """Whether the note is Markdown."""
    quotations: tuple[Quotation, ...] = ()
    tags: tuple[str, ...] = ()
    date: datetime | None = None
    author: str = ""
    """The author of the linked page."""
    site: str = ""
    """The name of its website."""
    lang: str | None = None
    media: tuple[Medium, ...] = ()
    source: str | None = None
    """Where the bookmark itself was published."""
    own_id: str = ""
    """Its id in the service; by default, the address is its id."""


def make_link_posts(
    bookmarks: Iterable[Bookmark | Finding], service: str, dump: str, options: ReadOptions
) -> Iterator[Document | Finding]:
    """The documents of bookmarks, in order; findings are passed on.

    Bookmarks that do not lead to the public web, or that a tag calls private, are left out. Of
    several with one address, the first counts, and takes over what the others add.

    Args:
        bookmarks: the bookmarks; what is withheld has its address for an id.
        service: the name of the service, for ids.
        dump: the name of the dump.
        options: what the editor asks for.
    """
    kept: dict[str, Bookmark] = {}
    for found in without_private_ones(bookmarks, options):
        if not isinstance(found, Bookmark):
            yield _with_id(found, service)
            continue
        bookmark = _cleaned(found)
        if finding := _reason_against(bookmark):
            yield finding
            continue
        key = bookmark.own_id or bookmark.address or "\0".join((bookmark.title, _text_of(bookmark)))
        if key in kept:
            kept[key] = _joined(kept[key], bookmark)
            yield LeftOut("duplicate")
        else:
            kept[key] = bookmark
    for bookmark in kept.values():
        yield from losses_in((), bookmark.media, dump, "a picture")
        yield _document(bookmark, service, dump)


def bookmark_reader(
    name: str,
    title: str,
    recognise: Callable[[Source], float],
    bookmarks: Callable[[Source, ReadOptions], Iterator[Bookmark | Finding]],
    *leaves_out: Reason,
    service: str | None = None,
) -> Reader:
    """A reader of bookmarks, which become link posts.

    Args:
        name: its name.
        title: its name for people.
        recognise: returns how likely it is that a source has its format.
        bookmarks: reads the bookmarks of a source.
        leaves_out: what it leaves out besides private, repeated and local bookmarks.
        service: the name of the service, for ids; by default, that of the reader.
    """

    def read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
        found = bookmarks(source, options)
        yield from make_link_posts(found, service or name, source.name, options)

    reasons = ("private", *leaves_out, "duplicate", "not a web address", "local address")
    return Reader(name, title, recognise, read, reasons)


def without_private_ones(
    bookmarks: Iterable[Bookmark | Finding], options: ReadOptions
) -> Iterator[Bookmark | Finding]:
    """Leaves out bookmarks with a tag or in a folder such as “Private”, or takes this tag off."""
    for found in bookmarks:
        if not isinstance(found, Bookmark) or not any(map(_is_private_label, found.tags)):
            yield found
            continue
        is_known = found.address and not found.own_id
        withheld = Withheld(found.address, found.date) if is_known else None
        if (yield from options.admits("private", withheld=withheld)):
            tags = tuple(tag for tag in found.tags if not _is_private_label(tag))
            yield replace(found, tags=tags)


@lru_cache(maxsize=10_000)
def _is_private_label(label: str) -> bool:
    """Whether a label says that its items are for its owner alone: “Private”, “my private list”."""
    words = (word for word in _WORD.findall(label) if word.casefold() not in _OF_ANY_LABEL)
    return "private" in (state_of("".join(words)), reason_of_value(label))


def _with_id(finding: Finding, service: str) -> Finding:
    """A finding with the id that the document of a bookmark with its address has."""
    if not isinstance(finding, LeftOut) or finding.withheld is None:
        return finding
    address = web_address(finding.withheld.id)
    own = identify(service, host_of(address), address)
    return replace(finding, withheld=finding.withheld._replace(id=own))


def link_post(bookmark: Bookmark, service: str, dump: str) -> Document | LeftOut:
    """The document of one bookmark, or why it is left out."""
    cleaned = _cleaned(bookmark)
    return _reason_against(cleaned) or _document(cleaned, service, dump)


def folder_tags(path: Iterable[str]) -> tuple[str, ...]:
    """The names of nested folders as tags, without those that services make themselves."""
    names = (" ".join(name.split()) for name in path)
    return tuple(name for name in names if name and name.casefold() not in _OWN_FOLDERS)


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags without ``#``, each once, and without “Unsorted” and the like."""
    return tuple(dict.fromkeys(filter(None, map(_clean_tag, tags))))


@lru_cache(maxsize=10_000)
def _clean_tag(tag: str) -> str:
    name = " ".join(tag.split()).lstrip("#").strip()
    return "" if name.casefold() in _NO_TAG else name


def web_address(written: str) -> str:
    """An address of the web without a password in it; unchanged, if it is of another kind."""
    address = "".join(written.split()) if "\n" in written else written.strip()
    if "://" not in address and _BARE_HOST.fullmatch(address):
        address = f"https://{address}"
    if "@" not in address:
        return address
    try:
        parts = urlsplit(address)
        if "@" in parts.netloc:
            parts = parts._replace(netloc=parts.netloc.rpartition("@")[2])
            return urlunsplit(parts)
    except ValueError:
        pass
    return address


def reason_against_address(address: str) -> LeftOut | None:
    """Why a bookmark with this address is left out; None if it leads to the public web."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return LeftOut("not a web address")
    if parts.scheme.lower() not in ("http", "https") or not host:
        return LeftOut("not a web address")
    if host in _OWN_COPIES and parts.path.startswith(_OWN_COPIES[host]):
        return LeftOut("not public")
    if "=" in address and _KEY.search(address):
        return LeftOut("not public")
    return LeftOut("local address") if _is_local(host) else None


def _is_local(host: str) -> bool:
    if not host[-1].isdigit() and ":" not in host:
        return "." not in host or host.endswith(_LOCAL_ENDS)
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host


def _cleaned(bookmark: Bookmark) -> Bookmark:
    address = web_address(bookmark.address)
    title = unescape_title(bookmark.title) if bookmark.title else ""
    return replace(
        bookmark,
        address=address,
        title="" if _bare(title) in ("", _bare(address)) else title,
        note=_trimmed(bookmark.note),
        quotations=tuple(
            q._replace(text=_trimmed(q.text), note=_trimmed(q.note))
            for q in bookmark.quotations
            if q.text.strip() or q.note.strip()
        ),
        tags=clean_tags(bookmark.tags),
    )


def _bare(address: str) -> str:
    """An address as titles write it: without its scheme and a final slash."""
    return re.sub(r"^https?://(?:www\.)?", "", address.strip().casefold()).rstrip("/")


def _trimmed(text: str) -> str:
    if not text:
        return ""
    lines = (line.rstrip() for line in without_controls(text.replace("\r\n", "\n")).split("\n"))
    return "\n".join(lines).strip("\n").strip()


def _reason_against(bookmark: Bookmark) -> LeftOut | None:
    if bookmark.address:
        return reason_against_address(bookmark.address)
    return None if bookmark.note or bookmark.quotations else LeftOut("empty")


def _joined(first: Bookmark, other: Bookmark) -> Bookmark:
    is_same = _markdown_note(other) in _markdown_note(first)
    notes = [note for note in (_markdown_note(first), _markdown_note(other)) if note]
    return replace(
        first,
        title=first.title or other.title,
        note=first.note if is_same else "\n\n".join(notes),
        is_markdown=first.is_markdown if is_same else True,
        quotations=tuple(dict.fromkeys((*first.quotations, *other.quotations))),
        tags=tuple(dict.fromkeys((*first.tags, *other.tags))),
        date=first.date or other.date,
        author=first.author or other.author,
        media=tuple(dict.fromkeys((*first.media, *other.media))),
    )


def _markdown_note(bookmark: Bookmark) -> str:
    return bookmark.note if bookmark.is_markdown else _escaped(bookmark.note)


def _escaped(text: str) -> str:
    return escape_post(text) if text else ""


def _text_of(bookmark: Bookmark) -> str:
    """Plain text without quotations, otherwise Markdown."""
    if not bookmark.quotations:
        return bookmark.note
    parts = [_markdown_note(bookmark)]
    for quotation in bookmark.quotations:
        words = quotation.text if quotation.is_markdown else _escaped(quotation.text)
        lines = words.split("\n") if words else []
        parts.append("\n".join(f"> {line}".rstrip() for line in lines))
        note = quotation.note
        parts.append(note if quotation.has_markdown_note else _escaped(note))
    return "\n\n".join(part for part in parts if part)


def _document(bookmark: Bookmark, service: str, dump: str) -> Document:
    text = _text_of(bookmark)
    host = host_of(bookmark.address)
    own_id = bookmark.own_id or bookmark.address
    site = bookmark.site or host.removeprefix("www.")
    by_text = identify_text(service, bookmark.title, text)
    return Document(
        id=identify(service, host, own_id) if own_id else by_text,
        kind="post",
        text=text,
        place=DumpPlace(dump),
        is_markdown=bookmark.is_markdown or bool(bookmark.quotations),
        has_own_id=bool(own_id),
        title=bookmark.title or None,
        author=bookmark.author or None,
        date=bookmark.date,
        source=bookmark.source,
        link=LinkTarget(bookmark.address, bookmark.title, site) if bookmark.address else None,
        tags=bookmark.tags,
        lang=bookmark.lang,
        media=bookmark.media,
    )
