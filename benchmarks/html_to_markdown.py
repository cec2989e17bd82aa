"""How much of HTML survives as Markdown, and how fast it is converted.

    python -m benchmarks.html_to_markdown FOLDER

Each file of the folder is a body of HTML. It is converted to Markdown and rendered by sitegen as an
essay; then both are parsed by html5lib, and what they show is compared: the depth in lists of each
word, lines, the cells of tables, words in code, emphasised words, links, headings, pictures
and words. Literal texts with a meaning in Markdown are tried apart. Where markdownify, html2text or
html-to-markdown are installed, they are measured likewise.
"""

import argparse
import importlib
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import html5lib

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown import render_markdown
from sitegen.readers.html import html_to_markdown

Convert = Callable[[str], str]
Shown = Counter[tuple[str, ...]]
"""What is shown: the kind, and what exactly, with how often."""

KINDS = (
    *("list depth", "line breaks", "tables", "inline code", "emphasis", "links", "headings"),
    *("pictures", "words"),
)
LITERALS = (
    *(
        "1. one",
        "1) one",
        "# head",
        "- a",
        "+ a",
        "* a",
        "> q",
        "---",
        "***",
        "===",
        "```",
        "~~~ x",
    ),
    *("|---|---|", "a | b", ": d", "**b**", "*i*", "_i_", "__b__", "snake_case_name", "5 * 3 * 2"),
    *("`c`", "[a](b)", "[a]", "[a][b]", "[^1]", "[a]: http://b.example", "![a](b)", "[x] t", "<b>"),
    *("</b>", "<!-- c -->", "a < b > c", "&amp;", "&lt;b&gt;", "AT&T", "\\", "\\*", "a\\", "~~s~~"),
    *("{.x}", "{#id}", "[TOC]", "C:\\temp\\new", "@some_user_", "#a_b_c", "<https://a.example>"),
    *("!", "2 ^ 3", "*[H]: x", "**", "__init__", "Tom & Jerry"),
)
_IGNORED = frozenset(
    {"script", "style", "noscript", "template", "title", "button", "form", "svg", "head", "iframe"}
    | {"video", "audio", "select", "textarea", "object"}
)
_INLINE = frozenset(
    {"a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark"}
    | {"q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr"}
)
_BREAK, _BOUNDARY = "\v", "\f"
_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"em", "i", "cite", "var", "dfn"})
_LISTS = frozenset({"ul", "ol"})
_BOLD = ("emphasis", "strong")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def shown_in(html: str) -> Shown:
    """What a browser shows of some HTML."""
    root = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    shown: Shown = Counter()
    before, separator = "", ""
    for words, path in _texts(root):
        if words in (_BREAK, _BOUNDARY):
            separator = separator if separator == _BREAK else words
        for word in words.split():
            for key in _keys_of(word, path):
                shown[key] += 1
            if separator and not any(map(_is_code_block, path)):
                shown["boundaries", before, word] += 1
                shown["line breaks", before, word] += separator == _BREAK
            before, separator = word, ""
    for element in root.iter():
        if element.tag == "img" and not element.get("src", "data:").startswith("data:"):
            shown["pictures", element.get("alt", "").strip()] += 1
    return shown


def _keys_of(word: str, path: list[Any]) -> Iterator[tuple[str, ...]]:
    """What a word within these elements counts as."""
    names = {element.tag for element in path}
    is_code = not names.isdisjoint(("pre", "code"))
    depth = sum(element.tag in _LISTS for element in path)
    kinds: list[tuple[bool, tuple[str, ...]]] = [
        (True, ("words",)),
        (depth > 0, ("list depth", str(depth))),
        (is_code and not any(map(_is_code_block, path)), ("inline code",)),
        (not names.isdisjoint(_STRONG) and not is_code and names.isdisjoint(_HEADINGS), _BOLD),
        (not names.isdisjoint(_EMPHASIS) and not is_code, ("emphasis", "em")),
        (not names.isdisjoint(_HEADINGS), ("headings",)),
        (not names.isdisjoint(("td", "th")), ("tables",)),
    ]
    yield from ((*key, word) for is_so, key in kinds if is_so)
    for element in path:
        if element.tag == "a" and element.get("href", "").startswith("http"):
            yield "links", element.get("href").strip(), word


def _is_code_block(element: Any) -> bool:
    """Whether it is a block of code, or becomes one because of its line breaks."""
    return element.tag == "pre" or (element.tag == "code" and element.find(".//br") is not None)


def _texts(root: Any) -> Iterator[tuple[str, list[Any]]]:
    """Each text with the elements around it, and marks of line breaks and blocks."""
    stack: list[tuple[Any, list[Any], bool]] = [(root, [], True)]
    while stack:
        element, path, is_start = stack.pop()
        mark = "" if element.tag in _INLINE else _BREAK if element.tag == "br" else _BOUNDARY
        yield mark, path
        if not is_start:
            yield element.tail or "", path
        elif isinstance(element.tag, str) and element.tag not in _IGNORED:
            own = [*path, element]
            yield element.text or "", own
            for child in reversed(list(element)):
                stack += [(child, own, False), (child, own, True)]


def kept_of(convert: Convert, bodies: list[str]) -> tuple[dict[str, float], float]:
    """The share of each kind that survives, and kB a second."""
    kept: Counter[str] = Counter()
    total: Counter[str] = Counter()
    seconds = 0.0
    for body in bodies:
        start = time.perf_counter()
        try:
            markdown = convert(body)
        except RecursionError:
            markdown = ""
        seconds += time.perf_counter() - start
        before, after = shown_in(body), shown_in(_rendered(markdown))
        for key, count in before.items():
            total[key[0]] += count
            same = ("boundaries", *key[1:]) if key[0] == "line breaks" else key
            kept[key[0]] += min(count, after[same])
    size = sum(len(body.encode()) for body in bodies)
    return {kind: kept[kind] / total[kind] for kind in total}, size / 1000 / max(seconds, 1e-9)


def literals_kept_by(convert: Convert) -> int:
    """How many literal texts are shown as they were."""
    return sum(
        render_markdown(convert(f"<p>{escape(text)}</p>"), "essay", LinkConfig()).text == text
        for text in LITERALS
    )


def _rendered(markdown: str) -> str:
    """The HTML of the Markdown; sitegen drops the addresses of pictures on other sites."""
    html = render_markdown(markdown, "essay", LinkConfig()).html
    return html.replace("<img alt=", '<img src="x" alt=')


def converters() -> Iterator[tuple[str, Convert]]:
    """The converter of sitegen, and others that are installed."""
    yield "sitegen", lambda html: html_to_markdown(html).markdown
    if module := _installed("markdownify"):
        yield "markdownify", lambda html: str(module.markdownify(html, heading_style="ATX"))
    if module := _installed("html2text"):
        yield "html2text", lambda html: str(module.html2text(html, bodywidth=0))
    if module := _installed("html_to_markdown"):
        yield "html-to-markdown", lambda html: str(module.convert(html))


def _installed(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def main(arguments: list[str]) -> None:
    """Measures, and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="a folder of HTML bodies")
    folder: Path = parser.parse_args(arguments).folder
    bodies = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.htm*"))]
    print(f"{len(bodies)} bodies, {sum(map(len, bodies)) / 1000:.0f} kB")
    for name, convert in converters():
        shares, speed = kept_of(convert, bodies)
        print(f"\n{name}: {speed:,.0f} kB a second")
        print(f"  {'literals':12} {literals_kept_by(convert)} of {len(LITERALS)}")
        for kind in KINDS:
            if kind in shares:
                print(f"  {kind:12} {shares[kind]:.1%}")


if __name__ == "__main__":
    main(sys.argv[1:])
