"""What each template receives beside the site."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Literal

import pytest

from sitegen.artifacts import TemplateArtifact, TemplateKind
from sitegen.content.archive import LIST_LENGTH
from sitegen.languages import Wording, load_wording
from sitegen.views.contexts import Contexts
from sitegen.views.template_records import Dump, Group, Listed, Pager, PageRef, Year
from tests.digest import Digest, collect

ENGLISH = Wording("en", {})


def contexts(digest: Digest, page_size: int = 50, wording: Wording = ENGLISH) -> Contexts:
    site_plan = collect(digest.root).site_plan
    config = replace(site_plan.inputs.config, page_size=page_size)
    return Contexts(site_plan.site, site_plan.artifacts.values(), config, wording)


def artifact(kind: TemplateKind, **what: Any) -> TemplateArtifact:
    return TemplateArtifact(address="x/", kind=kind, origin="x", **what)


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
    assert context["pager"] == Pager(2, 3, "topics/craft/", "topics/craft/3/", 3)
    assert context["posts"] == (PageRef("c"), PageRef("d"))
    first = of(artifact("topic", topic="craft"))
    assert first["pager"] == Pager(1, 3, None, "topics/craft/2/", 1, end="topics/craft/3/")
    last = of(artifact("topic", topic="craft", number=3))
    assert last["pager"] == Pager(3, 3, "topics/craft/2/", None, 5, start="topics/craft/")


def groups(digest: Digest, wording: Wording = ENGLISH) -> tuple[Group, ...]:
    found = contexts(digest, wording=wording).of(artifact("archive"))["groups"]
    assert isinstance(found, tuple)
    return found


def test_the_archive_has_the_newest_month_first_and_the_undated_last(digest: Digest) -> None:
    digest.post("none", id="none").post("may", id="may", date="2024-05-02")
    digest.post("april", id="april", date="2024-04-30").post("may-1", id="may-1", date="2024-05-01")
    assert [(group.title, [page.id for page in group.pages]) for group in groups(digest)] == [
        ("May 2024", ["may", "may-1"]),
        ("April 2024", ["april"]),
        ("Without a date", ["none"]),
    ]


def test_the_archive_groups_months_by_year(digest: Digest) -> None:
    digest.post("none").post("may", date="2024-05-02").post("april", date="2024-04-30")
    digest.post("old", date="2019-12-31")
    years = contexts(digest).of(artifact("archive"))["years"]
    assert isinstance(years, tuple)
    assert [(year.title, [group.title for group in year.groups]) for year in years] == [
        ("2024", ["May 2024", "April 2024"]),
        ("2019", ["December 2019"]),
        ("Without a date", ["Without a date"]),
    ]
    digest.build().shows("archive/", 'href="#year-2">2019<', '<h3 dir="auto"><a href="2019-12/')


def test_the_archive_leads_to_a_page_for_each_month(digest: Digest) -> None:
    digest.post("none").post("may", date="2024-05-02")
    assert [group.address for group in groups(digest)] == ["archive/2024-05/", None]


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
    digest.post("none").post("may", date="2024-05-02")
    assert [group.title for group in groups(digest, load_wording(language, []))] == titles


def test_an_archive_of_nothing_has_no_groups(digest: Digest) -> None:
    context = contexts(digest).of(artifact("archive"))
    assert context == {"groups": (), "months": (), "years": (), "authors": (), "tags": ()}


def test_the_archive_of_a_long_digest_lists_months_and_authors_with_their_counts(
    digest: Digest,
) -> None:
    for number in range(LIST_LENGTH):
        digest.post(f"p{number}", date="2024-05-02", author="Ann")
    assert len(groups(digest)) == 1
    context = contexts(digest.post("none")).of(artifact("archive"))
    may = Listed("May 2024", "archive/2024-05/", LIST_LENGTH)
    undated = Listed("Without a date", "archive/undated/", 1)
    assert context == {
        "groups": (),
        "months": (may, undated),
        "years": (Year("2024", (), (may,)), Year("Without a date", (), (undated,))),
        "authors": (Listed("Ann", "authors/ann/", LIST_LENGTH),),
        "tags": (),
    }


def test_a_month_knows_its_pages_and_the_months_next_to_it(digest: Digest) -> None:
    digest.page("essays/lamp.md", "A lamp.", id="lamp", date="2024-04-02")
    digest.post("april", id="april", date="2024-04-30").post("may", date="2024-05-01")
    context = contexts(digest).of(artifact("month", month="2024-04"))
    assert context == {
        "month": Listed("April 2024", "archive/2024-04/", 2),
        "newer": Listed("May 2024", "archive/2024-05/", 1),
        "older": None,
        "entries": (PageRef("april"), PageRef("lamp")),
        "pager": Pager(1, 1, None, None, 1),
    }


def test_an_author_s_page_has_the_essays_and_posts_the_newest_first(digest: Digest) -> None:
    digest.page("essays/lamp.md", "A lamp.", id="lamp", date="2024-04-02", author="Ann")
    digest.post("none", id="none", author="Ann")
    digest.post("new", id="new", author="Ann", date="2024-05-01").post("other", author="Bo")
    context = contexts(digest).of(artifact("author", author="ann"))
    assert context["author"] == Listed("Ann", "authors/ann/", 3)
    assert context["entries"] == (PageRef("new"), PageRef("lamp"), PageRef("none"))


def test_a_topic_and_an_author_know_their_feeds(digest: Digest) -> None:
    of = contexts(digest.post("one", author="Ann")).of
    kinds: tuple[tuple[Literal["topic", "author"], str], ...] = (
        ("topic", "craft"),
        ("author", "ann"),
    )
    for kind, slug in kinds:
        links = of(artifact(kind, **{kind: slug}))["feeds"]
        assert isinstance(links, tuple)
        assert [(link.title, link.type) for link in links] == [
            (f"{slug.title()} – Test digest (Atom)", "application/atom+xml"),
            (f"{slug.title()} – Test digest (JSON)", "application/feed+json"),
        ]


def test_the_page_about_the_digest_knows_the_dumps_and_from_when_to_when_it_is(
    digest: Digest,
) -> None:
    digest.page("essays/lamp.md", "A lamp.", dump="{file: b.txt, lines: [1, 2]}", author="Ann")
    digest.post("one", dump="{file: a.txt, lines: [1, 2]}", date="2024-05-02")
    digest.post("two", dump="{file: b.txt, lines: [4, 5]}", date="2021-01-01")
    context = contexts(digest).of(artifact("about-digest"))
    assert context == {
        "dumps": (Dump("a.txt", 1), Dump("b.txt", 2)),
        "authors": (Listed("Ann", "authors/ann/", 1),),
        "oldest": datetime(2021, 1, 1, tzinfo=UTC),
        "newest": datetime(2024, 5, 2, tzinfo=UTC),
    }
