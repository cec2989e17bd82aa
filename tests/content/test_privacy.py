"""Pages that are meant to stay private, titles that show nothing, and texts that YAML cuts."""

from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from sitegen.content.pages import LoadedPage, read_page
from sitegen.errors import ContentError


def load(header: str) -> LoadedPage:
    data = f"---\n{header}\n---\n\nText.\n".encode()
    return read_page(Path("content"), PurePosixPath("about.md"), data)


@pytest.mark.parametrize(
    "line",
    [
        "Draft: true",
        "DRAFT: true",
        "published: false",
        "Published: False",
        "publish: false",
        "published: no",
        'published: "false"',
        "private: true",
        "status: draft",
        "visibility: private",
        "published: false\ndraft: false",
        "isDraft: true",
        "is_draft: true",
        "post_status: draft",
        "dg-publish: false",
        "state: draft",
        '"draft\\u200b": true',
        "\uff44raft: true",
        "base: &base {published: false}\n<<: *base",
        "<<: [{title: One}, {draft: true}]",
        "extra: {draft: true}",
    ],
)
def test_a_page_that_is_meant_to_stay_private_is_a_draft(line: str) -> None:
    assert load(line).page.draft


@pytest.mark.parametrize(
    "line",
    [
        "published: true",
        "published: 2023-01-01",
        "status: done",
        "visibility: public",
        "extra: {draft: false}",
    ],
)
def test_keys_that_make_a_page_public_do_not_hold_it_back(line: str) -> None:
    assert not load(line).page.draft


def test_hidden_counts_in_any_case() -> None:
    assert load("Hidden: true").page.hidden


def test_a_date_counts_in_any_case() -> None:
    loaded = load("Date: 2999-01-01")
    assert loaded.page.date == datetime(2999, 1, 1, tzinfo=UTC)
    assert loaded.warnings == ()
    assert load("Date:").page.date is None


@pytest.mark.parametrize(
    "line", ["draft: yes", 'draft: "true"', "Draft: True", "draft:", "hidden: on", "hidden: ~"]
)
def test_a_draft_that_is_neither_true_nor_false_is_refused(line: str) -> None:
    with pytest.raises(ContentError, match="must be true or false") as caught:
        load(f"title: One\n{line}")
    assert caught.value.line == 3


def test_two_spellings_of_draft_are_refused() -> None:
    with pytest.raises(ContentError, match="on line 2 and on line 3"):
        load("draft: true\nDraft: false")


@pytest.mark.parametrize("title", [" ", "\u00a0", "\u200b", "\u3000 ", "\ufeff"])
def test_a_text_without_visible_content_is_empty(title: str) -> None:
    page = load(f'title: "{title}"\nauthor: "{title}"\ntags: ["{title}", a]\nnote: "{title}"').page
    assert (page.title, page.author, page.tags, page.note) == (None, None, ("a",), "")


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("title: Our reason #1 for trains", 2),
        ("date: 2023-01-01\nnote: One # two", 3),
        ("title: #1", 2),
        ("tags:\n  - wood\n  - sharp #note", 4),
    ],
)
def test_a_text_that_a_comment_cuts_is_named_with_its_line(header: str, line: int) -> None:
    [warning] = load(header).warnings
    assert "reads as a comment" in warning.message
    assert warning.line == line


@pytest.mark.parametrize("header", ["draft: true # not yet", 'title: "One" # two', "title: C#"])
def test_a_yaml_comment_that_cuts_no_value_is_not_reported(header: str) -> None:
    assert load(header).warnings == ()


def test_a_nul_is_named_with_its_line() -> None:
    with pytest.raises(ContentError, match="NUL") as caught:
        read_page(Path("content"), PurePosixPath("about.md"), b"One\ntwo\0\n")
    assert caught.value.line == 2
