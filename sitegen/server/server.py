"""The HTTP server of the preview: who may connect, what is sent, and how it shuts down."""

import json
import secrets
import socket
import threading
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import Any, Self, cast

from sitegen.desk import Desk
from sitegen.desk.access import CHECKED_HEADERS, refusal_of
from sitegen.errors import OutputError
from sitegen.server.broadcast import Broadcaster, State, event_data
from sitegen.server.desk_pages import DESK_PREFIXES, REQUEST_PREFIX, desk_page
from sitegen.server.page_scripts import PageScripts
from sitegen.server.responses import Response, Span, content_type_of, part_of, respond

EVENTS_ADDRESS = "/_sitegen/events"

_HOST = "127.0.0.1"
_HEARTBEAT_SECONDS = 10.0
"""How often an open page is sent a comment, so that the server notices a closed connection."""
_LONGEST_REQUEST = 8_000_000
"""The most bytes that a browser may send at once: a picture, in base 64."""
_RETRY_MILLISECONDS = 500
"""How long a page waits before it reconnects."""


class PreviewServer:
    """Serves a folder to browsers on this computer, from its creation until ``close``.

    Files are read at each request, and no request waits for a build. Open pages receive each
    state that is published.
    """

    def __init__(self, output: Path, *, port: int, desk: Desk | None = None) -> None:
        """Starts to serve ``output``, which need not exist yet; port 0 takes a free one.

        Args:
            output: the folder.
            port: the port.
            desk: answers the requests that curate; without it, pages can only be read.

        Raises:
            OutputError: the port is in use, or not permitted.
        """
        try:
            self._listener = _Listener(output, port, desk)
        except (OSError, OverflowError) as error:
            raise OutputError(
                f"the preview cannot listen on port {port}: {getattr(error, 'strerror', error)}",
                hint="another program may use it; --port 0 takes any that is free",
            ) from None
        self._thread = threading.Thread(
            target=self._listener.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        """The port of the server."""
        return self._listener.port

    @property
    def address(self) -> str:
        """The URL to open in a browser."""
        return f"http://{_HOST}:{self.port}/"

    def publish(self, state: State) -> None:
        """Sends ``state`` to all open pages, and to each page that opens later."""
        self._listener.broadcaster.publish(state)

    def close(self) -> None:
        """Closes all connections, and returns when all threads of the server have ended."""
        self._listener.broadcaster.close()
        self._listener.shutdown()
        self._listener.close_connections()
        self._listener.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Listener(ThreadingTCPServer):
    """Accepts connections, each in its own thread, and keeps them to close them later."""

    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, output: Path, port: int, desk: Desk | None) -> None:
        super().__init__((_HOST, port), _Handler)
        self.output = output
        self.desk = desk
        self.write_token = secrets.token_urlsafe(24)
        self.broadcaster = Broadcaster()
        self.port: int = self.server_address[1]
        self.hosts = frozenset(f"{name}:{self.port}" for name in ("localhost", _HOST, "[::1]"))
        self._token = secrets.token_hex(4)
        self._connections: set[socket.socket] = set()

    def version_name(self, state: State) -> str:
        """The version for browsers, which differs from those of an earlier server."""
        return f"{self._token}-{state.version}"

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, client = super().get_request()
        self._connections.add(connection)
        return connection, client

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        self._connections.discard(cast("socket.socket", request))
        super().shutdown_request(request)

    def close_connections(self) -> None:
        """Closes all connections, which ends their threads; to be called after ``shutdown``."""
        for connection in tuple(self._connections):
            with suppress(OSError):  # its thread closed it already
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    """Handles the requests of one connection."""

    server: _Listener
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60.0
    """Seconds after which an idle connection is closed."""

    def handle(self) -> None:
        with suppress(OSError):  # the browser may disconnect, and a disk may fail
            super().handle()

    def do_GET(self) -> None:
        address, _, _ = self.path.partition("?")
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif address == EVENTS_ADDRESS:
            self._send_event_stream()
        elif self.server.desk and address.startswith(DESK_PREFIXES):
            self._send(desk_page(address, self._page_scripts()))
        else:
            with respond(address, self.server.output, self._page_scripts()) as response:
                self._send(self._wanted_part(response))

    do_HEAD = do_GET  # noqa: N815 - the name that the standard library calls

    def do_POST(self) -> None:
        """Answers a request of the bar or the desk."""
        address, _, _ = self.path.partition("?")
        name = address.removeprefix(REQUEST_PREFIX)
        if self.server.desk is None or name == address:
            self._send(_refused(HTTPStatus.NOT_IMPLEMENTED, "nothing can be sent here"))
            self.close_connection = True
            return
        headers = {header: self.headers.get(header) for header in CHECKED_HEADERS}
        refusal = refusal_of(headers, self.server.hosts, self.server.write_token)
        body = self._body() if refusal is None else None
        if refusal:
            self._send(_refused(HTTPStatus(refusal.status), refusal.why))
        elif body is None:
            self._send(_refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "the request is too long"))
        else:
            reply = self.server.desk.answer(name, body)
            self._send(Response((reply.data,), content_type_of("reply.json"), reply.status))
        self.close_connection |= body is None

    def _body(self) -> bytes | None:
        """The body of a request; None if it is too long, or its length is not given."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _LONGEST_REQUEST:
            return None
        return self.rfile.read(int(length))

    def _page_scripts(self) -> PageScripts:
        server = self.server
        version = server.version_name(server.broadcaster.state)
        if server.desk is None:
            return PageScripts(version)
        host = self.headers.get("Host", "")
        return PageScripts(version, host, server.write_token, server.desk.theme_scripts())

    def log_message(self, *_: object) -> None:
        """Logs nothing: only the command line prints."""

    def _refuse(self, status: HTTPStatus) -> None:
        text = f"The preview is for this computer only: http://{_HOST}:{self.server.port}/\n"
        self._send(Response((text.encode(),), content_type_of("refused.txt"), status))

    def _wanted_part(self, response: Response) -> Response:
        """The requested part of a response; HEAD has no ranges (RFC 9110, 14.2)."""
        if self.command == "HEAD":
            return response
        wanted = ", ".join(self.headers.get_all("Range", ()))
        return part_of(response, wanted, self.headers.get("If-Range"))

    def _send(self, response: Response) -> None:
        self._send_head(response.status, response.content_type)
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

    def _send_head(self, status: HTTPStatus, content_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _send_event_stream(self) -> None:
        """Keeps the connection open, and sends each state as a server-sent event.

        The format is that of https://html.spec.whatwg.org/multipage/server-sent-events.html.
        """
        if not self._is_same_origin():
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        self.close_connection = True
        self._send_head(HTTPStatus.OK, "text/event-stream; charset=utf-8")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(b"retry: %d\n\n" % _RETRY_MILLISECONDS)
            self._send_events()

    def _is_same_origin(self) -> bool:
        """Whether the request comes from a page of this server."""
        origin = self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "same-origin")
        is_own = origin is None or origin.removeprefix("http://") in self.server.hosts
        return is_own and site in {"same-origin", "none"}

    def _send_events(self) -> None:
        server = self.server
        for state in server.broadcaster.follow(_HEARTBEAT_SECONDS):
            if state is None:
                self.wfile.write(b": still here\n\n")
            else:
                data = event_data(state, server.version_name(state), server.output.parent)
                self.wfile.write(b"data: %b\n\n" % data)


def _refused(status: HTTPStatus, why: str) -> Response:
    data = json.dumps({"message": why, "place": "", "hint": None}).encode()
    return Response((data,), content_type_of("reply.json"), status)
