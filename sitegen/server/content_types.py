"""The media types of files by their names, the same on every computer."""

import mimetypes
from pathlib import Path

_PYTHON_TYPES = mimetypes.MimeTypes()  # not those of the system, which differ between computers
_FURTHER_TYPES = {
    ".avif": "image/avif",
    ".epub": "application/epub+zip",
    ".js": "text/javascript",
    ".md": "text/markdown",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
_TEXT_TYPES = ("text/", "application/json", "application/manifest+json", "image/svg+xml")


def content_type_of(name: str) -> str:
    """The media type of a file by its name, for text with the charset."""
    suffix = Path(name).suffix.lower()
    kind = _FURTHER_TYPES.get(suffix) or _PYTHON_TYPES.types_map[True].get(suffix)
    if kind is None:
        return "application/octet-stream"
    is_text = kind.startswith(_TEXT_TYPES) or kind.endswith("/xml")
    return f"{kind}; charset=utf-8" if is_text else kind
