"""What must be known of all HTML before it is converted: where elements end, and the footnotes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sitegen.hypertext import EndTag, Event, StartTag

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"}
    | {"track", "wbr"}
)
_NOTE_BLOCKS = frozenset({"aside", "dd", "div", "li", "p", "section"})
_NOTE_ID = re.compile(
    r"_?(?:ftn|fn|footnote|endnote|edn|note|n|cite_note|sdfootnote|sdendnote)[-:_.]?\w*\d+\w*(?:sym)?",
    re.IGNORECASE,
)
_BACK_ID = re.compile(r"ref|anchor|anc$|-link|back", re.IGNORECASE)
_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡§¶]{1,4}|[a-z]|[ivxlc]{1,6})[\])]?[.:]?", re.IGNORECASE)
_REFERENCE_CLASSES = frozenset({"footnote-anchor", "footnote-ref", "footnote-reference", "noteref"})
_BACK_CLASSES = frozenset(
    {
        "footnote-back",
        "footnote-backref",
        "footnote-number",
        "reversefootnote",
        "data-footnote-backref",
    }
)


@dataclass(slots=True)
class Outline:
    """What is known of some HTML."""

    ends: list[int]
    """For each event the index of the end of its element; 0 if it is no start, or has no end."""
    labels: dict[str, str] = field(default_factory=dict)
    """The labels of footnotes by the ids of their elements, in the order of references."""
    words: dict[str, str] = field(default_factory=dict)
    """The words of the first reference, by label."""
    references: set[str] = field(default_factory=set)
    """The ids at references, to which footnotes link back."""
    openers: dict[int, str] = field(default_factory=dict)
    """The labels of footnotes by the index of the start tag of their block."""


def outline_of(events: Sequence[Event]) -> Outline:
    """Finds the ends of elements, and the footnotes."""
    outline = Outline(_ends(events))
    if not any(isinstance(e, StartTag) and fragment_of(e.attributes) for e in events):
        return outline  # no link leads to a footnote
    ids = _ids(events)
    in_sup = 0
    for index, event in enumerate(events):
        if isinstance(event, EndTag):
            in_sup -= in_sup > 0 and event.name == "sup"
        elif isinstance(event, StartTag):
            in_sup += event.name == "sup"
            if event.name == "a" and "href" in event.attributes:
                _find_reference(events, index, ids, outline, is_raised=in_sup > 0)
    for name in outline.labels:
        opener = _opener(events, ids[name])
        if opener is not None:
            outline.openers[opener] = outline.labels[name]
    return outline


def fragment_of(attributes: dict[str, str]) -> str:
    """The id to which a link within the page leads; empty for other links."""
    href = attributes.get("href", "").strip()
    return href[1:] if href.startswith("#") else ""


def id_of(attributes: dict[str, str]) -> str:
    """The id of an element, or the name of an anchor."""
    return attributes.get("id") or attributes.get("name") or ""


def is_back_link(attributes: dict[str, str], outline: Outline) -> bool:
    """Whether a link leads from a footnote back to its reference."""
    fragment = fragment_of(attributes)
    if not fragment or not outline.labels:
        return False
    classes = attributes.get("class", "").split()
    return fragment in outline.references or not _BACK_CLASSES.isdisjoint(classes)


def _ends(events: Sequence[Event]) -> list[int]:
    ends = [0] * len(events)
    opened: dict[str, list[int]] = {}
    for index, event in enumerate(events):
        if isinstance(event, EndTag):
            if starts := opened.get(event.name):
                ends[starts.pop()] = index
        elif isinstance(event, StartTag) and event.name not in VOID:
            starts = opened.setdefault(event.name, [])
            if event.name == "p" and starts:
                ends[starts.pop()] = index
            starts.append(index)
    return ends


def _ids(events: Sequence[Event]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for index, event in enumerate(events):
        if isinstance(event, StartTag) and event.attributes:
            for name in ("id", "name"):
                if event.attributes.get(name):
                    ids.setdefault(event.attributes[name], index)
    return ids


def _find_reference(
    events: Sequence[Event], index: int, ids: dict[str, int], outline: Outline, *, is_raised: bool
) -> None:
    event = events[index]
    if not isinstance(event, StartTag):
        return
    target = fragment_of(event.attributes)
    if not target or ids.get(target, -1) <= index or _is_marked_back(event.attributes):
        return
    words = _words_of(events, index)
    is_mark = bool(_MARK.fullmatch(words))
    is_named = is_mark and bool(_NOTE_ID.fullmatch(target)) and not _BACK_ID.search(target)
    if not (_is_marked(event.attributes) or (is_raised and is_mark) or is_named):
        return
    label = outline.labels.setdefault(target, str(len(outline.labels) + 1))
    outline.words.setdefault(label, words.strip("[]().:"))
    before = events[index - 1] if index else None
    for tag in (event, before):
        if isinstance(tag, StartTag) and id_of(tag.attributes):
            outline.references.add(id_of(tag.attributes))


def _is_marked(attributes: dict[str, str]) -> bool:
    """Whether a link says that it is the reference of a footnote."""
    kinds = f"{attributes.get('epub:type', '')} {attributes.get('role', '')}".split()
    return (
        "noteref" in kinds
        or "doc-noteref" in kinds
        or attributes.get("rel") == "footnote"
        or "data-footnote-ref" in attributes
        or not _REFERENCE_CLASSES.isdisjoint(attributes.get("class", "").split())
    )


def _is_marked_back(attributes: dict[str, str]) -> bool:
    classes = attributes.get("class", "").split()
    return attributes.get("role") == "doc-backlink" or not _BACK_CLASSES.isdisjoint(classes)


def _words_of(events: Sequence[Event], index: int) -> str:
    """The first words of the element that begins at ``index``."""
    parts: list[str] = []
    for event in events[index + 1 : index + 8]:
        if isinstance(event, EndTag) and event.name == "a":
            break
        if isinstance(event, str):
            parts.append(event)
    return "".join(parts).strip()


def _opener(events: Sequence[Event], index: int) -> int | None:
    """The start of the block that is a footnote, whose id is that of the element at ``index``."""
    event = events[index]
    if isinstance(event, StartTag) and event.name in _NOTE_BLOCKS:
        return index
    for place in range(index - 1, max(index - 6, -1), -1):
        before = events[place]
        if isinstance(before, str) and not before.strip():
            continue
        if not isinstance(before, StartTag):
            return None
        if before.name in ("aside", "dd", "li", "p"):
            return place
        if before.name == "div":
            return place if "footnote" in before.attributes.get("class", "").split() else None
    return None
