from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sitegen.configuration.settings import LinkConfig
from sitegen.content.front_matter import parse_page
from sitegen.importer.composing import compose_page, compose_topic_page, title_of
from sitegen.markdown import render_markdown
from sitegen.models import DocumentKind, Topic
from tests.importing import make_document


def test_a_post_has_no_title_and_names_its_position_in_the_dump() -> None:
    page = compose_page(make_document("1987. The year\nof *tea*."), "post", [])

    assert page.decode() == (
        "---\n"
        "id: 0123456789\n"
        "dump: {file: dump.txt, lines: [3, 4]}\n"
        "---\n"
        "\n"
        "1987\\. The year\n"
        "of \\*tea\\*.\n"
    )


def test_the_time_of_the_import_is_written_only_if_the_dump_has_no_date() -> None:
    added, date = datetime(2026, 3, 1, tzinfo=UTC), datetime(2023, 4, 1, tzinfo=UTC)
    document = make_document("Text.")
    undated = compose_page(document, "post", added=added).decode()
    dated = compose_page(replace(document, date=date), "post", added=added).decode()
    assert "added: 2026-03-01T00:00:00Z\n" in undated
    assert "date:" not in undated
    assert "date: 2023-04-01T00:00:00Z\n" in dated
    assert "added:" not in dated


@pytest.mark.parametrize("kind", ["post", "essay"])
def test_the_page_renders_to_exactly_the_text(kind: DocumentKind) -> None:
    text = "# no heading <b>\n\n- @a_b_c &amp; _d_\n1. [e](f) https://example.com/_g_"
    page = compose_page(make_document(text, kind="essay"), kind, [])
    body = parse_page(page.decode(), Path("a.md")).body
    rendered = render_markdown(body, kind, LinkConfig())

    assert rendered.text.split() == text.split()


def test_an_essay_without_a_title_is_named_by_its_first_words() -> None:
    essay = make_document("We learned to mend the radio by ear.\nThen it rained.", kind="essay")
    source = parse_page(compose_page(essay, "essay", ["page-repair"]).decode(), Path("a.md"))

    assert list(source.header) == ["id", "title", "also", "dump"]
    assert source.header["title"] == "We learned to mend the radio by ear"
    assert source.header["also"] == ["page-repair"]
    assert source.body.startswith("We learned")


def test_the_title_line_of_an_essay_is_not_in_its_body() -> None:
    essay = make_document("The lamp\n\nIt was green.", kind="essay", title="The lamp")
    source = parse_page(compose_page(essay, "essay", []).decode(), Path("a.md"))

    assert source.header["title"] == "The lamp"
    assert source.body == "It was green."


@pytest.mark.parametrize("text", ["It was green.\nThe lamp", "The lamp", "The lamp\n \n"])
def test_a_title_that_is_not_the_first_line_or_is_all_of_the_text_is_not_removed(text: str) -> None:
    essay = make_document(text, kind="essay", title="The lamp")
    source = parse_page(compose_page(essay, "essay", []).decode(), Path("a.md"))

    assert "The lamp" in source.body


def test_a_post_that_was_moved_to_the_essays_is_composed_as_an_essay() -> None:
    assert b"title: Tea" in compose_page(make_document("Tea"), "essay", [])


def test_an_essay_among_the_posts_has_no_title() -> None:
    assert b"title" not in compose_page(make_document("Tea", kind="essay"), "post", [])


def test_a_long_title_is_cut() -> None:
    assert len(title_of(make_document("word " * 100, kind="essay"))) <= 90


def test_a_topic_page_has_a_title_an_order_and_a_description() -> None:
    topic = Topic(slug="tea", title="Tea: a love", description="In cups.")

    assert compose_topic_page(topic, 3).decode() == (
        "---\ntitle: 'Tea: a love'\norder: 3\ndescription: In cups.\n---\n"
    )
    assert b"order" not in compose_topic_page(topic, None)


def test_markdown_heading_markup_is_not_part_of_a_title() -> None:
    assert title_of(make_document("## Tea #\n\nHot.", kind="essay", title="## Tea #")) == "Tea"
    assert title_of(make_document("#tea\n\nHot.", kind="essay", title="#tea")) == "#tea"
