"""The attributes of an element of HTML that are valid in a book."""

import re

from sitegen.languages import checked_tag
from sitegen.output_formats.xhtml.nodes import Node

NUMBER = re.compile(r"[1-9][0-9]{0,3}|0")
"""The value of an attribute that is a number."""
_ALIGNMENT = re.compile(r"text-align\s*:\s*(left|right|center)", re.IGNORECASE)


def kept_attributes(node: Node, *, only_global: bool = False) -> dict[str, str]:
    """The attributes that any element may have, and those of a list.

    Alignment, which HTML leaves to style sheets, becomes a class.
    """
    given = node.attributes
    if not given:
        return {}
    kept = {name: given[name] for name in ("class", "title") if given.get(name)}
    if given.get("id", "").strip():
        kept["id"] = given["id"]
    if given.get("dir") in {"ltr", "rtl", "auto"}:
        kept["dir"] = given["dir"]
    if given.get("aria-hidden") == "true":
        kept["aria-hidden"] = "true"
    if language := _language(given.get("lang", "")):
        kept |= {"lang": language, "xml:lang": language}
    if side := _side(node):
        kept["class"] = f"{kept.get('class', '')} align-{side}".strip()
    if node.name == "ol" and not only_global:
        kept |= {"start": given["start"]} if NUMBER.fullmatch(given.get("start", "")) else {}
        kept |= {"reversed": "reversed"} if "reversed" in given else {}
    return kept


def _language(tag: str) -> str:
    try:
        return checked_tag(tag) if tag else ""
    except ValueError:
        return ""


def _side(node: Node) -> str:
    stated = _ALIGNMENT.search(node.attributes.get("style", ""))
    side = stated[1] if stated else node.attributes.get("align", "")
    return side.lower() if side.lower() in {"left", "right", "center"} else ""
