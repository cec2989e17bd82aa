"""The pictures and videos of posts on Bluesky.

Records name them by their hashes, as CIDs: https://github.com/multiformats/cid. Programs that save
them beside a repository give the files these names. Feeds have addresses too.
"""

import base64
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sitegen.models import Medium
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.json_values import objects_in

_Embed = Mapping[str, Any]
_KINDS = {"images": "a picture", "gallery": "a picture", "video": "a video"}
_WHY = "the dump holds no pictures and videos"
_SHORTEST_CID = 46


def kind_of(embed: _Embed) -> str:
    """The last part of the type of what is attached, such as ``images``."""
    return str(embed.get("$type") or "").removesuffix("#view").rpartition(".")[2]


def index_files(source: Source) -> Mapping[str, Entry]:
    """The files of a dump that are named after a hash, by it."""
    stems = ((entry.base.partition(".")[0], entry) for entry in source.entries if entry.size)
    return {stem: entry for stem, entry in stems if len(stem) >= _SHORTEST_CID}


def media_of(
    embeds: Sequence[_Embed], view: _Embed, files: Mapping[str, Entry]
) -> tuple[tuple[Medium, ...], list[tuple[str, str]]]:
    """The media of a post; and those that are lost, each with the reason."""
    addresses = _addresses_in(view)
    media, lost = [], []
    for what, item in _items_in(embeds):
        alt = item["alt"] if isinstance(item.get("alt"), str) else ""
        entry, address = files.get(_cid_of(item)), next(addresses, None)
        if entry:
            media.append(Medium(entry.base, alt, entry.name))
            continue
        if address:
            media.append(Medium(address, alt))
        lost.append((f"{what} (“{alt}”)" if alt.strip() else what, _WHY))
    media += [Medium(address) for address in addresses]
    thumbs = (one.get("thumb") for embed in embeds for one in objects_in(embed.get("external")))
    lost += [("the thumbnail of a link", _WHY) for thumb in thumbs if thumb]
    return tuple(media), lost


def _items_in(embeds: Sequence[_Embed]) -> Iterator[tuple[str, _Embed]]:
    """The pictures and videos, each with what it is."""
    for embed in embeds:
        what = _KINDS.get(kind_of(embed))
        items = objects_in(embed.get("images") or embed.get("items")) or [embed]
        yield from ((what, item) for item in items if what)


def _addresses_in(view: _Embed) -> Iterator[str]:
    """The addresses of pictures and videos in a feed."""
    for embed in (view, *objects_in(view.get("media"))):
        for item in (*objects_in(embed.get("images") or embed.get("items")), embed):
            address = item.get("fullsize") or item.get("playlist")
            if isinstance(address, str):
                yield address


def _cid_of(item: _Embed) -> str:
    """The hash of a picture or video as a text; empty if there is none."""
    blob = item.get("image") or item.get("video")
    ref = blob.get("ref", blob.get("cid")) if isinstance(blob, dict) else None
    if isinstance(ref, dict):
        ref = ref.get("$link")
    if isinstance(ref, bytes):
        return "b" + base64.b32encode(ref).decode().lower().rstrip("=")
    return ref if isinstance(ref, str) else ""
