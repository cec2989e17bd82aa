"""Merging topics by moving files: the warning contains each overwritten page."""

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


def warnings_of(digest: Digest) -> list[str]:
    assert digest.result
    return [str(warning) for warning in digest.result.warnings]


def move_all(source: Path, target: Path) -> None:
    for path in source.iterdir():
        path.replace(target / path.name)


@pytest.mark.parametrize("is_removed", [True, False])
def test_the_warning_contains_the_overwritten_page_of_a_topic(
    digest: Digest, topics: Path, *, is_removed: bool
) -> None:
    move_all(topics / "tea", topics / "bread")
    if is_removed:
        (topics / "tea").rmdir()
    (text,) = warnings_of(digest.build())
    assert str(topics / "bread/_index.md") in text
    assert "content/topics/tea/_index.md" in text
    assert "title: On bread" in text
    assert "All about bread." in text
    assert warnings_of(digest.build()) == []


def test_a_page_overwritten_by_a_copy_is_reported_too(digest: Digest, topics: Path) -> None:
    (topics / "bread/_index.md").write_bytes((topics / "tea/_index.md").read_bytes())
    (text,) = warnings_of(digest.build())
    assert "All about bread." in text


def test_merging_three_topics_reports_both_overwritten_pages(digest: Digest, topics: Path) -> None:
    digest.write("content/topics/milk/_index.md", "---\ntitle: On milk\n---\n\nAll about milk.\n")
    digest.post("a-milk", topic="milk").build()
    move_all(topics / "tea", topics / "bread")
    move_all(topics / "milk", topics / "bread")
    texts = "".join(warnings_of(digest.build()))
    assert "All about bread." in texts
    assert "All about tea." in texts
    assert "All about milk." not in texts


def test_renamed_swapped_edited_and_removed_pages_are_not_reported(
    digest: Digest, topics: Path
) -> None:
    (topics / "tea").rename(topics / "x")
    (topics / "bread").rename(topics / "tea")
    (topics / "x").rename(topics / "bread")
    assert warnings_of(digest.build()) == []
    (topics / "tea/_index.md").write_text("---\ntitle: Bread and tea\n---\n")
    assert warnings_of(digest.build()) == []
    (topics / "bread/_index.md").unlink()
    assert warnings_of(digest.build()) == []
    (topics / "tea").rename(topics / "milk")
    assert warnings_of(digest.build()) == []


def test_the_first_build_of_a_new_process_reports_overwritten_pages(
    digest: Digest, topics: Path
) -> None:
    digest.build().build()
    move_all(topics / "tea", topics / "bread")
    digest.write("content/topics/bread/broken.md", "---\ntitle: [\n---\n")
    assert "All about bread." in "".join(warnings_of(digest.build()))
