"""The benchmark that finds built-in topics which draw posts of others."""

from pathlib import Path

import pytest

from benchmarks import topic_posts, topic_sinks
from sitegen.topics.subjects import built_in_subjects

LINES = (
    "Bees\tThe hive swarmed on to the letter box.",
    "Bees\tTwo stings before breakfast.",
    "Insects and bees\tThe queen has left the beehive.",
    "no tab in this line",
    "Dogs\tA honeybee in the beehive made honey.",
)


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "posts.tsv").write_text("\n".join(LINES), encoding="utf-8")
    (tmp_path / "renamed.toml").write_text('"Bees" = "Insects and bees"\n', encoding="utf-8")
    monkeypatch.setattr(topic_posts, "RENAMED", tmp_path / "renamed.toml")
    return tmp_path / "posts.tsv"


def test_odd_lines_are_developed_with_and_renamed_topics_are_known(posts: Path) -> None:
    odd, even = topic_posts.read_posts(posts), topic_posts.read_posts(posts, even=True)
    assert [title for title, _ in odd] == ["Insects and bees", "Insects and bees", "Dogs"]
    assert even == [("Insects and bees", "Two stings before breakfast.")]


def test_a_topic_that_draws_a_post_of_another_is_printed(
    posts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topic_sinks.print_sinks(posts, "off")
    printed = capsys.readouterr().out
    assert "3 posts, right first 66.7%" in printed
    assert "  1 drawn, 2 own  Insects and bees: Dogs 1" in printed


def test_without_the_posts_nothing_is_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    topic_sinks.print_sinks(tmp_path / "none.tsv", "off")
    assert "sinks are not measured" in capsys.readouterr().out


def test_every_renamed_topic_exists() -> None:
    if not topic_posts.POSTS.exists():
        pytest.skip("there are no posts")
    titles = {subject.topic.title for subject in built_in_subjects()}
    posts = topic_posts.read_posts(topic_posts.POSTS, even=True)
    assert {title for title, _ in posts} <= titles
