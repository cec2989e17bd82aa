"""What a format of dumps is."""

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.readers.recognition.source import Source

CERTAIN = 1.0
LIKELY = 0.8
"""The shape of one program's export, within a format that others write as well."""
GENERAL = 0.5
"""The format alone, of which nothing more is known."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that dumps come in."""

    name: str
    """One word, such as ``telegram``."""
    title: str
    """For people, with its article: “a Telegram export (JSON)”."""
    recognise: Callable[[Source], float]
    """How sure it is that a dump has this format, 0 to 1."""


def when(test: Callable[[Source], object], confidence: float) -> Callable[[Source], float]:
    """A recogniser that is sure by ``confidence`` where ``test`` holds, and else not at all."""
    return lambda source: confidence if test(source) else 0.0
