"""What belongs to an essay besides its paragraphs: titles, subtitles, quotations, notes, rules."""

import textwrap

import pytest

from sitegen.readers.text import read_text

PARAGRAPHS = (
    (
        "For most of my life I believed that a shed was a place for things, and that the person "
        "who owned the things went in only to fetch them. Then my uncle left me his, and the key,"
        " and a note that said the kettle was behind the paint. I have not been the same person "
        "since, and neither has the kettle."
    ),
    (
        "The first winter I did nothing but sit. There is a window that faces the compost, and a "
        "chair that faces the window, and between the three of us we got through a good deal of "
        "January. Nobody tells you how much there is to see in a heap that is rotting at its own "
        "pace, without any deadline at all."
    ),
    (
        "By the spring I had begun to bring work with me, and the work went better there than it "
        "had gone anywhere else. I do not think that the shed made me any cleverer. It made me "
        "slower, and it turned out that slower was what the work had been asking for over all "
        "those years in the office by the station."
    ),
    (
        "What I want to say is not that everybody should have a shed. It is that a room in which "
        "nothing is expected of you does more for your thinking than a better desk does, and that"
        " most of us have arranged our houses so that there is no such room in them, and then "
        "wonder why we are tired on Sundays."
    ),
)
POSTS = (
    "@marit yes but only if the goat is invited too",
    "Somebody at the market sold me a melon the size of a hat. No regrets. #melon",
    "Our train has been waiting outside Hull for so long that I have started to like Hull 🚂",
    "New tyres on the bike. It hums now https://example.com/tyres",
    "@pim I have your umbrella. It has been to Leeds and back without you",
    "If the neighbours play that song once more I will learn the harmony and join in 🎶",
)


def texts_of(documents: list[str], separator: str = "\n") -> list[str]:
    return [document.text for document in read_text(separator.join(documents), "dump.txt")]


@pytest.mark.parametrize("place", [0, 3, 6])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_title_in_sentence_case_stays_with_its_essay(place: int, gap: str) -> None:
    essay = gap.join(("What a shed is really for", *PARAGRAPHS))
    documents = [*POSTS[:place], essay, *POSTS[place:]]
    assert texts_of(documents) == documents


def test_a_subtitle_stays_with_its_essay() -> None:
    essay = "\n".join(
        ("What a shed is really for", "On sitting still in a small wooden room", *PARAGRAPHS)
    )
    documents = [*POSTS[:3], essay, *POSTS[3:]]
    assert texts_of(documents) == documents


def test_notes_stay_with_their_essay() -> None:
    notes = (
        "Notes",
        "[1] My uncle would have said that it was never a shed.",
        "[2] The kettle is a Swan, from about 1960.",
    )
    essay = "\n".join(("On Sheds", *PARAGRAPHS, *notes))
    documents = [essay, *POSTS]
    assert texts_of(documents) == documents


def test_a_quotation_and_a_list_stay_within_their_essay() -> None:
    inset = (
        "> A house is a machine, he used to say, and this is where you go to switch it off.",
        "There are three rules:",
        "- no telephone",
        "- no visitors",
        "- the kettle is filled by whoever empties it",
    )
    essay = "\n".join(("On Sheds", *PARAGRAPHS[:2], *inset, *PARAGRAPHS[2:]))
    documents = [*POSTS[:2], essay, *POSTS[2:]]
    assert texts_of(documents) == documents


@pytest.mark.parametrize("place", [0, 3, 6])
def test_a_rule_within_an_essay_does_not_keep_the_posts_together(place: int) -> None:
    essay = "\n\n".join((*PARAGRAPHS[:2], "---", *PARAGRAPHS[2:]))
    documents = [*POSTS[:place], essay, *POSTS[place:]]
    assert texts_of(documents) == documents


def test_rules_separate_where_about_one_document_is_in_each_part() -> None:
    documents = ["\n".join(PARAGRAPHS), "A post.\nIts second line.", *POSTS]
    assert texts_of(documents, "\n---\n") == documents


def test_rules_separate_poems_of_many_lines() -> None:
    first = "\n".join(
        f"{opening} the {thing} came in\nand the {thing} went out again"
        for opening in ("At noon", "At one", "At half past four", "At night")
        for thing in ("tide", "post", "cat", "band")
    )
    second = "\n".join(
        f"I left the {thing} by the door\nI do not want the {thing} any more"
        for thing in ("boots", "coat", "letter", "lamp", "old umbrella", "key", "bread", "piano")
    )
    documents = [first, second, first.replace("came", "ran")]
    assert texts_of(documents, "\n---\n") == documents


@pytest.mark.parametrize("mark", ["·", "▪", "🔹", "★", "⁃"])
def test_lines_with_the_same_mark_are_one_list(mark: str) -> None:
    items = ("salt", "string", "a second, better torch", "the good tent pegs")
    packing = "\n".join(("Packing, so far:", *(f"{mark} {item}" for item in items)))
    documents = [*POSTS[:2], packing, *POSTS[2:]]
    assert texts_of(documents) == documents


def test_a_number_joins_only_the_one_before_it() -> None:
    documents = [
        *POSTS[:2],
        "Three things about geese:\n1. They know\n2. They remember\n3. They tell the others",
        "7. is the only bus that goes past the lido, and it has not come for an hour",
        *POSTS[2:],
    ]
    assert texts_of(documents) == documents


def test_essays_that_are_wrapped_at_different_widths_are_both_joined() -> None:
    narrow = "\n\n".join(textwrap.fill(text, 60) for text in PARAGRAPHS)
    wide = "\n\n".join(textwrap.fill(text, 78) for text in reversed(PARAGRAPHS))
    documents = [narrow, *POSTS, wide]
    assert texts_of(documents, "\n\n") == documents


def test_posts_in_a_row_below_an_essay_and_a_blank_line_stay_out_of_it() -> None:
    posts = [
        "The ferry to Norddal was full of cyclists again. We counted forty helmets and one hat.",
        "A parcel came for the man who lived here in 1980. Inside was a tie, still in its paper.",
        "Rye bread, third attempt. The crust held, the middle did not, and the dog was glad of it.",
        "They have painted the swimming pool yellow. It looks as though somebody spilled custard.",
        "Found a map of the tram lines under the carpet. Half of the stops have never been built.",
        "My neighbour is learning the trombone. He says that it is the easy part of a marriage.",
    ]
    essay = "\n\n".join(("On sheds", *PARAGRAPHS))
    assert texts_of([essay, "\n".join(posts)], "\n\n") == [essay, *posts]
