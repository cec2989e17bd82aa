"""Pages that are meant to stay private, titles that show nothing, and texts that YAML cuts."""

import re
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
        "visibility: unlisted",
        "Status: deleted",
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
        "extra: {published: false}",
        "extra: {theme: {draft: true}}",
        "build: {render: never}",
        "render: false",
        "permalink: false",
        "unlisted: true",
        "hide: true",
        "password: swordfish",
        "status: auto-draft",
        "status: [draft]",
        "access: members",
        "\u201cdraft\u201d: true",
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
        "book: {published: no, status: draft}",
        "permalink: /about-us/",
        "hide: [navigation]",
        'password: ""',
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


def test_two_spellings_of_draft_on_one_line_are_refused_with_that_line() -> None:
    data = b'{"title": "One", "draft": true, "Draft": false}\n\nText.\n'
    with pytest.raises(ContentError, match="is set twice: on line 1"):
        read_page(Path("content"), PurePosixPath("about.md"), data)


@pytest.mark.parametrize(
    "text",
    [
        "---js\n{title: 'One', draft: true}\n---\n\nText.",
        "--- {title: One, draft: true}\n---\n\nText.",
        "---\ntitle: One\n---\ndraft: true\n\nText.",
        "---\n---\ndraft: true\n---\n\nText.",
        "Text.\n\n---\ntitle: One\ndraft: true\n---\n\nMore.",
        "<div>\n\n+++\ndraft = true\n+++\n\nMore.",
    ],
)
def test_a_page_that_would_show_draft_true_as_text_is_refused(text: str) -> None:
    with pytest.raises(ContentError, match=r"front matter|begins with keys"):
        read_page(Path("content"), PurePosixPath("about.md"), text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Write this:\n\n```\n---\ndraft: true\n---\n```\n",
        "One.\n\n---\nPublished: yes, at last\n\n---\n",
        "---\ntitle: One\n---\n\ndraft: true\n",
    ],
)
def test_text_about_drafts_is_not_taken_for_front_matter(text: str) -> None:
    page = read_page(Path("content"), PurePosixPath("about.md"), text.encode()).page
    assert not page.draft
    assert re.search("(?i)true|yes", page.body)


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
