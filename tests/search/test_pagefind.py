"""Pagefind's index: the same pages give the same bytes."""

import gzip
import json
import re
from pathlib import Path

import pytest

from sitegen.search import pagefind
from sitegen.search.documents import SearchDocument
from sitegen.search.filter_order import UnknownFormatError, in_fixed_order
from sitegen.search.pagefind import InterruptedIndexError, make_pagefind_index

pytest.importorskip("pagefind_bin_extended")

WORDS = ("lamp", "kettle", "hinge", "solder", "zip", "tram", "berth", "gull", "leek", "oak", "fig")
DOCUMENTS = [
    SearchDocument(
        address=f"posts/{number}/",
        language="ja" if number % 10 == 0 else "en",
        title=f"{WORDS[number % 11]} {number}",
        text="",
        html="<p>東京の図書館で本を読む</p>" if number % 10 == 0 else f"<p>{WORDS[number % 7]}</p>",
        topic=WORDS[number % 11],
        author=f"@{WORDS[number % 5]}",
        moment=f"{2000 + number % 20}-01-01",
    )
    for number in range(60)
]


@pytest.fixture(scope="module")
def index() -> dict[str, bytes]:
    return make_pagefind_index(DOCUMENTS)


def test_the_same_pages_in_any_order_give_the_same_bytes() -> None:
    english = [document for document in DOCUMENTS if document.language == "en"]
    first = make_pagefind_index(english)
    for _ in range(3):  # each run has another random seed
        assert make_pagefind_index(reversed(english)) == first


def test_each_language_has_an_index_of_its_own(index: dict[str, bytes]) -> None:
    languages = json.loads(index["pagefind-entry.json"])["languages"]
    assert {name: value["page_count"] for name, value in languages.items()} == {"en": 54, "ja": 6}


def test_japanese_is_parted_into_words(index: dict[str, bytes]) -> None:
    words = b"".join(gzip.decompress(data) for name, data in index.items() if "index/ja_" in name)
    assert "図書".encode() in words
    assert "東京の図書館".encode() not in words


def test_words_of_neighbouring_boxes_are_words_of_their_own() -> None:
    boxes = "<dl><dt>rye</dt><dd>grain</dd></dl><table><tr><td>oats<td>barley</table>"
    html = f"{boxes}<details><summary>spelt</summary>em<b>mer</b></details>"
    index = make_pagefind_index([DOCUMENTS[1]._replace(html=html)])
    fragment = next(data for name, data in index.items() if name.startswith("fragment/"))
    content = json.loads(gzip.decompress(fragment).removeprefix(b"pagefind_dcd"))["content"]
    assert content.split() == ["rye", "grain", "oats", "barley", "spelt", "emmer"]


def test_every_filter_that_the_metadata_names_is_there(index: dict[str, bytes]) -> None:
    languages = json.loads(index["pagefind-entry.json"])["languages"]
    for language in languages.values():
        meta = index[f"pagefind.{language['hash']}.pf_meta"]
        named = {name.decode() for name in re.findall(rb"(?:en|ja)_[0-9a-f]{10}", meta)}
        assert len(named) == 3
        assert all(f"filter/{name}.pf_filter" in index for name in named)


def test_a_fragment_holds_the_address_and_the_values_of_its_page(index: dict[str, bytes]) -> None:
    fragments = [
        json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
        for name, data in index.items()
        if name.startswith("fragment/")
    ]
    found = next(one for one in fragments if one["url"] == "/posts/1/")
    assert found["meta"]["title"] == "kettle 1"
    assert found["filters"] == {"topic": ["kettle"], "author": ["@kettle"], "year": ["2001"]}


def test_no_pages_make_no_index() -> None:
    assert make_pagefind_index([]) == {}


def test_an_index_of_another_format_is_refused() -> None:
    entry = b'{"languages": {"en": {"hash": "en_1"}}}'
    with pytest.raises(UnknownFormatError):
        in_fixed_order(
            {"pagefind-entry.json": entry, "pagefind.en_1.pf_meta": b"pagefind_dcd\x81\x01"}
        )


def test_a_running_program_is_ended_when_its_index_is_not_wanted_any_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(pagefind, "_program", lambda: program)
    answers = iter([False])
    with pytest.raises(InterruptedIndexError):
        make_pagefind_index(DOCUMENTS, lambda: next(answers, True))
