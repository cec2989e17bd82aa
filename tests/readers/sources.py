"""Sources for tests of readers."""

import io
from pathlib import Path

from sitegen.readers.sources import Entry


def entry_of(content: bytes, name: str = "dump.json") -> Entry:
    """A file of a dump with this content."""
    return Entry(name, len(content), lambda: io.BytesIO(content), Path(name))
