"""Exports of Blogger."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source

_KIND = (
    '<category scheme="http://schemas.google.com/g/2005#kind"'
    ' term="http://schemas.google.com/blogger/2008/kind#post"/>'
)


def test_a_post_dated_after_an_old_export_is_scheduled(tmp_path: Path) -> None:
    entries = "".join(
        f"<entry><id>tag:blogger.com,1999:blog-7.post-{year}</id><published>{year}-05-01T10:00:00Z"
        f"</published>{_KIND}<title>Of {year}</title><content>Words.</content></entry>"
        for year in (2011, 2013)
    )
    path = tmp_path / "blog.xml"
    path.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:blogger.com,1999:blog-7.archive</id>'
        f"<updated>2012-01-01T00:00:00Z</updated>{entries}</feed>",
        "utf-8",
    )
    read = read_source(path, ReadOptions())
    assert [document.title for document in read.documents] == ["Of 2011"]
    assert read.left_out == {"scheduled": 1}


def test_an_author_that_blogger_does_not_know_has_no_name(tmp_path: Path) -> None:
    path = tmp_path / "blog.xml"
    path.write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:blogger.com,1999:blog-7.archive</id>'
        f"<entry><id>tag:blogger.com,1999:blog-7.post-1</id>{_KIND}<title>One</title>"
        "<author><name>Unknown</name></author><content>Words.</content></entry></feed>",
        "utf-8",
    )
    (document,) = read_source(path, ReadOptions()).documents
    assert document.author is None


def test_of_a_post_in_two_files_of_a_folder_the_version_changed_later_counts(
    tmp_path: Path,
) -> None:
    def write(name: str, words: str, updated: str) -> None:
        entries = "".join(
            f"<entry><id>tag:blogger.com,1999:blog-7.post-{number}</id>{_KIND}"
            f"<title>{number}</title><published>2012-01-01T10:00:00Z</published>"
            f"<updated>{updated}</updated><content>{text}</content></entry>"
            for number, text in ((1, "Same."), (2, words))
        )
        (tmp_path / name).write_text(
            f'<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:blogger.com,1999:blog-7.archive</id>'
            f"<updated>2014-01-01T00:00:00Z</updated>{entries}</feed>",
            "utf-8",
        )

    write("blog-1.xml", "Corrected.", "2013-01-01T10:00:00Z")
    write("blog-2.xml", "Old.", "2012-01-01T10:00:00Z")
    read = read_source(tmp_path, ReadOptions())
    assert [document.text for document in read.documents] == ["Same.", "Corrected."]
    assert read.left_out == {"duplicate": 1, "superseded": 1}


@pytest.mark.parametrize(
    ("status", "texts", "left_out"),
    [("LIVE", ["Words."], {"duplicate": 1}), ("DRAFT", [], {"draft": 1, "superseded": 1})],
)
def test_a_post_is_the_same_in_an_old_file_and_in_a_takeout_without_its_address(
    tmp_path: Path, status: str, texts: list[str], left_out: Mapping[str, int]
) -> None:
    number, atom = 1063731841836143, '<feed xmlns="http://www.w3.org/2005/Atom"'
    post = f"<id>tag:blogger.com,1999:blog-7.post-{number}</id><title>One</title>"
    old = f'{_KIND}<link rel="alternate" href="https://a.example/one"/><content>Words.</content>'
    times = "<published>{}</published><updated>2012-01-0{}T09:00:00Z</updated>"
    (tmp_path / "blog.xml").write_text(
        f"{atom}><id>tag:blogger.com,1999:blog-7.archive</id><entry>{post}{old}"
        f"{times.format('2012-01-01T10:00:00+01:00', 2)}</entry></feed>"
    )
    state = f"<blogger:type>POST</blogger:type><blogger:status>{status}</blogger:status>"
    (tmp_path / "feed.atom").write_text(
        f'{atom} xmlns:blogger="http://schemas.google.com/blogger/2018"><entry>{post}{state}'
        f"<content>Words.</content>{times.format('2012-01-01T09:00:00Z', 3)}</entry></feed>"
    )
    read = read_source(tmp_path, ReadOptions())
    assert ([document.text for document in read.documents], read.left_out) == (texts, left_out)


def test_a_theme_holds_no_posts_and_is_refused(tmp_path: Path) -> None:
    (tmp_path / "theme.xml").write_text(
        "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'\n"
        " xmlns:b='http://www.google.com/2005/gml/b'><head><title>Lamps</title></head>"
        "<body><h1>Lamps</h1><p>Words of a theme.</p></body></html>"
    )
    with pytest.raises(DumpError, match="a theme of Blogger") as caught:
        read_source(tmp_path / "theme.xml", ReadOptions())
    assert "the content of the blog" in (caught.value.hint or "")
