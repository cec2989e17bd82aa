"""The names of media files, and of what is made of them."""

import hashlib

RECORDINGS = (
    *(".mp4", ".m4v", ".mov", ".webm", ".m4a", ".mp3", ".flac", ".wav"),
    *(".ogg", ".oga", ".ogv", ".opus", ".aac", ".heic", ".heif", ".tif", ".tiff"),
)
"""Files under ``content/media/`` of which only a version without metadata is made."""


def name_of_digest(digest: bytes) -> str:
    """The name of the picture with that digest, without its extension."""
    return hashlib.blake2b(digest, digest_size=6).hexdigest()


def size_file(digest: bytes, width: int) -> str:
    """The name of its version of that width."""
    return f"{name_of_digest(digest)}-{width}.webp"
