"""Merges documents that several dumps of one import have in common."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.models import Document, Medium

_LINK = re.compile(r"\]\([^)\s]*\)|https?://\S+")
_MARKUP = re.compile(r"[\s\\*_`>\[\]]+")


class Merged(NamedTuple):
    """The documents of several dumps, without repeats."""

    documents: tuple[tuple[Document, ...], ...]
    """For each dump, its documents that are not in an earlier one."""
    repeats: int
    """How many repeats there were."""


def merge_dumps(dumps: Sequence[Sequence[Document]]) -> Merged:
    """Removes the repeats of documents in later dumps.

    Documents are the same if they have one address, one id, or the same words but for spaces and
    links. The first one stays; it takes over what only the other has.
    """
    places: dict[str, tuple[int, int]] = {}
    kept: list[list[Document]] = []
    count = 0
    for number, documents in enumerate(dumps):
        kept.append([])
        for document in documents:
            keys = tuple(_keys_of(document))
            place = next((places[key] for key in keys if key in places), None)
            if place is not None and place[0] != number:
                kept[place[0]][place[1]] = _join(kept[place[0]][place[1]], document)
                count += 1
                continue
            here = (number, len(kept[number]))
            kept[number].append(document)
            for key in keys:
                places.setdefault(key, here)
    return Merged(tuple(tuple(documents) for documents in kept), count)


def _keys_of(document: Document) -> Iterator[str]:
    yield f"id {document.id}"
    if document.source:
        yield f"source {_normal_address(document.source)}"
    if document.link:
        yield f"link {_normal_address(document.link.address)}"
    elif words := _words_of(document):
        yield f"words {words}"


def _normal_address(address: str) -> str:
    """An address without its scheme, ``www.``, a final slash and a fragment."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query


def _words_of(document: Document) -> str:
    """The characters of a document without spaces, links and Markdown marks."""
    return _MARKUP.sub("", _LINK.sub("", document.full_text))


def _join(first: Document, other: Document) -> Document:
    return replace(
        first,
        text=_join_texts(first, other),
        title=first.title or other.title,
        author=first.author or other.author,
        date=first.date or other.date,
        source=first.source or other.source,
        link=first.link or other.link,
        tags=tuple(dict.fromkeys((*first.tags, *other.tags))),
        lang=first.lang or other.lang,
        media=_join_media(first, other),
        warning=first.warning or other.warning,
    )


def _join_media(first: Document, other: Document) -> tuple[Medium, ...]:
    """The media of the first, with the files and alternative texts that only the other has."""
    if not first.media:
        return tuple(medium for medium in other.media if not medium.is_in_text)
    if len(first.media) != len(other.media):
        return first.media
    pairs = zip(first.media, other.media, strict=True)
    return tuple(_join_medium(one, another) for one, another in pairs)


def _join_medium(first: Medium, other: Medium) -> Medium:
    found = first._replace(alt=first.alt or other.alt)
    return found if first.entry else found._replace(entry=other.entry, dump=other.dump)


def _join_texts(first: Document, other: Document) -> str:
    """The text of the first; of link posts, both comments, unless they are the same."""
    one, two = _words_of(first), _words_of(other)
    if not first.link or not other.link or first.is_markdown != other.is_markdown or two in one:
        return first.text
    return other.text if one in two else f"{first.text}\n\n{other.text}"
