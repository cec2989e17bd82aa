"""Markdown texts of which the marks say little, so that the cues of plain texts split them."""

from pathlib import Path

import pytest

from tests.readers.formats.test_markdown import documents
from tests.readers.test_essay_parts import PARAGRAPHS
from tests.readers.test_text_post_marks import TEXTS

_POSTS = tuple(f"@friend{n} a post of its own https://t.co/{n}" for n in range(8))


def test_an_essay_is_markdown_and_the_plain_posts_after_it_are_not(tmp_path: Path) -> None:
    paragraph = "Bread is a subject of which one can say much, and many have said it before. " * 6
    essay = f"# On bread\n\n{paragraph}\n\n## Flour\n\n{paragraph}\n\n{paragraph}"
    posts = [f"@friend{n} a post *of* its own https://t.co/{n}" for n in range(12)]
    found = documents(tmp_path, "\n".join([essay, "", *posts]), "dump.txt")
    assert [d.is_markdown for d in found] == [True] + [False] * 12
    assert (found[0].title, found[1].text) == ("On bread", posts[0])


def test_few_posts_below_an_essay_with_few_marks_are_split(tmp_path: Path) -> None:
    essay = "\n\n".join(PARAGRAPHS)
    for words, marked in (("the kettle", "**{}**"), ("a heap", "[{}](https://example.com/heap)")):
        essay = essay.replace(words, marked.format(words))
    linked = [text.replace("\n\n", " [More](https://example.com/more) ") for text in TEXTS[:2]]
    expected = [essay, *TEXTS, *linked]
    found = documents(tmp_path, "\n".join(expected), "dump.txt")
    assert [document.text for document in found] == expected


def test_a_plain_header_above_many_documents_is_that_of_the_essay_or_of_all_posts(
    tmp_path: Path,
) -> None:
    header = "Title: Of kettles\nAuthor: Ann\n\n"
    essay = documents(tmp_path, header + "\n\n".join(PARAGRAPHS) + "\n", "dump.txt")
    below = documents(
        tmp_path, header + "\n".join(["\n\n".join(PARAGRAPHS), "", *_POSTS]), "dump.txt"
    )
    assert [each.title for each in below] == ["Of kettles", *[None] * len(_POSTS)]
    assert (below[0].text, below[0].author) == (essay[0].text, "Ann")
    alone = documents(tmp_path, header + "\n".join(_POSTS), "dump.txt")
    assert [each.text for each in alone] == list(_POSTS)
    assert {(each.title, each.author) for each in alone} == {(None, "Ann")}


@pytest.mark.parametrize(
    ("header", "name"),
    [("---\nTitle: Of kettles\n---\n", "dump.txt"), ("Title: Of kettles\n", "dump.md")],
)
def test_a_header_that_makes_a_text_a_page_is_above_one_document(
    tmp_path: Path, header: str, name: str
) -> None:
    (page,) = documents(tmp_path, "\n".join([header, *_POSTS]), name)
    assert page.title == "Of kettles"


def test_a_plain_header_of_a_draft_holds_all_documents_back(tmp_path: Path) -> None:
    text = "\n".join(["Title: Of kettles", "Status: draft", "", *_POSTS])
    assert documents(tmp_path, text, "dump.txt") == ()


def test_links_among_other_texts_are_less_sure_than_a_list_of_links(tmp_path: Path) -> None:
    links = [f"- [Source {n}](https://s{n}.example) – On source {n}." for n in range(9)]
    others = [f"{name} is not a link, but a short text." for name in ("Bread", "Rye", "Wheat")]
    mixed = "\n\n".join(["\n".join(links), *others])
    assert {post.confidence for post in documents(tmp_path, "\n".join(links))} == {0.95}
    assert {post.confidence for post in documents(tmp_path, mixed)} == {0.4}


@pytest.mark.parametrize("title", ["", "# Note {}\n\n"])
def test_lists_of_links_stay_in_the_posts_that_end_with_them(tmp_path: Path, title: str) -> None:
    links = "\n".join(f"- [More of it](https://example.com/{n})" for n in range(3))
    posts = [f"{text}\n{links}" for text in [text.replace("\n\n", " ") for text in TEXTS]]
    text = "\n\n".join(title.format(n) + post for n, post in enumerate(posts))
    assert [document.text for document in documents(tmp_path, text)] == posts


def test_a_long_list_of_links_stays_in_an_essay_among_posts(tmp_path: Path) -> None:
    links = "\n".join(f"- [Kettle {n}](https://example.com/{n})" for n in range(60))
    essay = "\n\n".join([*PARAGRAPHS, links])
    posts = [text.replace("\n\n", " ") for text in TEXTS]
    found = documents(tmp_path, "\n\n\n".join([*posts, f"# On kettles\n\n{essay}"]))
    assert [document.text for document in found] == [*posts, essay]
