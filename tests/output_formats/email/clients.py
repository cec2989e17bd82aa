"""What Gmail, Outlook for Windows and Apple Mail show of a mail, as https://www.caniemail.com says.

Whatever is not listed here is refused. So is everything in a value, a selector or an at-rule that
one of the three does not understand: custom properties, functions, nested rules, pseudo-classes.
"""

import re
from collections.abc import Iterator
from typing import Literal

from sitegen.hypertext import RawText, StartTag, read_events

Support = Literal["yes", "partly", "degrades"]
"""``degrades``: where it is ignored, the text is still whole and in its order."""

PROPERTIES: dict[str, tuple[Support, Support, Support]] = {
    # Gmail, Outlook for Windows, Apple Mail
    "background-color": ("yes", "yes", "yes"),
    "border": ("yes", "partly", "yes"),
    "border-bottom": ("yes", "partly", "yes"),
    "border-collapse": ("yes", "yes", "yes"),
    "border-color": ("yes", "partly", "yes"),
    "border-left": ("yes", "partly", "yes"),
    "border-right": ("yes", "partly", "yes"),
    "border-top": ("yes", "partly", "yes"),
    "color": ("yes", "yes", "yes"),
    "direction": ("yes", "yes", "yes"),
    "display": ("yes", "partly", "yes"),  # of which only “none” is used
    "font-family": ("yes", "yes", "yes"),
    "font-size": ("yes", "yes", "yes"),
    "font-style": ("yes", "yes", "yes"),
    "font-weight": ("yes", "yes", "yes"),
    "height": ("yes", "partly", "yes"),
    "line-height": ("yes", "partly", "yes"),
    "margin": ("partly", "partly", "yes"),  # not negative, nor on images
    "max-width": ("yes", "degrades", "yes"),  # Outlook gets a table, and widths of pictures
    "padding": ("yes", "partly", "yes"),
    "text-align": ("yes", "partly", "yes"),  # not “start” and “end”
    "text-decoration": ("yes", "partly", "yes"),
    "white-space": ("yes", "degrades", "yes"),
    "word-wrap": ("partly", "degrades", "yes"),  # the others break long words by themselves
}

_ELEMENTS = frozenset(
    {"a", "b", "blockquote", "body", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5"}
    | {
        "h6",
        "head",
        "hr",
        "html",
        "i",
        "img",
        "li",
        "meta",
        "ol",
        "p",
        "pre",
        "s",
        "span",
        "strong",
    }
    | {"style", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "u"}
    | {"ul"}
)
_ATTRIBUTES = frozenset(
    {"align", "alt", "aria-label", "charset", "class", "colspan", "content", "dir", "href", "lang"}
    | {"name", "role", "rowspan", "src", "start", "style", "width"}
)
_AT_RULES = frozenset({"@media (prefers-color-scheme: dark)"})
"""Apple Mail alone understands it, and the others skip it: they darken mails by themselves."""
_VALUE = re.compile(
    r"(?:#[0-9a-f]{6}|-?[0-9]+(?:\.[0-9]+)?(?:px|%)?|[a-zA-Z-]+|,)(?:\s*,\s*|\s+|$)", re.IGNORECASE
)
_KEYWORDS_REFUSED = frozenset(
    {
        "initial",
        "inherit",
        "unset",
        "start",
        "end",
        "flex",
        "grid",
        "absolute",
        "fixed",
        "currentcolor",
    }
)
_NAME = r"(?:[a-z][a-z0-9]*|\.[a-z-]+)"
_SELECTOR = re.compile(rf"{_NAME}(?: {_NAME})*")
_RULE = re.compile(r"\s*([^{}]+?)\s*\{([^{}]*)\}\s*")


def find_unsupported(html: str) -> list[str]:
    """What in a mail one of the three clients does not understand."""
    return sorted(set(_unsupported(html)))


def _unsupported(html: str) -> Iterator[str]:
    for event in read_events(html):
        if isinstance(event, StartTag):
            if event.name not in _ELEMENTS:
                yield f"<{event.name}>"
            yield from (f"{name}=" for name in event.attributes if name not in _ATTRIBUTES)
            if event.name == "style" and event.attributes:
                yield "an attribute of <style>"
            yield from find_in_declarations(event.attributes.get("style", ""))
        elif isinstance(event, RawText) and event.name == "style":
            yield from find_in_sheet(event.text, is_kept=True)


def find_in_sheet(css: str, *, is_kept: bool = False) -> Iterator[str]:
    """What a style sheet has that is not understood.

    One that is kept in a ``<style>`` holds at-rules alone, whose declarations need ``!important``:
    they are up against ``style`` attributes.
    """
    while css.strip():
        at_rule = re.match(r"\s*(@[^{;]*?)\s*(?:;|\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\})", css)
        rule = at_rule or _RULE.match(css)
        if rule is None:
            yield f"a nested or broken rule: {css.strip()[:40]}"
            return
        if at_rule:
            if at_rule[1] not in _AT_RULES:
                yield at_rule[1]
            for inner in _RULE.finditer(at_rule[2] or ""):
                yield from _in_rule(inner[1], inner[2], is_important=True)
            if _RULE.sub("", at_rule[2] or "").strip():
                yield "something in an at-rule that is not a rule"
        else:
            if is_kept:
                yield f"a rule that was not inlined: {rule[1]}"
            yield from _in_rule(rule[1], rule[2], is_important=False)
        css = css[rule.end() :]


def _in_rule(selectors: str, declarations: str, *, is_important: bool) -> Iterator[str]:
    for selector in selectors.split(","):
        if not _SELECTOR.fullmatch(selector.strip()):
            yield selector.strip()
    for declaration in filter(str.strip, declarations.split(";")):
        if declaration.rstrip().endswith("!important") != is_important:
            yield f"{declaration.strip()} {'without' if is_important else 'with'} !important"
    yield from find_in_declarations(declarations.replace("!important", ""))


def find_in_declarations(text: str) -> Iterator[str]:
    """What the declarations of an attribute or a rule have that is not understood."""
    seen: set[str] = set()
    for declaration in filter(str.strip, text.split(";")):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name not in PROPERTIES or not _is_understood(name, value):
            yield f"{name}: {value}"
        if name in seen:
            yield f"{name} twice, of which only the last stays"
        seen.add(name)


def _is_understood(name: str, value: str) -> bool:
    words = {word.lower() for word in re.split(r"[\s,]+", value)}
    is_simple = _VALUE.sub("", value + " ").strip() == ""
    is_negative = name in {"margin", "padding"} and "-" in value
    return (
        is_simple
        and not words & _KEYWORDS_REFUSED
        and not is_negative
        and (name != "display" or value == "none")
    )
