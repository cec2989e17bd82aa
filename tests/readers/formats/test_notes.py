"""Folders of note programs and generators with their own forms, and pages that a browser saved."""

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

from sitegen.readers import ReadOptions, expand_folder, read_source
from tests.readers.formats.test_folder import PNG, one, read


def _bundle(name: str, **fields: object) -> dict[str, str]:
    info = {"version": 2, "net.shinyfrog.bear": fields}
    return {
        f"{name}.textbundle/text.md": f"# {name}\n\n![](assets/a.png)",
        f"{name}.textbundle/info.json": json.dumps(info),
    }


def test_of_bears_text_bundles_those_in_the_trash_and_the_archive_are_left_out(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes] = {
        **_bundle("Tea", trashed=0, archived=0, creationDate="2024-01-02T08:00:00Z"),
        **_bundle("Canary one", trashed=1),
        **_bundle("Canary two", archived=1),
        "Tea.textbundle/assets/a.png": PNG,
    }
    found = read(tmp_path, files)
    (note,) = found.documents
    assert note.title == "Tea"
    assert note.date is not None
    assert note.date.isoformat() == "2024-01-02T08:00:00+00:00"
    assert [medium.entry for medium in note.media] == ["Tea.textbundle/assets/a.png"]
    assert found.left_out == {"trash": 1, "hidden": 1}


def _write_backup(path: Path, *bundles: dict[str, str]) -> None:
    with ZipFile(path, "w") as file:
        for bundle in bundles:
            for name, content in bundle.items():
                file.writestr(f"{path.stem}/{name}", content)


def test_a_note_of_bear_is_the_same_one_in_a_newer_backup(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    older, newer = folder / "Bear 1.bear2bk", folder / "Bear 2.bear2bk"
    tea, milk = {"uniqueIdentifier": "A1"}, {"uniqueIdentifier": "B2"}
    _write_backup(
        older,
        _bundle("Tea", **tea, modificationDate="2024-01-02T08:00:00Z"),
        _bundle("Canary", **milk, modificationDate="2024-01-02T08:00:00Z"),
    )
    _write_backup(
        newer,
        _bundle("Green tea", **tea, modificationDate="2024-02-02T08:00:00Z"),
        _bundle("Canary", **milk, modificationDate="2024-02-02T08:00:00Z", trashed=1),
        _bundle("Locked", uniqueIdentifier="C3", encrypted=1),
    )
    assert expand_folder(folder) == (older, newer)
    packed = shutil.make_archive(str(tmp_path / "all"), "zip", folder)
    found = read_source(Path(packed), ReadOptions())
    assert [document.title for document in found.documents] == ["Green tea"]
    assert found.left_out == {"trash": 1, "duplicate": 1, "password": 1, "superseded": 1}


def test_what_logseq_notes_on_blocks_is_no_text(tmp_path: Path) -> None:
    page = """- Block ((64a1b2c3-0000-4000-8000-0123456789ab))
  id:: 64a1b2c3-0000-4000-8000-0123456789ab
  collapsed:: true
\t- TODO buy tea
\t- DONE drink it
\t  :LOGBOOK:
\t  CLOCK: [2024-01-02 Tue 08:00:00]
\t  :END:
- {{query (todo)}}
- {{video https://v.example/1}}
- #+BEGIN_QUOTE
  Said
  twice
  #+END_QUOTE
- `TODO` {{
- #+BEGIN_SRC clojure
  (a
    ((b)))
  #+END_SRC
- #+BEGIN_QUERY
  {:query (todo)}
  #+END_QUERY"""
    found = read(tmp_path, {"logseq/config.edn": "{}", "pages/Tea.md": page})
    (document,) = found.documents
    assert document.text == (
        "- Block \n\t- ☐ buy tea\n\t- ☑ drink it\n- <https://v.example/1>\n- > Said\n  > twice\n"
        "- `TODO` {{\n- ```clojure\n  (a\n    ((b)))\n  ```"
    )
    assert [lost.what for lost in found.lost] == ["the result of a query"]


def test_blocks_of_logseq_without_words_are_no_text(tmp_path: Path) -> None:
    pages = {
        "journals/2024_05_06.md": "- Oil burns.\n- ##\n- \n-\n\t- Slowly.\n\t-\n- Wicks too.\n-",
        "journals/2024_05_07.md": "-",
        "pages/Oil.md": "- ##\n- ###\n",
        "pages/Tea.md": "Words\n\nA heading\n-\nMore",
    }
    found = read(tmp_path, {"logseq/config.edn": "{}", **pages})
    assert {document.text for document in found.documents} == {
        "- Oil burns.\n-\n\t- Slowly.\n- Wicks too.",
        "Words\n\nA heading\n-\nMore",
    }
    assert found.left_out == {"empty": 2}


def test_paragraphs_of_spaces_and_headings_without_words_are_no_text(tmp_path: Path) -> None:
    text = "Oil burns.\n\n&nbsp;\n\n## \n\n```\n# \n&nbsp;\n```\n\n#\n\nSlowly.\n\n&nbsp; &nbsp;"
    document = one(tmp_path, f"---\ntitle: Oil\n---\n\n{text}\n")
    assert document.text == "Oil burns.\n\n```\n# \n&nbsp;\n```\n\nSlowly."


def test_a_header_in_javascript_gives_its_literals(tmp_path: Path) -> None:
    header = (
        '---js\n{\n  title: "Tea: hot",\n  date: new Date("2024-01-02"),\n  tags: ["a", "b"]\n}\n'
    )
    document = one(tmp_path, f"{header}---\nWords")
    assert (document.title, document.text, document.tags) == ("Tea: hot", "Words", ("a", "b"))
    assert document.date is not None
    assert document.date.day == 2


def test_pages_that_a_generator_keeps_out_of_its_lists_are_left_out(tmp_path: Path) -> None:
    headers = ("eleventyExcludeFromCollections: true", "build:\n  list: never")
    files = {f"{n}.md": f"---\n{header}\n---\ncanary" for n, header in enumerate(headers)}
    found = read(tmp_path, files)
    assert found.documents == ()
    assert found.left_out == {"hidden": 2}


def test_a_note_in_a_folder_that_is_named_like_the_parts_of_a_page_is_read(tmp_path: Path) -> None:
    page = f"<article><h1>Oil</h1><p>{'It flows. ' * 30}</p></article>"
    files = {"Oil.html": page, "Oil_files/frame.html": page, "Oil_files/wick.md": "It burns."}
    found = read(tmp_path, files).documents
    assert sorted(document.text[:9] for document in found) == ["It burns.", "It flows."]


def test_of_links_to_places_that_exporters_of_diaries_write_only_the_words_stay(
    tmp_path: Path,
) -> None:
    document = one(tmp_path, "We sat on the pier.\n\n[The *pier*, Ulm](geo:52.5,13.4)\n")
    assert document.text == "We sat on the pier.\n\nThe *pier*, Ulm"
