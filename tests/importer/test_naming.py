from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content.pages import place_of
from sitegen.importer.naming import Names
from sitegen.models import DocumentKind
from tests.importing import ESSAY, make_document


def names(*taken: str) -> Names:
    return Names(PurePosixPath(path) for path in taken)


def test_a_post_is_named_by_the_words_it_begins_with() -> None:
    path = names().take(make_document("@ina Yes. The swifts are back, all eleven."), "birds")

    assert str(path) == "topics/birds/yes-the-swifts-are-back-all-eleven.md"


def test_an_essay_is_named_by_its_title() -> None:
    essay = make_document(ESSAY, kind="essay", title="The lamp on table four")

    assert str(names().take(essay, None)) == "essays/the-lamp-on-table-four.md"


def test_without_a_letter_a_post_is_named_by_its_id() -> None:
    assert (
        str(names().take(make_document("…!", id_="Ab_1"), "birds")) == "topics/birds/post-ab-1.md"
    )


def test_posts_share_their_names_over_all_topics() -> None:
    taken = names("topics/trees/the-swifts.md")
    post = make_document("The swifts", id_="8f3a2c1d9b")

    assert str(taken.take(post, "birds")) == "topics/birds/the-swifts-8f3a.md"
    assert str(taken.take(post, "birds")) == "topics/birds/the-swifts-8f3a2c1d9b.md"
    assert str(taken.take(post, "birds")) == "topics/birds/the-swifts-8f3a2c1d9b-2.md"


def test_an_essay_and_a_post_may_have_one_name() -> None:
    path = names("essays/the-swifts.md").take(make_document("The swifts"), "birds")

    assert str(path) == "topics/birds/the-swifts.md"


def test_capitals_do_not_tell_names_apart() -> None:
    path = names("topics/trees/The-Swifts.md").take(make_document("The swifts"), "birds")

    assert str(path) == "topics/birds/the-swifts-0123.md"


def test_a_page_that_stands_at_a_posts_address_keeps_it() -> None:
    path = names("posts/the-swifts.md").take(make_document("The swifts"), "birds")

    assert str(path) == "topics/birds/the-swifts-0123.md"


@pytest.mark.parametrize("kind", ["essay", "post"])
def test_a_document_that_begins_with_the_word_index_gets_a_page_of_its_kind(
    kind: DocumentKind,
) -> None:
    path = names().take(make_document("Index", kind=kind), "birds" if kind == "post" else None)
    place = place_of(path)

    assert (place.kind, place.slug) == (kind, path.stem)


def test_a_page_where_none_can_stand_takes_no_name() -> None:
    path = names("topics/trees/oaks/the-swifts.md").take(make_document("The swifts"), "birds")

    assert str(path) == "topics/birds/the-swifts.md"


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=12))
def test_whatever_a_dump_says_a_name_stays_in_its_folder(text: str, id_: str) -> None:
    path = names().take(make_document(text, id_=id_), "birds")

    assert path.parent == PurePosixPath("topics/birds")
    assert set(path.stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(path.stem) <= 125
