"""The YAML header of a page."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.content.front_matter import PageSource, format_page, line_of_key, parse_page
from sitegen.content.front_matter.parsing import _parse_any, _parse_plain
from sitegen.content.front_matter.plain_lines import read_plain_lines
from sitegen.content.front_matter.yaml_values import _FastLoader, _Loader
from sitegen.errors import ContentError

PAGE = Path("page.md")
PLAIN_TEXT = st.text(st.characters(exclude_categories=["C"], exclude_characters="\x85\u2028\u2029"))


def test_a_page_is_taken_apart_into_header_and_body() -> None:
    source = parse_page("---\ntitle: One\npinned: true\n---\n\nThe body.\n", PAGE)
    assert source.header == {"title": "One", "pinned": True}
    assert source.body == "The body."
    assert source.body_line == 6


def test_a_page_without_a_header_is_all_body() -> None:
    source = parse_page("\nJust text.\n", PAGE)
    assert (source.header, source.body, source.body_line) == ({}, "Just text.", 2)


def test_a_byte_order_mark_does_not_hide_the_header() -> None:
    assert parse_page("\ufeff---\ntitle: One\n---\n", PAGE).header == {"title": "One"}


def test_windows_line_ends_read_like_any_other() -> None:
    source = parse_page("---\r\ntitle: One\r\n---\r\nA\r\nB\r\n", PAGE)
    assert (source.header, source.body) == ({"title": "One"}, "A\nB")


def test_indentation_on_the_first_line_of_the_body_stays() -> None:
    assert parse_page("---\ntitle: One\n---\n\n    code\n", PAGE).body == "    code"


def test_an_empty_header_is_a_header() -> None:
    assert parse_page("---\n---\nText", PAGE).header == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "---\ntitle: One: two\n---\nText\n",
            (
                "page.md:2:11: the front matter is not YAML: "
                "a value with a colon must be in quotes\n"
                "    title: One: two\n"
                'help: put the value in quotes: title: "One thing: another"'
            ),
        ),
        (
            "---\ntitle: One\n\nText\n",
            (
                "page.md:1: the front matter is not closed\n"
                "    ---\n"
                "help: did you forget the closing ---? It must be on a line of its own"
            ),
        ),
        (
            "id: e4a0\ndump: {lines: [1, 2]}\naliases:\n  - old/\n---\n\nText\n",
            (
                "page.md:1: the page begins with keys, but there is no line of three hyphens "
                "before them\n"
                "    id: e4a0\n"
                "help: put a line --- before the keys and another after them"
            ),
        ),
        (
            "---\n12: two\n---\n",
            (
                "page.md:2: the front matter is not a list of keys and values\n"
                "    12: two\n"
                "help: write each as “key: value”, with a space after the colon"
            ),
        ),
    ],
)
def test_a_broken_header_is_named_with_its_place_and_the_remedy(text: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_page(text, PAGE)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "text",
    ["Note: a heading\n---\n\nText", "Anna: Hello.\nBert: Good evening.\n---\nText", "a\nb\n---"],
)
def test_lines_above_a_rule_that_are_no_keys_are_text(text: str) -> None:
    assert parse_page(text, PAGE).body == text


@pytest.mark.parametrize(
    "value",
    ["12:30", "No", "on", "True", "007", "1_000", "0x1F", "1.10", "-0", "Null", "2023-13-45"],
)
def test_written_values_are_read_back_unchanged(value: str) -> None:
    assert parse_page(f"---\ntitle: {value}\n---\n", PAGE).header == {"title": value}


@pytest.mark.parametrize(
    ("value", "read"), [("true", True), ("false", False), ("12", 12), ("-5", -5), ("~", None)]
)
def test_flags_whole_numbers_and_nothing_are_known(value: str, read: object) -> None:
    assert parse_page(f"---\nkey: {value}\n---\n", PAGE).header == {"key": read}


@pytest.mark.parametrize("tag", ["timestamp", "bool", "int", "float", "binary"])
@pytest.mark.parametrize("value", ["foo", "''"])
def test_a_value_that_is_not_what_its_tag_says_is_a_text(tag: str, value: str) -> None:
    header = parse_page(f"---\nkey: !!{tag} {value}\n---\n", PAGE).header
    assert header == {"key": value.strip("'")}


@pytest.mark.parametrize("value", ["!!map x", "!!set [a]", "!!omap x", "!!map [a]"])
def test_a_tag_on_a_value_that_is_none_of_its_kind_is_an_error(value: str) -> None:
    with pytest.raises(ContentError, match="the front matter is not YAML"):
        parse_page(f"---\nkey: {value}\n---\n", PAGE)


def test_a_number_of_thousands_of_digits_is_a_text_or_an_error() -> None:
    digits = "1" * 5000
    assert parse_page(f"---\nkey: {digits}\n---\n", PAGE).header == {"key": digits}
    json = parse_page(f'{{"title": "A", "key": {digits}}}\n', PAGE)
    assert json.header == {"title": "A", "key": digits}
    toml = parse_page(f"+++\nkey = 0x{'f' * 5000}\n+++\n", PAGE)
    assert toml.header == {"key": f"0x{'f' * 5000}"}
    with pytest.raises(ContentError, match="a number has too many digits") as caught:
        parse_page(f"+++\ntitle = 'A'\nkey = {digits}\n+++\n", PAGE)
    assert caught.value.line == 3


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{k: ", "}"), ("- ", "")])
def test_a_header_nested_too_deeply_is_an_error(opening: str, closing: str) -> None:
    value = f"{opening * 40}x{closing * 40}"
    with pytest.raises(ContentError, match="the front matter is nested too deeply"):
        parse_page(f"---\nkey:\n  {value}\n---\n", PAGE)


@pytest.mark.parametrize(
    ("lines", "place", "advice"),
    [
        ("title: A\ntags: &own [*own]", "3", "repeats the value named “&name”"),
        ("tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "2", "fewer brackets"),
        ("title: *Important* news", "2:18", "put a text that begins with “*” in quotes"),
        ("author: @ada", "2:9", "put a text that begins with “@” in quotes"),
        ("title: - a dash", "2:8", "put a text that begins with “-” in quotes"),
        ("tags: [one, *two]", "2:13", "put a text that begins with “*” in quotes"),
        ("title: 'it's'", "2:12", "write an apostrophe twice"),
        ("tags: [one\ntitle: A", "2:7", "close it with ], or put a text that begins with [ in"),
        ('title: "One\nauthor: A', "2:8", 'close it with "'),
        ("\ttitle: A", "2:1", "indent with spaces"),
    ],
)
def test_a_mistake_in_yaml_is_reported_with_its_place_and_what_to_do(
    lines: str, place: str, advice: str
) -> None:
    with pytest.raises(ContentError) as caught:
        parse_page(f"---\n{lines}\n---\n", PAGE)
    assert caught.value.place == f"{PAGE}:{place}"
    assert advice in (caught.value.hint or "")


def test_a_long_header_is_read_like_a_short_one() -> None:
    note = "word " * 2000 + "end"
    header = parse_page(f"---\ntitle: No\nnote: {note}\n---\n", PAGE).header
    assert header == {"title": "No", "note": note}


@pytest.mark.parametrize(("year", "written"), [(1, "0001"), (9999, "9999")])
def test_a_date_is_written_with_four_digits_of_its_year(year: int, written: str) -> None:
    page = format_page({"date": datetime(year, 1, 1, tzinfo=UTC)}, "")
    assert page == f"---\ndate: {written}-01-01T00:00:00Z\n---\n"


def test_a_moment_is_written_as_finely_as_it_is_known() -> None:
    page = format_page({"added": datetime(2026, 3, 1, 12, 0, 0, 7, UTC)}, "")
    assert page == "---\nadded: 2026-03-01T12:00:00.000007Z\n---\n"


def test_a_header_is_written_in_the_order_given_without_what_has_no_value() -> None:
    header = {
        "id": "8f3a2c1d9b",
        "title": None,
        "author": "@handle",
        "date": datetime(2023, 3, 29, 10, 15, tzinfo=UTC),
        "also": ("work", "play"),
        "dump": {"file": "dump.txt", "lines": (12, 14)},
    }
    assert format_page(header, "Text.") == (
        "---\n"
        "id: 8f3a2c1d9b\n"
        "author: '@handle'\n"
        "date: 2023-03-29T10:15:00Z\n"
        "also: [work, play]\n"
        "dump: {file: dump.txt, lines: [12, 14]}\n"
        "---\n"
        "\n"
        "Text.\n"
    )


def test_a_page_without_a_body_ends_with_its_header() -> None:
    assert format_page({"title": "One"}, "") == "---\ntitle: One\n---\n"


@given(st.dictionaries(st.from_regex("[a-z]{1,8}", fullmatch=True), PLAIN_TEXT, max_size=4))
def test_any_text_survives_being_written_and_read(header: dict[str, str]) -> None:
    assert parse_page(format_page(header, "Body"), PAGE).header == header


PLAIN = ["word", "12", "-5", "007", "true", "No", "~", "''", '"true"', "'12'", "2023-03-29", "1:30"]
TAGGED = ["!!str 12", "!!int x", "!!bool true", "!!float 1", "!!binary a", "!!null x", "&a b", "*a"]
HEADERS = st.recursive(
    st.sampled_from([*PLAIN, *TAGGED]),
    lambda values: (
        st.lists(values, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(values, max_size=3).map(
            lambda items: "{" + ", ".join(f"k{n}: {item}" for n, item in enumerate(items)) + "}"
        )
    ),
    max_leaves=8,
)


@given(st.lists(HEADERS, min_size=1, max_size=4))
def test_a_header_says_the_same_to_the_fast_reader_and_the_slow_one(values: list[str]) -> None:
    header = "".join(f"key{n}: {value}\n" for n, value in enumerate(values))
    long = f"---\n{header}# {'a comment ' * 500}\n---\n"
    assert header_or_error(f"---\n{header}---\n") == header_or_error(long)


def header_or_error(text: str) -> dict[str, object] | tuple[int | None, int | None]:
    try:
        return parse_page(text, PAGE).header
    except ContentError as error:
        return error.line, error.column


def test_a_key_is_found_on_its_line() -> None:
    assert line_of_key("---\ntitle: One\n'note' : two\n---\n", "note") == 3
    assert line_of_key("---\ntitle: One\n---\n", "note") is None


WORDS = ["a", "One", "é", "日", "_", "0", "12", "-5", "007", "1.5", "true", "false", "null", "Null"]
MARKS = [*" ,.;:!?'’“()/&%=+~@-#\"[]{}|>*\\\t\x85\xa0\u2028\ufeff", ": ", " #", "://", "---", "..."]
VALUES = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS), max_size=6).map("".join)
KEYS = st.sampled_from(["title", "date", "a_b", "null", "true", "false", "no", "Title", "12", "é"])
ITEMS = VALUES | VALUES.map(lambda text: f'"{text}"') | VALUES.map(lambda text: f"'{text}'")
LISTS = st.lists(ITEMS, max_size=3).map(lambda items: f"[{', '.join(items)}]")
MAPPINGS = st.lists(st.tuples(KEYS, ITEMS | LISTS), max_size=3).map(
    lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
)
PLAIN_LINES = st.lists(st.tuples(KEYS, ITEMS | LISTS | MAPPINGS), min_size=1, max_size=3).map(
    lambda lines: "".join(f"\n{key}: {value}" for key, value in lines) + "\n"
)


@given(PLAIN_LINES)
@example("\ntitle: One\ntitle: two \n")
@example("\ndate: 2023-03-29T10:15:00Z\nsource: https://x.org/a?b=c\n")
@example("\ndump: {file: dump.txt, lines: [12, 14], markdown: true}\n")
@example("\ntags: [one, 12, \"true\", 'a, b', x y]\n")
def test_plain_lines_say_what_yaml_says(raw: str) -> None:
    read = read_plain_lines(raw)
    for loader in (_Loader, _FastLoader):
        assert read is None or read == yaml.load(raw, Loader=loader)  # noqa: S506 -- a safe one


AFTER = st.sampled_from(
    ["", "\n", " \n", "\nText.\n", "\n\n Text.", "\ndraft: true\n---\nText.", "\n\n---\n"]
)


@given(st.sampled_from(["", "\n", "\n---\n"]), PLAIN_LINES, AFTER)
@example("\n", "\na_b: One\n", "\nText.\n")
@example("", "\ndate: 2023-03-29T10:15:00Z\n", "\n\nText. \n\n---\ndraft: true\n---\n")
def test_a_page_is_split_alike_whoever_reads_its_header(first: str, raw: str, after: str) -> None:
    text = f"---{first}{raw}---{after}"
    split = split_or_error(_parse_plain, text)
    assert split is None or split == split_or_error(_parse_any, text)


def split_or_error(
    parse: Callable[[str, Path], PageSource | None], text: str
) -> PageSource | str | None:
    try:
        return parse(text, PAGE)
    except ContentError as error:
        return str(error)


@pytest.mark.parametrize(
    "value", ["One", "'One'", '"One: two"', "[1, two]", "{a: b, c: [d]}", "{file: a.txt, b: 'c'}"]
)
def test_plain_lines_are_read_without_yaml(value: str) -> None:
    assert read_plain_lines(f"\ntitle: {value}\n") is not None


@pytest.mark.parametrize(
    "value",
    ["One: ", "One #", "One:", "~", "- 1", "", "[a: b]", "{a: b, a: c}", "[[a]]", "[a,]"],
)
def test_other_lines_are_left_to_yaml(value: str) -> None:
    assert read_plain_lines(f"\ntitle: {value}\n") is None


def test_escapes_comments_and_long_lists_are_left_to_yaml() -> None:
    for value in ('"a\\n"', "'it''s'", "[a] # b", f"[{', '.join(['a'] * 400)}]"):
        assert read_plain_lines(f"title: {value}") is None


@pytest.mark.skipif(not hasattr(yaml, "CSafeDumper"), reason="there is no libyaml here")
@given(text=st.text(), other=st.text(st.characters(max_codepoint=127)))
def test_headers_are_the_same_with_and_without_libyaml(text: str, other: str) -> None:
    header: dict[str, object] = {"title": text, "note": other, "also": [other, text]}
    fast = format_page(header, "")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sitegen.content.front_matter.formatting._FastDumper", yaml.SafeDumper)
        assert format_page(header, "") == fast


PLAIN_WORDS = st.sampled_from(
    ["a", "Note", "no", "ON", "null", "0b1", "12", "1e5", "0a", ".5", "https:", "//x.org", "y"]
)
PLAIN_SIGNS = st.sampled_from([" ", ":", ": ", ", ", "-", "?", "#", "&", "=", ".", "(", "~", "/"])
PLAIN_VALUES = st.lists(PLAIN_WORDS | PLAIN_SIGNS, max_size=5).map("".join)
FLOW_VALUES = st.recursive(
    PLAIN_VALUES | st.booleans() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN_VALUES, inner, max_size=3),
    max_leaves=5,
)


@given(key=PLAIN_VALUES.filter(bool), value=PLAIN_VALUES | st.lists(FLOW_VALUES, max_size=3))
@example("id", "0b1011011011")
@example("id", "12a4567890ab")
@example("title", "Yes")
@example("source", "https://x.com/i/web/status/1?a=b")
@example("dump", [{"file": "dump.txt", "lines": [1, 2], "markdown": True}])
def test_plain_values_are_written_as_yaml_writes_them(key: str, value: object) -> None:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    is_flow = isinstance(value, list)
    whole = yaml.dump(
        value if is_flow else {key: value},
        Dumper=dumper,
        default_flow_style=is_flow,
        sort_keys=False,
        width=2**31 - 1,
    )
    expected = f"{key}: {whole}" if is_flow else whole
    assert format_page({key: value}, "") == f"---\n{expected}---\n"


def test_a_control_character_in_the_front_matter_is_named_with_its_line() -> None:
    with pytest.raises(ContentError, match=r"control character U\+001B") as caught:
        parse_page("---\nauthor: Ann\ntitle: On\x1b lamps\n---\n\nText.", PAGE)
    assert caught.value.line == 3
