"""The interface of a publishing target, and the result of sending a site to it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sitegen.artifacts import MESSAGE_FILE
from sitegen.engine.output_record import list_output


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """The result of publishing a site."""

    target: str
    """The name of the target, such as ``the branch gh-pages of origin``."""
    files: int
    """The number of files in the site."""
    changed: tuple[str, ...]
    """The paths in the site of files that were added or changed."""
    removed: tuple[str, ...]
    """The paths of files that were removed from the target."""
    is_new: bool
    """Whether anything was sent. False if the target was up to date."""


def published_files(output: Path) -> list[str]:
    """The files of the site in ``output`` that are published: all but the message to be sent."""
    return [name for name in list_output(output) if name != MESSAGE_FILE]


class Staged(Protocol):
    """A copy of an output, ready to be sent. Later changes to the output do not affect it."""

    def send(self) -> Delivery:
        """Replaces the site that was published before.

        Raises:
            OutputError: it cannot be sent.
        """


class Target(Protocol):
    """Where a site can be published."""

    is_remote: bool
    """Whether sending uses the network, so that the output is not kept locked meanwhile."""

    @property
    def name(self) -> str:
        """The name of the target, for messages."""

    def stage(self, output: Path) -> Staged:
        """Copies the files of ``output`` that are published. The caller holds the build lock.

        Raises:
            OutputError: they cannot be copied.
        """
