"""Merges documents that several dumps of one import have in common."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from sitegen.models import Document, Medium
from sitegen.readers import Withheld
from sitegen.readers.web_addresses import normal_address
from sitegen.readers.withholding import WithheldItems

_LINK = re.compile(r"\]\([^)\s]*\)|https?://\S+")
_SHOWN = re.compile(r"\[(?:https?://)?(?:www\.)?([^\[\]\s]+)\]\(https?://(?:www\.)?([^)\s]*)\)")
"""A link and its words, which may be its address, shortened: Bluesky and others show it so."""
_LINK_KEY = "link "
_MARKUP = re.compile(r"[\s\\*_`>\[\]]+")


class Merged(NamedTuple):
    """The documents of several dumps, without repeats."""

    documents: tuple[tuple[Document, ...], ...]
    """For each dump, its documents that are not in an earlier one."""
    repeats: int
    """How many repeats there were."""
    withdrawn: int = 0
    """How many documents a newer dump says not to be public."""


def merge_dumps(
    dumps: Sequence[Sequence[Document]],
    exported: Sequence[int] | None = None,
    withheld: Sequence[Sequence[Withheld]] | None = None,
) -> Merged:
    """Removes the repeats of documents in later dumps.

    Documents are the same if they have one id, one address that no others of their dump have, or
    the same words except for spaces and links. The first one stays; it takes over what only the
    other has. Of a post that stands in two archives, the text of the newer archive is taken: the
    one with the latest post; if both end with the same, the one exported later, then the one with
    more posts, then the one given later.

    Args:
        dumps: the documents of each dump.
        exported: when each dump was exported; by default, this is not known.
        withheld: the items of each dump that are not public; older dumps lose them.
    """
    if len(dumps) == 1:
        return Merged((tuple(dumps[0]),), 0)
    places: dict[str, _Place] = {}
    kept: list[list[Document]] = []
    times = exported or [0] * len(dumps)
    held = withheld or [()] * len(dumps)
    ages = [
        _Age(_latest_of([*documents, *items]), time, len(documents) + len(items))
        for documents, items, time in zip(dumps, held, times, strict=True)
    ]
    before = sum(map(len, dumps))
    dumps = _without_withdrawn(dumps, held, ages)
    withdrawn = before - sum(map(len, dumps))
    shared = _shared_addresses(dumps)
    count = 0
    for number, documents in enumerate(dumps):
        kept.append([])
        for document in documents:
            keys = tuple(_keys_of(document, shared))
            place = _find(document, keys, places, kept)
            if place is not None and place.dump != number:
                first = kept[place.dump][place.position]
                is_newer = _is_newer(document, first, ages[number], ages[place.dump])
                join = _update if is_newer else _join
                kept[place.dump][place.position] = join(first, document)
                count += 1
                continue
            here = _Place(number, len(kept[number]))
            kept[number].append(document)
            for key in keys:
                places.setdefault(key, here)
    return Merged(tuple(tuple(documents) for documents in kept), count, withdrawn)


class _Age(NamedTuple):
    """What tells which of two archives is newer, the most telling first."""

    latest: float
    """The time of the latest post."""
    exported: int
    posts: int


def _without_withdrawn(
    dumps: Sequence[Sequence[Document]],
    withheld: Sequence[Sequence[Withheld]],
    ages: Sequence[_Age],
) -> list[list[Document]]:
    """The dumps without what a newer one says not to be public."""
    kept: list[list[Document]] = []
    for number, documents in enumerate(dumps):
        newer = WithheldItems(
            item
            for other, items in enumerate(withheld)
            for item in items
            if (ages[other], other) > (ages[number], number)
        )
        kept.append([each for each in documents if not newer.hold(each)])
    return kept


class _Place(NamedTuple):
    """Where a document is that is kept."""

    dump: int
    position: int


def _find(
    document: Document,
    keys: Sequence[str],
    places: Mapping[str, _Place],
    kept: Sequence[Sequence[Document]],
) -> _Place | None:
    """The document that is the same. Two authors may write about one link."""
    for key in keys:
        if place := places.get(key):
            author = kept[place.dump][place.position].author
            is_other = author and document.author and author != document.author
            if not (is_other and key.startswith(_LINK_KEY)):
                return place
    return None


def _is_newer(document: Document, first: Document, its: _Age, of_first: _Age) -> bool:
    """Whether a post was changed later than the first, or is in a newer archive, or longer."""
    if document.id != first.id or not document.has_own_id:
        return False
    if document.updated and first.updated and document.updated != first.updated:
        return document.updated > first.updated
    return (*of_first, len(first.text)) <= (*its, len(document.text))


def _shared_addresses(dumps: Iterable[Iterable[Document]]) -> set[str]:
    """The addresses that several documents of a dump name, such as that of their website."""
    counts = (
        Counter(normal_address(each.source) for each in documents if each.source)
        for documents in dumps
    )
    return {address for found in counts for address, count in found.items() if count > 1}


def _keys_of(document: Document, shared: Container[str]) -> Iterator[str]:
    yield f"id {document.id}"
    if document.source and (address := normal_address(document.source)) not in shared:
        yield f"source {address}"
    if document.link:
        yield f"{_LINK_KEY}{normal_address(document.link.address)}"
    elif words := _words_of(document):
        yield f"words {words}"


def _words_of(document: Document) -> str:
    """The characters of a document without spaces, links and Markdown marks."""
    return _MARKUP.sub("", _LINK.sub("", _SHOWN.sub(_without_address, document.full_text)))


def _without_address(link: re.Match[str]) -> str:
    shown = link[1].replace("\\", "").rstrip(".…")
    return "" if link[2].startswith(shown) else link[0]


def _latest_of(items: Sequence[Document | Withheld]) -> float:
    """When the latest item was published; 0 if no date is known."""
    return max((each.date.timestamp() for each in items if each.date), default=0)


def _update(first: Document, newer: Document) -> Document:
    """A document of a newer archive in the place of the first one."""
    joined = _join(replace(newer, place=first.place), first)
    return joined if newer.media else replace(joined, media=())


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
    if first.has_own_id and first.id == other.id:
        return first.text  # another version of it
    one, two = _words_of(first), _words_of(other)
    if not first.link or not other.link or first.is_markdown != other.is_markdown or two in one:
        return first.text
    return other.text if one in two else f"{first.text}\n\n{other.text}"
