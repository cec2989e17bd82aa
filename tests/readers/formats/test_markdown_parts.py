"""Markdown texts: what belongs to which item, and what stands between and below the items."""

from pathlib import Path

import pytest

from tests.readers.formats.test_markdown import documents, read, titles

_ISSUES = """# Tide & Time

A letter about clocks.

## Issue 12 – 3 March 2024

Hello again. {long}

### Links

- [A clock of ice](https://ice.example/) that tells only the afternoon

## Issue 13 – 10 March 2024

The tower clock goes again. {long}
"""


def test_issues_below_the_title_of_a_newsletter_are_items_however_long(tmp_path: Path) -> None:
    found = documents(tmp_path, _ISSUES.format(long="The keeper climbs the stairs. " * 40))
    assert titles(found) == ["Tide & Time", "Issue 12 – 3 March 2024", "Issue 13 – 10 March 2024"]
    assert "### Links\n\n- [A clock of ice]" in found[1].text
    plain = _ISSUES.replace("Issue 12 – 3 March 2024", "The stairs").replace(
        "Issue 13 – 10 March 2024", "The keeper"
    )
    assert len(documents(tmp_path, plain.format(long="He climbs the stairs. " * 40))) == 1


def test_a_header_above_titles_between_rules_is_that_of_the_whole_text(tmp_path: Path) -> None:
    items = "\n\n---\n\n".join(f"# The {word}\n\nIt *goes*." for word in ("clock", "bell", "tide"))
    found = documents(tmp_path, f"---\ntitle: Letters\nauthor: Ann\n---\n\n{items}\n")
    assert titles(found) == ["The clock", "The bell", "The tide"]
    assert [document.author for document in found] == ["Ann"] * 3


def test_keys_below_a_title_are_a_header_and_may_hold_a_text_back(tmp_path: Path) -> None:
    keys = "Date: 2024-01-02\nStatus: published\nTags: ice"
    text = (
        f"# The clock\n{keys}\n\nIt *goes*.\n\n# The bell\nStatus: in review\n\nCanary.\n\n"
        "# The moon\nTags: night\nVisibility: private\n\nCanary.\n\n"
        "# The sun\n*Posted on May 3, 2024 by Ann Reed*\n\nIt shines.\n\n"
        "# The tide\n\nStatus: it comes.\n\n# The dam\n\n3 May 2024 by the river\n\nIt holds.\n\n"
        "# 3 May 2024\nVisibility: private\n\nCanary.\n"
    )
    found = read(tmp_path, text)
    assert [(d.title, d.text, d.tags, str(d.date)[:10]) for d in found.documents] == [
        ("The clock", "It *goes*.", ("ice",), "2024-01-02"),
        ("The sun", "It shines.", (), "2024-05-03"),
        ("The tide", "Status: it comes.", (), "None"),
        ("The dam", "3 May 2024 by the river\n\nIt holds.", (), "None"),
    ]
    assert found.documents[1].author == "Ann Reed"
    assert found.left_out == {"pending": 1, "private": 2}


@pytest.mark.parametrize(
    ("begin", "end"), [("<!--", "-->"), ("%%", "%%"), ("x\n\n<!-- y", "z -->")]
)
def test_headings_and_rules_in_comments_part_nothing(tmp_path: Path, begin: str, end: str) -> None:
    comment = f"{begin}\n# Canary\n\n---\n\nCanary.\n{end}"
    text = f"# The clock\n\nIt *goes*.\n\n{comment}\n\n# The bell\n\n```\n<!--\n# a\n```\n"
    found = documents(tmp_path, text)
    assert titles(found) == ["The clock", "The bell"]
    assert "anary" not in found[0].text
    assert found[1].text == "```\n<!--\n# a\n```"


def test_an_item_without_a_link_in_a_list_of_links_is_a_post_of_its_own(tmp_path: Path) -> None:
    links = "".join(
        f"- [{word}](https://{word}.example/) - good\n" for word in ("ice", "tide", "sun")
    )
    found = documents(tmp_path, f"{links}- Nothing on *clocks* today\n    - nor bells\n")
    assert [document.title for document in found] == ["ice", "tide", "sun", None]
    assert found[-1].text == "- Nothing on *clocks* today\n    - nor bells"


def test_rules_below_a_title_alone_part_sections_with_headings(tmp_path: Path) -> None:
    sections = [f"## Story {n}\n\nSomething at **the dam**.\n" for n in range(3)]
    parted = "# Roundup\n\n***\n\n" + "\n***\n\n".join(sections)
    found = read(tmp_path, parted)
    assert titles(found.documents) == ["Story 0", "Story 1", "Story 2"]
    assert found.left_out == {}
    with_introduction = parted.replace("# Roundup\n", "# Roundup\n\nAll of it happened in May.\n")
    assert titles(documents(tmp_path, with_introduction)) == ["Roundup"]


def test_a_rule_within_an_item_with_a_header_parts_nothing(tmp_path: Path) -> None:
    text = "\n".join(
        f"---\ntitle: {title}\n{more}---\n\nText.\n\n---\n\nAnd on {title}.\n"
        for title, more in (("Salt", ""), ("Pepper", "draft: true\n"), ("Vinegar", ""))
    )
    found = read(tmp_path, text)
    assert [(d.title, d.text) for d in found.documents] == [
        ("Salt", "Text.\n\n---\n\nAnd on Salt."),
        ("Vinegar", "Text.\n\n---\n\nAnd on Vinegar."),
    ]
    assert found.left_out == {"draft": 1}


def test_what_follows_a_rule_in_a_private_text_is_private_too(tmp_path: Path) -> None:
    text = "---\nprivate: true\n---\n\nFirst.\n\n---\n\nSecond.\n\n---\n\nThird **one**.\n"
    found = read(tmp_path, text)
    assert found.documents == ()
    assert found.left_out == {"private": 1}


def test_footnotes_and_addresses_at_the_end_of_a_text_go_to_the_items_that_use_them(
    tmp_path: Path,
) -> None:
    note = "[^1]: Of two.\n\n    Its second paragraph."
    text = (
        "# One\n\nSee [the map].\n\n# Two\n\nA note.[^1] Code: `[^b]`\n\n"
        "# Three\n\nAnother.[^b] And one.[^1]\n\n# Four\n\nNothing.\n\n"
        f"[the map]: <https://map.example/sheet 4>\n{note}\n[^b]: Of three.\n"
    )
    assert [(d.title, d.text) for d in documents(tmp_path, text)] == [
        ("One", "See [the map](https://map.example/sheet%204)."),
        ("Two", f"A note.[^1] Code: `[^b]`\n\n{note}"),
        ("Three", f"Another.[^b] And one.[^1]\n\n[^b]: Of three.\n\n{note}"),
        ("Four", "Nothing."),
    ]
    own = "# A\n\nOne.[^1]\n\n[^1]: Of A.\n\n# B\n\nTwo.[^1]\n\n[^1]: Of B.\n"
    assert [d.text for d in documents(tmp_path, own)] == [
        "One.[^1]\n\n[^1]: Of A.",
        "Two.[^1]\n\n[^1]: Of B.",
    ]


def test_linked_headings_below_groups_of_an_issue_are_items(tmp_path: Path) -> None:
    week = "# Week {0}\n\n## Reading\n\n### [Rope](https://rope{0}.example/)\n\nIt holds.\n\n"
    tar = "### [Tar](https://tar{0}.example/)\n\nIt sticks.\n\n"
    found = documents(tmp_path, (week + tar).format(1) + (week + tar).format(2))
    assert titles(found) == ["Rope", "Tar", "Rope", "Tar"]
    prose = (week.replace("Reading", "Reading\n\nI read a lot") + tar).format
    assert titles(documents(tmp_path, prose(1) + prose(2))) == ["Week 1", "Week 2"]


def test_a_title_underlined_with_hyphens_is_one(tmp_path: Path) -> None:
    text = "One\n---------\n\nText, **bold**.\n\nTwo\n---------\n\nMore.\n\n---\n\nStill two.\n"
    assert [(d.title, d.text) for d in documents(tmp_path, text)] == [
        ("One", "Text, **bold**."),
        ("Two", "More.\n\n---\n\nStill two."),
    ]


def test_words_that_a_page_would_not_show_are_left_out(tmp_path: Path) -> None:
    hidden = '<span style="display: none">canary</span><b hidden>canary</b>'
    (document,) = documents(tmp_path, f"---\ntitle: A\n---\nOne{hidden} and <span>two</span>.\n")
    assert document.text == "One and two."
