"""Lines of a text that stay in one document: up to a note, in lists, a question and its answer."""

from sitegen.readers.text import read_text
from sitegen.readers.text.essay_parts import find_titles
from sitegen.readers.text.lines import read_lines
from sitegen.readers.text.notes import find_noted, find_notes
from tests.readers.test_essay_parts import PARAGRAPHS, POSTS

_NONE: frozenset[int] = frozenset()


def _texts_of(*documents: str, gap: str = "\n") -> list[str]:
    return [document.text for document in read_text(gap.join(documents), "dump.txt")]


def test_a_note_belongs_to_the_last_mark_above_it() -> None:
    texts = [
        "A heap [1].",
        "Again [1], and [a].",
        "[1] Of leaves.",
        "[a]: Of paper.",
        "[2] Of none.",
    ]
    assert list(find_notes(texts, _NONE)) == [(2, 1), (3, 1)]


def test_a_mark_or_a_note_in_code_is_none() -> None:
    assert list(find_notes(["row[1]", "[1] Of leaves."], frozenset({0}))) == []


def test_the_lines_from_a_mark_to_its_note_are_of_one_document() -> None:
    texts = [
        "A heap [1].",
        "It rots.",
        "[1] Of leaves.",
        "Another [2].",
        "[2]: https://heap.example",
    ]
    assert find_noted(texts, _NONE) == {1, 2}


def test_an_essay_with_sections_and_notes_stays_whole() -> None:
    essay = "\n\n".join(
        (
            *("What a shed is really for", PARAGRAPHS[0] + " [1]", "The first winter"),
            *(PARAGRAPHS[1], "The spring", PARAGRAPHS[2] + " [2]", PARAGRAPHS[3], "Notes"),
            *("[1] He also left me the rake.", "[2] The desk is in the cellar now."),
        )
    )
    assert essay in _texts_of(essay, *POSTS, gap="\n\n")


def test_a_list_without_bullets_below_a_colon_stays_with_its_post() -> None:
    post = "What is in the shed after all these years:\na kettle\na chair\nsome paint\na rake"
    assert post in _texts_of(*POSTS[:3], post, *POSTS[3:])


def test_a_question_and_its_answer_are_one_post() -> None:
    post = "Q. What do you do in there all day?\nA. I look at the compost, and it looks back at me."
    essay = "\n".join(("What a shed is really for", *PARAGRAPHS))
    assert post in _texts_of(essay, *POSTS[:2], post, *POSTS[2:])


def test_a_line_with_a_bullet_is_no_title_of_an_essay() -> None:
    assert find_titles(read_lines(["A kettle", *PARAGRAPHS])) == {0: 1}
    assert find_titles(read_lines(["- A kettle", *PARAGRAPHS])) == {}
