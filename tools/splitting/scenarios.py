"""Small dumps with what tests expect: titles, notes, quotations, lists, threads, wrapped essays."""

import textwrap
from collections.abc import Iterator, Sequence

from benchmarks.splitting import Case
from tests.readers.test_essay_parts import PARAGRAPHS, POSTS

_INSET = (
    "> A house is a machine, he used to say, and this is where you go to switch it off.",
    "There are three rules:",
    "- no telephone",
    "- no visitors",
    "- the kettle is filled by whoever empties it",
)
_NOTES = (
    "Notes",
    "[1] My uncle would have said that it was never a shed.",
    "[2] The kettle is a Swan, from about 1960.",
)
_ROW = (
    "The lift is out of order again. We are all on first names with the stairs by now.",
    "A cat has moved into the print shop. It sleeps on the proofs and nobody dares to correct it.",
    "Tried the new bakery by the canal. The rolls are fine, the queue is a social event.",
    "Somebody painted the bench blue in the night. It suits the bench better than it suits me.",
    "Second attempt at the shelf. It is level now, and the wall turns out not to be.",
)
_CODE = "```\n@shed_status\nopen the door\n\nRT @shed: closed\n```"
_QUOTES = (
    "> A garden is never finished, only put to bed.\n\nI love this. True of sheds as well.",
    "> Nobody has ever read the manual of a kettle.\n\nI have, and it was worth every page.",
    "> The bus is late because it is early for the next one.\n\nThis is how I plan my weeks.",
)


def make_scenarios() -> Iterator[Case]:
    """The dumps."""
    for place in (0, 3, 6):
        for gap in "\n", "\n\n":
            essays = (
                PARAGRAPHS,
                ("What a shed is really for", *PARAGRAPHS),
                ("What a shed is for", "On sitting still in a small room", *PARAGRAPHS),
                ("On Sheds", *PARAGRAPHS, *_NOTES),
                ("On Sheds", *PARAGRAPHS[:2], *_INSET, *PARAGRAPHS[2:]),
                ("On Sheds", *PARAGRAPHS[:2], _CODE, *PARAGRAPHS[2:]),
            )
            for essay in essays:
                yield _case([*POSTS[:place], gap.join(essay), *POSTS[place:]])
    for essay in essays[0], essays[2], essays[3]:
        row = "\n".join(_ROW)
        documents = (("essay", "\n\n".join(essay)), *(("post", text) for text in _ROW))
        yield Case("scenario", f"{documents[0][1]}\n\n{row}", documents)
    for mark in ("·", "▪", "★", "🔹", "✨"):
        items = ("salt", "string", "a second, better torch", "the good tent pegs")
        packing = "\n".join(("Packing, so far:", *(f"{mark} {item}" for item in items)))
        yield _case([*POSTS[:2], packing, *POSTS[2:]])
    rules = "Three things about geese:\n1. They know\n2. They remember\n3. They tell the others"
    bus = "7. is the only bus that goes past the lido, and it has not come for an hour"
    yield _case([*POSTS[:2], rules, bus, *POSTS[2:]])
    yield _case(["@a one post", "@b another post"])
    yield _case(["@ann see you there", "@ben see you later", "@cy not today"])
    thread = [f"So it {word} ({number}/3)" for number, word in enumerate(("goes", "went", "is"), 1)]
    yield _case([*POSTS[:2], *thread, *POSTS[2:]])
    yield _case([_QUOTES[0], POSTS[0], *_QUOTES[1:], POSTS[1]])
    for narrow, wide in ((60, 78), (66, 72)):
        first = "\n\n".join(textwrap.fill(text, narrow) for text in PARAGRAPHS)
        last = "\n\n".join(textwrap.fill(text, wide) for text in reversed(PARAGRAPHS))
        yield _case([first, *POSTS, last], "\n\n")
        yield _case([first, *POSTS])


def _case(documents: Sequence[str], separator: str = "\n") -> Case:
    labelled = tuple(("essay" if len(text) > 700 else "post", text) for text in documents)
    return Case("scenario", separator.join(documents), labelled)
