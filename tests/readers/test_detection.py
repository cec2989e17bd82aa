"""Each format is detected by its structure; a text that only starts like it is read as text."""

import json

import pytest

from sitegen.readers.detection.file_head import HEAD_SIZE
from sitegen.readers.detection.table_head import parse_table
from tests.dump_formats import BOOKMARKS, MAIL, PAGE, RSS, SENTENCE, TEXT_DUMPS, WXR, format_of


@pytest.mark.parametrize(("name", "text"), TEXT_DUMPS.items(), ids=TEXT_DUMPS)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_format_is_detected_in_every_encoding(name: str, text: str, encoding: str) -> None:
    assert format_of(text.encode(encoding)) == name


@pytest.mark.parametrize(("name", "text"), TEXT_DUMPS.items(), ids=TEXT_DUMPS)
def test_a_format_is_detected_after_blank_lines_with_any_line_endings(name: str, text: str) -> None:
    lines = text.replace("\r\n", "\n").split("\n")
    assert format_of("\r\n".join(["", "", *lines])) == name


@pytest.mark.parametrize(("name", "text"), TEXT_DUMPS.items(), ids=TEXT_DUMPS)
def test_a_format_is_detected_even_if_it_is_not_valid_utf_8(name: str, text: str) -> None:
    assert format_of(text.encode().replace(b"One", b"Caf\xe9").replace(b"Anna", b"J\xf6rg")) == name


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[",
        "{}s are braces, and [] are brackets",
        "[1] is a note, and [2] is another",
        "[1]",
        "[1]\n[2]\nTwo notes that say nothing",
        '["Hello," she said, and left]',
        '["Quoted"] is how it stands in the book',
        '{"mood": "happy"} is what the program said today.',
        '{"a": 1, and so on, as far as I remember',
        "{note: this is in braces, and it is a text}",
        "{ curly: a word about hair }",
        "[[A link]] of a wiki",
        "[x] Done\n[ ] Not done",
        "{% include kettle %}",
        "['tis the season] and don't we know it",
        '"A post that is quoted."\n"Another one."',
        "x = [1, 2] is a line of code",
        "result = {everything that we know}",
        "window.YTD is how each of these files begins",
        "var is a keyword = [yes]",
        "12",
        "true",
    ],
)
def test_a_text_that_starts_like_json_is_read(text: str) -> None:
    assert format_of(text) is None
    assert format_of(f"{text}\n{SENTENCE}") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{}", "json"),
        ("[]\n", "json"),
        ('["One", "Two"]', "json"),
        ('[{"text": NaN, "n": 1e999, "x": "\\ud800"}]', "json"),
        ('{"text": "One",}\n', "json"),
        ('// a comment\n{"text": /* here */ "One"}', "json"),
        ("{text: 'One', n: 0x1f}", "json"),
        ("[{'text': 'One', 'liked': True, 'link': None}]", "json"),
        ('{"text": "a raw\nline break"}', "json"),
        (")]}',\n" + '{"text": "One"}', "json"),
        ('{"a": {"text": "One"}}, {"b": 2}', "jsonl"),
        ('{"text": "One"}\n\n{"text": "Two"}', "jsonl"),
        ('window.YTD.direct_messages.part0 = [ {"dmConversation": {}} ]', "x"),
        ("window.YTD.tweets.part0 = [ ]", "x"),
        ('var data = {"text": "One"}', "javascript"),
        ('"use strict";\nmodule.exports = [{"text": "One"}]', "javascript"),
        ('export default {"text": "One"};', "javascript"),
        ('window["posts"] = {text: "One"};\nwindow["more"] = {};', "javascript"),
        ('callback({"text": "One"});', "javascript"),
        ('{"type": "FeatureCollection", "features": [{"geometry": null}]}', "geojson"),
        ('{"log": {"version": "1.2", "creator": {"name": "x"}, "entries": []}}', "har"),
    ],
)
def test_json_is_detected_in_all_its_variants(text: str, name: str) -> None:
    assert format_of(text) == name


@pytest.mark.parametrize("opening", ["[", "window.YTD.like.part0 = ["])
@pytest.mark.parametrize("damage", ["'", "}", "\x00", "]"])
def test_json_that_is_damaged_at_its_start_is_no_text(opening: str, damage: str) -> None:
    items = ",\n".join('{"id": 1, "text": "One post", "from": "Anna"}' for _ in range(9))
    assert format_of(opening + items.replace('"', damage, 1)) not in (None, "json")


@pytest.mark.parametrize(
    "text",
    [
        '{"text": "cut off',
        '{"messages": [{"id": 1, "text": "whole"}, {"id": 2, "te',
        '["One", "Two", "Thr',
        '{"text": "One", "next":',
    ],
)
def test_truncated_json_is_detected(text: str) -> None:
    expected = None if text.count(":") == 1 and text.endswith(":") else "json"
    assert format_of(text) == expected


def test_json_in_one_line_longer_than_the_head_is_detected() -> None:
    assert format_of(json.dumps([{"text": SENTENCE, "id": n} for n in range(9000)])) == "json"
    assert format_of('{"text": "' + "a" * (2 * HEAD_SIZE) + '"}') == "json"


def test_json_with_a_late_error_is_detected() -> None:
    many = ", ".join(f'"key{n}": "{SENTENCE}"' for n in range(30))
    assert format_of(f"{{{many}, oops oops}}") == "json"


def test_json_of_any_depth_is_detected() -> None:
    assert format_of('{"a":' * 40_000) == "json"
    assert format_of("[" * 2_000 + '"a", "b"' + "]" * 2_000) == "json"


@pytest.mark.parametrize(
    "text",
    [
        "<",
        "<3 is how my sister signs",
        "<b>bold</b>",
        "<b>bold</b> is what the tag does",
        "<p> is the tag I like best.",
        "<p> and <div> are tags that I use",
        "<html> is a tag, and so is <body>, and </body> ends it",
        "<!DOCTYPE html> is how every page begins, then <html>",
        '<?xml version="1.0"?> is the first line, and <rss> the second',
        "<rss> and <feed> are two formats",
        "<sigh> I am tired.",
        "<rant>It rains again.</rant> That is all.",
        "<!-- a note to myself --> The text goes on from here",
        '<div align="center">A sign</div>\n\n# The kettle\n\n' + SENTENCE * 3,
        "<https://a.example> is where it stands",
        "<anna@a.example> wrote to me",
        "</end>",
        "<a href='https://a.example'>A link</a> in a post",
        "<kbd>Ctrl</kbd> is a key\n<kbd>Alt</kbd> is another",
        "<?php is how those files begin",
        "<x y z> is what the formula says",
        "a < b and c > d",
    ],
)
def test_a_text_that_starts_like_a_tag_is_read(text: str) -> None:
    assert format_of(text) is None
    assert format_of(f"{text}\n{SENTENCE}") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- c -->\n{WXR}', "wordpress"),
        (f"<!-- made by WordPress -->\n{WXR}", "wordpress"),
        (f'<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>\n{RSS}', "rss"),
        (RSS.replace('"2.0"', '"2.0" xmlns:wp="https://paper.example/ns"'), "rss"),
        (f'<!DOCTYPE rss [ <!ENTITY a "<b>"> ]>{RSS}', "rss"),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel></channel></rdf:RDF>', "rss"),
        ('<atom:feed xmlns:atom="a"><atom:entry/></atom:feed>', "atom"),
        ("<?xml version='1.0'?><note>Hello</note>", "xml"),
        ("<журнал><запись>Один</запись></журнал>", "xml"),
        ("<post>One</post>\n<post>Two</post>", "xml"),
        (f"<en-export><note><title>{SENTENCE}</title></note></en-export>", "evernote"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', "svg"),
        (RSS[:80], "rss"),
        ('<?xml version="1.0"?>\n<rss version="2.0" xmlns:a="https://a.ex', "xml"),
        (WXR.replace('<rss version="2.0"', '<rss vers"on="2.0"'), "wordpress"),
        (RSS.replace('"2.0"', '"2.0'), "rss"),
        (f"<?xml version='1.0'?>x\n{RSS}", "rss"),
        (f"x!DOCTYPE html>\n{PAGE}", "html"),
        ("<?xml version='1.0' enc", "xml"),
        ('<!DOCTYPE html>\n<html lang="e', "html"),
        ("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<!-- This is an auto", "bookmarks"),
        (f"<!DOCTYPE html>\n{PAGE}", "html"),
        ("<!doctype html>\n<title>A</title>\n<p>Words", "html"),
        (PAGE.upper(), "html"),
        (f"\n\n<!DOCTYPEhtml>\n{PAGE}", "html"),
        (f"<!DOCTYPE html>https://a.example\n{PAGE}", "html"),
        (f"<!-- saved from url=(0014)about:internet -->\n{PAGE}", "html"),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head/></html>', "html"),
        ("<meta charset=utf-8><title>A</title><p>Words", "html"),
        ("<!-- wp:paragraph -->\n<p>Words</p>\n<!-- /wp:paragraph -->", "html"),
        ("<p>One</p>\n<p>Two</p>", "html"),
        ("<P>One\n<P>Two", "html"),
        ("<div class='a'><p>Words</p></div>", "html"),
        ("<h1>Title</h1><p>Words</p>", "html"),
        (f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>B</TITLE>\n{BOOKMARKS}", "bookmarks"),
        (f"<META CONTENT='a'>\n<TITLE>B</TITLE>\n<H1>B</H1>\n{BOOKMARKS.lower()}", "bookmarks"),
    ],
)
def test_xml_and_html_are_detected_however_they_start(text: str, name: str) -> None:
    assert format_of(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Name, place, and thing",
        "Name, place, and thing\nAnna, Oslo, a kettle\nBo, Graz, a lamp",
        "Apples, pears, plums\nBread, butter, jam\nTea, milk, sugar",
        "First, the kettle. Then, the lamp.\nSecond, the bread. Then, the jam.",
        "1,000 birds\n2,000 nests",
        "Anna;\nshe came;\nshe saw",
        "One,two\nThree and more words than that",
        "Title, and author\nOne, by Anna\nTwo, by Bo",
        "Anna\tHello there my friend\nBo\tHello to you too",
        "1.\tFirst thing\n2.\tSecond thing",
        "title",
        "title, date",
        "text\n“A quotation”\nmore",
        "A,B,C\nis how it begins, and nothing follows",
        "Name | Value\n--- | ---\nTea | 3",
        "Dear Anna,\nthank you for the kettle,\nand for the lamp,",
        "A table is easy:\n\nid,title,date\n1,Tea,2024\n\nThat is all, I think.\nNo more, then.",
        "# Lists\n\nApples,pears,plums\nBread,butter,jam",
        "A title\n\nOf time, of love\nOf tea, of bread",
    ],
)
def test_a_text_with_commas_is_read(text: str) -> None:
    assert format_of(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("title,url,time_added,tags,status\n", "pocket"),
        ('"title","url"\n"One","https://a.example"\n', "csv"),
        ('"tweet_id","in_reply_to","te', "csv"),
        ("title,url,time_added,tags,stat", "pocket"),
        ("sep=;\nfoo;bar\n1;2\n", "csv-semicolon"),
        ("user_id,screen_name,bio\n1,anna,Words\n2,bo,More\n", "csv"),
        ('id,text\n1,"Two\nlines, and a ""quote"""\n2,One\n', "csv"),
        (",date,text\n0,2024-01-01,One\n", "csv"),
        ("Date, Author, Text\n2024-01-01, Anna, One\n2024-01-02, Bo, Two\n", "csv"),
        ("Vorname;Nachname;Ort\nAnna;Berg;Graz\nBo;Tal;Linz\n", "csv-semicolon"),
        ("Имя,Город,Телефон\nАнна,Осло,123\n", "csv"),
        ('text\n"One, or two"\n"Three"\n', "csv"),
        ("URL,Title,Selection,Folder\nhttps://a.example,A,,Unread\n", "instapaper"),
        ("Highlight,Book Title,Book Author,Note\nWords,A book,Anna,\n", "readwise"),
        ("id,text\n" + "1,One\n" * 100_000, "csv"),
        ("First Name,Last Name,Email Address\nAnna,Berg,a@a.example\n", "csv"),
        (
            'Notes:\n"Some are missing."\n\nFirst Name,Last Name,URL,Email Address\nAnna,Berg,https://a.example,a@a.example\n',
            "csv",
        ),
        ("# Exported on a Monday\nid,title,date\n1,One,2024-01-01\n2,Two,2024-01-02\n", "csv"),
    ],
)
def test_a_table_is_detected_by_its_column_names(text: str, name: str) -> None:
    assert format_of(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "From the start, it was a good year.",
        "From the start\nSubject: a word about it",
        "From Mon to Fri we bake.\nDate: unknown",
        "From here Mon Jan 1 it went on\nand on",
        "Dear Sir: the kettle leaks.\n\nYours, Anna",
        "Subject: the kettle\nDate: Monday\n\nIt leaks.",
        "From: the start\nTo: the end\nSubject: a year\n\nIt was good.",
        "Title: Tea\nDate: 2024-01-01\nAuthor: anna@a.example\n\nIt leaks.",
        "Note: this is no mail.\nTo: nobody",
        "BEGIN: the year\nEND: the year",
        "BEGIN:VCARD is how a card begins",
        "SELECT is a word of SQL, and so is INSERT INTO posts",
        "-- A line of SQL begins like this",
        "CREATE TABLE tea (id int);\nINSERT INTO tea VALUES (1);\n\nSo begins every lesson.",
        "TITLE: Tea\nDATE: today\n-----\nThe kettle leaks.",
        r"{\rtf1 is how those files begin",
        "%PDF-1.7 is how those files begin",
        "GIF89a is a format of pictures",
        "BM is a mark, RIFF another",
        "PK are my initials",
    ],
)
def test_a_text_that_starts_like_mail_or_another_format_is_read(text: str) -> None:
    assert format_of(text) is None
    assert format_of(f"{text}\n{SENTENCE}") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"From - Mon Jan 01 10:00:00 2024\nX-Mozilla-Status: 0001\n{MAIL}", "mbox"),
        (f"From 17@xxx Mon Jan 01 10:00:00 +0000 2024\nX-GM-THRID: 17\n{MAIL}", "mbox"),
        ("From: Anna <a@a.example>\nTo: b@b.example\n\nWords", "eml"),
        ("Return-Path: <a@a.example>\nReceived: from b\n\tby c; Mon\nSubject: A\n\nWords", "eml"),
        ("MIME-Version: 1.0\nSubject: =?utf-8?q?A?=\n\nWords", "eml"),
        ("from: a@a.example\nto: b@b.example\nsubject: A\n\nWords", "eml"),
    ],
)
def test_mail_is_detected_by_its_header(text: str, name: str) -> None:
    assert format_of(text) == name


def test_a_movable_type_export_is_detected_by_its_fields() -> None:
    fields = "AUTHOR: Anna\nTITLE: Tea\nSTATUS: Draft\nDATE: 01/02/2024 10:00:00 AM\n"
    assert format_of(f"{fields}-----\nBODY:\nWords\n-----\n--------\n") == "movabletype"


@pytest.mark.parametrize(
    "rows",
    [
        "Kind,Klasse,Bemerkung\nA,4b,oft krank\nB,5c,laut\n",
        "text,segments\nIt rained and I read.,2\nIt shone and I slept.,3\n",
        "12.03.2021;Praxis;Nr. 4711;-120,00\n13.03.2021;Laden;Brot;-2,10\n14.03.2021;A;;9,00\n",
        "A,Leeds,a@a.example,tall\nB,Hull,b@b.example,shy\nC,Ely,c@c.example,old\n",
        'A,Leeds,"tall, but shy",4\nB,Hull,old,5\nC,Ely,"loud, too",6\n',
    ],
)
def test_rows_with_values_of_programs_are_a_table_whatever_its_columns(rows: str) -> None:
    assert format_of(rows) in ("csv", "csv-semicolon")


@pytest.mark.parametrize(
    "rows",
    [
        "A,https://a.example/,17041",
        "A\n",
        'A,"https://a.example/,1\nB,https://b.example/,2\n',
        ",,\n",
    ],
)
def test_usual_columns_make_a_table_even_if_its_rows_are_ragged_or_cut_off(rows: str) -> None:
    table = parse_table(f"title,url,time_added\n{rows}")
    assert table is not None
    assert table.columns == ("title", "url", "time_added")


@pytest.mark.parametrize(
    "header",
    [
        "id,permalink,date,ip,subreddit,gildings,title,url,body",
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location",
    ],
)
def test_many_columns_are_a_table_even_if_a_quotation_mark_is_not_closed(header: str) -> None:
    table = parse_table(f'{header}\na,"b,c\nd,e,f\n')
    assert table is not None
    assert table.columns == tuple(header.lower().split(","))
