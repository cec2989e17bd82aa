"""The posts in the exports of Reddit and LinkedIn."""

import json
import zipfile
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source
from sitegen.readers.formats.reddit.markup import plain_markup

_REDDIT = "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
_LINKEDIN = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"


def _zip(tmp_path: Path, **files: str) -> Path:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name}.csv", content)
    return path


def test_of_a_reddit_export_only_the_posts_are_opened(tmp_path: Path) -> None:
    posts = _REDDIT + (
        "a1,/r/tea/comments/a1/hot/,2024-01-02 08:00:00 UTC,canary-ip,tea,0,Hot &amp; sweet,"
        '/r/tea/comments/a1/hot/,"Some **bold** words\n\nand more"\n'
        "a2,https://www.reddit.com/r/tea/comments/a2/x/,2024-01-03 08:00:00 UTC,,tea,0,A page,"
        "https://page.example/x,\n"
        "a3,/r/tea/comments/a3/y/,2024-01-03 08:00:00 UTC,,tea,0,Gone,,[removed]\n"
        "a4,/r/tea/comments/a4/z/,2024-01-03 08:00:00 UTC,,tea,0,A cup,https://i.redd.it/c.jpg,\n"
    )
    messages = "id,permalink,date,ip,from,to,subject,body\nm1,/m,2024-01-01,,a,b,c,canary\n"
    facts = "statistic,value\naccount name,ann\nemail,canary@mail.example\n"
    path = _zip(tmp_path, posts=posts, messages=messages, statistics=facts)
    read = read_source(path, ReadOptions())
    words, link, picture = read.documents
    assert read.formats == ("reddit",)
    assert (words.title, words.author) == ("Hot & sweet", "ann")
    assert (words.text, words.is_markdown) == ("Some **bold** words\n\nand more", True)
    assert words.source == "https://www.reddit.com/r/tea/comments/a1/hot/"
    assert link.link == ("https://page.example/x", "A page", "page.example")
    assert [medium.name for medium in picture.media] == ["https://i.redd.it/c.jpg"]
    assert read.left_out == {"trash": 1}
    assert read.unread == ("messages.csv",)
    assert [lost.where for lost in read.lost] == ["https://i.redd.it/c.jpg"]


def test_a_removed_post_at_the_end_of_a_cut_table_is_left_out(tmp_path: Path) -> None:
    table = "id,permalink,date,subreddit,title,url,body\na1,/r/t/comments/a1/x/,,t,Tea,,Hot\n"
    path = tmp_path / "posts.csv"
    path.write_text(f"{table}a2,/r/t/comments/a2/x/,,t,canary,,[remo", "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.title for document in read.documents] == ["Tea"]
    assert read.left_out == {"trash": 1}


def test_hashtags_in_posts_on_linkedin_are_tags(tmp_path: Path) -> None:
    row = "2024-01-02 08:00:00,https://www.linkedin.com/feed/update/1,Knots #Rope #1 #rope,,,\n"
    (post,) = read_source(_zip(tmp_path, Shares=_LINKEDIN + row), ReadOptions()).documents
    assert post.tags == ("Rope", "rope")


def test_shares_of_2018_have_spaces_in_the_names_of_columns(tmp_path: Path) -> None:
    table = (
        "Date,Share Title,Share Link,Share Commentary,Shared URL,Media URL,Type,Visibility\n"
        "2016/08/25 17:41:57 UTC,Oil lamps,https://www.linkedin.com/feed/update/1,Burns,"
        "https://page.example/x,,Homepage,Public\n"
        "2016/08/26 17:41:57 UTC,,https://www.linkedin.com/feed/update/2,canary,,,Homepage,"
        "Connections\n"
    )
    path = tmp_path / "Shares.csv"
    path.write_text(table.replace(",", "\t"), "utf-16")
    read = read_source(path, ReadOptions())
    (post,) = read.documents
    assert (post.text, str(post.date)) == ("Burns", "2016-08-25 17:41:57+00:00")
    assert post.link == ("https://page.example/x", "Oil lamps", "page.example")
    assert read.left_out == {"followers only": 1}


def test_of_a_linkedin_export_only_the_shares_are_opened(tmp_path: Path) -> None:
    shares = _LINKEDIN + (
        '2024-01-02 08:00:00,https://www.linkedin.com/feed/update/1,"First ""line"".""\n""""\n'
        '""Third line.",https://page.example/x,,MEMBER_NETWORK\n'
        "2024-01-03 08:00:00,https://www.linkedin.com/feed/update/2,canary,,,CONNECTIONS\n"
        "2024-01-03 08:00:00,https://www.linkedin.com/feed/update/3,,,,MEMBER_NETWORK\n"
        "2024-01-03 08:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3AgroupPost%3A4-4,"
        "canary,,,MEMBER_NETWORK\n"
        "2024-01-03 08:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3AgroupPost%3A4-5,"
        "canary,,,ONLY_ME\n"
    )
    contacts = "First Name,Last Name,URL,Email Address\ncanary,canary,,canary@a.example\n"
    path = _zip(tmp_path, Shares=shares, Connections=contacts)
    read = read_source(path, ReadOptions())
    (document,) = read.documents
    assert read.formats == ("linkedin",)
    assert document.text == 'First "line".\n\nThird line.'
    assert document.source == "https://www.linkedin.com/feed/update/1"
    assert document.link == ("https://page.example/x", "", "page.example")
    assert read.left_out == {"followers only": 2, "not public": 1, "repost": 1}
    assert read.unread == ("Connections.csv",)


@pytest.mark.parametrize("part", [">!a", '![img](x "'])
def test_marks_of_reddit_that_nothing_closes_are_passed_in_linear_time(part: str) -> None:
    started = process_time()
    assert plain_markup(part * 13_000).text == part * 13_000
    assert process_time() - started < 0.3  # 0.01 s; seconds if each went on to the end


def test_an_export_without_posts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match=r"Shares\.csv"):
        read_source(_zip(tmp_path, Connections="First Name\ncanary\n"), ReadOptions())


_ARTICLE = """<html><head><title>Ropes</title></head><body><img src="https://media.example/c" />
<h1><a href="https://www.linkedin.com/pulse/ropes">Ropes &amp; knots</a></h1>
<p class="created">Created on 2026-02-24 00:06</p>{published}
<div><p>Three <strong>ropes</strong>.</p><div><img src="https://media.example/r" alt="A rope"></div>
<p>End.</p></div></body></html>"""


def test_published_articles_on_linkedin_are_read_and_drafts_left_out(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    published = '<p class="published">Published on 2026-02-25 00:09</p>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Articles/Articles/ropes.html", _ARTICLE.format(published=published))
        archive.writestr("Articles/Articles/draft.html", _ARTICLE.format(published="canary"))
        archive.writestr("Connections.csv", "canary")
    read = read_source(path, ReadOptions())
    (article,) = read.documents
    assert (article.title, article.source) == (
        "Ropes & knots",
        "https://www.linkedin.com/pulse/ropes",
    )
    assert article.text.startswith("Three **ropes**.")
    assert article.text.endswith("End.")
    assert article.date is not None
    assert article.date.isoformat() == "2026-02-25T00:09:00+00:00"
    assert [medium.alt for medium in article.media] == ["A rope"]
    assert read.left_out == {"draft": 1}
    assert read.unread == ("Connections.csv",)


def test_drafts_on_reddit_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "drafts.csv"
    path.write_text("id,title,body,kind,subreddit,is_public_link\n1,canary,canary,x,tea,\n")
    with pytest.raises(DumpError, match="drafts on Reddit"):
        read_source(path, ReadOptions())


def test_the_page_of_an_author_on_reddit_is_no_tag(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(f"{_REDDIT}a1,/r/u_ann/comments/a1/,2024-01-02,,u_ann,0,Hot,,Words\n")
    (post,) = read_source(path, ReadOptions()).documents
    assert post.tags == ()


def test_what_only_reddit_shows_in_a_text_becomes_words_and_is_lost(tmp_path: Path) -> None:
    body = "It >!burns!<.\n\n>!All night!<\n\n![img](ab1 'A wick')\n\n![gif](giphy|x)\n\n`>!x!<`"
    row = f'a1,/r/tea/comments/a1/,2024-01-02,,tea,0,Hot,,"{body}"\n'
    path = tmp_path / "posts.csv"
    path.write_text(_REDDIT + row, "utf-8")
    read = read_source(path, ReadOptions())
    (post,) = read.documents
    assert post.text == "It burns.\n\nAll night\n\nA wick\n\n\n\n`>!x!<`"
    assert [lost.what for lost in read.lost] == ["a picture in the text", "the hiding of spoilers"]


def _thing(number: int, kind: str = "t3", **fields: object) -> dict[str, Any]:
    own = {
        "id": f"a{number}",
        "title": f"Lamp {number}",
        "selftext": "",
        "author": "lampwick",
        "subreddit": "lamps",
        "permalink": f"/r/lamps/comments/a{number}/lamp/",
        "created_utc": 1710237600.0,
    }
    return {"kind": kind, "data": own | fields}


def _listing(*things: object) -> dict[str, Any]:
    return {"kind": "Listing", "data": {"after": None, "children": things}}


def _read_json(folder: Path, content: object) -> SourceRead:
    path = folder / "submitted.json"
    path.write_text(json.dumps(content), "utf-8")
    return read_source(path, ReadOptions())


def test_a_list_of_own_posts_on_reddit_is_read(tmp_path: Path) -> None:
    words = _thing(1, selftext="&gt; It burns\n\nAT&amp;T", title="A &amp; B")
    link = _thing(2, url="https://news.example/oil?a=1&amp;b=2")
    own = _thing(3, url="/r/lamps/comments/a3/lamp/")
    shared = _thing(4, url="/r/oil/comments/z9/wick/")
    read = _read_json(tmp_path, _listing(words, link, own, shared))
    first, second, third, fourth = read.documents
    assert third.link is None
    assert fourth.link is not None
    assert fourth.link.address == "https://www.reddit.com/r/oil/comments/z9/wick/"
    assert (first.title, first.text, first.author) == ("A & B", "> It burns\n\nAT&T", "lampwick")
    assert (first.tags, first.source) == (
        ("lamps",),
        "https://www.reddit.com/r/lamps/comments/a1/lamp/",
    )
    assert second.link is not None
    assert second.link.address == "https://news.example/oil?a=1&b=2"


def test_what_is_not_ones_own_in_a_list_of_reddit_is_left_out(tmp_path: Path) -> None:
    pages = [
        _listing(_thing(1), _thing(2), _thing(2), _thing(3, author="canary", title="canary")),
        _listing(
            _thing(4, "t1", body="canary"),
            _thing(5, subreddit_type="private", title="canary"),
            _thing(6, removed_by_category="moderator", title="canary"),
            _thing(7, "t5"),
            None,
        ),
    ]
    read = _read_json(tmp_path, pages)
    assert [document.title for document in read.documents] == ["Lamp 1", "Lamp 2"]
    assert read.left_out == {
        "comment": 1,
        "duplicate": 1,
        "incomplete": 1,
        "not public": 1,
        "other kind": 1,
        "somebody else's": 1,
        "trash": 1,
    }


def test_the_pictures_of_a_gallery_on_reddit_are_lost(tmp_path: Path) -> None:
    pictures = {"x": {"s": {"u": "https://preview.redd.it/x.jpg?a=1&amp;b=2"}}, "y": {"s": None}}
    read = _read_json(tmp_path, _listing(_thing(1, media_metadata=pictures)))
    assert [lost.where for lost in read.lost] == ["https://preview.redd.it/x.jpg?a=1&b=2"]
