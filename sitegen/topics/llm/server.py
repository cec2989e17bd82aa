"""Sends requests to the server of a language model, over HTTP.

Texts stay on this machine unless the editor allows otherwise: the server's host is resolved once,
every address of it must be a loopback address, and the connection goes to an address that was
checked. No proxy is used, and no redirect is followed.
"""

import ipaddress
import json
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, cast
from urllib.parse import SplitResult, urlsplit

from sitegen.errors import ConfigError
from sitegen.text.labels import printable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

KEY_VARIABLE = "SITEGEN_LLM_KEY"
"""The environment variable that holds the key of the server."""

_MOST_BYTES = 16_000_000
"""The largest response, in bytes, that is read."""
_SHOWN = 200
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Server:
    """The server of a language model."""

    url: str
    """Its address, which ends before ``/chat/completions``."""
    seconds: float
    """The time limit of a request."""
    key: str = ""
    """Sent as a bearer token; empty for none."""
    allow_remote: bool = False
    """Whether it may be on another machine."""

    def post(self, path: str, data: object) -> tuple[int, bytes]:
        """Sends JSON; returns the status and the body of the response.

        Raises:
            ConfigError: the server is on another machine, cannot be reached, takes too long, or
                sends something else than HTTP, a redirect, or more than 16 MB.
        """
        deadline = time.monotonic() + self.seconds
        parts = urlsplit(self.url)
        body = json.dumps(data).encode()
        try:
            with _connect(parts, deadline, allow_remote=self.allow_remote) as stream:
                status, content = _exchange(stream, parts, path, body, self.key)
        except TimeoutError:
            raise ConfigError(f"it took longer than {self.seconds:g} s") from None
        except (OSError, HTTPException) as error:
            raise ConfigError(f"{parts.netloc} cannot be reached: {_reason(error)}") from None
        if 300 <= status < 400:
            raise ConfigError(f"{parts.netloc} redirects to another address, which is not followed")
        return status, content

    def said(self, body: bytes) -> str:
        """The start of an error response, for a message, without the key."""
        text = printable(body[: 4 * _SHOWN].decode(errors="replace")).strip()
        if self.key:
            text = text.replace(self.key, "…")
        return text[:_SHOWN]


def checked_key(environment: Mapping[str, str]) -> str:
    """The key in the environment, empty for none.

    Raises:
        ConfigError: it has characters that HTTP does not allow in a header.
    """
    key = environment.get(KEY_VARIABLE, "").strip()
    if not (key.isascii() and key.isprintable()):
        raise ConfigError(f"the key in {KEY_VARIABLE} has characters that no key has")
    return key


def _connect(parts: SplitResult, deadline: float, *, allow_remote: bool) -> "_TimedSocket":
    """Connects to the first address of the host that accepts a connection."""
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    failure = OSError("it has no address")
    for address in _addresses_of(host, port, allow_remote=allow_remote):
        try:
            return _open(address, port, deadline, host if parts.scheme == "https" else None)
        except TimeoutError:
            raise
        except OSError as error:
            failure = error
    raise failure


def _open(address: str, port: int, deadline: float, tls_host: str | None) -> "_TimedSocket":
    """Connects to an address; with TLS if ``tls_host`` is given, which the certificate must name.

    Raises:
        OSError: there is no connection, or no valid certificate.
    """
    connection = socket.create_connection((address, port), timeout=_left(deadline))
    if tls_host is not None:
        context = ssl.create_default_context()
        connection = context.wrap_socket(connection, server_hostname=tls_host)
    return _TimedSocket(connection, deadline)


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _addresses_of(host: str, port: int, *, allow_remote: bool) -> list[str]:
    """The IP addresses of a host.

    Raises:
        OSError: the name is unknown.
        ConfigError: one is on another machine, which is not allowed.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError:
        raise OSError("this is no name of a host") from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    remote = [address for address in addresses if not _is_loopback(address)]
    if remote and not allow_remote:
        raise ConfigError(
            f"{host} ({remote[0]}) is not this machine, and the posts may not leave it unless "
            "“llm_allow_remote = true” allows it"
        )
    return addresses


def _is_loopback(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return (mapped or ip).is_loopback


class _TimedSocket(RawIOBase):
    """A connection with one time limit for everything, however slowly the data arrives.

    It has the methods of a socket that ``http.client`` uses.
    """

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        self._socket = connection
        self._deadline = deadline

    def makefile(self, _mode: str) -> BufferedReader:
        return BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        self._socket.settimeout(_left(self._deadline))
        return self._socket.recv_into(buffer)

    def sendall(self, data: bytes) -> None:
        self._socket.settimeout(_left(self._deadline))
        self._socket.sendall(data)

    def close(self) -> None:
        self._socket.close()
        super().close()


def _exchange(
    stream: _TimedSocket, parts: SplitResult, path: str, body: bytes, key: str
) -> tuple[int, bytes]:
    """Sends a request; returns the status and the body of the response."""
    headers = {"Content-Type": "application/json", "Host": parts.netloc, "Connection": "close"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    connection = HTTPConnection(parts.hostname or "", parts.port)
    connection.sock = stream
    connection.request("POST", f"{parts.path.rstrip('/')}{path}", body, headers)
    with HTTPResponse(cast("socket.socket", stream), method="POST") as response:
        response.begin()
        content = response.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise ConfigError(f"{parts.netloc} sent more than {_MOST_BYTES // 1_000_000} MB")
        if response.length:
            raise HTTPException("the answer is not complete")
        return response.status, content


def _reason(error: Exception) -> str:
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return printable(text)[:_SHOWN]
