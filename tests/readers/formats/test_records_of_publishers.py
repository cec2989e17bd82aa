"""Records in the form of systems that publish: what is not public, and their rich text."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source


def _read(tmp_path: Path, *records: object) -> SourceRead:
    (tmp_path / "dump.json").write_text(json.dumps(records), "utf-8")
    return read_source(tmp_path / "dump.json", ReadOptions())


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"_id": "drafts.p2", "body": "canary"}, "draft"),
        ({"_id": "versions.r3.p2", "body": "canary"}, "draft"),
        ({"id": "p2", "attributes": {"status": False, "body": "canary"}}, "draft"),
        ({"id": "p2", "contentMarkdown": "canary", "isDelisted": True}, "hidden"),
        ({"id": "p2", "body": "canary", "status": "Not published"}, "draft"),
        ({"id": "p2", "body": "canary", "unpublished": True}, "draft"),
        ({"id": "p2", "body": "canary", "date": "9999-12-31T00:00:00Z"}, "scheduled"),
        ({"id": "p2", "body": "canary", "expires_at": "2020-01-01"}, "hidden"),
        ({"id": "p2", "body": "canary", "password_protected": True}, "password"),
        ({"id": "p2", "body": "canary", "removed_by": "moderator"}, "trash"),
        ({"id": "p2", "body": "canary", "approved": False}, "pending"),
        ({"id": "p2", "body": "canary", "workflowState": 3}, "draft"),
        ({"cid": "p2", "text": "canary", "type": "post_draft"}, "draft"),
        ({"id": "p2", "text": "canary", "Status": "in Prüfung"}, "pending"),
        ({"permlink": "p2", "body": "canary", "parent_author": "bo"}, "reply"),
        ({"hash": "0x2", "text": "canary", "parent_hash": "0x1"}, "reply"),
    ],
)
def test_what_is_not_public_or_a_reply_is_left_out(
    tmp_path: Path, record: Mapping[str, object], reason: str
) -> None:
    public = {"_id": "p1", "body": "Words.", "parent_author": "", "parent_hash": {"fid": None},
              "expires_at": "9999-12-31", "approved": True, "removed_by": None}  # fmt: skip
    read = _read(tmp_path, public, record)
    assert [document.text for document in read.documents] == ["Words."]
    assert read.left_out == {reason: 1}


def test_a_text_of_typecho_is_markdown(tmp_path: Path) -> None:
    (document,) = _read(tmp_path, {"cid": 1, "text": "<!--markdown-->It **burns**."}).documents
    assert (document.text, document.is_markdown) == ("It **burns**.", True)


def test_the_rich_text_of_sanity_is_read(tmp_path: Path) -> None:
    def block(text: str, marks: tuple[str, ...] = (), **values: object) -> dict[str, object]:
        span = {"_type": "span", "text": text, "marks": marks}
        links = [{"_key": "k", "_type": "link", "href": "https://a.example/x"}]
        return {"_type": "block", "children": [span], "markDefs": links, **values}

    body = [
        block("Oil", style="h2"),
        block("burns", ("strong", "k")),
        block("one", listItem="bullet", level=1),
        block("inner", listItem="bullet", level=10**12),
        block("two", listItem="bullet", level=1),
        {"_type": "code", "code": "a < b"},
        {"_type": "image", "asset": {"_ref": "canary"}},
    ]
    (document,) = _read(tmp_path, {"_id": "p1", "title": "Lamp", "body": body}).documents
    assert "## Oil\n\n" in document.text
    assert "**burns**" in document.text
    assert "(https://a.example/x)" in document.text
    assert "- one\n" in document.text
    assert "- two" in document.text
    assert "a < b" in document.text


def test_a_table_of_webflow_is_no_text_although_a_name_is_a_question(tmp_path: Path) -> None:
    date = "Wed May 01 2024 10:00:00 GMT+0000 (Coordinated Universal Time)"
    rows = (
        "Name,Slug,Archived,Draft,Published On,Post Body,Featured?",
        f"Lamp,lamp,false,false,{date},<p>It <em>burns</em>.</p>,true",
        "canary,a,false,true,,<p>canary</p>,",
        f"canary,b,true,false,{date},<p>canary</p>,",
    )
    (tmp_path / "posts.csv").write_text("\n".join(rows) + "\n", "utf-8")
    read = read_source(tmp_path / "posts.csv", ReadOptions())
    (document,) = read.documents
    assert (document.title, document.text) == ("Lamp", "It *burns*.")
    assert document.date is not None
    assert document.date.isoformat() == "2024-05-01T10:00:00+00:00"
    assert read.left_out == {"draft": 1, "hidden": 1}


@pytest.mark.parametrize(
    "dump",
    [
        [{"title": "The inn", "address": "12 Mill Lane", "body": "words"}],
        [{"type": "release", "features": ["wick"], "text": "words", "date": "2023-04-01"}],
        {"log": {"entries": [{"title": "Out at sea", "date": "2023-04-01", "body": "words"}]}},
        [{"title": "A storm", "timestamp": 1680300000, "data": {"wind": 3}, "text": "words"}],
        [{"title": "A walk", "direction": "north", "text": "words", "date": "2023-04-01"}],
        [{"title": "A fair", "start": "2023-04-01T10:00", "end": "2023-04-02", "text": "words"}],
        [{"title": "Third", "number": 3, "duration": "30:00", "text": "words"}],
        [{"title": "Dawn", "form": "sonnet", "poem": "words"}],
    ],
)
def test_records_with_keys_as_in_messages_maps_and_logs_of_programs_are_read(
    tmp_path: Path, dump: object
) -> None:
    path = tmp_path / "dump.json"
    path.write_text(json.dumps(dump), "utf-8")
    assert [d.text for d in read_source(path, ReadOptions()).documents] == ["words"]


def test_an_entry_without_a_published_version_is_a_draft_if_others_have_one(tmp_path: Path) -> None:
    def entry(word: str, **state: object) -> dict[str, object]:
        system = {"id": word, "createdAt": "2024-01-02T08:00:00Z", **state}
        return {"sys": system, "fields": {"text": {"en-US": f"The {word} text."}}}

    canary, other = entry("canary"), entry("other")
    read = _read(tmp_path, canary, entry("open", publishedVersion=3))
    assert [document.text for document in read.documents] == ["The open text."]
    assert read.left_out == {"draft": 1}
    assert len(_read(tmp_path, entry("open"), other).documents) == 2


def test_posts_of_others_that_an_account_bookmarked_are_links(tmp_path: Path) -> None:
    posts = [
        {
            "id": f"170000000000000000{number}",
            "created_at": "2023-09-08 10:00:00 +00:00",
            "full_text": f"Post {number}",
            "screen_name": name,
            "name": name.title(),
            "bookmarked": number == 1,
            "url": f"https://x.example/{name}/status/{number}",
        }
        for number, name in enumerate(("bo", "cy"))
    ]
    read = {}
    for name in ("twitter-Bookmarks-17.json", "twitter-UserTweets-17.json"):
        (tmp_path / name).write_text(json.dumps(posts))
        documents = read_source(tmp_path / name, ReadOptions()).documents
        read[name] = [(d.title, d.author, d.text) for d in documents]
    assert read == {
        "twitter-Bookmarks-17.json": [(None, "bo", ""), (None, "cy", "")],
        "twitter-UserTweets-17.json": [(None, "bo", "Post 0"), (None, "cy", "")],
    }
