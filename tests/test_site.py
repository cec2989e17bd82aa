"""Loading the site: what is shown, and in which order."""

from datetime import timedelta
from pathlib import Path

import pytest

from sitegen.config import load_config
from sitegen.errors import ContentError
from sitegen.models import Site
from sitegen.site import load_site
from tests.digest import NOW, Digest


def load(digest: Digest, *, drafts: bool = False) -> Site:
    return load_site(load_config(digest.root), now=NOW, drafts=drafts)


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
    assert topic.members == tuple(
        f"topics/work/{slug}.md" for slug in ("pinned", "new", "old", "a-none")
    )


def test_posts_without_a_date_stand_as_they_stood_in_the_dump(digest: Digest) -> None:
    digest.post("b", dump="{file: d.txt, lines: [2, 2]}")
    digest.post("a", dump="{file: d.txt, lines: [10, 10]}")
    assert post_slugs(load(digest)) == ["b", "a"]


def test_topics_stand_in_the_editors_order(digest: Digest) -> None:
    for name, order in (("last", 3), ("first", 1), ("middle", 2)):
        digest.post("of-" + name, topic=name)
        digest.page(f"topics/{name}/_index.md", "", title=name.upper(), order=str(order))
    digest.post("other", topic="no-index-page")
    titles = [topic.title for topic in load(digest).topics]
    assert titles == ["FIRST", "MIDDLE", "LAST", "No index page"]


def test_a_topic_without_posts_is_not_shown(digest: Digest) -> None:
    digest.page("topics/empty/_index.md", "", title="Empty")
    assert load(digest).topics == ()


def test_a_post_stands_in_further_topics_as_well_but_once_in_the_site(digest: Digest) -> None:
    digest.post("both", also="[play]").post("other", topic="play")
    site = load(digest)
    assert {topic.slug: len(topic.members) for topic in site.topics} == {"work": 1, "play": 2}
    assert sorted(post_slugs(site)) == ["both", "other"]


def test_a_further_topic_that_does_not_exist_is_pointed_out(digest: Digest) -> None:
    (warning,) = load(digest.post("a", also="[wrok]")).warnings
    assert "“wrok”" in str(warning)
    assert "did you mean “work”?" in str(warning)


def test_one_broken_page_costs_only_that_page(digest: Digest) -> None:
    site = load(digest.post("good").post("bad", pinned="maybe"))
    assert post_slugs(site) == ["good"]
    assert [problem.path for problem in site.problems] == [
        digest.root / "content/topics/work/bad.md"
    ]


def test_two_pages_with_one_id_are_both_named(digest: Digest) -> None:
    digest.post("a", id="same").post("b", id="same")
    with pytest.raises(ContentError, match=r"work/a\.md and content/topics/work/b\.md"):
        load(digest)


def test_media_are_gathered_without_dot_files(digest: Digest) -> None:
    digest.write("content/media/a/b.svg", "<svg/>").write("content/media/.DS_Store", "")
    assert [str(path) for path in load(digest).media] == ["media/a/b.svg"]


def test_a_digest_without_a_front_page_has_an_empty_one(digest: Digest) -> None:
    assert load(digest.remove("content/index.md")).front.body == ""


def test_a_digest_without_content_says_how_to_bring_some(tmp_path: Path) -> None:
    (tmp_path / "sitegen.toml").touch()
    with pytest.raises(ContentError, match="sitegen import FILE"):
        load_site(load_config(tmp_path), now=NOW)
