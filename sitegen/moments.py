"""Moments as their authors wrote them, and the time zones of the IANA database."""

import difflib
import functools
from datetime import UTC, datetime, timezone
from importlib import resources
from zoneinfo import ZoneInfo


class WrittenMoment(datetime):
    """A moment with the offset in which it was written: of one moment, two offsets are two days.

    Sorted by the moment alone, but equal only to what has the same offset as well.
    """

    def __eq__(self, other: object) -> bool:
        """Whether it is the same moment in the same offset."""
        if isinstance(other, WrittenMoment) and self.utcoffset() != other.utcoffset():
            return False
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        """Whether the moment or the offset differs."""
        return not self == other

    def __hash__(self) -> int:
        """The hash of the moment."""
        return super().__hash__()


def as_written(moment: datetime, zone: str) -> WrittenMoment:
    """The moment in its own offset; where it has none, in that of ``zone`` at that time.

    Of an hour that a zone's clocks skip or repeat, the offset before the change counts.

    Raises:
        OverflowError: UTC has no such year.
    """
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone_of(zone))
    moment.astimezone(UTC)
    return WrittenMoment.combine(
        moment.date(), moment.time(), timezone(offset) if (offset := moment.utcoffset()) else UTC
    )


@functools.lru_cache
def zone_of(name: str) -> ZoneInfo:
    """The time zone of that name, from the package ``tzdata``: the same on every machine."""
    package = resources.files("tzdata").joinpath("zoneinfo", *name.split("/"))
    with package.open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def checked_zone(name: str) -> str:
    """The name of a time zone.

    Raises:
        ValueError: there is no such zone; the text says what is near.
    """
    if name in _zones():
        return name
    by_folded = {zone.casefold().replace("_", " "): zone for zone in _zones()}
    near = difflib.get_close_matches(name.casefold().replace("_", " "), by_folded, n=1)
    hint = f"did you mean “{by_folded[near[0]]}”?" if near else "such as UTC or Europe/Berlin"
    raise ValueError(f"there is no time zone “{name}”; {hint}")


@functools.lru_cache
def _zones() -> frozenset[str]:
    return frozenset(resources.files("tzdata").joinpath("zones").read_text("utf-8").split())
