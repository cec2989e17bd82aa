"""Repairs XML that is not well-formed: control characters, bare ``&``, nested CDATA sections."""

import re
from html.entities import html5

CDATA, CDATA_END = "<![CDATA[", "]]>"
"""What is around a section whose characters are no markup."""
_CDATA_MARK = re.compile(r"<!\[CDATA\[|\]\]>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(r"&(?:#(\d{1,7}|x[0-9A-Fa-f]{1,6});|(\w{1,31};)?)")
_XML_NAMES = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def repair(text: str) -> str:
    """A text in which control characters, bare ``&`` and nested CDATA sections are repaired."""
    text = _without_controls(text)
    parts = []
    at = 0
    while (start := text.find(CDATA, at)) >= 0:
        parts.append(_repair_markup(text[at:start]))
        inner = start + len(CDATA)
        end = end_of_cdata(text, inner)
        if end < 0:
            end = len(text)
            content = text[inner:]
        else:
            content = text[inner : end - len(CDATA_END)]
        content = content.replace(CDATA_END, "]]]]><![CDATA[>")
        parts.append(f"{CDATA}{content}{CDATA_END}")
        at = end
    parts.append(_repair_markup(text[at:]))
    return "".join(parts)


def _repair_markup(text: str) -> str:
    repaired = _REFERENCE.sub(_repair_reference, text) if "&" in text else text
    return repaired.replace(CDATA_END, "]]&gt;")


def _without_controls(text: str) -> str:
    """A text without control characters; words that a form feed or the like parts stay apart."""
    return _CONTROL.sub(lambda found: " " if found[0].isspace() else "", text)


def _repair_reference(found: re.Match[str]) -> str:
    """A reference that XML knows; the character of one that only HTML knows, else ``&amp;``."""
    number, name = found[1], found[2]
    if number:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        is_character = code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000
        return found[0] if is_character and code not in (0xFFFE, 0xFFFF) else ""
    if name in _XML_NAMES:
        return found[0]
    return html5.get(name or "", "") or f"&amp;{name or ''}"


def end_of_cdata(text: str, at: int) -> int:
    """The end of the CDATA section that begins before ``at``, or -1 if it is not complete.

    A section within another ends before the outer one does.
    """
    end = text.find(CDATA_END, at)
    if end < 0 or text.find(CDATA, at, end) < 0:  # none is within it
        return end + len(CDATA_END) if end >= 0 else -1
    depth = 1
    while found := _CDATA_MARK.search(text, at):
        at = found.end()
        if found[0] == CDATA:
            depth += 1
        elif depth == 1 or text[at : at + 20].lstrip().startswith("</"):
            return at
        else:
            depth -= 1
    return -1
