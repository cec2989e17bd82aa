"""Folders of texts: what their names and their files of data say of the texts in them."""

from pathlib import Path
from unicodedata import normalize

import pytest

from tests.pictures import PNG
from tests.readers.formats.test_folder import read


def test_data_of_folders_name_the_author_and_the_language_of_texts(tmp_path: Path) -> None:
    files = {
        "posts/posts.json": '{"author": "Rue", "lang": "en", "title": "No title of texts"}',
        "posts/one.md": "One.",
        "posts/de/de.11tydata.json": '{"lang": "de"}',
        "posts/de/zwei.md": "Zwei.",
        "posts/three.md": "---\nauthor: Ida\n---\nThree.",
        "notes/_index.md": "---\nauthor: Of the list\ncascade:\n  author: Ben\n---\n",
        "notes/four.md": "Four.",
        "five.md": "Five.",
    }
    documents = read(tmp_path, files).documents
    assert {d.text: (d.title, d.author, d.lang) for d in documents} == {
        "One.": (None, "Rue", "en"),
        "Zwei.": (None, "Rue", "de"),
        "Three.": (None, "Ida", "en"),
        "Four.": (None, "Ben", None),
        "Five.": (None, None, None),
    }


def test_the_configuration_of_jekyll_names_authors_categories_and_what_becomes_no_page(
    tmp_path: Path,
) -> None:
    config = """author: {name: Ida Reed, email: canary@oak.example}
collections: {notes: {output: false}, recipes: {output: true}}
exclude: [attic, todo.md, readme.md, "*.txt", "", /]
defaults:
  - {scope: {path: "", type: recipes}, values: {author: Ben, layout: page}}
  - {scope: {path: later}, values: {published: false}}
"""
    files = {
        "blog/_config.yml": config,
        "blog/_posts/2024-01-02-a.md": "---\ntags: [t]\n---\nA.",
        "blog/mills/wind/_posts/2024-01-03-b.md": "B.",
        "blog/_recipes/c.md": "C.",
        "blog/readme.md": "Canary.",
        **dict.fromkeys(
            ("blog/_notes/d.md", "blog/later/e.md", "blog/attic/f.md", "blog/todo.md"), "Canary."
        ),
    }
    found = read(tmp_path, files)
    assert {d.text: (d.author, d.tags) for d in found.documents} == {
        "A.": ("Ida Reed", ("t",)),
        "B.": ("Ida Reed", ("mills", "wind")),
        "C.": ("Ben", ()),
    }
    assert found.left_out == {"hidden": 4, "page": 1}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("_config.yml", "author: Ida Reed\n"),
        ("hugo.toml", '[params.author]\nname = "Ida Reed"\n'),
        ("pelicanconf.py", "AUTHOR = 'Ida Reed'\n"),
    ],
)
def test_the_author_of_a_website_is_that_of_texts_that_name_none(
    tmp_path: Path, name: str, content: str
) -> None:
    texts = {"content/a.md": "A.", "content/b.md": "---\nauthors: [Ben, Rue]\n---\nB."}
    documents = read(tmp_path, {name: content, **texts}).documents
    assert {d.text: d.author for d in documents} == {"A.": "Ida Reed", "B.": "Ben, Rue"}
    unchanged = content.replace("Ida Reed", "John Doe")
    assert not read(tmp_path / "new", {name: unchanged, "content/a.md": "A."}).documents[0].author


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("blog/authors.yml", "ida:\n  name: Ida Reed\n  email: canary@oak.example\n"),
        ("docs/.authors.yml", "authors:\n  ida:\n    name: Ida Reed\n"),
        ("_data/authors.json", '[{"id": "ida", "name": "Ida Reed"}, {"id": "ben"}]'),
        ("src/content/authors/ida.json", '{"name": "Ida Reed"}'),
        ("content/authors/ida/_index.md", "---\ntitle: Ida Reed\n---\nBio."),
        ("_authors/ida.md", "---\nlayout: author\nname: Ida Reed\n---\n"),
    ],
)
def test_authors_are_called_by_the_names_that_a_website_has_for_its_keys(
    tmp_path: Path, name: str, content: str
) -> None:
    text = "---\nauthors: [{key: ida, title: Guest}, Ben Ash]\n---\nThey burn."
    files = {"posts/a.md": text, "posts/b.md": "Other.", name: content}
    documents = read(tmp_path, files).documents
    author = next(document.author for document in documents if document.text == "They burn.")
    assert author == "Ida Reed, Ben Ash"


def test_folders_for_drafts_are_known_in_several_languages_and_with_a_number(
    tmp_path: Path,
) -> None:
    folders = ("Entwürfe", normalize("NFD", "Entwürfe 2"), "99 - Drafts", "My Drafts", "草稿箱")
    private = ("Privat", "_private_", "🔒 Private", "nur für mich", "私密")
    others = ("Papierkorb", "04 Vorlagen")
    names = (*folders, *private, *others)
    found = read(tmp_path, {**{f"{name}/a.md": "canary" for name in names}, "b.md": "Public."})
    assert [document.text for document in found.documents] == ["Public."]
    assert found.left_out == {"draft": 5, "private": 5, "trash": 1, "other kind": 1}
    assert len(read(tmp_path / "2", {"drafting/a.md": "A.", "Privates/b.md": "B."}).documents) == 1
    topics = {"Private schools/a.md": "A.", "old-drafts-of-beer/b.md": "B.", "For all/c.md": "C."}
    assert len(read(tmp_path / "3", topics).documents) == 3


def test_a_cover_that_the_text_shows_from_another_folder_is_shown_once(tmp_path: Path) -> None:
    header = "---\ntitle: A\ncoverImage: oak.png\n---\n"
    files = {
        "a/index.md": f"{header}![Oak](images/oak.png)",
        "a/images/oak.png": PNG,
        "b.md": "B.",
    }
    document = read(tmp_path, files).documents[0]
    assert [medium.name for medium in document.media] == ["images/oak.png"]


@pytest.mark.parametrize(
    ("folder", "published"),
    [
        (".obsidian", "---\ndg-publish: true\n---\nPublic."),
        (".obsidian", "---\npublish: true\n---\nPublic."),
        ("logseq", "public:: true\n\nPublic."),
    ],
)
def test_where_notes_say_that_they_are_published_the_others_are_not(
    tmp_path: Path, folder: str, published: str
) -> None:
    unset = published.replace(": true", ":").replace("Public", "canary")
    files = {f"{folder}/x.json": "{}", "a.md": published, "b.md": "canary", "c.md": unset}
    found = read(tmp_path, files)
    assert [document.text for document in found.documents] == ["Public."]
    assert found.left_out == {"not public": 2}


@pytest.mark.parametrize(
    "title",
    ["[DRAFT] Oil", "(draft) Oil", "Oil (draft)", "WIP: Oil", "[Private] Oil", "Privat: Oil"],
)
def test_a_text_whose_title_is_marked_is_left_out(tmp_path: Path, title: str) -> None:
    files = {"a.md": f"# {title}\n\nCanary.", "b.md": "# Draft: horses (oil)\n\nThey pull."}
    found = read(tmp_path, files)
    assert [document.text for document in found.documents] == ["They pull."]
    assert sum(found.left_out.values()) == 1


def test_folders_of_languages_and_the_language_of_a_website_are_those_of_texts(
    tmp_path: Path,
) -> None:
    files = {
        "content/fr/a.md": "Un.",
        "content/pt-br/a.md": "Dois.",
        "notes/it/a.md": "Three.",
        "notes/office/a.md": "Four.",
        "web/hugo.toml": 'defaultContentLanguage = "de"\n[languages.de]\n[languages.en]\n',
        "web/content/a.md": "Fünf.",
        "web/content/a.en.md": "Six.",
    }
    found = {document.text: document.lang for document in read(tmp_path, files).documents}
    languages = {"Un.": "fr", "Dois.": "pt-br", "Fünf.": "de", "Six.": "en"}
    assert found == {**languages, "Three.": None, "Four.": None}


def test_a_line_with_a_title_alone_is_a_header(tmp_path: Path) -> None:
    files = {"a.md": "Title: The pump\n\nIt squeaks.", "b.md": "Title: no header."}
    texts = {d.text: d.title for d in read(tmp_path, files).documents}
    assert texts == {"It squeaks.": "The pump", "Title: no header.": None}


def test_a_text_file_that_begins_with_a_heading_is_markdown(tmp_path: Path) -> None:
    files = {"a.txt": "# The pump\n\nIt *squeaks*.", "b.txt": "#pump\n\n2 * 3 * 4"}
    found = {d.text: (d.title, d.is_markdown) for d in read(tmp_path, files).documents}
    assert found == {"It *squeaks*.": ("The pump", True), "#pump\n\n2 * 3 * 4": (None, False)}


@pytest.mark.parametrize("name", ["passwords.txt", "Meine Passwörter.md", "recovery-codes.txt"])
def test_a_file_named_after_what_is_secret_is_left_out(tmp_path: Path, name: str) -> None:
    post = "---\ntitle: Passwords\n---\nThey are long."
    found = read(tmp_path, {name: "canary", "posts/passwords.md": post, "b.md": "B."})
    assert {document.text for document in found.documents} == {"They are long.", "B."}
    assert found.left_out == {"private": 1}


def test_a_page_of_links_to_others_of_its_website_is_left_out(tmp_path: Path) -> None:
    pages = {
        "menu.htm": '<a href="a.htm">One</a><br><a href="b.htm">Two</a>',
        "links.htm": '<a href="https://oak.example/">An oak</a>',
        "a.htm": "<h1>One</h1><p>It was built of oak.</p>",
        "._a.htm": "canary",
    }
    found = read(tmp_path, {name: f"<html><body>{page}" for name, page in pages.items()})
    assert len(found.documents) == 2
    assert found.left_out == {"page": 1}


def test_times_without_a_zone_are_reported(tmp_path: Path) -> None:
    found = read(tmp_path, {"a.md": "---\ndate: 2024-01-02 08:00\n---\nText.", "b.md": "Other."})
    assert found.remarks == ("Times without a time zone were read as UTC.",)


def test_a_page_that_was_saved_as_markdown_is_read_as_a_page(tmp_path: Path) -> None:
    page = (
        "<!DOCTYPE html>\n<html>\n<head>\n    <title>Wicks</title>\n</head>\n<body>\n"
        "    <h1>Wicks</h1>\n    <p>They <b>burn</b>.</p>\n</body>\n</html>\n"
    )
    documents = read(tmp_path, {"wicks.md": page, "oil.md": "<!-- Of 2024 -->\n\nOil."}).documents
    assert {d.title: d.text for d in documents} == {"Wicks": "They **burn**.", None: "Oil."}


@pytest.mark.parametrize("key", ["build:\n  list: never\n  render: never", "render: false"])
def test_a_list_without_a_page_of_its_own_holds_no_text_back(tmp_path: Path, key: str) -> None:
    lists = {"posts/_index.md": f"---\n{key}\n---\n"}
    found = read(tmp_path, {**lists, "posts/a.md": "Public.", "b.md": "Public, too."})
    assert sorted(document.text for document in found.documents) == ["Public, too.", "Public."]


def test_a_mark_in_the_name_of_a_file_says_that_its_text_is_not_public(tmp_path: Path) -> None:
    names = {"[draft] oil.txt": "draft", "[Private] wax.md": "private", "a draft horse.md": ""}
    found = read(tmp_path, {name: f"# {held}\n\ncanary" for name, held in names.items()})
    assert len(found.documents) == 1
    assert found.left_out == {"draft": 1, "private": 1}
