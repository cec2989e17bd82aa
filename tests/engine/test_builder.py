"""Building a digest: from content to output."""

import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.engine.builder import build_site
from sitegen.errors import ContentError, GroupedError, SitegenError, ThemeError
from tests.digest import Digest


@pytest.fixture
def small(digest: Digest) -> Digest:
    """A digest with an essay and two posts in one topic."""
    digest.page("essays/lamp.md", "A lamp.\n\nIt shines.", title="The lamp")
    digest.page("topics/craft/_index.md", "On craft.", title="Work and rest")
    return digest.post("one", "First post.").post("two", "Second post.")


def test_every_kind_of_page_has_its_place(small: Digest) -> None:
    small.page("about.md", "Who.", title="About").build().has(
        "index.html",
        "essays/lamp/index.html",
        "topics/craft/index.html",
        "posts/one/index.html",
        "posts/two/index.html",
        "about/index.html",
        "archive/index.html",
        "about-this-digest/index.html",
        "404.html",
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "static/style.css",
    )


def test_the_front_page_leads_to_the_essay_and_shows_the_topics_with_their_posts(
    small: Digest,
) -> None:
    small.build().shows("", "Welcome.", "The lamp", "essays/lamp/index.html")
    small.shows("", "Work and rest", "First post.", "Second post.")


def test_a_second_build_writes_nothing(small: Digest) -> None:
    small.build().build().wrote().removed()


def test_an_edit_updates_every_page_that_shows_the_post(small: Digest) -> None:
    small.build().post("one", "Other words.").build()
    for address in ("", "topics/craft/", "posts/one/"):
        small.shows(address, "Other words.").lacks(address, "First post.")


def test_an_edit_of_the_same_size_and_time_is_detected(small: Digest) -> None:
    small.build()
    path = small.root / "content/topics/craft/one.md"
    before = path.stat()
    path.write_text(path.read_text().replace("First", "Fifth"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    small.build().shows("posts/one/", "Fifth post.")


def test_a_removed_page_is_removed_from_the_output(small: Digest) -> None:
    small.build().remove("content/topics/craft/one.md").build().removed("posts/one/index.html")
    small.lacks("", "First post.")


def test_a_post_that_moves_to_another_topic_keeps_its_address(small: Digest) -> None:
    small.build().remove("content/topics/craft/one.md").post("one", "First post.", topic="play")
    small.build().shows("posts/one/", "First post.").shows("topics/play/", "First post.")
    small.lacks("topics/craft/", "First post.")


def test_a_foreign_file_in_the_output_is_never_touched(small: Digest) -> None:
    small.build().write("output/CNAME", "digest.example").remove("content/topics/craft/one.md")
    small.build().shows("CNAME", "digest.example")


def test_a_broken_page_is_reported_and_takes_nothing_away(small: Digest) -> None:
    small.build().write("content/topics/craft/one.md", "---\ntitle: a: b\n---\n").build()
    assert small.result is not None
    assert [problem.line for problem in small.result.problems] == [2]
    small.shows("posts/one/", "First post.").shows("posts/two/", "Second post.")
    small.post("one", "Mended.").build().shows("posts/one/", "Mended.")


def test_a_page_hidden_by_the_editor_is_removed_while_another_page_is_broken(small: Digest) -> None:
    small.build().write("content/topics/craft/one.md", "---\ntitle: a: b\n---\n")
    small.post("two", "Second post.", hidden="true").build()
    small.has("posts/one/index.html").has_not("posts/two/index.html")


@pytest.mark.parametrize("name", ["feed.xml.md", "404.html.md"])
def test_a_page_may_not_be_a_folder_where_a_file_must_be(small: Digest, name: str) -> None:
    with pytest.raises(ContentError, match="two sources ask for the address"):
        small.page(name, "Mine.").build()
    small.has_not("index.html")


def test_two_files_for_one_address_stop_the_build_and_are_both_named(small: Digest) -> None:
    small.post("one", "Twin.", topic="play")
    with pytest.raises(ContentError, match=r"posts/one/.*craft/one\.md and .*play/one\.md"):
        small.build()
    small.has_not("index.html")


def test_all_sources_that_ask_for_one_address_are_named(small: Digest) -> None:
    for name in ("a.txt", "b.txt"):
        small.write(f"content/media/{name}", "One.").write(f"content/static/media/{name}", "Two.")
    with pytest.raises(GroupedError) as caught:
        small.build()
    named = [str(error.path)[-11:] for error in caught.value.errors]
    assert named == ["media/a.txt", "media/b.txt"]


def test_addresses_that_differ_in_case_alone_are_one_address(small: Digest) -> None:
    with pytest.raises(ContentError, match="two sources ask for the address"):
        small.post("ONE", "Twin.").build()


def test_a_page_may_not_take_the_place_of_the_archive(small: Digest) -> None:
    with pytest.raises(ContentError, match="/archive/"):
        small.page("archive.md", "Mine.").build()


def test_a_long_topic_has_several_pages(small: Digest) -> None:
    small.write("sitegen.toml", "page_size = 1\n").build()
    small.shows("topics/craft/", "First post.", "2/index.html").lacks(
        "topics/craft/", "Second post."
    )
    small.shows("topics/craft/2/", "Second post.", "../index.html")


def test_a_hidden_page_leaves_no_trace(small: Digest) -> None:
    small.post("secret", "Nobody sees this.", hidden="true").build()
    assert not any(b"Nobody sees this" in data for data in small.files().values())


def test_a_text_over_the_markdown_limit_is_shown_verbatim_and_reported(small: Digest) -> None:
    small.post("one", "> " * 60 + "a").build().shows("posts/one/", "&gt; &gt; &gt; &gt;")
    assert small.result is not None
    (warning,) = small.result.warnings
    assert "topics/craft/one.md:4: this text would take too long" in str(warning)


def test_a_note_too_tangled_for_markdown_is_reported(small: Digest) -> None:
    small.post("one", "Text.", note=f"'{'> ' * 60}a'").build().shows("posts/one/", "&gt; &gt; &gt;")
    assert small.result is not None
    (warning,) = small.result.warnings
    assert "topics/craft/one.md:5: this text would take too long" in str(warning)


def test_drafts_are_shown_on_demand(small: Digest) -> None:
    small.post("soon", "Not yet.", draft="true").build().lacks("", "Not yet.")
    small.build(drafts=True).shows("", "Not yet.")


def test_an_editors_note_stands_with_its_post(small: Digest) -> None:
    small.post("one", "First post.", note="'Because it is *true*.'").build()
    small.shows("posts/one/", "Because it is <em>true</em>.")


def test_media_are_copied_and_links_to_them_work_from_every_page(small: Digest) -> None:
    small.write("content/media/lamp.svg", "<svg/>").post("one", "![Lamp](/media/lamp.svg)").build()
    small.has("media/lamp.svg").shows("posts/one/", 'src="../../media/lamp.svg"')
    small.shows("", 'src="media/lamp.svg"')


def test_media_are_copied_again_only_when_they_changed(small: Digest) -> None:
    small.write("content/media/lamp.svg", "<svg/>").build().build().wrote()
    small.write("content/media/lamp.svg", "<SVG/>").build().wrote("media/lamp.svg")
    small.shows("media/lamp.svg", "<SVG/>")


def test_without_a_base_url_there_are_no_feeds_and_no_cards(small: Digest) -> None:
    small.build().write("sitegen.toml", "").build()
    small.lacks("", "feed.xml").lacks("topics/craft/", "feed.xml").removed(
        "card.png",
        "essays/lamp/card.png",
        "feed.json",
        "feed.xml",
        "sitemap.xml",
        "topics/craft/card.png",
        "topics/craft/feed.json",
        "topics/craft/feed.xml",
    )


def test_the_archive_leads_to_months_authors_and_the_page_about_the_digest(small: Digest) -> None:
    small.post("one", "First post.", date="2024-05-02", author="'@ann'").build()
    small.shows("archive/", "2024-05/index.html", "../authors/ann/index.html")
    small.shows("archive/", "../about-this-digest/index.html", "posts/one/index.html")
    small.shows("archive/2024-05/", "<h1", "May 2024", "posts/one/index.html")
    small.lacks("archive/2024-05/", "posts/two/index.html")
    small.shows("authors/ann/", "<bdi>@ann</bdi>", "posts/one/index.html")


def test_the_page_about_the_digest_says_from_what_and_when_it_is_and_how_much(
    small: Digest,
) -> None:
    dump = "{file: notes.txt, lines: [1, 2]}"
    small.post("one", "First post.", date="2024-05-02", author="Ann", dump=dump).build()
    small.shows("about-this-digest/", "1 essay, 2 posts and 1 topic", "1 author", "2 May 2024")
    small.shows("about-this-digest/", "<bdi>notes.txt</bdi>: 1 entry")


def test_the_archive_of_a_long_digest_lists_months_and_not_entries(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("content.archive", "engine.artifact_planning", "views.listings"):
        monkeypatch.setattr(f"sitegen.{module}.LIST_LENGTH", 20)  # 500 take long to build
    for number in range(21):
        digest.post(f"p{number:02}", f"Number {number}.", date="2024-05-02")
    digest.build().lacks("archive/", "posts/p07/").shows("archive/", "2024-05/index.html", "21")
    digest.shows("archive/2024-05/", "posts/p07/", 'href="2/index.html" rel="next"')
    digest.shows("archive/2024-05/2/", "posts/p20/", "Page 2 of 2")


def test_no_link_of_a_page_leads_nowhere(small: Digest) -> None:
    small.post("one", "First post.", date="2024-05-02", author="Ann").post("three", author="Ann")
    small.post("two", date="2023-04-02").build()
    output = small.root / "output"
    for page in output.rglob("index.html"):
        for link in internal_links(page.read_text()):
            assert (page.parent / link).is_file(), f"{page.relative_to(output)} links to {link}"


def internal_links(html: str) -> list[str]:
    links = re.findall(r'(?:href|src)="([^"]+)"', html)
    return [link.partition("#")[0] for link in links if not re.match(r"[a-z]+:|#", link)]


def test_the_page_for_unknown_addresses_links_from_the_root_of_the_host(small: Digest) -> None:
    small.write("sitegen.toml", 'base_url = "https://a.example/sub/"\n').build()
    small.shows("404.html", 'href="/sub/static/style.css"').lacks("404.html", 'href="index.html"')


def test_the_same_content_gives_the_same_bytes_elsewhere(small: Digest, tmp_path: Path) -> None:
    other = Digest(tmp_path / "elsewhere" / "deeper")
    for path in sorted((small.root / "content").rglob("*.md"), reverse=True):
        other.write(str(path.relative_to(small.root)), path.read_text())
    assert small.build().files() == other.build().files()


@pytest.mark.parametrize(
    ("zone", "language"), [("Pacific/Kiritimati", "C"), ("Etc/GMT+12", "tr_TR.UTF-8")]
)
def test_time_zone_locale_and_hash_seed_change_no_byte(
    small: Digest, zone: str, language: str
) -> None:
    small.write("sitegen.toml", 'language = "ar-EG"\nbase_url = "https://digest.example/"\n')
    small.post("dated", "Dated.", date="2024-03-31T23:30:00Z", tags="[a, b, c]").build()
    before = small.files()
    shutil.rmtree(small.root / ".sitegen")  # nothing is known from before
    subprocess.run(
        [sys.executable, "-m", "sitegen", "build"],
        cwd=small.root,
        env={**os.environ, "TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": str(len(zone))},
        check=True,
        capture_output=True,
    )
    assert small.files() == before


def test_a_digest_with_no_posts_builds(digest: Digest) -> None:
    digest.build().shows("", "Welcome.").has("archive/index.html")


def test_a_digest_without_a_front_page_builds(small: Digest) -> None:
    small.remove("content/index.md").build().shows("", "Test digest", "First post.")


def test_a_broken_template_stops_the_build_and_the_old_site_stays(small: Digest) -> None:
    small.build().write("sitegen.toml", 'theme = "mine"\n')
    small.write("themes/mine/templates/post.html", "{% for %}\n")
    before = small.files()
    with pytest.raises(ThemeError):
        small.build()
    assert small.files() == before


def test_a_folder_where_a_file_must_go_is_an_error_with_its_path(small: Digest) -> None:
    (small.root / "output/posts/one/index.html/x").mkdir(parents=True)
    with pytest.raises(SitegenError, match=r"posts/one/index\.html: this file cannot be written"):
        small.build()


def test_a_page_of_the_future_is_taken_back_when_the_clock_is_set_back(digest: Digest) -> None:
    digest.post("one").post("later", date="2050-01-01")
    build_site(digest.root, now=datetime(2099, 1, 1, tzinfo=UTC))
    digest.has("posts/later/index.html").build().has_not("posts/later/index.html")
