"""Streams of JSON items: large, broken and unusual files."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import DumpError
from sitegen.readers.findings import Lost
from sitegen.readers.streams import json_cursor, read_fields, read_json, stream_items
from tests.readers.sources import entry_of

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def _items(content: bytes, *path: str | int) -> list[object]:
    return list(stream_items(entry_of(content), *path))


@given(st.lists(_VALUES, max_size=8), st.integers(1, 40), st.sampled_from([None, 1]))
def test_items_are_those_of_the_json_module_however_the_file_is_cut_into_pieces(
    values: list[object], piece: int, indent: int | None
) -> None:
    content = json.dumps({"a": {"b": [1]}, "rows": values, "z": 1}, indent=indent).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_cursor, "_PIECE", piece)
        assert _items(content, "rows") == values


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (b'[{"a": 1}, {"a": 2}]', ()),
        (b'{"a": 1}\n{"a": 2}\n', ()),
        (b'window.YTD.tweets.part0 = [{"a": 1}, {"a": 2}]', ()),
        (b'window.YTD.tweets.part0 = [{"a": 1}];\nwindow.YTD.tweets.part1 = [{"a": 2}];\n', ()),
        ('\ufeff[{"a": 1}, {"a": 2}]'.encode(), ()),
        (b'[{"a": 1}, {"a": 2}]'.decode().encode("utf-16"), ()),
        (b'{"x": [[]], "chats": {"list": [{"a": 1}, {"a": 2}]}}', ("chats", "list")),
        (b'{"db": [{"data": {"posts": [{"a": 1}, {"a": 2},]}}]}', ("db", 0, "data", "posts")),
    ],
)
def test_the_items_of_many_kinds_of_files_are_found(
    content: bytes, path: tuple[str | int, ...]
) -> None:
    assert _items(content, *path) == [{"a": 1}, {"a": 2}]


def test_numbers_that_json_does_not_have_are_read() -> None:
    (not_a_number, huge) = _items(b"[NaN, " + b"9" * 5000 + b"]")
    assert isinstance(not_a_number, float)
    assert math.isnan(not_a_number)
    assert huge == "9" * 5000


def test_a_surrogate_alone_and_a_line_end_in_a_string_are_read() -> None:
    assert _items(b'["\\ud83d", "a\nb"]') == ["\ud83d", "a\nb"]


@pytest.mark.parametrize("cut", [b'[{"a": 1}, {"a": "wor', b'[{"a": 1}, ', b'[{"a": 1}'])
def test_of_a_file_that_is_cut_off_the_whole_items_are_read_and_the_rest_is_lost(
    cut: bytes,
) -> None:
    first, lost = _items(cut)
    assert first == {"a": 1}
    assert isinstance(lost, Lost)
    assert (lost.what, lost.where) == ("the rest of the file", "dump.json, line 1")


def test_a_line_that_is_not_json_is_lost_and_the_others_are_read() -> None:
    first, lost, third = _items(b'{"a": 1}\n{"a": oops}\n{"a": 3}\n')
    assert (first, third) == ({"a": 1}, {"a": 3})
    assert isinstance(lost, Lost)
    assert lost.where == "dump.json, line 2"


def test_an_item_with_too_many_levels_is_lost_and_the_others_are_read() -> None:
    deep = b"[" * 100_000 + b"]" * 100_000
    first, lost, third = _items(b"[1, " + deep + b", 3]")
    assert (first, third) == (1, 3)
    assert isinstance(lost, Lost)
    assert lost.why == "it has too many levels"


def test_a_missing_path_has_no_items() -> None:
    assert _items(b'{"a": {"b": []}}', "a", "c") == []


def test_the_fields_beside_a_list_are_found() -> None:
    content = b'{"name": "Quay", "messages": [{"id": 1}], "type": "public_channel"}'
    assert read_fields(entry_of(content)) == {"name": "Quay", "type": "public_channel"}


def test_a_small_file_that_is_not_json_is_an_error_with_its_line() -> None:
    with pytest.raises(DumpError, match="is not JSON, or is cut off") as caught:
        read_json(entry_of(b'{\n"a": oops}'))
    assert caught.value.line is not None


@pytest.mark.parametrize(
    "broken",
    ['{"a": nope}', '{"a": 1,}', '{"a" 1}', '{"a": "an unclosed quotation mark}', "{'a': 1}"],
)
@pytest.mark.parametrize("form", ["[%s]", "%s"])
def test_a_broken_item_is_lost_with_its_place_and_the_others_are_read(
    broken: str, form: str
) -> None:
    separator = "\n" if form == "%s" else ",\n"
    text = form % separator.join(['{"first": 1}', broken, '{"third": 3}', '{"fourth": 4}'])
    first, lost, *others = _items(text.encode())
    assert first == {"first": 1}
    assert others == [{"third": 3}, {"fourth": 4}]
    assert isinstance(lost, Lost)
    assert lost.where == "dump.json, line 2"


def test_many_broken_items_are_counted_together() -> None:
    found = _items(("[" + '{"a": nope},' * 500 + "{}]").encode())
    assert len(found) == 22
    assert {} in found
    assert isinstance(found[-1], Lost)
    assert found[-1].what == "480 more items"


def test_text_that_is_not_utf8_is_read_and_reported() -> None:
    item, lost = _items('[{"text": "Grün und weiß"}]'.encode("cp1252"))
    assert item == {"text": "Grün und weiß"}
    assert isinstance(lost, Lost)


def test_the_items_of_two_lists_with_one_key_are_read() -> None:
    content = b'{"items": [], "n": 2, "items": [{"a": 1}, {"a": 2}], "z": [3]}'
    assert _items(content, "items") == [{"a": 1}, {"a": 2}]
