"""Notes of one or several paragraphs, between which only blank lines stand."""

from pathlib import Path

import pytest

from benchmarks.splitting import load_cases
from tests.paths import TESTS
from tests.readers.sources import read_dump
from tests.readers.test_essay_parts import PARAGRAPHS, POSTS

_LINKED = "[The Harbour Office](https://harbour.example) has put its tide tables online."
_BOLD = "**Copper roofs.** They turn green after twenty years, said the roofer."
_DATED = "Yesterday the [museum of clocks](https://clocks.example) let me wind one."
_PLAIN = "A small script for [renaming photographs](https://photos.example/rename) by the hour."
_LAST = "[Wool prices](https://wool.example/prices) fell again, and nobody knows why."
_OTHERS = [
    "**Two recipes.** Rye bread wants time:\n\n- flour\n- water\n\nAnd a night in the cold.",
    "From [a talk on looms](https://looms.example/talk):\n\n> A loom is a patient machine.",
    "**A word on ferries.** The last one leaves at nine, whatever the board says.",
    "[Chess in the park](https://chess.example/park) starts again on Sunday.",
]


def _notes(folder: Path, notes: list[str]) -> list[str]:
    dump = folder / "notes.md"
    dump.write_text("\n\n".join(notes) + "\n")
    return [document.text for document in read_dump(dump)]


@pytest.mark.parametrize(
    "continuation",
    [
        "most of the path is gone, by the way.",
        "But only one of them.",
        "And that is all there is to say on it.",
        "> a quotation, as they wrote it",
        "- one\n- two",
        "```sh\nexiftool -d %H\n```",
        "![a picture](https://pictures.example/a.jpg)",
        "— Marta Feld",
        "-- Marta Feld",
        "*— Marta Feld*",
        "via Marta",
        "(via [Marta](https://marta.example))",
        "Via: Marta",
        "h/t Marta",
        "See also [the second volume](https://volumes.example/2).",
        "Update: it is moved to Monday.",
        "**Update 20 April**: it is moved to Monday.",
        "PS: it is moved to Monday.",
        "Source: the Harbour Office.",
        "https://ferries.example/times",
        "<https://ferries.example/times>",
    ],
)
def test_a_paragraph_that_continues_stays_with_its_note(tmp_path: Path, continuation: str) -> None:
    notes = [_LINKED, f"{_BOLD}\n\n{continuation}", *_OTHERS, _DATED, _PLAIN, _LAST]
    assert _notes(tmp_path, notes) == notes


def test_the_paragraph_after_a_colon_stays_with_its_note(tmp_path: Path) -> None:
    notes = [_LINKED, "From [a letter](https://letters.example):\n\nDear all, we are well.", _BOLD]
    notes += [*_OTHERS, _DATED, _PLAIN, _LAST]
    assert _notes(tmp_path, notes) == notes


def test_a_note_begins_after_one_that_ends_with_code(tmp_path: Path) -> None:
    code = "A trick with [dates](https://dates.example):\n\n```sh\ndate -d tomorrow:\n```"
    notes = [_LINKED, code, _PLAIN, *_OTHERS, _DATED, _LAST]
    assert _notes(tmp_path, notes) == notes


def test_a_rule_or_wide_gaps_within_a_few_of_many_notes_do_not_part_all_of_them(
    tmp_path: Path,
) -> None:
    names = ("bees", "lamps", "rivers", "copper", "chess", "tides", "wool", "ferries", "looms")
    places = ("Oslo", "Porto", "Ghent", "Turin", "Basel", "Izmir", "Leeds", "Lyon", "Cork", "Riga")
    texts = {f"[A {name} fair](https://{name}.example/{p}) opens in {p}." for name in names
             for p in places[:7]}  # fmt: skip
    notes = sorted(texts)
    ruled = [*notes, "**Last words.** They stand above.\n\n---\n\nand below a rule."]
    assert len(_notes(tmp_path, ruled)) == len(ruled)
    wide = [notes[0] + "\n", notes[1] + "\n", *notes[2:]]
    assert len(_notes(tmp_path, wide)) == len(notes)


@pytest.mark.parametrize(
    ("title", "sections"),
    [
        ("# On *Sheds*", PARAGRAPHS),
        ("On sheds, and on kettles", PARAGRAPHS),
        ("# On sheds", (*PARAGRAPHS, "# On kettles", *PARAGRAPHS[::-1])),
    ],
)
def test_posts_below_an_essay_are_documents_where_one_blank_line_stands_everywhere(
    tmp_path: Path, title: str, sections: tuple[str, ...]
) -> None:
    essay = "\n\n".join((title, *sections))
    posts = [f"{post} [at home](https://a.example/{n})" for n, post in enumerate(POSTS * 2)]
    posts[0] = POSTS[0]
    (tmp_path / "dump.txt").write_text("\n\n".join([essay, *posts]), encoding="utf-8")
    found = read_dump(tmp_path / "dump.txt")
    assert [document.text for document in found[1:]] == posts
    assert [document.is_markdown for document in found[1:3]] == [False, True]


def test_a_single_document_that_may_be_many_is_doubtful(tmp_path: Path) -> None:
    (case,) = (case for case in load_cases(TESTS / "dumps") if case.name == "letters-blank-lines")
    lines = (line for _, text in case.documents for line in text.split("\n"))
    text = "\n\n".join(["# All of **it**", "The **first** [words](https://a.example).", *lines])
    (tmp_path / "dump.md").write_text(text, encoding="utf-8")
    (single,) = read_dump(tmp_path / "dump.md")
    assert single.confidence < 0.5


def test_addresses_alone_on_their_lines_are_links_with_the_comments_below_some(
    tmp_path: Path,
) -> None:
    path = tmp_path / "links.txt"
    path.write_text(
        "https://a.example/\nOn a.\n\nhttps://b.example/\n\nhttps://c.example/\nOn c.\n"
    )
    assert [(d.link and d.link.address, d.text) for d in read_dump(path)] == [
        ("https://a.example/", "On a."),
        ("https://b.example/", ""),
        ("https://c.example/", "On c."),
    ]


def test_paragraphs_that_open_with_a_link_in_several_forms_are_link_posts(tmp_path: Path) -> None:
    path = tmp_path / "links.txt"
    blocks = (
        *("https://a.example/x\nOn wicks.", "https://b.example/x – on oil"),
        *("On glass: https://c.example/x\nClear.", "Lamps\nhttps://d.example/x\nBright."),
        "https://e.example/(x)",
    )
    path.write_text("\n\n".join(blocks), "utf-8")
    found = [(post.link and post.link.address, post.title, post.text) for post in read_dump(path)]
    assert found == [
        ("https://a.example/x", None, "On wicks."),
        ("https://b.example/x", None, "on oil"),
        ("https://c.example/x", "On glass", "Clear."),
        ("https://d.example/x", "Lamps", "Bright."),
        ("https://e.example/(x)", None, ""),
    ]


@pytest.mark.parametrize("heading", ["# {}\n\n", "{}\n=====\n", "{}\n------\n", "## {} ##\n"])
def test_a_heading_above_an_address_is_the_title_of_its_link(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "links.md"
    bodies = {
        "Wicks & cords": "https://a.example/x\nTwo of them.\n\n- round\n- flat",
        "On [old] oil": "https://b.example/x",
        "The quay, by night": "https://c.example/x\n\nIt is dark.",
        "A remark": "Without an address.",
    }
    path.write_text("\n\n".join(heading.format(title) + bodies[title] for title in bodies))
    found = [(d.title, d.link and d.link.address, d.text) for d in read_dump(path)]
    assert found == [
        ("Wicks & cords", "https://a.example/x", "Two of them.\n\n- round\n- flat"),
        ("On [old] oil", "https://b.example/x", ""),
        ("The quay, by night", "https://c.example/x", "It is dark."),
        ("A remark", None, "Without an address."),
    ]


def test_a_heading_above_several_addresses_is_not_the_title_of_one(tmp_path: Path) -> None:
    path = tmp_path / "links.md"
    groups = ("# Oil\n\nhttps://a.example/1\nhttps://a.example/2", "# Wicks\n\nhttps://a.example/3")
    path.write_text("\n\n".join(groups) + "\nhttps://a.example/4\n")
    assert [d.title for d in read_dump(path)] == [None] * 4


def test_an_essay_whose_sections_have_first_headings_is_one_document(tmp_path: Path) -> None:
    parts = ("# The first winter", *PARAGRAPHS[:2], "# The kettle", *PARAGRAPHS[2:])
    essay = [*parts, "# The neighbours", *PARAGRAPHS[::-1]]
    assert len(_notes(tmp_path, essay)) == 1


def test_notes_under_headings_are_surest_where_the_cues_agree(tmp_path: Path) -> None:
    bodies = zip(POSTS, POSTS[::-1], strict=True)
    notes = [f"## Day {n}\n\n{one}\n\n{other}" for n, (one, other) in enumerate(bodies)]
    (tmp_path / "notes.md").write_text("\n\n".join(notes))
    found = read_dump(tmp_path / "notes.md")
    assert len(found) == len(notes)
    assert min(document.confidence for document in found) < 1
