"""Texts in records that are Markdown as generators write it, with a header of their own."""

import json
from pathlib import Path
from time import process_time

import pytest

from sitegen.readers import ReadOptions, SourceRead, read_source
from sitegen.readers.identity import identify_text
from sitegen.readers.records.rich_lines import list_to_html
from sitegen.readers.records.texts import is_markdown


def _read(tmp_path: Path, *records: object) -> SourceRead:
    (tmp_path / "dump.json").write_text(json.dumps(records), "utf-8")
    return read_source(tmp_path / "dump.json", ReadOptions())


@pytest.mark.parametrize("key", ["body_markdown", "text", "content"])
def test_a_header_in_a_text_fills_what_the_record_lacks(tmp_path: Path, key: str) -> None:
    text = (
        "---\ntitle: The wick\npublished: true\ntags: oil, lamps\ndate: 2024-01-02\n---\n\n"
        "It burns *well*.\n"
    )
    (document,) = _read(tmp_path, {key: text, "title": "Own title", "tags": []}).documents
    assert (document.title, document.text) == ("Own title", "It burns *well*.")
    assert (document.tags, document.is_markdown) == (("oil", "lamps"), True)
    assert document.date is not None
    assert document.date.date().isoformat() == "2024-01-02"


def test_a_header_in_a_text_may_say_that_it_is_not_public(tmp_path: Path) -> None:
    read = _read(
        tmp_path,
        {"body_markdown": "---\npublished: false\n---\ncanary"},
        {"text": "+++\ndraft = true\n+++\ncanary"},
        {"text": "Words."},
    )
    assert [document.text for document in read.documents] == ["Words."]
    assert read.left_out == {"hidden": 1, "draft": 1}


def test_words_between_rules_are_no_header(tmp_path: Path) -> None:
    text = "---\nonly words, between rules\n---\nand more"
    assert _read(tmp_path, {"text": text}).documents[0].text == text


def test_a_field_of_markdown_is_markdown_whatever_it_holds(tmp_path: Path) -> None:
    text = "A **bold** word,\nand<br>more.\n\n<!-- canary -->\n![A lamp](https://a.example/l.png)"
    read = _read(tmp_path, {"body_markdown": text})
    (document,) = read.documents
    assert document.is_markdown
    assert "**bold** word,\nand" in document.text
    assert "canary" not in document.text
    assert [medium.alt for medium in document.media] == ["A lamp"]
    assert [lost.where for lost in read.lost] == ["https://a.example/l.png"]


def test_the_id_of_markdown_without_one_does_not_depend_on_what_is_made_of_it(
    tmp_path: Path,
) -> None:
    text = "## Oil\n\nSee [[the wick]].<!-- why? -->\n\n\n\nIt burns."
    (document,) = _read(tmp_path, {"title": "Lamps", "text": text}).documents
    assert document.text == "## Oil\n\nSee the wick.\n\nIt burns."
    assert document.id == identify_text("json", "Lamps", text, "", "")


def test_markdown_with_a_tag_in_it_is_no_html(tmp_path: Path) -> None:
    text = "## Oil\n\nIt burns <em>well</em>.\n\n- one\n- two"
    (document,) = _read(tmp_path, {"text": text}).documents
    assert document.text == "## Oil\n\nIt burns *well*.\n\n- one\n- two"


def test_a_text_that_begins_with_a_player_or_a_section_is_html(tmp_path: Path) -> None:
    player = '<iframe title="Lamps" src="https://p.example/1"></iframe>'
    texts = [f"{player} It burns.", "<section>It burns.</section>", "Write <section>…</section>."]
    read = _read(tmp_path, *({"text": text} for text in texts))
    shown = ["[Lamps](https://p.example/1)\n\nIt burns.", "It burns.", texts[2]]
    assert [document.text for document in read.documents] == shown


@pytest.mark.parametrize(
    ("shown", "link", "media"),
    [
        (None, None, []),
        ("https://n.example/a", "https://n.example/a", []),
        ("http://[quay/lamp.webp", "http://[quay/lamp.webp", []),
        ("https://l.example/pictrs/lamp.webp", None, ["https://l.example/pictrs/lamp.webp"]),
    ],
)
@pytest.mark.parametrize("body", ["Mine.", None])
def test_a_post_of_the_interface_of_lemmy_has_its_title_and_what_it_links(
    tmp_path: Path, shown: str | None, link: str | None, media: list[str], body: str | None
) -> None:
    post = {"id": 5, "name": "Oil", "body": body, "url": shown, "community_id": 7, "creator_id": 3,
            "ap_id": "https://l.example/post/5", "published": "2024-03-01T10:00:00.5Z",
            "thumbnail_url": "https://l.example/thumb.png", "deleted": False}  # fmt: skip
    view = {"post": post, "creator": {"name": "ann"}, "community": {"name": "lamps"}}
    deleted = {**view, "post": {**post, "id": 6, "deleted": True}}
    (document,) = _read(tmp_path, view, deleted).documents
    assert (document.title, document.text, document.author) == ("Oil", body or "", "ann")
    assert (document.source, document.tags) == ("https://l.example/post/5", ("lamps",))
    assert (document.link and document.link.address) == link
    assert [medium.name for medium in document.media] == media


@pytest.mark.parametrize("piece", ["[", "[a", "![", "](http://a"])
def test_the_time_to_know_markdown_grows_with_the_length_of_a_text_only(piece: str) -> None:
    began = process_time()
    assert not is_markdown("#" + piece * 30_000)
    assert process_time() - began < 2


def test_links_with_brackets_in_their_words_are_markdown() -> None:
    assert is_markdown("See [a [b] c](https://a.example/).")
    assert not is_markdown("See []() and a[](https://a.example/).")


@pytest.mark.parametrize("time", ["T08:15:00Z", ""])
def test_the_id_and_the_moment_of_a_record_tell_it_in_any_dump(tmp_path: Path, time: str) -> None:
    """Without a time of day, two files may be parts, each with ids from the start."""
    ids = []
    for name in ("posts1.json", "posts2.json"):
        path = tmp_path / name
        path.write_text(json.dumps([{"id": 7, "date": f"2024-01-02{time}", "text": name}]), "utf-8")
        ids += [document.id for document in read_source(path, ReadOptions()).documents]
    assert (ids[0] == ids[1]) == bool(time)


@pytest.mark.parametrize("title", ["Oil", ""])
def test_the_id_the_day_and_the_title_of_a_record_tell_it_in_any_dump(
    tmp_path: Path, title: str
) -> None:
    ids = set()
    for name in ("posts.json", "posts2.json"):
        record = {"id": 7, "date": "2024-01-02", "title": title, "text": f"Words of {name}"}
        (tmp_path / name).write_text(json.dumps([record]), "utf-8")
        ids |= {d.id for d in read_source(tmp_path / name, ReadOptions()).documents}
    assert (len(ids) == 1) == bool(title)


def test_a_date_that_no_calendar_has_is_reported(tmp_path: Path) -> None:
    dates = ("2023-02-30", "2023-02-28", "2023/13/01", "0000-00-00", "2024-02-00")
    path = tmp_path / "posts.json"
    path.write_text(json.dumps([{"text": f"Text {d}", "date": d} for d in dates]), "utf-8")
    lost = read_source(path, ReadOptions()).lost
    assert [(each.what, each.where) for each in lost] == [
        ("the date “2023-02-30”", "posts.json, item 1"),
        ("the date “2023/13/01”", "posts.json, item 3"),
    ]
    vault = tmp_path / "vault"
    vault.mkdir()
    for name, day in (("a", "2023-02-30"), ("b", "2023-02-28")):
        (vault / f"{name}.md").write_text(f"---\ndate: {day}\n---\nWords.\n", "utf-8")
    (only,) = read_source(vault, ReadOptions()).lost
    assert (only.what, only.where) == ("the date “2023-02-30”", "a.md")


def test_such_dates_of_link_posts_are_reported_in_tables_and_json(tmp_path: Path) -> None:
    dates = ("31.02.2025", "03.02.2025", "30 février 2025", "Winter 2020/21", "")
    rows = [f"https://a.example/{n};Oil;{date}" for n, date in enumerate(dates)]
    table = tmp_path / "links.csv"
    table.write_text("\n".join(["URL;Titel;Datum", *rows]), "utf-8")
    links = [{"url": f"https://a.example/{n}", "date": date} for n, date in enumerate(dates)]
    data = tmp_path / "links.json"
    data.write_text(json.dumps(links), "utf-8")
    lost = [each for source in (table, data) for each in read_source(source, ReadOptions()).lost]
    impossible = [(each.what, each.where) for each in lost if each.why == "there is no such day"]
    assert impossible == [
        ("the date “31.02.2025”", "links.csv, line 2"),
        ("the date “30 février 2025”", "links.csv, line 4"),
        ("the date “31.02.2025”", "links.json, item 1"),
        ("the date “30 février 2025”", "links.json, item 3"),
    ]


def test_a_date_that_names_no_day_is_reported_if_there_is_no_other(tmp_path: Path) -> None:
    dates = ("May 2019", "Summer 2019", "2019-05", "soon", "")
    path = tmp_path / "posts.json"
    posts = [{"text": f"Text {d}", "date": d, "posted_at": ""} for d in dates]
    posts[1]["posted_at"] = "2019-08-02"
    path.write_text(json.dumps(posts), "utf-8")
    vault = tmp_path / "vault"
    vault.mkdir()
    for name in ("a", "2019-05-02-b"):
        text = f"---\ntitle: {name}\ndate: May 2019\n---\nWords.\n"
        (vault / f"{name}.md").write_text(text, "utf-8")
    sources = (path, vault, vault / "a.md")
    lost = [each for source in sources for each in read_source(source, ReadOptions()).lost]
    assert {(each.what, each.why) for each in lost} == {
        ("the date “May 2019”", "sitegen reads no day in it")
    }
    assert [each.where for each in lost] == ["posts.json, item 1", "a.md", "a.md"]


def test_a_record_is_a_draft_also_if_only_the_object_around_it_says_so(tmp_path: Path) -> None:
    posts = [
        {"status": state, "post": {"body": f"The {state} text.", "status": "published"}}
        for state in ("public", "draft")
    ]
    (document,) = _read(tmp_path, *posts).documents
    assert document.text == "The public text."


def test_an_entry_of_contentful_without_a_published_version_is_a_draft(tmp_path: Path) -> None:
    entries = [
        {"sys": {"id": "a", "version": 2, "publishedVersion": 1}, "fields": {"text": "Open."}},
        {"sys": {"id": "b", "version": 2, "publishedVersion": None}, "fields": {"text": "canary"}},
    ]
    (document,) = _read(tmp_path, *entries).documents
    assert document.text == "Open."


_TREE = {"type": "doc", "content": [{"type": "p", "content": [{"type": "text", "text": "Open."}]}]}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ([{"type": "p", "text": "Hot tea", "spans": [{"start": "0", "end": 3}]}], "Hot tea"),
        ({"blocks": [{"type": "header", "data": {"text": "Tea", "level": 2.0}}]}, "## Tea"),
        ({"ops": [{"insert": "Tea"}, {"insert": "\n", "attributes": {"header": True}}]}, "# Tea"),
        (
            {"draft": {**_TREE, "content": [{"type": "text", "text": "canary"}]}, "en": _TREE},
            "Open.",
        ),
        ({"blocks": [{"type": "unstyled", "text": "Of Draft.js", "data": {}}]}, None),
    ],
    ids=["texts for numbers", "a broken number", "yes for a number", "draft", "Draft.js"],
)
def test_odd_values_in_rich_text_cost_neither_the_import_nor_the_words(
    tmp_path: Path, written: object, text: str | None
) -> None:
    read = _read(tmp_path, {"content": written}, {"content": "Milk."})
    assert [document.text for document in read.documents] == [*filter(None, [text]), "Milk."]


def test_a_text_in_a_very_deep_list_costs_no_other(tmp_path: Path) -> None:
    """How deep it may be depends on the version of Python."""
    deep = json.loads('["It is a deep text."]'.join(("[" * 850, "]" * 850)))
    texts = [d.text for d in _read(tmp_path, {"content": deep}, {"content": "Milk."}).documents]
    assert texts in (["Milk."], ["It is a deep text.", "Milk."])


def test_a_text_with_many_spans_is_read_in_time_in_proportion_to_it() -> None:
    spans = [{"start": at, "end": at + 1, "type": "em"} for at in range(0, 12_000, 2)]
    started = process_time()
    html = list_to_html([{"type": "p", "text": "a " * 6_000, "spans": spans}])
    assert html.count("<em>a</em>") == len(spans)
    assert process_time() - started < 0.3  # 0.03 s; 2 s if each part went through all spans


def test_an_id_in_place_of_a_name_is_no_author(tmp_path: Path) -> None:
    ids = [{"$oid": "5f0000000000000000000009"}, "5f0000000000000000000008"]
    records = [{"text": f"Words {n}.", "author": author} for n, author in enumerate((*ids, ids))]
    read = _read(tmp_path, *records, {"text": "Words.", "author": "Ann"})
    assert [document.author for document in read.documents] == [None, None, None, "Ann"]


@pytest.mark.parametrize("key", ["body_md", "contentRaw", "markdown_source", "full_text_en"])
def test_a_text_may_have_a_longer_name_than_those_of_others(tmp_path: Path, key: str) -> None:
    read = _read(
        tmp_path, {"text": "A."}, {"text": "B."}, {"title": "C", "text": "", key: "Lamps."}
    )
    assert read.documents[2].text == "Lamps."


def test_a_text_below_an_unknown_name_is_lost_and_not_passed_over(tmp_path: Path) -> None:
    lost = {"title": "C", "telling": "The ferry leaves the harbour at seven in the morning."}
    read = _read(tmp_path, {"text": "A."}, {"text": "B."}, lost)
    assert ["“telling”" in each.why for each in read.lost] == [True]


@pytest.mark.parametrize("key", ["content", "content_html"])
@pytest.mark.parametrize("form", ['{"ops":[{"insert":"Two lamps."}]}', '[{"insert":"Two lamps."}]'])
def test_a_text_of_quill_may_be_in_json_and_without_an_object(
    tmp_path: Path, key: str, form: str
) -> None:
    read = _read(tmp_path, {"title": "Lamps", key: form}, {"title": "Tea", key: json.loads(form)})
    assert [document.text for document in read.documents] == ["Two lamps."] * 2
