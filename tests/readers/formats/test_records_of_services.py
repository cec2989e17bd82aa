"""Records as certain services and databases export them, in JSON and tables."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source
from tests.readers.sources import only_document


def _read(tmp_path: Path, content: object, name: str = "dump.json", *include: str) -> SourceRead:
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return read_source(path, ReadOptions(frozenset(include)))


def _table(*rows: dict[str, str]) -> str:
    written = io.StringIO()
    table = csv.DictWriter(written, rows[0])
    table.writeheader()
    table.writerows(rows)
    return written.getvalue()


_PAIR = {"One": {"title": "One", "body": "It burns."}, "Two": {"title": "Two", "body": "It ends."}}


@pytest.mark.parametrize("ids", [("1", "2"), ("-Nab1", "-Nab2"), ("first-light", "last-light")])
@pytest.mark.parametrize("wrapped", [False, True])
def test_records_below_their_ids_are_read(
    tmp_path: Path, ids: tuple[str, str], *, wrapped: bool
) -> None:
    keyed = dict(zip(ids, _PAIR.values(), strict=True))
    users = {"u1": {"name": "canary", "email": "canary@x.example"}}
    read = _read(tmp_path, {"users": users, "posts": keyed} if wrapped else keyed)
    assert [document.title for document in read.documents] == ["One", "Two"]
    assert all(document.has_own_id for document in read.documents)


def test_an_object_with_any_name_may_hold_records_but_none_that_says_otherwise(
    tmp_path: Path,
) -> None:
    keyed = dict(zip(("701", "702"), _PAIR.values(), strict=True))
    read = _read(tmp_path, {"pagesCount": 1, "drafts": {"703": {"text": "canary"}}, "refs": keyed})
    assert [document.title for document in read.documents] == ["One", "Two"]


def test_the_key_of_a_record_may_be_its_address_or_its_date(tmp_path: Path) -> None:
    link = only_document(_read(tmp_path, {"https://a.example/1": {"note": "Mine", "title": "A"}}))
    assert link.link is not None
    assert (link.link.address, link.text) == ("https://a.example/1", "Mine")
    day = only_document(_read(tmp_path, {"2024-01-02": {"text": "Fog."}}))
    assert day.date == datetime(2024, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "content",
    [
        {"m1": {"from": "a", "text": "canary"}, "m2": {"from": "b", "text": "canary"}},
        {"messages": {"m1": {"text": "canary", "sender": "a"}}},
    ],
)
def test_messages_below_their_ids_are_refused(tmp_path: Path, content: object) -> None:
    with pytest.raises(DumpError, match="no reader knows"):
        _read(tmp_path, content)


def test_an_object_of_records_that_is_cut_off_is_read_up_to_there(tmp_path: Path) -> None:
    written = json.dumps({"p1": _PAIR["One"], "p2": _PAIR["Two"]})
    read = _read(tmp_path, written[:-12])
    assert [document.title for document in read.documents] == ["One"]
    assert [lost.what for lost in read.lost] == ["the rest of the file"]


@pytest.mark.parametrize("name", ["dump.json", "dump.csv"])
def test_records_with_a_date_to_come_are_scheduled(tmp_path: Path, name: str) -> None:
    rows = [
        {"text": "It burns.", "date": "2024-01-02"},
        {"text": "canary", "date": "2099-01-02"},
    ]
    content = rows if name == "dump.json" else _table(*rows)
    read = _read(tmp_path, content, name)
    assert (only_document(read).text, read.left_out) == ("It burns.", {"scheduled": 1})
    assert len(_read(tmp_path, content, name, "scheduled").documents) == 2


def test_what_the_interface_of_wordpress_embeds_is_read(tmp_path: Path) -> None:
    post = {
        "id": 7, "date_gmt": "2024-01-02T08:00:00", "link": "https://tea.example/7",
        "status": "publish", "type": "post", "title": {"rendered": "Tea"}, "author": 3,
        "content": {"rendered": "<p>Hot.</p>", "protected": False}, "featured_media": 9,
        "categories": [1, 4], "tags": [5],
        "_embedded": {
            "author": [{"id": 3, "name": "Ann Baker", "url": "https://canary.example/"}],
            "wp:featuredmedia": [{"source_url": "https://tea.example/c.jpg", "alt_text": "A cup"}],
            "wp:term": [
                [{"taxonomy": "category", "name": "Uncategorized"},
                 {"taxonomy": "category", "name": "Drinks"}],
                [{"taxonomy": "post_tag", "name": "leaf &amp; cup"}],
                [{"taxonomy": "canary", "name": "canary"}],
            ],
        },
    }  # fmt: skip
    document = only_document(_read(tmp_path, [post]))
    assert (document.author, document.tags) == ("Ann Baker", ("Drinks", "leaf & cup"))
    assert [(medium.name, medium.alt) for medium in document.media] == [
        ("https://tea.example/c.jpg", "A cup")
    ]


_BEEHIIV = {
    "id": "abcd1234", "web_title": "Issue 1", "status": "confirmed", "audience": "free",
    "content_tags": "Oil; Wick", "url": "https://lamp.example/p/1", "web_subtitle": "S",
    "email_subject_line": "canary", "email_preview_text": "canary",
    "content_html": "<table><tr><td><p>It <b>burns</b>.</p></td></tr></table>",
    "thumbnail_url": "uploads/asset/1.png", "created_at": "2024-01-02 08:00:00",
}  # fmt: skip


def test_posts_of_beehiiv_are_read(tmp_path: Path) -> None:
    others = [("draft", "free"), ("archived", "free"), ("confirmed", "premium"), ("confirmed", "x")]
    table = _table(
        _BEEHIIV,
        *(
            _BEEHIIV | {"id": f"{n}", "content_html": "canary", "status": state, "audience": who}
            for n, (state, who) in enumerate(others)
        ),
    )
    read = _read(tmp_path, table, "posts.csv")
    document = only_document(read)
    assert (document.title, document.text, document.tags) == (
        "Issue 1", "It **burns**.", ("Oil", "Wick")
    )  # fmt: skip
    assert document.source == "https://lamp.example/p/1"
    assert read.left_out == {"draft": 1, "hidden": 1, "paid": 1, "not public": 1}


def _wix(*nodes: object, **cells: str) -> dict[str, str]:
    return {
        "Author": "Ann Baker", "Main Category": "News", "Title": "Hello", "Excerpt": "canary",
        "ID": "p1", "Tags": '["0123456789abcdef01234567"]', "Featured": "TRUE", "Slug": "hello",
        "Plain Content": "plain words", "Cover Image": "wix:image://v1/c~mv2.jpg/c.jpg#w=6",
        "Published Date": "2024-01-02T08:00:00Z", "Categories": "Oil",
        "Rich Content": json.dumps({"nodes": nodes}) if nodes else "not JSON",
        "Post Page URL": "/post/hello", "Internal ID": "i1",
    } | cells  # fmt: skip


def _node(kind: str, *nodes: object, **data: object) -> dict[str, object]:
    return {"type": kind, "nodes": nodes, **data}


def _words(text: str, *styles: object) -> dict[str, object]:
    return _node("TEXT", textData={"text": text, "decorations": styles})


@pytest.mark.parametrize(
    "content",
    [
        {
            "nodes": [
                {"type": "PARAGRAPH", "nodes": [{"type": "TEXT", "textData": {"text": "One"}}]}
            ]
        },
        "<p>One</p>",
    ],
)
def test_rich_text_as_an_object_or_as_html_is_not_lost(tmp_path: Path, content: object) -> None:
    posts = [{"title": "Hello", "richContent": content, "publishedDate": "2024-01-02"}]
    assert only_document(_read(tmp_path, posts, "posts.json")).text == "One"


def test_rich_text_of_wix_keeps_its_form(tmp_path: Path) -> None:
    link = {"type": "LINK", "linkData": {"link": {"url": "https://a.example/"}}}
    image = {"image": {"src": {"id": "p~mv2.png"}}, "altText": "A pier"}
    row = _wix(
        _node("HEADING", _words("Head"), headingData={"level": 2}),
        _node("PARAGRAPH", _words("It "), _words("burns", {"type": "BOLD"}), _words(" at", link)),
        _node("BULLETED_LIST", _node("LIST_ITEM", _node("PARAGRAPH", _words("one")))),
        _node("IMAGE", imageData=image),
        _node("DIVIDER"),
        _node("VIDEO", videoData={"video": {"src": {"url": "https://v.example/1"}}}),
    )
    document = only_document(_read(tmp_path, _table(row), "posts.csv"))
    assert document.text == (
        "## Head\n\nIt **burns** [at](https://a.example/)\n\n- one\n\n"
        "![A pier](https://static.wixstatic.com/media/p~mv2.png)\n\n***\n\nhttps://v.example/1"
    )
    assert (document.author, document.tags) == ("Ann Baker", ("Oil", "News"))
    assert [medium.name for medium in document.media] == [
        "https://static.wixstatic.com/media/p~mv2.png",
        "https://static.wixstatic.com/media/c~mv2.jpg",
    ]


def test_a_post_of_wix_without_a_date_is_a_draft_and_plain_words_will_do(tmp_path: Path) -> None:
    draft = _wix(**{"Internal ID": "i2", "Plain Content": "canary", "Published Date": ""})
    read = _read(tmp_path, _table(_wix(), draft), "posts.csv")
    assert (only_document(read).text, read.left_out) == ("plain words", {"draft": 1})


def test_posts_of_the_interface_of_wix_are_read_unless_drafts_or_paid(tmp_path: Path) -> None:
    def post(number: int, **fields: object) -> dict[str, object]:
        return {
            "id": f"0000-{number}", "title": f"Post {number}", "excerpt": "canary", "slug": "p",
            "firstPublishedDate": "2024-01-02T08:00:00.000Z", "featured": False, "minutesToRead": 1,
            "lastPublishedDate": "2024-01-03T08:00:00.000Z", "hashtags": ["oil"], "language": "en",
            "url": {"base": "https://lamp.example/", "path": f"/post/{number}"},
            "richContent": {"nodes": [_node("PARAGRAPH", _words("It burns."))]},
            "memberId": "m", "pricingPlanIds": [], "hasUnpublishedChanges": number == 1,
        } | fields  # fmt: skip

    posts = [
        post(1),
        post(2, status="UNPUBLISHED"),
        post(3, status="PUBLISHED", hasUnpublishedChanges=True),
        post(4, firstPublishedDate=None, createdDate="2024-01-02T08:00:00.000Z"),
        post(5, status="SCHEDULED"),
        post(6, pricingPlanIds=["gold"]),
    ]
    (tmp_path / "wix.json").write_text(json.dumps({"posts": posts}), "utf-8")
    read = read_source(tmp_path / "wix.json", ReadOptions())
    document = only_document(read)
    assert (document.text, document.source) == ("It burns.", "https://lamp.example/post/1")
    assert document.date == datetime(2024, 1, 2, 8, tzinfo=UTC)
    assert (document.tags, document.lang) == (("oil",), "en")
    assert read.left_out == {"draft": 3, "scheduled": 1, "paid": 1}


def test_reviews_have_the_name_of_the_film_as_their_title(tmp_path: Path) -> None:
    row = {
        "Date": "2024-01-02", "Name": "Lamp", "Year": "1999", "Permalink": "https://b.example/1",
        "Rating": "4", "Rewatch": "", "Review": "A fine film.", "Tags": "oil",
    }  # fmt: skip
    document = only_document(_read(tmp_path, _table(row), "reviews.csv"))
    assert (document.title, document.text, document.source) == (
        "Lamp", "A fine film.", "https://b.example/1"
    )  # fmt: skip


def test_starred_items_of_feedbin_are_links(tmp_path: Path) -> None:
    item = {
        "id": 1, "title": "Alpha", "author": "Ann", "content": "<p>canary</p>",
        "url": "https://a.example/", "published": "2024-01-02T08:00:00.000000Z",
        "created_at": "2024-01-02T09:00:00.000000Z",
    }  # fmt: skip
    document = only_document(_read(tmp_path, [item], "starred.json"))
    assert (document.title, document.text, document.author) == ("Alpha", "", "Ann")
    assert document.link is not None
    assert document.link.address == "https://a.example/"
    served = item | {"feed_id": 2, "summary": "canary", "extracted_content_url": "x"}
    assert only_document(_read(tmp_path, [served], "entries.json")).text == ""
    own = item | {"published": "2024-01-02T08:00:00Z", "content": "Mine"}
    assert only_document(_read(tmp_path, [own], "posts.json")).text == "Mine"


def test_the_report_says_that_texts_of_saved_articles_were_not_read(tmp_path: Path) -> None:
    item = {"title": "A", "content": "canary", "url": "https://a.example/"}
    linked = item | {"external_url": "https://b.example/"}
    for name, saved in (
        ("list.json", item | {"unread": False}), ("starred.json", item), ("starred.json", linked)
    ):  # fmt: skip
        read = _read(tmp_path, [saved], name)
        assert only_document(read).text == ""
        (remark,) = read.remarks
        assert "--include articles" in remark
    assert not _read(tmp_path, [{"url": "https://a.example/", "unread": True}], "b.json").remarks


def test_a_link_without_a_linked_address_leads_to_its_own(tmp_path: Path) -> None:
    link = {"title": "A", "url": "https://a.example/", "external_url": None}
    document = only_document(_read(tmp_path, [link], "links.json"))
    assert document.link is not None
    assert document.link.address == "https://a.example/"


def test_posts_of_diaspora_are_read_and_reshares_are_reposts(tmp_path: Path) -> None:
    def post(kind: str, text: str, **fields: object) -> dict[str, object]:
        data = {"guid": text, "created_at": "2024-01-02T08:00:00Z", "text": text, "public": True}
        return {"entity_type": kind, "entity_data": data | fields}

    posts = [
        post("status_message", "It burns.", author="nettle@pod.example"),
        post("status_message", "canary", public=False),
        post("reshare", "canary too"),
    ]
    user = {"username": "nettle", "email": "canary@x.example", "posts": posts, "contacts": [{}]}
    read = _read(tmp_path, {"version": "2.0", "user": user})
    assert (only_document(read).text, only_document(read).author) == ("It burns.", None)
    assert read.left_out == {"private": 1, "repost": 1}


def test_a_post_that_is_its_own_parent_is_no_reply(tmp_path: Path) -> None:
    posts = [
        {"id": "1", "parent": "1", "body": "It burns."},
        {"id": "2", "parent": "1", "body": "canary"},
    ]
    read = _read(tmp_path, posts)
    assert (only_document(read).text, read.left_out) == ("It burns.", {"reply": 1})


@pytest.mark.parametrize("wrapper", ["", "annotations"])
def test_annotations_of_hypothesis_are_quotations_if_they_are_public(
    tmp_path: Path, wrapper: str
) -> None:
    def annotation(text: str, reader: str, **fields: object) -> dict[str, object]:
        selectors = [
            {"type": "RangeSelector"},
            {"type": "TextQuoteSelector", "exact": "Their words"},
        ]
        return {
            "id": text, "created": "2024-01-02T08:00:00+00:00", "user": "acct:a@hypothes.is",
            "uri": "https://a.example/", "text": text, "tags": ["oil"],
            "document": {"title": ["Alpha"]}, "permissions": {"read": [reader]},
            "target": [{"source": "https://a.example/", "selector": selectors}], **fields,
        }  # fmt: skip

    items = [
        annotation("*Mine*", "group:__world__"),
        annotation("canary", "acct:a@hypothes.is"),
        annotation("canary too", "group:abc"),
        annotation("canary", "group:__world__", references=["1"]),
        annotation("canary", "group:__world__", hidden=True),
        annotation("On the page", "group:__world__", target=[{}], uri="https://b.example/"),
        annotation("canary", "group:abc", references=["1"]),
    ]
    read = _read(tmp_path, {wrapper: items} if wrapper else items)
    one, other = read.documents
    assert (one.title, one.text, one.tags) == ("Alpha", "> Their words\n\n*Mine*", ("oil",))
    assert (other.text, read.left_out) == ("On the page", {"private": 3, "reply": 1, "hidden": 1})


def test_posts_in_json_lines_are_records_also_if_they_list_their_links(tmp_path: Path) -> None:
    record = {
        "id": "1",
        "text": "Fog https://t.co/a",
        "entities": {"urls": [{"url": "https://t.co/a", "expanded_url": "https://a.example"}]},
    }
    lines = [json.dumps(record), json.dumps({"id": "2", "text": "Ice"})]

    read = _read(tmp_path, "\n".join(lines), "posts.jsonl")
    assert [document.text for document in read.documents] == ["Fog https://a.example", "Ice"]


@pytest.mark.parametrize(
    ("record", "tags"),
    [
        ({"text": "Hot #tea, and #Toast."}, ("tea", "Toast")),
        ({"text": "Hot #tea", "folder": "Cups"}, ("Cups", "tea")),
        ({"text": "Hot #tea", "tags": []}, ()),
        ({"text": "See https://a.example/#tea, C# and #1."}, ()),
    ],
)
def test_hashtags_are_tags_where_records_have_no_field_for_tags(
    tmp_path: Path, record: dict[str, object], tags: tuple[str, ...]
) -> None:
    assert only_document(_read(tmp_path, [record], "dump.json")).tags == tags


_CREATED = {"text": "a", "createdAt": "2024-01-02T08:00:00Z"}


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"publishedAt": None}, 1),
        ({"publishedAt": None, "status": "published"}, 0),
        ({"publishedAt": None, "unread": True, "url": "https://a.example/"}, 0),
        ({"publishedAt": "2024-01-03"}, 0),
        ({"visibility": ["public", "members"]}, 0),
    ],
)
def test_a_text_with_a_date_but_none_of_its_publication_is_a_draft(
    tmp_path: Path, fields: dict[str, object], count: int
) -> None:
    read = _read(tmp_path, [_CREATED | fields], "dump.json")
    assert read.left_out == ({"draft": 1} if count else {})
