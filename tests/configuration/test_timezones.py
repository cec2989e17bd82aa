"""The time zone of a digest holds for dates without an offset, and decides what today is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sitegen.configuration.file import load_config
from sitegen.configuration.timezones import checked_zone, zone_of
from sitegen.engine.builder import build_site
from sitegen.errors import ConfigError
from tests.digest import CONFIG, NOW, Digest

EVENING = datetime(2024, 5, 31, 16, tzinfo=UTC)
"""In Tokyo, an hour after the first of June began."""


def in_zone(digest: Digest, zone: str) -> Digest:
    return digest.write("sitegen.toml", f'{CONFIG}timezone = "{zone}"\n')


@pytest.mark.parametrize("name", ["UTC", "GMT", "Europe/Berlin", "Etc/GMT-2", "America/New_York"])
def test_a_zone_goes_by_its_name_in_the_iana_database(name: str) -> None:
    assert checked_zone(name) == name
    assert abs(zone_of(name).utcoffset(datetime(2024, 1, 1)) or timedelta()) < timedelta(hours=15)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("europe/berlin", "Europe/Berlin"),
        ("Berlin", "Europe/Berlin"),
        ("Europe/Berln", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("Asia/Tokio", "Asia/Tokyo"),
    ],
)
def test_a_zone_that_does_not_exist_is_refused_with_what_is_near(name: str, near: str) -> None:
    with pytest.raises(ValueError, match=f"did you mean “{near}”"):
        checked_zone(name)


@pytest.mark.parametrize("name", ["Z", "CET", "EST", "EST5EDT", "+02:00", "", "../etc", "zones"])
def test_a_record_without_a_path_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="such as Europe/Berlin"):
        checked_zone(name)


def test_a_wrong_zone_is_named_with_its_line(digest: Digest) -> None:
    with pytest.raises(ConfigError, match="did you mean “Europe/Berlin”") as found:
        load_config(in_zone(digest, "Europe/Berln").root)
    assert (found.value.path, found.value.line) == (digest.root / "sitegen.toml", 3)


@pytest.mark.parametrize(
    ("zone", "shown"), [("Asia/Tokyo", True), ("UTC", False), ("America/New_York", False)]
)
def test_a_page_dated_today_is_published_where_today_has_begun(
    digest: Digest, monkeypatch: pytest.MonkeyPatch, zone: str, *, shown: bool
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    in_zone(digest, zone).post("today", date="2024-06-01").post("tomorrow", date="2024-06-02")
    build_site(digest.root, now=EVENING)
    assert (digest.root / "output/posts/today").exists() is shown
    digest.has_not("posts/tomorrow/index.html")


def test_a_date_without_an_offset_is_shown_as_it_is_written(digest: Digest) -> None:
    in_zone(digest, "Asia/Tokyo").post("day", date="2023-04-01").build()
    digest.shows("posts/day/", 'datetime="2023-04-01T00:00:00+09:00">1 April 2023<')
    digest.shows("feed.xml", "<published>2023-03-31T15:00:00Z</published>")
    digest.has("archive/2023-04/index.html")


def test_a_changed_timezone_makes_a_build_read_every_date_again(
    digest: Digest, tmp_path: Path
) -> None:
    digest.post("day", date="2023-04-01").post("moment", date="2023-04-01T10:00Z").build()
    result = build_site(in_zone(digest, "Asia/Tokyo").root, now=NOW)
    assert {"posts/day/index.html", "feed.xml", "sitemap.xml"} <= set(result.written)
    assert "posts/moment/index.html" not in result.written
    other = in_zone(Digest(tmp_path / "clean"), "Asia/Tokyo").post("day", date="2023-04-01")
    assert digest.files() == other.post("moment", date="2023-04-01T10:00Z").build().files()
