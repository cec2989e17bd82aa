from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.importer.ledger import Entry, Ledger, fingerprint
from sitegen.importer.matching import match_documents, similarity, sketch
from sitegen.models import Document
from tests.importing import BREAD, CELLO, CODE, ESSAY, RYE, make_document


def read(*texts: str) -> list[Document]:
    """Documents as a reader gives them, with ids from their texts."""
    return [make_document(text, id_=fingerprint(text.encode())[:10]) for text in texts]


def ledger_of(documents: list[Document], dump: str = "dump.txt") -> Ledger:
    """A ledger in which these documents go by permanent ids of their own."""
    pages = {
        f"permanent-{number}": Entry(
            path=f"topics/tea/{number}.md",
            page="",
            text=fingerprint(document.text.encode()),
            words=sketch(document.text),
            document=document.id,
            dump=dump,
        )
        for number, document in enumerate(documents)
    }
    return Ledger(dumps={dump: tuple(pages)}, pages=pages)


def match(before: list[str], after: list[str]) -> list[str]:
    """The number of the earlier document that each is, or "new"."""
    documents = match_documents(read(*after), ledger_of(read(*before)), "dump.txt")
    return [
        document.id.removeprefix("permanent-") if "permanent" in document.id else "new"
        for document in documents
    ]


def test_unchanged_texts_are_known_wherever_they_stand() -> None:
    assert match([BREAD, CODE, CELLO], [CELLO, RYE, BREAD]) == ["2", "new", "0"]


def test_an_edited_text_is_known_by_its_neighbours_and_its_words() -> None:
    assert match([BREAD, CODE, CELLO], [BREAD, CODE.replace("four", "five"), CELLO]) == list("012")


def test_all_texts_may_be_edited_at_once() -> None:
    edited = [BREAD + ", Otto", CODE + "!", CELLO.replace("58", "59")]

    assert match([BREAD, CODE, CELLO], edited) == list("012")


def test_an_edited_text_is_told_from_a_new_one_beside_it() -> None:
    assert match([BREAD, CODE], [BREAD, RYE, CODE.replace("four", "five")]) == ["0", "new", "1"]


def test_a_text_that_shares_few_words_is_another_document() -> None:
    assert match([BREAD, CODE, CELLO], [BREAD, RYE, CELLO]) == ["0", "new", "2"]


def test_each_earlier_document_is_found_once_and_the_most_similar_wins() -> None:
    assert match([CODE], [CODE + " again and again", CODE + "!"]) == ["new", "0"]


def test_an_essay_is_known_after_a_paragraph_was_rewritten() -> None:
    edited = ESSAY.replace(
        "third winter of the workshop", "third summer, in the cellar of a friend,"
    )

    assert match([ESSAY], [edited]) == ["0"]


def test_another_dump_says_nothing_about_edited_texts() -> None:
    ledger = ledger_of(read(CODE), dump="another.txt")
    edited = read(CODE + "!")

    assert match_documents(edited, ledger, "dump.txt") == tuple(edited)


def test_a_new_document_never_gets_an_id_that_another_goes_by() -> None:
    ledger = ledger_of(read(CODE))
    ledger = ledger.model_copy(update={"pages": {"taken": ledger.pages["permanent-0"]}})
    newcomer = replace(read(RYE)[0], id="taken")
    (first,) = match_documents([newcomer], ledger, "dump.txt")
    (again,) = match_documents([newcomer], ledger, "dump.txt")

    assert first.id != "taken"
    assert first.id == again.id


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", 0.0),
        ("tea", "", 0.0),
        ("tea and milk", "Milk and TEA!", 1.0),
        ("one two three four", "one two three five", 0.75),
        ("茶を飲む", "茶を淹れる", 4 / 9),
    ],
)
def test_similarity_is_the_share_of_common_words(one: str, other: str, expected: float) -> None:
    assert similarity(sketch(one), sketch(other)) == pytest.approx(expected)


def test_the_sketch_of_a_long_text_stays_short_and_tells_texts_apart() -> None:
    long = " ".join(f"word{number}" for number in range(1000))
    half = " ".join(f"word{number}" for number in range(500, 1500))

    assert len(sketch(long)) == len(sketch("word " + long)) < 200
    assert similarity(sketch(long), sketch(long + " more")) > 0.9
    assert 0.2 < similarity(sketch(long), sketch(half)) < 0.8


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([BREAD, RYE, CODE, CELLO, "", "茶"]), unique=True),
    st.lists(
        st.sampled_from([BREAD + " a", RYE, CODE + " b", CELLO, CELLO + " c", "茶"]), unique=True
    ),
)
def test_no_two_documents_ever_share_an_id(before: list[str], after: list[str]) -> None:
    documents = match_documents(read(*after), ledger_of(read(*before)), "dump.txt")

    assert len({document.id for document in documents}) == len(after)
