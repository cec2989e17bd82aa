"""Earlier addresses of pages redirect to their present ones."""

import pytest

from sitegen.check import check_site
from tests.digest import CONFIG, NOW, Digest


def test_an_alias_becomes_a_page_that_redirects_without_a_script(digest: Digest) -> None:
    digest.post("lamp", aliases="[old/place, /lamp.html]").build()
    digest.shows(
        "old/place/",
        '<meta http-equiv="refresh" content="0; url=../../posts/lamp/index.html">',
        '<link rel="canonical" href="https://digest.example/posts/lamp/">',
        '<a href="../../posts/lamp/index.html">/posts/lamp/</a>',
    )
    digest.shows("lamp.html", "url=posts/lamp/index.html")
    digest.lacks("old/place/", "<script")
    assert check_site(digest.root, now=NOW).problems == ()
    assert "old/place" not in digest.html("sitemap.xml")


def test_a_changed_or_removed_alias_changes_its_page_alone(digest: Digest) -> None:
    digest.post("lamp", aliases="[old/]").post("other").build()
    digest.post("lamp", aliases="[older/]").build()
    digest.wrote("older/index.html").removed("old/index.html")


def test_a_topic_keeps_its_earlier_addresses(digest: Digest) -> None:
    digest.post("lamp").page("topics/craft/_index.md", "", aliases="[topics/birds/]").build()
    digest.shows("topics/birds/", "url=../craft/index.html")


def test_a_page_takes_precedence_over_an_alias_with_a_warning(digest: Digest) -> None:
    digest.post("lamp", aliases="[posts/owl/, old/, old, posts/lamp]")
    digest.post("owl", aliases="[Old/]").build()
    assert digest.result is not None
    messages = [warning.message for warning in digest.result.warnings]
    assert messages == [
        "the alias “posts/owl/” is the address of another page, so it does not redirect",
        "the alias “posts/lamp/” is the page’s own address, so it does not redirect",
        "the alias “Old/” is an alias of content/topics/craft/lamp.md too, so it does not redirect",
    ]
    digest.shows("posts/owl/", "A post.")


@pytest.mark.parametrize("alias", ["../up/", "a//b", "https://x.example/a", "a?b", "''", ".git/"])
def test_an_alias_that_is_no_address_of_the_site_is_reported(digest: Digest, alias: str) -> None:
    digest.post("lamp", aliases=f"[{alias}]").build()
    assert digest.result is not None
    problems = [problem.message for problem in digest.result.problems]
    assert problems == (
        []
        if alias == "''"
        else ["“aliases” must be a list of addresses on this site, such as [old/address/]"]
    )


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("_redirects", "/digest/old%20place/ /digest/posts/lamp/ 301\n"),
        (".htaccess", 'Redirect 301 "/digest/old place/" "/digest/posts/lamp/"\n'),
    ],
)
def test_the_list_of_the_host_is_written_on_request(digest: Digest, name: str, line: str) -> None:
    config = CONFIG.replace("digest.example/", "digest.example/digest/")
    digest.write("sitegen.toml", f'{config}redirects = "{name}"\n')
    digest.post("lamp", aliases="[old place/]").build()
    assert digest.html(name) == line
