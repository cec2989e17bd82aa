"""The connections of the preview's server: who may ask what, and what is sent."""

import json
import re
import secrets
import socket
import threading
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import Any, cast

from sitegen.desk import Desk
from sitegen.desk.access import CHECKED_HEADERS, Refusal, refusal_of
from sitegen.server.broadcast import Broadcaster, State, Versions, event_data, without_details
from sitegen.server.content_types import content_type_of
from sitegen.server.desk_pages import DESK_PREFIXES, REQUEST_PREFIX, desk_page
from sitegen.server.page_scripts import EVENTS_ADDRESS, PageScripts
from sitegen.server.responses import Response, Span, part_of, respond, was_written
from sitegen.server.sandboxed_pages import is_loadable, without_key
from sitegen.server.visitors import LOOPBACK, Visitor, editor_hosts, visitor_of

_FORMATS = ("/email/", "/search/")
"""The pages that show an output format, which is made after the other pages."""
_HEARTBEAT_SECONDS = 10.0
"""How often an open page is sent a comment, so that the server notices a closed connection."""
_LONGEST_REQUEST = 8_000_000
"""The maximum number of bytes of a request."""
_LONGEST_PICTURE = 90_000_000
"""The same with a picture: that of the largest picture which can be imported, in base 64."""
_NOT_YET = (
    b'<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1">'
    b"<title>Not built yet</title><p>This digest is being built.</p>"
)
"""For guests before the first build: the output of an earlier run may hold drafts."""
_LENGTH = re.compile(r"[0-9]{1,9}")
_RETRY_MILLISECONDS = 500
"""How long a page waits before it reconnects."""


class ServedSite:
    """What all connections share."""

    def __init__(self, output: Path, desk: Desk | None, guest_names: tuple[str, ...]) -> None:
        self.output = output
        self.desk = desk
        self.guest_names = guest_names
        self.write_token = secrets.token_urlsafe(24)
        self.resource_key = secrets.token_urlsafe(24)
        self.broadcaster = Broadcaster()
        self.lost_file = threading.Event()
        self._run = secrets.token_hex(4)

    def versions(self, state: State) -> Versions:
        """The versions for browsers, which differ from those of an earlier server."""
        pages = f"{self._run}-{state.version}"
        return Versions(pages, f"{pages}.{state.formats}")

    def has_lost(self, address: str) -> bool:
        """Whether a build of this run wrote the file at an address where there is none."""
        return self.broadcaster.state.is_built and was_written(address, self.output)


class Listener(ThreadingTCPServer):
    """Accepts connections, each in its own thread, and keeps them to close them later."""

    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, site: ServedSite, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Handler)
        self.site = site
        self.port: int = self.server_address[1]
        self._connections: set[socket.socket] = set()
        self._thread = threading.Thread(
            target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )

    def start(self) -> None:
        """Begins to accept connections."""
        self._thread.start()

    def stop(self) -> None:
        """Closes all connections, and returns when all threads have ended."""
        self.shutdown()
        self.close_connections()
        self.server_close()
        self._thread.join()

    def get_request(self) -> tuple[socket.socket, Any]:
        """Accepts a connection."""
        connection, client = super().get_request()
        self._connections.add(connection)
        return connection, client

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        """Closes a connection."""
        self._connections.discard(cast("socket.socket", request))
        super().shutdown_request(request)

    def close_connections(self) -> None:
        """Closes all connections, which ends their threads; to be called after ``shutdown``."""
        for connection in tuple(self._connections):
            with suppress(OSError):  # its thread closed it already
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    """Handles the requests of one connection."""

    server: Listener
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60.0
    """Seconds after which an idle connection is closed."""

    def handle(self) -> None:
        with suppress(OSError):  # the browser may disconnect, and a disk may fail
            super().handle()

    def do_GET(self) -> None:
        address, _, _ = self.path.partition("?")
        visitor = self._visitor()
        own = without_key(address, self.site.resource_key)
        if visitor is None:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif address == EVENTS_ADDRESS:
            self._send_event_stream(visitor)
        elif own is not None:
            self._send_for_sandbox(own)
        elif visitor is Visitor.EDITOR and self.site.desk and address.startswith(DESK_PREFIXES):
            language = self.site.desk.language()
            self._send(desk_page(address, self._page_scripts(visitor), language))
        elif visitor is Visitor.GUEST and not self.site.broadcaster.state.is_built:
            self._send(Response((_NOT_YET,), content_type_of("x.html"), HTTPStatus.NOT_FOUND))
        else:
            with respond(address, self.site.output, self._page_scripts(visitor)) as response:
                self._send(self._wanted_part(response))
            if response.status is HTTPStatus.NOT_FOUND and self.site.has_lost(address):
                self.site.lost_file.set()

    do_HEAD = do_GET  # noqa: N815 - the name that the standard library calls

    def do_POST(self) -> None:
        """Answers a request of the bar or the desk."""
        address, _, _ = self.path.partition("?")
        name = address.removeprefix(REQUEST_PREFIX)
        if self.site.desk is None or name == address:
            self._send(_refused(HTTPStatus.NOT_IMPLEMENTED, "nothing can be sent here"))
            self.close_connection = True
            return
        refusal = self._refusal()
        longest = _LONGEST_PICTURE if name == "picture" else _LONGEST_REQUEST
        body = self._body(longest) if refusal is None else None
        if refusal:
            self._send(_refused(HTTPStatus(refusal.status), refusal.why))
        elif body is None:
            self._send(_refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the request is too long"))
        else:
            reply = self.site.desk.answer(name, body)
            self._send(Response((reply.data,), content_type_of("reply.json"), reply.status))
        self.close_connection |= body is None

    def _refusal(self) -> Refusal | None:
        """Why the request may not change anything; None if it may."""
        if self._visitor() is not Visitor.EDITOR:
            return Refusal(HTTPStatus.MISDIRECTED_REQUEST, "only the editor's machine may write")
        headers = {name: self._only_header(name) for name in CHECKED_HEADERS}
        hosts = editor_hosts(self.server.port)
        return refusal_of(headers, hosts, self.site.write_token)

    def _only_header(self, name: str) -> str | None:
        """The value of a header; all of them if it is there more than once, which fits nothing."""
        values = self.headers.get_all(name)
        return ", ".join(values) if values else None

    def _body(self, longest: int) -> bytes | None:
        """The body of a request; None if it is too long or cut off, or its length is not given."""
        length = self._only_header("Content-Length") or ""
        if "Transfer-Encoding" in self.headers or not _LENGTH.fullmatch(length):
            return None
        if int(length) > longest:
            return None
        body = self.rfile.read(int(length))
        return body if len(body) == int(length) else None

    @property
    def site(self) -> ServedSite:
        """What is served."""
        return self.server.site

    def _visitor(self) -> Visitor | None:
        host = self._only_header("Host") or ""
        reached = str(self.connection.getsockname()[0])
        client = str(self.client_address[0])
        return visitor_of(host, client, reached, self.server.port, self.site.guest_names)

    def _page_scripts(self, visitor: Visitor) -> PageScripts:
        site = self.site
        versions = site.versions(site.broadcaster.state)
        is_format = self.path.startswith(_FORMATS)
        version = versions.formats if is_format else versions.pages
        if site.desk is None or visitor is Visitor.GUEST:
            return PageScripts(version)
        return PageScripts(
            version,
            self.headers.get("Host", ""),
            site.write_token,
            site.desk.theme_scripts,
            self.path.partition("?")[0],
            site.resource_key,
        )

    def _send_for_sandbox(self, address: str) -> None:
        """Sends a file, or the events, to a page in a sandbox, which has an origin of its own."""
        if address == EVENTS_ADDRESS:
            self._send_events(Visitor.GUEST, for_sandbox=True)
        elif not is_loadable(address):
            self._send(_refused(HTTPStatus.NOT_FOUND, "only the files of pages are here"))
        else:
            with respond(address, self.site.output, PageScripts("")) as response:
                self._send(replace(self._wanted_part(response), is_for_sandbox=True))

    def log_message(self, *_: object) -> None:
        """Logs nothing: only the command line prints."""

    def _refuse(self, status: HTTPStatus) -> None:
        text = f"The preview is for this computer only: http://{LOOPBACK}:{self.server.port}/\n"
        self._send(Response((text.encode(),), content_type_of("refused.txt"), status))

    def _wanted_part(self, response: Response) -> Response:
        """The requested part of a response; HEAD has no ranges (RFC 9110, 14.2)."""
        if self.command == "HEAD":
            return response
        wanted = ", ".join(self.headers.get_all("Range", ()))
        return part_of(response, wanted, self.headers.get("If-Range"))

    def _send(self, response: Response) -> None:
        self._send_head(response.status, response.content_type, for_sandbox=response.is_for_sandbox)
        self.send_header("Content-Length", str(response.length))
        if response.location:
            self.send_header("Location", response.location)
        if response.etag:
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("ETag", response.etag)
        if response.content_range:
            self.send_header("Content-Range", response.content_range)
        if response.policy:
            self.send_header("Content-Security-Policy", response.policy)
            self.send_header("Referrer-Policy", "same-origin")
        self.end_headers()
        for part in response.parts if self.command != "HEAD" else ():
            self._send_part(part)

    def _send_part(self, part: bytes | Span) -> None:
        if isinstance(part, bytes):
            self.wfile.write(part)
        elif part.length and self._send_span(part) < part.length:
            raise ConnectionAbortedError("the file was truncated while it was sent")

    def _send_span(self, span: Span) -> int:
        """Sends a range of a file; returns the number of bytes sent."""
        sent: int = self.connection.sendfile(span.file, span.start, span.length)
        return sent

    def _send_head(self, status: HTTPStatus, content_type: str, *, for_sandbox: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        if for_sandbox:
            self.send_header("Access-Control-Allow-Origin", "null")
        reader = "cross-origin" if for_sandbox else "same-origin"
        self.send_header("Cross-Origin-Resource-Policy", reader)

    def _send_event_stream(self, visitor: Visitor) -> None:
        if self._is_same_origin():
            self._send_events(visitor)
        else:
            self._refuse(HTTPStatus.FORBIDDEN)

    def _is_same_origin(self) -> bool:
        """Whether the request comes from a page of this server."""
        origin = self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "same-origin")
        is_own = origin is None or origin == f"http://{self.headers.get('Host')}"
        return is_own and site in {"same-origin", "none"}

    def _send_events(self, visitor: Visitor, *, for_sandbox: bool = False) -> None:
        """Keeps the connection open, and sends each state as a server-sent event.

        The format is that of https://html.spec.whatwg.org/multipage/server-sent-events.html.
        """
        self.close_connection = True
        kind = "text/event-stream; charset=utf-8"
        self._send_head(HTTPStatus.OK, kind, for_sandbox=for_sandbox)
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(b"retry: %d\n\n" % _RETRY_MILLISECONDS)
        for state in self.site.broadcaster.follow(_HEARTBEAT_SECONDS):
            if state is None:
                self.wfile.write(b": still here\n\n")
            else:
                self.wfile.write(b"data: %b\n\n" % self._event(state, visitor))

    def _event(self, state: State, visitor: Visitor) -> bytes:
        """A state for a visitor: guests, and pages in a sandbox, are not told what is wrong."""
        versions = self.site.versions(state)
        if visitor is Visitor.EDITOR:
            return event_data(state, versions, self.site.output.parent)
        return event_data(without_details(state), versions, self.site.output.parent)


def _refused(status: HTTPStatus, why: str) -> Response:
    data = json.dumps({"message": why, "place": "", "hint": None}).encode()
    return Response((data,), content_type_of("reply.json"), status)
