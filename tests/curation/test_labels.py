"""The words that name a page to its editor."""

import pytest

from sitegen.curation.library import label_of_page, without_marks
from tests.curation.acting import library_of
from tests.digest import Digest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Bold**, [a *link*](https://a.example/b) and `code`", "Bold, a link and code"),
        ("# Title\n\n> quoted\n- item", "Title\n\nquoted\nitem"),
        ('![A lamp](/media/lamp.png "The lamp") and ~~more~~', "A lamp and more"),
        (r"1987\. was \*warm\*", "1987. was *warm*"),
        ("snake_case_name, 2 * 3 * 4 and 5*6*7", "snake_case_name, 2 * 3 * 4 and 5*6*7"),
        ("an [open bracket and `an open tick", "an [open bracket and `an open tick"),
    ],
)
def test_a_label_has_the_words_of_a_text_and_not_its_marks(text: str, words: str) -> None:
    assert without_marks(text) == words


def test_a_long_title_is_cut_in_labels_and_its_last_words_still_find_the_page(
    digest: Digest,
) -> None:
    library = library_of(digest.post("long", title="A word and another " * 20 + "at the end"))
    (page,) = library.find_pages("another at the end")
    assert label_of_page(page).endswith("…")
    assert len(label_of_page(page)) <= 90


def test_the_name_of_a_file_finds_its_page_without_its_folder(digest: Digest) -> None:
    library = library_of(digest.post("kettle", title="Six kettles").post("lamp", title="A lamp"))
    assert [page.title for page in library.find_pages("kettle.md")] == ["Six kettles"]
