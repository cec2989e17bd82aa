"""Posts of Bluesky: https://docs.bsky.app/docs/advanced-guides/posts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sitegen.models import Document, DumpPlace, LinkTarget
from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Finding, Lost
from sitegen.readers.formats.bluesky.media import kind_of, media_of
from sitegen.readers.identity import identify
from sitegen.readers.rich_text import Span, is_plain, plain_of, spans_to_markdown
from sitegen.readers.sources import Entry
from sitegen.readers.streams.json_values import list_of, objects_in

POST = "app.bsky.feed.post"
REPOST = "app.bsky.feed.repost"
_HIDDEN = frozenset({"!no-unauthenticated", "!hide", "!takedown"})
"""The labels of what is not to be shown to people who are not signed in, or to nobody."""

_PAGES = {
    POST: "profile/{}/post",
    "app.bsky.graph.list": "profile/{}/lists",
    "app.bsky.feed.generator": "profile/{}/feed",
    "app.bsky.graph.starterpack": "starter-pack/{}",
}
"""The addresses of records on bsky.app, by their kind: the account is filled in, a key follows."""


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
        isinstance(label, dict) and str(label.get("val")) in _HIDDEN for label in values
    )


def make_document(
    post: Found, dump: str, files: Mapping[str, Entry]
) -> tuple[Document, Sequence[Finding]]:
    """The document of a post, with files by their hashes, and what of it is lost."""
    record = post.record
    key = post.uri.rpartition("/")[2]
    address = f"https://bsky.app/profile/{post.account}/post/{key}"
    spans = tuple(_spans_of(record))
    text = plain_of(spans) if is_plain(spans) else spans_to_markdown(spans)
    embeds = tuple(_embeds_of(record))
    media, lost_media = media_of(embeds, post.view, files)
    links = tuple(_links_of(embeds))
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
        link=next(iter(links), None),
        tags=tuple(_tags_of(record)),
        lang=languages[0] if len(languages) == 1 else None,
        media=media,
        warning=_warning_of(record),
    )
    lost = [Lost(what, address, why) for what, why in lost_media]
    lost += [Lost(f"a link to {link.address}", address, "a post has one") for link in links[1:]]
    return document, lost


def _spans_of(record: Mapping[str, Any]) -> Iterator[Span]:
    """The text, with links where an address is not written out."""
    text = record.get("text")
    if not isinstance(text, str):
        return
    raw = text.encode("utf-8", "surrogatepass")
    position = 0
    for start, end, address in _links_in(record, text):
        if not (position <= start < end <= len(raw) and _is_whole(raw, start, end)):
            continue
        words = raw[start:end].decode("utf-8", "surrogatepass")
        yield Span(raw[position:start].decode("utf-8", "surrogatepass"))
        yield Span(words) if words == address else Span(words, "link", address)
        position = end
    yield Span(raw[position:].decode("utf-8", "surrogatepass"))


def _is_whole(raw: bytes, start: int, end: int) -> bool:
    """Whether a part of a text in UTF-8 begins and ends between characters."""
    return all(raw[bound : bound + 1] < b"\x80" or raw[bound] >= 0xC0 for bound in (start, end))


def _links_in(record: Mapping[str, Any], text: str) -> list[tuple[int, int, str]]:
    """The links of a text, also to people: start and end in bytes, and the address."""
    links: list[tuple[int, int, str]] = []
    for facet in objects_in(record.get("facets")):
        match facet.get("index"):
            case {"byteStart": int(start), "byteEnd": int(end)}:
                links += [
                    (start, end, address)
                    for feature in objects_in(facet.get("features"))
                    if (address := _target_of(feature.get("uri"), feature.get("did")))
                ]
    for entity in () if links else objects_in(record.get("entities")):  # before May 2023
        match entity:
            case {"index": {"start": int(start), "end": int(end)}, "value": str(value)}:
                start, end = _bytes_before(text, start), _bytes_before(text, end)
                is_person = entity.get("type") == "mention"
                address = _target_of(None, value) if is_person else _target_of(value, None)
                links.append((start, end, address))
    return sorted(link for link in links if link[2])


def _target_of(address: object, did: object) -> str:
    """The address of a link or of an account; empty if there is none."""
    if isinstance(did, str) and did.startswith("did:"):
        return f"https://bsky.app/profile/{did}"
    return address if isinstance(address, str) else ""


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
        if kind_of(embed) == "recordWithMedia":
            yield from objects_in(embed.get("media"))
            yield from objects_in(embed.get("record"))
        else:
            yield embed


def _links_of(embeds: Sequence[Mapping[str, Any]]) -> Iterator[LinkTarget]:
    """The pages and posts that are attached."""
    for embed in embeds:
        for external in objects_in(embed.get("external")):
            if isinstance(address := external.get("uri"), str):
                title = external.get("title")
                yield LinkTarget(address, title if isinstance(title, str) else "")
        if address := _address_of(_uri(embed.get("record"))):
            yield LinkTarget(address, "bsky.app")


def _address_of(uri: str) -> str:
    """The web address of a quoted post, list, feed or starter pack; empty if it has none."""
    account, _, name = uri.removeprefix("at://").partition("/")
    kind, _, key = name.partition("/")
    page = _PAGES.get(kind)
    is_whole = uri.startswith("at://did:") and key and "/" not in key
    return f"https://bsky.app/{page.format(account)}/{key}" if page and is_whole else ""


def _warning_of(record: Mapping[str, Any]) -> str | None:
    labels = record.get("labels")
    values = objects_in(labels.get("values")) if isinstance(labels, dict) else []
    names = [val for label in values if isinstance(val := label.get("val"), str)]
    return ", ".join(name for name in names if not name.startswith("!")) or None


def _uri(reference: object) -> str:
    """The address in a reference to a record, also in one within another."""
    if not isinstance(reference, dict):
        return ""
    uri = reference.get("uri")
    return uri if isinstance(uri, str) else _uri(reference.get("record"))
