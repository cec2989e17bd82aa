"""Reads WordPress exports (WXR), which are RSS 2.0 with elements of WordPress.

The namespaces and the version differ; what counts is ``http://wordpress.org/export/``. A file is
read twice: first only what posts refer to by number, which may stand behind them.

- ``items``: what the elements of an item say
- ``library``: attachments and reusable blocks
"""

import re
from collections.abc import Iterator, Mapping, Set
from typing import NamedTuple

from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.articles import Body, kind_of, read_body, split_linked_title
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, LeftOut, Lost, ReadOptions, Reason, Withheld
from sitegen.readers.formats.wordpress.items import (
    authors_of,
    content_of,
    date_of,
    enclosures_of,
    excerpt_of,
    language_of,
    metadata_of,
    restrictions_of,
    tags_of,
)
from sitegen.readers.formats.wordpress.library import (
    Library,
    Uploads,
    address_of,
    find_uploads,
    read_libraries,
    shows,
)
from sitegen.readers.html import WordPressHtml, unescape_title, wordpress_html
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.reader import Reader, recognise_formats
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.xml_items import stream_xml
from sitegen.readers.streams.xml_nodes import Node
from sitegen.readers.web_addresses import host_of, join_address

_STATUSES: Mapping[str, Reason] = {
    "draft": "draft",
    "auto-draft": "draft",
    "pending": "pending",
    "future": "scheduled",
    "private": "private",
    "trash": "trash",
    "inherit": "other kind",
}
_EXPORTED = re.compile(r"<pubDate>([^<>]*)</pubDate>")
_TYPES: Mapping[str, Reason] = {"page": "page", "attachment": "attachment"}


class _Blog(NamedTuple):
    """What all posts of a blog have in common."""

    dump: str
    address: str
    names: Mapping[str, str]
    """The names of the authors, by login."""
    lang: str | None
    library: Library
    uploads: Uploads


def _read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    exports = _exports_in(source)
    libraries = read_libraries(exports)
    uploads = find_uploads(source.entries if source.kind != "file" else ())
    known: dict[str, set[str]] = {}
    held: list[tuple[float, str]] = []
    for entry in exports:
        blog = _Blog(source.name, "", {}, None, Library(), uploads)
        seen: set[str] = set()
        exported = _exported_at(entry)
        newer = {id_ for time, id_ in held if time > exported}
        is_head = True
        for item in stream_xml(entry, "item"):
            if not isinstance(item, Node):
                yield item
            elif is_head:
                blog = _blog_of(item, blog, libraries)
                seen = known.setdefault(blog.address, set())
                is_head = False
            else:
                for found in _read_item(item, blog, options, seen, newer):
                    if isinstance(found, LeftOut) and found.withheld:
                        held.append((exported, found.withheld.id))
                    yield found


def _exports_in(source: Source) -> tuple[Entry, ...]:
    if source.file:
        return (source.file,)
    found = [e for e in source.find(r".*\.xml") if "wordpress.org/export/" in e.head.text]
    return tuple(sorted(found, key=_exported_at, reverse=True))


def _exported_at(export: Entry) -> float:
    """When a file was exported; 0 if its head does not say so. The first of repeats counts."""
    written = _EXPORTED.search(export.head.text.partition("<item>")[0])
    date = parse_date(written[1]) if written else None
    return date.timestamp() if date else 0


def _recognise(source: Source) -> float:
    if source.kind == "file":
        return _confidence(source)
    return 0.9 if _exports_in(source) else 0.0


def _blog_of(root: Node, blog: _Blog, libraries: Mapping[str, Library]) -> _Blog:
    channel = root.first("channel") or root
    address = address_of(root)
    names = {
        login: _name_of(author) or login
        for author in channel.all("author")
        if (login := author.text_of("author_login"))
    }
    return blog._replace(
        address=address,
        names={**libraries[address].guests, **names},
        lang=channel.text_of("language") or None,
        library=libraries[address],
    )


def _name_of(author: Node) -> str:
    """The name of an author, who may show an e-mail address in its place."""
    shown = author.text_of("author_display_name")
    parts = (author.text_of("author_first_name"), author.text_of("author_last_name"))
    return shown if shown and "@" not in shown else " ".join(filter(None, parts))


def _read_item(
    item: Node, blog: _Blog, options: ReadOptions, seen: set[str], withdrawn: Set[str]
) -> Iterator[Document | Finding]:
    """The document of an item, unless it is left out, also by a newer export of the blog.

    Args:
        item: the item.
        blog: its blog.
        options: what the editor asks for.
        seen: the numbers and keys of items that were read; is extended.
        withdrawn: the ids of items that are not public in a newer export.
    """
    link = join_address(blog.address, item.text_of("link") or item.text_of("guid")) or None
    number = item.text_of("post_id")
    key = f"{number} {link}"
    id_ = identify("wordpress", host_of(blog.address), number)
    reasons = [*_reasons(item)]
    if number and key in seen:
        reasons.append("duplicate")
    if number and id_ in withdrawn:
        yield LeftOut("superseded")
        return
    own = number if number not in seen else link or ""  # Squarespace numbers some posts alike
    if reasons:
        is_newest = number and number not in seen
        withheld = Withheld(id_, date_of(item), source=link) if is_newest else None
        if not (yield from options.admits(*reasons, withheld=withheld)):
            return
    seen |= {number, key} - {""}
    document, findings = _make_document(item, blog, own, link)
    if document.text or document.title:
        yield from findings
        yield document
    else:
        yield LeftOut("empty")


def _reasons(item: Node) -> Iterator[Reason]:
    """Each reason why an item is left out by default."""
    if not (item.is_whole or (item.first("post_type") and item.first("status"))):
        yield "incomplete"
    kind = item.text_of("post_type") or "post"
    if kind not in ("post", "page"):
        yield _TYPES.get(kind, "other kind")
    status = item.text_of("status") or "publish"
    if status != "publish":
        yield _STATUSES.get(status, "not public")
    if item.text_of("post_password"):
        yield "password"
    yield from restrictions_of(item)
    if kind == "page":
        yield "page"


def _make_document(
    item: Node, blog: _Blog, own: str, link: str | None
) -> tuple[Document, tuple[Finding, ...]]:
    title = unescape_title(item.text_of("title")) or None
    where = link or title or own
    body = _body_of(item, blog, where, link)
    linked, text = split_linked_title(body.text, title, link)
    host = host_of(blog.address)
    document = Document(
        id=identify("wordpress", host, own) if own else identify_text("wordpress", where),
        kind=kind_of(title, body.text),
        text=text,
        place=DumpPlace(blog.dump),
        is_markdown=True,
        has_own_id=bool(own),
        title=title,
        author=authors_of(item, blog.names),
        date=date_of(item),
        source=link,
        link=linked,
        tags=tuple(tags_of(item)),
        lang=language_of(item) or blog.lang,
        media=body.media,
    )
    return document, body.findings


def _body_of(item: Node, blog: _Blog, where: str, link: str | None) -> Body:
    """The text with the featured image, and what is lost of it."""
    attachments = blog.library.of_post(item.text_of("post_id"))
    notes = metadata_of(item, "footnotes")
    html = wordpress_html(content_of(item) or excerpt_of(item), attachments, notes)
    body = read_body(html.html, where, base=link)
    lost = tuple(_lost_in(html, where))
    body = _with_enclosures(body._replace(findings=(*body.findings, *lost)), item)
    return _with_files(_with_featured_image(body, item, blog, where), blog.uploads)


def _lost_in(html: WordPressHtml, where: str) -> Iterator[Lost]:
    for name in html.unknown:
        is_list = name in ("gallery", "playlist")
        why = "the dump does not name its files" if is_list else "sitegen does not know it"
        yield Lost(f"the shortcode [{name}]", where, why)
    for what in html.missing:
        yield Lost(what, where, "the dump does not hold it, or it is not public")


def _with_featured_image(body: Body, item: Node, blog: _Blog, where: str) -> Body:
    """The text below the picture that a theme shows above it, unless the text shows it itself."""
    id_ = metadata_of(item, "_thumbnail_id")
    if id_ in ("", "0", "-1"):
        return body
    picture = blog.library.by_id.get(id_)
    if picture is None:
        lost = Lost("the featured image", where, "the dump does not name its address")
        return body._replace(findings=(*body.findings, lost))
    if shows(body.media, picture.address):
        return body
    above = read_body(picture._replace(caption="").html, where, base=where)
    return Body(
        f"{above.text}\n\n{body.text}".strip(),
        (*above.media, *body.media),
        (*above.findings, *body.findings),
    )


def _with_enclosures(body: Body, item: Node) -> Body:
    """The text with the sounds and films of a podcast, unless it links them itself."""
    media = tuple(Medium(each) for each in enclosures_of(item) if each not in body.text)
    lost = (Lost("an enclosure", each.name, "the dump does not hold it") for each in media)
    return body._replace(media=(*body.media, *media), findings=(*body.findings, *lost))


def _with_files(body: Body, uploads: Uploads) -> Body:
    """The text with the files of its pictures, as far as the dump holds them."""
    media = tuple(map(uploads.place, body.media))
    held = {medium.name for medium in media if medium.entry}
    findings = (f for f in body.findings if not (isinstance(f, Lost) and f.where in held))
    return body._replace(media=media, findings=tuple(findings))


_confidence = recognise_formats("wordpress")
READER = Reader(
    "wordpress",
    "a WordPress export (WXR)",
    _recognise,
    _read,
    (
        *("draft", "pending", "scheduled", "private", "trash", "password", "page", "paid"),
        *("followers only", "attachment", "other kind", "duplicate", "empty", "incomplete"),
    ),
)
