"""The document to print: is everything in it, with page numbers, and always the same?"""

import re
from importlib.util import find_spec as find_module
from pathlib import Path

import pytest
from pypdf import PdfReader

from sitegen.output_formats import libraries, system_libraries
from tests.digest import Digest
from tests.media import files

CONFIG = """title = "Tests & trials"
author = "Ed"
base_url = "https://digest.example/"
[editions]
pdf = true
cards = false
"""
LOREM = "the quick brown fox jumps over the lazy dog and on and on " * 6
SCRIPT = "<script>x</script> <img src=https://remote.example/a.png alt=Remote> <img src=file:///etc/hosts>"


def digest_to_print(root: Path) -> Digest:
    digest = Digest(root).write("sitegen.toml", CONFIG)
    digest.write("content/media/a.jpg", files.jpeg(6, size=(400, 300)))
    text = f"Essaytext[^1] ![A photo](/media/a.jpg)\n\n{SCRIPT}\n\n[^1]: Notetext"
    digest.page("essays/long.md", text, title="An essay", date="2024-03-01")
    for number in range(40):
        words = f"post{number}word {LOREM[: 20 + 37 * (number % 7)]}"
        quoted = f"> quote{number}word {LOREM}" if number % 5 == 0 else ""
        digest.post(
            f"p{number}", f"{words}\n\n{quoted}", topic="craft" if number < 30 else "travel"
        )
    many = "\n\n".join(f"part{number}word {LOREM}" for number in range(60))
    digest.post("longest", many, topic="travel", note="Editorword [x](/essays/long/)")
    digest.post("shared", "Sharedword", topic="travel", also="[craft]")
    return digest.page("topics/craft/_index.md", "Introword", title="Craft").build()


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Digest:
    return digest_to_print(tmp_path_factory.mktemp("print"))


@pytest.fixture(scope="module")
def pages(digest: Digest) -> list[str]:
    reader = PdfReader(digest.root / "output/digest.pdf")
    return [page.extract_text() for page in reader.pages]


def test_every_text_is_in_it_once(pages: list[str]) -> None:
    whole = "\n".join(pages)
    words = [f"post{number}word" for number in range(40)]
    words += [f"quote{number}word" for number in range(0, 40, 5)]
    words += [f"part{number}word" for number in range(60)]
    for word in (*words, "Essaytext", "Notetext", "Editorword", "Introword"):
        assert len(re.findall(rf"\b{word}", whole)) == 1, word


def test_a_quotation_stays_on_one_page(pages: list[str]) -> None:
    for number in range(0, 40, 5):
        [page] = [page for page in pages if f"quote{number}word" in page]
        quoted = page[page.index(f"quote{number}word") :]
        assert len(re.findall("lazy", quoted)) >= 6


def test_the_contents_give_the_page_on_which_a_chapter_begins(pages: list[str]) -> None:
    [contents] = [page for page in pages if "In this digest" in page]
    for title, word in (
        ("An essay", "Essaytext"),
        ("Craft", "Introword"),
        ("Travel", "Travel"),
    ):
        [number] = re.findall(rf"{title}[ .]*(\d+)", contents)
        assert word in pages[int(number) - 1]
        assert f"\n{number}" in f"\n{pages[int(number) - 1]}"


def test_pages_name_the_digest_and_the_chapter_in_turn(pages: list[str]) -> None:
    heads = {number: page.strip().split("\n") for number, page in enumerate(pages, start=1)}
    later = [number for number, page in enumerate(pages, start=1) if "part3" in page]
    for number in later:
        assert ("Tests & trials" if number % 2 == 0 else "Travel") in heads[number]


def test_it_has_its_pictures_its_links_and_what_it_is(digest: Digest) -> None:
    reader = PdfReader(digest.root / "output/digest.pdf")
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.author) == ("Tests & trials", "Ed")
    assert len({image.data for page in reader.pages for image in page.images}) == 1
    assert [item.title for item in reader.outline if not isinstance(item, list)][1:] == [
        "An essay",
        "Craft",
        "Travel",
    ]


def test_it_has_the_same_bytes_in_every_build(digest: Digest, tmp_path: Path) -> None:
    again = digest_to_print(tmp_path)
    assert again.result
    assert (tmp_path / "output/digest.pdf").read_bytes() == (
        digest.root / "output/digest.pdf"
    ).read_bytes()
    again.write("content/media/other.jpg", files.jpeg()).build()
    assert "digest.pdf" not in again.result.written
    again.shows("essays/long/", 'href="../../digest.pdf" type="application/pdf"')


@pytest.mark.parametrize(
    ("missing", "command"),
    [("weasyprint", 'pip install "sitegen[print]"'), ("Pango", "pango")],
)
def test_without_a_library_the_rest_is_built_and_the_way_to_install_it_is_named(
    missing: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        libraries, "find_spec", lambda name: None if name == missing else find_module(name)
    )
    if missing == "Pango":
        monkeypatch.setattr(system_libraries, "_can_load", lambda _: False)
    result = Digest(tmp_path).write("sitegen.toml", CONFIG).post("one").build().result
    assert result
    [warning] = [text for text in map(str, result.warnings) if "to print is left out" in text]
    assert missing in warning
    assert command in warning
    assert not (tmp_path / "output/digest.pdf").exists()
    assert (tmp_path / "output/posts/one/index.html").exists()


def test_it_shows_the_current_edition_alone(tmp_path: Path) -> None:
    digest = Digest(tmp_path).write("sitegen.toml", CONFIG)
    digest.page("editions/2024-01.md", "The first", date="2024-01-31")
    digest.page("essays/old.md", "Oldessay", edition="2024-01", also="[craft]")
    digest.post("early", "Earlypost", edition="2024-01").post("late", "Latepost").build()
    reader = PdfReader(tmp_path / "output/digest.pdf")
    whole = "\n".join(page.extract_text() for page in reader.pages)
    assert "Latepost" in whole
    assert not re.search("Earlypost|Oldessay", whole)


def test_a_picture_that_is_cut_off_is_still_named_after_a_document_was_printed(
    digest: Digest, tmp_path: Path
) -> None:
    assert digest.result  # a document was printed in this process
    cut = files.jpeg(size=(900, 600))[:-400]
    result = Digest(tmp_path).write("content/media/a.jpg", cut).post("a", "![a](/media/a.jpg)")
    problems = result.build().result
    assert problems
    assert any("it is cut off" in str(warning) for warning in problems.warnings)
