"""Exports of Joplin: a file for each note, notebook, tag and attachment."""

import tarfile
from pathlib import Path

from sitegen.readers import ReadOptions, read_source

_NOTE, _TAG, _PICTURE = "a" * 32, "b" * 32, "c" * 32


def _write(folder: Path, name: str, text: str, **fields: object) -> None:
    lines = "\n".join(f"{key}: {value}" for key, value in fields.items())
    (folder / f"{name}.md").write_text(f"{text}\n\nid: {name}\n{lines}".lstrip("\n"), "utf-8")


def _export(folder: Path) -> Path:
    (folder / "resources").mkdir(parents=True)
    (folder / "resources" / f"{_PICTURE}.png").write_bytes(b"\x89PNG")
    text = f"Tea\n\nHot ![cup](:/{_PICTURE}) as in [that](:/{'d' * 32}).\n\nkey: value"
    place = {"latitude": "52.5200066", "longitude": "13.4049540", "source_url": ""}
    created = {"user_created_time": "2024-01-02T08:00:00.000Z", "author": "Ann"}
    _write(folder, _NOTE, text, **place, **created, is_conflict=0, encryption_applied=0, type_=1)
    _write(folder, "1" * 32, "Canary\n\ncanary", is_conflict=1, type_=1)
    _write(folder, "2" * 32, "Canary\n\ncanary", deleted_time=1704182400000, type_=1)
    _write(folder, "5" * 32, "Canary", is_todo=1, type_=1)
    _write(folder, "3" * 32, "Notebook", type_=2)
    _write(folder, _TAG, "drink", type_=5)
    _write(folder, "4" * 32, "", note_id=_NOTE, tag_id=_TAG, type_=6)
    return folder


def test_notes_of_joplin_are_read_without_places_and_what_is_no_note(tmp_path: Path) -> None:
    read = read_source(_export(tmp_path / "export"), ReadOptions())
    (note,) = read.documents
    assert read.formats == ("joplin",)
    assert (note.title, note.author, note.tags) == ("Tea", "Ann", ("drink",))
    picture = f"resources/{_PICTURE}.png"
    assert note.text == f"Hot ![cup]({picture}) as in [that](:/{'d' * 32}).\n\nkey: value"
    assert [medium.entry for medium in note.media] == [picture]
    assert note.date is not None
    assert note.date.isoformat() == "2024-01-02T08:00:00+00:00"
    assert read.left_out == {"superseded": 1, "trash": 1, "other kind": 1}


def test_a_jex_file_is_an_archive_of_them(tmp_path: Path) -> None:
    folder = _export(tmp_path / "export")
    path = tmp_path / "notes.jex"
    with tarfile.open(path, "w") as archive:
        for file in sorted(folder.rglob("*.*")):
            archive.add(file, file.relative_to(folder).as_posix())
    assert [note.title for note in read_source(path, ReadOptions()).documents] == ["Tea"]


def test_of_a_jex_file_that_is_cut_off_the_whole_notes_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    _write(folder, _NOTE, "Tea\n\nHot.", latitude="52.5200066", type_=1)
    _write(folder, _TAG, "Canary\n\n" + "canary " * 900, type_=1)
    path = tmp_path / "notes.jex"
    with tarfile.open(path, "w") as archive:
        for file in sorted(folder.iterdir()):
            archive.add(file, file.name)
    path.write_bytes(path.read_bytes()[:4_000])
    read = read_source(path, ReadOptions())
    assert read.formats == ("joplin",)
    assert [(note.title, note.text) for note in read.documents] == [("Tea", "Hot.")]
    assert any(lost.where.endswith(f"{_TAG}.md") for lost in read.lost)
