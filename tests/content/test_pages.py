"""Reading and checking one page."""

from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pytest

from sitegen.content.pages import read_page, title_from_slug
from sitegen.errors import ContentError
from sitegen.filesystem.listing import page_names
from sitegen.models import DumpPlace, Page


def load(content: Path, name: str, text: str) -> Page:
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_page(content, PurePosixPath(name), path.read_bytes()).page


@pytest.mark.parametrize(
    ("name", "kind", "address", "topic"),
    [
        ("index.md", "front", "", None),
        ("essays/the-lamp.md", "essay", "essays/the-lamp/", None),
        ("topics/trains/_index.md", "topic", "topics/trains/", "trains"),
        ("topics/trains/berth.md", "post", "posts/berth/", "trains"),
        ("about.md", "page", "about/", None),
        ("more/contact.md", "page", "more/contact/", None),
        ("more/index.md", "page", "more/", None),
        ("more/of/index.md", "page", "more/of/", None),
    ],
)
def test_the_path_of_a_file_determines_its_kind(
    tmp_path: Path, name: str, kind: str, address: str, topic: str | None
) -> None:
    page = load(tmp_path, name, "Text.\n")
    assert (page.kind, page.address, page.topic) == (kind, address, topic)


def test_a_post_keeps_its_address_when_it_moves_to_another_topic(tmp_path: Path) -> None:
    here = load(tmp_path, "topics/trains/berth.md", "Text.\n")
    there = load(tmp_path, "topics/sleep/berth.md", "Text.\n")
    assert here.address == there.address


def test_every_known_key_is_read(tmp_path: Path) -> None:
    header = (
        "---\nid: 8f3a\ntitle: Berth\ndescription: Short\nauthor: '@a'\n"
        "date: 2023-03-29T12:15:00+02:00\nsource: https://a.example/1\nalso: [sleep]\n"
        "tags: [one, two]\nlang: DE-at\npinned: true\nhidden: false\n"
        "draft: true\nnote: Why\norder: 3\n"
        "dump: {file: dump.txt, lines: [12, 14]}\nmood: calm\n---\nText.\n"
    )
    page = load(tmp_path, "topics/trains/berth.md", header)
    assert page == Page(
        path="topics/trains/berth.md",
        kind="post",
        slug="berth",
        address="posts/berth/",
        body="Text.",
        body_line=19,
        id="8f3a",
        title="Berth",
        description="Short",
        author="@a",
        date=datetime(2023, 3, 29, 10, 15, tzinfo=UTC),
        source="https://a.example/1",
        topic="trains",
        also=("sleep",),
        tags=("one", "two"),
        lang="de-AT",
        pinned=True,
        draft=True,
        note="Why",
        order=3,
        dump=DumpPlace("dump.txt", (12, 14)),
        extra={"mood": "calm"},
    )


def test_a_page_without_an_id_goes_by_its_address(tmp_path: Path) -> None:
    assert load(tmp_path, "about.md", "Text.\n").id == "about/"
    assert load(tmp_path, "topics/trains/berth.md", "Text.\n").id == "posts/berth/"
    assert load(tmp_path, "index.md", "Text.\n").id == "/"


@pytest.mark.parametrize(
    "value", ["2023-03-29", "'2023-03-29'", "2023-03-29T00:00:00", "2023-3-29", "20230329"]
)
def test_a_date_without_a_zone_is_utc(tmp_path: Path, value: str) -> None:
    page = load(tmp_path, "about.md", f"---\ndate: {value}\n---\n")
    assert page.date == datetime(2023, 3, 29, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        "2023-03-29T12:15:00+02:00",
        "2023-03-29 12:15 +0200",
        "2023-03-29 9:15:00 -1",
        "2023-03-29t10:15:00z",
        "2023-03-29 10:15 Z",
    ],
)
def test_a_date_may_be_written_in_more_than_one_way(tmp_path: Path, value: str) -> None:
    page = load(tmp_path, "about.md", f"---\ndate: {value}\n---\n")
    assert page.date == datetime(2023, 3, 29, 10, 15, tzinfo=UTC)


def test_a_part_of_a_second_stays_what_it_is(tmp_path: Path) -> None:
    page = load(tmp_path, "about.md", "---\ndate: 2023-03-29T10:15:00.5Z\n---\n")
    assert page.date == datetime(2023, 3, 29, 10, 15, 0, 500_000, tzinfo=UTC)


@pytest.mark.parametrize(
    "value", ["1984", "3.50", "true", "false", "2001-01-01", "12:30", "No", "007", "1_000"]
)
def test_a_text_is_what_was_written(tmp_path: Path, value: str) -> None:
    header = f"id: {value}\ntitle: {value}\nauthor: {value}\ntags: [{value}]\nalso: {value}\n"
    page = load(tmp_path, "about.md", f"---\n{header}---\n")
    assert (page.id, page.title, page.author) == (value, value, value)
    assert (page.tags, page.also) == ((value,), (value,))


@pytest.mark.parametrize("value", ["https://a.example/1", "HTTP://a.example", "''"])
def test_a_source_is_a_web_address_or_nothing(tmp_path: Path, value: str) -> None:
    page = load(tmp_path, "about.md", f"---\nsource: {value}\n---\n")
    assert page.source == value.strip("'")


def test_one_further_topic_needs_no_list(tmp_path: Path) -> None:
    assert load(tmp_path, "topics/a/b.md", "---\nalso: work\n---\n").also == ("work",)


def test_a_key_without_a_value_counts_as_left_out(tmp_path: Path) -> None:
    assert load(tmp_path, "about.md", "---\ntitle:\n---\n").title is None


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("pinned: maybe", "“pinned” must be true or false"),
        ("order: first", "“order” must be a whole number"),
        ("order: true", "“order” must be a whole number"),
        ("pinned: True", "“pinned” must be true or false"),
        ("order: 007", "“order” must be a whole number"),
        ("tags: {a: b}", "“tags” must be a list of texts, such as [one, two]"),
        ("tags: [a, ~]", "“tags” must be a list of texts, such as [one, two]"),
        ("date: 2023-13-45", "“date” must be a date"),
        ("date: !!timestamp foo", "“date” must be a date"),
        ("date: 0001-01-01T00:00:00+14:00", "“date” must be a date"),
        ("date: 9999-12-31T23:00:00-14:00", "“date” must be a date"),
        ("source: javascript:alert(1)", "“source” must be a web address"),
        ("source: //a.example/", "“source” must be a web address"),
        ("source: https://", "“source” must be a web address"),
        (
            "lang: german",
            "“lang” must be a language such as en or pt-BR, and there is no language “german”",
        ),
        ("title: [a]", "“title” must be a text"),
        ("date: soon", "“date” must be a date, such as 2023-03-29 or 2023-03-29T10:15:00Z"),
        ("dump: there", "“dump” must be a place in a dump"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(ContentError, match=message.replace("[", r"\[")) as caught:
        load(tmp_path, "about.md", f"---\nid: x\n{line}\n---\n")
    assert (caught.value.line, caught.value.source) == (3, line)


def test_a_key_that_looks_like_a_slip_is_kept_and_pointed_out(tmp_path: Path) -> None:
    data = b"---\nauthr: me\nmood: calm\n---\n"
    loaded = read_page(tmp_path, PurePosixPath("about.md"), data)
    assert loaded.page.extra == {"authr": "me", "mood": "calm"}
    assert [str(warning).replace(f"{tmp_path}/", "") for warning in loaded.warnings] == [
        (
            "about.md:2: sitegen does not know the key “authr”\n"
            "    authr: me\n"
            "help: did you mean “author”? The key is kept as it is"
        )
    ]


def test_line_ends_and_the_mark_of_other_systems_are_read(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf---\r\ntitle: One\rnote: Two\n---\r\n\rA\rB\r\nC"
    page = read_page(tmp_path, PurePosixPath("a.md"), data).page
    assert (page.title, page.note, page.body, page.body_line) == ("One", "Two", "A\nB\nC", 6)


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="not UTF-8 text: byte 6"):
        read_page(tmp_path, PurePosixPath("a.md"), b"text \xff\xfe")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("topics/a/b/c.md", "content/topics/<topic>/<post>.md"),
        ("topics/a.md", "content/topics/<topic>/<post>.md"),
        ("topics/a/index.md", "content/topics/a/_index.md"),
        ("essays/a/b.md", "content/essays/<essay>.md"),
        ("essays/_index.md", "content/essays/<essay>.md"),
        ("essays/index.md", "content/essays/<essay>.md"),
        ("more/_index.md", "content/topics/<topic>/_index.md"),
    ],
)
def test_the_error_for_a_misplaced_page_says_where_it_belongs(
    tmp_path: Path, name: str, hint: str
) -> None:
    with pytest.raises(ContentError, match="no page can be here") as caught:
        load(tmp_path, name, "Text.\n")
    assert caught.value.path == tmp_path / name
    assert hint in str(caught.value.hint)


def test_a_title_can_be_made_from_the_name_of_a_folder() -> None:
    assert title_from_slug("night-trains_and--more") == "Night trains and more"


def test_a_file_in_media_is_not_a_page() -> None:
    assert page_names(["a.md", "f.txt", "media/e.md", "more/b.md"]) == ["a.md", "more/b.md"]


def test_words_that_a_control_character_separates_stay_apart(tmp_path: Path) -> None:
    text = '---\ntitle: "Tea\\fpot"\n---\n\fOne\fpage\vends\x85here\u2028now.\n\n    code\tstays\n'
    page = load(tmp_path, "about.md", text)

    assert page.title == "Tea pot"
    assert page.body == "One page ends here now.\n\n    code\tstays"
