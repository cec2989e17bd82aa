"""What headers of Markdown files say on who may read a text, and comments that nobody may."""

from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source


def _read(tmp_path: Path, text: str, name: str = "wick.md") -> SourceRead:
    (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "other.md").write_text("---\ntitle: Other\n---\nWords.", "utf-8")
    return read_source(tmp_path, ReadOptions())


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("visible: false", "hidden"),
        ("online: no", "hidden"),
        ("members_only: true", "followers only"),
        ("login-required: yes", "followers only"),
        ("privacy: friends", "followers only"),
        ("premium: true", "paid"),
        ("paywall: true", "paid"),
        ("confidential: true", "private"),
        ("internal: true", "private"),
        ("privacy: only me", "private"),
        ("stage: draft", "draft"),
        ("publish_status: draft", "draft"),
        ("trash: true", "trash"),
        ('is_page: "True"', "page"),
        ("date: 9999-12-31", "scheduled"),
        ("publishDate: 2999-01-01", "scheduled"),
        ("status: 'Draft 🚧'", "draft"),
        ("status: not published", "draft"),
        ("state: in progress", "draft"),
        ("status: needs review", "pending"),
        ("unfinished: true", "draft"),
        ("categories: drafts", "draft"),
        ("restricted_to: members", "followers only"),
        ("access:\n  site.login: true", "followers only"),
        ("sensitivity: internal", "private"),
        ("classification: for-internal-use", "private"),
        ("visibility: staff", "not public"),
        ("staff_only: true", "private"),
        ("exclude_from_public: true", "hidden"),
        ("do_not_publish: yes", "hidden"),
        ("robots: noindex, nofollow", "hidden"),
        ("seo:\n  noindex: true", "hidden"),
    ],
)
def test_a_key_that_holds_a_text_back_leaves_it_out(tmp_path: Path, line: str, reason: str) -> None:
    read = _read(tmp_path, f"---\ntitle: The wick\n{line}\n---\ncanary\n")
    assert [document.title for document in read.documents] == ["Other"]
    assert read.left_out == {reason: 1}


def test_keys_that_say_nothing_on_readers_hold_no_text_back(tmp_path: Path) -> None:
    header = (
        "visibility: Public\naccess: open\nsensitivity: low\nclassification: essay\n"
        "exclude_from_search: true\nrobots: index, follow\naudience: beginners\nstaff_only: no\n"
        "expiryDate: 9999-12-31\nvisible_to: everyone\nready: true\n"
        "noindex: false"
    )
    assert _read(tmp_path, f"---\ntitle: The wick\n{header}\n---\nWords.\n").left_out == {}


@pytest.mark.parametrize(
    ("comment", "name"),
    [
        ("[//]: # (canary)", "wick.md"),
        ("[comment]: <> (canary)", "wick.md"),
        ('[wick]: # "canary"', "wick.md"),
        ("{{< comment >}}\ncanary\n{{< /comment >}}", "wick.md"),
        ("{{% comment %}}canary{{% /comment %}}", "wick.md"),
        ("{::comment}\ncanary\n{:/comment}", "wick.md"),
        ("{/* canary\ncanary */}", "wick.mdx"),
        ("{/* canary */}", "wick.md"),
        ("{>>canary<<}{--canary--}", "wick.md"),
    ],
)
def test_comments_are_no_text(tmp_path: Path, comment: str, name: str) -> None:
    read = _read(tmp_path, f"---\ntitle: The wick\n---\nIt burns.\n\n{comment}\n\nWell.\n", name)
    assert read.documents[-1].text == "It burns.\n\nWell."
