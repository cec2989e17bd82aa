"""Threads: own posts below each other are one document; below somebody else's they are replies."""

from dataclasses import replace
from datetime import UTC, datetime

from sitegen.models import Document, DumpPlace, Medium, ThreadPart
from sitegen.readers.threads import group_threads, join_parts

_POST = Document(id="a", kind="post", text="One.", place=DumpPlace("dump"), has_own_id=True)


def test_replies_to_oneself_stand_below_the_first_post_in_order() -> None:
    grouped = group_threads({3: 2, 1: None, 2: 1, 7: 1, 5: None})
    assert grouped.threads == ((1, 2, 3, 7), (5,))
    assert not grouped.replies


def test_a_self_reply_below_another_persons_post_is_a_reply_at_any_depth() -> None:
    grouped = group_threads({1: 900, 2: 1, 3: 2, 4: None})
    assert grouped.threads == ((4,),)
    assert grouped.replies == {1, 2, 3}


def test_posts_that_answer_each_other_in_a_circle_are_replies() -> None:
    grouped = group_threads({1: 2, 2: 1, 3: 2, 4: 4, 5: None})
    assert grouped.threads == ((5,),)
    assert grouped.replies == {1, 2, 3, 4}


def test_ids_that_are_text_are_ordered_by_the_given_key() -> None:
    grouped = group_threads({"10": "9", "9": None, "8": None}, order=int)
    assert grouped.threads == (("8",), ("9", "10"))


def test_the_first_post_stands_first_even_if_its_id_is_higher() -> None:
    assert group_threads({5: None, 4: 5, 6: 5}).threads == ((5, 4, 6),)


def test_a_thread_of_many_posts_needs_no_recursion() -> None:
    parents: dict[int, int | None] = {number: number - 1 for number in range(20_000, 0, -1)}
    (thread,) = group_threads({**parents, 0: None}).threads
    assert thread == tuple(range(20_001))


def test_the_joined_document_keeps_the_first_posts_id_and_all_media_and_tags() -> None:
    date = datetime(2024, 1, 2, tzinfo=UTC)
    first = replace(_POST, date=date, tags=("Trains",), media=(Medium("1.jpg"),))
    second = replace(_POST, id="b", text="Two.", tags=("trains", "fog"), media=(Medium("2.jpg"),))
    joined = join_parts([first, replace(second, warning="Fog"), replace(_POST, warning="Food")])
    assert joined.warning == "Fog, Food"
    joined = join_parts([first, second])
    assert (joined.id, joined.text, joined.date) == ("a", "One.\n\nTwo.", date)
    assert joined.tags == ("Trains", "fog")
    assert [medium.name for medium in joined.media] == ["1.jpg", "2.jpg"]
    assert joined.thread == ThreadPart("a", 1, 2)


def test_plain_text_is_escaped_where_another_part_is_markdown() -> None:
    plain = replace(_POST, text="*not emphasis*")
    joined = join_parts([plain, replace(_POST, text="**bold**", is_markdown=True)])
    assert (joined.text, joined.is_markdown) == ("\\*not emphasis\\*\n\n**bold**", True)


def test_a_single_post_is_unchanged() -> None:
    assert join_parts([_POST]) is _POST


def test_parts_without_words_leave_no_blank_lines() -> None:
    assert join_parts([_POST, replace(_POST, text=""), _POST]).text == "One.\n\nOne."


def test_a_thread_in_two_languages_has_none() -> None:
    english, german = replace(_POST, lang="en"), replace(_POST, lang="de")
    assert join_parts([english, german]).lang is None
    assert join_parts([english, replace(_POST, lang=None)]).lang == "en"
