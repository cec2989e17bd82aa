"""Posts of Bluesky: https://docs.bsky.app/docs/advanced-guides/posts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sitegen.models import Document, DumpPlace, LinkTarget, Medium
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, Lost
from sitegen.readers.identity import identify
from sitegen.readers.rich_text import Span, is_plain, plain_of, spans_to_markdown
from sitegen.readers.streams.json_values import list_of, objects_in

POST = "app.bsky.feed.post"
REPOST = "app.bsky.feed.repost"
_HIDDEN = "!no-unauthenticated"
"""The label of an account that is not to be shown to people who are not signed in."""
_MEDIA = {"images": "a picture", "gallery": "a picture", "video": "a video"}


class Found(NamedTuple):
    """A post of the account."""

    uri: str
    """``at://did/app.bsky.feed.post/key``."""
    account: str
    """The handle, or the DID where that is unknown."""
    author: str | None
    record: Mapping[str, Any]
    view: Mapping[str, Any] = {}
    """What is attached, with the addresses of pictures; only in feeds."""

    @property
    def parent(self) -> str | None:
        """The post that it answers; if its thread begins with somebody else's post, that one."""
        reply = self.record.get("reply")
        if not isinstance(reply, dict):
            return None
        root, parent = (_uri(reply.get(key)) for key in ("root", "parent"))
        is_own = did_of(root) == did_of(self.uri) == did_of(parent)
        return parent if is_own else root if did_of(root) != did_of(self.uri) else parent


def did_of(uri: str) -> str:
    """The account in the address of a record."""
    return uri.removeprefix("at://").partition("/")[0]


def is_hidden(labelled: Mapping[str, Any]) -> bool:
    """Whether a profile, an author or a post is labelled as not public."""
    labels = labelled.get("labels")
    values = labels.get("values") if isinstance(labels, dict) else labels
    return isinstance(values, list) and any(
        isinstance(label, dict) and label.get("val") == _HIDDEN for label in values
    )


def make_document(post: Found, dump: str) -> tuple[Document, Sequence[Finding]]:
    """The document of a post, and the media that it lacks."""
    record = post.record
    key = post.uri.rpartition("/")[2]
    address = f"https://bsky.app/profile/{post.account}/post/{key}"
    spans = tuple(_spans_of(record))
    text = plain_of(spans) if is_plain(spans) else spans_to_markdown(spans)
    embeds = tuple(_embeds_of(record))
    languages = [tag for tag in list_of(record.get("langs")) if isinstance(tag, str)]
    document = Document(
        id=identify("bluesky", did_of(post.uri), key),
        kind="post",
        text=text.strip("\n"),
        place=DumpPlace(dump),
        is_markdown=not is_plain(spans),
        has_own_id=True,
        author=post.author,
        date=parse_date(str(record.get("createdAt") or "")),
        source=address,
        link=_link_of(embeds),
        tags=tuple(_tags_of(record)),
        lang=languages[0] if len(languages) == 1 else None,
        media=tuple(_media_in(post.view)),
        warning=_warning_of(record),
    )
    return document, [Lost(what, address, why) for what, why in _lost_media(embeds)]


def _spans_of(record: Mapping[str, Any]) -> Iterator[Span]:
    """The text, with links where an address is not written out."""
    text = record.get("text")
    if not isinstance(text, str):
        return
    raw = text.encode("utf-8", "surrogatepass")
    position = 0
    for start, end, address in _links_in(record, text):
        if not position <= start < end <= len(raw):
            continue
        words = raw[start:end].decode("utf-8", "replace")
        yield Span(raw[position:start].decode("utf-8", "replace"))
        yield Span(words) if words == address else Span(words, "link", address)
        position = end
    yield Span(raw[position:].decode("utf-8", "replace"))


def _links_in(record: Mapping[str, Any], text: str) -> list[tuple[int, int, str]]:
    """The links of a text: start and end in bytes, and the address."""
    links = []
    for facet in objects_in(record.get("facets")):
        match facet.get("index"):
            case {"byteStart": int(start), "byteEnd": int(end)}:
                links += [
                    (start, end, address)
                    for feature in objects_in(facet.get("features"))
                    if isinstance(address := feature.get("uri"), str)
                ]
    for entity in () if links else objects_in(record.get("entities")):  # before May 2023
        match entity:
            case {"type": "link", "index": {"start": int(start), "end": int(end)}, "value": str()}:
                start, end = _bytes_before(text, start), _bytes_before(text, end)
                links.append((start, end, entity["value"]))
    return sorted(links)


def _bytes_before(text: str, units: int) -> int:
    """The number of bytes before a position that counts UTF-16 units."""
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * max(units, 0)]
    return len(before.decode("utf-16-le", "ignore").encode("utf-8", "surrogatepass"))


def _tags_of(record: Mapping[str, Any]) -> Iterator[str]:
    """The hashtags of the text, and those beside it, each once."""
    found: dict[str, None] = {}
    for facet in objects_in(record.get("facets")):
        for feature in objects_in(facet.get("features")):
            if isinstance(tag := feature.get("tag"), str):
                found.setdefault(tag.lstrip("#"))
    for tag in list_of(record.get("tags")):
        if isinstance(tag, str):
            found.setdefault(tag.lstrip("#"))
    yield from found


def _embeds_of(record: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """What is attached; a quotation with media is two things."""
    for embed in objects_in(record.get("embed")):
        if _kind(embed) == "recordWithMedia":
            yield from objects_in(embed.get("media"))
            yield from objects_in(embed.get("record"))
        else:
            yield embed


def _link_of(embeds: Sequence[Mapping[str, Any]]) -> LinkTarget | None:
    """The page or the post that is attached."""
    for embed in embeds:
        for external in objects_in(embed.get("external")):
            if isinstance(address := external.get("uri"), str):
                title = external.get("title")
                return LinkTarget(address, title if isinstance(title, str) else "")
        uri = _uri(embed.get("record"))
        if uri.startswith("at://") and f"/{POST}/" in uri:
            key = uri.rpartition("/")[2]
            return LinkTarget(f"https://bsky.app/profile/{did_of(uri)}/post/{key}")
    return None


def _media_in(view: Mapping[str, Any]) -> Iterator[Medium]:
    """The pictures and videos that a feed names by their addresses."""
    for embed in (view, *objects_in(view.get("media"))):
        for item in (*objects_in(embed.get("images")), embed):
            address = item.get("fullsize") or item.get("playlist")
            alt = item.get("alt")
            if isinstance(address, str):
                yield Medium(address, alt if isinstance(alt, str) else "")


def _lost_media(embeds: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """The media, which are only named by their hashes, each with its alternative text."""
    why = "the dump holds no pictures and videos"
    for embed in embeds:
        what = _MEDIA.get(_kind(embed))
        items = objects_in(embed.get("images") or embed.get("items")) or ([embed] if what else [])
        for item in items if what else []:
            alt = item.get("alt")
            described = f" (“{alt}”)" if isinstance(alt, str) and alt.strip() else ""
            yield f"{what}{described}", why
        for external in objects_in(embed.get("external")):
            if external.get("thumb"):
                yield "the thumbnail of a link", why


def _warning_of(record: Mapping[str, Any]) -> str | None:
    labels = record.get("labels")
    values = objects_in(labels.get("values")) if isinstance(labels, dict) else []
    names = [val for label in values if isinstance(val := label.get("val"), str)]
    return ", ".join(name for name in names if not name.startswith("!")) or None


def _kind(embed: Mapping[str, Any]) -> str:
    """The last part of the type of an embed, such as ``images``."""
    return str(embed.get("$type") or "").removesuffix("#view").rpartition(".")[2]


def _uri(reference: object) -> str:
    """The address in a reference to a record, also in one within another."""
    if not isinstance(reference, dict):
        return ""
    uri = reference.get("uri")
    return uri if isinstance(uri, str) else _uri(reference.get("record"))
