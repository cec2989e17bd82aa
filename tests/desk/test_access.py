"""Only the bar of a page of this server, on this machine, can change anything."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from http import HTTPStatus
from urllib.parse import quote

import pytest

from sitegen.errors import ContentError, OutputError
from sitegen.server import PreviewServer, State
from tests.curation.acting import content_of, fill
from tests.desk.serving import ACT, PATIENCE, PIN, act, ask, events_of, headers_of, serve, token_in
from tests.digest import Digest

OTHER = "127.0.0.2"
"""An address of this machine that is not the editor's."""


@pytest.fixture
def server(digest: Digest) -> Iterator[PreviewServer]:
    with serve(fill(digest)) as server:
        yield server


def test_the_bar_can_change_a_page(server: PreviewServer, digest: Digest) -> None:
    reply = act(server)
    assert reply.status == HTTPStatus.OK, reply.text
    assert b"pinned: true" in (digest.root / "content/topics/craft/lamp.md").read_bytes()


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Host", [None, "", "digest.example", "127.0.0.1", "127.0.0.1:{other}", "[::1]:{port}x"]),
        ("Host", ["localhost:{port}", "[::1]:{port}", "127.1:{port}", "localhost.:{port}"]),
        ("Origin", [None, "", "null", "http://127.0.0.1", "http://127.0.0.1:{other}"]),
        ("Origin", ["https://127.0.0.1:{port}", "http://localhost:{port}", "http://[::1]:{port}"]),
        ("Origin", ["http://127.0.0.1:{port}/", "http://127.0.0.1:{port}.example", "file://"]),
        ("Origin", ["http://digest.example", "HTTP://127.0.0.1:{port}", "127.0.0.1:{port}"]),
        ("Content-Type", [None, "", "text/plain", "application/x-www-form-urlencoded"]),
        ("Content-Type", ["multipart/form-data; boundary=x", "application/jsonp", "text/json"]),
        ("Content-Type", ["text/plain; application/json", "text/plain, application/json"]),
        ("X-Sitegen-Token", [None, "", "null", "x" * 32, "{token}x", "{half}"]),
        ("Sec-Fetch-Site", ["cross-site", "same-site", "none"]),
    ],
)
def test_a_missing_or_wrong_header_is_refused(
    server: PreviewServer, digest: Digest, name: str, values: list[str | None]
) -> None:
    before = content_of(digest.root)
    headers = headers_of(server)
    token = str(headers["X-Sitegen-Token"])
    for value in values:
        wrong = value and value.format(
            port=server.port, other=server.port + 1, token=token, half=token[:16]
        )
        reply = ask(server, ACT, method="POST", headers={**headers, name: wrong}, body=PIN)
        assert HTTPStatus.BAD_REQUEST <= reply.status < HTTPStatus.INTERNAL_SERVER_ERROR, value
        assert "Access-Control-Allow-Origin" not in reply.headers
    assert content_of(digest.root) == before


def test_a_name_and_an_origin_of_the_same_server_must_agree(
    server: PreviewServer, digest: Digest
) -> None:
    before = content_of(digest.root)
    named, numbered = f"localhost:{server.port}", f"127.0.0.1:{server.port}"
    assert act(server, Host=named, Origin=f"http://{numbered}").status == HTTPStatus.FORBIDDEN
    assert act(server, Host=numbered, Origin=f"http://{named}").status == HTTPStatus.FORBIDDEN
    assert content_of(digest.root) == before
    assert act(server, Host=named, Origin=f"http://{named}").status == HTTPStatus.OK


def test_other_methods_change_nothing(server: PreviewServer, digest: Digest) -> None:
    before = content_of(digest.root)
    headers = headers_of(server)
    for method in ("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"):
        for address in (ACT, f"{ACT}?{quote(PIN)}"):
            reply = ask(server, address, method=method, headers=headers, body=PIN)
            assert reply.status in (HTTPStatus.NOT_FOUND, HTTPStatus.NOT_IMPLEMENTED)
    assert content_of(digest.root) == before


def test_a_token_of_an_earlier_run_is_refused(digest: Digest) -> None:
    with serve(fill(digest)) as earlier:
        token = token_in(ask(earlier, "/").text)
    before = content_of(digest.root)
    with serve(digest) as server:
        reply = act(server, X_Sitegen_Token=token)
        assert token_in(ask(server, "/").text) != token
    assert reply.status == HTTPStatus.FORBIDDEN
    assert "reload" in reply.text
    assert content_of(digest.root) == before


@pytest.mark.parametrize(
    "changed",
    [
        {"Content-Length": None},
        {"Content-Length": "8000001"},
        {"Content-Length": "9" * 5000},
        {"Content-Length": "-1"},
        {"Content-Length": "١٢"},
        {"Content-Length": None, "Transfer-Encoding": "chunked"},
        {"Transfer-Encoding": "chunked"},
    ],
)
def test_a_request_without_a_proper_length_is_refused(
    server: PreviewServer, digest: Digest, changed: dict[str, str | None]
) -> None:
    before = content_of(digest.root)
    encoded = {k: v.encode().decode("latin-1") if v else v for k, v in changed.items()}
    reply = ask(server, ACT, method="POST", headers={**headers_of(server), **encoded}, body=PIN)
    assert reply.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert reply.headers["Connection"] == "close" or content_of(digest.root) == before
    assert content_of(digest.root) == before


@pytest.mark.parametrize("name", ["Host", "Origin", "Content-Type", "Content-Length"])
def test_a_header_that_is_there_twice_is_refused(
    server: PreviewServer, digest: Digest, name: str
) -> None:
    before = content_of(digest.root)
    headers = headers_of(server)
    head = "".join(f"{key}: {value}\r\n" for key, value in headers.items())
    request = f"POST {ACT} HTTP/1.1\r\n{head}{name}: {headers[name]}\r\n\r\n{PIN}"
    assert b" 4" in exchange(server, request)[:12]
    assert content_of(digest.root) == before


def test_a_request_that_is_cut_off_is_not_carried_out(
    server: PreviewServer, digest: Digest
) -> None:
    """The part that arrived would be an act on its own."""
    before = content_of(digest.root)
    headers = headers_of(server) | {"Content-Length": str(len(PIN) + 10)}
    head = "".join(f"{key}: {value}\r\n" for key, value in headers.items())
    exchange(server, f"POST {ACT} HTTP/1.1\r\n{head}\r\n{PIN}")
    assert content_of(digest.root) == before


def exchange(server: PreviewServer, request: str) -> bytes:
    """Sends bytes and no more, and returns all that comes back."""
    with closing(socket.create_connection(("127.0.0.1", server.port), PATIENCE)) as connection:
        connection.sendall(request.encode())
        connection.shutdown(socket.SHUT_WR)
        received = b""
        while data := connection.recv(65536):
            received += data
        return received


def test_requests_that_only_read_need_the_same(server: PreviewServer) -> None:
    for name in ("entries", "documents", "source", "history", "undo", "redo"):
        headers = headers_of(server, "{}") | {"X-Sitegen-Token": None}
        reply = ask(server, f"/_sitegen/desk/{name}", method="POST", headers=headers, body="{}")
        assert reply.status == HTTPStatus.FORBIDDEN


def test_no_answer_lets_another_origin_read_it(server: PreviewServer) -> None:
    for address in ("/", "/_desk/", "/_sitegen/desk/static/bar.js", "/_sitegen/client.js"):
        headers = {"Origin": f"http://127.0.0.1:{server.port + 1}"}
        answered = ask(server, address, headers=headers).headers
        assert answered["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in answered


def test_pages_of_a_desk_that_is_off_hold_no_token(digest: Digest) -> None:
    output = fill(digest).write("output/index.html", "<body>").root / "output"
    with PreviewServer(output, port=0) as server:
        assert token_in(ask(server, "/").text) == ""
        assert ask(server, "/_desk/").status == HTTPStatus.NOT_FOUND
        assert ask(server, ACT, method="POST", body=PIN).status == HTTPStatus.NOT_IMPLEMENTED


@pytest.fixture
def shared(digest: Digest) -> Iterator[PreviewServer]:
    with serve(fill(digest), host="0.0.0.0") as server:  # noqa: S104 -- as an editor does
        yield server


def test_others_read_without_the_bar(shared: PreviewServer) -> None:
    page = ask(shared, "/", connect_to=OTHER)
    assert page.status == HTTPStatus.OK
    assert "client.js" in page.text
    assert token_in(page.text) == ""
    assert "bar.js" not in page.text
    for address in ("/_desk/", "/_sitegen/desk/static/desk.js"):
        assert ask(shared, address, connect_to=OTHER).status == HTTPStatus.NOT_FOUND
    assert token_in(ask(shared, "/").text)


def test_others_cannot_write_even_with_the_token(shared: PreviewServer, digest: Digest) -> None:
    before = content_of(digest.root)
    headers = headers_of(shared)
    for host in (f"{OTHER}:{shared.port}", f"127.0.0.1:{shared.port}"):
        guest = {**headers, "Host": host, "Origin": f"http://{OTHER}:{shared.port}"}
        reply = ask(shared, ACT, method="POST", headers=guest, body=PIN, connect_to=OTHER)
        assert reply.status in (HTTPStatus.MISDIRECTED_REQUEST, HTTPStatus.FORBIDDEN)
    assert content_of(digest.root) == before
    assert act(shared).status == HTTPStatus.OK


def test_others_must_use_the_address_that_they_reached(shared: PreviewServer) -> None:
    for host in (
        "digest.example",
        f"digest.example:{shared.port}",
        OTHER,
        f"127.0.0.3:{shared.port}",
    ):
        reply = ask(shared, "/", headers={"Host": host}, connect_to=OTHER)
        assert reply.status == HTTPStatus.MISDIRECTED_REQUEST


def test_others_are_told_of_no_file(shared: PreviewServer, digest: Digest) -> None:
    problem = ContentError(
        "the key is unknown in secret.md", path=digest.root / "content/secret.md", line=3, hint="x"
    )
    shared.publish(State(1, (problem,), is_built=True))
    for connect_to, is_told in ((OTHER, False), ("127.0.0.1", True)):
        text = first_event(shared, connect_to)
        assert ("secret" in text) == is_told
        assert json.loads(text)["problems"]


def first_event(server: PreviewServer, connect_to: str) -> str:
    with closing(socket.create_connection((connect_to, server.port), PATIENCE)) as connection:
        host = f"{connect_to}:{server.port}"
        connection.sendall(f"GET /_sitegen/events HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        with connection.makefile("rb") as reader:
            return json.dumps(next(events_of(reader)))


def test_others_see_nothing_of_an_earlier_run(digest: Digest) -> None:
    """Its output may hold drafts."""
    fill(digest).post("plan", "A secret plan.", draft="true").build(drafts=True)
    with PreviewServer(digest.root / "output", port=0, host=OTHER) as server:
        assert "being built" in ask(server, "/", connect_to=OTHER).text
        server.publish(State(1, is_built=True))
        assert "being built" not in ask(server, "/", connect_to=OTHER).text


def test_a_host_of_the_network_leaves_the_editor_his_own_address(digest: Digest) -> None:
    with serve(fill(digest), host=OTHER) as server:
        assert server.guest_address == f"http://{OTHER}:{server.port}/"
        assert act(server).status == HTTPStatus.OK
        assert token_in(ask(server, "/", connect_to=OTHER).text) == ""


def test_a_preview_for_this_machine_has_no_address_for_others(server: PreviewServer) -> None:
    assert server.guest_address == ""
    with pytest.raises(OSError, match="refused"):
        ask(server, "/", connect_to=OTHER)


def test_a_host_that_is_not_this_machine_is_refused(digest: Digest) -> None:
    with pytest.raises(OutputError, match=r"cannot listen on 192\.0\.2\.1"):
        PreviewServer(digest.root / "output", port=0, host="192.0.2.1")
    assert not [thread for thread in threading.enumerate() if "serve_forever" in thread.name]
