"""Posts of the Fediverse in other shapes than that of Mastodon's archives."""

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.errors import DumpError
from sitegen.models import LinkTarget
from sitegen.readers.findings import ReadOptions
from sitegen.readers.reading import SourceRead, read_source

_PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
_USER = "https://quay.example/users/ann"


def _read(tmp_path: Path, content: object, name: str = "posts.json") -> SourceRead:
    path = tmp_path / name
    path.write_text(json.dumps(content), "utf-8")
    return read_source(path, ReadOptions())


def _note(number: int, content: str | None, **fields: object) -> dict[str, Any]:
    note = {
        "id": f"{_USER}/statuses/{109000000000000000 + number}",
        "type": "Note",
        "published": f"2024-01-{number:02}T10:00:00Z",
        "to": [_PUBLIC],
        "content": content,
    }
    return note | fields


def _activity(note: dict[str, Any], kind: str = "Create", **fields: object) -> dict[str, Any]:
    return {"type": kind, "to": note["to"], "object": note} | fields


def _outbox(*items: object) -> dict[str, object]:
    return {"@context": "", "type": "OrderedCollection", "orderedItems": items}


@pytest.mark.parametrize("step", [1, -1])
def test_the_last_version_of_a_changed_post_is_read(tmp_path: Path, step: int) -> None:
    made = _activity(_note(1, "<p>canary</p>"))
    changed = _activity(_note(1, "<p>New</p>"), "Update", published="2024-02-01T10:00:00Z")
    read = _read(tmp_path, _outbox(*[made, changed][::step]))
    assert [document.text for document in read.documents] == ["New"]
    assert read.left_out == {"superseded": 1}


def test_a_post_that_was_changed_for_followers_is_not_public(tmp_path: Path) -> None:
    narrowed = _note(1, "<p>canary</p>", to=[f"{_USER}/followers"], updated="2024-02-01")
    read = _read(tmp_path, _outbox(_activity(_note(1, "<p>canary</p>")), _activity(narrowed)))
    assert not read.documents
    assert read.left_out == {"followers only": 1, "superseded": 1}


_FIRST = f"{_USER}/statuses/109000000000000001"


@pytest.mark.parametrize("gone", [_FIRST, {"type": "Tombstone", "id": _FIRST}])
def test_a_post_that_was_deleted_later_is_not_read(tmp_path: Path, gone: object) -> None:
    note = _note(1, "<p>canary</p>")
    delete = {"type": "Delete", "to": [_PUBLIC], "object": gone}
    read = _read(tmp_path, _outbox(_activity(note), delete, _activity(_note(2, "<p>Here</p>"))))
    assert [document.text for document in read.documents] == ["Here"]
    assert read.left_out == {"other kind": 1, "trash": 1}


@pytest.mark.parametrize(
    "fields",
    [
        {"quote": {"type": "Note", "id": "https://o.example/1", "content": "canary"}},
        {"quoteUrl": "https://o.example/1"},
        {"tag": [{"type": "Link", "rel": "https://x.example/ns#_misskey_quote", "href": "https://o.example/1"}]},
    ],
)  # fmt: skip
def test_a_quoted_post_is_linked_however_it_is_named(
    tmp_path: Path, fields: dict[str, object]
) -> None:
    (post,) = _read(tmp_path, _outbox(_activity(_note(1, "<p>Look</p>", **fields)))).documents
    assert post.link is not None
    assert (post.text, post.link.address) == ("Look", "https://o.example/1")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>A <strong>bold</strong> <em>word</em></p>", "A **bold** *word*"),
        ("<p>Bring</p><ul><li>rope</li><li>lamps</li></ul>", "Bring\n\n- rope\n- lamps"),
        ("<blockquote><p>Old words</p></blockquote><p>New</p>", "> Old words\n\nNew"),
        ("<p>Run <code>make</code></p>", "Run `make`"),
        ("<pre><code>x = 1\ny = 2</code></pre>", "```\nx = 1\ny = 2\n```"),
        ("<p>An <del>old</del> word</p>", "An ~~old~~ word"),
    ],
)
def test_bold_words_lists_quotations_and_code_of_a_post_become_markdown(
    tmp_path: Path, content: str, text: str
) -> None:
    (post,) = _read(tmp_path, _outbox(_activity(_note(1, content)))).documents
    assert (post.text, post.is_markdown) == (text, True)


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://o.example/@lin/1", "@lin@o.example"),
        ("https://o.example/users/lin/statuses/1", "@lin@o.example"),
        ("https://o.example/ap/users/77/statuses/1", "o.example"),
        ("https://o.example/notes/9abc", "o.example"),
    ],
)
def test_a_quoted_post_is_named_by_its_account_or_its_server(
    tmp_path: Path, address: str, title: str
) -> None:
    note = _note(1, "<p>Look</p>", quote=address)
    (post,) = _read(tmp_path, _outbox(_activity(note))).documents
    assert post.link == LinkTarget(address, title)


def test_a_post_for_its_own_server_alone_is_not_public(tmp_path: Path) -> None:
    of_hometown = _activity(_note(1, "<p>canary</p>", localOnly=True))
    of_akkoma = _note(2, "<p>canary</p>", to=["https://tide.example/#Public"])
    read = _read(
        tmp_path, _outbox(of_hometown, _activity(of_akkoma | {"cc": [f"{_USER}/followers"]}))
    )
    assert read.documents == ()
    assert read.left_out == {"followers only": 2}


def test_a_text_may_be_given_by_its_language_alone(tmp_path: Path) -> None:
    note = _note(1, None, contentMap={"de": "<p>Moin</p>"})
    (post,) = _read(tmp_path, _outbox(_activity(note))).documents
    assert (post.text, post.lang) == ("Moin", "de")


def _status(number: int, content: str, **fields: object) -> dict[str, Any]:
    id_ = str(109000000000000000 + number)
    status: dict[str, Any] = {
        "id": id_,
        "uri": f"{_USER}/statuses/{id_}",
        "url": f"https://quay.example/@ann/{id_}",
        "created_at": f"2024-01-{number:02}T10:00:00.000Z",
        "in_reply_to_id": None,
        "in_reply_to_account_id": None,
        "visibility": "public",
        "language": "en",
        "spoiler_text": "",
        "content": f"<p>{content}</p>",
        "reblog": None,
        "account": {"id": "7", "username": "ann", "display_name": "Ann", "note": "canary"},
        "media_attachments": [],
        "tags": [],
    }
    return status | fields


_OTHER = {"id": "9", "username": "bo"}
_STATUSES = [
    _status(1, "One", spoiler_text="Ropes", tags=[{"name": "rope"}]),
    _status(2, "two", in_reply_to_id="109000000000000001", in_reply_to_account_id="7"),
    _status(3, "canary", in_reply_to_id="5", in_reply_to_account_id="9"),
    _status(4, "canary", visibility="private"),
    _status(5, "canary", visibility="direct"),
    _status(6, "", reblog=_status(7, "canary", account=_OTHER)),
    _status(
        8,
        "Which?",
        visibility="unlisted",
        poll={"options": [{"title": "This", "votes_count": 2}]},
        media_attachments=[{"url": "https://quay.example/a.jpg", "description": "A rope"}],
    ),
    _status(9, "canary", account=_OTHER),
]


_SAVED = {"account": {"id": "7"}, "statuses": _STATUSES, "favourites": [_status(1, "canary")]}


@pytest.mark.parametrize("statuses", [_STATUSES, _SAVED])
def test_statuses_of_the_programming_interface_are_read_like_an_archive(
    tmp_path: Path, statuses: object
) -> None:
    read = _read(tmp_path, statuses)
    thread, poll = read.documents
    assert (thread.text, thread.warning, thread.tags) == ("One\n\ntwo", "Ropes", ("rope",))
    assert (thread.author, thread.lang) == ("Ann", "en")
    assert poll.text == "Which?\n\nThis (2)"
    assert [medium.alt for medium in poll.media] == ["A rope"]
    assert read.formats == ("statuses",)
    assert read.left_out == {
        "followers only": 1, "private": 1, "reply": 1, "repost": 1, "somebody else's": 1
    }  # fmt: skip


def test_a_status_has_the_id_of_the_same_post_in_an_archive(tmp_path: Path) -> None:
    (status,) = _read(tmp_path, [_status(1, "One")]).documents
    url = "https://quay.example/@ann/109000000000000001"
    (note,) = _read(tmp_path, _outbox(_activity(_note(1, "<p>One</p>", url=url)))).documents
    assert (status.id, status.source, status.text) == (note.id, note.source, note.text)


def test_a_list_of_favourites_is_not_read(tmp_path: Path) -> None:
    others = [_status(n, "canary", account={"id": n, "username": "bo"}) for n in range(1, 4)]
    assert _read(tmp_path, others).left_out == {"somebody else's": 3}


def _misskey_note(number: int, text: str | None, **fields: object) -> dict[str, Any]:
    note: dict[str, Any] = {
        "id": f"9a{number}",
        "createdAt": f"2024-01-{number:02}T10:00:00.000Z",
        "text": text,
        "cw": None,
        "fileIds": [],
        "replyId": None,
        "renoteId": None,
        "poll": None,
        "visibility": "public",
        "localOnly": False,
    }
    return note | fields


def test_notes_of_misskey_are_read_without_replies_and_what_is_not_public(tmp_path: Path) -> None:
    notes = [
        _misskey_note(1, "One *rope*\n\n  #tide", cw="Ropes"),
        _misskey_note(2, "two", replyId="9a1"),
        _misskey_note(3, "canary", replyId="9zz"),
        _misskey_note(4, "@bo canary"),
        _misskey_note(5, "canary", visibility="followers"),
        _misskey_note(6, "canary", visibility="specified"),
        _misskey_note(7, "canary", localOnly=True),
        _misskey_note(8, None, renoteId="9zz"),
        _misskey_note(9, "Quoted", renoteId="9zz", visibility="home"),
        _misskey_note(10, "Old", poll={"choices": ["A", "B"], "votes": [2, 1]}),
        _misskey_note(11, "New", poll={"choices": [{"text": "A", "votes": 3}]}),
        _misskey_note(12, None, files=[{"url": "https://m.example/a.png", "comment": "Alt"}]),
    ]
    read = _read(tmp_path, notes)
    thread, quote, old, new, picture = read.documents
    assert thread.text == "One *rope*\n\n  #tide\n\ntwo"
    assert (thread.warning, thread.tags, thread.is_markdown) == ("Ropes", ("tide",), False)
    assert (quote.text, old.text, new.text) == ("Quoted", "Old\n\nA (2)\nB (1)", "New\n\nA (3)")
    assert [medium.alt for medium in picture.media] == ["Alt"]
    assert [lost.what for lost in read.lost] == ["the address of a quoted post", "a medium"]
    assert read.left_out == {"followers only": 2, "private": 1, "reply": 2, "repost": 1}


def test_the_notes_of_a_whole_account_have_addresses(tmp_path: Path) -> None:
    notes = [_misskey_note(1, "One"), _misskey_note(2, "two", replyId="9a1")]
    (thread,) = _read(tmp_path, {"metaVersion": 1, "host": "m.example", "notes": notes}).documents
    assert (thread.text, thread.source) == ("One\n\ntwo", "https://m.example/notes/9a1")


def test_notes_of_others_are_refused(tmp_path: Path) -> None:
    marked = {"id": "1", "createdAt": "2024-01-01", "note": _misskey_note(1, "canary")}
    with pytest.raises(DumpError, match="notes of others"):
        _read(tmp_path, [marked])


def _mention(name: str, address: str) -> str:
    link = f'<a href="{address}" class="u-url mention">@<span>{name}</span></a>'
    return f'<span class="h-card" translate="no">{link}</span>'


_BO = _mention("b_o_", "https://far.example/@b_o_")


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (f"<p>With {_BO}, 2 &lt; *3*</p>", "With [@b_o_](https://far.example/@b_o_), 2 < \\*3\\*"),
        (f"<p>Hi!{_BO}</p>", "Hi\\![@b_o_](https://far.example/@b_o_)"),
        ('<p>To <a href="javascript:x()" class="mention">@bo</a></p>', "To @bo"),
    ],
)
def test_people_in_a_text_are_linked_where_they_are(
    tmp_path: Path, html: str, markdown: str
) -> None:
    (post,) = _read(tmp_path, _outbox(_activity(_note(1, html)))).documents
    assert (post.text, post.is_markdown) == (markdown, True)


_ITEMS = [
    _activity(_note(1, "<p>One</p>")) | {"actor": _USER},
    _activity(_note(2, "<p>canary</p>", to=[f"{_USER}/followers"])) | {"actor": _USER},
]
_PAGE = {"type": "OrderedCollectionPage", "orderedItems": _ITEMS}


@pytest.mark.parametrize(
    "outbox",
    [
        _ITEMS,
        [item["object"] | {"attributedTo": _USER} for item in _ITEMS],
        [_PAGE],
        _PAGE,
        {"@context": "", "type": "OrderedCollection", "actor": _USER, "first": _PAGE},
    ],
    ids=["activities", "objects", "pages", "page", "first page"],
)
def test_outboxes_are_read_in_whatever_form_they_are_saved(tmp_path: Path, outbox: object) -> None:
    read = _read(tmp_path, outbox)
    assert [document.text for document in read.documents] == ["One"]
    assert read.left_out == {"followers only": 1}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("**Tide** is <i>low</i> ~~high~~", "**Tide** is *low* ~~high~~"),
        ("See [the chart](https://c.example/1) and ?[this](https://c.example/2)",
         "See [the chart](https://c.example/1) and [this](https://c.example/2)"),
        ("> Old\n> words\nNew", "> Old  \n> words\n\nNew"),
        ("```js\nx = 1\n```", "```js\nx = 1\n```"),
        ("Run `make`", "Run `make`"),
        ("Use `<center>` or `$[x2 a]`, $[x2 as `<b>`]", "Use `<center>` or `$[x2 a]`, as `<b>`"),
        ("```\n<small>$[x2 a]</small>\n```", "```\n<small>$[x2 a]</small>\n```"),
        ("**a** <plain>**b**</plain>", "**a** \\*\\*b\\*\\*"),
        ("[<plain>*a*</plain>](https://c.example/1)", "[\\*a\\*](https://c.example/1)"),
        ("**a** 1. *b* #c @lin@o.example", "**a** 1. \\*b\\* #c @lin@o.example"),
    ],
)  # fmt: skip
def test_marks_in_notes_of_misskey_become_markdown(tmp_path: Path, note: str, text: str) -> None:
    (post,) = _read(tmp_path, [_misskey_note(1, note)]).documents
    assert (post.text, post.is_markdown) == (text, True)


def test_effects_in_notes_of_misskey_are_dropped_and_their_words_stay(tmp_path: Path) -> None:
    note = "$[x2 $[spin.speed=1s High] tide] <small>* at $5 [not a link]</small>"
    (post,) = _read(tmp_path, [_misskey_note(1, note)]).documents
    assert (post.text, post.is_markdown) == ("High tide * at $5 [not a link]", False)


def test_hashtags_in_code_and_plain_passages_of_notes_of_misskey_are_no_tags(
    tmp_path: Path,
) -> None:
    note = "#tide <plain>#low</plain> `#code`\n```\n#block\n```\n<plain> #rope"
    (post,) = _read(tmp_path, [_misskey_note(1, note)]).documents
    assert post.tags == ("tide", "rope")


def test_a_picture_that_is_nowhere_and_has_no_description_makes_no_post(tmp_path: Path) -> None:
    notes = [
        _note(number, "", attachment=[{"type": "Document", "url": url, "name": alt}])
        for number, (url, alt) in enumerate(
            [("/media/a.png", None), ("/media/b.png", "Rope"), ("https://f.example/c.png", None)]
        )
    ]
    read = _read(tmp_path, _outbox(*map(_activity, notes)))
    assert [post.media[0].name for post in read.documents] == ["b.png", "https://f.example/c.png"]
    assert read.left_out == {"empty": 1}
    assert len(read.lost) == 3


@pytest.mark.parametrize(
    "file",
    [
        {"type": "Person", "preferredUsername": "ann", "inbox": "x", "summary": "canary"},
        {"id": "likes.json", "type": "OrderedCollection", "orderedItems": ["https://a.example/1"]},
        [{"id": "1", "acct": "bo@b.example", "display_name": "Bo", "note": "canary"}],
        {"id": "bookmarks.json", "orderedItems": ["https://a.example/1"]},
    ],
)
def test_a_file_of_an_archive_that_holds_no_posts_is_refused(tmp_path: Path, file: object) -> None:
    with pytest.raises(DumpError, match="holds no posts"):
        _read(tmp_path, file)


def test_a_post_on_lemmy_links_the_page_that_it_is_about(tmp_path: Path) -> None:
    link = {"type": "Link", "href": "https://news.example/oil"}
    page = _note(1, "<p>Mine</p>", type="Page", name="Oil", attachment=[link])
    preview = _note(2, "<p>Other</p>", attachment=[link])
    first, second = _read(tmp_path, _outbox(_activity(page), _activity(preview))).documents
    assert (first.title, first.link) == ("Oil", LinkTarget("https://news.example/oil", "Oil"))
    assert second.link is None


def test_the_archives_of_several_accounts_in_one_folder_are_all_read(tmp_path: Path) -> None:
    for name in ("ada", "bo"):
        account = f"https://{name}.example/users/{name}"
        note = _note(1, f"<p>By {name}.</p>", id=f"{account}/1")
        items = [_activity(note, actor=account)]
        folder = tmp_path / name
        folder.mkdir()
        outbox = {"type": "OrderedCollection", "orderedItems": items}
        (folder / "outbox.json").write_text(json.dumps(outbox), "utf-8")
        actor = {"id": account, "name": name.title(), "preferredUsername": name}
        (folder / "actor.json").write_text(json.dumps(actor | {"type": "Person"}), "utf-8")
    read = read_source(tmp_path, ReadOptions())
    shown = [(document.text, document.author) for document in read.documents]
    assert shown == [("By ada.", "Ada"), ("By bo.", "Bo")]
