"""What is served at an address: a file inside the output; and in its pages, the client's script."""

import mimetypes
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote

CLIENT_ADDRESS = "/_sitegen/client.js"
_CLIENT = Path(__file__).with_name("client.js")

_HTML = "text/html"
_NOTHING_HERE = (
    b'<!doctype html><html lang="en"><meta charset="utf-8"><title>Nothing here</title>'
    b"<body><p>There is no page at this address.</p></body></html>"
)

_PYTHON_TYPES = mimetypes.MimeTypes()  # not the system's own, which differ between computers
_FURTHER_TYPES = {
    ".avif": "image/avif",
    ".js": "text/javascript",
    ".md": "text/markdown",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
_TEXT_TYPES = ("text/", "application/json", "application/manifest+json", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a request, not yet sent."""

    body: bytes
    content_type: str
    status: HTTPStatus = HTTPStatus.OK
    location: str | None = None
    """Where the browser is sent instead, with a status that says so."""


def reply_to(address: str, output: Path, version: str) -> Reply:
    """The reply to a request for ``address``, the path of a URL as the browser sent it.

    Pages are marked with ``version``; it must have been asked for before this call, so that a page
    read during a build counts as older than the build.
    """
    if address == CLIENT_ADDRESS:
        return Reply(_CLIENT.read_bytes(), content_type_of("client.js"))
    parts = _parts_of(address)
    body = _read(output, parts)
    if body is not None:
        return _file(body, content_type_of(parts[-1]), version)
    if _find(output, (*parts, "index.html")):
        folder = "".join(f"/{quote(part, safe='')}" for part in parts) + "/"
        return Reply(b"", content_type_of(""), HTTPStatus.MOVED_PERMANENTLY, folder)
    missing = _read(output, ("404.html",)) or _NOTHING_HERE
    return _file(missing, content_type_of("404.html"), version, HTTPStatus.NOT_FOUND)


def content_type_of(name: str) -> str:
    """The media type of a file by its name, texts with their encoding."""
    suffix = Path(name).suffix.lower()
    kind = _FURTHER_TYPES.get(suffix) or _PYTHON_TYPES.types_map[True].get(suffix)
    if kind is None:
        return "application/octet-stream"
    is_text = kind.startswith(_TEXT_TYPES) or kind.endswith("/xml")
    return f"{kind}; charset=utf-8" if is_text else kind


def _parts_of(address: str) -> tuple[str, ...]:
    """The names in an address; that of a folder ends in its ``index.html``."""
    *folders, name = address.removeprefix("/").split("/")
    return tuple(
        unquote(part, errors="surrogateescape") for part in (*folders, name or "index.html")
    )


def _find(output: Path, parts: tuple[str, ...]) -> Path | None:
    """The file that ``parts`` lead to, unless it is hidden or stands outside the output."""
    if any(set(part) & {"/", "\\", "\0"} or not part for part in parts):
        return None
    try:
        root = output.resolve(strict=True)
        file = root.joinpath(*parts).resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError is a loop of symbolic links
        return None
    if not file.is_relative_to(root) or not file.is_file():
        return None
    hidden = any(part.startswith(".") for part in (*parts, *file.relative_to(root).parts))
    return None if hidden else file


def _read(output: Path, parts: tuple[str, ...]) -> bytes | None:
    file = _find(output, parts)
    try:
        return file.read_bytes() if file else None
    except OSError:  # a build removed it just now
        return None


def _file(
    body: bytes, content_type: str, version: str, status: HTTPStatus = HTTPStatus.OK
) -> Reply:
    if content_type.startswith(_HTML):
        body = _with_client(body, version)
    return Reply(body, content_type, status)


def _with_client(page: bytes, version: str) -> bytes:
    script = f'<script src="{CLIENT_ADDRESS}" data-version="{version}" defer></script>'.encode()
    end = page.lower().rfind(b"</body>")
    return page[:end] + script + page[end:] if end >= 0 else page + script
