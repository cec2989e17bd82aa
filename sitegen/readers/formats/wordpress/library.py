"""What the posts of an export refer to: attachments, reusable blocks and guest authors.

They may stand behind the posts, even in another file of the export.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import splitext
from urllib.parse import unquote

from sitegen.models import Medium
from sitegen.readers.formats.wordpress.items import content_of, excerpt_of, metadata_of
from sitegen.readers.html import Attachment, Attachments
from sitegen.readers.sources import Entry
from sitegen.readers.streams.xml_items import stream_xml
from sitegen.readers.streams.xml_nodes import Node

_IS_REFERRED_TO = re.compile(
    r"post_type>\s*(?:<!\[CDATA\[)?\s*(?:attachment|wp_block|guest-author)\b"
).search
_PICTURES = frozenset(
    {".avif", ".gif", ".heic", ".heif", ".jpe", ".jpeg", ".jpg", ".png", ".svg", ".webp"}
)
_HIDDEN = frozenset({"private", "trash", "draft", "auto-draft", "pending", "future"})
_UPLOAD = re.compile(r"(?:/uploads/|\.files\.wordpress\.com/)((?:sites/\d+/)?[^?#]+)")
_FILE = re.compile(r"(?:^|/)(?:uploads/(?P<below>.+)|(?P<dated>\d{4}/\d\d/[^/]+))$")
_SERVER = re.compile(r"^https?://(?:i\d\.wp\.com/)?(?:www\.)?", re.IGNORECASE)
"""What is before the address of a picture, with the server that resizes pictures."""
_SIZE = re.compile(r"(?:-\d+x\d+|-scaled|-e\d{10,})+(?=\.\w+$)")
"""What WordPress adds to the name of a picture for its other sizes."""


@dataclass(frozen=True, slots=True)
class Library:
    """The attachments, reusable blocks and guest authors of a blog."""

    by_id: dict[str, Attachment] = field(default_factory=dict)
    blocks: dict[str, str] = field(default_factory=dict)
    """The texts of the reusable blocks that are published."""
    uploads: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """The place and id of each picture that was uploaded to a post, by the id of the post."""

    guests: dict[str, str] = field(default_factory=dict)
    """The names of authors without an account, by login."""

    def add(self, item: Node) -> None:
        """Adds an attachment, a reusable block or a guest author, unless it is private."""
        id_, status = item.text_of("post_id"), item.text_of("status")
        if item.text_of("post_password") or status in _HIDDEN:
            return
        if item.text_of("post_type") == "attachment":
            self._add_attachment(id_, item)
        elif item.text_of("post_type") == "wp_block" and status == "publish":
            self.blocks[id_] = content_of(item)
        elif item.text_of("post_type") == "guest-author":
            name = metadata_of(item, "cap-display_name") or item.text_of("title")
            self.guests[metadata_of(item, "cap-user_login")] = name

    def _add_attachment(self, id_: str, item: Node) -> None:
        address = item.text_of("attachment_url", "guid")
        if not address:
            return
        alt = metadata_of(item, "_wp_attachment_image_alt")
        self.by_id[id_] = Attachment(address, alt, excerpt_of(item))
        parent = item.text_of("post_parent")
        if parent not in ("", "0") and splitext(address)[1].lower() in _PICTURES:
            order = item.text_of("menu_order")
            place = int(order) if order.isdecimal() and len(order) < 10 else 0
            self.uploads.setdefault(parent, []).append((place, id_))

    def of_post(self, id_: str) -> Attachments:
        """What a post may refer to."""
        own = tuple(each for _, each in sorted(self.uploads.get(id_, ()), key=lambda pair: pair[0]))
        return Attachments(self.by_id, self.blocks, own)


def read_libraries(exports: Iterable[Entry]) -> Mapping[str, Library]:
    """The libraries of the blogs, by their addresses."""
    libraries: dict[str, Library] = {}
    for entry in exports:
        parts = (
            part
            for part in stream_xml(entry, "item", only=_IS_REFERRED_TO)
            if isinstance(part, Node)
        )
        _fill(libraries, parts)
    return libraries


def _fill(libraries: dict[str, Library], parts: Iterator[Node]) -> None:
    """Adds the items of a file, of which the first part is its head."""
    head = next(parts, None)
    if head is None:
        return
    library = libraries.setdefault(address_of(head), Library())
    for item in parts:
        library.add(item)


@dataclass(frozen=True, slots=True)
class Uploads:
    """The files of a blog that lie beside its export, by their paths below ``uploads/``."""

    by_path: Mapping[str, str]
    """Their names in the dump."""

    def place(self, medium: Medium) -> Medium:
        """A picture with its file, if the dump holds it."""
        found = _UPLOAD.search(medium.name)
        path = unquote(found[1]) if found else ""
        original = _SIZE.sub("", path)
        entry = self.by_path.get(path) or self.by_path.get(original)
        return medium._replace(entry=entry) if entry else medium


def find_uploads(entries: Iterable[Entry]) -> Uploads:
    """The uploaded files in a dump: below ``uploads/``, or by year and month alone."""
    found = ((entry.name, _FILE.search(entry.name)) for entry in entries)
    return Uploads({each["below"] or each["dated"]: name for name, each in found if each})


def address_of(head: Node) -> str:
    """The address of the blog."""
    channel = head.first("channel") or head
    return channel.text_of("base_blog_url", "base_site_url", "link")


def shows(media: Iterable[Medium], address: str) -> bool:
    """Whether a text shows a picture, in any size, also as WordPress.com resizes it."""
    original = _original_of(address)
    return any(_original_of(medium.name) == original for medium in media)


def _original_of(address: str) -> str:
    """What the addresses of a picture in all sizes have in common."""
    path = address.partition("?")[0].partition("#")[0]
    return _SIZE.sub("", _SERVER.sub("", path))
