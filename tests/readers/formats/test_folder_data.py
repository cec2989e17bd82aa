"""Files of data beside the texts of a website, and what texts say against them."""

from pathlib import Path

import pytest

from tests.readers.formats.test_folder import read


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("posts/posts.json", '{"draft": true}'),
        ("posts/posts.11tydata.json", '{"draft": true}'),
        ("posts/posts.11tydata.js", "module.exports = {\n  draft: true,\n  layout: 'p',\n};\n"),
        ("posts/_data.yml", "draft: true\n"),
        ("posts/_dir.yml", "title: Posts\ndraft: true\n"),
        ("posts/_defaults.yml", "draft: true\n"),
        ("_config.yml", "defaults:\n- scope: {path: posts}\n  values: {draft: true}\n"),
        ("posts/_index.md", "---\ncascade:\n  draft: true\n---\n"),
    ],
)
def test_texts_in_a_folder_of_drafts_are_drafts_unless_they_say_otherwise(
    tmp_path: Path, name: str, data: str
) -> None:
    files = {
        name: data,
        "posts/a.md": "canary",
        "posts/b.md": "---\ndraft: false\n---\nShown.",
        "posts/c.md": "---\ndraft:\n---\ncanary",
        "posts/in/d.txt": "canary",
        "log/e.md": "Elsewhere.",
    }
    found = read(tmp_path, files)
    assert {document.text for document in found.documents} == {"Shown.", "Elsewhere."}
    assert found.left_out["draft"] in (2, 3)  # plain text is no text of a website


def test_an_inner_folder_says_otherwise_than_the_one_around_it(tmp_path: Path) -> None:
    files = {
        "posts/posts.json": '{"draft": true}',
        "posts/new/new.json": '{"draft": false}',
        "posts/a.md": "canary",
        "posts/new/b.md": "Shown.",
        "c.md": "Elsewhere.",
    }
    found = read(tmp_path, files)
    assert {document.text for document in found.documents} == {"Shown.", "Elsewhere."}


def test_a_text_cannot_publish_what_the_configuration_of_jekyll_excludes(tmp_path: Path) -> None:
    text = "---\npublished: true\n---\ncanary"
    files = {"_config.yml": "exclude: [attic]\n", "attic/a.md": text, "_posts/b.md": "Shown."}
    assert [document.text for document in read(tmp_path, files).documents] == ["Shown."]


def test_data_beside_a_text_of_eleventy_is_that_of_this_text_alone(tmp_path: Path) -> None:
    files = {
        "eleventy.config.js": "export default {};",
        "posts/a.md": "canary",
        "posts/a.11tydata.json": '{"draft": true}',
        "posts/ab.md": "Not of this data.",
        "posts/b.md": "---\ntags: [wick]\n---\nDated.",
        "posts/b.json": '{"date": "2021-03-03", "tags": "lamp oil"}',
        "posts/c.md": "---\npubDate: 2020-01-01\n---\nDated by itself.",
        "posts/c.11tydata.js": "export default {\n\tdate: '2021-03-03',\n\tauthor: 'Ida',\n}\n",
    }
    found = read(tmp_path, files)
    dates = {d.text: str(d.date)[:10] for d in found.documents}
    assert dates == {
        "Not of this data.": "None",
        "Dated.": "2021-03-03",
        "Dated by itself.": "2020-01-01",
    }
    texts = {document.text: document for document in found.documents}
    assert texts["Dated."].tags == ("lamp oil", "wick")
    assert texts["Dated by itself."].author == "Ida"


def test_json_beside_a_text_of_another_program_says_nothing_of_it(tmp_path: Path) -> None:
    files = {"a.md": "Shown.", "a.json": '{"draft": true}', "b.md": "Shown, too."}
    assert len(read(tmp_path, files).documents) == 2


def test_tags_of_folders_of_eleventy_are_added_to_those_of_a_text(tmp_path: Path) -> None:
    files = {
        "notes/notes.json": '{"tags": ["lamp"]}',
        "notes/in/in.11tydata.json": '{"tags": "wick"}',
        "notes/in/a.md": "---\ntags: [oil, lamp]\n---\nA.",
        "log/log.json": '{"tags": ["private"]}',
        "log/b.md": "---\ntags: [oil]\n---\ncanary",
    }
    (document,) = read(tmp_path, files).documents
    assert document.tags == ("lamp", "wick", "oil")
