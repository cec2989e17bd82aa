"""Groups of posts on a subject, and what an earlier build found in them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Group(NamedTuple):
    """Posts on a subject."""

    posts: tuple[str, ...]
    """Their ids."""
    texts: tuple[bytes, ...]
    """The keys of their texts."""
    related: Mapping[str, tuple[str, ...]]
    """The ids of a post's related posts, the nearest first, by its id; many have none."""


class Earlier(NamedTuple):
    """What an earlier build found for the texts of a group."""

    found: Sequence[Sequence[int] | None] = ()
    """The indexes that they have now, for each text; None for a text that must be compared."""
    gone: int = 0
    """How many texts were in the group."""


def earlier_of(before: Group | None, texts: tuple[bytes, ...]) -> Earlier:
    """What is known of the texts of a group from the one that an edit made it from, if any."""
    places = {text: place for place, text in enumerate(texts)}
    now = [places.get(text) for text in before.texts] if before else []
    kept = [place for place in now if place is not None]
    if not before or len(places) != len(texts) or kept != sorted(set(kept)):
        return Earlier()  # of equally similar texts, the first counts
    found: list[Sequence[int] | None] = [None] * len(texts)
    place_of = dict(zip(before.posts, now, strict=True))
    for post, place in place_of.items():
        others = [place_of[other] for other in before.related.get(post, ())]
        if place is not None and None not in others:
            found[place] = [other for other in others if other is not None]
    return Earlier(found, len(now) - len(kept))
