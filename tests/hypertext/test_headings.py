import re

from sitegen.hypertext.headings import prefix_headings
from tests.digest import Digest


def test_ids_of_headings_and_links_to_them_begin_with_the_name_of_the_post() -> None:
    html = '<p><a class="x" href="#a">A</a> <a href="#b">B</a></p><h2 id="a">href="#a"</h2>'
    assert prefix_headings(html, "posts/lamp/") == (
        '<p><a class="x" href="#lamp:a">A</a> <a href="#b">B</a></p><h2 id="lamp:a">href="#a"</h2>'
    )


def test_headings_of_two_posts_on_a_page_have_different_ids(digest: Digest) -> None:
    text = "See [there](#tools).\n\n## Tools"
    digest.post("one", text).post("two", text).build()
    digest.shows("posts/one/", '<h2 id="tools">', 'href="#tools"')
    for page in ("", "topics/craft/"):
        digest.shows(page, 'id="one:tools"', 'href="#one:tools"', 'id="two:tools"')
        digest.lacks(page, 'id="tools"')


def test_a_post_that_a_page_shows_in_two_topics_has_other_ids_in_the_second(
    digest: Digest,
) -> None:
    text = "See[^1] [there](#tools).\n\n## Tools\n\n[^1]: A note."
    digest.post("one", text, also="[play, work]", note='"So[^1].\\n\\n[^1]: Mine."')
    digest.post("two", "Two.", topic="play").post("three", "Three.", topic="work").build()
    ids = re.findall(r' id="([^"]+)"', digest.html(""))
    assert len(ids) == len(set(ids))
    digest.shows("", 'id="one:tools"', 'id="play-one:tools"', 'href="#play-one:tools"')
    digest.shows("", 'id="fn:one:1"', 'id="fn:work:one:1"', 'href="#fnref:work:one:1"')
    digest.shows("", 'id="fn:one:note:1"', 'href="#fn:play:one:note:1"')
