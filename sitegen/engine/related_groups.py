"""Groups of posts on a subject, and what an earlier build found in them."""

import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Group(NamedTuple):
    """The posts on a subject."""

    texts: tuple[bytes, ...]
    """The keys of their texts."""
    near: tuple[tuple[int, ...], ...]
    """For each post, the indexes of its related posts."""


class Earlier(NamedTuple):
    """What an earlier build found for the texts of a group."""

    found: Sequence[Sequence[int] | None] = ()
    """The indexes that they have now, for each text; None for a text that must be compared."""
    gone: int = 0
    """How many texts were in the group."""


class EarlierGroups:
    """The groups of an earlier build, to find the one that a group was made from by an edit."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups = tuple(groups)

    @functools.cached_property
    def _group_of(self) -> Mapping[bytes, Group]:
        return {text: group for group in self._groups for text in group.texts}

    def like(self, texts: tuple[bytes, ...]) -> Earlier:
        """What is known of ``texts`` from the group that had most of them, if any had."""
        groups = [self._group_of.get(text) for text in texts]
        most, _ = Counter(map(id, groups)).most_common(1)[0]
        before = next(group for group in groups if id(group) == most)
        if not before:
            return Earlier()
        places = {text: place for place, text in enumerate(texts)}
        now = [places.get(text) for text in before.texts]
        kept = [place for place in now if place is not None]
        if len(places) != len(texts) or kept != sorted(set(kept)):
            return Earlier()  # of equally similar texts, the first counts
        found: list[Sequence[int] | None] = [None] * len(texts)
        for place, near in zip(now, before.near, strict=True):
            others = [now[other] for other in near]
            if place is not None and None not in others:
                found[place] = [other for other in others if other is not None]
        return Earlier(found, len(now) - len(kept))
