"""Loading the site: what is shown, and in which order."""

from datetime import timedelta
from pathlib import Path

import pytest

from sitegen.errors import ContentError, GroupedError
from sitegen.models import Site
from tests.digest import NOW, Digest, load_site


def load(digest: Digest, *, drafts: bool = False) -> Site:
    return load_site(digest.root, drafts=drafts)


def post_slugs(site: Site) -> list[str]:
    return [post.slug for post in site.posts]


def test_hidden_pages_drafts_and_future_dates_are_left_out(digest: Digest) -> None:
    later = NOW + timedelta(days=1)
    digest.post("shown").post("gone", hidden="true").post("early", draft="true")
    digest.post("later", date=later.isoformat()).post("now", date=NOW.isoformat())
    assert sorted(post_slugs(load(digest))) == ["now", "shown"]


def test_drafts_and_the_future_are_shown_on_demand_but_hidden_pages_never(digest: Digest) -> None:
    digest.post("gone", hidden="true").post("early", draft="true").post("later", date="2099-01-01")
    assert sorted(post_slugs(load(digest, drafts=True))) == ["early", "later"]


def test_a_topic_shows_pinned_posts_first_then_the_newest_then_the_undated(digest: Digest) -> None:
    digest.post("old", date="2020-01-01").post("new", date="2024-01-01").post("a-none")
    digest.post("pinned", pinned="true")
    (topic,) = load(digest).topics
    assert topic.members == tuple(f"posts/{slug}/" for slug in ("pinned", "new", "old", "a-none"))


def test_posts_without_a_date_keep_the_order_of_the_dump(digest: Digest) -> None:
    digest.post("b", dump="{file: d.txt, lines: [2, 2]}")
    digest.post("a", dump="{file: d.txt, lines: [10, 10]}")
    assert post_slugs(load(digest)) == ["b", "a"]


def test_topics_are_in_the_editors_order(digest: Digest) -> None:
    for name, order in (("last", 3), ("first", 1), ("middle", 2)):
        digest.post("of-" + name, topic=name)
        digest.page(f"topics/{name}/_index.md", "", title=name.upper(), order=str(order))
    digest.post("other", topic="no-index-page")
    titles = [topic.title for topic in load(digest).topics]
    assert titles == ["FIRST", "MIDDLE", "LAST", "No index page"]


def test_a_topic_without_an_order_comes_before_everything_else(digest: Digest) -> None:
    digest.post("rest", topic="everything-else").post("own", topic="zoo")
    digest.page("topics/everything-else/_index.md", "", title="Everything else", order="1000")
    assert [topic.slug for topic in load(digest).topics] == ["zoo", "everything-else"]


def test_a_topic_without_posts_is_not_shown(digest: Digest) -> None:
    digest.page("topics/empty/_index.md", "", title="Empty")
    assert load(digest).topics == ()


def test_a_post_can_be_in_several_topics_but_is_once_in_the_site(digest: Digest) -> None:
    digest.post("both", also="[play]").post("other", topic="play")
    site = load(digest)
    assert {topic.slug: len(topic.members) for topic in site.topics} == {"craft": 1, "play": 2}
    assert sorted(post_slugs(site)) == ["both", "other"]


def test_a_further_topic_that_does_not_exist_is_pointed_out(digest: Digest) -> None:
    (warning,) = load(digest.post("a", also="[carft]")).warnings
    assert "“carft”" in str(warning)
    assert "did you mean “craft”?" in str(warning)


def test_a_warning_names_the_uses_of_a_renamed_topic(digest: Digest) -> None:
    digest.page("essays/on-lamps.md", "Lamps.", also="[technology]").post("a", topic="software")
    (warning,) = load(digest).warnings
    assert warning.path == digest.root / "content/essays/on-lamps.md"
    assert "if that was renamed, rename it here, too" in str(warning)


def test_one_broken_page_does_not_affect_other_pages(digest: Digest) -> None:
    site = load(digest.post("good").post("bad", pinned="maybe"))
    assert post_slugs(site) == ["good"]
    assert [problem.path for problem in site.problems] == [
        digest.root / "content/topics/craft/bad.md"
    ]


def test_two_pages_with_one_id_are_both_named(digest: Digest) -> None:
    digest.post("a", id="same").post("b", id="same")
    with pytest.raises(ContentError, match=r"craft/a\.md and content/topics/craft/b\.md"):
        load(digest)


def test_two_files_for_one_address_are_both_named(digest: Digest) -> None:
    digest.post("a").post("a", topic="play")
    with pytest.raises(ContentError, match=r"address /posts/a/: .*craft/a\.md and .*play/a\.md"):
        load(digest)


def test_ten_clashes_are_named_each_with_a_free_name_and_the_others_are_counted(
    digest: Digest,
) -> None:
    for number in range(10, 25):
        digest.post(f"p{number}").post(f"p{number}", topic="play", id=f"n{number}")
    digest.post("p10-play").post("copy", id="same").post("copy", topic="play", id="same")
    with pytest.raises(GroupedError) as caught:
        load(digest)
    first, *named, rest = caught.value.errors
    assert (len(named), rest.message) == (9, "and 6 more like these")
    assert "remove its line “id”" in (first.hint or "")
    assert "such as this one to p10-play-2.md; a post that is in both" in (named[0].hint or "")


def test_all_broken_pages_of_topics_are_named(digest: Digest) -> None:
    for topic in ("craft", "play"):
        digest.post(topic, topic=topic).page(f"topics/{topic}/_index.md", "Text.", pinned="maybe")
    with pytest.raises(GroupedError) as caught:
        load(digest)
    assert [error.place for error in caught.value.errors] == [
        f"{digest.root}/content/topics/{topic}/_index.md:2" for topic in ("craft", "play")
    ]


@pytest.mark.parametrize("line", [{"hidden": "true"}, {"draft": "true"}, {"date": "2099-01-01"}])
def test_the_front_page_is_always_shown(digest: Digest, line: dict[str, str]) -> None:
    assert load(digest.page("index.md", "Welcome.", title="Spring", **line)).front.title == "Spring"


@pytest.mark.parametrize("name", ["index.md", "topics/craft/_index.md"])
def test_a_broken_page_that_others_show_stops_the_build(digest: Digest, name: str) -> None:
    with pytest.raises(ContentError, match="“pinned” must be true or false"):
        load(digest.post("a").page(name, "Text.", pinned="maybe"))


def test_a_hidden_topic_hides_its_posts_and_its_name(digest: Digest) -> None:
    digest.post("a").post("b", topic="play", also="craft")
    digest.page("topics/craft/_index.md", "", hidden="true")
    site = load(digest)
    assert (post_slugs(site), site.warnings) == (["b"], ())
    assert [topic.slug for topic in site.topics] == ["play"]


def test_a_topic_that_is_a_draft_is_shown_on_demand_with_its_posts(digest: Digest) -> None:
    digest.post("a").page("topics/craft/_index.md", "", draft="true")
    assert post_slugs(load(digest)) == []
    assert post_slugs(load(digest, drafts=True)) == ["a"]


def test_a_page_in_the_wrong_folder_does_not_affect_other_pages(digest: Digest) -> None:
    site = load(digest.post("good").page("essays/_index.md", "Text."))
    assert (post_slugs(site), len(site.problems)) == (["good"], 1)


def test_media_are_gathered_without_dot_files(digest: Digest) -> None:
    digest.write("content/media/a/b.svg", "<svg/>").write("content/media/.DS_Store", "")
    assert [str(path) for path in load(digest).copies] == ["media/a/b.svg"]


def test_a_digest_without_a_front_page_has_an_empty_one(digest: Digest) -> None:
    assert load(digest.remove("content/index.md")).front.body == ""


def test_a_digest_without_content_says_how_to_bring_some(tmp_path: Path) -> None:
    (tmp_path / "sitegen.toml").touch()
    with pytest.raises(ContentError, match="sitegen import FILE"):
        load_site(tmp_path)


@pytest.mark.parametrize(
    ("header", "line", "column"),
    [
        ("also: [bread, craf]", 2, 15),
        ("title: craf\nalso:\n  - bread\n  - craf", 5, 5),
        ("also: craf", 2, 7),
    ],
)
def test_a_further_topic_that_is_not_there_is_named_with_its_line_and_the_nearest(
    digest: Digest, header: str, line: int, column: int
) -> None:
    digest.post("a").post("b", topic="bread")
    digest.write("content/topics/bread/c.md", f"---\n{header}\n---\n\nText.\n")
    (warning,) = load(digest).warnings
    assert (warning.line, warning.column) == (line, column)
    assert warning.hint == "did you mean “craft”?"


def test_posts_with_an_order_come_before_others_after_pinned_ones(digest: Digest) -> None:
    digest.post("newest", date="2024-05-09").post("second", order="2").post("first", order="-1")
    topic = load(digest.post("pinned", pinned="true")).topics[0]
    assert topic.members == tuple(
        f"posts/{slug}/" for slug in ("pinned", "first", "second", "newest")
    )


def test_the_front_page_leads_with_the_essay_that_the_editor_chose(digest: Digest) -> None:
    digest.page("essays/new.md", "Text.", date="2024-05-09", pinned="true")
    site = load(digest.page("essays/old.md", "Text.", date="2020-01-01", lead="true"))
    assert [essay.slug for essay in site.essays] == ["old", "new"]


def test_where_no_topic_is_near_all_are_listed(digest: Digest) -> None:
    digest.post("a").post("b", topic="bread", also="zoo")
    (warning,) = load(digest).warnings
    assert "Topics: bread, craft" in str(warning.hint)
