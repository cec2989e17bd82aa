"""The preview's web server: where it listens, and how it shuts down."""

import errno
import threading
from pathlib import Path
from typing import Self

from sitegen.desk import Desk
from sitegen.errors import OutputError
from sitegen.server.broadcast import State
from sitegen.server.connections import Listener, ServedSite
from sitegen.server.visitors import LOOPBACK, guest_names, guest_url, is_any_address, is_loopback


class PreviewServer:
    """Serves a folder to browsers on this computer, from its creation until ``close``.

    Files are read at each request, and no request waits for a build. Open pages receive each
    state that is published. Guests, who are let in with a ``host`` of the network, only read.
    """

    def __init__(
        self, output: Path, *, port: int, desk: Desk | None = None, host: str = LOOPBACK
    ) -> None:
        """Starts to serve ``output``, which need not exist yet; port 0 takes a free one.

        Args:
            output: the folder.
            port: the port.
            desk: answers the requests that curate; without it, pages can only be read.
            host: the address of this machine to listen on as well, for guests.

        Raises:
            OutputError: the port is in use or not permitted, or the host is not this machine.
        """
        self._host = host
        self._site = ServedSite(output, desk, () if is_loopback(host) else guest_names(host))
        self._listeners: list[Listener] = []
        for name in _addresses_to_bind(host):
            try:
                listener = Listener(self._site, name, self.port if self._listeners else port)
            except (OSError, OverflowError) as error:
                self.close()
                raise _cannot_listen(name, port, error) from None
            self._listeners.append(listener)
            listener.start()

    @property
    def port(self) -> int:
        """The port of the server."""
        return self._listeners[0].port

    @property
    def address(self) -> str:
        """The URL to open in a browser."""
        return f"http://{LOOPBACK}:{self.port}/"

    @property
    def guest_address(self) -> str:
        """The URL to type on a phone; empty if only this computer may read."""
        return guest_url(self._host, self.port) if self._site.guest_names else ""

    @property
    def lost_file(self) -> threading.Event:
        """Set when a browser asked for a file that a build wrote and that is gone."""
        return self._site.lost_file

    def publish(self, state: State) -> None:
        """Sends ``state`` to all open pages, and to each page that opens later."""
        self._site.broadcaster.publish(state)

    def close(self) -> None:
        """Closes all connections, and returns when all threads of the server have ended."""
        self._site.broadcaster.close()
        for listener in self._listeners:
            listener.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _addresses_to_bind(host: str) -> tuple[str, ...]:
    """The addresses to listen on; the editor's is always among them."""
    if is_loopback(host):
        return (LOOPBACK,)
    return (host,) if is_any_address(host) else (LOOPBACK, host)


def _cannot_listen(host: str, port: int, error: OSError | OverflowError) -> OutputError:
    why = getattr(error, "strerror", None) or error
    if host != LOOPBACK and getattr(error, "errno", None) != errno.EADDRINUSE:
        return OutputError(
            f"the preview cannot listen on {host}: {why}",
            hint="--host takes an address of this machine; 0.0.0.0 stands for all of them",
        )
    return OutputError(
        f"the preview cannot listen on port {port}: {why}",
        hint="another program may use it; --port 0 takes any that is free",
    )
