from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.importer.ledger import Ledger, LedgerEntry, fingerprint
from sitegen.importer.recognition.matching import match_documents
from sitegen.importer.sketches import Words, sketch, words_of
from sitegen.models import Document
from tests.importing import BREAD, CELLO, CODE, ESSAY, RYE, make_document


def read(*texts: str) -> list[Document]:
    """Documents as a reader returns them, with ids from their texts."""
    return [make_document(text, id_=fingerprint(text.encode())[:10]) for text in texts]


def ledger_of(documents: list[Document], dump: str = "dump.txt") -> Ledger:
    """A ledger with these documents under other, permanent ids."""
    pages = {
        f"permanent-{number}": LedgerEntry(
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


def pages_of(
    documents: list[Document], deleted: tuple[str, ...] = ()
) -> Callable[[str], Words | None]:
    """The words of the pages in that ledger."""
    words = {f"permanent-{n}": words_of(document.text) for n, document in enumerate(documents)}
    return lambda id_: None if id_ in deleted else words[id_]


def match(before: list[str], after: list[str]) -> list[str]:
    """The number of the earlier document that each matches, or "new"."""
    documents = match_documents(
        read(*after), ledger_of(read(*before)), "dump.txt", pages_of(read(*before))
    )
    return [
        document.id.removeprefix("permanent-") if "permanent" in document.id else "new"
        for document in documents
    ]


def test_unchanged_texts_are_recognised_anywhere() -> None:
    assert match([BREAD, CODE, CELLO], [CELLO, RYE, BREAD]) == ["2", "new", "0"]


def test_an_edited_text_is_recognised_by_its_neighbours_and_words() -> None:
    assert match([BREAD, CODE, CELLO], [BREAD, CODE.replace("four", "five"), CELLO]) == list("012")


def test_most_texts_may_be_edited_at_once() -> None:
    edited = [BREAD + ", Otto", CODE, CELLO.replace("58", "59"), RYE + " at least"]

    assert match([BREAD, CODE, CELLO, RYE], edited) == list("0123")


def test_a_similar_text_is_new_if_little_is_left_of_the_dump() -> None:
    """It may be another dump of the same name: last week's."""
    before = [CODE, BREAD, CELLO, RYE, "Hm."]

    assert match(before, [CODE.replace("four", "five"), "Well.", "Hm."]) == ["new", "new", "4"]


def test_a_short_similar_text_is_new() -> None:
    before = [BREAD, "Happy Friday, everyone", CELLO]

    assert match(before, [BREAD, "Happy Monday, everyone", CELLO]) == ["0", "new", "2"]


def match_deleted(before: list[str], deleted: set[int], after: list[str]) -> list[str]:
    """Like ``match``, after the editor deleted the pages of some earlier documents."""
    documents = read(*before)
    ids = tuple(f"permanent-{number}" for number in deleted)
    matched = match_documents(
        read(*after), ledger_of(documents), "dump.txt", pages_of(documents, ids)
    )
    return [
        document.id.removeprefix("permanent-") if "permanent" in document.id else "new"
        for document in matched
    ]


def test_a_corrected_text_whose_page_was_deleted_is_recognised() -> None:
    corrected = BREAD.replace("neighbours", "neighbors")

    assert match_deleted([BREAD, CODE, CELLO], {0}, [corrected, CODE, CELLO]) == list("012")


def test_several_deleted_texts_are_recognised() -> None:
    after = [CELLO.replace("orchestra", "band"), BREAD.replace("name", "nickname"), CODE, RYE]

    assert match_deleted([BREAD, CODE, CELLO, RYE], {0, 2}, after) == list("2013")


def test_a_text_that_was_moved_and_corrected_is_recognised() -> None:
    after = [CODE, RYE, CELLO, BREAD.replace("neighbours", "neighbors")]

    assert match([BREAD, CODE, RYE, CELLO], after) == list("1230")


def test_a_text_similar_to_one_that_is_still_there_is_new() -> None:
    like = CELLO.replace("cello", "violin")

    assert match_deleted([BREAD, CODE, CELLO], {2}, [BREAD, CODE, CELLO, like]) == [*"012", "new"]


def test_two_texts_similar_to_a_deleted_one_are_both_new() -> None:
    one, other = CELLO.replace("cello", "violin"), CELLO.replace("cello", "oboe")

    assert match_deleted([BREAD, CODE, CELLO], {2}, [BREAD, CODE, one, other]) == [
        *"01",
        "new",
        "new",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Day 1", "Day 2"),
        ("Chapter 3", "Chapter 4"),
        ("Chapter III", "Chapter IV"),
        ("The first day", "The second day"),
        ("Monday", "Tuesday"),
    ],
)
def test_parts_of_a_series_do_not_match(old: str, new: str) -> None:
    text = " of the walk along the canal, with boats, rain and a thermos of tea"

    assert match_deleted([BREAD, CODE, old + text], {2}, [BREAD, CODE, new + text]) == [
        *"01",
        "new",
    ]
    assert match_deleted([BREAD, old + text, CODE], {1}, [BREAD, CODE, new + text]) == [
        "0",
        "2",
        "new",
    ]


def test_a_deleted_part_of_a_series_is_recognised_when_it_is_corrected() -> None:
    text = " of the walk along the canal, with boats, rain and a thermos of tea"
    before = [BREAD, *(f"Day {number}{text}" for number in (1, 2, 3))]
    after = [BREAD, f"Day 1{text}", f"Day 2{text.replace('rain', 'fog')}", f"Day 3{text}"]

    assert match_deleted(before, {2}, after) == list("0123")
    assert match_deleted(before, {2}, [*after, f"Day 4{text}"]) == [*"0123", "new"]


def test_a_deleted_long_text_with_numbers_is_recognised_when_it_is_corrected() -> None:
    words = " ".join(f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(200))
    long = f"In 1987 we had 3 boats and 40 lamps. {words}"

    assert match_deleted([BREAD, long, CODE], {1}, [BREAD, CODE, long.replace("wordaa", "x")]) == [
        "0",
        "2",
        "1",
    ]


def test_a_short_text_similar_to_a_deleted_one_is_new() -> None:
    assert match_deleted(
        [BREAD, CODE, "Happy Friday, all"], {2}, [BREAD, CODE, "Happy May, all"]
    ) == [
        *"01",
        "new",
    ]


def test_an_edited_text_is_distinguished_from_a_new_neighbour() -> None:
    assert match([BREAD, CODE], [BREAD, RYE, CODE.replace("four", "five")]) == ["0", "new", "1"]


def test_a_text_that_shares_few_words_is_another_document() -> None:
    assert match([BREAD, CODE, CELLO], [BREAD, RYE, CELLO]) == ["0", "new", "2"]


def test_each_earlier_document_matches_once_and_the_most_similar_wins() -> None:
    after = [BREAD, CODE + " again and again", CODE + "!"]

    assert match([BREAD, CODE], after) == ["0", "new", "1"]


def test_an_essay_with_a_rewritten_paragraph_is_recognised() -> None:
    edited = ESSAY.replace(
        "third winter of the workshop", "third summer, in the cellar of a friend,"
    )

    assert match([ESSAY], [edited]) == ["0"]


def test_edited_texts_do_not_match_those_of_another_dump() -> None:
    ledger = ledger_of(read(CODE), dump="another.txt")
    edited = read(CODE + "!")

    assert match_documents(edited, ledger, "dump.txt", pages_of(read(CODE))) == tuple(edited)


def test_a_new_document_never_gets_the_id_of_another() -> None:
    ledger = ledger_of(read(CODE))
    ledger = ledger.model_copy(update={"pages": {"taken": ledger.pages["permanent-0"]}})
    newcomer = replace(read(RYE)[0], id="taken")
    (first,) = match_documents([newcomer], ledger, "dump.txt", lambda _: ())
    (again,) = match_documents([newcomer], ledger, "dump.txt", lambda _: ())

    assert first.id != "taken"
    assert first.id == again.id


def test_the_parts_of_a_split_text_are_recognised_among_their_neighbours() -> None:
    before = [BREAD, f"Tea.\n{CODE}\nMilk.", RYE]

    assert match(before, [BREAD, "Tea.", CODE, "Milk.", RYE]) == ["0", "new", "1", "new", "2"]


def test_joined_texts_match_the_first() -> None:
    assert match([BREAD, "Tea.", CELLO, RYE], [BREAD, f"Tea.\n{CELLO}", RYE]) == list("013")


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([BREAD, RYE, CODE, CELLO, "", "茶"]), unique=True),
    st.lists(
        st.sampled_from([BREAD + " a", RYE, CODE + " b", CELLO, CELLO + " c", "茶"]), unique=True
    ),
)
def test_no_two_documents_ever_share_an_id(before: list[str], after: list[str]) -> None:
    documents = match_documents(
        read(*after), ledger_of(read(*before)), "dump.txt", pages_of(read(*before))
    )

    assert len({document.id for document in documents}) == len(after)
