"""Texts in reStructuredText, as Pelican and Nikola keep them in folders."""

import sys
from datetime import datetime
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, read_source
from tests.readers.formats.test_folder import PNG, read

_TITLE = "Oil lamps\n=========\n\n"


def _text(tmp_path: Path, written: str) -> str:
    (document,) = read(tmp_path, {"a.rst": f"{_TITLE}{written}", "b.png": PNG}).documents
    return document.text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("They *burn* **well**, ``a`` says.", "They *burn* **well**, `a` says."),
        ("See `here <https://a.example>`_.", "See [here](https://a.example)."),
        ("H\\ :sub:`2`\\ O and :ref:`the wick <wick>`.", "H₂O and the wick."),
        (".. code-block:: python\n   :linenos:\n\n   a = 1", "```python\na = 1\n```"),
        ("::\n\n    a\n      b", "```\na\n  b\n```"),
        ("| one\n| two", "one  \ntwo"),
        ("A\n  The first.", "**A**  \nThe first."),
        ("== ==\na  b\n== ==\n1  2\n== ==", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
        ("Burn [1]_.\n\n.. [1] Slowly.", "Burn[^1].\n\n[^1]: Slowly."),
        (".. image:: b.png\n   :alt: A lamp", "![A lamp](b.png)"),
        (".. thumbnail:: b.png", "![](b.png)"),
        (".. youtube:: abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"),
        (".. aside:: Oil\n   :width: 3\n\n   Pour it.\n\n   Wait.", "Pour it.\n\nWait."),
        (".. raw:: html\n\n   <p>Pour <b>it</b>.</p>", "Pour **it**."),
        (".. contents::\n\nThe wick\n--------\n\nTrim it.", "## The wick\n\nTrim it."),
        (".. a comment\n\nTrim it.", "Trim it."),
    ],
)
def test_markup_becomes_markdown(tmp_path: Path, written: str, shown: str) -> None:
    assert _text(tmp_path, f"Before.\n\n{written}") == f"Before.\n\n{shown}"


@pytest.mark.parametrize(
    "keys",
    [
        f"{_TITLE}:date: 2024-03-01 10:20\n:tags: wick,\n       glass\n:author: Ann\n:lang: de\n",
        ":date: 2024-03-01 10:20\n:tags: wick, glass\n:title: Oil lamps\n:author: Ann\n:lang: de\n",
        (
            ".. title: Oil lamps\n.. date: 2024-03-01 10:20\n.. tags: wick, glass\n.. author: Ann\n"
            ".. lang: de\n"
        ),
        (
            "---\ntitle: Oil lamps\ndate: 2024-03-01 10:20\ntags: [wick, glass]\nauthor: Ann\n"
            "lang: de\n---\n"
        ),
    ],
)
def test_the_keys_of_pelican_and_nikola_are_read(tmp_path: Path, keys: str) -> None:
    (document,) = read(tmp_path, {"a.rst": f"{keys}\nTrim it.", "b.png": PNG}).documents
    assert (document.title, document.text, document.author) == ("Oil lamps", "Trim it.", "Ann")
    assert (document.tags, document.lang) == (("wick", "glass"), "de")
    assert document.date == datetime.fromisoformat("2024-03-01T10:20:00+00:00")


@pytest.mark.parametrize("name", ["a.rst", "a.txt"])
def test_a_file_alone_is_read_if_its_name_or_its_markup_says_so(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(f"{_TITLE}It *burns*.\n\n.. note::\n\n   Well.\n", "utf-8")
    (document,) = read_source(path, ReadOptions()).documents
    assert (document.title, document.text) == ("Oil lamps", "It *burns*.\n\nNote\n\nWell.")


def test_several_authors_may_be_a_list(tmp_path: Path) -> None:
    text = f"{_TITLE}:authors: - Wick, Ann\n          - Glass, Bo\n\nTrim it."
    (document,) = read(tmp_path, {"a.rst": text, "b.png": PNG}).documents
    assert document.author == "Wick, Ann, Glass, Bo"


def test_a_single_heading_below_the_keys_of_nikola_stays(tmp_path: Path) -> None:
    text = ".. title: Oil lamps\n.. date: 2024-03-01\n\nThe wick\n========\n\nTrim it."
    (document,) = read(tmp_path, {"a.txt": text, "b.md": "It burns."}).documents[:1]
    assert (document.title, document.text) == ("Oil lamps", "## The wick\n\nTrim it.")


def test_drafts_and_what_is_skipped_are_left_out(tmp_path: Path) -> None:
    states = {"a": "draft", "b": "hidden", "c": "skip", "d": "published"}
    written = {f"{n}.rst": f"{_TITLE}:status: {state}\n\n{state}" for n, state in states.items()}
    written["e.rst"] = f".. A comment.\n\n{_TITLE}:status: draft\n\nCanary."
    written["f.rst"] = "X\n=\n\n:status: draft\n\nCanary."
    found = read(tmp_path, {**written})
    assert [document.text for document in found.documents] == ["published"]
    assert found.left_out == {"draft": 3, "hidden": 1, "not public": 1}


def test_links_lead_to_other_texts_and_pictures_come_along(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "pelicanconf.py": "",
        "content/a.rst": f"{_TITLE}See `b <{{filename}}/b.md>`_.\n\n.. image:: |static|/i/p.png",
        "content/b.md": "Title: Glass\n\n![P]({static}/i/p.png) and `{static}/i/p.png`",
        "content/i/p.png": PNG,
    }
    first, second = read(tmp_path, files).documents
    assert first.text == "See [b](/b.md).\n\n![](/i/p.png)"
    assert second.text == "![P](/i/p.png) and `{static}/i/p.png`"
    assert {medium.entry for each in (first, second) for medium in each.media} == {
        "content/i/p.png"
    }


def test_nothing_is_read_from_other_files_and_what_is_unknown_is_lost_by_name(
    tmp_path: Path,
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary", "utf-8")
    parts = (f".. include:: {secret}", f".. raw:: html\n   :file: {secret}", ".. chart:: x")
    found = read(tmp_path, {"a.rst": _TITLE + "\n\n".join(("It glows.", *parts)), "b.png": PNG})
    assert "canary" not in "".join(document.text for document in found.documents)
    names = {lost.what for lost in found.lost}
    assert names == {"a directive “include”", "a directive “raw”", "a directive “chart”"}


def test_without_the_extra_the_report_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docutils", None)
    found = read(tmp_path, {"a.rst": f"{_TITLE}It burns.", "b.md": "It glows."})
    assert [document.text for document in found.documents] == ["It glows."]
    assert found.left_out == {"unsupported": 1}
    assert "sitegen[documents]" in found.remarks[0]
    with pytest.raises(DumpError) as error:
        read(tmp_path / "alone", {"a.rst": f"{_TITLE}It burns.", "b.png": PNG})
    assert "sitegen[documents]" in (error.value.hint or "")
