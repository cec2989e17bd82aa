"""How soon a server's preview shows an edit.

sitegen tells its pages of a reload by an event. The time runs from the moment before the save to
the arrival of that event, and on to the end of the answer to a request for the page, which must
have the new text then, and so must a page of its topic. Hugo's server is asked for the page every
five milliseconds until it has the new text; then the page of its topic is looked at as well.
"""

import http.client
import json
import random
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.building.checking import by_topic, page_of, topic_pages
from benchmarks.building.generators import Generator
from benchmarks.building.installing import Installed, environment
from benchmarks.building.measuring import FailedRunError
from benchmarks.building.posts import Post, make_posts
from benchmarks.building.sites import LaidOut, edit, lay_out

_BETWEEN_POLLS = 0.005
_BETWEEN_EDITS = 0.3
_BEFORE_EDITS = 1.0
_LONGEST_WAIT = 120.0


@dataclass(frozen=True, slots=True)
class Served:
    """The measurements of one server, in seconds, one value for each edit."""

    posts: int
    to_event: tuple[float, ...]
    """Until the reload event; empty if the server sends no events."""
    to_page: tuple[float, ...]
    """Until the served page had the new text."""
    stale: int
    """How often the post's page or its topic's did not have the new text at that moment."""


@dataclass(frozen=True, slots=True)
class _Seen:
    to_event: float | None
    to_page: float
    is_stale: bool = False


def measure_server(
    generator: Generator, found: Installed, folder: Path, posts: int, edits: int
) -> Served:
    """Starts the server of ``generator`` on a site of that many posts, and makes edits one by one.

    Raises:
        FailedRunError: it does not come up, or does not show an edit within two minutes.
    """
    site = lay_out(generator, folder / "work" / f"serve-{generator.layout}", make_posts(posts))
    chosen = random.Random(2).sample(site.posts, min(edits, posts))  # noqa: S311 - no secret
    with _serving(site, found, folder) as port:
        watch = _watch_events if generator.events else _watch_page
        seen = list(watch(site, port, chosen))
    return Served(
        posts=posts,
        to_event=tuple(one.to_event for one in seen if one.to_event is not None),
        to_page=tuple(one.to_page for one in seen),
        stale=sum(one.is_stale for one in seen),
    )


def median_and_worst(values: tuple[float, ...]) -> tuple[float, float]:
    """Both, in seconds."""
    return statistics.median(values), max(values)


@contextmanager
def _serving(site: LaidOut, found: Installed, folder: Path) -> Iterator[int]:
    """Runs the server until its first build is done; yields its port, and stops it afterwards."""
    port = _free_port()
    words = [word.format(port=port) for word in site.generator.serve]
    log = site.folder / "server.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [found.program, *words],
            cwd=site.folder,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for_first_build(site, process, log)
            yield port
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for_first_build(site: LaidOut, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _LONGEST_WAIT
    while site.generator.ready not in log.read_text():
        if process.poll() is not None or time.monotonic() > end:
            raise FailedRunError(f"the server does not serve: {log.read_text()[-500:]}")
        time.sleep(0.05)
    time.sleep(_BEFORE_EDITS)


def _ask(port: int, address: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_LONGEST_WAIT)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.read().decode(errors="replace")
    finally:
        connection.close()


def _watch_events(site: LaidOut, port: int, chosen: Sequence[Post]) -> Iterator[_Seen]:
    """Edits, and listens to the server's events."""
    versions = _versions(port, site.generator.events)
    known = next(versions)
    for number, post in enumerate(chosen):
        start = time.perf_counter()
        mark = edit(site, post, number)
        known = next(version for version in versions if version != known)
        to_event = time.perf_counter() - start
        is_shown = mark in _ask(port, _address(page_of(post)))
        to_page = time.perf_counter() - start
        is_stale = not (is_shown and _is_in_topic(site, port, post, mark))
        yield _Seen(to_event, to_page, is_stale)
        time.sleep(_BETWEEN_EDITS)


def _versions(port: int, address: str) -> Iterator[str]:
    """The version in each event of the server: first the current one, then one for each reload.

    The format is that of https://html.spec.whatwg.org/multipage/server-sent-events.html.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_LONGEST_WAIT)
    with closing(connection):
        connection.request("GET", address)
        answer = connection.getresponse()
        end = time.monotonic() + _LONGEST_WAIT
        for line in iter(answer.readline, b""):
            if line.startswith(b"data:"):
                yield str(json.loads(line.removeprefix(b"data:"))["version"])
                end = time.monotonic() + _LONGEST_WAIT
            elif time.monotonic() > end:
                raise FailedRunError("no reload event came in two minutes")
    raise FailedRunError("the server ended its events")


def _watch_page(site: LaidOut, port: int, chosen: Sequence[Post]) -> Iterator[_Seen]:
    """Edits, and polls the page."""
    for number, post in enumerate(chosen):
        _ask(port, _address(page_of(post)))  # it is open in a browser
        start = time.perf_counter()
        mark = edit(site, post, number)
        while mark not in _ask(port, _address(page_of(post))):
            if time.perf_counter() - start > _LONGEST_WAIT:
                raise FailedRunError("an edit was not served in two minutes")
            time.sleep(_BETWEEN_POLLS)
        to_page = time.perf_counter() - start
        yield _Seen(None, to_page, is_stale=not _is_in_topic(site, port, post, mark))
        time.sleep(_BETWEEN_EDITS)


def _is_in_topic(site: LaidOut, port: int, post: Post, mark: str) -> bool:
    """Whether a page of the post's topic is served with ``mark``."""
    names = topic_pages(site, post.topic, len(by_topic(site.posts)[post.topic]))
    return any(mark in _ask(port, _address(name)) for name in names)


def _address(name: str) -> str:
    return "/" + name.removesuffix("index.html")
