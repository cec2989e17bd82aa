"""Editions over time: what each of them shows, and how one is closed."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitegen.curation.acts import CloseEdition
from sitegen.curation.curator import Curator
from sitegen.curation.library import read_library
from sitegen.errors import UsageError
from tests.clean_build import build as build_from_scratch
from tests.clean_build import digests
from tests.digest import NOW, Digest


@pytest.fixture
def digest(tmp_path: Path) -> Digest:
    """A digest with a closed edition and a current one."""
    return (
        Digest(tmp_path)
        .page("editions/2024-04.md", "What April was.", title="April 2024", date="2024-04-30")
        .post("old", "Glue a chair.", edition="2024-04")
        .post("new", "Mend a kettle.")
        .post("loaf", "Bake a loaf.", topic="bread", edition="2024-04")
        .page("essays/lamp.md", "On lamps.", title="Lamps", edition="2024-04")
        .page("essays/rain.md", "On rain.", title="Rain")
    )


def test_the_front_page_shows_the_current_edition(digest: Digest) -> None:
    digest.build().shows("", "Mend a kettle.", "Rain", "Earlier editions")
    for closed in ("Glue a chair.", "Bake a loaf.", "On lamps."):
        assert closed not in digest.html("")


def test_a_closed_edition_keeps_its_front_page(digest: Digest) -> None:
    address = "editions/2024-04/"
    digest.build().shows(address, "What April was.", "Glue a chair.", "Bake a loaf.", "Lamps")
    assert "Mend a kettle." not in digest.html(address)
    assert "Rain" not in digest.html(address)


def test_topics_show_every_edition(digest: Digest) -> None:
    digest.build().shows("topics/craft/", "Glue a chair.", "Mend a kettle.")


def test_closed_editions_are_listed_with_a_feed(digest: Digest) -> None:
    digest.build().shows("editions/", "April 2024", "feed.xml").shows("archive/", "April 2024")
    feed = digest.html("editions/feed.xml")
    assert feed.count("<entry") == 1
    assert "What April was." in feed
    assert "editions/2024-04/" in digest.html("sitemap.xml")


def test_without_anything_new_the_front_page_shows_the_last_closed_edition(digest: Digest) -> None:
    digest.remove("content/topics/craft/new.md").remove("content/essays/rain.md")
    digest.build().shows("", "Glue a chair.", "Lamps")


def test_editions_of_one_month_are_ordered_by_their_numbers(digest: Digest) -> None:
    for number in (2, 10):
        name = f"editions/2024-04-{number}.md"
        digest.page(name, "More.", title=f"Number {number}", date="2024-04-30")
    order = digest.build().html("editions/")
    assert order.index("Number 10") < order.index("Number 2") < order.index(">April 2024<")


def test_an_edition_without_a_page_is_named_and_counts_as_the_current_one(digest: Digest) -> None:
    digest.post("stray", "Sew a button.", edition="2023-01").post("thread", edition="2023-01")
    digest.build().shows("", "Sew a button.")
    assert digest.result
    (warning,) = digest.result.warnings
    assert str(warning).startswith(str(digest.root / "content/topics/craft/stray.md"))
    assert "there is no edition “2023-01”, so this and 1 more are in" in warning.message


def test_an_edition_that_is_held_back_takes_its_posts_off_the_front_page(digest: Digest) -> None:
    text = "---\ntitle: April 2024\ndraft: true\n---\n"
    digest.write("content/editions/2024-04.md", text).build()
    assert "Glue a chair." not in digest.html("")
    assert not (digest.root / "output/editions").exists()


def test_changes_of_editions_are_built_like_from_scratch(digest: Digest, tmp_path: Path) -> None:
    digest.build().post("new", "Mend a kettle.", edition="2024-04").build()
    digest.remove("content/editions/2024-04.md").build()
    copy = tmp_path.parent / "copy"
    shutil.copytree(digest.root, copy, ignore=shutil.ignore_patterns("output", ".sitegen"))
    assert digests(digest.root / "output") == build_from_scratch(copy)


def test_closing_moves_the_introduction_and_marks_what_is_published(digest: Digest) -> None:
    digest.post("later", "Not yet.", draft="true")
    before = _texts(digest.root)
    curator = _curator(digest.root)
    curator.do(CloseEdition("2024-06", "June 2024", NOW))
    page = (digest.root / "content/editions/2024-06.md").read_text(encoding="utf-8")
    assert page == "---\ntitle: June 2024\ndate: 2024-06-01\n---\n\nWelcome.\n"
    assert "Welcome." not in (digest.root / "content/index.md").read_text(encoding="utf-8")
    digest.build().shows("editions/2024-06/", "Welcome.", "Mend a kettle.", "Rain")
    assert "edition" not in (digest.root / "content/topics/craft/later.md").read_text()
    curator.undo()
    assert _texts(digest.root) == before


def test_an_edition_with_nothing_in_it_is_not_closed(digest: Digest) -> None:
    curator = _curator(digest.root)
    curator.do(CloseEdition("2024-06", "June 2024", NOW))
    with pytest.raises(UsageError, match="there is nothing to close"):
        curator.do(CloseEdition("2024-07", "July 2024", datetime(2024, 7, 1, tzinfo=UTC)))


@pytest.mark.parametrize("name", ["2024-04", "2024-05"])
def test_a_name_in_use_is_refused(digest: Digest, name: str) -> None:
    digest.write("content/editions/2024-05.markdown", "---\ndraft: true\n---\n")
    with pytest.raises(UsageError, match="there is such an edition already"):
        _curator(digest.root).do(CloseEdition(name, "Another", NOW))


def test_what_the_front_page_says_of_an_edition_moves_and_the_rest_stays(digest: Digest) -> None:
    front = digest.root / "content/index.md"
    keys = "description: >\n  What\n  June was.\nnote: Mine.\ndate: 2024-05-01\ntitle: Small\n"
    front.write_text(f"---\n{keys}---\n\nWelcome.\n", encoding="utf-8")
    _curator(digest.root).do(CloseEdition("2024-06", "June 2024", NOW))
    page = (digest.root / "content/editions/2024-06.md").read_text(encoding="utf-8")
    assert page.startswith("---\ntitle: June 2024\ndate: 2024-05-01\ndescription: ")
    assert "note: Mine." in page
    assert front.read_text(encoding="utf-8") == "---\ntitle: Small\n---\n\n"


def test_an_edition_that_is_closed_before_its_date_is_published_at_once(digest: Digest) -> None:
    digest.write("content/index.md", "---\ndate: 2099-01-01\n---\nWelcome.\n")
    _curator(digest.root).do(CloseEdition("2024-06", "June 2024", NOW))
    assert "date: 2024-06-01" in (digest.root / "content/editions/2024-06.md").read_text()


def test_of_two_editions_of_one_day_the_one_closed_later_is_the_last(digest: Digest) -> None:
    curator = _curator(digest.root)
    curator.do(CloseEdition("summer", "Summer", NOW - timedelta(hours=2)))
    digest.post("later", "Sew a button.")
    curator.do(CloseEdition("2024-06", "June 2024", NOW - timedelta(hours=1)))
    order = digest.build().shows("", "Sew a button.").html("editions/")
    assert order.index("June 2024") < order.index("Summer")


def _curator(root: Path) -> Curator:
    return Curator(root, lambda: read_library(root))


def _texts(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.glob("content/**/*.md")}
