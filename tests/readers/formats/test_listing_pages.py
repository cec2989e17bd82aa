"""Pages that lead to others, in systems with a folder for each; what the names of files tell."""

from pathlib import Path

import pytest

from tests.readers.formats.test_folder import read


def test_pages_of_grav_that_lead_to_others_are_no_posts(tmp_path: Path) -> None:
    files = {
        "user/pages/01.home/default.md": "---\ntitle: Home\n---\ncanary",
        "user/pages/01.home/_wide/text.md": "---\ntitle: Wide\n---\ncanary",
        "user/pages/02.blog/blog.md": "---\ntitle: Blog\n---\ncanary",
        "user/pages/02.blog/rain/item.md": "---\ntitle: Rain\n---\nIt falls.",
        "user/pages/02.blog/snow/item.de.md": "---\ntitle: Schnee\n---\nEr liegt.",
        "user/pages/03.log/item.md": "---\ntitle: Log\n---\nIt is a post.",
        "user/pages/04.walk/default.md": "---\ntitle: Walk\ndate: 2024-05-01\n---\nIt is dated.",
    }
    found = read(tmp_path, files)
    texts = {document.text for document in found.documents}
    assert texts == {"It falls.", "Er liegt.", "It is a post.", "It is dated."}
    assert found.left_out == {"page": 3}


def test_numbered_folders_that_are_no_pages_of_grav_hold_texts(tmp_path: Path) -> None:
    files = {"01.notes/a.md": "A.", "01.notes/more/b.md": "B.", "pages/c.md": "C."}
    assert len(read(tmp_path, files).documents) == 3


def test_pages_of_kirby_that_lead_to_others_are_no_posts_and_tags_become_links(
    tmp_path: Path,
) -> None:
    text = (
        "See (link: https://wood.example text: wood (old)), (email: a@b.example text: us), "
        "(link: https://oak.example) and `(link: code)`.\n\n(image: oak.jpg alt: An oak)\n\n"
        "(image: elm.jpg alt: An elm caption: Of 1900)"
    )
    files = {
        "content/site.txt": "Title: Woods\n----\nText: canary",
        "content/home/home.txt": "Title: Home\n----\nText: canary",
        "content/1_blog/blog.txt": "Title: Canary",
        "content/1_blog/1_oak/article.en.txt": f"Title: Oak\n----\nText: {text}",
        "content/1_blog/1_oak/oak.jpg.txt": "Alt: canary\n----\nCaption: canary",
    }
    (document,) = read(tmp_path, files).documents
    assert document.text == (
        "See [wood (old)](https://wood.example), [us](mailto:a@b.example), <https://oak.example>"
        " and `(link: code)`.\n\n![An oak](oak.jpg)\n\n![An elm](elm.jpg)\n\nOf 1900"
    )


def test_a_name_with_a_line_before_it_hides_a_text_unless_most_have_one(tmp_path: Path) -> None:
    files = {
        "_hidden.md": "canary",
        "in/_wip.txt": "canary",
        "a.md": "A.",
        "b.md": "B.",
        "c.md": "C.",
    }
    found = read(tmp_path, files)
    assert {document.text for document in found.documents} == {"A.", "B.", "C."}
    assert found.left_out == {"hidden": 2}
    assert len(read(tmp_path / "2", {"_a.md": "A.", "_b.md": "B.", "c.md": "C."}).documents) == 3
    vault = {".obsidian/app.json": "{}", "_Start.md": "A.", "b.md": "B.", "c.md": "C."}
    assert len(read(tmp_path / "3", vault).documents) == 3


@pytest.mark.parametrize("header", ["Page: yes", "Page: Yes\nLink: about", "Draft: yes\nMenu: no"])
def test_a_line_that_says_yes_on_a_text_is_a_header_by_itself(tmp_path: Path, header: str) -> None:
    files = {"a.md": f"{header}\n\n# About\n\ncanary", "b.md": "Page: 12\nLine: 3\n\nB."}
    assert [document.text[:8] for document in read(tmp_path, files).documents] == ["Page: 12"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2024-01-02-on-rivers.md", "On rivers"),
        ("2024-01-02 Bracken.md", "Bracken"),
        ("_posts/2024-01-02-on-rivers.md", "On Rivers"),
        ("2024-01-02-on-iOS.md", "On iOS"),
        ("on-rivers.md", None),
        ("2024-01-02-tue.md", None),
        ("2024-01-02-17.md", None),
        ("2024-01-02-they-flow-slowly.md", None),
        ("_posts/2024-01-02-they-flow.md", None),
    ],
)
def test_a_text_without_a_title_has_that_of_its_dated_name(
    tmp_path: Path, name: str, title: str | None
) -> None:
    files = {name: "They flow, *slowly*.", "z/other.md": "Others."}
    titles = {document.text: document.title for document in read(tmp_path, files).documents}
    assert titles["They flow, *slowly*."] == title


def test_the_root_of_notes_of_dendron_leads_to_the_others(tmp_path: Path) -> None:
    header = (
        "---\nid: a\ntitle: {}\ndesc: ''\nupdated: 1600000000000\ncreated: 1600000000000\n---\n"
    )
    files = {"root.md": header.format("Root") + "canary", "fen.md": header.format("Fen") + "Peat."}
    assert [document.text for document in read(tmp_path, files).documents] == ["Peat."]


def test_texts_in_other_markup_are_named_by_their_endings(tmp_path: Path) -> None:
    files = {"a.org": "* canary", "b.tex": "canary", "c.md": "Read.", ".x/d.adoc": "canary"}
    (remark,) = read(tmp_path, files).remarks
    assert remark.startswith("Texts with the ending .org, .tex were not read")
