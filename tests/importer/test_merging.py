"""What several dumps have in common is imported once."""

from datetime import UTC, datetime

import pytest

from sitegen.importer.merging import merge_dumps
from sitegen.models import Document, DumpPlace, LinkTarget


def _post(text: str = "", **values: object) -> Document:
    fields: dict[str, object] = {"id": text, "kind": "post", "place": DumpPlace("dump")} | values
    return Document(text=text, **fields)  # type: ignore[arg-type]


def test_documents_with_one_address_are_one() -> None:
    one = _post("Seen today", source="https://www.a.example/1/")
    other = _post("Seen today, at last", id="b", source="http://a.example/1#top")
    assert merge_dumps([[one], [other]]).documents == ((one,), ())


def test_documents_with_one_id_are_one() -> None:
    one, other = _post("Before", id="x"), _post("After", id="x")
    merged = merge_dumps([[one], [other]])
    assert merged.documents == ((one,), ())
    assert merged.repeats == 1


def test_the_same_words_with_other_spaces_and_links_are_one() -> None:
    one = _post("The  tide\nis high https://t.example/x")
    other = _post("The tide is *high*", id="b")
    assert merge_dumps([[one], [other]]).repeats == 1


@pytest.mark.parametrize(("one", "other"), [("Day 1", "Day 2"), ("No", "Now"), ("🎉", "🎈")])
def test_texts_that_differ_in_a_character_stay_apart(one: str, other: str) -> None:
    assert merge_dumps([[_post(one)], [_post(other)]]).repeats == 0


def test_documents_without_words_stay_apart() -> None:
    assert merge_dumps([[_post("", id="a")], [_post("", id="b")]]).repeats == 0


def test_repeats_within_one_dump_stay() -> None:
    documents = (_post("Good morning", id="a"), _post("Good morning", id="b"))
    assert merge_dumps([documents]).documents == (documents,)


def test_the_first_takes_over_what_only_the_other_has() -> None:
    date = datetime(2024, 1, 2, tzinfo=UTC)
    one = _post("Tide", tags=("sea",))
    other = _post("Tide", id="b", author="Ann", date=date, tags=("moon", "sea"))
    ((joined,), _) = merge_dumps([[one], [other]]).documents
    assert (joined.author, joined.date, joined.tags) == ("Ann", date, ("sea", "moon"))


def test_two_comments_on_one_link_are_both_kept() -> None:
    link = LinkTarget("https://a.example/")
    one = _post("Worth it", link=link)
    other = _post("Read this twice", id="b", link=link)
    ((joined,), _) = merge_dumps([[one], [other]]).documents
    assert joined.text == "Worth it\n\nRead this twice"


def test_of_a_post_in_two_archives_the_newer_archive_has_the_text() -> None:
    days = [datetime(2024, 1, day, tzinfo=UTC) for day in (1, 2, 3)]
    shared = {
        "id": "x",
        "has_own_id": True,
        "date": days[0],
        "link": LinkTarget("https://a.example/"),
    }
    old = [_post("Before", **shared, tags=("old",))]
    new = [_post("After", **shared), _post("More", date=days[2])]
    for dumps in ([old, new], [new, old]):
        found = [post for documents in merge_dumps(dumps).documents for post in documents]
        (post,) = (post for post in found if post.id == "x")
        assert (post.text, post.tags) == ("After", ("old",))
    bare = [_post("Before it is c…", id="x", has_own_id=True)]
    whole = [_post("Before it is cut off", id="x", has_own_id=True)]
    for dumps in ([bare, whole], [whole, bare]):
        texts = [post.text for documents in merge_dumps(dumps).documents for post in documents]
        assert texts == ["Before it is cut off"]


def test_posts_of_two_authors_on_one_link_stay_apart() -> None:
    link = LinkTarget("https://a.example/")
    ann, bo = (_post(name, id=name, author=name, link=link) for name in ("Ann", "Bo"))
    assert merge_dumps([[ann], [bo]]).repeats == 0
