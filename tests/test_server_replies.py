from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.server.replies import content_type_of, reply_to
from tests.test_server import HIDDEN, write


def test_a_page_without_an_end_gets_the_script_too(tmp_path: Path) -> None:
    write(tmp_path, "bare.html", "<p>bare")
    assert reply_to("/bare.html", tmp_path, "1").body.startswith(b"<p>bare<script src=")


def test_the_script_puts_texts_in_as_text() -> None:
    script = Path(__file__).parents[1] / "sitegen/server/client.js"
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
    assert HIDDEN not in reply_to("/" + path, guarded, "1").body.decode()


@given(address=st.text())
def test_every_address_has_a_reply(guarded: Path, address: str) -> None:
    assert reply_to(address, guarded, "1").status in {HTTPStatus.OK, HTTPStatus.NOT_FOUND, 301}
