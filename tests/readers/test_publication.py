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
        ("status: proofreading", "pending"),
        ("status: internal", "private"),
        ("status: for-editors", "private"),
        ("status: members", "paid"),
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


@pytest.mark.parametrize(
    "state", ["published", "Live", "evergreen", "Seedling", "budding", "done", "finished", "ready"]
)
def test_a_text_that_is_published_or_finished_is_read_without_a_word(
    tmp_path: Path, state: str
) -> None:
    found = _read(tmp_path, f"---\ntitle: The wick\nstatus: {state}\n---\nWords.\n")
    assert len(found.documents) == 2
    assert found.remarks == ()


def test_an_unknown_state_is_read_and_the_report_names_it(tmp_path: Path) -> None:
    text = "---\ntitle: The wick\nstatus: simmering\nstate: Ohio\n---\nIt burns.\n"
    told = "Texts with “status: simmering” were read, as nothing tells what that means."
    in_folder = _read(tmp_path, text)
    assert (len(in_folder.documents), len(in_folder.remarks)) == (2, 1)
    assert in_folder.remarks[0].startswith(told)
    alone = read_source(tmp_path / "wick.md", ReadOptions())
    assert (len(alone.documents), alone.remarks) == (1, in_folder.remarks)


@pytest.mark.parametrize("name", ["wick.md", "wick.txt"])
def test_an_unknown_state_beside_published_texts_is_not_public(tmp_path: Path, name: str) -> None:
    published = "---\ntitle: Oil\nstatus: published\n---\nIt shines.\n"
    (tmp_path / "oil.md").write_text(published, "utf-8")
    for number, state in enumerate(("simmering", "done")):
        text = f"---\ntitle: The wick\nstatus: {state}\n---\ncanary\n"
        (tmp_path / f"{number}-{name}").write_text(text, "utf-8")
    grown = "---\ntitle: Oak\nstatus: evergreen\n---\nIt grows.\n"
    found = _read(tmp_path, grown)
    assert {document.title for document in found.documents} == {"Oil", "Oak", "Other"}
    assert found.left_out == {"not public": 2}
