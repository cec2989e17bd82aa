"""Tags: which spellings are one, the pages that list what is marked with them, and the links."""

import pytest

from sitegen.errors import ContentError
from tests.digest import CONFIG, Digest, load_site

COMPOSED, DECOMPOSED = "Caf\u00e9", "Cafe\u0301"


def tags(digest: Digest, *marked: str) -> dict[str, str]:
    """The slugs of the tags of posts with these lists, by their names."""
    for number, texts in enumerate(marked):
        digest.post(f"p{number}", tags=f"[{texts}]", date=f"2024-01-{28 - number:02}")
    return {tag.name: tag.slug for tag in load_site(digest.root).tags}


@pytest.mark.parametrize("other", ["WOOD", "'#wood'", "' wood '", "'# Wood'", '"wood\\n"'])
def test_spellings_of_one_tag_share_a_page(digest: Digest, other: str) -> None:
    assert tags(digest, "wood", "wood", other) == {"wood": "wood"}


def test_normal_forms_of_one_tag_share_a_page(digest: Digest) -> None:
    assert tags(digest, DECOMPOSED, COMPOSED.upper(), COMPOSED) == {COMPOSED: "cafe"}


def test_a_tag_goes_by_the_spelling_that_most_pages_use_and_else_by_the_first(
    digest: Digest,
) -> None:
    assert tags(digest, "glue, Wood", "GLUE, wood", "GLUE, Wood, wood") == {
        "GLUE": "glue",
        "Wood": "wood",
    }


def test_different_tags_of_one_slug_have_two_addresses_whatever_the_others_are(
    digest: Digest,
) -> None:
    few = tags(digest, "C, 'C#'")
    more = tags(digest, "C, 'C#', 'C++'")
    assert len(set(more.values())) == 3
    assert few["C#"] == more["C#"]


def test_a_lone_hash_or_spaces_are_not_a_tag(digest: Digest) -> None:
    assert tags(digest, "'#', ' ', ''") == {}
    digest.build().lacks("posts/p0/", 'aria-label="Tags"').has_not("tags/index.html")


def test_a_tag_leads_to_a_page_with_the_essays_and_posts_that_have_it(digest: Digest) -> None:
    digest.page("essays/lamp.md", "A lamp.", title="Lamps", tags="[Wood, wood]")
    digest.post("one", "A plane.", tags="[wood]").post("two", "A saw.").build()
    for address in ("essays/lamp/", "posts/one/"):
        link = '<a class="p-category" href="../../tags/wood/index.html" rel="tag">'
        assert digest.html(address).count(link) == 1
    digest.shows("tags/wood/", "../../essays/lamp/index.html", "../../posts/one/index.html")
    digest.lacks("tags/wood/", "posts/two/")


def test_a_page_of_tags_names_each_with_its_number_of_entries(digest: Digest) -> None:
    digest.post("one", tags="[wood, Glue]").post("two", tags="[glue]").build()
    digest.shows("tags/", 'href="glue/index.html"><bdi>Glue</bdi>', "2 entries", "1 entry")
    digest.shows("archive/", 'href="../tags/index.html"').shows("sitemap.xml", "/tags/glue/<")


def test_a_tag_page_is_paged_as_a_topic_is(digest: Digest) -> None:
    digest.write("sitegen.toml", f"{CONFIG}page_size = 2\n")
    for name in ("a", "b", "c"):
        digest.post(name, tags="[wood]")
    digest.build().has("tags/wood/2/index.html").has_not("tags/wood/3/index.html")
    digest.shows("tags/wood/", 'href="2/index.html" rel="next"')
    digest.shows("tags/wood/2/", "posts/c/").lacks("tags/wood/2/", "posts/b/")


@pytest.mark.parametrize("header", ["draft: true", "hidden: true", "date: 2099-01-01"])
def test_a_tag_of_what_is_not_shown_has_no_page(digest: Digest, header: str) -> None:
    key, _, value = header.partition(": ")
    digest.post("one", tags="[wood]", **{key: value}).build()
    digest.has_not("tags/wood/index.html", "tags/index.html")


@pytest.mark.parametrize("name", ["tags", "tags/wood"])
def test_a_page_may_not_take_the_address_of_a_tag(digest: Digest, name: str) -> None:
    digest.page(f"{name}.md", "Mine.").build()
    with pytest.raises(ContentError, match=rf"sitegen itself and .*{name}\.md"):
        digest.post("one", tags="[wood]").build()


def test_a_theme_without_templates_for_them_shows_tags_that_lead_nowhere(digest: Digest) -> None:
    digest.write("sitegen.toml", f'{CONFIG}theme = "mine"\n')
    digest.write("themes/mine/theme.toml", 'extends = ""\n')
    for name in ("front", "topic", "archive", "404"):
        digest.write(f"themes/mine/templates/{name}.html", "A page.")
    post = "{% for tag in page.tags %}{{ tag | upper }} {{ tag.address }}{% endfor %}"
    digest.write("themes/mine/templates/post.html", post)
    digest.post("one", tags="[wood & glue]").build().has_not("tags/index.html")
    digest.shows("posts/one/", "WOOD &amp; GLUE None")


def test_a_page_is_made_again_when_the_others_spell_its_tag_in_another_way(digest: Digest) -> None:
    digest.post("one", tags="[wood]").post("two", topic="play").build()
    digest.shows("posts/one/", "<bdi>wood</bdi>")
    for name in ("three", "four"):
        digest.post(name, tags="[Wood]", topic="rest")
    digest.build().shows("posts/one/", "<bdi>Wood</bdi>")
    assert digest.result is not None
    assert digest.result.reasons["posts/one/index.html"] == "title of the tag “wood” changed"
    assert "posts/two/index.html" not in digest.result.written


def test_adding_a_page_with_a_tag_does_not_rebuild_the_others(digest: Digest) -> None:
    digest.post("one", tags="[wood]", id="one").build()
    digest.post("two", tags="[wood]", topic="play", id="two").build()
    assert digest.result is not None
    assert "tags/wood/index.html" in digest.result.written
    assert "posts/one/index.html" not in digest.result.written
