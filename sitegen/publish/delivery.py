"""What every place that a site is published to has in common."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A site that stands where it is read."""

    target: str
    """Where that is, such as ``the branch gh-pages of origin``."""
    files: int
    """How many files the site has."""
    changed: tuple[str, ...]
    """Those of them that were not there yet or had other bytes, by their paths in the site."""
    removed: tuple[str, ...]
    """What was there and is not in the site, by the same paths."""
    is_new: bool
    """Whether anything was sent: not if all was there already."""


class Staged(Protocol):
    """A copy of an output that is ready to be sent: the output may change from now on."""

    def send(self) -> Delivery:
        """Puts the site in the place of the one that was published before.

        Raises:
            OutputError: it cannot be sent.
        """


class Target(Protocol):
    """A place that a site can be published to."""

    is_remote: bool
    """Whether sending may take long, and others may send there at the same time."""

    @property
    def name(self) -> str:
        """What people call it."""

    def stage(self, output: Path) -> Staged:
        """Copies the files of ``output`` that are not hidden; none changes meanwhile.

        Raises:
            OutputError: they cannot be copied.
        """
