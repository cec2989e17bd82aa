"""The type of a dump format, with a function that detects it."""

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.readers.detection.file_head import FileHead

CERTAIN = 1.0
LIKELY = 0.8
"""The structure of one program's export, in a format that other programs use too."""
GENERAL = 0.5
"""A general format, such as JSON."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of dumps."""

    name: str
    """One word, such as ``telegram``."""
    title: str
    """Its name for people, with an article: “a Telegram export (JSON)”."""
    confidence: Callable[[FileHead], float]
    """Returns how likely it is that a dump has this format, 0 to 1."""


def when(test: Callable[[FileHead], object], confidence: float) -> Callable[[FileHead], float]:
    """A function that returns ``confidence`` for a file that passes ``test``, otherwise 0."""
    return lambda file: confidence if test(file) else 0.0
