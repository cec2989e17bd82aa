"""JSON, JSON Lines and tables of any program."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.errors import DumpError
from sitegen.readers import ReadOptions, SourceRead, read_source
from tests.readers.sources import only_document


def _read(tmp_path: Path, content: str | bytes, name: str, *include: str) -> SourceRead:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_source(path, ReadOptions(frozenset(include)))


@pytest.mark.parametrize(
    "content",
    [
        '[{"text": "One two"}, {"text": "Three"}]',
        '{"text": "One two"}\n{"text": "Three"}\n',
        '{"count": 2, "posts": [{"body": "One two"}, {"content": "Three"}], "users": [{"id": 1}]}',
        '{"data": {"items": [{"post": {"text": "One two"}}, {"post": {"text": "Three"}}]}}',
        'var posts = [{"text": "One two"}, {"text": "Three"}];',
        '{"a": [{"n": 1}], "things": [{"caption": "One two"}, {"caption": "Three"}]}',
    ],
)
def test_texts_are_found_in_any_wrapping(tmp_path: Path, content: str) -> None:
    read = _read(tmp_path, content, "dump.json")
    assert [document.text for document in read.documents] == ["One two", "Three"]
    assert read.formats == ("json",)


def test_the_fields_of_a_record_are_known_by_their_names(tmp_path: Path) -> None:
    record = {
        "ID": 7,
        "Title": "Tea &amp; toast",
        "content": {"rendered": "<p>Both are <em>hot</em>.</p>"},
        "createdAt": 1704182400000,
        "author": {"name": "Ann Baker", "email": "canary@mail.example"},
        "permalink": "https://tea.example/7",
        "tags": [{"name": "tea"}, "#toast"],
        "lang": "en",
        "images": [{"url": "https://tea.example/a.jpg", "alt": "A cup"}],
        "status": "publish",
    }
    read = _read(tmp_path, json.dumps([record]), "dump.json")
    document = only_document(read)
    assert (document.title, document.text, document.is_markdown) == (
        "Tea & toast",
        "Both are *hot*.",
        True,
    )
    assert document.author == "Ann Baker"
    assert document.date is not None
    assert document.date.isoformat() == "2024-01-02T08:00:00+00:00"
    assert document.source == "https://tea.example/7"
    assert document.tags == ("tea", "toast")
    assert [(medium.name, medium.alt) for medium in document.media] == [
        ("https://tea.example/a.jpg", "A cup")
    ]
    assert [lost.where for lost in read.lost] == ["https://tea.example/a.jpg"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"private": True}, "private"),
        ({"public": "no"}, "private"),
        ({"visibility": "direct"}, "private"),
        ({"visibility": "circle"}, "not public"),
        ({"visibility": "followers_only"}, "followers only"),
        ({"audience": "only_paid"}, "paid"),
        ({"status": "Draft"}, "draft"),
        ({"is_published": False}, "draft"),
        ({"published": "false"}, "draft"),
        ({"status": "future"}, "scheduled"),
        ({"deleted_at": "2024-01-02"}, "trash"),
        ({"post_password": "canary"}, "password"),
        ({"in_reply_to_status_id": 5}, "reply"),
        ({"reply_to_post_id": 5}, "reply"),
        ({"isRetweet": "true"}, "repost"),
        ({"retweetedTweet": {"id": 1}}, "repost"),
        ({"reblogged_from_name": "bo"}, "repost"),
        ({"media_type": "REPOST_FACADE"}, "repost"),
        ({"limited_to": "|0|"}, "not public"),
        ({"publishStatus": "draft"}, "draft"),
        ({"inReplyToTweetId": 5, "user": {"username": "ann"}}, "reply"),
        ({"referenced_tweets": [{"type": "retweeted", "id": "5"}]}, "repost"),
        ({"referenced_tweets": [{"type": "replied_to", "id": "5"}]}, "reply"),
        (
            {
                "referenced_tweets": [{"type": "replied_to", "id": "5"}],
                "in_reply_to_user_id": "8",
                "author_id": "7",
            },
            "reply",
        ),
        ({"visible": False}, "hidden"),
        ({"listed": "no"}, "hidden"),
        ({"secret": 1}, "private"),
        ({"unlisted": True}, "hidden"),
        ({"premium": True}, "paid"),
        ({"members_only": "yes"}, "followers only"),
        ({"access_level": "members"}, "paid"),
        ({"publish": "false"}, "draft"),
        ({"live": False}, "hidden"),
        ({"archived": True}, "hidden"),
        ({"disabled": True}, "hidden"),
        ({"audience": ["colleagues"]}, "not public"),
        ({"access": {"level": "internal"}}, "private"),
        ({"sensitivity": "confidential"}, "private"),
        ({"exclude_from_public": True}, "hidden"),
        ({"sharing": "only me"}, "private"),
        ({"viewers": ["me"]}, "private"),
        ({"moderation_status": "rejected"}, "not public"),
        ({"scheduled_at": "2099-01-02T08:00:00Z"}, "scheduled"),
        ({"type": "private_message"}, "private"),
        ({"type": "comment"}, "comment"),
        ({"post_type": "page"}, "page"),
    ],
)
def test_items_that_are_not_plainly_public_are_left_out_and_counted(
    tmp_path: Path, fields: dict[str, object], reason: str
) -> None:
    records = [{"text": "canary"} | fields, {"text": "public"} | dict.fromkeys(fields)]
    read = _read(tmp_path, json.dumps(records), "dump.json")
    assert only_document(read).text == "public"
    assert read.left_out == {reason: 1}


def test_included_kinds_are_read(tmp_path: Path) -> None:
    read = _read(tmp_path, '[{"text": "a", "draft": true}]', "dump.json", "drafts")
    assert only_document(read).text == "a"
    assert read.included == {"draft": 1}


@pytest.mark.parametrize(
    "content",
    [
        '[{"text": "canary", "sender": "a", "recipient": "b"}]',
        '{"chats": [{"body": "canary", "from_id": 3}]}',
        '[{"type": "message", "user": "U1", "text": "canary"}]',
        '[{"name": "canary", "phone": "1", "url": "https://a.example/"}]',
        '[{"first_name": "canary", "email": "canary@a.example", "note": "x"}]',
        '{"messages": [{"text": "canary", "date": 1}]}',
        '{"drafts": [{"text": "canary"}]}',
        '{"draft_posts": [{"text": "canary"}], "brouillons": [{"text": "canary"}]}',
        '{"trash": {"posts": [{"text": "canary"}]}}',
        '[{"role": "user", "content": "canary"}]',
        '[{"address": "+49 30 123456", "body": "canary", "date": 1}]',
        '[{"url": "https://canary.example/", "title": "a", "visit_count": 3}]',
        '[{"uri": "a.jpg", "title": "canary"}]',
        '["canary", "names"]',
        "[]",
    ],
)
def test_json_of_messages_contacts_and_drafts_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(DumpError):
        _read(tmp_path, content, "dump.json")


@pytest.mark.parametrize(
    "header",
    [
        "name,email,text",
        "Given Name,Family Name,Notes,Phone 1 - Value",
        "name,url,username,password,note",
        "Date,Description,Amount,Notes",
        "id,permalink,date,ip,subreddit,gildings,link,parent,body",
        "Date,Link,Message",
        "AuthorID,Author,Date,Content,Attachments,Reactions",
        "title,url,visit_time",
    ],
)
def test_tables_of_contacts_passwords_payments_and_messages_are_refused(
    tmp_path: Path, header: str
) -> None:
    row = ",".join(["canary"] * len(header.split(",")))
    with pytest.raises(DumpError):
        _read(tmp_path, f"{header}\n{row}\n{row}\n", "dump.csv")


def test_an_address_without_a_text_is_a_link_post(tmp_path: Path) -> None:
    content = 'url,title,notes,tags\nhttps://a.example/x,A page,My word,"x, y"\njavascript:1,b,,\n'
    read = _read(tmp_path, content, "dump.csv")
    document = only_document(read)
    assert document.link == ("https://a.example/x", "A page", "a.example")
    assert (document.text, document.tags) == ("My word", ("x", "y"))
    assert read.left_out == {"not a web address": 1}


@pytest.mark.parametrize(
    "content",
    [
        'text,date\n"One, two",2024-01-02\nThree,\n',
        "sep=;\ntext;date\nOne, two;2024-01-02\nThree;\n",
        "Text\tDate\nOne, two\t2024-01-02\nThree\t\n",
        "text|date\nOne, two|2024-01-02\nThree|\n",
        '\ufefftext,date\r\n"One, two",1/2/2024\r\n\r\nThree,\r\n',
    ],
)
def test_texts_in_any_table_are_read(tmp_path: Path, content: str) -> None:
    read = _read(tmp_path, content, "dump.csv")
    assert [document.text for document in read.documents] == ["One, two", "Three"]
    assert read.documents[0].date is not None
    assert read.documents[0].date.date().isoformat() == "2024-01-02"


def test_repeats_empty_and_unknown_records_are_counted(tmp_path: Path) -> None:
    content = '[{"text": "a"}, {"text": "a"}, {"text": " "}, {"n": 1}, 5, {"text": "b"}]'
    read = _read(tmp_path, content, "dump.json")
    assert [document.text for document in read.documents] == ["a", "b"]
    assert read.left_out == {"duplicate": 1, "empty": 1, "unsupported": 2}


def test_of_a_file_that_is_cut_off_the_whole_records_are_read(tmp_path: Path) -> None:
    read = _read(tmp_path, '{"posts": [{"text": "a"}, {"text": "b', "dump.json")
    assert only_document(read).text == "a"
    assert [lost.what for lost in read.lost] == ["the rest of the file"]


def test_short_ids_of_two_files_are_not_confused(tmp_path: Path) -> None:
    one = only_document(_read(tmp_path, '[{"id": 1, "text": "a"}]', "one.json"))
    other = only_document(_read(tmp_path, '[{"id": 1, "text": "b"}]', "other.json"))
    assert one.id != other.id


def test_plain_text_stays_verbatim_and_markdown_is_kept(tmp_path: Path) -> None:
    content = json.dumps(
        [{"text": "2 * 3 * 4 <b> &amp; so"}, {"text": "See [it](https://a.example)"}]
    )
    plain, markdown = _read(tmp_path, content, "dump.json").documents
    assert (plain.text, plain.is_markdown) == ("2 * 3 * 4 <b> & so", False)
    assert markdown.is_markdown


@pytest.mark.parametrize(
    "record",
    [
        {"type": "post", "attributes": {"body": "Words", "author": {"first_name": "Ann"}}},
        {"post_content": "Words", "post_author": "Ann"},
        {"quote": "Words", "author": "Ann"},
        {"inhalt": "Words", "autor": "Ann"},
        {"note": "Words", "author": [{"name": "Ann"}]},
    ],
)
def test_names_of_fields_vary(tmp_path: Path, record: dict[str, object]) -> None:
    document = only_document(_read(tmp_path, json.dumps([record]), "dump.json"))
    assert (document.text, document.author) == ("Words", "Ann")


def test_names_and_tags_may_be_escaped(tmp_path: Path) -> None:
    record = {"text": "a", "author": "Ann &amp; Bo", "tags": ["Oil &amp; wicks"]}
    document = only_document(_read(tmp_path, json.dumps([record]), "dump.json"))
    assert (document.author, document.tags) == ("Ann & Bo", ("Oil & wicks",))
    record |= {"tags": "Oil &amp; wicks; lamps"}
    document = only_document(_read(tmp_path, json.dumps([record]), "dump.json"))
    assert document.tags == ("Oil & wicks", "lamps")


@pytest.mark.parametrize("is_listed", [False, True])
def test_a_post_as_wordpress_serves_it_is_a_record_and_no_list_of_addresses(
    tmp_path: Path, *, is_listed: bool
) -> None:
    post = {
        "id": 7,
        "date": "2024-03-05T10:00:00",
        "date_gmt": "2024-03-05T09:00:00",
        "link": "https://b.example/wick",
        "title": {"rendered": "The wick"},
        "content": {"rendered": "<p>It burns.</p>", "protected": False},
        "author": 3,
        "tags": [1, 2],
        "_links": {"self": [{"href": "https://b.example/wp-json/wp/v2/posts/7"}]},
        "_embedded": {"author": [{"id": 3, "link": "https://b.example/ann", "slug": "ann"}]},
    }
    content = json.dumps([post] if is_listed else post)
    document = only_document(_read(tmp_path, content, "posts.json"))
    assert (document.title, document.text) == ("The wick", "It burns.")
    assert document.source == "https://b.example/wick"
    assert document.date == datetime(2024, 3, 5, 9, tzinfo=UTC)


def test_a_list_of_people_on_wordpress_is_refused(tmp_path: Path) -> None:
    person = {"id": 3, "name": "Ann", "url": "https://ann.example", "description": "canary"}
    person |= {"avatar_urls": {"24": "https://b.example/a.png"}, "_links": {"self": []}}
    with pytest.raises(DumpError):
        _read(tmp_path, json.dumps([person]), "users.json")


@pytest.mark.parametrize("value", [0, "0000-00-00", None, 1e300, "soon", {"$date": None}, []])
def test_an_invalid_date_is_ignored(tmp_path: Path, value: object) -> None:
    assert (
        only_document(_read(tmp_path, json.dumps([{"text": "a", "date": value}]), "d.json")).date
        is None
    )


def test_json_lines_with_other_values_between_them_are_json(tmp_path: Path) -> None:
    read = _read(tmp_path, '{"text": "a"}\n{"text": "b"}\nnull\n5\n{"text": "c"}\n', "dump.jsonl")
    assert [document.text for document in read.documents] == ["a", "b", "c"]
    assert read.left_out == {"unsupported": 2}


def test_a_password_in_an_address_is_cut_off(tmp_path: Path) -> None:
    record = {"text": "a", "url": "https://me:canary@a.example/x"}
    document = only_document(_read(tmp_path, json.dumps([record]), "dump.json"))
    assert document.source == "https://a.example/x"


@pytest.mark.parametrize(
    "broken",
    ['{"text": "bad"', "null", '{"text": bad}', '{"text": "bad" "x"}', "[1", '"text"'],
)
def test_one_of_a_few_lines_that_is_broken_costs_itself(tmp_path: Path, broken: str) -> None:
    lines = ('{"text": "One two"}', broken, '{"text": "Three"}')
    read = _read(tmp_path, "\n".join(lines), "dump.jsonl")
    shown = [document.text for document in read.documents if document.text != "text"]
    assert (read.formats, shown) == (("json",), ["One two", "Three"])


@pytest.mark.parametrize(
    "text", ['{"text": "a" "b"}', '[{"text": "a"} {"text"}]', '{"a": 1, b c d}']
)
def test_broken_json_is_never_a_text(tmp_path: Path, text: str) -> None:
    with pytest.raises(DumpError):
        _read(tmp_path, text, "dump.txt")


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ('"status": "In progress"', "draft"),
        ('"status": "Ready for review"', "pending"),
        ('"status": "archived"', "hidden"),
        ('"content": {"rendered": "", "protected": true}', "password"),
    ],
)
def test_what_is_not_finished_or_has_a_password_is_left_out(
    tmp_path: Path, field: str, reason: str
) -> None:
    read = _read(tmp_path, f'[{{"title": "canary", "body": "canary", {field}}}]', "dump.json")
    assert (read.documents, read.left_out) == ((), {reason: 1})


def test_of_few_lines_one_that_is_no_json_is_lost(tmp_path: Path) -> None:
    content = '{"text": "One"}\n{"text": "Two"}\nno JSON here\n{"text": "Three"}\n'
    read = _read(tmp_path, content, "dump.jsonl")
    assert [document.text for document in read.documents] == ["One", "Two", "Three"]
    assert len(read.lost) == 1


def test_what_is_unlisted_or_for_subscribers_is_not_plainly_public(tmp_path: Path) -> None:
    records = [{"text": "One", "visibility": "public"}, {"text": "a", "visibility": "unlisted"}]
    records.append({"text": "b", "audience": "only_free"})
    read = _read(tmp_path, json.dumps(records), "dump.json")
    assert only_document(read).text == "One"
    assert read.left_out == {"hidden": 1, "followers only": 1}


def test_short_addresses_in_posts_of_x_become_full_ones(tmp_path: Path) -> None:
    url = {"url": "https://t.co/a", "expanded_url": "https://lamp.example/"}
    quoted = [{"type": "quoted", "id": "5"}]
    post = {"id": "1", "text": "See https://t.co/a", "referenced_tweets": quoted}
    content = json.dumps({"data": [post | {"entities": {"urls": [url]}}]})
    assert only_document(_read(tmp_path, content, "posts.json")).text == "See https://lamp.example/"


def test_a_reply_to_oneself_in_a_list_of_posts_is_read(tmp_path: Path) -> None:
    own = {
        "text": "And so on",
        "inReplyToTweetId": 1,
        "user": {"username": "ann"},
        "inReplyToUser": {"username": "ann"},
    }
    assert only_document(_read(tmp_path, json.dumps([own]), "posts.json")).text == "And so on"


def test_a_post_of_somebody_else_that_is_passed_on_is_no_text(tmp_path: Path) -> None:
    table = "id,created_at,text\n1,2024-03-12,RT @bo: canary\n2,2024-03-12,RT means real time\n"
    read = _read(tmp_path, table, "posts.csv")
    assert only_document(read).text == "RT means real time"
    assert read.left_out == {"repost": 1}


def test_a_note_in_html_on_a_link_becomes_markdown(tmp_path: Path) -> None:
    table = "title,url,notes\nLamp,https://x.example/1,<p>It <b>burns</b>.</p>\n"
    assert only_document(_read(tmp_path, table, "links.csv")).text == "It **burns**."
