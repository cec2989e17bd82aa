import pytest

from sitegen.cli.doubtful_cuts import doubt_lines
from sitegen.models import Document, DumpPlace


def document(
    number: int, confidence: float, gap: str = "\n", *, is_apart: bool = False
) -> Document:
    first = 4 * number + 1 if is_apart else 2 * number + 1
    place = DumpPlace("dump.txt", (first, first + len(gap)))
    text = f"Post {number}{gap}and its second line"
    return Document(
        id=str(number), kind="post", text=text, place=place, confidence=confidence, title=None
    )


def test_documents_that_may_be_cut_wrongly_are_named_the_most_doubtful_first() -> None:
    documents = [document(0, 0.41), document(1, 0.9), document(2, 0.07)]
    first, second, third, last = doubt_lines(documents)
    assert first == "2 of 3 documents may begin or end elsewhere:"
    assert second == "    7%  dump.txt:5–6: Post 2 and its second line"
    assert "41%" in third
    assert "--split" in last


def test_all_of_a_dump_as_one_document_that_may_be_many_is_said_with_what_to_do() -> None:
    doubt, remedy = doubt_lines([document(0, 0.3)])
    assert doubt.startswith("dump.txt:1–2 may be several documents")
    assert "--split FILE" in remedy
    assert "---" in remedy


def test_a_long_list_is_cut_short() -> None:
    lines = list(doubt_lines([document(number, 0.2) for number in range(25)]))
    assert len(lines) == 13
    assert lines[11] == "  and 15 more: --json names them all"


def test_blank_lines_everywhere_are_named_where_most_documents_are_doubtful() -> None:
    doubtful = [document(number, 0.3, "\n\n", is_apart=True) for number in range(6)]
    *_, form, remedy = doubt_lines(doubtful)
    assert form == "In dump.txt, blank lines may stand within documents as well as between them."
    assert "a line ---" in remedy
    sure = [document(number, 0.9, "\n\n", is_apart=True) for number in range(6, 20)]
    tight = [document(number, 0.3) for number in range(6)]
    for documents in ([*doubtful, *sure], tight, doubtful[:2]):
        assert [*doubt_lines(documents)][-1] == "Correct them with --split FILE."


def test_paragraphs_that_may_be_one_essay_before_posts_are_a_form_to_name() -> None:
    essay = [document(number, 0.45, is_apart=True) for number in range(4)]
    posts = [document(number, 0.6, is_apart=True) for number in range(4, 9)]
    assert "a line ---" in [*doubt_lines([*essay, *posts])][-1]


@pytest.mark.parametrize("confidence", [1.0, 0.6])
def test_nothing_is_said_of_documents_that_are_likely_right(confidence: float) -> None:
    assert not list(doubt_lines([document(0, confidence)]))
