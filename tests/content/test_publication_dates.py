"""A page is published from its publication date until its expiry date, as in Hugo."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitegen.cli.building import summary_of
from sitegen.engine.builder import build_site
from sitegen.engine.uptodate import check_up_to_date
from sitegen.filesystem.fingerprints import SETTLED_SECONDS
from sitegen.models import HeldBack
from tests.clean_build import digests
from tests.digest import CONFIG, NOW, Digest

TURN = datetime(2024, 7, 1, tzinfo=UTC)
BEFORE, AFTER = TURN - timedelta(minutes=1), TURN + timedelta(minutes=1)


def _holds(digest: Digest, header: str, now: datetime = NOW) -> HeldBack:
    digest.write("content/topics/craft/one.md", f"{header}\nText.\n")
    return build_site(digest.root, now=now).held_back


@pytest.mark.parametrize(
    "key",
    [
        "publishDate",
        "publish_date",
        "publish-date",
        "PUBLISHDATE",
        "pubDate",
        "published",
        "published_at",
        "publishOn",
    ],
)
def test_a_page_to_be_published_later_is_held_back(digest: Digest, key: str) -> None:
    assert _holds(digest, f"---\n{key}: 2099-01-01\n---").future == 1
    assert _holds(digest, f"---\n{key}: 2024-01-01\n---") == HeldBack()


@pytest.mark.parametrize(
    "key",
    [
        "expiryDate",
        "expiry_date",
        "Expiry-Date",
        "expires",
        "expirationDate",
        "unpublishDate",
        "unpublish_on",
    ],
)
def test_an_expired_page_is_held_back(digest: Digest, key: str) -> None:
    assert _holds(digest, f"---\n{key}: 2024-01-01\n---").expired == 1
    assert _holds(digest, f"---\n{key}: 2099-01-01\n---") == HeldBack()


@pytest.mark.parametrize(
    "header",
    [
        "+++\ntitle = 'A'\nexpiryDate = 2024-01-01\n+++",
        "+++\ntitle = 'A'\nexpiryDate = '2024-01-01T10:00:00+02:00'\n+++",
        "+++\ntitle = 'A'\n[extra]\nexpiryDate = 2024-01-01T10:00:00Z\n+++",
        '{"title": "A", "expiryDate": "2024-01-01"}',
        "---\nbase: &base\n  expires: 2024-01-01\n<<: *base\n---",
        "---\nexpiryDate: 2099-01-01\nexpiry_date: 2024-01-01\n---",
        "---\npublishDate: 2023-01-01\nexpiryDate: '2024-01-01 08:00'\n---",
    ],
)
def test_an_expiry_is_read_in_every_front_matter(digest: Digest, header: str) -> None:
    assert _holds(digest, header).expired == 1


def test_the_later_of_two_dates_is_the_one_on_which_the_page_comes(digest: Digest) -> None:
    held_back = _holds(digest, "---\ndate: 2024-07-01\npublishDate: 2024-08-01\n---")
    assert held_back == HeldBack(future=1, next=datetime(2024, 8, 1, tzinfo=UTC))
    held_back = _holds(digest, "---\ndate: 2024-08-01\npublishDate: 2024-01-01\n---")
    assert held_back.next == datetime(2024, 8, 1, tzinfo=UTC)


def test_dates_are_in_the_time_zone_of_the_digest(digest: Digest) -> None:
    digest.write("sitegen.toml", f'{CONFIG}timezone = "Asia/Tokyo"\n')
    midnight = TURN - timedelta(hours=9)
    header = "---\nexpiryDate: 2024-07-01\n---"
    assert _holds(digest, header, midnight - timedelta(minutes=1)) == HeldBack()
    assert _holds(digest, header, midnight).expired == 1


@pytest.mark.parametrize("key", ["publishDate", "expiry_date"])
def test_a_value_that_is_no_date_is_an_error_and_not_published(digest: Digest, key: str) -> None:
    digest.post("one", **{key: "soon"}).build().has_not("posts/one/index.html")
    assert digest.result is not None
    [problem] = digest.result.problems
    assert f"one.md:2: “{key}” must be a date" in str(problem)


def test_an_empty_date_and_other_uses_of_the_words_hold_nothing_back(digest: Digest) -> None:
    header = "---\npublishDate:\nexpiryDate: ''\npublished: true\nexpires: never\n---"
    assert _holds(digest, header) == HeldBack()


def test_an_expired_topic_takes_its_posts_along_and_the_front_page_stays(digest: Digest) -> None:
    digest.write("content/index.md", "---\nexpiryDate: 2020-01-01\n---\nWelcome.\n").post("one")
    digest.page("topics/craft/_index.md", "Craft.", expiryDate="2020-01-01").build()
    assert digest.result is not None
    assert digest.result.held_back == HeldBack(expired=1, with_topics=1)
    digest.has("index.html").has_not("posts/one/index.html", "topics/craft/index.html")
    assert summary_of(digest.result).endswith("; held back: 1 expired, 1 in topics held back")


def test_drafts_show_them(digest: Digest) -> None:
    digest.post("gone", expiryDate="2020-01-01").post("soon", publishDate="2099-01-01")
    digest.build(drafts=True).has("posts/gone/index.html", "posts/soon/index.html")
    digest.build().has_not("posts/gone/index.html", "posts/soon/index.html")


def test_a_later_build_adds_and_removes_what_is_due_as_a_clean_build_does(
    digest: Digest, tmp_path: Path
) -> None:
    digest.post("comes", publishDate="2024-07-01").post("goes", expiryDate="2024-07-01")
    digest.post("stays")
    build_site(digest.root, now=BEFORE)
    digest.has("posts/goes/index.html").has_not("posts/comes/index.html")
    build_site(digest.root, now=AFTER)
    digest.has("posts/comes/index.html").has_not("posts/goes/index.html")
    for address in ("", "feed.xml", "sitemap.xml", "topics/craft/"):
        digest.lacks(address, "/posts/goes/")
    clean = Digest(tmp_path / "clean").post("comes", publishDate="2024-07-01").post("stays")
    clean.post("goes", expiryDate="2024-07-01")
    build_site(clean.root, now=AFTER)
    assert digests(digest.root / "output") == digests(clean.root / "output")


@pytest.mark.parametrize("key", ["publishDate", "expiryDate"])
def test_an_output_is_out_of_date_when_a_page_comes_or_goes(digest: Digest, key: str) -> None:
    digest.post("one", **{key: "2024-07-01"})
    build_site(digest.root, now=BEFORE)
    time.sleep(SETTLED_SECONDS)
    build_site(digest.root, now=BEFORE)
    assert check_up_to_date(digest.root, drafts=False, now=BEFORE).artifacts is not None
    assert check_up_to_date(digest.root, drafts=False, now=TURN).artifacts is None
