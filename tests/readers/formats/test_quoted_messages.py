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


_CITED = "<blockquote type='cite'>canary<blockquote type='cite'>canary</blockquote></blockquote>"
_NESTED = "<div>canary</div><!-- </div> -->canary"
_SIGNATURE = "<div class='moz-signature'>-- <br>canary</div>"


@pytest.mark.parametrize(
    ("html", "own"),
    [
        (f"<p>It burns.</p>{_CITED}<p>All night.</p>", "It burns.\n\nAll night."),
        (f"{_CITED}<p>It burns.</p>{_CITED}<p>All night.</p>", "It burns.\n\nAll night."),
        (
            f"<div class='moz-cite-prefix'>On 2 Jan:</div>{_CITED}<p>It burns.</p>{_SIGNATURE}",
            "It burns.",
        ),
        (
            f"<p>It burns.</p><div class='gmail_quote'>{_NESTED}</div><p>All night.</p>",
            "It burns.\n\nAll night.",
        ),
        ("<p>It burns.</p><div class='yahoo_quoted'><div>canary</div><p>canary</p>", "It burns."),
        (
            "<p>It burns.</p><div id='Signature'>A</div><div id='appendonsend'></div><p>canary</p>",
            "It burns.",
        ),
    ],
)
def test_answers_between_and_below_quotations_in_html_are_read(
    tmp_path: Path, html: str, own: str
) -> None:
    path = tmp_path / "list.mbox"
    header = _HEADER.replace("\n\n", "\nContent-Type: text/html\n\n")
    path.write_text(f"{header}{html}\n\n", "utf-8")
    assert [document.text for document in read_dump(path)] == [own]
