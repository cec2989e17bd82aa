"""Who asks: the editor on this machine, or a guest who may only read.

A browser on this machine names this machine in ``Host``. Any other name is refused, as a page of
another site could otherwise read the preview under a name of its own (DNS rebinding). Guests are
let in by ``serve --host`` alone, under the address that they connected to.
"""

import socket
from collections.abc import Iterable
from contextlib import suppress
from enum import Enum, auto
from ipaddress import ip_address

LOOPBACK = "127.0.0.1"
_LOOPBACK_ADDRESSES = frozenset({LOOPBACK, "::1"})
_LOOPBACK_NAMES = ("localhost", LOOPBACK, "[::1]")
_HTTP_PORT = 80
_SOME_ADDRESS = ("192.0.2.1", 9)
"""An address that no computer has (RFC 5737). A datagram socket sends nothing to it."""


class Visitor(Enum):
    """Who sent a request."""

    EDITOR = auto()
    """A browser on this machine."""
    GUEST = auto()
    """Another computer or phone, or this machine under its name in the network."""


def is_loopback(host: str) -> bool:
    """Whether ``--host`` names this machine for itself alone."""
    return host in _LOOPBACK_ADDRESSES or host.lower() == "localhost"


def is_any_address(host: str) -> bool:
    """Whether ``--host`` stands for all addresses of this machine."""
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False


def editor_hosts(port: int) -> frozenset[str]:
    """The ``Host`` headers under which the editor reaches this server."""
    return _with_port(_LOOPBACK_NAMES, port)


def visitor_of(
    host: str, client: str, reached: str, port: int, guest_names: Iterable[str]
) -> Visitor | None:
    """Who sent a request; None if it must be refused.

    Args:
        host: the ``Host`` header.
        client: the address that the connection comes from.
        reached: the address of this machine that it was made to.
        port: the port of this server.
        guest_names: the names of this machine for guests; empty if there are none.
    """
    host = host.lower()
    if host in editor_hosts(port):
        return Visitor.EDITOR if _plain(client) in _LOOPBACK_ADDRESSES else None
    names = tuple(guest_names)
    if names and host in _with_port((_in_url(_plain(reached)), *names), port):
        return Visitor.GUEST
    return None


def guest_names(host: str) -> tuple[str, ...]:
    """The names by which guests may call a server that listens on ``host``."""
    own = socket.gethostname().lower()
    return tuple(dict.fromkeys((_in_url(host).lower(), own, f"{own}.local")))


def guest_url(host: str, port: int) -> str:
    """The URL that a guest types, for a server that listens on ``host``."""
    name = _address_in_network() if is_any_address(host) else host
    return f"http://{_in_url(name)}:{port}/"


def _address_in_network() -> str:
    """The address of this machine on the way to other networks, or its name if it has none."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(_SOME_ADDRESS)
        return str(probe.getsockname()[0])
    return socket.gethostname().lower()


def _with_port(names: Iterable[str], port: int) -> frozenset[str]:
    found = {f"{name}:{port}" for name in names}
    return frozenset(found | set(names)) if port == _HTTP_PORT else frozenset(found)


def _plain(address: str) -> str:
    """An address without the notation of IPv4 in IPv6, and without a zone."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    mapped = getattr(parsed, "ipv4_mapped", None)
    return str(mapped or parsed)


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
