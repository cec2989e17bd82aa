import io
import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from sitegen.configuration.settings import Config
from sitegen.curation.curator import Curator
from sitegen.curation.library import read_library
from sitegen.errors import DumpError
from sitegen.importer import ImportPlan, ImportReport, ImportRequest, apply_import, plan_import
from sitegen.importer.ledger import LEDGER_NAME
from tests.digest import NOW
from tests.media import files

TEXT = "---\ntitle: The lamp\n---\n\nThe lamp is on.\n\n![A lamp](lamp.jpg)\n"


class Digest:
    """A digest, and a folder of notes that is its dump."""

    def __init__(self, root: Path) -> None:
        self.config = Config(root=root / "digest")
        self.notes = root / "notes"
        self.notes.mkdir()

    def put(self, name: str, data: bytes | str) -> None:
        content = data.encode() if isinstance(data, str) else data
        (self.notes / name).write_bytes(content)

    def plan(self, *dumps: Path) -> ImportPlan:
        return plan_import(ImportRequest(dumps=dumps or (self.notes,), now=NOW), self.config)

    def run(self, *dumps: Path) -> ImportReport:
        return apply_import(self.plan(*dumps), self.config)

    def media(self) -> list[str]:
        return sorted(path.name for path in (self.config.content / "media").glob("*"))

    def page(self) -> Path:
        (page,) = (p for p in self.config.content.rglob("*.md") if p.name != "_index.md")
        return page


@pytest.fixture
def digest(tmp_path: Path) -> Digest:
    made = Digest(tmp_path)
    made.put("one.md", TEXT)
    made.put("lamp.jpg", files.jpeg())
    return made


def lost_in(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(lost.where, lost.why) for source in plan.read.sources for lost in source.lost]


def test_a_picture_of_the_dump_goes_to_content_media_and_is_shown(digest: Digest) -> None:
    digest.run()

    (name,) = digest.media()
    assert name.startswith("lamp-")
    assert name.endswith(".jpg")
    assert f"![A lamp](/media/{name})" in digest.page().read_text(encoding="utf-8")


def test_nothing_that_an_import_writes_tells_a_place(digest: Digest) -> None:
    digest.run()
    written = [path for path in digest.config.content.rglob("*") if path.is_file()]

    assert len(written) >= 3
    assert not [path for path in written if files.PLACE in path.read_bytes()]


def test_an_undone_import_leaves_no_picture_and_gives_it_back_when_it_is_redone(
    digest: Digest,
) -> None:
    digest.run()
    names = digest.media()
    root = digest.config.root
    curator = Curator(root, lambda: read_library(root))
    curator.undo()
    assert digest.media() == []
    curator.redo()
    assert digest.media() == names


def test_importing_again_writes_nothing(digest: Digest) -> None:
    digest.run()
    before = {path: path.stat().st_mtime_ns for path in digest.config.content.rglob("*")}
    report = digest.run()

    assert {path: path.stat().st_mtime_ns for path in digest.config.content.rglob("*")} == before
    assert report.unchanged == 1


def test_a_plan_writes_nothing(digest: Digest) -> None:
    digest.plan()

    assert not digest.config.content.exists()


def test_pictures_with_the_same_content_are_one_file_also_in_another_dump(
    digest: Digest, tmp_path: Path
) -> None:
    digest.put("two.md", "Another text on the same.\n\n![B](copy.jpg)\n")
    digest.put("copy.jpg", files.jpeg())
    other = tmp_path / "more.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("three.md", "A third text on it.\n\n![C](again.jpg)\n")
        archive.writestr("again.jpg", files.jpeg())
    digest.run(digest.notes, other)

    assert len(digest.media()) == 1


def test_a_picture_keeps_its_name_when_another_file_with_its_content_comes_first(
    digest: Digest,
) -> None:
    digest.run()
    before = digest.media()
    digest.put("a.md", "A first text, written later.\n\n![A](aaa.jpg)\n")
    digest.put("aaa.jpg", files.jpeg())
    digest.run()

    assert digest.media() == before


@pytest.mark.parametrize("replacement", [None, b"the editor's own"])
def test_a_picture_that_the_editor_deleted_or_replaced_stays_so(
    digest: Digest, replacement: bytes | None
) -> None:
    digest.run()
    path = digest.config.content / "media" / digest.media()[0]
    path.write_bytes(replacement) if replacement else path.unlink()
    digest.put("one.md", TEXT.replace("on.", "on again."))
    report = digest.run()

    assert len(report.updated) == 1
    assert (path.read_bytes() if path.exists() else None) == replacement


def test_a_newer_dump_that_holds_the_picture_updates_the_page(digest: Digest) -> None:
    (digest.notes / "lamp.jpg").rename(digest.notes / "other.jpg")
    digest.run()
    assert "/media/" not in digest.page().read_text(encoding="utf-8")

    digest.put("lamp.jpg", files.jpeg())
    report = digest.run()

    assert len(report.updated) == 1
    assert "/media/lamp-" in digest.page().read_text(encoding="utf-8")


def test_a_page_that_the_editor_deleted_brings_no_picture(digest: Digest) -> None:
    digest.run()
    digest.page().unlink()
    digest.put("lamp.jpg", files.jpeg(size=(30, 30)))
    digest.run()

    assert len(digest.media()) == 1


def test_a_picture_that_cannot_be_cleaned_is_lost_and_the_report_says_why(
    digest: Digest,
) -> None:
    digest.put("lamp.jpg", files.box(b"ftyp", b"crx ", bytes(4)))
    plan = digest.plan()
    apply_import(plan, digest.config)

    assert [(where, "places" in why) for where, why in lost_in(plan)] == [("lamp.jpg", True)]
    assert digest.media() == []
    assert digest.page().read_text(encoding="utf-8").endswith("The lamp is on.\n\nA lamp\n")
    report = json.loads((digest.config.content / LEDGER_NAME).read_text())["reports"]["notes"]
    assert report["lost"][0]["where"] == "lamp.jpg"


def test_a_picture_of_too_many_pixels_is_lost_and_the_rest_is_imported(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 500)
    digest.put("lamp.jpg", files.jpeg(size=(40, 40)))
    digest.put("two.md", "Another text.\n\n![Small](small.jpg)\n")
    digest.put("small.jpg", files.jpeg())
    plan = digest.plan()
    apply_import(plan, digest.config)

    assert [where for where, _ in lost_in(plan)] == ["lamp.jpg"]
    assert [name[:5] for name in digest.media()] == ["small"]


@pytest.mark.parametrize("change", ["gone", "changed", "no dump"])
def test_a_dump_that_changed_since_the_plan_ends_before_any_page_is_written(
    digest: Digest, change: str
) -> None:
    plan = digest.plan()
    if change == "changed":
        digest.put("lamp.jpg", files.jpeg(size=(9, 9)))
    else:
        (digest.notes / "lamp.jpg").unlink()
    if change == "no dump":
        digest.notes.rename(digest.notes.with_name("moved"))

    with pytest.raises(DumpError):
        apply_import(plan, digest.config)
    assert not list(digest.config.content.rglob("*.md"))


def test_standard_input_brings_no_pictures_and_the_report_says_so(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("one.md", TEXT)
        archive.writestr("lamp.jpg", files.jpeg())
    packed.seek(0)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(packed))
    plan = digest.plan(Path("-"))
    apply_import(plan, digest.config)

    assert [(where, "standard input" in why) for where, why in lost_in(plan)] == [
        ("lamp.jpg", True)
    ]
    assert digest.media() == []


def test_a_second_dump_adds_the_files_that_the_first_lacks(digest: Digest, tmp_path: Path) -> None:
    complete = tmp_path / "complete"
    digest.notes.rename(complete)
    digest.notes.mkdir()
    digest.put("one.md", TEXT)
    digest.put("other.png", files.png())
    digest.run(digest.notes, complete)

    assert len(digest.media()) == 1
    assert "![A lamp](/media/lamp-" in digest.page().read_text(encoding="utf-8")


def test_a_picture_in_avif_is_shown_as_a_jpeg_that_stays_when_it_is_imported_again(
    digest: Digest,
) -> None:
    file = io.BytesIO()
    files.picture().save(file, "AVIF", exif=files.exif())
    digest.put("lamp.jpg", file.getvalue())
    digest.run()
    digest.run()

    [name] = digest.media()
    data = (digest.config.content / "media" / name).read_bytes()
    assert name.endswith(".jpg")
    assert f"/media/{name}" in digest.page().read_text(encoding="utf-8")
    assert files.PLACE not in data
    assert Image.open(io.BytesIO(data)).format == "JPEG"
