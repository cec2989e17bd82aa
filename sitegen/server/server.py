"""HTTP for the preview: who may ask, what is sent, and how it all ends."""

import secrets
import socket
import threading
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from typing import Any, Self, cast

from sitegen.errors import OutputError
from sitegen.server.broadcast import Broadcaster, State, event_data
from sitegen.server.responses import Response, Span, content_type_of, part_of, respond

EVENTS_ADDRESS = "/_sitegen/events"

_HOST = "127.0.0.1"
_HEARTBEAT_SECONDS = 10.0
"""How often an open page is sent a sign of life. Only so does the server notice that it is gone."""
_RETRY_MILLISECONDS = 500
"""How long a page waits until it looks for a server that went away."""


class PreviewServer:
    """Serves a folder to browsers on this computer, from when it is made until it is closed.

    Every answer is of the moment: files are read when they are asked for, and nobody waits for a
    build. Pages that are served follow what is published here.
    """

    def __init__(self, output: Path, *, port: int) -> None:
        """Begins to serve ``output``, which need not exist yet; port 0 takes any free one.

        Raises:
            OutputError: the port is taken, or not for this user.
        """
        try:
            self._listener = _Listener(output, port)
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
        """The port that it listens on."""
        return self._listener.port

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{_HOST}:{self.port}/"

    def publish(self, state: State) -> None:
        """Tells all open pages, and later every new one, that ``state`` is the latest."""
        self._listener.board.publish(state)

    def close(self) -> None:
        """Ends every connection, and returns when no thread of the server is left."""
        self._listener.board.close()
        self._listener.shutdown()
        self._listener.hang_up()
        self._listener.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Listener(ThreadingTCPServer):
    """Accepts connections, each in a thread of its own, and keeps them so that it can end them."""

    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, output: Path, port: int) -> None:
        super().__init__((_HOST, port), _Handler)
        self.output = output
        self.board = Broadcaster()
        self.port: int = self.server_address[1]
        self.hosts = frozenset(f"{name}:{self.port}" for name in ("localhost", _HOST, "[::1]"))
        self._token = secrets.token_hex(4)
        self._connections: set[socket.socket] = set()

    def version_name(self, state: State) -> str:
        """The version as browsers know it: no number of an earlier server is the same."""
        return f"{self._token}-{state.version}"

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, client = super().get_request()
        self._connections.add(connection)
        return connection, client

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        self._connections.discard(cast("socket.socket", request))
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """Ends all connections, so that their threads do; to be called when no more come in."""
        for connection in tuple(self._connections):
            with suppress(OSError):  # its own thread was faster
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    """Answers the requests of one connection."""

    server: _Listener
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60.0
    """Seconds after which a connection is given up that sends no request, or takes no answer."""

    def handle(self) -> None:
        with suppress(OSError):  # a browser may leave at any moment, and a disk may fail
            super().handle()

    def do_GET(self) -> None:
        address, _, _ = self.path.partition("?")
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif address == EVENTS_ADDRESS:
            self._answer_follower()
        else:
            version = self.server.version_name(self.server.board.state)
            with respond(address, self.server.output, version) as reply:
                self._send(self._wanted_part(reply))

    do_HEAD = do_GET  # noqa: N815 - the name that the standard library calls

    def log_message(self, *_: object) -> None:
        """Nothing: only the command line prints."""

    def _refuse(self, status: HTTPStatus) -> None:
        text = f"The preview is for this computer only: http://{_HOST}:{self.server.port}/\n"
        self._send(Response((text.encode(),), content_type_of("refused.txt"), status))

    def _wanted_part(self, reply: Response) -> Response:
        """What is asked for of a reply; HEAD knows no ranges (RFC 9110, 14.2)."""
        if self.command == "HEAD":
            return reply
        wanted = ", ".join(self.headers.get_all("Range", ()))
        return part_of(reply, wanted, self.headers.get("If-Range"))

    def _send(self, reply: Response) -> None:
        self._send_head(reply.status, reply.content_type)
        self.send_header("Content-Length", str(reply.length))
        if reply.location:
            self.send_header("Location", reply.location)
        if reply.etag:
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("ETag", reply.etag)
        if reply.content_range:
            self.send_header("Content-Range", reply.content_range)
        self.end_headers()
        for part in reply.parts if self.command != "HEAD" else ():
            self._send_part(part)

    def _send_part(self, part: bytes | Span) -> None:
        if isinstance(part, bytes):
            self.wfile.write(part)
        elif part.length and self._send_span(part) < part.length:
            raise ConnectionAbortedError("the file was cut while it was sent")

    def _send_span(self, span: Span) -> int:
        """Sends the bytes of a file in pieces; returns how many there were."""
        sent: int = self.connection.sendfile(span.file, span.start, span.length)
        return sent

    def _send_head(self, status: HTTPStatus, content_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _answer_follower(self) -> None:
        """Keeps the connection, and sends each state as a server-sent event.

        The format is that of https://html.spec.whatwg.org/multipage/server-sent-events.html.
        """
        if not self._asks_for_itself():
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        self.close_connection = True
        self._send_head(HTTPStatus.OK, "text/event-stream; charset=utf-8")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(b"retry: %d\n\n" % _RETRY_MILLISECONDS)
            self._send_events()

    def _asks_for_itself(self) -> bool:
        """Whether it is a page of this server that asks, not one from elsewhere."""
        origin = self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site", "same-origin")
        known = origin is None or origin.removeprefix("http://") in self.server.hosts
        return known and site in {"same-origin", "none"}

    def _send_events(self) -> None:
        server = self.server
        for state in server.board.follow(_HEARTBEAT_SECONDS):
            if state is None:
                self.wfile.write(b": still here\n\n")
            else:
                data = event_data(state, server.version_name(state), server.output.parent)
                self.wfile.write(b"data: %b\n\n" % data)
