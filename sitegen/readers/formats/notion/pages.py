"""Takes a page of Notion apart: its title, its properties and its text."""

import re
from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import unquote

from sitegen.readers.formats.notion.properties import Properties, is_field, is_surely_field
from sitegen.readers.html import html_to_markdown, plain_text

_HEADING = re.compile(r"\A\s*#[ \t]+([^\n]*)(?:\n|\Z)")
_PROPERTY = re.compile(r"(?P<name>[^\n:]{1,100}):(?:[ \t]+(?P<value>[^\n]*))?")
_CALLOUT = re.compile(r"<aside>\n?(.*?)\n?</aside>", re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*\bclass=\"page-title\"[^>]*>(.*?)</h1>", re.DOTALL)
_DESCRIPTION = re.compile(r"<p\b[^>]*\bclass=\"page-description\"[^>]*>(.*?)</p>", re.DOTALL)
_TABLE = re.compile(r"<table\b[^>]*\bclass=\"properties\"[^>]*>(.*?)</table>", re.DOTALL)
_ROW = re.compile(
    r"<tr\b[^>]*\bclass=\"property-row property-row-(\w+)\"[^>]*>\s*<th\b[^>]*>(.*?)</th>"
    r"\s*<td\b[^>]*>(.*?)</td>",
    re.DOTALL,
)
_VALUE = re.compile(r"<span\b[^>]*\bclass=\"selected-value[^>]*>(.*?)</span>", re.DOTALL)
_BODY = re.compile(r"<div\b[^>]*\bclass=\"page-body\"[^>]*>(.*?)(?:</article>|\Z)", re.DOTALL)
_DECORATION = re.compile(
    r"<nav\b[^>]*\btable_of_contents\b[^>]*>.*?</nav>|<style\b[^>]*>.*?</style>"
    r"|<img\b[^>]*\bclass=\"[^\"]*\bicon\b[^>]*>|<svg\b.*?</svg>",
    re.DOTALL,
)
_BOOKMARK = re.compile(
    r"<a\b[^>]*?\bhref=\"(?P<address>[^\"]*)\"[^>]*\bclass=\"bookmark source\"[^>]*>"
    r"(?P<card>(?:(?!<a\b).)*?)</a>",
    re.DOTALL,
)
"""A card with the title, the beginning and a picture of a linked page, all by others."""
_BOOKMARK_TITLE = re.compile(r"<div\b[^>]*\bclass=\"bookmark-title\"[^>]*>(.*?)</div>", re.DOTALL)
_CALLOUT_ICON = re.compile(
    r"(?P<start><figure\b[^>]*\bcallout\b[^>]*>)\s*<div\b[^>]*>\s*<span class=\"icon\">"
    r"(?P<icon>[^<]*)</span>\s*</div>\s*(?P<text><div\b[^>]*>\s*(?:<p\b[^>]*>)?)",
)
_BOX = re.compile(r"<div\b[^>]*\bclass=\"checkbox checkbox-(on|off)\"[^>]*>\s*</div>")

_NEXT_ITEM = re.compile(
    r"</(ul|ol)>(?:</div>)?\s*(?:<div style=\"display:contents\"[^>]*>)?"
    r"<\1\b(?![^>]*\bstart=\"1\")[^>]*\bclass=\"(?:bulleted|numbered|to-do)-list\"[^>]*>"
)
"""Where one list ends and another begins: each item is a list of its own."""
_FORMULA = re.compile(r"<math\b.*?<annotation\b[^>]*>(.*?)</annotation>.*?</math>", re.DOTALL)
_OWN_LINK = re.compile(
    r"(?<![!\\])\[(?P<words>(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\])*)\]\((?![A-Za-z][\w+.-]*:|/|#)"
    r"(?![^()\s]*\.(?:mp4|webm|mov|m4v|mp3|m4a|wav|ogg|flac|jpe?g|png|gif|webp|heic|avif)\))"
    r"(?P<address>(?:[^()\s]|\([^()\s]*\))*)\)"
)
"""A link to another page, a database or a file of the export."""
_PAGE = re.compile(
    r"(?P<path>(?:.*[ -]|.*%20|.*/)?[0-9a-f]{32})\.(?:md|html)(?:#.*)?", re.IGNORECASE
)
"""The address of a page; that of a database or another file has no page here."""
_PICTURE = re.compile(r"!\[([^\[\]\n]*)\]\(((?:[^()\s]|\([^()\s]*\))+)\)")
_NUMBER = re.compile(r" \d+$")


class Page(NamedTuple):
    """The parts of a page."""

    title: str
    properties: Properties
    text: str
    """Markdown."""
    lost: tuple[str, ...] = ()


def page_of_markdown(text: str, columns: Collection[str]) -> Page:
    """Takes a page in Markdown apart.

    Args:
        text: the file.
        columns: the names of the columns of the databases, which tell properties from text;
            those whose meaning is known need not be among them.
    """
    title, block, rest = _split(text)
    properties = _properties_in(block, columns)
    below = rest.lstrip("\n").partition("\n\n")[2]
    body = _CALLOUT.sub(r"\1", below if properties else rest)
    return Page(title, properties, _OWN_LINK.sub(_own_link, _PICTURE.sub(_picture, body)))


def names_below_title(text: str) -> tuple[str, ...]:
    """The names before the colons in the first block of a page, which may be its properties."""
    found = map(_PROPERTY.fullmatch, _split(text)[1].strip("\n").split("\n"))
    names = [each["name"].strip() if each else "" for each in found]
    return tuple(names) if all(names) else ()


def _split(text: str) -> tuple[str, str, str]:
    """The title of a page, the block below it, and all below the title."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    heading = _HEADING.match(text)
    rest = text[heading.end() :] if heading else text
    return heading[1].strip() if heading else "", rest.lstrip("\n").partition("\n\n")[0], rest


def _own_link(found: re.Match[str]) -> str:
    """A link to a page as one to a text in Markdown; of other files only its words."""
    words, page = str(found["words"]), _PAGE.fullmatch(found["address"])
    return f"[{words}]({page['path']}.md)" if page else words


def _picture(found: re.Match[str]) -> str:
    """A picture without the name of its file, which stands for a missing alternative text."""
    base = unquote(found[2]).rpartition("/")[2]
    stem = base.rpartition(".")[0]
    is_name = found[1] in (base, stem, _NUMBER.sub("", stem))
    return f"![]({found[2]})" if is_name else found[0]


def _properties_in(block: str, columns: Collection[str]) -> dict[str, str]:
    """The properties in the first lines of a page; none if one of the lines is no property.

    A paragraph has one line in an export, so that several lines are properties if the meaning of
    one is known.
    """
    properties: dict[str, str] = {}
    for line in block.strip("\n").split("\n"):
        found = _PROPERTY.fullmatch(line)
        if found is None:
            return {}
        properties[found["name"].strip()] = (found["value"] or "").strip()
    if len(properties) > 1:
        return properties if any(name in columns or is_field(name) for name in properties) else {}
    [(name, value)] = properties.items()
    return properties if name in columns or is_surely_field(name, value) else {}


def page_of_html(html: str) -> Page:
    """Takes a page in HTML apart."""
    title, body = _TITLE.search(html), _BODY.search(html)
    description, table = _DESCRIPTION.search(html), _TABLE.search(html)
    shown = _BOX.sub(_box, _DECORATION.sub("", body[1] if body else html))
    shown = _CALLOUT_ICON.sub(r"\g<start>\g<text>\g<icon> ", _BOOKMARK.sub(_bookmark, shown))
    shown = _FORMULA.sub(r"<code>\1</code>", _NEXT_ITEM.sub("", shown))
    above = f"<p>{description[1]}</p>" if description else ""
    converted = html_to_markdown(above + shown, local_links="all")
    lost = tuple(what for what in converted.lost if "link" not in what)
    rows = _ROW.findall(table[1]) if table else []
    properties = {plain_text(name).strip(): _value_in(kind, value) for kind, name, value in rows}
    text = _OWN_LINK.sub(_own_link, converted.markdown)
    return Page(plain_text(title[1]) if title else "", properties, text, lost)


def _bookmark(found: re.Match[str]) -> str:
    title = _BOOKMARK_TITLE.search(found["card"])
    words = title[1] if title else found["address"]
    return f'<p><a href="{found["address"]}">{words}</a></p>'


def _box(found: re.Match[str]) -> str:
    return f'<input type="checkbox"{" checked" if found[1] == "on" else ""}>'


def _value_in(kind: str, html: str) -> str:
    """The value of a property, as Markdown exports write it."""
    if kind == "checkbox":
        return "Yes" if "checkbox-on" in html else "No"
    if kind in ("multi_select", "select", "status") and (values := _VALUE.findall(html)):
        return ", ".join(map(plain_text, values))
    return plain_text(_DECORATION.sub("", html)).lstrip("@").strip()
