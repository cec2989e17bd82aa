"""The second half of a split post stands directly after the first, and is as private."""

from itertools import pairwise

import pytest

from sitegen.content.reading_order import order_threads
from sitegen.curation.acts import Delete, Join, Move, Shift, Split
from sitegen.curation.curator import Curator
from sitegen.models import Page
from tests.curation.acting import content_of, curator_of, library_of
from tests.digest import Digest

WORDS = "Zebras graze.\n\nMice sleep.\n\nAnts build."
MICE, ANTS = WORDS.index("Mice"), WORDS.index("Ants")
HEADERS: list[dict[str, str]] = [
    {},
    {"added": "2024-05-01T08:00:00Z"},
    {"date": "2024-05-01"},
    {"date": "2024-05-01T08:00:00Z", "dump": "{file: blog.xml}"},
    {"dump": "{file: notes.txt, lines: [4, 8]}"},
    {"dump": "{file: notes.txt, lines: [4, 4], markdown: true}", "order": "3"},
    {"pinned": "true"},
]


def first_words(digest: Digest) -> list[str]:
    """The first words of the posts of the topic, in its order."""
    library = library_of(digest)
    return [page.body.split()[0] for page in library.members("craft")]


def fill(digest: Digest, header: dict[str, str]) -> Curator:
    """Three posts of one kind, of which the second is the one that is split."""
    for name, text in (("a", "Apes."), ("n", WORDS), ("z", "Yaks.")):
        digest.post(name, text, id=name, **header)
    return curator_of(digest)


@pytest.mark.parametrize("header", HEADERS, ids=str)
def test_each_half_stands_after_the_one_before_whichever_is_split(
    digest: Digest, header: dict[str, str]
) -> None:
    curator = fill(digest, header)
    for cuts in ((MICE, "Mice", ANTS - MICE), (ANTS, "Zebras", MICE)):
        curator.do(Split("n", cuts[0]))
        (half,) = (
            page.id for page in library_of(digest).pages.values() if page.body.startswith(cuts[1])
        )
        curator.do(Split(half, cuts[2]))
        parted, files = first_words(digest), content_of(digest.root)
        assert parted == ["Apes.", "Zebras", "Mice", "Ants", "Yaks."]
        curator.undo()
        curator.redo()
        assert content_of(digest.root) == files
        curator.undo()
        curator.undo()
        assert first_words(digest) == ["Apes.", "Zebras", "Yaks."]


def test_halves_stay_in_order_when_others_are_moved_joined_or_deleted(digest: Digest) -> None:
    curator = fill(digest, {"date": "2024-05-01"})
    curator.do(Split("n", MICE))
    _, _, mice, _ = library_of(digest).members("craft")
    curator.do(Split(mice.id, ANTS - MICE))
    ants = library_of(digest).members("craft")[3]
    for act in (Delete((mice.id,)), Move((mice.id,), "mice")):
        curator.do(act)
        assert first_words(digest) == ["Apes.", "Zebras", "Ants", "Yaks."]
        curator.undo()
    curator.do(Join(mice.id, "n"))
    assert library_of(digest).page(ants.id).follows == "n"
    curator.do(Join(ants.id, "n"))
    assert library_of(digest).page("n").body.strip() == WORDS
    curator.undo()
    curator.do(Join("n", ants.id))
    assert library_of(digest).page(ants.id).follows is None


def test_a_half_that_is_moved_up_stands_where_the_editor_put_it(digest: Digest) -> None:
    curator = fill(digest, {})
    curator.do(Split("n", MICE))
    curator.do(Shift(library_of(digest).members("craft")[2].id, -1))
    assert first_words(digest) == ["Apes.", "Mice", "Zebras", "Yaks."]


@pytest.mark.parametrize("key", ["hidden: true", "draft: true", "visibility: private"])
def test_the_second_half_of_a_text_that_is_not_public_is_not_either(
    digest: Digest, key: str
) -> None:
    name, value = key.split(": ")
    curator = fill(digest, {name: value})
    curator.do(Split("n", MICE))
    halves = [page for page in library_of(digest).pages.values() if page.kind == "post"]
    assert len(halves) == 4
    assert all(page.hidden or page.draft for page in halves)


def test_a_text_that_is_cut_again_and_again_stays_in_order() -> None:
    count = 1200  # more than Python calls within each other
    names = [f"n{(7 * n) % count:04}" for n in range(count)]
    posts = {
        name: Page(
            path=f"topics/craft/{name}.md", kind="post", slug=name, address=f"posts/{name}/",
            body="It burns.", body_line=1, id=name, follows=before or None,
        )
        for before, name in pairwise(("", *names))
    }  # fmt: skip
    threads = order_threads([(post,) for post in posts.values()], posts)
    assert [thread[0].id for thread in threads] == names
    posts["n0000"] = posts["n0000"]._replace(follows=names[-1])
    assert len(order_threads([(post,) for post in posts.values()], posts)) == count
