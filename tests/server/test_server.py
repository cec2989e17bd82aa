import http.client
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from sitegen.errors import ContentError, OutputError
from sitegen.server import PreviewServer, State
from sitegen.server.page_scripts import CLIENT_ADDRESS, EVENTS_ADDRESS

HIDDEN = "not for browsers"
PATIENCE = 5.0


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    output = tmp_path / "digest/output"
    write(output, "index.html", "<!doctype html><body><p>Größe</p></body></html>")
    write(output, "posts/a post/index.html", "<body>post</body>")
    write(output, "static/style.css", "p {}")
    write(output, "404.html", "<body>gone</body>")
    write(output, ".sitegen/journal", HIDDEN)
    write(output, ".sitegen-stage/site/index.html", HIDDEN)
    write(output, ".sitegen-commit/site/posts/new/index.html", HIDDEN)
    write(output, ".sitegen.json", HIDDEN)
    write(output, ".gitignore", HIDDEN)
    write(tmp_path / "digest", "sitegen.toml", HIDDEN)
    return output


@pytest.fixture
def server(output: Path) -> Iterator[PreviewServer]:
    with PreviewServer(output, port=0) as server:
        yield server


def connect(server: PreviewServer) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)


def ask(
    server: PreviewServer, address: str, method: str = "GET", **headers: str
) -> tuple[int, str, http.client.HTTPMessage]:
    with closing(connect(server)) as connection:
        connection.request(
            method, address, headers={k.replace("_", "-"): v for k, v in headers.items()}
        )
        response = connection.getresponse()
        return response.status, response.read().decode(), response.headers


class Follower:
    """A page that is open: reads the events of a server."""

    def __init__(self, server: PreviewServer) -> None:
        self._connection = connect(server)
        self._connection.request("GET", EVENTS_ADDRESS)
        self._response = self._connection.getresponse()
        assert self._response.headers["Content-Type"] == "text/event-stream; charset=utf-8"

    def next(self) -> Any:
        while line := self._response.readline():
            if line.startswith(b"data: "):
                return json.loads(line.removeprefix(b"data: "))
        return None

    def close(self) -> None:
        self._response.close()
        self._connection.close()


@pytest.fixture
def follower(server: PreviewServer) -> Iterator[Follower]:
    with closing(Follower(server)) as follower:
        yield follower


def test_a_folder_shows_its_index(server: PreviewServer) -> None:
    status, text, headers = ask(server, "/")
    assert status == HTTPStatus.OK
    assert "Größe" in text
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_folder_without_its_slash_leads_to_it_with_one(server: PreviewServer) -> None:
    status, _, headers = ask(server, "/posts/a%20post")
    assert (status, headers["Location"]) == (HTTPStatus.MOVED_PERMANENTLY, "/posts/a%20post/")
    assert ask(server, headers["Location"])[0] == HTTPStatus.OK


def test_an_unknown_address_shows_the_digests_own_page(server: PreviewServer) -> None:
    status, text, _ = ask(server, "/posts/none/")
    assert status == HTTPStatus.NOT_FOUND
    assert "gone" in text


def test_before_the_first_build_every_address_waits_for_it(tmp_path: Path) -> None:
    with PreviewServer(tmp_path / "output", port=0) as server:
        status, text, _ = ask(server, "/")
    assert status == HTTPStatus.NOT_FOUND
    assert CLIENT_ADDRESS in text


def test_the_script_is_in_served_pages_and_not_in_the_output(
    server: PreviewServer, output: Path
) -> None:
    before = (output / "index.html").read_bytes()
    _, text, _ = ask(server, "/")
    assert text.count(CLIENT_ADDRESS) == 1
    assert text.endswith("</script></body></html>")
    assert (output / "index.html").read_bytes() == before
    assert ask(server, "/static/style.css")[1] == "p {}"


def test_the_script_itself_is_served(server: PreviewServer) -> None:
    status, text, headers = ask(server, CLIENT_ADDRESS)
    assert status == HTTPStatus.OK
    assert "EventSource" in text
    assert headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_head_says_what_get_would(server: PreviewServer) -> None:
    _, text, headers = ask(server, "/")
    status, nothing, head = ask(server, "/", "HEAD")
    assert (status, nothing) == (HTTPStatus.OK, "")
    assert head["Content-Length"] == headers["Content-Length"] == str(len(text.encode()))


def test_a_connection_serves_several_requests(server: PreviewServer) -> None:
    with closing(connect(server)) as connection:
        for _ in range(3):
            connection.request("GET", "/static/style.css")
            assert connection.getresponse().read() == b"p {}"


@pytest.mark.parametrize(
    "address",
    [
        "/.gitignore",
        "/.sitegen/journal",
        "/.sitegen.json",
        "/.sitegen-stage/site/",
        "/.sitegen-stage/site/index.html",
        "/.sitegen-commit/site/posts/new/",
        "/%2esitegen-commit/site/posts/new/index.html",
        "/%2egitignore",
        "/../sitegen.toml",
        "/%2e%2e/sitegen.toml",
        "/..%2fsitegen.toml",
        "/posts/../../sitegen.toml",
        "/posts/..%5c..%5csitegen.toml",
        "/index.html%00",
        "//sitegen.toml",
        "/static//style.css",
        "/static/style.css/",
        "/linked",
        "/linked-folder/sitegen.toml",
        "/shown",
        "/loop",
        "/" + "a" * 300,
        "/%ff%fe",
        "*",
    ],
)
def test_nothing_hidden_or_outside_is_served(
    server: PreviewServer, output: Path, address: str
) -> None:
    (output / "linked").symlink_to(output.parent / "sitegen.toml")
    (output / "linked-folder").symlink_to(output.parent)
    (output / "shown").symlink_to(output / ".gitignore")
    (output / "loop").symlink_to(output / "loop")
    status, text, _ = ask(server, address)
    assert status == HTTPStatus.NOT_FOUND
    assert HIDDEN not in text


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_it_answers_to_the_names_of_this_computer(server: PreviewServer, name: str) -> None:
    assert ask(server, "/", Host=f"{name}:{server.port}")[0] == HTTPStatus.OK


@pytest.mark.parametrize("host", ["evil.example", "localhost", "localhost:1", "", "127.0.0.1.evil"])
@pytest.mark.parametrize("address", ["/", EVENTS_ADDRESS, CLIENT_ADDRESS])
def test_it_answers_to_no_other_name(server: PreviewServer, host: str, address: str) -> None:
    status, text, _ = ask(server, address, Host=host)
    assert status == HTTPStatus.MISDIRECTED_REQUEST
    assert server.address in text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:1"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_only_its_own_pages_may_follow(server: PreviewServer, headers: dict[str, str]) -> None:
    assert ask(server, EVENTS_ADDRESS, **headers)[0] == HTTPStatus.FORBIDDEN


def test_its_own_pages_may_follow(server: PreviewServer) -> None:
    origin = server.address.rstrip("/")
    status, _, _ = ask(server, EVENTS_ADDRESS, "HEAD", Origin=origin, Sec_Fetch_Site="same-origin")
    assert status == HTTPStatus.OK


def test_it_listens_on_this_computer_only(server: PreviewServer) -> None:
    with pytest.raises(OSError, match=r"refused|assign|unreachable|timed out"):
        socket.create_connection(("127.0.0.2", server.port), timeout=1)


def version_in(text: str) -> str:
    return text.partition('data-version="')[2].partition('"')[0]


def test_a_page_that_opens_learns_the_present_state_at_once(
    server: PreviewServer, output: Path
) -> None:
    problem = ContentError(
        "this “key” is <b>wrong</b>",
        path=output.parent / "content/a.md",
        line=2,
        column=3,
        source="a: b",
        hint="mend it",
    )
    server.publish(State(4, (problem,)))
    with closing(Follower(server)) as follower:
        state = follower.next()
    assert state["version"] == version_in(ask(server, "/")[1])
    assert state["problems"] == [
        {
            "message": "this “key” is <b>wrong</b>",
            "place": "content/a.md:2:3",
            "line": 2,
            "column": 3,
            "source": "a: b",
            "hint": "mend it",
        }
    ]


def test_an_open_page_learns_each_later_state(server: PreviewServer, follower: Follower) -> None:
    first = follower.next()
    server.publish(State(1))
    second = follower.next()
    server.publish(State(1, (ContentError("broken"),)))
    third = follower.next()
    assert first["version"] != second["version"] == third["version"]
    assert [problem["message"] for problem in third["problems"]] == ["broken"]


def test_an_open_page_learns_the_last_of_many_states(
    server: PreviewServer, follower: Follower
) -> None:
    for number in range(1, 500):
        server.publish(State(number))
    last = version_in(ask(server, "/")[1])
    while follower.next()["version"] != last:
        pass


def test_all_open_pages_learn_a_state_at_once(server: PreviewServer) -> None:
    followers = [Follower(server) for _ in range(12)]
    for follower in followers:
        follower.next()
    start = time.perf_counter()
    server.publish(State(1))
    assert len({follower.next()["version"] for follower in followers}) == 1
    assert time.perf_counter() - start < 0.5
    for follower in followers:
        follower.close()


def test_a_page_served_before_a_build_is_older_than_it(server: PreviewServer) -> None:
    before = version_in(ask(server, "/")[1])
    server.publish(State(1))
    assert version_in(ask(server, "/")[1]) != before


def test_no_version_of_another_server_is_the_same(output: Path) -> None:
    versions = []
    for _ in range(2):
        with PreviewServer(output, port=0) as server:
            versions.append(version_in(ask(server, "/")[1]))
    assert versions[0] != versions[1]


def test_closing_ends_all_connections_within_a_second(output: Path) -> None:
    before = threading.active_count()
    server = PreviewServer(output, port=0)
    followers = [Follower(server) for _ in range(3)]
    idle = connect(server)
    idle.request("GET", "/")
    idle.getresponse().read()
    silent = socket.create_connection(("127.0.0.1", server.port))
    start = time.perf_counter()
    server.close()
    assert time.perf_counter() - start < 1
    assert threading.active_count() == before
    followers[0].next()
    assert followers[0].next() is None
    idle.close()
    silent.close()
    for follower in followers:
        follower.close()


def test_a_closed_servers_port_is_free_again(output: Path) -> None:
    with PreviewServer(output, port=0) as first:
        ask(first, "/")
    with PreviewServer(output, port=first.port) as second:
        assert ask(second, "/")[0] == HTTPStatus.OK


def test_a_port_that_is_taken_is_named_with_a_way_out(server: PreviewServer) -> None:
    with pytest.raises(OutputError, match=f"port {server.port}") as caught:
        PreviewServer(server._site.output, port=server.port)
    assert caught.value.message.endswith(": Address already in use")
    assert caught.value.hint == "another program may use it; --port 0 takes any that is free"


def test_no_thread_is_left_where_the_port_is_taken(server: PreviewServer, output: Path) -> None:
    before = threading.active_count()
    with pytest.raises(OutputError):
        PreviewServer(output, port=server.port)
    with pytest.raises(OutputError):
        PreviewServer(output, port=70_000)
    assert threading.active_count() == before


def test_a_page_that_leaves_is_noticed(
    server: PreviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.server.connections._HEARTBEAT_SECONDS", 0.02)
    before = threading.active_count()
    follower = Follower(server)
    follower.next()
    assert threading.active_count() == before + 1
    follower.close()
    deadline = time.monotonic() + PATIENCE
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert threading.active_count() == before


def test_other_methods_are_refused(server: PreviewServer) -> None:
    assert ask(server, "/", "POST")[0] == HTTPStatus.NOT_IMPLEMENTED


def test_a_request_is_answered_while_a_build_replaces_pages(
    server: PreviewServer, output: Path
) -> None:
    stop = threading.Event()

    def replace_page(number: int) -> None:
        write(output, "new.html", f"<body>{number}</body>" * 1000)
        os.replace(output / "new.html", output / "index.html")  # noqa: PTH105 - as a build does

    def build() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            replace_page(number)

    replace_page(0)
    building = threading.Thread(target=build)
    building.start()
    try:
        for _ in range(50):
            status, text, _ = ask(server, "/")
            assert status == HTTPStatus.OK
            assert text.count("</body>") == 1000
    finally:
        stop.set()
        building.join()
