"""Directives and links of ikiwiki in Markdown: https://ikiwiki.info/ikiwiki/directive/."""

import re
from typing import NamedTuple

_DIRECTIVE = re.compile(
    r"\[\[!(?P<name>\w+)"
    r"(?P<values>(?>[^\]\"]|\"{3}(?:(?!\"{3}).)*+\"{3}|\"[^\"]*+\")*+)\]\]",
    re.DOTALL,
)
_NAMED = re.compile(r"(\w+)\s*=\s*(?:\"{3}(.*?)\"{3}|\"([^\"]*)\"|(\S+))", re.DOTALL)
_LINK = re.compile(r"\[\[(?P<words>[^\[\]|!\n]+)\|(?P<page>[^\[\]|\n]+)\]\]")
"""A link, with its words before the name of the page."""
_ON_ITSELF = re.compile(r"^\[\[!(?:meta|tag) ", re.MULTILINE)
_BLANKS = re.compile(r"\n{3,}")


class WikiPage(NamedTuple):
    """A page of ikiwiki."""

    body: str
    """The text, with pictures in Markdown and other directives as template tags."""
    fields: dict[str, object]
    """What its directives ``meta`` and ``tag`` say."""


def read_ikiwiki(text: str) -> WikiPage | None:
    """Reads a page of ikiwiki; None if the text says nothing on itself as ikiwiki does."""
    if _ON_ITSELF.search(text) is None:
        return None
    fields: dict[str, object] = {}
    tags: list[str] = []

    def replace(directive: re.Match[str]) -> str:
        name, values = directive["name"], directive["values"]
        if name == "meta":
            fields.update((key.lower(), a or b or c) for key, a, b, c in _NAMED.findall(values))
        elif name == "tag":
            tags.extend(values.split())
        elif name == "taglink":
            tags.append(values.strip())
            return values.strip()
        elif name == "img":
            return _picture(values)
        else:
            return f"{{{{< {name} >}}}}"
        return ""

    body = with_pages_first(_DIRECTIVE.sub(replace, text))
    return WikiPage(_BLANKS.sub("\n\n", body).strip("\n"), {**fields, "tags": tags})


def with_pages_first(text: str) -> str:
    """The text with links as other programs write them: ``[[page|words]]``."""
    return _LINK.sub(r"[[\g<page>|\g<words>]]", text)


def _picture(values: str) -> str:
    alt = next((a or b or c for key, a, b, c in _NAMED.findall(values) if key == "alt"), "")
    name = values.split(maxsplit=1)[0] if values.split() else ""
    return f"![{alt}]({name})" if name else ""
