"""Containers between lines of colons, and embeds, as generators write them in Markdown."""

from pathlib import Path

import pytest

from tests.readers.formats.test_folder import one


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (":::note\n\nIt burns.\n\n:::", "It burns."),
        (":::tip[Oil lamps]\nThey burn.\n:::", "**Oil lamps**\n\nThey burn."),
        ("::: details Oil lamps\nThey burn.\n:::", "**Oil lamps**\n\nThey burn."),
        (":::message alert\nThey burn.\n:::", "They burn."),
        ("::: {.callout-note}\nThey burn.\n:::", "They burn."),
        ("::::a\n:::b\nThey burn.\n:::\n::::", "They burn."),
        ('::alert{type="warning"}\nThey burn.\n::', "They burn."),
        ("::card\n---\nicon: oil\n---\n#title\nThey burn.\n::", "They burn."),
        ("::film{#a}\n\n::box\nThey :icon{name} burn :badge[well]{x}.\n::", "They  burn well."),
        ('!!! note "Oil lamps"\n\n    They burn.', "**Oil lamps**\n\nThey burn."),
        ('??? tip\n    === "Wick"\n\n        It burns.', "**Tip**\n\n**Wick**\n\nIt burns."),
        ('=== ""\n    They burn.', "They burn."),
        ("@[youtube](abcdefghijk)", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("@[card](https://a.example/x)", "https://a.example/x"),
        ("%[https://a.example/x]", "https://a.example/x"),
        ("`youtube: abcdefghijk`", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("`video: https://a.example/x`", "https://a.example/x"),
        ("![Oil](https://a.example/oil.png =250x)", "![Oil](https://a.example/oil.png)"),
        ('A ![b](https://a.example/b.png "T" =50x20) c.', 'A ![b](https://a.example/b.png "T") c.'),
    ],
)
def test_directives_leave_their_content(tmp_path: Path, written: str, shown: str) -> None:
    assert one(tmp_path, f"A lamp.\n\n{written}\n\nWell.").text == f"A lamp.\n\n{shown}\n\nWell."


@pytest.mark.parametrize(
    "text",
    [
        "A lamp.\n\n:::\n\nWell.",
        "A lamp.\n\n:::note\n\nWell.",
        "A lamp.\n\n```\n:::note\nx\n:::\n```\n\nWell.",
        "A lamp ::: b and @[x](y).",
        "A lamp.\n\n`video: none`\n\n`lamp: abcdefghijk`\n\nSet `youtube: abcdefghijk` here.",
        "A lamp.\n\n```\n`youtube: abcdefghijk`\n![b](c.png =50x)\n```\n\nWell `![b](c.png =50x)`.",
        "A lamp: see::\n\n::\n\nWell :b[x](y), f(a:b[1]) and 12:30.",
        "A lamp!!!\n\n!!! What a lamp\n\nWell.\n\n```\n!!! note\n    It burns.\n```",
    ],
)
def test_what_is_no_directive_stays(tmp_path: Path, text: str) -> None:
    assert one(tmp_path, text).text == text


@pytest.mark.parametrize("title", ['"#wick"', "'#width=32px;title=Oil'"])
def test_the_title_of_a_picture_or_a_link_holds_no_tags(tmp_path: Path, title: str) -> None:
    text = f"#lamps ![Oil](https://a.example/oil.png {title}) [b](https://a.example/b_(c) {title})"
    assert one(tmp_path, text).tags == ("lamps",)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("It burns. #oil lamps# #wick#", ("oil lamps", "wick")),
        ("#quay/oil lamps# and #glass", ("quay/oil lamps", "glass")),
        ("#oil and #wick, in C# and F#", ("oil", "wick")),
        ("#oil, with water #wick#glass", ("oil", "wick")),
    ],
)
def test_a_second_mark_ends_a_tag_of_several_words(
    tmp_path: Path, text: str, tags: tuple[str, ...]
) -> None:
    assert one(tmp_path, text).tags == tags
