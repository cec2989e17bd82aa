"""What posts of WordPress refer to by number: featured images, galleries, reusable blocks."""

from pathlib import Path

import pytest

from sitegen.readers import ReadOptions, read_source
from sitegen.readers.reading import SourceRead

_HEAD = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:base_blog_url>https://blog.example</wp:base_blog_url>"""
_ATTACHMENTS = """<item><title>lamp</title><wp:post_id>7</wp:post_id>
<wp:post_type><![CDATA[attachment]]></wp:post_type><wp:status>inherit</wp:status>
<wp:post_parent>1</wp:post_parent><excerpt:encoded><![CDATA[A caption]]></excerpt:encoded>
<wp:attachment_url><![CDATA[https://blog.example/up/lamp.jpg]]></wp:attachment_url>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key>
<wp:meta_value><![CDATA[A lamp]]></wp:meta_value></wp:postmeta></item>
<item><wp:post_id>8</wp:post_id><wp:post_type>attachment</wp:post_type>
<wp:status>private</wp:status><guid>https://blog.example/up/canary-private.jpg</guid></item>"""
_BLOCKS = """<item><title>Signature</title><content:encoded><![CDATA[<p>Yours, Ann</p>]]>
</content:encoded><wp:post_id>9</wp:post_id><wp:post_type>wp_block</wp:post_type>
<wp:status>publish</wp:status></item>
<item><content:encoded>canary-draft-block</content:encoded><wp:post_id>10</wp:post_id>
<wp:post_type>wp_block</wp:post_type><wp:status>draft</wp:status></item>"""


def _post(content: str, thumbnail: str = "", number: int = 1) -> str:
    field = f"<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>{thumbnail}"
    field += "</wp:meta_value></wp:postmeta>"
    return (
        f"<item><title>Post {number}</title><content:encoded><![CDATA[{content}]]>"
        f"</content:encoded><wp:post_id>{number}</wp:post_id><wp:status>publish</wp:status>"
        f"<wp:post_type>post</wp:post_type>{field if thumbnail else ''}</item>"
    )


def _read(path: Path, *items: str) -> SourceRead:
    path.write_text(_HEAD + "".join(items) + "</channel></rss>", "utf-8")
    return read_source(path, ReadOptions())


@pytest.mark.parametrize(
    ("local", "gmt", "date"),
    [
        ("2024-01-03 00:30:00", "2024-01-02 22:30:00", "2024-01-03T00:30:00+02:00"),
        ("2024-01-03 04:15:00", "2024-01-02 22:30:00", "2024-01-03T04:15:00+05:45"),
        ("2024-01-04 00:30:00", "2024-01-02 22:30:00", "2024-01-02T22:30:00+00:00"),
        ("2024-01-03 00:30:00", "0000-00-00 00:00:00", "2024-01-03T00:30:00+00:00"),
    ],
)
def test_the_local_time_of_a_post_tells_the_offset_of_its_date(
    tmp_path: Path, local: str, gmt: str, date: str
) -> None:
    dates = f"<wp:post_date>{local}</wp:post_date><wp:post_date_gmt>{gmt}</wp:post_date_gmt>"
    post = _post("Words.").replace("<wp:status>", f"{dates}<wp:status>")
    (document,) = _read(tmp_path / "w.xml", post).documents
    assert document.date is not None
    assert document.date.isoformat() == date


def test_of_a_file_with_a_damaged_tag_only_what_surely_is_a_post_is_read(tmp_path: Path) -> None:
    page = _post("canary", number=2).replace("<wp:post_type>post</wp:post_type>", "{}")
    damaged = "<wp:post_type>page</wp:po st_type>"
    head = _HEAD.replace('version="2.0"', 'vers"on="2.0')
    path = tmp_path / "w.xml"
    path.write_text(f"{head}{_post('Words.')}{page.format(damaged)}</channel></rss>", "utf-8")
    read = read_source(path, ReadOptions())
    assert read.formats == ("wordpress",)
    assert [document.text for document in read.documents] == ["Words."]
    assert read.left_out == {"incomplete": 1}


def test_a_featured_image_is_the_first_picture_with_its_alt_text(tmp_path: Path) -> None:
    items = (_post("Words.", "7"), _ATTACHMENTS)
    for order in (items, reversed(items)):
        read = _read(tmp_path / "wordpress.xml", *order)
        (document,) = read.documents
        assert document.text == ("![A lamp](https://blog.example/up/lamp.jpg)\n\nWords.")
        (medium,) = document.media
        assert (medium.name, medium.alt) == ("https://blog.example/up/lamp.jpg", "A lamp")
        assert read.left_out == {"attachment": 2}


@pytest.mark.parametrize(
    "address",
    [
        "https://blog.example/up/lamp-300x200.jpg",
        "http://blog.example/up/lamp.jpg?w=963",
        "https://i1.wp.com/blog.example/up/lamp.jpg?resize=300%2C200",
    ],
)
def test_a_featured_image_that_the_text_shows_in_another_size_stays_there(
    tmp_path: Path, address: str
) -> None:
    content = f'Words.\n\n<img src="{address}" alt="Mine">'
    (document,) = _read(tmp_path / "w.xml", _post(content, "7"), _ATTACHMENTS).documents
    assert document.text == f"Words.\n\n![Mine]({address})"


def test_a_featured_image_that_the_dump_does_not_name_is_lost(tmp_path: Path) -> None:
    read = _read(tmp_path / "w.xml", _post("a", "99"), _post("b", "8", 2), _ATTACHMENTS)
    assert [document.media for document in read.documents] == [(), ()]
    assert [lost.what for lost in read.lost] == ["the featured image"] * 2


def test_a_gallery_without_ids_shows_what_was_uploaded_to_the_post(tmp_path: Path) -> None:
    read = _read(tmp_path / "w.xml", _post("[gallery]"), _post("[gallery]", number=2), _ATTACHMENTS)
    first, second = read.documents
    assert first.text == "![A lamp](https://blog.example/up/lamp.jpg)\n\nA caption"
    assert second.text == ""


def test_only_published_reusable_blocks_stand_in_their_place(tmp_path: Path) -> None:
    content = "<p>Hello</p>" + "".join(f'<!-- wp:block {{"ref":{n}}} /-->' for n in (9, 10, 11))
    read = _read(tmp_path / "w.xml", _post(content), _BLOCKS)
    (document,) = read.documents
    assert document.text == "Hello\n\nYours, Ann"
    assert [lost.what for lost in read.lost] == ["a reusable block"]
    assert read.left_out == {"other kind": 2}


def test_attachments_may_be_in_another_file_of_the_export(tmp_path: Path) -> None:
    _read(tmp_path / "part1.xml", _post("Words.", "7"))
    _read(tmp_path / "part2.xml", _ATTACHMENTS)
    (document,) = read_source(tmp_path, ReadOptions()).documents
    assert [medium.alt for medium in document.media] == ["A lamp"]


@pytest.mark.parametrize("place", ["wp-content/uploads/2020/01", "uploads/2020/01", "2020/01"])
def test_pictures_beside_the_export_come_along(tmp_path: Path, place: str) -> None:
    address = "https://blog.example/wp-content/uploads/2020/01"
    content = f'<img src="{address}/lamp-300x200.jpg" alt="A"> <img src="{address}/gone.jpg">'
    content += '<img src="https://other.example/2020/01/lamp.jpg">'
    (tmp_path / place).mkdir(parents=True)
    (tmp_path / place / "lamp.jpg").write_bytes(b"x")
    _read(tmp_path / "wordpress.xml", _post(content))
    read = read_source(tmp_path, ReadOptions())
    (document,) = read.documents
    entries = [medium.entry for medium in document.media]
    assert entries == [f"{place}/lamp.jpg", None, None]
    assert [lost.where for lost in read.lost] == [
        f"{address}/gone.jpg",
        "https://other.example/2020/01/lamp.jpg",
    ]


@pytest.mark.parametrize(
    ("key", "value", "reason"),
    [
        ("_jetpack_newsletter_access", "paid_subscribers", "paid"),
        ("_jetpack_newsletter_access", "subscribers", "followers only"),
        ("_members_access_role", "subscriber", "followers only"),
        ("_wpmem_block", "1", "followers only"),
        ("_is_paid", "1", "paid"),
        ("patreon-level", "5", "paid"),
        (
            "um_content_restriction",
            'a:2:{{s:26:"_um_custom_access_settings";b:1;s:14:"_um_accessible";i:2;}}',
            "followers only",
        ),
    ],
)
def test_a_published_post_that_a_plugin_shows_to_members_is_left_out(
    tmp_path: Path, key: str, value: str, reason: str
) -> None:
    field = f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{{}}</wp:meta_value>"
    post = _post("Words").replace("</item>", field + "</wp:postmeta></item>")
    read = _read(tmp_path / "w.xml", post.format(value))
    assert read.documents == ()
    assert read.left_out == {reason: 1}
    everybody = "everybody" if "jetpack" in key else ""
    assert len(_read(tmp_path / "w.xml", post.format(everybody)).documents) == 1


def test_a_newsletter_is_public_above_its_paywall(tmp_path: Path) -> None:
    field = (
        "<wp:postmeta><wp:meta_key>_jetpack_newsletter_access</wp:meta_key>"
        "<wp:meta_value>paid_subscribers</wp:meta_value></wp:postmeta></item>"
    )
    text = "<p>Open.</p><!-- wp:jetpack/paywall --><p>canary</p>"
    read = _read(tmp_path / "w.xml", _post(text).replace("</item>", field))
    assert [document.text for document in read.documents] == ["Open."]


def test_a_post_without_a_text_shows_its_excerpt(tmp_path: Path) -> None:
    excerpt = "<excerpt:encoded><![CDATA[In short.]]></excerpt:encoded></item>"
    read = _read(tmp_path / "w.xml", _post("").replace("</item>", excerpt))
    assert [document.text for document in read.documents] == ["In short."]


@pytest.mark.parametrize(
    "before",
    [
        "Warning: Undefined array key 3 in /srv/wp-content/plugins/a.php on line 12\n",
        "<br />\n<b>Deprecated</b>: It is old in <b>/srv/a.php</b> on line <b>3</b><br />\n",
        "<<<<<<< HEAD\n",
    ],
)
def test_an_export_that_a_warning_precedes_is_no_text(tmp_path: Path, before: str) -> None:
    path = tmp_path / "wordpress.xml"
    draft = _post("canary").replace("publish", "draft")
    items = _post("Words.", number=2) + draft
    path.write_text(f'{before}<?xml version="1.0"?>\n{_HEAD}{items}</channel></rss>', "utf-8")
    read = read_source(path, ReadOptions())
    assert [document.text for document in read.documents] == ["Words."]
    assert read.left_out == {"draft": 1}


def test_an_article_on_feeds_is_a_text(tmp_path: Path) -> None:
    sample = '<?xml version="1.0"?>\n<rss version="2.0">\n<channel/>\n</rss>'
    path = tmp_path / "article.txt"
    path.write_text(f"A feed looks so:\n\n{sample}\n\nIt has items below.\n", "utf-8")
    (document,) = read_source(path, ReadOptions()).documents
    assert "It has items below." in document.text


def test_a_post_in_two_files_of_one_dump_is_read_once(tmp_path: Path) -> None:
    one, two = (_post("Words.", number=n) for n in (1, 2))
    draft = _post("canary", number=2).replace("publish", "draft")
    for name, items in (("a.xml", one + draft), ("b.xml", one + two)):
        (tmp_path / name).write_text(f"{_HEAD}{items}</channel></rss>", "utf-8")
    read = read_source(tmp_path, ReadOptions())
    assert [document.title for document in read.documents] == ["Post 1", "Post 2"]
    assert read.left_out == {"draft": 1, "duplicate": 1}


def test_the_sound_of_a_podcast_is_shown_unless_the_text_links_it(tmp_path: Path) -> None:
    fields = "".join(
        "<wp:postmeta><wp:meta_key>enclosure</wp:meta_key><wp:meta_value><![CDATA["
        f"https://blog.example/{name}\n123\n{kind}\n]]></wp:meta_value></wp:postmeta>"
        for name, kind in (("1.mp3", "audio/mpeg"), ("2.mp3", "audio/mpeg"), ("3.pdf", "x/pdf"))
    )
    post = _post('<p><a href="https://blog.example/2.mp3">Two</a></p>')
    read = _read(tmp_path / "w.xml", post.replace("</item>", f"{fields}</item>"))
    (document,) = read.documents
    assert [medium.name for medium in document.media] == ["https://blog.example/1.mp3"]
    assert [lost.where for lost in read.lost] == ["https://blog.example/1.mp3"]
