from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.server.content_types import content_type_of
from sitegen.server.page_scripts import PageScripts
from sitegen.server.ranges import UnsatisfiableRangeError, read_range
from sitegen.server.responses import Response, Span, respond
from tests.paths import ROOT
from tests.server.test_server import HIDDEN, write


def sent(reply: Response) -> bytes:
    """The body of a reply."""

    def read(span: Span) -> bytes:
        span.file.seek(span.start)
        return span.file.read(span.length)

    with reply:
        return b"".join(read(part) if isinstance(part, Span) else part for part in reply.parts)


def script() -> bytes:
    return b'<script src="/_sitegen/client.js" data-version="1" defer></script>'


def test_a_page_without_an_end_gets_the_script_too(tmp_path: Path) -> None:
    write(tmp_path, "bare.html", "<p>bare")
    assert sent(respond("/bare.html", tmp_path, PageScripts("1"))).startswith(
        b"<p>bare<script src="
    )


def test_a_long_page_gets_the_script_at_the_end_of_its_body(tmp_path: Path) -> None:
    write(tmp_path, "long.html", f"<body>{'<p>words' * 20_000}</body></html>\n")
    page = sent(respond("/long.html", tmp_path, PageScripts("1")))
    assert page.startswith(b"<body><p>words<p>words")
    assert page.endswith(b"<p>words" + script() + b"</body></html>\n")


def test_the_length_of_a_page_is_that_of_what_is_sent(tmp_path: Path) -> None:
    for text in ("", "<p>bare", "<body>one</body>"):
        write(tmp_path, "page.html", text)
        reply = respond("/page.html", tmp_path, PageScripts("1"))
        assert reply.length == len(sent(reply))


@pytest.mark.parametrize(
    ("header", "start", "length"),
    [
        ("bytes=0-1", 0, 2),
        ("bytes=0-0", 0, 1),
        ("bytes=4-", 4, 6),
        ("bytes=4-99", 4, 6),
        ("bytes=-3", 7, 3),
        ("bytes=-99", 0, 10),
        ("Bytes= 2-3 ", 2, 2),
        ("bytes=02-0003", 2, 2),
        (f"bytes=9-{'9' * 6000}", 9, 1),
    ],
)
def test_a_range_is_read_as_the_standard_says(header: str, start: int, length: int) -> None:
    assert read_range(header, 10) == (start, length)


@pytest.mark.parametrize(
    "header",
    [
        "bytes=5-4",
        "bytes=-",
        "bytes=",
        "bytes",
        "lines=0-1",
        "bytes=a-b",
        "bytes=1.5-2",
        "bytes=--1",
        "bytes=+1-2",
        "bytes=²-3",
        "bytes =0-1",
        "bytes=0-1,3-4",
    ],
)
def test_the_whole_file_is_sent_for_a_range_that_is_invalid_or_one_of_several(header: str) -> None:
    assert read_range(header, 10) is None


@pytest.mark.parametrize(("header", "size"), [("bytes=10-", 10), ("bytes=-0", 10), ("bytes=0-", 0)])
def test_a_range_that_holds_no_byte_is_not_to_be_had(header: str, size: int) -> None:
    with pytest.raises(UnsatisfiableRangeError):
        read_range(header, size)


def test_the_last_bytes_of_an_empty_file_are_all_of_it() -> None:
    assert read_range("bytes=-5", 0) is None


def test_the_script_puts_texts_in_as_text() -> None:
    script = ROOT / "sitegen/server/client.js"
    text = script.read_text(encoding="utf-8")
    assert not any(word in text for word in ("innerHTML", "outerHTML", "insertAdjacentHTML"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.CSS", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("feed.json", "application/json; charset=utf-8"),
        ("feed.xml", "text/xml; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.png", "image/png"),
        ("a.webp", "image/webp"),
        ("a.woff2", "font/woff2"),
        ("digest.epub", "application/epub+zip"),
        ("digest.pdf", "application/pdf"),
        ("a.unheard-of", "application/octet-stream"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_files_have_the_right_type(name: str, kind: str) -> None:
    assert content_type_of(name) == kind


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("guarded") / "output"
    write(output, "a/index.html", "<body>a page</body>")
    write(output, ".b", HIDDEN)
    write(output, "a/.b", HIDDEN)
    write(output.parent, "b", HIDDEN)
    (output / "a/up").symlink_to(output.parent)
    return output


@given(
    parts=st.lists(st.sampled_from(["..", ".", "a", "up", "b", ".b", "", "\\", "/", "\0", "é"])),
    encode=st.booleans(),
)
def test_no_path_leads_out_of_the_output(guarded: Path, parts: list[str], encode: bool) -> None:  # noqa: FBT001
    path = "/".join(quote(part, safe="") if encode else part for part in parts)
    assert HIDDEN not in sent(respond("/" + path, guarded, PageScripts("1"))).decode()


@given(address=st.text())
def test_every_address_has_a_reply(guarded: Path, address: str) -> None:
    with respond(address, guarded, PageScripts("1")) as reply:
        assert reply.status in {HTTPStatus.OK, HTTPStatus.NOT_FOUND, 301}


def test_well_known_files_are_served_but_hidden_files_in_that_folder_are_not(
    tmp_path: Path,
) -> None:
    write(tmp_path, ".well-known/security.txt", "Contact: mailto:ada@digest.example")
    write(tmp_path, ".well-known/.hidden", HIDDEN)
    assert b"ada@" in sent(respond("/.well-known/security.txt", tmp_path, PageScripts("1")))
    assert HIDDEN not in sent(respond("/.well-known/.hidden", tmp_path, PageScripts("1"))).decode()


@pytest.mark.parametrize("address", ["/search/", "/search/index.html", "/", "/posts/search/"])
def test_only_the_search_may_run_its_index_and_webassembly(address: str) -> None:
    page = PageScripts("1", host="127.0.0.1:8000", token="a", address=address)  # noqa: S106
    policy = page.added_to(b"<p>text").policy
    for source in ("'wasm-unsafe-eval'", "http://127.0.0.1:8000/pagefind/", "search/documents.js"):
        assert (source in policy) == address.startswith("/search/")
