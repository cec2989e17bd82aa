"""Helpers for the tests of the desk: a digest that is served, and requests as raw as need be."""

import http.client
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any, NamedTuple

from sitegen.desk import Desk
from sitegen.server import PreviewServer, State
from tests.digest import Digest

PATIENCE = 5.0
ACT = "/_sitegen/desk/act"
PIN = json.dumps({"do": "set", "ids": ["lamp"], "values": {"pinned": True}})


class Reply(NamedTuple):
    """What a server answered."""

    status: int
    text: str
    headers: http.client.HTTPMessage


@contextmanager
def serve(digest: Digest, host: str = "127.0.0.1") -> Iterator[PreviewServer]:
    """Serves a digest with its desk; unless it was built, with a front page alone."""
    output = digest.root / "output"
    if not output.exists():
        digest.write("output/index.html", "<!doctype html><body><p>Front page</p></body>")
    with PreviewServer(output, port=0, desk=Desk(digest.root), host=host) as server:
        server.publish(State(1, is_built=True))
        yield server


def token_in(page: str) -> str:
    """The token in a page; empty if it has none."""
    found = re.search(r'data-token="([^"]+)"', page)
    return found[1] if found else ""


def ask(
    server: PreviewServer,
    address: str,
    *,
    method: str = "GET",
    headers: Mapping[str, str | None] | None = None,
    body: str | None = None,
    connect_to: str = "127.0.0.1",
    patience: float = PATIENCE,
) -> Reply:
    """Sends exactly these headers; None leaves out one that the client would add."""
    given = {"Host": f"{connect_to}:{server.port}", **(headers or {})}
    with closing(http.client.HTTPConnection(connect_to, server.port, timeout=patience)) as client:
        client.putrequest(method, address, skip_host=True, skip_accept_encoding=True)
        for name, value in given.items():
            if value is not None:
                client.putheader(name, value)
        client.endheaders(body.encode() if body is not None else None)
        response = client.getresponse()
        return Reply(response.status, response.read().decode(), response.headers)


def headers_of(server: PreviewServer, body: str = PIN) -> dict[str, str | None]:
    """The headers with which the bar sends ``body``."""
    origin = f"127.0.0.1:{server.port}"
    return {
        "Host": origin,
        "Origin": f"http://{origin}",
        "Content-Type": "application/json",
        "X-Sitegen-Token": token_in(ask(server, "/").text),
        "Content-Length": str(len(body.encode())),
    }


def act(server: PreviewServer, **changed: str | None) -> Reply:
    """Pins a post, with other headers than the bar's: ``Content_Type=None`` for none."""
    headers = headers_of(server)
    headers.update({name.replace("_", "-"): value for name, value in changed.items()})
    return ask(server, ACT, method="POST", headers=headers, body=PIN)


def events_of(reader: Any) -> Iterator[Any]:
    """The states in an event stream."""
    while line := reader.readline():
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))
