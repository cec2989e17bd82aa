"""The plain text reader as a whole; its parts are tested in files of their own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.splitting import Case, load_cases, make_dump, score_case
from sitegen.models import DOUBTFUL_CUT
from sitegen.readers.text import format_split, read_text
from tests.effort import EFFORT
from tests.paths import SHARED, TESTS

CASES = load_cases(TESTS / "dumps")
SHARED = SHARED / "dumps"

ANY_TEXT = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            ["", "", "---", "- item", "@one two", "https://t.co/a", "A sentence. " * 30]
        ),
    ),
    max_size=12,
).map("\n".join)

LEAST_EXACT = {
    "code-and-lists": 11,
    "essay-in-the-middle-dialogue": 7,
    "many-languages": 11,
    "two-titled-essays": 8,
}
"""Cases that are split with errors, and how many of their documents are right."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_labelled_case_is_split_as_accurately_as_before(case: Case) -> None:
    score = score_case(case)
    assert score.exact >= LEAST_EXACT.get(case.name, score.documents)
    assert score.whole == score.essays


@pytest.mark.skipif(not SHARED.exists(), reason="needs the labelled dumps")
def test_the_shared_dumps_are_split_as_accurately_as_before() -> None:
    scores = {case.name: score_case(case) for case in load_cases(SHARED)}
    known = scores["essay-and-posts"]
    assert known.exact == known.documents
    total = sum(score.documents for score in scores.values())
    assert sum(score.exact for score in scores.values()) >= 0.92 * total


@given(ANY_TEXT)
@pytest.mark.slow
@settings(max_examples=60 * EFFORT, deadline=None)
def test_no_character_is_lost_or_added(text: str) -> None:
    text = text.replace("---", "")
    documents = read_text(text, "dump.txt")
    read = [line for document in documents for line in document.text.split("\n") if line]
    kept = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = "".join(c if c in "\n\t" or not is_control(c) else " " for c in kept).split("\n")
    assert [line.split() for line in read] == [line.split() for line in lines if line.strip()]


def is_control(character: str) -> bool:
    return ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 or character in "\u2028\u2029"


@given(ANY_TEXT)
@pytest.mark.slow
@settings(max_examples=60 * EFFORT, deadline=None)
def test_a_document_is_the_lines_that_its_place_names(text: str) -> None:
    lines = "".join(c for c in text if c == "\n" or not is_control(c)).removeprefix("\ufeff")
    for document in read_text(lines, "dump.txt"):
        assert document.place.lines is not None
        first, last = document.place.lines
        named = [line.rstrip() for line in lines.split("\n")[first - 1 : last]]
        assert document.text == "\n".join(named)


@given(ANY_TEXT)
@pytest.mark.slow
@settings(max_examples=60 * EFFORT, deadline=None)
def test_a_split_reads_as_the_same_documents(text: str) -> None:
    documents = read_text(text, "dump.txt")
    again = read_text(format_split(documents), "split.txt")
    assert [(d.id, d.text) for d in again] == [(d.id, d.text) for d in documents]


@given(ANY_TEXT)
@pytest.mark.slow
@settings(max_examples=60 * EFFORT, deadline=None)
def test_ids_are_unique_and_confidences_are_probabilities(text: str) -> None:
    documents = read_text(text, "dump.txt")
    assert len({document.id for document in documents}) == len(documents)
    assert all(0.0 <= document.confidence <= 1.0 for document in documents)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_split_keeps_the_kinds(case: Case) -> None:
    documents = read_text(case.text, case.name)
    again = read_text(format_split(documents), "split.txt")
    assert [document.kind for document in again] == [document.kind for document in documents]


def test_a_text_without_words_has_no_documents() -> None:
    assert read_text(" \n\n\t\n", "dump.txt") == ()


def test_separators_are_followed_exactly() -> None:
    text = "a post\nhttps://t.co/a\n@somebody answers\n---\n\n\nanother\n\nwith a gap\n\n---\n---\n"
    documents = read_text(text, "dump.txt")
    assert [document.text for document in documents] == [
        "a post\nhttps://t.co/a\n@somebody answers",
        "another\n\nwith a gap",
    ]
    assert [document.place.lines for document in documents] == [(1, 3), (7, 9)]
    assert {document.confidence for document in documents} == {1.0}


def test_separated_documents_still_get_their_kind_from_their_text() -> None:
    paragraph = "A sentence that goes on for some time before it ends. " * 8
    essay = f"On Sentences\n{paragraph}\n{paragraph}\n{paragraph}"
    read_essay, post = read_text(f"{essay}\n---\na post", "dump.txt")
    assert (read_essay.kind, post.kind) == ("essay", "post")
    assert read_essay.title == "On Sentences"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("two-titled-essays", "THE LAST OF THE GOOD PENCILS"),
        ("essay-last", "What the Timetable Knows"),
        ("essay-airy-posts-tight", "# On borrowed ladders"),
        ("short-paragraphs", None),
    ],
)
def test_the_first_line_of_an_essay_is_its_title_if_it_reads_like_one(
    name: str, title: str | None
) -> None:
    (case,) = [case for case in CASES if case.name == name]
    essay = next(d for d in read_text(case.text, name) if d.kind == "essay")
    assert essay.title == title


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_long_paragraphs_are_not_an_essay(count: int) -> None:
    text = "\n".join(["A sentence that goes on for some time before it ends. " * 8] * count)
    assert {document.kind for document in read_text(text, "dump.txt")} == {"post"}


def test_posts_have_no_title() -> None:
    documents = read_text("A HEADLINE\n---\nanother", "dump.txt")
    assert [document.title for document in documents] == [None, None]


def test_the_same_text_twice_gets_two_ids_of_which_the_first_stays() -> None:
    once = read_text("a post\n---\nelse", "dump.txt")
    twice = read_text("a post\n---\na post\n---\nelse", "dump.txt")
    assert twice[0].id == once[0].id
    assert twice[1].id != once[0].id
    assert twice[2].id == once[1].id


def test_a_doubtful_boundary_has_a_lower_confidence() -> None:
    plain = "@one of the two trains was late again and nobody told us anything about it"
    clear, doubtful = read_text(f"{plain}\nshort\nlines", "dump.txt")
    assert clear.text == plain
    assert doubtful.confidence <= clear.confidence


def test_line_endings_of_all_kinds_are_equivalent() -> None:
    assert [
        document.text for document in read_text("one\r\n---\r\ntwo\rthree\n---\n", "dump.txt")
    ] == ["one", "two\nthree"]


def test_splitting_takes_time_in_proportion_to_the_text() -> None:
    documents = read_text(make_dump(2000), "dump.txt")
    assert len(documents) > 1000


@pytest.mark.parametrize("case", CASES[:3], ids=lambda case: case.name)
def test_two_processes_split_a_text_as_one_does(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_one = read_text(case.text, "dump.txt")
    monkeypatch.setattr("sitegen.readers.text.evidence.LONG", 0)
    monkeypatch.setattr("sitegen.readers.text.segmentation.LONG", 0)
    monkeypatch.setattr("sitegen.processes.background.available_cores", lambda: 2)
    assert read_text(case.text, "dump.txt") == by_one


def test_a_text_whose_line_breaks_were_lost_is_doubtful() -> None:
    post = "We walked the whole canal, and the ferry was late again. "
    (whole,) = read_text(post * 200, "dump.txt")
    assert whole.confidence < DOUBTFUL_CUT
    (short,) = read_text(post, "dump.txt")
    assert short.confidence > DOUBTFUL_CUT
