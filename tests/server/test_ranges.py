"""How the preview sends files: whole or a part, in pieces, and as they were when it began."""

import http.client
import threading
import time
from contextlib import closing
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from sitegen.server import PreviewServer
from tests.server.test_server import PATIENCE, ask, connect, output, server

__all__ = ["output", "server"]

FILM = bytes(range(256)) * 400


@pytest.fixture
def film(output: Path) -> Path:
    path = output / "media/film.mp4"
    path.parent.mkdir()
    path.write_bytes(FILM)
    return path


def ask_for(server: PreviewServer, *headers: tuple[str, str], method: str = "GET") -> Any:
    """The response to a request for the film."""
    with closing(connect(server)) as connection:
        connection.putrequest(method, "/media/film.mp4")
        for header in headers:
            connection.putheader(*header)
        connection.endheaders()
        response = connection.getresponse()
        return response.status, response.headers, response.read()


def test_a_file_is_sent_whole_and_says_that_parts_may_be_asked_for(
    server: PreviewServer, film: Path
) -> None:
    status, headers, body = ask_for(server)
    assert (status, body) == (HTTPStatus.OK, FILM)
    assert headers["Accept-Ranges"] == "bytes"
    assert headers["Content-Length"] == str(film.stat().st_size)
    assert "Content-Range" not in headers


@pytest.mark.parametrize(
    ("wanted", "start", "end"),
    [("bytes=0-1", 0, 2), ("bytes=102398-", 102398, 102400), ("bytes=-70000", 32400, 102400)],
)
@pytest.mark.usefixtures("film")
def test_a_part_of_a_file_is_sent_alone(
    server: PreviewServer, wanted: str, start: int, end: int
) -> None:
    status, headers, body = ask_for(server, ("Range", wanted))
    assert (status, body) == (HTTPStatus.PARTIAL_CONTENT, FILM[start:end])
    assert headers["Content-Range"] == f"bytes {start}-{end - 1}/102400"
    assert headers["Content-Length"] == str(end - start)


@pytest.mark.usefixtures("film")
def test_a_part_behind_the_end_is_refused_with_the_size(server: PreviewServer) -> None:
    status, headers, body = ask_for(server, ("Range", "bytes=102400-"))
    assert (status, body) == (HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b"")
    assert headers["Content-Range"] == "bytes */102400"


@pytest.mark.usefixtures("film")
def test_two_ranges_invalid_ones_and_those_of_head_get_the_whole(server: PreviewServer) -> None:
    twice = ("Range", "bytes=0-1")
    for headers in ((twice, twice), [("Range", "bytes=9-0")], [("Range", "bytes=0-1,5-6")]):
        status, _, body = ask_for(server, *headers)
        assert (status, body) == (HTTPStatus.OK, FILM)
    status, head, body = ask_for(server, ("Range", "bytes=0-1"), method="HEAD")
    assert (status, head["Content-Length"], body) == (HTTPStatus.OK, "102400", b"")


def test_a_part_is_sent_only_while_the_file_is_the_one_that_was_known(
    server: PreviewServer, film: Path
) -> None:
    etag = ask_for(server)[1]["ETag"]
    wanted = ("Range", "bytes=0-1")
    assert ask_for(server, wanted, ("If-Range", etag))[0] == HTTPStatus.PARTIAL_CONTENT
    for other in ('"other"', f"W/{etag}", "Sat, 29 Oct 1994 19:43:31 GMT"):
        assert ask_for(server, wanted, ("If-Range", other))[2] == FILM
    film.write_bytes(b"another film")
    assert ask_for(server, wanted, ("If-Range", etag))[2] == b"another film"


@pytest.mark.usefixtures("film")
def test_a_connection_that_served_a_part_serves_on(server: PreviewServer) -> None:
    with closing(connect(server)) as connection:
        for number in range(3):
            wanted = f"bytes={number}-{number}"
            connection.request("GET", "/media/film.mp4", headers={"Range": wanted})
            assert connection.getresponse().read() == bytes([number])


def test_a_page_is_sent_whole_as_the_script_is_no_part_of_its_file(server: PreviewServer) -> None:
    status, text, headers = ask(server, "/", Range="bytes=0-1")
    assert (status, headers["Accept-Ranges"]) == (HTTPStatus.OK, None)
    assert text.endswith("</html>")


def test_an_empty_file_is_sent(server: PreviewServer, film: Path) -> None:
    film.write_bytes(b"")
    assert ask_for(server)[::2] == (HTTPStatus.OK, b"")
    assert ask_for(server, ("Range", "bytes=-5"))[::2] == (HTTPStatus.OK, b"")
    assert ask_for(server, ("Range", "bytes=0-"))[1]["Content-Range"] == "bytes */0"


def test_a_file_that_is_replaced_while_it_is_sent_arrives_as_it_was(
    server: PreviewServer, film: Path
) -> None:
    first = FILM * 200
    film.write_bytes(first)
    with closing(connect(server)) as connection:
        connection.request("GET", "/media/film.mp4")
        response = connection.getresponse()
        film.with_name("new").write_bytes(b"another film")
        film.with_name("new").rename(film)
        assert response.read() == first


def test_a_file_truncated_while_it_is_sent_closes_the_connection(
    server: PreviewServer, film: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    film.write_bytes(FILM * 200)
    with closing(connect(server)) as connection:
        connection.request("GET", "/media/film.mp4")
        response = connection.getresponse()
        film.write_bytes(b"")
        with pytest.raises(http.client.IncompleteRead):
            response.read()
    assert capfd.readouterr().err == ""


def test_whoever_leaves_in_the_middle_of_a_file_is_not_spoken_of(
    server: PreviewServer, film: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    film.write_bytes(FILM * 200)
    before = threading.active_count()
    with closing(connect(server)) as connection:
        connection.request("GET", "/media/film.mp4")
        connection.getresponse().read(10)
    deadline = time.monotonic() + PATIENCE
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert threading.active_count() == before
    assert capfd.readouterr().err == ""
