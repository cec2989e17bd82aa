"""Texts that several reasons hold back: whoever lifts one with ``--include`` has not lifted all."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source
from sitegen.readers.findings import INCLUDES, Included, LeftOut, Reason

_PUBLIC = {"title": "One", "text": "The lamp burns.", "date": "2023-01-01", "visibility": "public"}
_COMBINED: Sequence[tuple[str, dict[str, object]]] = [
    ("replies", {"in_reply_to": "x", "visibility": "private"}),
    ("reposts", {"is_repost": True, "visibility": "private"}),
    ("drafts", {"status": "draft", "visibility": "private"}),
    ("drafts", {"title": "[DRAFT] Two", "visibility": "private"}),
    ("drafts", {"status": "draft", "password": "x"}),
    ("drafts", {"tags": ["draft", "private"]}),
    ("drafts", {"meta": {"draft": True, "visibility": "private"}}),
    ("drafts", {"text": "---\ntitle: T\nvisibility: private\n---\nThe lamp", "draft": True}),
    ("paid", {"paid": True, "embargo_until": "2999-01-01"}),
]
_HEADERS = [
    ("drafts", "draft: true\nvisibility: private"),
    ("drafts", "draft: true\npassword: x"),
    ("drafts", "draft: true\nlayout: page"),
    ("drafts", "draft: true\ntags: [private]"),
    ("drafts", "draft: true\ndate: 2999-01-01"),
    ("pages", "layout: page\nvisibility: private"),
    ("hidden", "published: false\nvisibility: private"),
]


def _read(path: Path, include: str = "") -> SourceRead:
    return read_source(path, ReadOptions(include=frozenset(include.split())))


def _texts(path: Path, include: str) -> list[str]:
    return [document.full_text for document in _read(path, include).documents]


def test_each_reason_must_be_lifted_and_the_first_that_is_not_is_counted() -> None:
    reasons: tuple[Reason, ...] = ("draft", "paid", "password")
    assert ReadOptions().admit(*reasons) == LeftOut("draft")
    assert ReadOptions(frozenset({"drafts"})).admit(*reasons) == LeftOut("paid")
    both = ReadOptions(frozenset({"drafts", "paid"}))
    left_out = both.admit(*reasons)
    assert left_out == LeftOut("password")
    assert isinstance(left_out, LeftOut)
    assert not left_out.can_be_included
    assert both.admit("draft", "paid", count=2) == Included("draft", 2)


@pytest.mark.parametrize(("include", "fields"), _COMBINED)
def test_a_record_needs_a_request_for_each_of_its_reasons(
    tmp_path: Path, include: str, fields: Mapping[str, object]
) -> None:
    record = {**_PUBLIC, "text": "The canary sings.", "title": "Two", **fields}
    path = tmp_path / "posts.json"
    path.write_text(json.dumps([_PUBLIC, record]), "utf-8")
    assert len(_texts(path, include)) == 1
    is_never_read = "password" in fields
    assert len(_texts(path, " ".join(INCLUDES))) == (1 if is_never_read else 2)


@pytest.mark.parametrize("name", ["posts", "two.md"])
@pytest.mark.parametrize(("include", "header"), _HEADERS)
def test_a_markdown_file_needs_a_request_for_each_of_its_reasons(
    tmp_path: Path, include: str, header: str, name: str
) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "one.md").write_text("---\ntitle: One\n---\nThe lamp burns.\n", "utf-8")
    (folder / "two.md").write_text(f"---\ntitle: Two\n{header}\n---\nThe canary sings.\n", "utf-8")
    path = folder if name == "posts" else folder / name
    assert "canary" not in " ".join(_texts(path, include))
    is_never_read = "password" in header
    assert ("canary" in " ".join(_texts(path, " ".join(INCLUDES)))) is not is_never_read


@pytest.mark.parametrize(
    "header", ["visibility: private", "layout: page\nprivate: true", "foo: 1\nstatus: private"]
)
def test_a_header_is_one_although_it_only_says_that_its_text_is_private(
    tmp_path: Path, header: str
) -> None:
    (tmp_path / "two.md").write_text(f"---\n{header}\n---\nThe canary sings.\n", "utf-8")
    assert _read(tmp_path / "two.md").left_out == {"private": 1}


def test_a_switch_that_is_off_is_one_reason(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("---\npublished: false\n---\nThe lamp.\n", "utf-8")
    assert _texts(tmp_path, "hidden") == ["The lamp."]


def test_a_folder_of_drafts_lifts_nothing_of_what_its_files_say(tmp_path: Path) -> None:
    (tmp_path / "_drafts").mkdir()
    (tmp_path / "one.md").write_text("The lamp burns.\n", "utf-8")
    (tmp_path / "_drafts/two.md").write_text("---\nprivate: true\n---\nThe canary.\n", "utf-8")
    assert len(_texts(tmp_path, "drafts")) == 1
    assert len(_texts(tmp_path, "private")) == 1
    assert len(_texts(tmp_path, "drafts private")) == 2


@pytest.mark.parametrize(
    ("include", "second", "fields"),
    [
        ("drafts", "paid", {"status": "draft", "visibility": "paid"}),
        ("drafts", "pages", {"status": "draft", "type": "page"}),
        ("scheduled", "followers", {"status": "scheduled", "visibility": "members"}),
        ("paid", "pages", {"visibility": "paid", "type": "page"}),
    ],
)
def test_a_post_of_ghost_needs_a_request_for_each_reason(
    tmp_path: Path, include: str, second: str, fields: Mapping[str, str]
) -> None:
    post = {"id": "1", "title": "One", "html": "<p>canary</p>", "status": "published", **fields}
    path = tmp_path / "blog.ghost.json"
    data = {"meta": {"version": "5.0.0"}, "data": {"posts": [post]}}
    path.write_text(json.dumps({"db": [data]}), "utf-8")
    assert not _texts(path, include)
    assert not _texts(path, second)
    assert len(_texts(path, f"{include} {second}")) == 1


def test_a_post_of_substack_needs_a_request_for_each_reason(tmp_path: Path) -> None:
    rows = ["1.a,false,newsletter,only_paid,A", "2.b,false,page,everyone,B"]
    with zipfile.ZipFile(tmp_path / "substack.zip", "w") as archive:
        head = "post_id,post_date,is_published,type,audience,title"
        dated = [row.replace(",", ",2023-01-01T00:00:00Z,", 1) for row in rows]
        archive.writestr("posts.csv", "\n".join([head, *dated, ""]))
        for name in ("1.a", "2.b"):
            archive.writestr(f"posts/{name}.html", f"<p>canary {name}</p>")
    path = tmp_path / "substack.zip"
    assert _read(path).left_out == {"draft": 2}
    assert _read(path, "drafts").left_out == {"paid": 1, "page": 1}
    assert len(_texts(path, "drafts paid pages")) == 2


def test_a_post_of_wordpress_needs_a_request_for_each_reason(tmp_path: Path) -> None:
    items = [("draft", "post", "x"), ("draft", "page", ""), ("private", "page", "")]
    written = "".join(
        f"<item><title>T{number}</title><content:encoded>canary {number}</content:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type><wp:post_password>{word}</wp:post_password></item>"
        for number, (status, kind, word) in enumerate(items, 1)
    )
    path = tmp_path / "blog.xml"
    path.write_text(
        '<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blog</title>'
        "<link>https://w.example</link><wp:wxr_version>1.2</wp:wxr_version>"
        f"{written}</channel></rss>",
        "utf-8",
    )
    assert _read(path).left_out == {"draft": 2, "private": 1}
    assert _read(path, "drafts pages").left_out == {"password": 1, "private": 1}
    assert len(_texts(path, "drafts pages private")) == 2


def test_a_reblog_of_tumblr_that_is_no_post_yet_needs_both_requests(tmp_path: Path) -> None:
    states = ("published", "private", "draft", "queued")
    posts = [
        {
            "type": "text", "blog_name": "lamp", "id": number, "state": state, "body": "canary",
            "post_url": f"https://lamp.example/{number}", "timestamp": 1577934245,
            "reblog_key": "k", "reblogged_from_name": "bo",
        }
        for number, state in enumerate(states, 1)
    ]  # fmt: skip
    path = tmp_path / "posts.json"
    path.write_text(json.dumps({"response": {"posts": posts}}), "utf-8")
    read = _read(path, "reposts")
    assert len(read.documents) == 1
    assert read.left_out == {"private": 1, "draft": 1, "scheduled": 1}
    assert not _texts(path, "private")
    assert len(_texts(path, "reposts private")) == 2


def test_replies_of_a_protected_account_of_x_need_both_requests(tmp_path: Path) -> None:
    reply = {
        "id_str": "2",
        "full_text": "@bo canary",
        "in_reply_to_screen_name": "bo",
        "in_reply_to_user_id_str": "9",
        "created_at": "Wed Jan 01 10:00:00 +0000 2020",
    }
    files: Mapping[str, tuple[str, Sequence[object]]] = {
        "tweets.js": ("tweets", [{"tweet": reply}]),
        "account.js": ("account", [{"account": {"username": "ann", "accountId": "1"}}]),
        "protected-history.js": (
            "protected_history",
            [
                {
                    "protectedHistory": {
                        "protectedAt": "2019-01-01T00:00:00.000Z",
                        "action": "Protect",
                    }
                }
            ],
        ),
    }
    (tmp_path / "data").mkdir()
    for name, (key, records) in files.items():
        text = f"window.YTD.{key}.part0 = {json.dumps(records)}"
        (tmp_path / "data" / name).write_text(text, "utf-8")
    assert _read(tmp_path).left_out == {"reply": 1}
    assert _read(tmp_path, "replies").left_out == {"followers only": 1}
    assert len(_texts(tmp_path, "replies followers")) == 1
