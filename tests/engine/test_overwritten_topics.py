"""Merging topics by moving files: what is overwritten is given back."""

from pathlib import Path

import pytest

from tests.digest import Digest


@pytest.fixture
def topics(digest: Digest) -> Path:
    """Two topics with a page and a post each, built."""
    for slug in ("tea", "bread"):
        text = f"---\ntitle: On {slug}\n---\n\nAll about {slug}.\n"
        digest.write(f"content/topics/{slug}/_index.md", text).post(f"a-{slug}", topic=slug)
    digest.build()
    return digest.root / "content/topics"


def told(digest: Digest) -> list[str]:
    assert digest.result
    return [str(warning) for warning in digest.result.warnings]


def move_all(source: Path, target: Path) -> None:
    for path in source.iterdir():
        path.replace(target / path.name)


@pytest.mark.parametrize("is_removed", [True, False])
def test_an_overwritten_page_of_a_topic_is_named_and_given_back(
    digest: Digest, topics: Path, *, is_removed: bool
) -> None:
    move_all(topics / "tea", topics / "bread")
    if is_removed:
        (topics / "tea").rmdir()
    (text,) = told(digest.build())
    assert str(topics / "bread/_index.md") in text
    assert "content/topics/tea/_index.md" in text
    assert "title: On bread" in text
    assert "All about bread." in text
    assert told(digest.build()) == []


def test_also_where_it_was_copied_over(digest: Digest, topics: Path) -> None:
    (topics / "bread/_index.md").write_bytes((topics / "tea/_index.md").read_bytes())
    (text,) = told(digest.build())
    assert "All about bread." in text


def test_of_three_merged_topics_both_lost_pages_are_given_back(
    digest: Digest, topics: Path
) -> None:
    digest.write("content/topics/milk/_index.md", "---\ntitle: On milk\n---\n\nAll about milk.\n")
    digest.post("a-milk", topic="milk").build()
    move_all(topics / "tea", topics / "bread")
    move_all(topics / "milk", topics / "bread")
    texts = "".join(told(digest.build()))
    assert "All about bread." in texts
    assert "All about tea." in texts
    assert "All about milk." not in texts


def test_renamed_swapped_edited_and_removed_pages_are_nothing_to_tell_of(
    digest: Digest, topics: Path
) -> None:
    (topics / "tea").rename(topics / "x")
    (topics / "bread").rename(topics / "tea")
    (topics / "x").rename(topics / "bread")
    assert told(digest.build()) == []
    (topics / "tea/_index.md").write_text("---\ntitle: Bread and tea\n---\n")
    assert told(digest.build()) == []
    (topics / "bread/_index.md").unlink()
    assert told(digest.build()) == []
    (topics / "tea").rename(topics / "milk")
    assert told(digest.build()) == []


def test_the_first_build_of_another_process_knows_what_was_lost(
    digest: Digest, topics: Path
) -> None:
    digest.build().build()
    move_all(topics / "tea", topics / "bread")
    digest.write("content/topics/bread/broken.md", "---\ntitle: [\n---\n")
    assert "All about bread." in "".join(told(digest.build()))
