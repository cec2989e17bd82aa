"""Headers as other generators and editors write them."""

from pathlib import Path

import pytest

from sitegen.content.front_matter import parse_page
from sitegen.content.front_matter.plain_lines import DEEPEST
from sitegen.errors import ContentError

PAGE = Path("page.md")
HELD = {"title": "Not yet", "draft": True}
YAML = "title: Not yet\ndraft: true\n"
TOML = 'title = "Not yet"\ndraft = true\n'
JSON = '{"title": "Not yet", "draft": true}'


@pytest.mark.parametrize(
    "before",
    [
        *("\n", "\n\n", " ", "\t", "  \n", "\u00a0\n"),
        *("\ufeff", "\ufeff\ufeff\n", "\u200b", "\u2060\n", "\x1b", "\x1a\n"),
        *("<!-- vim: set ft=markdown: -->\n", "<!-- A\n\nB -->\n\n", "%YAML 1.2\n"),
    ],
)
@pytest.mark.parametrize("header", [f"---\n{YAML}---\n", f"+++\n{TOML}+++\n", f"{JSON}\n"])
def test_a_header_is_read_after_invisible_text(before: str, header: str) -> None:
    source = parse_page(f"{before}{header}\nText.\n", PAGE)
    assert (source.header, source.body) == (HELD, "Text.")
    assert source.body_line == f"{before}{header}\n".count("\n") + 1


@pytest.mark.parametrize(
    "text",
    [
        f"---  \n{YAML}---\t\nText.",
        f"---\u00a0\n{YAML}---\u00a0\nText.",
        f"---\u200b\n{YAML}---\u200b\nText.",
        f"---\n\ufeff{YAML}\ufeff---\nText.",
        f"--- # About this page\n{YAML}---\nText.",
        f"-----\n{YAML}-----\nText.",
        f"---\n{YAML}...\nText.",
        f"---yaml\n{YAML}---\nText.",
        f"---toml\n{TOML}---\nText.",
        f"---json\n{JSON}\n---\nText.",
        f"--- json\n{JSON}\n---\nText.",
        f";;;\n{JSON[1:-1]}\n;;;\nText.",
        f"---\n\n# A comment\n{YAML}---\nText.",
        f"---\n{JSON}\n---\nText.",
        f"---\n{YAML}---\nText.".replace("\n", "\r\n"),
        f"---\n{YAML}---\nText.".replace("\n", "\r"),
        '{\n  "title": "Not yet",\n  "draft": true\n}\nText.',
        "  ---\n  title: Not yet\n  draft: true\n  ---\nText.",
    ],
)
def test_a_header_is_read_in_each_form_that_generators_write(text: str) -> None:
    source = parse_page(text, PAGE)
    assert (source.header, source.body) == (HELD, "Text.")


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nSome text.\n\n---\n\nmore",
        "---\n\nSome text.",
        "---\n\nWarning: this is prose.\n\n---\nmore",
        "---\n- one\n- two\n---\nmore",
        "---\n[a link](https://example.org/)\n---\nmore",
        "+++\nSome text.\n+++\nmore",
        "+++ is a sign",
        "{name} said so.",
        "{% include x %}",
        '{"a": 1} is JSON.',
        "{ a brace",
        "A draft: true or not?",
        "Title: One\n\nText",
        "# A standard\n\nStatus: draft\n\nText",
        "# A standard\n\n---\n\nText",
        "<!-- draft: true -->\nText",
        "```yaml\ndraft: true\n```\n\nText",
        "```\n---\ntitle: One\ndraft: true\n---\n```\n\nText",
    ],
)
def test_a_rule_or_a_bracket_that_opens_a_text_stays_text(text: str) -> None:
    source = parse_page(text, PAGE)
    assert (source.header, source.body) == ({}, text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("\n---\ntitle: One\ndraft: true\n\nText.", "page.md:2"),
        ("+++\ntitle = 'One'\ndraft = true\n\nText.", "page.md:1"),
        ("+++\ntitle = 'One'\ndraft = yes\n+++\n", "page.md:3"),
        ('{"title": "One",\n"draft": yes}\n\nText.', "page.md:2"),
        ("{draft: true, title: One}\n\nText.", "page.md:1"),
        ("title: One\ndraft: true\n---\n\nText.", "page.md:1"),
        ("———\ntitle: One\ndraft: true\n———\n\nText.", "page.md:1"),
        ("\n---\ntitle: a: b\n---\n", "page.md:3"),
    ],
)
def test_an_unreadable_header_is_reported_with_its_line(text: str, place: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_page(text, PAGE)
    assert str(caught.value).startswith(place)


def test_toml_and_json_mean_what_the_same_yaml_means() -> None:
    toml = parse_page(
        "+++\ndate = 2023-04-01T00:30:00+02:00\nday = 2023-04-01\nat = 12:30:00\nhalf = 1.50\n"
        "order = 3\nlong = 1234567890123456789\ntags = ['a', 'b']\n[extra]\nmood = 'fine'\n+++\n",
        PAGE,
    )
    assert toml.header == {
        "date": "2023-04-01T00:30:00+02:00",
        "day": "2023-04-01",
        "at": "12:30:00",
        "half": "1.50",
        "order": 3,
        "long": "1234567890123456789",
        "tags": ["a", "b"],
        "extra": {"mood": "fine"},
    }
    json = parse_page('{"title": null, "half": 1.50, "extra": {"mood": "fine"}}\n', PAGE)
    assert json.header == {"title": None, "half": "1.50", "extra": {"mood": "fine"}}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\ndraft: true\ntitle: One\ndraft: false\n---\n", (2, 4)),
        ("\n---\ndraft: true\n'draft': false\n---\n", (3, 4)),
        ('---\n"draft": true\ndraft: false\n---\n', (2, 3)),
        ("---\ntitle: One\nextra:\n  mood: a\n  mood: b\n---\n", (4, 5)),
        ("---\nextra: {mood: a,\n mood: b}\n---\n", (2, 3)),
    ],
)
def test_a_duplicate_key_is_reported_with_both_lines(text: str, lines: tuple[int, int]) -> None:
    with pytest.raises(ContentError, match=f"on line {lines[0]} and on line {lines[1]}") as caught:
        parse_page(text, PAGE)
    assert caught.value.line == lines[1]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"title": "One", "draft": true,\n"draft": false}\n', 2),
        ("+++\ndraft = true\ndraft = false\n+++\n", 3),
    ],
)
def test_a_doubled_key_is_refused_in_json_and_toml(text: str, line: int) -> None:
    with pytest.raises(ContentError) as caught:
        parse_page(text, PAGE)
    assert caught.value.line == line


def deep(levels: int) -> list[str]:
    """Headers with a value so many levels deep."""
    block = "".join(f"\n{' ' * n}k:" for n in range(1, levels))
    return [
        f"---\nmood: {'[' * levels}{']' * levels}\n---\n",
        f"---\nmood:{block}\n---\n",
        f"---\nmood:\n  {'- ' * levels}a\n---\n",
        f"+++\nmood = {'[' * levels}{']' * levels}\n+++\n",
        f'{{"title": {"[" * levels}{"]" * levels}}}\n',
    ]


@pytest.mark.parametrize("text", [*deep(DEEPEST + 1), *deep(500)])
def test_a_header_deeper_than_the_limit_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(ContentError, match="nested too deeply") as caught:
        parse_page(text, PAGE)
    assert caught.value.line


@pytest.mark.parametrize("text", deep(DEEPEST - 1))
def test_a_header_within_the_limit_is_read(text: str) -> None:
    assert parse_page(text, PAGE).header


@pytest.mark.parametrize(
    "header",
    ["a: &a [*a]\n", "".join(f"k{n}: &v{n} [{f'*v{n - 1}, ' * 9 * (n > 0)}x]\n" for n in range(7))],
)
def test_aliases_that_repeat_without_end_are_refused(header: str) -> None:
    with pytest.raises(ContentError, match=r"nested too deeply|more than 10,000 values"):
        parse_page(f"---\ntitle: One\n{header}---\n", PAGE)


@pytest.mark.parametrize(
    "keys", ["title: A\ndraft: true", "Title: A\nStatus: draft", "visibility: private\ntitle: A"]
)
def test_keys_without_marks_that_hold_a_page_back_are_not_shown(keys: str) -> None:
    with pytest.raises(ContentError, match="the page begins with keys"):
        parse_page(f"{keys}\n\nText.", PAGE)


@pytest.mark.parametrize(
    "text",
    [
        "— draft: true —\n\nText.",
        "--- draft: true\n---\n\nText.",
        "---matter\ndraft: true\n---\n\nText.",
        "***\ntitle: A\ndraft: true\n***\n\nText.",
        "draft:true\n\nText.",
        "draft\uff1atrue\n\nText.",
        "dr\u200baft: true\n\nText.",
        "---\u2028draft: true\u2028---\u2028Text.",
        "# A heading\n\n---\ntitle: A\ndraft: true\n---\n\nText.",
        "#!/usr/bin/env mill\n---\ndraft: true\n---\n\nText.",
        '{ // a comment\n"draft": true}\n\nText.',
    ],
)
def test_keys_that_hold_a_page_back_are_never_shown_as_text(text: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_page(text, PAGE)
    assert caught.value.line


@pytest.mark.parametrize("between", ["", "\n", "<!-- and -->\n", "# A heading\n\n"])
@pytest.mark.parametrize("second", ["---\ndraft: true\n---\n", "+++\ndraft = true\n+++\n"])
def test_a_second_header_that_holds_the_page_back_is_named_with_its_line(
    between: str, second: str
) -> None:
    with pytest.raises(ContentError, match="front matter twice") as caught:
        parse_page(f"---\ntitle: A\n---\n{between}{second}\nText.", PAGE)
    assert caught.value.line


@pytest.mark.parametrize("body", ["Status: draft", "---\n\nStatus: draft", "    draft: true"])
def test_text_after_a_header_that_looks_like_a_key_stays_text(body: str) -> None:
    source = parse_page(f"---\ntitle: A\n---\n{body}\n\nText.", PAGE)
    assert source.body == f"{body}\n\nText."


def test_a_key_that_an_alias_repeats_is_refused() -> None:
    with pytest.raises(ContentError, match="is set twice"):
        parse_page("---\n&key draft: true\n*key : false\n---\n", PAGE)


@pytest.mark.parametrize("blank", ["", "\n", "\n \n"])
def test_keys_between_rules_are_refused_with_blank_lines_around_them(blank: str) -> None:
    with pytest.raises(ContentError, match="the front matter is not at the start"):
        parse_page(f"Text.\n\n---\n{blank}draft: true\n{blank}---\n\nMore.", PAGE)
