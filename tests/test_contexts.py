"""What each template receives beside the site."""

import pytest

from sitegen.contexts import Contexts, group_by_month
from sitegen.languages import Wording, load_wording
from sitegen.models import TemplateArtifact, TemplateKind
from sitegen.views import Group, Pager, PageRef
from tests.digest import Digest, gather

ENGLISH = Wording("en", {})


def contexts(digest: Digest, page_size: int = 50) -> Contexts:
    outline = gather(digest.root).outline
    config = outline.basis.config.model_copy(update={"page_size": page_size})
    return Contexts(outline.site, outline.artifacts.values(), config, ENGLISH)


def artifact(
    kind: TemplateKind, page: str = "", topic: str = "", number: int = 1
) -> TemplateArtifact:
    return TemplateArtifact(
        address="x/", kind=kind, page=page, topic=topic, number=number, origin="x"
    )


def test_a_post_knows_its_neighbours_in_its_topic(digest: Digest) -> None:
    digest.post("a", id="a").post("b", id="b").post("c", id="c").post("z", id="z", topic="play")
    context = contexts(digest).of(artifact("post", page="b"))
    neighbours = [context["previous"], context["next"]]
    assert [getattr(page, "id", None) for page in neighbours] == ["a", "c"]


def test_a_post_that_a_topic_merely_shows_as_well_is_no_neighbour_in_it(digest: Digest) -> None:
    digest.post("a", id="a").post("guest", id="guest", topic="play", also="[craft]")
    assert contexts(digest).of(artifact("post", page="a"))["next"] is None


def test_an_essay_knows_the_newer_and_the_older(digest: Digest) -> None:
    for number in (1, 2, 3):
        digest.page(f"essays/{number}.md", "Text.", id=f"e{number}", date=f"2024-01-0{number}")
    context = contexts(digest).of(artifact("essay", page="e2"))
    assert [getattr(context[name], "id", None) for name in ("newer", "older")] == ["e3", "e1"]


def test_a_page_of_a_topic_knows_its_posts_and_its_neighbours(digest: Digest) -> None:
    for name in ("a", "b", "c", "d", "e"):
        digest.post(name, id=name)
    of = contexts(digest, page_size=2).of
    context = of(artifact("topic", topic="craft", number=2))
    assert context["pager"] == Pager(2, 3, "topics/craft/", "topics/craft/3/")
    assert context["posts"] == (PageRef("c"), PageRef("d"))
    last = of(artifact("topic", topic="craft", number=3))
    assert last["pager"] == Pager(3, 3, "topics/craft/2/", None)


def test_the_archive_has_the_newest_month_first_and_the_undated_last(digest: Digest) -> None:
    digest.post("none", id="none").post("may", id="may", date="2024-05-02")
    digest.post("april", id="april", date="2024-04-30").post("may-1", id="may-1", date="2024-05-01")
    outline = gather(digest.root).outline
    groups = group_by_month(outline.site.posts, outline.refs, ENGLISH)
    assert [(group.title, [page.id for page in group.pages]) for group in groups] == [
        ("May 2024", ["may", "may-1"]),
        ("April 2024", ["april"]),
        ("Without a date", ["none"]),
    ]


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("es", ["Mayo de 2024", "Sin fecha"]),
        ("ja", ["2024年5月", "日付なし"]),
        ("ar-EG", ["مايو ٢٠٢٤", "بلا تاريخ"]),
    ],
)
def test_the_archive_titles_its_months_in_the_language_of_the_digest(
    digest: Digest, language: str, titles: list[str]
) -> None:
    outline = gather(digest.post("none").post("may", date="2024-05-02").root).outline
    groups = group_by_month(outline.site.posts, outline.refs, load_wording(language, []))
    assert [group.title for group in groups] == titles


def test_an_archive_of_nothing_has_no_groups() -> None:
    assert group_by_month((), {}, ENGLISH) == ()
    assert Group("May 2024", ()).pages == ()
