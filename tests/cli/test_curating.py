"""Curating in the terminal: ``topics``, ``move``, ``merge``, ``undo`` and ``redo``."""

import json
import subprocess

from tests.command_line import sitegen
from tests.curation.acting import content_of, fill
from tests.digest import Digest


def run(digest: Digest, *words: str) -> subprocess.CompletedProcess[str]:
    return sitegen(digest.root, *words)


def test_topics_are_listed_with_their_counts(digest: Digest) -> None:
    assert json.loads(run(fill(digest), "topics", "--json").stdout) == [
        {"slug": "craft", "title": "Craft", "posts": 3},
        {"slug": "birds", "title": "Birds", "posts": 2},
        {"slug": "trams", "title": "Trams", "posts": 1},
    ]
    assert "     3  craft  Craft\n" in run(digest, "topics").stdout


def test_posts_are_moved_by_file_address_or_words_and_moved_back(digest: Digest) -> None:
    before = content_of(fill(digest).root)
    for post in ("content/topics/craft/lamp.md", "/posts/chair/", "on the glue"):
        assert run(digest, "move", post, "Trams").returncode == 0
    assert {path.name for path in (digest.root / "content/topics/trams").iterdir()} == {
        *("lamp.md", "chair.md", "glue.md", "tram.md")
    }
    assert run(digest, "undo", "--list").stdout.count("to Trams") == 3
    for _ in range(3):
        assert "back: sitegen redo" in run(digest, "undo").stdout
    assert content_of(digest.root) == before
    assert "to Trams" in run(digest, "redo").stdout


def test_a_merged_topic_keeps_posts_introductions_and_its_address(digest: Digest) -> None:
    assert run(fill(digest), "merge", "birds", "craft").returncode == 0
    page = (digest.root / "content/topics/craft/_index.md").read_text()
    assert "On craft.\n\nOn birds." in page
    assert "aliases: [topics/birds/]" in page
    assert not (digest.root / "content/topics/birds").exists()
    digest.build().has("posts/gull/index.html", "posts/owl/index.html")


def test_words_that_mean_no_post_or_several_are_refused(digest: Digest) -> None:
    none = run(fill(digest), "move", "nowhere", "birds")
    assert (none.returncode, "there is no post “nowhere”" in none.stderr) == (2, True)
    several = run(digest, "move", "On the", "birds")
    assert several.returncode == 2
    assert "topics/craft/lamp.md" in several.stderr
    assert "Traceback" not in several.stderr


def test_a_move_without_a_topic_says_what_is_missing(digest: Digest) -> None:
    alone = run(fill(digest), "move", "gull")
    assert (alone.returncode, "only “gull” was given" in alone.stderr) == (2, True)


def test_a_merge_without_its_target_says_what_is_missing(digest: Digest) -> None:
    alone = run(fill(digest), "merge", "birds")
    assert (alone.returncode, "only “birds” was given" in alone.stderr) == (2, True)


def test_a_topic_that_does_not_exist_is_refused_with_the_one_that_was_meant(digest: Digest) -> None:
    fill(digest)
    for name, hint in (
        ("bir", "did you mean “Birds”?"),
        ("craff", "did you mean “Craft”?"),
        ("r", "sitegen topics lists those that exist"),
        (" ", "sitegen topics lists those that exist"),
    ):
        refused = run(digest, "merge", name, "trams")
        assert (refused.returncode, hint in refused.stderr) == (2, True), name


def test_no_topic_is_made_of_the_name_of_a_post(digest: Digest) -> None:
    before = content_of(fill(digest).root)
    for name in ("gull", "content/topics/birds/gull.md", "/posts/gull/", "long"):
        refused = run(digest, "move", "lamp", name)
        kind = "an essay" if name == "long" else "a post"
        assert (refused.returncode, f"“{name}” is {kind}" in refused.stderr) == (2, True)
    assert content_of(digest.root) == before
    assert run(digest, "move", "lamp", "On").returncode == 0
