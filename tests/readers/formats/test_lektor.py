"""The source of a website of Lektor, with a file ``contents.lr`` for each page."""

from datetime import UTC, datetime
from pathlib import Path

from tests.readers.formats.test_folder import PNG, read

_POST = (
    "title: Oil lamps\n---\npub_date: 2024-03-01\n---\nauthor: Ann\n---\ntags: wick, glass\n---\n"
)


def test_posts_are_read_with_their_fields_and_pictures(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "content/contents.lr": "title: Welcome\n---\nbody: Read the blog.",
            "content/about/contents.lr": "_model: page\n---\ntitle: About\n---\nbody: All of it.",
            "content/blog/contents.lr": "_model: blog\n---\ntitle: Blog",
            "content/blog/oil/contents.lr": f"{_POST}body:\n\nThey *burn*.\n\n![A](a.png)\n",
            "content/blog/oil/a.png": PNG,
            "content/blog/oil/a.png.lr": "alt: canary",
        },
    )
    (document,) = found.documents
    assert (document.title, document.text) == ("Oil lamps", "They *burn*.\n\n![A](a.png)")
    assert (document.author, document.tags) == ("Ann", ("wick", "glass"))
    assert document.date == datetime(2024, 3, 1, tzinfo=UTC)
    assert [medium.entry for medium in document.media] == ["content/blog/oil/a.png"]
    assert found.left_out == {"page": 3}


def test_what_is_hidden_is_left_out(tmp_path: Path) -> None:
    states = {"a": "_hidden: yes", "b": "_discoverable: no", "c": "_hidden: no", "d": "draft: yes"}
    files = {
        f"content/blog/{name}/contents.lr": f"{_POST}{state}\n---\nbody: {name}."
        for name, state in states.items()
    }
    found = read(tmp_path, {"content/contents.lr": "title: Home", **files})
    assert [document.text for document in found.documents] == ["c."]
    assert sum(found.left_out.values()) == 4


def test_longer_lines_of_hyphens_are_text_and_blocks_show_what_is_in_them(tmp_path: Path) -> None:
    body = (
        "body:\n\n#### text ####\ntext: It *burns*.\n\n-----\n\nWell.\n----\nclass: wide\n"
        "#### image ####\nimage: a.png\n----\nalt: A lamp\n"
    )
    files = {"blog/a/contents.lr": f"{_POST}{body}", "contents.lr": "title: H"}
    (document,) = read(tmp_path, {**files, "blog/a/a.png": PNG}).documents
    assert document.text == "It *burns*.\n\n---\n\nWell.\n\n![A lamp](a.png)"


def test_a_translation_has_its_language_and_another_field_may_hold_the_text(tmp_path: Path) -> None:
    written = "name: Öl\n---\ndate: 2024-03-02\n---\nstory:\n\nSie brennen.\n\nGut.\n"
    files = {"contents.lr": "title: H", "blog/oil/contents+de.lr": written}
    (document,) = read(tmp_path, files).documents
    assert (document.title, document.text, document.lang) == ("Öl", "Sie brennen.\n\nGut.", "de")


def test_a_hidden_page_hides_those_below_it_that_do_not_say_otherwise(tmp_path: Path) -> None:
    files = {
        "content/contents.lr": "title: Home",
        "content/old/contents.lr": "title: Old\n---\n_hidden: yes",
        "content/old/a/contents.lr": f"{_POST}body: canary",
        "content/old/b/contents.lr": f"{_POST}_hidden: no\n---\nbody: Shown.",
        "content/old/b/c/contents.lr": f"{_POST}body: Shown below it.",
        "content/new/contents.lr": "title: New",
        "content/new/contents+de.lr": "title: Neu\n---\n_hidden: yes",
        "content/new/d/contents.lr": f"{_POST}body: English.",
        "content/new/d/contents+de.lr": f"{_POST}body: canary",
        "content/log/contents.lr": "_model: log\n---\ntitle: Log",
        "content/log/e/contents.lr": f"{_POST}body: canary",
        "models/log.ini": "[model]\nname = Log\n\n[children]\nmodel = note\nhidden = yes\n",
    }
    found = read(tmp_path, files)
    shown = {document.text for document in found.documents}
    assert shown == {"Shown.", "Shown below it.", "English."}
    assert found.left_out["hidden"] == 5
