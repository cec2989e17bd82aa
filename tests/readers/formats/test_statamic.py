"""Collections of Statamic: when entries are public, and texts that stand in their headers."""

from pathlib import Path

import pytest

from tests.readers.formats.test_folder import read


@pytest.mark.parametrize("past", ["private", "unlisted"])
def test_entries_that_are_not_public_from_their_dates_on_are_left_out(
    tmp_path: Path, past: str
) -> None:
    entry = "---\nid: a\ntitle: {}\npublished: true\n---\n{}"
    files = {
        "content/collections/talks.yaml": f"title: Talks\ndate_behavior:\n  past: {past}\n",
        "content/collections/talks/2021-06-07.a.md": entry.format("Swift", "canary"),
        "content/collections/blog.yaml": "title: Blog\ndate_behavior:\n  past: public\n",
        "content/collections/blog/2021-06-07.b.md": entry.format("Plover", "It runs."),
    }
    found = read(tmp_path, files)
    assert [document.text for document in found.documents] == ["It runs."]
    assert found.left_out == {"hidden": 1}


def test_a_text_that_stands_in_the_header_as_nodes_is_read(tmp_path: Path) -> None:
    header = """---
id: a
title: Swift
content:
  -
    type: heading
    attrs: {level: 2}
    content: [{type: text, text: Flight}]
  -
    type: paragraph
    content:
      - {type: text, text: 'It '}
      - {type: text, text: dives, marks: [{type: bold}]}
      - {type: text, text: '. * Really *'}
---
"""
    files = {"blog/a.md": header, "blog/b.md": "---\ncontent: [1, 2]\n---\nIt runs."}
    texts = {document.title: document.text for document in read(tmp_path, files).documents}
    assert texts["Swift"] == "## Flight\n\nIt **dives**. * Really \\*"
    assert texts[None] == "It runs."
