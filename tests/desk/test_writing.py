"""What the server does for a text that is edited in place: renders it, takes pictures, opens it."""

import base64
import json
import os
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sitegen.desk import Desk
from sitegen.desk.external_editor import open_in_editor
from tests.digest import Digest

TEXT = 'A *lamp* of "1900", see [it](https://a.example/).\n\n- one\n- two'


@pytest.fixture
def digest(digest: Digest) -> Digest:
    digest.post("own", "Old.", id="own").post("plain", "Old.", id="plain", dump="{file: d.txt}")
    digest.post("marked", "Old.", id="marked", dump="{file: d.md, markdown: true}")
    return digest.page("essays/long.md", "Old.", id="long", title="Long", dump="{file: d.txt}")


def ask(digest: Digest, request: str, /, **value: Any) -> tuple[int, dict[str, Any]]:
    reply = Desk(digest.root).answer(request, json.dumps(value).encode())
    return reply.status, reply.value


def picture(kind: str, **options: Any) -> str:
    file = BytesIO()
    Image.new("RGB", (3, 2)).save(file, kind, **options)
    return base64.b64encode(file.getvalue()).decode()


@pytest.mark.parametrize("id_", ["own", "plain", "marked", "long"])
def test_a_typed_text_is_rendered_as_its_page_will_be(digest: Digest, id_: str) -> None:
    status, answer = ask(digest, "render", id=id_, text=TEXT)
    assert (status, answer["lang"], answer["dir"]) == (200, "en", "ltr")
    ask(digest, "act", do="edit", id=id_, text=TEXT)
    address = "essays/long/" if id_ == "long" else f"posts/{id_}/"
    assert answer["html"] in digest.build().html(address)


def test_the_text_of_a_new_post_is_rendered_as_one_of_its_topic(digest: Digest) -> None:
    assert ask(digest, "render", topic="craft", text="*New*")[1]["html"] == "<p><em>New</em></p>"
    assert ask(digest, "render", topic="none", text="")[0] == 422
    assert ask(digest, "render", id="own", text=None)[1]["message"] == "“text” must be a text"


def test_a_picture_is_cleaned_and_named_by_its_content(digest: Digest) -> None:
    exif = Image.Exif()
    exif[0x010E] = "At home"
    data = picture("JPEG", exif=exif)
    assert b"At home" in base64.b64decode(data)
    status, answer = ask(digest, "picture", name="../My lamp.png", data=data)
    assert status == 200
    assert re.fullmatch(r"/media/my-lamp-[0-9a-f]{8}\.jpg", answer["address"])
    file = digest.root / "content" / answer["address"].strip("/")
    assert b"At home" not in file.read_bytes()
    assert ask(digest, "picture", name="../My lamp.png", data=data)[1]["files"] == []
    ask(digest, "undo")
    assert not file.exists()


@pytest.mark.parametrize(
    "data",
    ["no base 64", base64.b64encode(b"a text").decode(), picture("PNG")[:40], "", None],
    ids=["not base 64", "a text", "cut off", "empty", "nothing"],
)
def test_what_is_no_picture_is_refused_and_not_written(digest: Digest, data: str | None) -> None:
    status, answer = ask(digest, "picture", name="lamp.png", data=data)
    assert status == 422
    assert answer["message"]
    assert not (digest.root / "content/media").exists()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"date": "yesterday"}, "“date” must be a date, such as 2023-03-29 or"),
        ({"date": "2023-02-30"}, "“date” must be a date"),
        ({"source": "no address"}, "“source” must be"),
        ({"tags": [["a"]]}, "“tags” must be"),
        ({"lang": "no language"}, "“lang” must be"),
        ({"title": "Good", "order": "first"}, "“order” must be"),
        ({"pinned": "perhaps"}, "“pinned” must be"),
    ],
)
def test_a_value_that_a_build_would_refuse_is_not_written(
    digest: Digest, values: dict[str, object], message: str
) -> None:
    before = (digest.root / "content/topics/craft/own.md").read_bytes()
    status, answer = ask(digest, "act", do="set", ids=["plain", "own"], values=values)
    assert status == 422
    assert answer["message"].startswith(message)
    assert (digest.root / "content/topics/craft/own.md").read_bytes() == before
    new = {"topic": "craft", "text": "New.", "values": values}
    assert ask(digest, "act", do="new-post", **new)[1]["message"].startswith(message)
    assert not (digest.root / "content/topics/craft/new.md").exists()


def test_right_values_are_written_as_they_were_typed(digest: Digest) -> None:
    values = {"date": "2023-03-29", "author": "Ann: B.", "source": "https://a.example/1"}
    assert ask(digest, "act", do="set", ids=["own"], values=values)[0] == 200
    entry = ask(digest, "entries", addresses=["posts/own/"])[1]["entries"]["posts/own/"]
    assert entry["date"] == "2023-03-29T00:00:00Z"
    assert (entry["author"], entry["source"]) == ("Ann: B.", "https://a.example/1")
    file = digest.root / "content/topics/craft/own.md"
    assert "date: 2023-03-29\n" in file.read_text()
    values = {"date": "2023-03-29T10:15:00+02:00"}
    assert ask(digest, "act", do="set", ids=["own"], values=values)[0] == 200
    assert "date: 2023-03-29T10:15:00+02:00\n" in file.read_text()


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs: each writes its arguments to a pipe of its name."""
    folder = tmp_path / "programs with a space"
    folder.mkdir()
    for name in ("code", "vim"):
        os.mkfifo(folder / f"{name}.pipe")
        (folder / name).write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$0.pipe"\n')
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return folder


@pytest.mark.skipif(os.name != "posix", reason="the programs are scripts of a shell")
@pytest.mark.parametrize("command", ["code --wait", "'{folder}/code' --wait"])
def test_a_file_opens_in_an_editor_with_a_window(
    digest: Digest, programs: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    digest.post("a $(touch x) b", "A text.", id="odd")
    monkeypatch.setenv("EDITOR", "vim")
    monkeypatch.setenv("VISUAL", command.format(folder=programs))
    _, answer = ask(digest, "open", id="odd", path="/etc/passwd")
    assert answer == {"opened": True, "file": "content/topics/craft/a $(touch x) b.md"}
    given = (programs / "code.pipe").read_text().splitlines()
    assert given == ["--wait", str(digest.root / answer["file"])]


@pytest.mark.parametrize("command", ["vim", "nano -w", "sh -c code", "", "'code", "none/code"])
def test_a_terminal_editor_is_not_started(digest: Digest, command: str) -> None:
    file = digest.root / "content/topics/craft/own.md"
    assert not open_in_editor(file, {"EDITOR": command})
    assert ask(digest, "open", id="nobody")[0] == 422
