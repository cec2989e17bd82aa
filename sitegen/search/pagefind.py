"""Runs Pagefind, which makes an index for large sites: a browser loads only parts of it.

Pagefind's program speaks a protocol on its standard streams: Base64 of JSON, each message followed
by a comma (``pagefind/src/service`` in https://github.com/Pagefind/pagefind). Its Python package
wraps it, but takes a tenth of a second for each page.
"""

import base64
import functools
import json
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from sitegen.search.documents import SearchDocument, in_order
from sitegen.search.extraction import page_for_pagefind
from sitegen.search.filter_order import UnknownFormatError, in_fixed_order

_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
"""Pagefind's own interfaces, which the search page does not use."""

_INTERRUPTION_SECONDS = 0.05


class PagefindError(Exception):
    """Pagefind failed. The message says how."""


class InterruptedIndexError(Exception):
    """The index is no longer needed."""


class PagefindMissingError(PagefindError):
    """Pagefind is not installed."""


@functools.cache
def pagefind_version() -> str:
    """The version of Pagefind; empty if it is not installed."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 -- slow to import

    try:
        return f"{version('pagefind')} {version('pagefind-bin-extended')}"
    except PackageNotFoundError:
        return ""


def make_pagefind_index(
    documents: Iterable[SearchDocument], is_interrupted: Callable[[], bool] | None = None
) -> dict[str, bytes]:
    """Returns the files of Pagefind's index by their paths in it; none without documents.

    The same documents give the same bytes.

    Args:
        documents: what is searched.
        is_interrupted: whether the index is no longer needed; None if it always is.

    Raises:
        InterruptedIndexError: it is no longer needed.
        PagefindMissingError: Pagefind is not installed.
        PagefindError: it failed, or its version is not known.
    """
    ordered = in_order(documents)
    if not ordered:
        return {}
    if is_interrupted and is_interrupted():
        raise InterruptedIndexError
    try:
        answer = _run(_program(), [_request(document) for document in ordered], is_interrupted)
    except PagefindError:
        if is_interrupted and is_interrupted():
            raise InterruptedIndexError from None
        raise
    files = {
        file["path"].replace("\\", "/"): base64.b64decode(file["content"])
        for file in answer["files"]
    }
    try:
        files = in_fixed_order(files)
    except UnknownFormatError as error:
        raise PagefindError(f"this version writes an unknown index ({error})") from error
    return {name: data for name, data in files.items() if not name.startswith(_UNUSED)}


def _program() -> Path:
    if not pagefind_version():
        raise PagefindMissingError("Pagefind is not installed")
    from pagefind_bin_extended import get_executable  # noqa: PLC0415 -- only where it is used

    return Path(get_executable())


def _request(document: SearchDocument) -> dict[str, object]:
    return {
        "type": "AddFile",
        "index_id": 0,
        "url": f"/{document.address}",
        "file_contents": page_for_pagefind(document),
        "file_path": None,
    }


def _run(
    program: Path,
    requests: list[dict[str, object]],
    is_interrupted: Callable[[], bool] | None = None,
) -> dict[str, list[dict[str, str]]]:
    """Sends the requests and returns the answer to the last one, for all files."""
    start: dict[str, object] = {"type": "NewIndex", "config": {}}
    all_files: dict[str, object] = {"type": "GetFiles", "index_id": 0}
    messages = [start, *requests, all_files]
    try:
        process = subprocess.Popen(  # noqa: S603 -- the program of the package
            [program, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise PagefindError(f"{program} cannot be started: {error.strerror}") from error
    with process:
        assert process.stdin is not None  # noqa: S101 -- both are pipes
        assert process.stdout is not None  # noqa: S101
        sender = threading.Thread(target=_send, args=(process.stdin, messages), daemon=True)
        sender.start()
        is_over = threading.Event()
        if is_interrupted:
            arguments = (process, is_interrupted, is_over)
            threading.Thread(target=_kill_if, args=arguments, daemon=True).start()
        try:
            return _last_answer(process.stdout, len(messages))
        finally:
            is_over.set()
            process.kill()
            sender.join()
            with suppress(OSError):  # it ended before it had read everything
                process.stdin.close()


def _kill_if(
    process: subprocess.Popen[bytes], is_interrupted: Callable[[], bool], is_over: threading.Event
) -> None:
    """Ends the program as soon as its index is no longer needed."""
    while not is_over.wait(_INTERRUPTION_SECONDS):
        if is_interrupted():
            process.kill()
            return


def _send(stream: IO[bytes], messages: Iterable[dict[str, object]]) -> None:
    """Writes the messages while the answers are read; stops when the program ended."""
    try:
        for number, payload in enumerate(messages):
            message = json.dumps({"message_id": number, "payload": payload})
            stream.write(base64.b64encode(message.encode()) + b",")
        stream.flush()
    except OSError:  # the reader notices, too
        return


def _last_answer(stream: IO[bytes], count: int) -> dict[str, list[dict[str, str]]]:
    answers = 0
    for message in _messages(stream):
        answers += 1
        if answers < count and b'"Error"' not in message:
            continue
        payload = json.loads(message)["payload"]
        if payload["type"] == "Error":
            raise PagefindError(str(payload.get("message", "an unknown error")))
        if payload["type"] == "GetFiles":
            found: dict[str, list[dict[str, str]]] = payload
            return found
    raise PagefindError("it ended before the index was complete")


def _messages(stream: IO[bytes]) -> Iterator[bytes]:
    """The messages as JSON, which are Base64 with a comma behind each."""
    rest: list[bytes] = []
    while chunk := stream.read1(1 << 20):  # type: ignore[attr-defined]
        first, *others = chunk.split(b",")
        rest.append(first)
        for part in others:
            yield base64.b64decode(b"".join(rest))
            rest = [part]
