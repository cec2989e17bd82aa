"""Finds the response for an address: a file of the output, in pages with the client's script."""

import os
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO, Self
from urllib.parse import quote, unquote

from sitegen.engine.output_record import read_record
from sitegen.server.content_types import content_type_of
from sitegen.server.page_scripts import CLIENT_ADDRESS, PageScripts
from sitegen.server.ranges import UnsatisfiableRangeError, read_range

_CLIENT = Path(__file__).with_name("client.js")

_HTML = "text/html"
_NOTHING_HERE = (
    b'<!doctype html><html lang="en"><meta charset="utf-8"><title>Nothing here</title>'
    b"<body><p>There is no page at this address.</p></body></html>"
)

_WELL_KNOWN = ".well-known"
"""The only name with a leading dot that is served (RFC 8615)."""


_TAIL = 65536
"""The end of a page in which ``</body>`` is searched, in bytes."""


@dataclass(frozen=True, slots=True)
class Span:
    """A range of bytes of an open file."""

    file: BinaryIO
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Response:
    """A response to a request. A context manager, as it may hold an open file."""

    parts: tuple[bytes | Span, ...]
    """The body. Files are read while they are sent."""
    content_type: str
    status: HTTPStatus = HTTPStatus.OK
    location: str = ""
    """The target of a redirect."""
    etag: str = ""
    """The entity tag of the file; empty if ranges are not supported."""
    content_range: str = ""
    """The Content-Range of a partial response."""
    policy: str = ""
    """The Content-Security-Policy of a page; empty for none."""
    is_for_sandbox: bool = False
    """Whether a page in a sandbox may load it, which has an origin of its own."""
    file: BinaryIO | None = None
    """The open file behind the parts."""

    @property
    def length(self) -> int:
        """The length of the body in bytes."""
        return sum(part.length if isinstance(part, Span) else len(part) for part in self.parts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.file:
            self.file.close()


def respond(address: str, output: Path, scripts: PageScripts) -> Response:
    """The response to a request for ``address``, the path of a URL as the browser sent it.

    Pages get ``scripts``. The caller must read their version before this call: a page that is read
    during a build then counts as older than the build.
    """
    if address == CLIENT_ADDRESS:
        return Response((_CLIENT.read_bytes(),), content_type_of("client.js"))
    parts = _parts_of(address)
    file = _open(output, parts)
    if file:
        return _file(file, content_type_of(parts[-1]), scripts)
    if _find(output, (*parts, "index.html")):
        folder = "".join(f"/{quote(part, safe='')}" for part in parts) + "/"
        return Response((), content_type_of(""), HTTPStatus.MOVED_PERMANENTLY, folder)
    return _missing(output, scripts)


def part_of(response: Response, range_header: str, if_range: str | None = None) -> Response:
    """The part of a response that a request asks for, or the whole.

    Args:
        response: the whole file.
        range_header: the ``Range`` header; may be empty.
        if_range: the ``If-Range`` header: a part is sent only if it matches the entity tag.
    """
    if not (range_header and response.etag) or if_range not in (None, response.etag):
        return response
    size = response.length
    try:
        part = read_range(range_header, size)
    except UnsatisfiableRangeError:
        status = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        return replace(response, parts=(), status=status, content_range=f"bytes */{size}")
    if part is None or response.file is None:
        return response
    return replace(
        response,
        parts=(Span(response.file, part.start, part.length),),
        status=HTTPStatus.PARTIAL_CONTENT,
        content_range=f"bytes {part.start}-{part.start + part.length - 1}/{size}",
    )


def was_written(address: str, output: Path) -> bool:
    """Whether a build wrote the file at ``address``; assumed if all that it wrote is gone."""
    recorded = read_record(output)
    name = "/".join(_parts_of(address))
    return not recorded or bool(recorded & {name, f"{name}/index.html"})


def _parts_of(address: str) -> tuple[str, ...]:
    """The path segments of an address; that of a folder ends in ``index.html``."""
    *folders, name = address.removeprefix("/").split("/")
    return tuple(
        unquote(part, errors="surrogateescape") for part in (*folders, name or "index.html")
    )


def _find(output: Path, parts: tuple[str, ...]) -> Path | None:
    """The file at ``parts``, unless it is hidden or outside the output."""
    if any(set(part) & {"/", "\\", "\0"} or not part for part in parts):
        return None
    try:
        root = output.resolve(strict=True)
        file = root.joinpath(*parts).resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError is a loop of symbolic links
        return None
    if not file.is_relative_to(root) or not file.is_file():
        return None
    names = {*parts, *file.relative_to(root).parts} - {_WELL_KNOWN}
    return None if any(name.startswith(".") for name in names) else file


def _open(output: Path, parts: tuple[str, ...]) -> BinaryIO | None:
    path = _find(output, parts)
    try:
        return path.open("rb", buffering=0) if path else None
    except OSError:  # a build just removed it
        return None


def _missing(output: Path, scripts: PageScripts) -> Response:
    kind, status = content_type_of("404.html"), HTTPStatus.NOT_FOUND
    file = _open(output, ("404.html",))
    if file:
        return replace(_file(file, kind, scripts), status=status)
    added = scripts.added_to(_NOTHING_HERE)  # without a script of its own, it is sent as it is
    return Response((_NOTHING_HERE, added.html), kind, status, policy=added.policy)


def _file(file: BinaryIO, content_type: str, scripts: PageScripts) -> Response:
    found = os.fstat(file.fileno())
    whole = Span(file, 0, found.st_size)
    if content_type.startswith(_HTML):
        return _page(whole, content_type, scripts)
    etag = f'"{found.st_mtime_ns:x}-{found.st_size:x}-{found.st_ino:x}"'
    return Response((whole,), content_type, etag=etag, file=file)


def _page(page: Span, content_type: str, scripts: PageScripts) -> Response:
    """The page with the scripts before ``</body>``, or at the end."""
    added = scripts.added_to(page.file.read() if scripts.needs_page else b"")
    if added.page is not None:
        end = _place_for_scripts(added.page, len(added.page))
        parts: tuple[bytes | Span, ...] = (added.page[:end], added.html, added.page[end:])
        return Response(parts, content_type, file=page.file, policy=added.policy)
    start = max(0, page.length - _TAIL)
    page.file.seek(start)
    end = start + _place_for_scripts(page.file.read(_TAIL), page.length - start)
    rest = Span(page.file, end, page.length - end)
    parts = (Span(page.file, 0, end), added.html, rest)
    return Response(parts, content_type, file=page.file, policy=added.policy)


def _place_for_scripts(html: bytes, length: int) -> int:
    """Where ``</body>`` begins, or ``length`` without one."""
    found = html.lower().rfind(b"</body>")
    return found if found >= 0 else length
