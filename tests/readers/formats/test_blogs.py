"""Details of the exports of WordPress and Medium."""

import zipfile
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, read_source
from sitegen.readers.reading import SourceRead
from tests.files import write_folder
from tests.pictures import PNG
from tests.readers.sources import read_dump

_WXR = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:author><wp:author_login>ann@a.example</wp:author_login>
<wp:author_display_name>ann@a.example</wp:author_display_name>
<wp:author_first_name>Ann</wp:author_first_name><wp:author_last_name>Lee</wp:author_last_name>
</wp:author><item><title>One</title><dc:creator>ann@a.example</dc:creator>
<content:encoded>Words of it.</content:encoded><wp:post_id>1</wp:post_id>
<wp:status>publish</wp:status></item></channel></rss>"""
_STORY = """<article class="h-entry"><h1 class="p-name">Lamps</h1><section data-field="body">
<h3 class="graf--title">Lamps</h3><p>It burns.</p><figure>
<script src="https://gist.github.com/ann/0123.js"></script></figure><p>It ends.</p></section>
<footer><a href="https://medium.com/@ann/lamps-0123456789ab" class="p-canonical">Link</a></footer>
</article>"""


def test_an_author_who_shows_an_address_is_named_by_the_parts_of_the_name(tmp_path: Path) -> None:
    path = tmp_path / "wordpress.xml"
    path.write_text(_WXR, "utf-8")
    (document,) = read_dump(path)
    assert document.author == "Ann Lee"


def test_code_on_github_within_a_story_becomes_a_link(tmp_path: Path) -> None:
    path = tmp_path / "medium.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("posts/2020-01-02_Lamps-0123456789ab.html", _STORY)
        archive.writestr("profile/profile.html", "<p>canary</p>")
    (document,) = read_dump(path)
    assert document.text == "It burns.\n\nhttps://gist.github.com/ann/0123\n\nIt ends."


@pytest.mark.parametrize("folder", ["medium-export/posts", "medium-export"])
def test_pictures_that_a_program_put_beside_a_story_come_along(tmp_path: Path, folder: str) -> None:
    name = "2020-01-02_Lamps-0123456789ab"
    files = {
        f"{name}.html": _STORY.replace("It burns.", f'<img src="{name}/1*a.png" alt="Lit">'),
        f"{name}/1*a.png": "PNG",
        "2020-01-03_Oil-0123456789ac.html": _STORY.replace("Lamps", "Oil"),
    }
    write_folder(tmp_path / folder, files)
    read = read_source(tmp_path, ReadOptions())
    assert [document.title for document in read.documents] == ["Lamps", "Oil"]
    (medium,) = read.documents[0].media
    assert medium.entry == f"{folder}/{name}/1*a.png"
    assert (read.lost, read.unread) == ((), ())


def _short_text(body: str, *, more: str = "") -> str:
    return (
        '<article class="h-entry"><header><h1 class="p-name">I liked the lamp…</h1></header>'
        f'<section data-field="body"><p>I liked the lamp in it.</p>{body}</section><footer>{more}'
        '<a href="https://medium.com/@ann/i-liked-0123456789ab" class="p-canonical">Link</a>'
        "</footer></article>"
    )


def _read_stories(tmp_path: Path, *stories: str) -> SourceRead:
    for number, story in enumerate(stories):
        path = tmp_path / f"posts/2020-01-0{number + 1}_Story-{number:012}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(story, "utf-8")
    return read_source(tmp_path, ReadOptions())


def test_responses_on_medium_may_have_several_paragraphs(tmp_path: Path) -> None:
    read = _read_stories(tmp_path, _short_text(""), _short_text("<p>Yours is better.</p>"), _STORY)
    assert [document.title for document in read.documents] == ["Lamps"]
    assert read.left_out == {"comment": 2}
    assert any("does not mark responses" in remark for remark in read.remarks)


def test_stories_without_a_title_are_no_responses_if_they_have_what_only_stories_have(
    tmp_path: Path,
) -> None:
    tags = '<p class="p-tags">Tagged in <a class="p-tag" href="https://m.example">Lamps</a></p>'
    stories = (
        _short_text("", more=tags),
        _short_text("<p>Some words of it. </p>" * 250),
        _short_text('<figure><img src="https://m.example/a.jpg"></figure>'),
        _short_text("<h3>The wick</h3><p>It burns.</p>"),
        _short_text('<h4 class="graf--subtitle">On wicks</h4>'),
    )
    read = _read_stories(tmp_path, *stories)
    assert (len(read.documents), read.left_out) == (5, {})
    assert [document.tags for document in read.documents] == [("Lamps",), (), (), (), ()]


def test_a_response_has_a_subtitle_that_medium_cut_from_its_text(tmp_path: Path) -> None:
    body = "<p>I liked the lamp in it.</p><p>The oil is another matter, of which more.</p>"
    story = _write_story(tmp_path, "I liked the lamp in it.", "The oil is another…", body)
    assert read_source(story, ReadOptions()).left_out == {"comment": 1}


def test_a_card_a_mention_and_the_language_of_code_in_a_story_are_kept(tmp_path: Path) -> None:
    inner = (
        '<div class="graf--mixtapeEmbed"><a href="https://m.example"><strong>Wick</strong><br>'
        '<em class="markup--em markup--mixtapeEmbed-em">On oil</em>m.example</a></div>'
        '<pre data-code-block-lang="python"><span>x = 1</span></pre>'
        '<p>By <a href="/@bo" class="markup--user">Bo</a></p>'
    )
    path = tmp_path / "story.html"
    path.write_text(_STORY.replace("<p>It ends.</p>", inner), "utf-8")
    (document,) = read_dump(path)
    assert document.text.partition("0123\n\n")[2] == (
        "[**Wick**  \n*On oil*  \nm.example](https://m.example)\n\n```python\nx = 1\n```\n\n"
        "By [Bo](https://medium.com/@bo)"
    )


def test_drafts_and_private_posts_of_tumblr_are_left_out(tmp_path: Path) -> None:
    post = "<html><body><p>{}</p><div id='footer'></div></body></html>"
    folders = {"html": "mine", "drafts/html": "canary", "private/html": "canary"}
    for number, (folder, text) in enumerate(folders.items()):
        path = tmp_path / "posts" / folder / f"{number}.html"
        path.parent.mkdir(parents=True)
        path.write_text(post.format(text), "utf-8")
    read = read_source(tmp_path, ReadOptions())
    assert [document.text for document in read.documents] == ["mine"]
    assert read.left_out == {"draft": 1, "private": 1}


def test_posts_of_tumblr_in_their_archive_are_read_beside_folders_that_are_not_public(
    tmp_path: Path,
) -> None:
    post = "<html><body><p>{}</p><div id='footer'></div></body></html>"
    for number, folder in enumerate(("drafts", "submissions"), 2):
        (tmp_path / folder / "html").mkdir(parents=True)
        (tmp_path / folder / "html" / f"{number}.html").write_text(post.format("canary"), "utf-8")
    (tmp_path / "posts").mkdir()
    with zipfile.ZipFile(tmp_path / "posts" / "posts.zip", "w") as archive:
        archive.writestr("html/1.html", post.format("mine"))
    read = read_source(tmp_path, ReadOptions())
    assert [document.text for document in read.documents] == ["mine"]
    assert read.left_out == {"draft": 1, "somebody else's": 1}


def _write_story(folder: Path, title: str, subtitle: str, body: str) -> Path:
    path = folder / "story.html"
    path.write_text(
        f'<article class="h-entry"><header><h1 class="p-name">{title}</h1>'
        f'</header><section data-field="subtitle">{subtitle}</section>'
        f'<section data-field="body">{body}</section><footer>'
        '<a href="https://medium.com/@ann/the-0123456789ab" class="p-canonical">Link</a>'
        "</footer></article>",
        "utf-8",
    )
    return path


def test_a_subtitle_that_medium_cut_from_the_text_is_not_repeated(tmp_path: Path) -> None:
    text = "The lamp in the hall — which was Ann’s —burns all night, and nobody minds."
    subtitle = "The lamp in the hall — which was Ann’s — burns all night, and…"
    title = "The lamp in the hall — which…"
    story = _write_story(tmp_path, title, subtitle, f"<p>{text}</p>")
    (document,) = read_source(story, ReadOptions(frozenset({"comments"}))).documents
    assert (document.title, document.text) == (None, text)


def test_a_subtitle_of_emoji_alone_is_kept(tmp_path: Path) -> None:
    (document,) = read_dump(_write_story(tmp_path, "Lamps", "🎉🎉", "<p>It burns.</p>"))
    assert document.text == "🎉🎉\n\nIt burns."


_POSTS = "post_id,post_date,is_published,type,audience,title\n"


@pytest.mark.parametrize("true", ["true", "WAHR"])  # the latter as Excel saves it in German
def test_a_post_that_stands_twice_in_the_table_of_substack_is_read_once(
    tmp_path: Path, true: str
) -> None:
    row = f"1.one,2024-01-01T10:00:00.000Z,{true},newsletter,everyone,One\n"
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("posts.csv", _POSTS + row + row)
        archive.writestr("posts/1.one.html", "<p>It burns.</p>")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["It burns."]
    assert read.left_out == {"duplicate": 1}


def test_a_post_of_substack_with_a_date_to_come_is_scheduled(tmp_path: Path) -> None:
    row = "1.one,2099-01-01T10:00:00.000Z,true,newsletter,everyone,One\n"
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("posts.csv", _POSTS + row)
        archive.writestr("posts/1.one.html", "<p>canary</p>")
    assert read_source(path, ReadOptions()).left_out == {"scheduled": 1}


@pytest.mark.parametrize("folder", ["posts/", ""])
def test_texts_of_substack_without_the_table_that_says_what_is_published_are_refused(
    tmp_path: Path, folder: str
) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{folder}1.one.html", "<p>canary</p>")
        archive.writestr(f"{folder}2.two-lamps.html", "<p>canary</p>")
        archive.writestr("email_list.csv", "email\ncanary@a.example\n")
    with pytest.raises(DumpError, match=r"posts\.csv"):
        read_source(path, ReadOptions())


def test_web_pages_that_are_numbered_like_texts_of_substack_are_read(tmp_path: Path) -> None:
    for name in ("01.intro", "02.end"):
        page = f"<!doctype html><title>{name}</title><article><p>It burns.</p></article>"
        (tmp_path / f"{name}.html").write_text(page)
    assert len(read_dump(tmp_path)) == 2


def test_a_photo_of_tumblr_in_a_folder_with_a_colon_is_shown(tmp_path: Path) -> None:
    post = '<body><a href="https://a.example"></a><div class="caption"><p>A lamp.</p></div></body>'
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("posts/html/123.html", post)
        archive.writestr("lamps:mine/media/123.png", PNG)
    (document,) = read_dump(path)
    assert [medium.entry for medium in document.media] == ["lamps:mine/media/123.png"]
    assert document.text == "[![](123.png)](https://a.example)\n\nA lamp."


def test_the_exports_of_two_publications_in_one_folder_are_read(tmp_path: Path) -> None:
    for number, name in ((1, "one"), (2, "two")):
        (tmp_path / name / "posts").mkdir(parents=True)
        row = f"{number}.{name},2024-01-01T10:00:00.000Z,true,newsletter,everyone,{name}\n"
        (tmp_path / name / "posts.csv").write_text(_POSTS + row, "utf-8")
        (tmp_path / name / f"posts/{number}.{name}.html").write_text(f"<p>It is {name}.</p>")
    assert [each.text for each in read_dump(tmp_path)] == ["It is one.", "It is two."]


def test_two_stories_of_medium_with_one_address_are_both_kept(tmp_path: Path) -> None:
    path = tmp_path / "medium.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("posts/2020-01-02_Lamps-0123456789ab.html", _STORY)
        other = _STORY.replace("Lamps", "Wicks").replace("It burns", "They glow")
        archive.writestr("posts/2020-01-03_Wicks-0123456789ab.html", other)
    documents = read_dump(path)
    assert [document.title for document in documents] == ["Lamps", "Wicks"]
    assert len({document.id for document in documents}) == 2


_OF_2017 = """<article class="h-entry"><h1 class="p-name">Lamps</h1>
<section data-field="body"><p>It burns.</p></section><footer><p>{}</p></footer></article>"""
_FEED_OF_2017 = """<rss xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>
<title>Ann on Medium</title><generator>Medium</generator>
<item><title>Lamps</title><guid>https://medium.com/p/0123456789ab</guid>
<atom:updated>2017-03-07T20:32:08.404Z</atom:updated><description>It burns.</description></item>
<item><title>canary</title><guid>https://medium.com/p/0123456789ac</guid>
<atom:updated>1970-01-01T00:00:00.000Z</atom:updated><description>canary</description></item>
</channel></rss>"""


def test_an_export_of_medium_of_2017_holds_a_feed_with_drafts(tmp_path: Path) -> None:
    date = '<time class="dt-published" datetime="2017-03-07T20:32:08.404Z">March 7</time>'
    published = f'By Ann on <a href="https://medium.com/p/0123456789ab">{date}</a>.'
    draft = '<a href="https://medium.com/p/0123456789ac">View original.</a>'
    whole, feed = tmp_path / "medium.zip", tmp_path / "medium.rss"
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("2017-03-07_Lamps-0123456789ab.html", _OF_2017.format(published))
        archive.writestr("draft_canary-0123456789ac.html", _OF_2017.format(draft))
        archive.writestr("medium.rss", _FEED_OF_2017)
    feed.write_text(_FEED_OF_2017, "utf-8")
    for path in (whole, feed):
        read = read_source(path, ReadOptions())
        assert [(each.title, each.text) for each in read.documents] == [("Lamps", "It burns.")]
        assert read.left_out == {"draft": 1}
    (story,) = read_source(whole, ReadOptions()).documents
    assert story.source == "https://medium.com/p/0123456789ab"
    assert story.date is not None
