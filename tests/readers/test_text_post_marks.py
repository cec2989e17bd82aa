"""Marks at each post, below an essay or above it: times, signatures, numbers."""

from collections.abc import Sequence

import pytest

from sitegen.readers.text import read_text
from tests.readers.test_essay_parts import PARAGRAPHS, POSTS

_MONTHS = ("January", "February", "March", "April", "May", "June")
_ESSAY = ("On sheds", *PARAGRAPHS, *PARAGRAPHS[::-1])
TEXTS = (
    "The ferry to Norddal was full of cyclists again.\n\nWe counted forty helmets and one hat.",
    "A parcel came for the man who lived here in 1980.\n\nInside was a tie, still in its paper.",
    "Rye bread, third attempt.\n\nThe crust held, the middle did not, and the dog was glad of it.",
    "They have painted the swimming pool yellow.\n\nIt looks as though somebody spilled custard.",
    "Found a map of the tram lines under the carpet.\n\nHalf of the stops have never been built.",
    "My neighbour is learning the trombone.\n\nHe says that it is the easy part of a marriage.",
)


def _expect(documents: list[str], gap: str = "\n\n") -> None:
    found = read_text(gap.join(documents), "dump.txt")
    assert [document.text for document in found] == documents


@pytest.mark.parametrize("essays", [(0,), (6,), (0, 7), ()])
@pytest.mark.parametrize("date", ["{} {} 2021", "**{1} {0}, 2021**", "Tuesday, {} {} 2021"])
def test_a_date_above_each_post_begins_it_wherever_an_essay_stands(
    essays: tuple[int, ...], date: str
) -> None:
    days = (date.format(n + 3, month) for n, month in enumerate(_MONTHS))
    documents = [f"{day}\n\n{text}" for day, text in zip(days, TEXTS, strict=True)]
    for place in essays:
        documents.insert(place, "\n\n".join(_ESSAY))
    _expect(documents)


def test_a_date_below_each_post_ends_it_if_it_stands_closer_to_what_is_above() -> None:
    documents = [f"{text}\n{n + 3} {_MONTHS[n]} 2021" for n, text in enumerate(TEXTS)]
    _expect(["\n\n".join(_ESSAY), *documents])


@pytest.mark.parametrize("title", ["", "My spring"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "days",
    [
        ("Monday, 3 March", "Tuesday, 4 March", "Wednesday, 5 March"),
        ("Montag", "Dienstag", "Mittwoch"),
        ("3 de marzo", "4 de marzo:", "5 de marzo"),
        ("## March 3rd", "## March 4th", "## March 5th"),
        ("Mo., 3.3.", "Di., 4.3.", "Mi., 5.3."),
    ],
)
def test_the_days_of_a_diary_begin_its_entries(days: Sequence[str], gap: str, title: str) -> None:
    words = [text.replace("\n\n", " ") for text in TEXTS[: len(days)]]
    entries = [f"{day}\n{text}" for day, text in zip(days, words, strict=True)]
    found = read_text(gap.join(filter(None, (title, *entries))), "dump.txt")
    texts = [document.text for document in found]
    assert texts[-len(days) + 1 :] == entries[1:]
    assert texts[0] in (title, entries[0], f"{title}{gap}{entries[0]}")


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_day_alone_on_its_line_belongs_to_what_is_below(gap: str) -> None:
    posts = [text.replace("\n\n", " ") for text in TEXTS]
    posts[3] = f"Thursday, 6 March\n{posts[3]}"
    found = read_text(gap.join(posts), "dump.txt")
    assert posts[3] in {document.text for document in found}


def test_a_signature_below_each_post_ends_it() -> None:
    _expect(["\n\n".join(_ESSAY), *(f"{text}\n\n— Ann" for text in TEXTS)])


def test_a_signature_ends_also_posts_of_many_lines() -> None:
    verses = [verse for text in TEXTS for verse in text.split("\n\n")]
    poems = ["\n\n".join((*verses[n:], *verses[:n])) for n in range(8)]
    _expect([*(f"{poem}\n\n— Ann" for poem in poems), "\n\n".join(_ESSAY)])


def test_what_somebody_often_says_in_a_dialogue_is_no_signature() -> None:
    verses = "\n\n".join((*TEXTS, *POSTS))
    talk = [f"{verses}\n\n— Where is umbrella {n}?\n\n— In the hall." for n in range(8)]
    found = read_text("\n\n".join(talk), "dump.txt")
    ends = [document.text.rpartition("\n")[2] for document in found]
    assert ends.count("— In the hall.") < len(talk)


@pytest.mark.parametrize("number", ["{}. ", "{}) ", "#{}: ", "No. {} – "])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_next_number_begins_a_post_below_an_essay(number: str, gap: str) -> None:
    posts = [number.format(n) + text.replace("\n\n", gap) for n, text in enumerate(TEXTS, 5)]
    _expect([gap.join(_ESSAY), *posts], gap)


@pytest.mark.parametrize("place", [0, 5, 12])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_many_numbers_begin_posts_wherever_an_essay_stands(place: int, gap: str) -> None:
    texts = [text.replace("\n\n", gap) for text in TEXTS]
    documents = [f"{n}. {text}" for n, text in enumerate(texts * 2, 3)]
    documents.insert(place, gap.join((*_ESSAY[:4], "```", "hut = 3", "```", *_ESSAY[4:])))
    _expect(documents, gap)


@pytest.mark.parametrize("items", [POSTS, PARAGRAPHS * 2])
def test_a_numbered_list_within_an_essay_stays_there(items: tuple[str, ...]) -> None:
    numbered = [f"{n}. {item}" for n, item in enumerate(items, 1)]
    essay = (*_ESSAY[:3], "There are these:", *numbered, *_ESSAY[5:])
    found = read_text("\n\n".join(essay), "dump.txt")
    assert not any(document.text.startswith("3.") for document in found)


@pytest.mark.parametrize("place", [0, len(TEXTS)])
def test_an_essay_of_numbered_paragraphs_is_one_beside_posts_without_numbers(place: int) -> None:
    numbered = [f"{n}. {item}" for n, item in enumerate((*PARAGRAPHS, *PARAGRAPHS[::-1]), 1)]
    documents = [text.replace("\n\n", " ") for text in TEXTS]
    documents.insert(place, "\n".join(("Eight rules for sheds", *numbered)))
    found = read_text("\n".join(documents), "dump.txt")
    assert not any(document.text.startswith("3.") for document in found)


def test_a_short_numbered_list_is_no_row_of_posts() -> None:
    things = "\n".join(f"{n}. {thing}" for n, thing in enumerate("abcdefgh", 1))
    documents = [*POSTS[:2], f"Things to see at the fair:\n{things}", *POSTS[2:]]
    _expect(documents, "\n")
