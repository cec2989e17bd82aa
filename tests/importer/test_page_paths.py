from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content.pages import place_of
from sitegen.importer.page_paths import PagePaths
from sitegen.models import DocumentKind
from tests.importing import ESSAY, make_document


def names(*taken: str) -> PagePaths:
    return PagePaths(PurePosixPath(path) for path in taken)


def test_the_path_of_a_post_has_its_first_words() -> None:
    path = names().reserve(make_document("@ina Yes. The swifts are back, all eleven."), "birds")

    assert str(path) == "topics/birds/yes-the-swifts-are-back-all-eleven.md"


def test_the_path_of_a_markdown_text_has_the_words_of_links_and_pictures_only() -> None:
    text = '![A lamp](img/dscn0001.jpg "Lit") on [the pier](../pier.html)'
    post = replace(make_document(text), is_markdown=True)

    assert str(names().reserve(post, "light")) == "topics/light/a-lamp-on-the-pier.md"


def test_the_path_of_a_post_with_a_content_warning_does_not_give_the_text_away() -> None:
    post = replace(make_document("The gardener did it."), warning="Spoiler for chapter nine")

    assert str(names().reserve(post, "books")) == "topics/books/spoiler-for-chapter-nine.md"


def test_the_path_of_an_essay_has_its_title() -> None:
    essay = make_document(ESSAY, kind="essay", title="The lamp on table four")

    assert str(names().reserve(essay, None)) == "essays/the-lamp-on-table-four.md"


def test_the_path_of_a_post_without_letters_has_its_id() -> None:
    assert (
        str(names().reserve(make_document("…!", id_="Ab_1"), "birds"))
        == "topics/birds/post-ab-1.md"
    )


def test_paths_of_posts_are_unique_across_topics() -> None:
    taken = names("topics/trees/the-swifts.md")
    post = make_document("The swifts", id_="8f3a2c1d9b")

    assert str(taken.reserve(post, "birds")) == "topics/birds/the-swifts-8f3a.md"
    assert str(taken.reserve(post, "birds")) == "topics/birds/the-swifts-8f3a2c1d9b.md"
    assert str(taken.reserve(post, "birds")) == "topics/birds/the-swifts-8f3a2c1d9b-2.md"


def test_an_essay_and_a_post_may_have_one_name() -> None:
    path = names("essays/the-swifts.md").reserve(make_document("The swifts"), "birds")

    assert str(path) == "topics/birds/the-swifts.md"


def test_names_that_differ_only_in_case_are_equal() -> None:
    path = names("topics/trees/The-Swifts.md").reserve(make_document("The swifts"), "birds")

    assert str(path) == "topics/birds/the-swifts-0123.md"


def test_an_existing_page_keeps_its_address() -> None:
    path = names("posts/the-swifts.md").reserve(make_document("The swifts"), "birds")

    assert str(path) == "topics/birds/the-swifts-0123.md"


@pytest.mark.parametrize("kind", ["essay", "post"])
def test_a_document_that_starts_with_index_gets_a_page_of_its_kind(
    kind: DocumentKind,
) -> None:
    path = names().reserve(make_document("Index", kind=kind), "birds" if kind == "post" else None)
    place = place_of(path)

    assert (place.kind, place.slug) == (kind, path.stem)


def test_a_page_at_an_invalid_path_reserves_no_name() -> None:
    path = names("topics/trees/oaks/the-swifts.md").reserve(make_document("The swifts"), "birds")

    assert str(path) == "topics/birds/the-swifts.md"


@settings(deadline=None)
@given(st.text(max_size=200), st.text(max_size=12))
def test_no_text_makes_a_path_outside_its_folder(text: str, id_: str) -> None:
    path = names().reserve(make_document(text, id_=id_), "birds")

    assert path.parent == PurePosixPath("topics/birds")
    assert set(path.stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(path.stem) <= 125


def test_a_post_with_a_title_is_named_after_it_alone() -> None:
    document = make_document("It burns for nine hours", title="The lamp")
    assert PagePaths([]).reserve(document, "craft").name == "the-lamp.md"
