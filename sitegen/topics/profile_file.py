"""The file of topic profiles: ``content/.profiles.tsv``, which belongs in version control.

A sentence encoder takes too long for a build, and its results differ a little between processors.
So an import keeps them here for builds. There is a line for each post, which git can merge: its id,
a tab and its profile. Other lines are ignored, so a damaged file only costs accuracy.
"""

from collections.abc import Mapping
from pathlib import Path

PROFILES_NAME = ".profiles.tsv"
_SEPARATORS = frozenset("\t\r\n")


def read_profiles(content: Path) -> dict[str, str]:
    """The profiles in the file in ``content``, as lines, by page id; none if it cannot be read."""
    try:
        text = (content / PROFILES_NAME).read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return {}
    parts = (line.partition("\t") for line in text.split("\n"))
    return {id_: profile for id_, separator, profile in parts if separator}


def format_profiles(profiles: Mapping[str, str]) -> bytes:
    """The contents of the file, from profiles as lines, by page id."""
    storable = sorted(id_ for id_ in profiles if _SEPARATORS.isdisjoint(id_))
    return "".join(f"{id_}\t{profiles[id_]}\n" for id_ in storable).encode()
