"""Lists, quotations and fences, held against another parser that follows CommonMark."""

import random
import re
from xml.etree.ElementTree import Element

import html5lib
import pytest
from markdown_it import MarkdownIt

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import Flavour, render_markdown

LINKS = LinkConfig()
COMMONMARK = MarkdownIt("commonmark")

TEXTS = [
    "- fruit\n  - apple\n    - red\n- bread",
    "* one\n  + two\n    - three\n+ four",
    "1. boil\n   - water\n   - salt\n2. pour",
    "10. ten\n    - a\n11. eleven",
    "- four\n    - spaces\n        - and eight",
    "- one\n\t- tab\n\t\t- tabs",
    "-\ttab after the mark\n-\tagain",
    "- one\n\n  more of one\n\n- two",
    "1. one\n\n   more of one\n2. two",
    "- a\n- b\n\n- c",
    "- a\n  - b\n\n    c\n- d",
    "- tight\n\n\ntext",
    "***\nTitle\n---\ntext",
    "* * *\n---",
    "text\n- item",
    "text\n2. no item\n1. item",
    "text\n* item\nruns on",
    "5) five\n6) six",
    "3. three\n3. four",
    "- a\n* b\n+ c",
    "1. a\n1) b",
    "-\n  empty first line\n-\n- b",
    "-\n\n  no item any more",
    "- a\n\n      code\n- b",
    "-     code in front",
    "- > quoted\n  > on\n  - list\n- b",
    "> - a\n>   - b\n>\n> c",
    "> a\n\n> b",
    "> a\nruns on\n\nends",
    "> > deep\n> less",
    "> # heading\nno more",
    "> ```\n> code\n>\n> more\n> ```\n> text",
    "> ```\n> unclosed\n\ntext",
    "- ```\n  code\n  ```\n- b",
    "- a\n  ```\n  code\n  ```\n- b",
    "1. a\n\n    ```bash\n    code\n      more\n    ```\n\n2. b",
    "- a\n  - b\n    ~~~\n    code\n    ~~~\n  - c",
    "- > ```\n  > code\n  > ```",
    "text\n```\ncode\n```\ntext",
    "   ```\n   code\n     more\n  less\n   ```",
    "    ```\n    code\n    ```",
    "````\n```\ninner\n```\n````",
    "~~~\n```\n~~~",
    "``` js {1,3}\nlet a = 2\n```",
    '```python title="hello.py"\nprint(1)\n```\n\ntext\n\n```js\nb\n```',
    "```\nunclosed\n\n- to the end",
    "- ```\n  unclosed\n\ntext",
    "```\n\n```",
    "- a\n\n  ---\n\n  b",
    "- a\n---\n- b",
    "* * *\n* a",
    "two lines\nof a heading\n---\ntext",
    " # indented heading\n\n- # in an item\n  text",
    "- a\n\n\n\n- b",
    "1. a\n\n   > b\n   >\n   > - c\n\n   d",
]


def tree(html: str) -> tuple[object, ...]:
    """The structure of HTML: tags, and the words between them."""
    return _branch(html5lib.parseFragment(html, namespaceHTMLElements=False))


def _branch(element: Element) -> tuple[object, ...]:
    if element.tag == "pre":
        return ("pre", "".join(element.itertext()).strip("\n"))
    parts: list[object] = [_tag(element), (element.text or "").split()]
    for child in element:
        block = child[0] if child.get("class") == "highlight" else child
        parts += _branch(block), (child.tail or "").split()
    return tuple(part for part in parts if part)


def _tag(element: Element) -> str:
    tag = str(element.tag)
    if re.fullmatch("h[1-6]", tag):
        return "heading"
    return f"{tag} {element.get('start', '1')}" if tag == "ol" else tag


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("flavour", ["page", "essay"])
def test_blocks_nest_as_in_commonmark(flavour: Flavour, text: str) -> None:
    assert tree(render_markdown(text, flavour, LINKS).html) == tree(COMMONMARK.render(text))


@pytest.mark.parametrize(
    "text",
    [
        "```\n\ttab\n a\tb\n```",
        "- a\n\n  ```make\n  all:\n  \tcc\n  ```",
        "- item\n\n\t```\n\tone\n\t\ttwo\n\t```",
    ],
)
def test_tabs_in_fenced_code_stay(text: str) -> None:
    assert tree(render_markdown(text, "page", LINKS).html) == tree(COMMONMARK.render(text))


def test_any_nesting_of_items_and_quotations_is_that_of_commonmark() -> None:
    chance = random.Random(7)  # noqa: S311 - repeatable
    for _ in range(300):
        text = "\n".join(_line(chance) for _ in range(chance.randint(2, 7)))
        assert tree(render_markdown(text, "page", LINKS).html) == tree(COMMONMARK.render(text))


def _line(chance: random.Random) -> str:
    start = chance.choice(["", "", "  ", "   ", "> ", "> > ", ">   "])
    mark = chance.choice(["", "- ", "* ", "1. ", "2. ", "10. ", "> "])
    return chance.choice(["", start + mark + chance.choice(["one", "two words"])])


def test_words_after_the_language_of_a_fence_are_not_shown() -> None:
    html = render_markdown('```python title="x" {1}\nprint(1)\n```', "page", LINKS).html
    assert '<span class="nb">print</span>' in html
    assert "title" not in html


def test_marked_lines_of_a_fence_are_marked() -> None:
    for info in ('python hl_lines="2"', '{.python hl_lines="2"}'):
        html = render_markdown(f"```{info}\na = 1\nb = 2\n```", "page", LINKS).html
        assert html.count('class="hll"') == 1


def test_code_may_stand_in_footnotes_and_definitions() -> None:
    code = "\n\n    ```\n    code\n      more\n    ```\n"
    for text in (f"[^1]\n\n[^1]: Note{code}", f"Term\n:   Meaning{code}"):
        html = render_markdown(text, "page", LINKS).html
        assert "<code>code\n  more\n</code>" in html
        assert "<p><div" not in html


def test_a_list_in_a_definition_may_have_paragraphs() -> None:
    text = "Term\n:   Meaning\n\n    - one\n\n        more of one\n\nText"
    html = re.sub(r"\s*\n\s*", "", render_markdown(text, "page", LINKS).html)
    assert "<dd><p>Meaning</p><ul><li><p>one</p><p>more of one</p></li></ul></dd>" in html
    assert html.endswith("</dl><p>Text</p>")


def test_a_post_keeps_the_lines_of_an_item() -> None:
    html = render_markdown("- one\n  two\n- three", "post", LINKS).html
    assert html == "<ul><li>one<br>two</li><li>three</li></ul>"


@pytest.mark.parametrize(
    "text",
    [
        "- one\n  <div>raw</div>\n- two",
        "- one\n\n  <div>\n  raw\n  </div>\n\n- two",
        "1. a\n\n   <details>\n   <summary>x</summary>\n   y\n   </details>\n\n2. b",
    ],
)
def test_html_stays_in_its_item(text: str) -> None:
    assert tree(render_markdown(text, "page", LINKS).html) == tree(COMMONMARK.render(text))


@pytest.mark.parametrize("flavour", ["essay", "page"])
@pytest.mark.parametrize(
    "table", ["| a | b |\n|:--|--:|\n| 1 | 2 |", "a | b\n--|--\n1 | 2", "|a|\n|-|"]
)
@pytest.mark.parametrize("prefix", ["", "> "])
def test_a_table_needs_no_blank_lines_around_it(flavour: Flavour, table: str, prefix: str) -> None:
    together, apart = (
        render_markdown(
            "\n".join(prefix + line for line in gap.join(["before", table, "# After"]).split("\n")),
            flavour,
            LINKS,
        ).html
        for gap in ("\n", "\n\n")
    )
    assert "<table>" in apart
    assert together == apart


def test_a_pipe_alone_makes_no_table() -> None:
    html = render_markdown("this | that\nand | more\nof | it", "page", LINKS).html
    assert "<table" not in html


def test_a_bar_in_a_cell_is_escaped_by_a_backslash_also_within_code() -> None:
    html = render_markdown("| a | b |\n|---|---|\n| `x\\|y` | x\\|y |", "page", LINKS).html
    assert re.findall(r"<td>(.*)</td>", html) == ["<code>x|y</code>", "x|y"]
