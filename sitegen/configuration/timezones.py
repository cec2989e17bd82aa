"""Time zones of the IANA database, from the package ``tzdata``, not from the machine."""

import functools
import re
from datetime import UTC, tzinfo

DEFAULT_ZONE = "UTC"
_ABBREVIATION = re.compile(r"(?!UTC$|GMT$)[A-Z0-9]+")
"""Legacy names in the database, such as ``EST`` and ``CET``."""


@functools.lru_cache
def zone_of(name: str) -> tzinfo:
    """The time zone of a name that ``checked_zone`` accepted."""
    if name == DEFAULT_ZONE:
        return UTC
    from importlib import resources  # noqa: PLC0415 -- few digests need it
    from zoneinfo import ZoneInfo  # noqa: PLC0415 -- few digests need it

    data = resources.files("tzdata").joinpath("zoneinfo", *name.split("/"))
    with data.open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def checked_zone(name: str) -> str:
    """The name of a time zone.

    Raises:
        ValueError: there is no such zone, or it is an abbreviation; the message has a suggestion.
    """
    if name == DEFAULT_ZONE:
        return name
    if _ABBREVIATION.fullmatch(name):
        raise ValueError(
            f"“{name}” is not the name of a time zone; write one such as Europe/Berlin"
        )
    zones = _zones()
    if name in zones:
        return name
    near = _nearest(name, zones)
    hint = f"did you mean “{near}”?" if near else "write one such as Europe/Berlin"
    raise ValueError(f"there is no time zone “{name}”; {hint}")


@functools.lru_cache
def _zones() -> tuple[str, ...]:
    from importlib import resources  # noqa: PLC0415 -- see above

    return tuple(resources.files("tzdata").joinpath("zones").read_text("utf-8").split())


def _nearest(name: str, zones: tuple[str, ...]) -> str | None:
    """The zone with the most similar name, or the most similar city."""
    import difflib  # noqa: PLC0415 -- see above

    wanted = _folded(name)
    cities = {_folded(zone).rpartition("/")[2]: zone for zone in zones if "/" in zone}
    known = cities | {_folded(zone): zone for zone in zones}
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.75)
    return known[near[0]] if near else None


def _folded(name: str) -> str:
    return re.sub(r"[\s_]+", "_", name.strip().casefold())
