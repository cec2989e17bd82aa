"""What several dumps have in common is imported once."""

import os
import struct
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.importer.dump_age import exported_at
from sitegen.importer.merging import merge_dumps
from sitegen.models import Document, DumpPlace, LinkTarget
from sitegen.readers import Withheld


def _post(text: str = "", **values: object) -> Document:
    fields: dict[str, object] = {"id": text, "kind": "post", "place": DumpPlace("dump")} | values
    return Document(text=text, **fields)  # type: ignore[arg-type]


def test_documents_with_one_address_are_one() -> None:
    one = _post("Seen today", source="https://www.a.example/1/")
    other = _post("Seen today, at last", id="b", source="http://a.example/1#top")
    assert merge_dumps([[one], [other]]).documents == ((one,), ())


def test_posts_that_all_name_their_website_are_no_repeats() -> None:
    one, two, three = (_post(text, source="https://a.example/") for text in ("One", "Two", "Three"))
    merged = merge_dumps([[one, two], [three, two]])
    assert merged.documents == ((one, two), (three,))
    assert merged.repeats == 1


def test_documents_with_one_id_are_one() -> None:
    one, other = _post("Before", id="x"), _post("After", id="x")
    merged = merge_dumps([[one], [other]])
    assert merged.documents == ((one,), ())
    assert merged.repeats == 1


def test_the_same_words_with_other_spaces_and_links_are_one() -> None:
    one = _post("The  tide\nis high https://t.example/x")
    other = _post("The tide is *high*", id="b")
    assert merge_dumps([[one], [other]]).repeats == 1


def test_a_link_that_shows_its_address_shortened_is_that_address() -> None:
    one = _post("See https://www.quay.example/tides/may\\_1")
    other = _post("See [quay.example/tides/m...](https://quay.example/tides/may_1)", id="b")
    assert merge_dumps([[one], [other]]).repeats == 1
    named = _post("See [quay.example](https://other.example/)", id="c")
    assert merge_dumps([[one], [named]]).repeats == 0


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


def test_of_two_archives_with_the_same_latest_post_the_newer_has_the_text() -> None:
    def archive(text: str, *others: str) -> list[Document]:
        return [_post(text, id="x", has_own_id=True), *map(_post, others)]

    def text_of(*dumps: list[Document], exported: list[int] | None = None) -> str:
        merged = merge_dumps(dumps, exported)
        return next(p.text for found in merged.documents for p in found if p.id == "x")

    one, two, more = archive("Before"), archive("After!"), archive("Later.", "another")
    assert text_of(one, two, exported=[2, 1]) == "Before"
    assert text_of(two, one, exported=[1, 2]) == "Before"
    assert text_of(more, one) == text_of(one, more) == "Later."
    assert (text_of(one, two), text_of(two, one)) == ("After!", "Before")


def test_what_a_newer_dump_says_not_to_be_public_is_left_out() -> None:
    public = [_post("canary", id="x", has_own_id=True), _post("Kept")]
    private = [Withheld("x")]
    merged = merge_dumps([public, [_post("Later")]], [1, 2], [(), private])
    assert [post.text for documents in merged.documents for post in documents] == ["Kept", "Later"]
    assert merged.withdrawn == 1
    assert merge_dumps([public, [_post("Later")]], [3, 2], [(), private]).withdrawn == 0
    assert merge_dumps([[_post("Before")], public], None, [private, ()]).withdrawn == 0


def test_what_a_newer_dump_in_another_format_says_not_to_be_public_is_left_out_by_its_address() -> (
    None
):
    feed = [
        _post("canary", source="https://a.example/1"),
        _post("Home", source="https://a.example"),
    ]
    private = [Withheld("x", source="http://www.a.example/1/"), Withheld("y", source="a.example/")]
    merged = merge_dumps([feed, [_post("Later")]], [1, 2], [(), private])
    assert [[post.text for post in documents] for documents in merged.documents] == [
        ["Home"],
        ["Later"],
    ]
    assert merge_dumps([feed, [_post("Later")]], [3, 2], [(), private]).withdrawn == 0


def test_an_archive_was_exported_when_its_newest_file_was_written(tmp_path: Path) -> None:
    path = tmp_path / "dump.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for day in (3, 9, 6):
            archive.writestr(zipfile.ZipInfo(f"{day}.txt", (2024, 1, day, 8, 30, 0)), "words")
    clock_here = datetime(2024, 1, 9, 8, 30).astimezone()
    assert exported_at(path) * 60 == clock_here.timestamp()
    with zipfile.ZipFile(path, "a") as archive:
        entry = zipfile.ZipInfo("7.txt", (2024, 1, 7, 8, 30, 0))
        moment = datetime(2024, 1, 10, 7, 0, tzinfo=UTC).timestamp()
        entry.extra = struct.pack("<2sHI", b"xx", 4, 7) + struct.pack(
            "<2sHBi", b"UT", 5, 1, int(moment)
        )
        archive.writestr(entry, "words")
    assert exported_at(path) * 60 == moment
    folder = tmp_path / "dump"
    folder.mkdir()
    for day in (3, 9, 6):
        (folder / f"{day}.txt").write_text("words", "utf-8")
        os.utime(folder / f"{day}.txt", (60 * day, 60 * day))
    assert exported_at(folder) == 9
    assert exported_at(folder / "3.txt") == 3
    assert exported_at(tmp_path / "missing") == 0
