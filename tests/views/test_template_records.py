"""What templates receive of a page and of the site."""

import re

import pytest

from sitegen.views.body_store import Body
from sitegen.views.template_records import PageRef, PageView, SiteView
from tests.digest import Digest, collect


def view(digest: Digest) -> SiteView:
    return collect(digest.root).snapshot.site


def view_post(digest: Digest, text: str, **header: str) -> PageView:
    snapshot = collect(digest.post("one", text, **header).root).snapshot
    return snapshot.pages[snapshot.site.posts[0].id]


def body_of_post(digest: Digest, text: str, **header: str) -> Body:
    snapshot = collect(digest.post("one", text, **header).root).snapshot
    return snapshot.bodies.get(snapshot.pages[snapshot.site.posts[0].id].html.digest)


@pytest.mark.parametrize("before", ["![Lamp](/media/lamp.png)", "[TOC]", "***"])
def test_a_heading_below_a_picture_is_the_label_without_the_text_after_it(
    digest: Digest, before: str
) -> None:
    assert view_post(digest, f"{before}\n\n# On lamps\n\nThey burn.").label == "On lamps"


def test_a_heading_below_the_first_words_is_no_part_of_the_label(digest: Digest) -> None:
    text = "On lamps.\n\n## Lamps\n\nThey burn."
    assert view_post(digest, text).label == "On lamps"
    assert view_post(digest, "Lamps burn.\n\n## Lamps\n\nMore.").label == "Lamps burn"


def test_a_post_without_a_title_has_a_label(digest: Digest) -> None:
    post = view_post(digest, "Took up the cello at 58. It is going well.")
    assert (post.title, post.label) == (None, "Took up the cello at 58")


GERMAN = "Der Zug nach Wien hatte wieder Verspätung."
ARABIC = "القطار متأخر مرة أخرى"


def language(digest: Digest, usual: str, text: str, **header: str) -> tuple[str | None, str]:
    post = view_post(digest.write("sitegen.toml", f'language = "{usual}"\n'), text, **header)
    return post.lang, post.dir


@pytest.mark.parametrize(
    ("usual", "text", "lang", "direction"),
    [
        ("en", GERMAN, "de", "ltr"),
        ("en", ARABIC, "ar", "rtl"),
        ("de", GERMAN, None, "ltr"),
        ("de-AT", GERMAN, None, "ltr"),
        ("ar-EG", ARABIC, None, "rtl"),
        ("ar", GERMAN, "de", "ltr"),
        ("ar", "Well, well.", None, "ltr"),
        ("en", "سلام", None, "rtl"),
        ("ar", "12:30", None, "rtl"),
        ("en", "12:30", None, "ltr"),
    ],
)
def test_a_text_names_its_language_where_that_is_not_the_usual_and_runs_its_way(
    digest: Digest, usual: str, text: str, lang: str | None, direction: str
) -> None:
    assert language(digest, usual, text) == (lang, direction)


def test_the_language_that_a_page_states_goes_before_what_its_text_shows(digest: Digest) -> None:
    assert language(digest, "en", GERMAN, lang="nl") == ("nl", "ltr")
    assert language(digest, "en", GERMAN, lang="en") == (None, "ltr")
    assert language(digest, "en", "Colour.", lang="en-GB") == ("en-GB", "ltr")
    assert language(digest, "en", "Well, well.", lang="ar-Latn") == ("ar-Latn", "ltr")


def test_pages_are_looked_at_again_when_the_language_of_the_digest_changes(digest: Digest) -> None:
    template = "<p lang='{{ page.lang }}' dir='{{ page.dir }}'>{{ page.date | day }}</p>"
    digest.write("themes/mine/templates/post.html", template)
    digest.write("sitegen.toml", 'theme = "mine"\n').post("one", GERMAN, date="2023-03-29").build()
    digest.shows("posts/one/", "<p lang='de' dir='ltr'>29 March 2023</p>")
    digest.write("sitegen.toml", 'theme = "mine"\nlanguage = "de"\n').build()
    digest.shows("posts/one/", "<p lang='None' dir='ltr'>29. März 2023</p>")


def test_a_title_helps_to_tell_the_language(digest: Digest) -> None:
    assert language(digest, "en", "Nein.", title="Hat der Zug wieder Verspätung?") == ("de", "ltr")


@pytest.mark.parametrize(("usual", "direction"), [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl")])
def test_the_site_runs_the_way_of_its_language(digest: Digest, usual: str, direction: str) -> None:
    assert view(digest.write("sitegen.toml", f'language = "{usual}"\n')).dir == direction


def test_a_short_text_is_its_own_excerpt(digest: Digest) -> None:
    assert view_post(digest, "One.\n\nTwo.").excerpt == "One. Two."


def test_an_excerpt_ends_with_a_sentence_where_it_can(digest: Digest) -> None:
    post = view_post(digest, "A sentence of six whole words. " * 20)
    assert len(post.excerpt) <= 300
    assert post.excerpt.endswith("words.")


def test_an_excerpt_of_one_long_sentence_ends_between_words(digest: Digest) -> None:
    assert view_post(digest, "word " * 200).excerpt.endswith("word…")


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (230, 1), (231, 2), (2300, 10)])
def test_the_reading_time_is_in_whole_minutes(digest: Digest, words: int, minutes: int) -> None:
    post = view_post(digest, "word " * words)
    assert (post.words, post.minutes) == (words, minutes)


def test_the_host_of_a_source_has_no_www(digest: Digest) -> None:
    assert view_post(digest, "A.", source="https://www.a.example/1").source_host == "a.example"


def test_an_imported_text_keeps_its_quotes_and_lines_and_the_editors_own_is_set_well(
    digest: Digest,
) -> None:
    imported = body_of_post(digest, '"One"\ntwo', dump="{file: d.txt, lines: [1, 2]}")
    assert imported.html == '<p>"One"<br>two</p>'
    assert "“One”" in body_of_post(digest, '"One"\ntwo').html


def test_a_topic_shows_its_essays_and_the_posts_that_name_it(digest: Digest) -> None:
    digest.page("essays/lamp.md", "A lamp.", id="lamp", also="[craft]")
    digest.post("one").post("two", topic="play", also="[craft]")
    craft = collect(digest.root).snapshot.topics["craft"]
    assert (craft.essays, craft.count) == ((PageRef("lamp"),), 2)


def test_the_edition_has_the_date_of_its_front_page_or_of_its_newest_page(digest: Digest) -> None:
    digest.post("one", date="2024-02-01").post("two", date="2024-03-01")
    assert str(view(digest).last_date) == "2024-03-01 00:00:00+00:00"
    digest.page("index.md", "Welcome.", date="2024-05-01")
    assert str(view(digest).last_date) == "2024-05-01 00:00:00+00:00"
    assert str(view(digest).first_date) == "2024-02-01 00:00:00+00:00"


def test_the_front_page_may_rename_the_digest(digest: Digest) -> None:
    assert view(digest).title == "Test digest"
    assert view(digest.page("index.md", "Welcome.", title="Spring")).title == "Spring"


def test_footnotes_of_two_posts_on_one_page_have_different_ids(digest: Digest) -> None:
    for name in ("one", "two words"):
        digest.post(name, "Text[^a].\n\n[^a]: Note.", note='"Why[^b].\\n\\n[^b]: Because."')
    page = digest.build().html("topics/craft/")
    ids = re.findall(r'\bid="?(fn[^"\s>]*)', page)
    assert len(ids) == len(set(ids)) >= 4


def test_notes_and_headings_of_introductions_on_the_front_page_have_different_ids(
    digest: Digest,
) -> None:
    text = "Text[^a].\n\n# Tools\n\n[To them](#tools)\n\n[^a]: Note."
    digest.page("index.md", text).page("topics/craft/_index.md", text)
    digest.page("topics/trains/_index.md", text)
    digest.post("craft-note", text, "craft").post(
        "craft", text, "trains", note='"Why[^b].\n\n[^b]: So."'
    )
    front = digest.build().html("")
    ids = re.findall(r'\bid="?([^"\s>]*)', front)
    assert len(ids) == len(set(ids))
    assert sum("fn:" in name for name in ids) == 6
    assert set(re.findall(r'href="#([^"]+)"', front)) <= set(ids)
