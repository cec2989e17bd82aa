"""Exports of Ghost: old versions, and posts without HTML."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import read_source


def _read(folder: Path, posts: list[dict[str, Any]], *, is_old: bool = False, **tables: Any) -> Any:
    data = {"posts": posts, **tables}
    whole = {"meta": {"version": "5.0.0"}, "data": data}
    path = folder / "blog.ghost.json"
    path.write_text(json.dumps(whole if is_old else {"db": [whole]}), "utf-8")
    return read_source(path, ReadOptions())


def test_tables_without_a_db_around_them_are_those_of_an_old_ghost(tmp_path: Path) -> None:
    written = {"markdown": "The *lamp*", "html": "<p>The <em>lamp</em></p>", "author_id": 1}
    posts = [
        {"id": 1, "title": "One", "page": 0, "status": "published", "image": "/a.jpg", **written},
        {"id": 2, "title": "Page", "page": 1, "status": "published", **written},
        {"id": 3, "title": "Draft", "page": 0, "status": "draft", **written},
    ]
    read = _read(tmp_path, posts, is_old=True, users=[{"id": 1, "name": "Ann"}])
    (document,) = read.documents
    assert (document.text, document.author) == ("![](/a.jpg)\n\nThe *lamp*", "Ann")
    assert read.left_out == {"page": 1, "draft": 1}


def test_a_post_that_was_only_sent_by_email_is_left_out(tmp_path: Path) -> None:
    posts = [{"id": "1", "title": "One", "html": "<p>canary</p>", "status": "published"}]
    read = _read(tmp_path, posts, posts_meta=[{"post_id": "1", "email_only": 1}])
    assert read.left_out == {"followers only": 1}


def test_cards_of_a_post_without_html_stay_in_their_places(tmp_path: Path) -> None:
    document = {
        "cards": [
            ["image", {"src": "/b.png", "alt": "B"}],
            ["bookmark", {"url": "https://b.example"}],
        ],
        "markups": [],
        "sections": [
            [1, "p", [[0, [], 0, "First."]]],
            [10, 0],
            [10, 1],
            [1, "p", [[0, [], 0, "Last."]]],
        ],
    }
    posts = [{"id": "1", "title": "One", "status": "published", "mobiledoc": json.dumps(document)}]
    (post,) = _read(tmp_path, posts).documents
    assert post.text == "First.\n\n![B](/b.png)\n\nhttps://b.example\n\nLast."


def test_a_post_that_is_one_card_of_markdown_stays_markdown(tmp_path: Path) -> None:
    document = {"cards": [["markdown", {"markdown": "The *lamp*"}]], "sections": [[10, 0]]}
    posts = [{"id": "1", "title": "One", "status": "published", "mobiledoc": json.dumps(document)}]
    (post,) = _read(tmp_path, posts).documents
    assert post.text == "The *lamp*"


def _lexical(*nodes: dict[str, Any]) -> dict[str, Any]:
    root = {"root": {"type": "root", "children": list(nodes)}}
    return {"id": "1", "title": "One", "status": "published", "lexical": json.dumps(root)}


def _paragraph(*texts: tuple[str, int]) -> dict[str, Any]:
    children = [{"type": "extended-text", "text": text, "format": bits} for text, bits in texts]
    return {"type": "paragraph", "children": children}


def test_a_card_of_markdown_among_others_stays_markdown_with_its_picture(tmp_path: Path) -> None:
    card = {"type": "markdown", "markdown": "- **a**\n- [b](https://b.example)\n\n![C](/c.png)"}
    (post,) = _read(tmp_path, [_lexical(_paragraph(("First.", 0)), card)]).documents
    assert post.text == "First.\n\n- **a**\n- [b](https://b.example)\n\n![C](/c.png)"
    assert [medium.name for medium in post.media] == ["/c.png"]


def test_formats_and_cards_of_the_editor_are_kept(tmp_path: Path) -> None:
    nodes = (
        _paragraph(("old", 4), (" 10", 0), ("6", 64), (" H", 0), ("2", 32), ("O", 0)),
        {"type": "codeblock", "code": "x = 1", "language": "python"},
        {"type": "button", "buttonText": "Go", "buttonUrl": "https://b.example"},
        {"type": "product", "productTitle": "Lamp", "productDescription": "<p>Bright</p>"},
        {"type": "header", "header": "Part two", "subheader": "Oil"},
        {"type": "call-to-action", "textValue": "<p>Read on</p>"},
        {"type": "email", "html": "<p>canary</p>"},
        {"type": "signup", "header": "canary"},
    )
    (post,) = _read(tmp_path, [_lexical(*nodes)]).documents
    assert post.text == (
        "~~old~~ 10⁶ H₂O\n\n```python\nx = 1\n```\n\n[Go](https://b.example)\n\n#### Lamp\n\n"
        "Bright\n\n## Part two\n\nOil\n\nRead on"
    )


def test_a_passage_for_members_only_is_left_out(tmp_path: Path) -> None:
    gate = "<!--kg-gated-block:begin nonMember:{} memberSegment:x -->{}<!--kg-gated-block:end-->"
    html = "<p>Open.</p>" + gate.format("false", "<p>canary</p>") + gate.format("true", "All.")
    posts = [{"id": "1", "title": "One", "status": "published", "html": html}]
    assert [post.text for post in _read(tmp_path, posts).documents] == ["Open.\n\nAll."]
    hidden = {"visibility": {"web": {"nonMember": False}}}
    nodes = (_paragraph(("Open.", 0)), {"type": "html", "html": "<p>canary</p>", **hidden})
    assert [post.text for post in _read(tmp_path, [_lexical(*nodes)]).documents] == ["Open."]


def test_a_picture_is_found_by_a_whole_address_and_by_that_of_a_size(tmp_path: Path) -> None:
    whole = "https://blog.example/content/images/2024/a.png"
    size = "__GHOST_URL__/content/images/size/w600/2024/a.png"
    html = f'<img src="{whole}" alt="A"><img src="{size}" alt="B">'
    posts = [{"id": "1", "title": "One", "status": "published", "html": html}]
    file = tmp_path / "dump" / "content" / "images" / "2024" / "a.png"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\x89PNG")
    _read(tmp_path / "dump", posts)
    (post,) = read_source(tmp_path / "dump", ReadOptions()).documents
    assert [medium.entry for medium in post.media] == ["content/images/2024/a.png"] * 2


_SERVED = {
    "uuid": "u1",
    "slug": "one",
    "title": "One",
    "html": "<p>The lamp</p>",
    "comment_id": "1",
}
_AUTHOR, _TAG = (
    {"name": "Ann", "email": "canary-mail@b.example"},
    {"name": "Light", "slug": "light"},
)
_INTERNAL = {"name": "#canary", "slug": "hash-canary", "visibility": "internal"}


def test_posts_of_the_interface_carry_their_tags_and_authors(tmp_path: Path) -> None:
    public: dict[str, Any] = {**_SERVED, "url": "https://b.example/one/", "visibility": "public"}
    public |= {"authors": [_AUTHOR, {"name": "Bo"}], "tags": [_TAG, _INTERNAL]}
    paid = {**_SERVED, "uuid": "u2", "visibility": "paid"}
    draft = {**_SERVED, "uuid": "u3", "status": "draft"}
    path = tmp_path / "posts.json"
    path.write_text(json.dumps({"posts": [public, paid, draft], "meta": {}}), "utf-8")
    read = read_source(path, ReadOptions())
    (document,) = read.documents
    assert (document.title, document.text, document.author) == ("One", "The lamp", "Ann, Bo")
    assert (document.source, document.tags) == ("https://b.example/one/", ("Light",))
    assert read.left_out == {"paid": 1, "draft": 1}


@pytest.mark.parametrize("is_wrapped", [False, True])
def test_posts_beside_their_addresses_are_posts_and_not_links(
    tmp_path: Path, *, is_wrapped: bool
) -> None:
    data: dict[str, Any] = {
        "slug": "one",
        "title": "One",
        "html": "<p>The lamp</p>",
        "status": "published",
    }
    data |= {"author": {"url": "/author/ann", "data": _AUTHOR}}
    data |= {"tags": [{"url": "/tag/light", "data": _TAG}, {"url": "", "data": _INTERNAL}]}
    draft = {**data, "slug": "two", "html": "canary", "status": "draft"}
    posts = [{"url": f"https://b.example/{p['slug']}", "data": p} for p in (data, draft)]
    path = tmp_path / "ghost.json"
    path.write_text(json.dumps({"posts": posts} if is_wrapped else posts), "utf-8")
    read = read_source(path, ReadOptions())
    (document,) = read.documents
    assert (document.title, document.text, document.author) == ("One", "The lamp", "Ann")
    assert (document.source, document.link) == ("https://b.example/one", None)
    assert document.tags == ("Light",)
    assert read.left_out == {"draft": 1}


def test_a_feature_image_that_the_dump_lacks_is_lost(tmp_path: Path) -> None:
    post = {"id": "1", "title": "One", "status": "published", "html": "<p>a</p>"}
    read = _read(tmp_path, [{**post, "feature_image": "https://b.example/f.jpg"}])
    assert [lost.where for lost in read.lost] == ["https://b.example/f.jpg"]


def test_a_list_below_an_item_of_a_list_is_part_of_it(tmp_path: Path) -> None:
    def items(*children: dict[str, Any]) -> list[dict[str, Any]]:
        return [{"type": "listitem", "children": [child]} for child in children]

    first, inner = ({"type": "extended-text", "text": text, "format": 0} for text in ("a", "b"))
    nested = {"type": "list", "tag": "ul", "children": items(inner)}
    post = _lexical({"type": "list", "tag": "ol", "start": 1, "children": items(first, nested)})
    (document,) = _read(tmp_path, [post]).documents
    assert document.text == "1. a\n   - b"


def test_a_feature_image_keeps_its_caption_and_its_alternative_text(tmp_path: Path) -> None:
    picture = {"feature_image": "/a.jpg", "title": "(Untitled)"}
    posts = [{"id": "1", "html": "<p>It burns.</p>", "status": "published", **picture}]
    meta = {"post_id": "1", "feature_image_alt": "A lamp", "feature_image_caption": "By <b>Ann</b>"}
    (post,) = _read(tmp_path, posts, posts_meta=[meta]).documents
    assert post.text == "![A lamp](/a.jpg)\n\nBy **Ann**\n\nIt burns."
    assert post.title is None


def test_a_passage_for_members_only_is_reported(tmp_path: Path) -> None:
    gate = '<!--kg-gated-block:begin nonMember:false memberSegment:"" -->'
    html = f"<p>It burns.</p>{gate}<p>canary</p><!--kg-gated-block:end-->"
    read = _read(tmp_path, [{"id": "1", "title": "One", "html": html, "status": "published"}])
    assert [lost.what for lost in read.lost] == ["a passage for members"]


@pytest.mark.parametrize(
    ("canonical", "source"),
    [("", None), (None, None), (5, None), ("https://a.example/1", "https://a.example/1")],
)
def test_an_empty_canonical_address_is_none(
    tmp_path: Path, canonical: object, source: str | None
) -> None:
    post = {"id": "1", "title": "One", "html": "<p>Words</p>", "status": "published"}
    read = _read(tmp_path, [post | {"canonical_url": canonical, "visibility": "public"}])
    assert [document.source for document in read.documents] == [source]


def _export(path: Path, text: str, changed: str, **fields: str) -> None:
    post = {"id": "p1", "uuid": "u1", "title": "Lamp", "status": "published", "html": text}
    dates = {"published_at": "2021-05-04T10:00:00.000Z", "updated_at": f"{changed}T10:00:00.000Z"}
    data = {"posts": [post | dates | fields]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"db": [{"meta": {}, "data": data}]}), "utf-8")


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
@pytest.mark.parametrize("fields", [{}, {"visibility": "members"}, {"status": "draft"}])
def test_the_export_in_which_a_post_was_changed_last_says_what_it_is(
    tmp_path: Path, first: str, second: str, fields: dict[str, str]
) -> None:
    _export(tmp_path / first / "lamp.ghost.json", "canary", "2021-06-01")
    _export(tmp_path / second / "lamp.ghost.json", "Later", "2022-06-01", **fields)
    read = read_source(tmp_path, ReadOptions())
    assert [document.text for document in read.documents] == ([] if fields else ["Later"])
    assert read.left_out["superseded"] == 1


def test_the_exports_of_several_blogs_in_one_folder_are_read(tmp_path: Path) -> None:
    for name in ("a", "b"):
        _export(tmp_path / name / f"{name}.ghost.json", name, "2021-06-01", uuid=name, title=name)
    read = read_source(tmp_path, ReadOptions())
    assert [document.text for document in read.documents] == ["a", "b"]


def test_a_card_of_a_file_has_its_title(tmp_path: Path) -> None:
    card = {"src": "https://a.example/content/files/plan.pdf", "fileTitle": "The plan"}
    document = {"cards": [["file", card]], "markups": [], "sections": [[10, 0]]}
    posts = [{"id": "1", "title": "One", "status": "published", "mobiledoc": json.dumps(document)}]
    (post,) = _read(tmp_path, posts).documents
    assert post.text == f"[The plan]({card['src']})"


def test_the_picture_of_a_card_about_a_page_is_no_picture_of_the_post(tmp_path: Path) -> None:
    card = (
        '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" '
        'href="https://b.example/"><div class="kg-bookmark-title">Oil</div>'
        '<div class="kg-bookmark-thumbnail"><img src="https://b.example/t.png" alt=""></div>'
        "</a></figure>"
    )
    posts = [{"id": "1", "title": "One", "status": "published", "html": card}]
    (post,) = _read(tmp_path, posts).documents
    assert (post.text, post.media) == ("[Oil](https://b.example/)", ())
