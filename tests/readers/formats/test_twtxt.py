"""Files of twtxt: a line for each post."""

from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source

_FEED = (
    "# nick = ann\n# url = https://a.example/twtxt.txt\n\n"
    "2016-02-04T13:30:00+01:00\tThe ferry leaves at seven. #sea\n"
    "2016-02-05T13:30:00.123456Z\tTwo lamps burn\u2028all night.\n"
    "2016-02-06T13:30:00Z\tSo says @<bob https://b.example/twtxt.txt> too.\n"
    "2016-02-07T13:30:00Z\t@<bob https://b.example/twtxt.txt> Yes.\n"
    "2016-02-08T13:30:00Z\t(#abcdefg) I think so.\n"
    "2016-02-04T13:30:00+01:00\tThe ferry leaves at seven. #sea\n"
)


def _read(tmp_path: Path, content: str, name: str = "twtxt.txt") -> SourceRead:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    return read_source(path, ReadOptions())


def test_each_line_is_a_post_with_its_moment(tmp_path: Path) -> None:
    read = _read(tmp_path, _FEED)
    assert read.formats == ("twtxt",)
    assert [document.text for document in read.documents] == [
        "The ferry leaves at seven. #sea",
        "Two lamps burn\nall night.",
        "So says [@bob](https://b.example/twtxt.txt) too.",
    ]
    first = read.documents[0]
    assert (first.author, first.tags) == ("ann", ("sea",))
    assert first.date is not None
    assert first.date.isoformat() == "2016-02-04T13:30:00+01:00"
    assert read.left_out == {"reply": 2, "duplicate": 1}


def test_other_lines_with_moments_are_no_twtxt(tmp_path: Path) -> None:
    lines = "2016-02-04T13:30:00Z\tThe ferry leaves.\n2016-02-05T13:30:00Z\tIt is late.\n"
    assert _read(tmp_path, lines, "ferry.txt").formats == ("text",)


def test_a_line_that_is_no_post_is_lost(tmp_path: Path) -> None:
    posts = "".join(f"2016-02-04T13:30:00Z\tPost number {n} of many.\n" for n in range(9000))
    read = _read(tmp_path, f"# nick = ann\n{posts}broken\n")
    assert len(read.documents) == 9000
    assert [lost.where for lost in read.lost] == ["twtxt.txt, line 9,002"]


_POSTS = (
    "2016-02-04T13:30:00Z\tThe ferry leaves.\n2016-02-05T13:30:00Z\t@<bob https://b.example/> No.\n"
)


@pytest.mark.parametrize(
    ("name", "start", "odd"),
    [
        ("feed.txt", "# nick = ann\n", "2016-02-06\tIt is late.\n"),
        ("feed.txt", "# url = https://a.example/twtxt.txt\n", "\nIt is\nlate\ntoday.\n"),
        ("twtxt.txt", "", "2016-02-06 13:30\tIt is late.\n"),
    ],
)
def test_lines_that_are_no_posts_leave_the_others_twtxt(
    tmp_path: Path, name: str, start: str, odd: str
) -> None:
    read = _read(tmp_path, f"{start}{_POSTS}{odd}", name)
    assert [document.text for document in read.documents] == ["The ferry leaves."]
    assert read.left_out == {"reply": 1}
    assert len(read.lost) == len(odd.split("\n")) - odd.startswith("\n") - 1


def test_a_line_break_may_be_written_as_an_escape(tmp_path: Path) -> None:
    line = (
        r"2016-02-04T13:30:00Z" + "\t" + r"See https://a.example/b\u2028It squeaks [x](y)\u2028now."
    )
    (document,) = _read(tmp_path, f"# nick = ann\n{line}\n").documents
    assert document.text.split("\n")[0] == "See https://a.example/b"
    assert document.text.split("\n")[-1] == "now."
