"""What stands at which address."""

from pathlib import PurePosixPath

import pytest

from sitegen.config import load_config
from sitegen.errors import ContentError
from sitegen.models import Artifact, TemplateArtifact
from sitegen.planning import plan_artifacts
from sitegen.themes import load_theme, static_files
from tests.digest import Digest, load_site


def plan(digest: Digest) -> dict[str, Artifact]:
    config = load_config(digest.root)
    theme = load_theme(config)
    artifacts = plan_artifacts(load_site(digest.root), config, theme, static_files(theme))
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
