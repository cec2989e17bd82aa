"""Notes of SilverBullet: a space of pages, and what it computes in them."""

from pathlib import Path

import pytest

from tests.readers.formats.test_folder import read

_SPACE = {
    "index.md": "canary",
    "Library/Std/Tasks.md": "canary",
    "_plug/tasks.plug.js": "canary",
    "_plug/notes.md": "canary",
    "Weekly.md": "---\ntags: template\n---\ncanary",
    "Page.md": "#meta/template/page\n\ncanary",
}


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("SETTINGS.md", "```yaml\nindexPage: index\n```\ncanary"),
        ("CONFIG.md", '```space-lua\nconfig.set("theme", "dark") -- canary\n```'),
        ("PLUGS.md", "```yaml\n- github:a/b/c.plug.js\n```\ncanary"),
        ("SECRETS.md", "```yaml\nkey: canary\n```"),
    ],
)
def test_notes_are_read_and_not_what_sets_up_the_space(
    tmp_path: Path, name: str, settings: str
) -> None:
    notes = {
        "Salt marsh.md": "Tides rise.\n#sea\n",
        "places/Dunes.md": "---\ntags: coast\n---\nSand.",
    }
    documents = read(tmp_path, {**_SPACE, name: settings, **notes}).documents
    assert {(d.title, d.text, d.tags) for d in documents} == {
        ("Salt marsh", "Tides rise.\n#sea", ("sea",)),
        ("Dunes", "Sand.", ("coast",)),
    }


def test_what_is_computed_is_no_text_and_code_stays(tmp_path: Path) -> None:
    text = (
        'Sand.\n\n${query[[from index.tag "page" select {n = name}]]}\n\n'
        "```query\npage limit 3\n```\n\n```space-lua\nx = 1\n```\n\n"
        "It costs ${1 + 2} in `${code}`.\n\n```lua\nlocal x = {}\n```\n"
    )
    found = read(tmp_path, {**_SPACE, "Dunes.md": text})
    (document,) = found.documents
    assert document.text == "Sand.\n\nIt costs  in `${code}`.\n\n```lua\nlocal x = {}\n```"
    assert [lost.what for lost in found.lost] == ["the result of a query"]


def test_a_folder_with_settings_of_something_else_is_no_space(tmp_path: Path) -> None:
    files = {
        "CONFIG.md": "# How to set it up\n\nTurn the knob.",
        "a.md": "---\ntags: template\n---\nIt costs ${1}.",
    }
    texts = {document.text for document in read(tmp_path, files).documents}
    assert texts == {"Turn the knob.", "It costs ${1}."}
