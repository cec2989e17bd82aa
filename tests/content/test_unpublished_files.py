"""What of ``content/`` cannot be read, or is not published: said, and never lost without a word."""

import os
import unicodedata
from pathlib import Path

import pytest

from sitegen.check import check_site
from sitegen.engine.cache_key import FOLDER
from sitegen.errors import ContentError, SitegenError
from sitegen.verify import verify_output
from tests.digest import NOW, Digest


def problems(digest: Digest) -> list[SitegenError]:
    assert digest.result
    return list(digest.result.problems)


def warnings(digest: Digest) -> list[str]:
    assert digest.result
    return [warning.message for warning in digest.result.warnings]


@pytest.fixture
def disk(digest: Digest) -> Path:
    """A folder beside the digest, which may go as a disk goes that is not mounted."""
    path = digest.root.parent / f"{digest.root.name}-disk"
    path.mkdir()
    return path


def away(disk: Path) -> Path:
    return disk.rename(disk.with_name(f"{disk.name}-away"))


def test_linked_folders_of_topics_essays_and_media_are_published(
    digest: Digest, disk: Path
) -> None:
    for name in ("topic/night.md", "essays/long.md", "media/a.png"):
        (disk / name).parent.mkdir(exist_ok=True)
        (disk / name).write_text("From the disk.")
    (digest.root / "content/topics").mkdir()
    (digest.root / "content/topics/vault").symlink_to(disk / "topic")
    (digest.root / "content/essays").symlink_to(disk / "essays")
    (digest.root / "content/media").symlink_to(disk / "media")
    digest.build().shows("posts/night/", "From the disk.").shows("essays/long/", "From the disk.")
    digest.has("media/a.png", "topics/vault/index.html")
    assert not problems(digest)
    (disk / "topic/night.md").write_text("Edited there.")
    digest.build().shows("posts/night/", "Edited there.")
    assert verify_output(digest.root, digest.root / "output", now=NOW) == ()


def test_a_linked_folder_within_a_theme_is_read(digest: Digest, disk: Path) -> None:
    (disk / "fonts").mkdir()
    (disk / "fonts/a.woff2").write_bytes(b"font")
    (digest.root / "themes/mine").mkdir(parents=True)
    digest.write("themes/mine/static/a.css", "")
    (digest.root / "themes/mine/static/fonts").symlink_to(disk / "fonts")
    (digest.root / "themes/mine/static/up").symlink_to("..")
    digest.write("sitegen.toml", 'title = "T"\ntheme = "mine"\n').build()
    digest.has("static/fonts/a.woff2")
    assert [text for text in warnings(digest) if "in itself" in text]


def test_a_loop_is_named_once_and_harms_nothing(digest: Digest) -> None:
    digest.post("a")
    (digest.root / "content/topics/craft/up").symlink_to("..")
    digest.build().has("posts/a/index.html")
    assert len([text for text in warnings(digest) if "in itself" in text]) == 1
    assert not problems(digest)


@pytest.mark.parametrize("link", ["page", "folder", "topics"])
def test_pages_on_an_unmounted_disk_keep_their_output_and_are_reported(
    digest: Digest, disk: Path, link: str
) -> None:
    (disk / "vault").mkdir()
    (disk / "vault/night.md").write_text("On the disk.")
    topics = digest.root / "content/topics"
    if link == "topics":
        topics.symlink_to(disk)
    else:
        digest.post("day")
        name = "craft/night.md" if link == "page" else "vault"
        (topics / name).symlink_to(disk / "vault" / ("night.md" if link == "page" else ""))
    digest.build().shows("posts/night/", "On the disk.")
    gone = away(disk)
    for _ in range(2):
        digest.build().shows("posts/night/", "On the disk.")
        (problem,) = problems(digest)
        assert "is not there" in problem.message
        assert str(disk) in problem.message
        assert check_site(digest.root, now=NOW).problems
        assert verify_output(digest.root, digest.root / "output", now=NOW) == ()
    gone.rename(disk)
    digest.build()
    assert not problems(digest)
    assert not check_site(digest.root, now=NOW).problems
    assert verify_output(digest.root, digest.root / "output", now=NOW) == ()


def test_a_check_before_the_next_build_refuses_too(digest: Digest, disk: Path) -> None:
    (disk / "night.md").write_text("On the disk.")
    (digest.root / "content/topics").mkdir()
    (digest.root / "content/topics/vault").symlink_to(disk)
    digest.build()
    away(disk)
    with pytest.raises(SitegenError, match=r"night\.md: this page was changed"):
        check_site(digest.root, now=NOW)


def test_nothing_is_removed_where_the_cache_is_gone_with_the_disk(
    digest: Digest, disk: Path
) -> None:
    (disk / "night.md").write_text("On the disk.")
    digest.post("day")
    (digest.root / "content/topics/vault").symlink_to(disk)
    digest.build()
    away(disk)
    for path in (digest.root / FOLDER).iterdir():
        path.unlink()
    digest.build().has("posts/night/index.html", "topics/vault/index.html")
    digest.build().has("posts/night/index.html", "topics/vault/index.html")


def test_a_link_that_was_removed_takes_its_pages_with_it(digest: Digest, disk: Path) -> None:
    (disk / "night.md").write_text("On the disk.")
    digest.post("day")
    link = digest.root / "content/topics/vault"
    link.symlink_to(disk)
    digest.build()
    away(disk)
    digest.build()
    link.unlink()
    digest.build().has_not("posts/night/index.html", "topics/vault/index.html")
    assert not problems(digest)


def test_linked_media_and_static_files_that_are_gone_stay(digest: Digest, disk: Path) -> None:
    (disk / "a.png").write_bytes(b"png")
    (digest.root / "content/media").symlink_to(disk)
    (digest.root / "content/static").symlink_to(disk)
    digest.build().has("media/a.png", "a.png")
    away(disk)
    digest.build().has("media/a.png", "a.png")
    digest.build().has("media/a.png", "a.png")
    assert len(problems(digest)) == 2


@pytest.mark.parametrize("kind", ["loop", "name", "folder name", "pipe", "media loop"])
def test_an_unreadable_file_does_not_affect_the_others(digest: Digest, kind: str) -> None:
    digest.post("a")
    topic = digest.root / "content/topics/craft"
    if kind == "loop":
        (topic / "b.md").symlink_to("b.md")
    elif kind == "name":
        (topic / os.fsdecode(b"b\xff.md")).write_text("B")
    elif kind == "folder name":
        (topic.parent / os.fsdecode(b"b\xff")).mkdir()
    elif kind == "pipe":
        os.mkfifo(topic / "b.md")
    else:
        (digest.root / "content/media").mkdir()
        (digest.root / "content/media/a.png").symlink_to("a.png")
    digest.build().has("posts/a/index.html")
    assert len(problems(digest)) == 1
    assert problems(digest)[0].path
    assert check_site(digest.root, now=NOW).problems


def test_pages_with_other_endings_are_pages(digest: Digest) -> None:
    digest.write("content/topics/tea/_index.markdown", "---\ntitle: On tea\n---\n")
    digest.write("content/topics/tea/p.markdown", "P.").write("content/topics/tea/q.MD", "Q.")
    digest.write("content/essays/e.mkd", "E.").write("content/about.mdown", "About.")
    digest.build().shows("topics/tea/", "On tea")
    digest.has("posts/p/index.html", "posts/q/index.html", "essays/e/index.html")
    digest.has("about/index.html")
    assert not warnings(digest)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("topics/t/a.md", "topics/t/a.markdown"),
        ("topics/t/_index.md", "topics/t/_index.markdown"),
        ("index.md", "index.markdown"),
        ("essays/a.md", "essays/a.MD"),
        ("about.md", "About.md"),
        ("topics/t/a.md", "topics/T/b.md"),
        ("media/a.png", "media/A.png"),
    ],
)
def test_two_files_for_one_address_are_both_named(digest: Digest, one: str, other: str) -> None:
    for number, name in enumerate((one, other)):
        digest.write(f"content/{name}", f"---\nid: n{number}\n---\nText.")
    digest.post("so-that-there-is-one", topic="t")
    with pytest.raises(ContentError) as caught:
        digest.build()
    folders = [
        name.rpartition("/")[0] if name.startswith("topics/T") or other == "topics/T/b.md" else name
        for name in (one, other)
    ]
    assert "two sources ask for the address" in caught.value.message
    assert all(name in caught.value.message for name in folders)


@pytest.mark.parametrize("name", ["topics/t/{}.md", "topics/{}/{}.md", "media/{}.png", "{}.md"])
def test_names_that_differ_in_normal_form_alone_collide(digest: Digest, name: str) -> None:
    for number, form in enumerate(("NFC", "NFD")):
        word = unicodedata.normalize(form, "café")  # type: ignore[arg-type]
        text = f"---\nid: n{number}\n---\nText."
        digest.write(f"content/{name.format(word, f'post-{number}')}", text)
    with pytest.raises(ContentError, match="look the same but differ") as caught:
        digest.build()
    assert "caf\\xe9" in caught.value.message
    assert "cafe\\u0301" in caught.value.message


def test_stray_files_are_named_in_one_warning(digest: Digest) -> None:
    digest.post("a")
    strays = ("a.txt", "topics/craft/b.html", "topics/craft/c.md~", "topics/craft/lamp.png")
    for name in (*strays, "notes.html", "essays/x.docx"):
        digest.write(f"content/{name}", "?")
    digest.build()
    (text,) = warnings(digest)
    assert text.startswith("6 files are under content/ and not published: ")
    assert text.endswith(" and 1 more")
    assert "topics/craft/c.md~" in text
    digest.build()
    assert warnings(digest) == [text]


def test_backup_copies_are_named_in_a_warning_of_their_own(digest: Digest) -> None:
    digest.post("a").write("content/a.txt", "?")
    digest.write("content/static/b.bak", "?").write("content/essays/c.md.orig", "?")
    digest.build()
    assert warnings(digest) == [
        "1 file is under content/ and not published: a.txt",
        "2 backup copies are under content/ and not published: essays/c.md.orig, static/b.bak",
    ]


def test_a_lost_folder_named_like_a_backup_copy_keeps_only_its_own_output(
    digest: Digest, disk: Path
) -> None:
    (disk / "a.html").write_text("From the disk.")
    digest.post("a").post("b").write("content/static/robots.txt", "")
    (digest.root / "content/static/site.bak").symlink_to(disk)
    digest.build().has("site.bak/a.html", "posts/b/index.html")
    away(disk)
    (digest.root / "content/topics/craft/b.md").unlink()
    digest.build().has("site.bak/a.html")
    digest.has_not("posts/b/index.html")


def test_folders_of_topics_that_differ_in_case_are_named_with_what_they_differ_in(
    digest: Digest,
) -> None:
    digest.post("a", topic="t").post("b", topic="T")
    with pytest.raises(ContentError, match="differ only in upper and lower case"):
        digest.build()


def test_an_error_says_that_content_is_a_broken_link(digest: Digest) -> None:
    (digest.root / "content").rename(digest.root / "away")
    (digest.root / "content").symlink_to(digest.root / "gone")
    with pytest.raises(ContentError) as caught:
        digest.build()
    assert "broken link" in str(caught.value.hint)
