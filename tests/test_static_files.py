"""Files of the editor's own that are copied to the root of the site."""

import pytest

from sitegen.check import check_site
from sitegen.engine.output_record import list_output
from sitegen.errors import ContentError
from tests.digest import NOW, Digest


def test_static_files_stand_at_the_root_with_dot_files_and_folders(digest: Digest) -> None:
    digest.write("content/static/.well-known/security.txt", "Contact: mailto:a@digest.example\n")
    digest.write("content/static/.nojekyll", "").write("content/static/robots.txt", "User-agent: *")
    digest.write("content/static/notes/README.md", "No page.")
    digest.build().has(".well-known/security.txt", ".nojekyll", "robots.txt", "notes/README.md")
    assert {".well-known/security.txt", ".nojekyll"} <= set(list_output(digest.root / "output"))
    digest.remove("content/static/.well-known/security.txt").build()
    digest.has_not(".well-known").has(".nojekyll")


@pytest.mark.parametrize("name", ["robots.txt", "favicon.ico", "CNAME", "_redirects", "_headers"])
def test_robots_txt_and_favicons_may_be_directly_in_content(digest: Digest, name: str) -> None:
    digest.write(f"content/{name}", "as it is").build().shows(name, "as it is")
    digest.write(f"content/{name}", "changed").build().shows(name, "changed")
    assert digest.result
    assert not digest.result.warnings


def test_a_changed_static_file_makes_the_site_out_of_date(digest: Digest) -> None:
    digest.write("content/static/.well-known/a.txt", "one").build()
    assert digest.write("content/static/.well-known/a.txt", "two").build().result
    digest.shows(".well-known/a.txt", "two")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("static/index.html", "index.md"),
        ("static/404.html", "sitegen itself"),
        ("static/sitemap.xml", "sitegen itself"),
        ("static/static/style.css", "style.css"),
        ("static/media/A.png", "media/a.png"),
        ("static/robots.txt", "content/robots.txt"),
        ("static/posts", "topics/craft/a.md"),
    ],
)
def test_a_static_file_in_the_place_of_another_is_named_with_it(
    digest: Digest, name: str, other: str
) -> None:
    digest.post("a").write("content/media/a.png", "").write("content/robots.txt", "")
    digest.write(f"content/{name}", "")
    with pytest.raises(ContentError, match="two sources ask for the address") as caught:
        digest.build()
    assert f"content/{name}" in caught.value.message
    assert other in caught.value.message
    assert str(digest.root) not in caught.value.message


def test_no_static_file_takes_the_place_of_the_list_of_what_builds_wrote(digest: Digest) -> None:
    digest.write("content/static/.sitegen.json", "[]")
    with pytest.raises(ContentError, match="sitegen itself keeps a file under the name"):
        digest.build()


def test_the_links_of_a_static_page_are_checked_and_nothing_else_of_it(digest: Digest) -> None:
    digest.write("content/static/google123.html", "google-site-verification: google123.html")
    digest.write("content/static/old.html", '<p>Moved.</p>\n<a href="/nowhere/">there</a>')
    digest.build()
    (error,) = check_site(digest.root, now=NOW).problems
    assert (error.path, error.line) == (digest.root / "content/static/old.html", 2)
