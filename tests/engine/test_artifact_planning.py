"""What stands at which address."""

from pathlib import PurePosixPath

import pytest

from sitegen.artifacts import Artifact, TemplateArtifact
from sitegen.configuration.file import load_config
from sitegen.content.archive import LIST_LENGTH
from sitegen.engine.artifact_planning import plan_artifacts
from sitegen.errors import ContentError
from sitegen.themes.loading import load_theme, read_templates, static_files
from tests.digest import CONFIG, Digest, load_site

FORMATS = ("xml", "json")


def plan(digest: Digest) -> dict[str, Artifact]:
    config = load_config(digest.root)
    theme = load_theme(config)
    artifacts = plan_artifacts(
        load_site(digest.root), config, theme, read_templates(theme), static_files(theme)
    )
    return {artifact.address: artifact for artifact in artifacts}


def test_every_page_and_topic_has_its_address(digest: Digest) -> None:
    digest.page("essays/lamp.md", "A lamp.").page("about.md", "Who.").post("one")
    kinds = {
        address: artifact.kind
        for address, artifact in plan(digest).items()
        if isinstance(artifact, TemplateArtifact)
    }
    assert kinds == {
        "": "front",
        "essays/lamp/": "essay",
        "topics/craft/": "topic",
        "posts/one/": "post",
        "about/": "page",
        "archive/": "archive",
        "about-this-digest/": "about-digest",
        "404.html": "not-found",
    }


def test_a_topic_has_as_many_pages_as_its_posts_fill(digest: Digest) -> None:
    digest.write("sitegen.toml", "page_size = 2\n")
    for name in ("a", "b", "c"):
        digest.post(name)
    assert {"topics/craft/", "topics/craft/2/"} <= set(plan(digest))
    assert "topics/craft/3/" not in plan(digest)


def test_feeds_and_the_sitemap_are_planned_where_the_sites_address_is_known(digest: Digest) -> None:
    feeds = {"feed.xml", "feed.json", "sitemap.xml"}
    assert feeds <= set(plan(digest))
    assert not feeds & set(plan(digest.write("sitegen.toml", "")))


def test_media_and_static_files_are_copied_from_where_they_stand(digest: Digest) -> None:
    digest.write("content/media/a.svg", "<svg/>").write("themes/default/static/x.css", "x")
    digest.write("sitegen.toml", 'theme = "mine"\n').write("themes/mine/static/own.css", "own")
    found = plan(digest.write("themes/mine/theme.toml", 'extends = ""\n'))
    assert found["media/a.svg"].origin == digest.root / "content/media/a.svg"
    assert PurePosixPath(found["static/own.css"].origin).name == "own.css"
    assert "static/x.css" not in found


def test_the_archives_address_is_taken(digest: Digest) -> None:
    with pytest.raises(ContentError, match=r"sitegen itself and .*archive\.md"):
        plan(digest.page("archive.md", "Mine."))


def test_each_month_and_each_author_has_its_address(digest: Digest) -> None:
    digest.post("may", date="2024-05-02", author="Ann Oak").post("none", author="'@bee'")
    assert {"archive/2024-05/", "authors/ann-oak/", "authors/bee/"} <= set(plan(digest))
    assert "archive/undated/" not in plan(digest)


def test_in_a_long_digest_what_has_no_date_has_its_own_pages(digest: Digest) -> None:
    fill(digest, LIST_LENGTH + 1)
    assert {"archive/undated/", "archive/undated/2/"} <= set(plan(digest))


def test_an_author_of_more_than_a_page_has_further_ones(digest: Digest) -> None:
    fill(digest, LIST_LENGTH + 1, author="Ann")
    assert {"authors/ann/", "authors/ann/2/"} <= set(plan(digest))


def test_each_topic_and_each_author_has_its_feeds(digest: Digest) -> None:
    feeds = {f"{of}/feed.{kind}" for of in ("topics/craft", "authors/ann") for kind in FORMATS}
    assert feeds <= set(plan(digest.post("one", author="Ann")))
    assert not feeds & set(plan(digest.write("sitegen.toml", "")))


def test_a_theme_without_a_template_for_them_has_no_such_pages(digest: Digest) -> None:
    digest.write("sitegen.toml", f'{CONFIG}theme = "mine"\n')
    digest.write("themes/mine/theme.toml", 'extends = ""\n')
    digest.write("themes/mine/templates/month.html", "A month.")
    found = plan(digest.post("one", author="Ann", date="2024-05-02"))
    assert "archive/2024-05/" in found
    assert not {"about-this-digest/", "authors/ann/", "authors/ann/feed.xml"} & set(found)


@pytest.mark.parametrize("name", ["archive/2024-05", "authors/ann", "about-this-digest"])
def test_a_page_may_not_take_the_address_of_what_is_made_for_it(digest: Digest, name: str) -> None:
    digest.post("one", author="Ann", date="2024-05-02")
    with pytest.raises(ContentError, match=rf"sitegen itself and .*{name}\.md"):
        plan(digest.page(f"{name}.md", "Mine."))


def test_a_page_that_has_the_address_of_a_feed_is_refused(digest: Digest) -> None:
    with pytest.raises(ContentError, match=r"authors/ann/feed\.xml"):
        plan(digest.post("one", author="Ann").page("authors/ann/feed.xml.md", "Mine."))


def fill(digest: Digest, count: int, **header: str) -> None:
    for number in range(count):
        digest.post(f"p{number}", **header)
