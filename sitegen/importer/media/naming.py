"""Names media files in ``content/media/`` by their content."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from sitegen.text.labels import slugify

_LONGEST_STEM = 60
_HASH_DIGITS = 8


class MediaNames:
    """Names files, one name for each content.

    Args:
        known: the names that earlier imports gave, with the SHA-256 of the originals.
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        self._by_digest = {digest: name for name, digest in known.items()}

    def name(self, entry: str, digest: str, extension: str) -> str:
        """The name of a file: that of an earlier file with the same content, or a new one."""
        stem = slugify(PurePosixPath(entry).stem, fallback="file")[:_LONGEST_STEM].strip("-")
        return self._by_digest.setdefault(digest, f"{stem}-{digest[:_HASH_DIGITS]}{extension}")
