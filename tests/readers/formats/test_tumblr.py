"""Posts of Tumblr: an export with folders that are not public, and the posts of its interface."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from sitegen.errors import DumpError
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import SourceRead, read_source
from tests.files import write_folder
from tests.pictures import PNG
from tests.readers.sources import only_document

_POST = "<html><body><p>{}</p><div id='footer'><span id='timestamp'>{}</span></div></body></html>"
_OTHER = {"blog": {"name": "bo"}, "content_raw": "canary", "is_root_item": True}


def _post(number: int, kind: str = "text", **fields: object) -> dict[str, Any]:
    return {
        "type": kind,
        "blog_name": "lamp",
        "id": number,
        "post_url": f"https://lamp.example/post/{number}",
        "timestamp": 1577934245,
        "state": "published",
        "reblog_key": "canary",
        "tags": ["sea marks"],
        "trail": [],
    } | fields


def _read(folder: Path, *posts: object, include: tuple[str, ...] = ()) -> SourceRead:
    (folder / "posts.json").write_text(json.dumps({"response": {"posts": posts}}), "utf-8")
    return read_source(folder / "posts.json", ReadOptions(frozenset(include)))


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("draft", "draft"),
        ("private", "private"),
        ("queued", "scheduled"),
        ("submission", "somebody else's"),
        ("transition", "not public"),
    ],
)
def test_only_posts_outside_of_all_folders_are_public(
    tmp_path: Path, folder: str, reason: str
) -> None:
    for name, text in (("1", "mine"), (f"{folder}/2", "canary")):
        path = tmp_path / f"posts/html/{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_POST.format(text, ""), "utf-8")
    read = read_source(tmp_path, ReadOptions())
    assert ([each.text for each in read.documents], read.left_out) == (["mine"], {reason: 1})


def test_folders_beside_that_of_the_posts_are_counted_by_their_reason(tmp_path: Path) -> None:
    held = ("private/2", "draft/3", "drafts/4", "queued/5", "submitted/6", "media/7")
    with zipfile.ZipFile(tmp_path / "posts.zip", "w") as archive:
        for name in ("html/1", *held):
            text = "mine" if name == "html/1" else "canary"
            archive.writestr(f"{name}.html", _POST.format(text, ""))
    with zipfile.ZipFile(tmp_path / "tumblr.zip", "w") as export:
        export.write(tmp_path / "posts.zip", "posts/posts.zip")
    read = read_source(tmp_path / "tumblr.zip", ReadOptions())
    assert [document.text for document in read.documents] == ["mine"]
    assert read.left_out == {"private": 1, "draft": 2, "scheduled": 1, "somebody else's": 1}


def test_a_post_that_became_private_is_left_out_of_the_older_export_too(tmp_path: Path) -> None:
    exports = {
        "lamp-1.zip": {"posts/html/1.html": ("canary", "January 2nd, 2020 3:04am")},
        "lamp-2.zip": {
            "posts/html/private/1.html": ("canary", "January 2nd, 2020 3:04am"),
            "posts/html/2.html": ("mine", "January 2nd, 2021 3:04am"),
        },
    }
    for name, posts in exports.items():
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for path, (text, moment) in posts.items():
                archive.writestr(path, _POST.format(text, moment))
    with zipfile.ZipFile(tmp_path / "both.zip", "w") as both:
        for name in exports:
            both.write(tmp_path / name, name)
    read = read_source(tmp_path / "both.zip", ReadOptions())
    assert [document.text for document in read.documents] == ["mine"]
    assert read.left_out == {"private": 1, "superseded": 1}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"state": "draft"}, "draft"),
        ({"state": "private"}, "private"),
        ({"state": "queued"}, "scheduled"),
        ({"state": "unapproved"}, "pending"),
        ({"state": "something new"}, "not public"),
        ({"reblogged_from_name": "bo", "trail": [_OTHER]}, "repost"),
        ({"parent_post_url": "https://bo.example/post/1", "content": []}, "repost"),
        ({"trail": [_OTHER]}, "repost"),
        ({"blog_name": "bo"}, "somebody else's"),
        ({"is_submission": True}, "somebody else's"),
    ],
)
def test_posts_of_the_interface_say_whether_they_are_public_and_one_s_own(
    tmp_path: Path, fields: Mapping[str, object], reason: str
) -> None:
    own = [_post(number, body="<p>mine</p>") for number in (1, 2)]
    read = _read(tmp_path, *own, _post(3) | {"body": "canary", **fields})
    assert [document.text for document in read.documents] == ["mine", "mine"]
    assert read.left_out == {reason: 1}


@pytest.mark.parametrize(
    ("post", "text"),
    [
        (_post(1, title="Oil", body="<p>It <b>burns</b></p>"), "It **burns**"),
        (
            _post(
                1,
                "photo",
                caption="<p>A lamp</p>",
                photos=[{"caption": "Left", "original_size": {"url": "https://a.example/l.jpg"}}],
            ),
            "![](https://a.example/l.jpg)\n\nLeft\n\nA lamp",
        ),
        (_post(1, "quote", text="It burns", source="<i>Ann</i>"), "> It burns\n\n— *Ann*"),
        (_post(1, "answer", question="Why?", answer="<p>Oil</p>"), "> Why?\n\nOil"),
        (
            _post(1, "chat", dialogue=[{"label": "Ann:", "phrase": "hi"}]),
            "**Ann:** hi",
        ),
        (
            _post(1, "video", video_url="https://a.example/f.mp4", caption="<p>Waves</p>"),
            "https://a.example/f.mp4\n\nWaves",
        ),
        (
            _post(1, body="<p>more</p>", reblogged_from_name="lamp", reblogged_from_id="7"),
            "more",
        ),
    ],
)
def test_each_type_of_post_has_its_own_form(
    tmp_path: Path, post: Mapping[str, object], text: str
) -> None:
    document = only_document(_read(tmp_path, post))
    assert document.text == text
    assert (document.author, document.tags) == ("lamp", ("sea marks",))
    assert document.source == "https://lamp.example/post/1"
    assert document.date is not None
    assert document.date.isoformat() == "2020-01-02T03:04:05+00:00"


@pytest.mark.parametrize("comment", ["", "It burns"])
def test_a_field_for_a_reblog_that_names_no_other_post_makes_none(
    tmp_path: Path, comment: str
) -> None:
    own = {"blog": {"name": "lamp"}, "content": "It burns", "is_root_item": True}
    posts = [
        _post(1, body="It burns", reblog={"comment": comment, "tree_html": ""}, trail=[own]),
        _post(
            2, body="canary", reblog={"comment": "", "tree_html": "<p>By bo</p>"}, trail=[_OTHER]
        ),
    ]
    posts = [{name: post[name] for name in post if name != "reblog_key"} for post in posts]
    fields = ("body", "timestamp", "state", "reblog")
    for found in (posts, [{name: post[name] for name in fields} for post in posts]):
        read = _read(tmp_path, *found)
        assert (only_document(read).text, read.left_out) == ("It burns", {"repost": 1})


def test_a_link_post_of_the_interface_is_about_its_page(tmp_path: Path) -> None:
    fields = {"title": "Oil", "url": "https://href.li/?https://b.example/o", "description": "Read"}
    document = only_document(_read(tmp_path, _post(1, "link", **fields)))
    assert document.link is not None
    assert (document.link.address, document.title, document.text) == (
        "https://b.example/o",
        "Oil",
        "Read",
    )


def test_a_block_whose_subtype_is_no_text_is_a_paragraph(tmp_path: Path) -> None:
    block = {"type": "text", "text": "Oil", "subtype": ["quote"]}
    assert only_document(_read(tmp_path, _post(1, content=[None, block]))).text == "Oil"


def test_a_state_of_another_type_is_not_public(tmp_path: Path) -> None:
    read = _read(tmp_path, _post(1, body="Oil"), _post(2, body="canary", state=["private"]))
    assert (only_document(read).text, read.left_out) == ("Oil", {"not public": 1})


def _text(text: str, subtype: str = "", **fields: object) -> dict[str, object]:
    return {"type": "text", "text": text, "subtype": subtype, **fields}


def test_the_blocks_of_the_editor_become_markdown(tmp_path: Path) -> None:
    styles = [
        {"start": 0, "end": 4, "type": "bold"},
        {"start": 2, "end": 6, "type": "italic"},
        {"start": 5, "end": 99, "type": "bold"},
        {"start": 7, "end": 10, "type": "mention", "blog": {"url": "https://bo.example/"}},
    ]
    blocks = [
        _text("Oil", "heading1"),
        _text("🔥 burn @bo & <b>", formatting=styles),
        _text("Said", "quote"),
        _text("one", "unordered-list-item"),
        _text("in", "ordered-list-item", indent_level=1),
        _text("two", "unordered-list-item"),
        {
            "type": "image",
            "media": [{"url": "https://a.example/l.jpg"}],
            "alt_text": "A lamp",
            "caption": "Left",
        },
        {"type": "link", "url": "https://b.example/", "title": "B", "description": "On b"},
        {"type": "audio", "url": "https://c.example/s", "artist": "Ann", "title": "Foghorn"},
        {"type": "poll", "question": "Why?", "answers": [{"answer_text": "Oil"}]},
        {"type": "unknown", "text": "?"},
    ]
    document = only_document(_read(tmp_path, _post(1, "blocks", content=blocks)))
    assert document.title == "Oil"
    assert document.text.split("\n\n") == [
        "**🔥 _bu_**_rn_ [@bo](https://bo.example/) & \\<b>",
        "> Said",
        "- one\n  1. in\n- two",
        "![A lamp](https://a.example/l.jpg)",
        "Left",
        "[B](https://b.example/)",
        "On b",
        "[Ann: Foghorn](https://c.example/s)",
        "Why?",
        "- Oil",
    ]


def test_reblogs_that_are_asked_for_show_whose_words_stand_above(tmp_path: Path) -> None:
    trail = [{"blog": {"name": "bo"}, "content": [_text("It burns")]}]
    post = _post(1, "blocks", content=[_text("Yes")], trail=trail, reblogged_from_name="bo")
    assert (
        only_document(_read(tmp_path, post, include=("reposts",))).text
        == "bo:\n\n> It burns\n\nYes"
    )


def test_a_backup_of_posts_brings_their_pictures(tmp_path: Path) -> None:
    photo = {"original_size": {"url": "https://64.media.tumblr.com/x/l.png"}}
    for number in (1, 2):
        path = tmp_path / f"lamp/json/{number}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(_post(number, "photo", photos=[photo])), "utf-8")
    (tmp_path / "lamp/media").mkdir()
    (tmp_path / "lamp/media/l.png").write_bytes(PNG)
    read = read_source(tmp_path, ReadOptions())
    assert [document.media[0].entry for document in read.documents] == ["lamp/media/l.png"] * 2


def test_posts_that_an_account_likes_are_not_its_own(tmp_path: Path) -> None:
    liked = [_post(1, body="canary", blog_name="bo")]
    (tmp_path / "likes.json").write_text(json.dumps({"response": {"liked_posts": liked}}))
    with pytest.raises(DumpError):
        read_source(tmp_path / "likes.json", ReadOptions())


def _old(kind: str, **fields: object) -> dict[str, Any]:
    facts = {"id": "7", "url": "https://a.example/7", "unix-timestamp": 1577934245, "tags": ["sea"]}
    return {"type": kind, "url-with-slug": "https://a.example/7/oil", "mobile": 0, **facts} | fields


@pytest.mark.parametrize("form", ["{}", "var tumblr_api_read = {};\n"])
def test_posts_of_the_first_version_of_the_interface_are_read(tmp_path: Path, form: str) -> None:
    posts = [
        _old("regular", **{"regular-title": "Oil", "regular-body": "<p>It <b>burns</b></p>"}),
        _old("photo", id="8", **{"photo-url-1280": "https://a.example/l.jpg", "photos": []}),
        _old("quote", id="9", **{"quote-text": "It burns", "quote-source": "Ann"}),
        _old("link", id="10", **{"link-text": "B", "link-url": "https://b.example/"}),
        _old("conversation", id="11", conversation=[{"label": "Ann:", "phrase": "hi"}]),
        _old("regular", id="12", **{"regular-body": "canary", "reblogged-from-name": "bo"}),
        _old("photo", id="13", **{"photo-caption": "canary", "is-submission": True}),
    ]
    answer = json.dumps({"tumblelog": {"name": "lamp"}, "posts": posts})
    (tmp_path / "tumblr.json").write_text(form.replace("{}", answer), "utf-8")
    read = read_source(tmp_path / "tumblr.json", ReadOptions())
    assert [(document.title, document.text) for document in read.documents] == [
        ("Oil", "It **burns**"),
        (None, "![](https://a.example/l.jpg)"),
        (None, "> It burns\n\n— Ann"),
        ("B", ""),
        (None, "**Ann:** hi"),
    ]
    assert {document.source for document in read.documents} == {"https://a.example/7/oil"}
    assert read.left_out == {"repost": 1, "somebody else's": 1}


def _page(number: int, content: str, kind: str = "text", head: str = "", foot: str = "") -> str:
    link = (
        f"<a class=llink href=../posts/{number}.html>¶</a>\n<a href=https://tmblr.co/{number}>●</a>"
    )
    time = "<time datetime=2020-01-02T03:04:05Z>01/02/20</time>"
    return (
        f"<!DOCTYPE html>\n<title>Lamp</title>\n<body>\n\n<article class={kind} id=p-{number}>\n"
        f"<header>\n{head}<p>{time}\n{link}\n</header>\n{content}{foot}\n</article>\n</body>"
    )


def test_a_page_of_a_backup_that_is_cut_off_is_examined_in_little_time(tmp_path: Path) -> None:
    page = _page(1, "<header>x</header><footer>x</footer>" * 300)
    (tmp_path / "1.html").write_text(page.partition("</article>")[0], "utf-8")
    start = process_time()
    assert read_source(tmp_path / "1.html", ReadOptions()).left_out == {"incomplete": 1}
    assert process_time() - start < 0.5


def test_a_backup_in_html_gives_each_post_once(tmp_path: Path) -> None:
    tags = "\n<footer><a href=../tags/sea>#sea marks</a>\n — 3 notes</footer>"
    photo = '<h2>Oil</h2>\n<p><img src="../media/l.png" alt="A lamp"></p>\n<p>It <b>burns</b></p>'
    liked = '<p><a href="https://bo.example/" class="tumblr_blog">bo</a>:</p>\n'
    reblog = "<a href=https://bo.example/post/1>⬈</a>\n"
    files = {
        "posts/1.html": _page(1, photo, "photo", foot=tags),
        "posts/2/index.html": _page(2, "<p>Fog</p>"),
        "posts/3.html": _page(3, "<p>canary</p>", "liked-text", liked),
        "posts/4.html": _page(4, "<p>canary</p>", head=reblog),
        "archive/2020-01.html": _page(1, photo, "photo"),
        "index.html": "<title>The lamp</title><p>canary</p>",
        "media/l.png": PNG,
    }
    read = read_source(write_folder(tmp_path, files), ReadOptions())
    assert [(d.title, d.text, d.tags, d.source) for d in read.documents] == [
        (
            "Oil",
            "![A lamp](../media/l.png)\n\nIt **burns**",
            ("sea marks",),
            "https://tmblr.co/1",
        ),
        (None, "Fog", (), "https://tmblr.co/2"),
    ]
    assert read.documents[0].media[0].entry == "media/l.png"
    assert {str(document.date) for document in read.documents} == {"2020-01-02 03:04:05+00:00"}
    assert read.left_out == {"repost": 1, "somebody else's": 1}
    assert "canary" not in repr(read.documents)
