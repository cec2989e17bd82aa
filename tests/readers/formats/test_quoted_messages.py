"""What is quoted in a mail, and what its author wrote around it."""

from pathlib import Path

import pytest

from tests.readers.sources import read_dump

_HEADER = (
    "From ann at a.example  Mon Jan  1 10:00:00 2024\nDate: Mon, 1 Jan 2024 10:00:00 +0100\n"
    "From: Ann <x@a.example>\nSubject: The lamp\nMessage-ID: <1@a.example>\n\n"
)


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("I agree.\nOn Monday, Zoe wrote:", "I agree."),
        ("I agree. On Monday, Zoe wrote:", "I agree."),
        ("It is true.\nAs Goethe wrote:\n", "It is true."),
        ("Two words.\nOr three.\nZoe Li wrote:", "Two words.\nOr three."),
        ("I agree\n2024-01-02 3:04 GMT+01:00 Zoe\n<zoe@a.example> wrote:", "I agree"),
        ("On 2 Jan 2024, at 03:04, Zoe Li <zoe@a.example>\nwrote:", ""),
        ("On Mon, Jan. 2, 2024 at 3 p.m. On Li wrote:", ""),
    ],
)
def test_words_above_a_quotation_stay_and_the_line_that_introduces_it_goes(
    tmp_path: Path, above: str, own: str
) -> None:
    path = tmp_path / "list.mbox"
    path.write_text(f"{_HEADER}{above}\n> canary\n\nIt burns.\n\n", "utf-8")
    (document,) = read_dump(path)
    assert document.text.split() == f"{own} It burns.".split()
