"""Converts HTML that is only paragraphs of plain words, with links and emphasis, without parsing.

Most entries of feeds are such. What it returns is what ``converting`` writes.
"""

import re

from sitegen.readers.html.addresses import is_of_service

_WORDS = r"[^\W_](?:[\w ,.;!?:()'’“”–—…%-]*[^\W_])?"
"""Words between marks: nothing that Markdown or a browser would take for more."""
_MARK = re.compile(
    rf"<(?P<tag>em|i|strong|b)>(?P<stressed>{_WORDS})</(?P=tag)>"
    r'|<a href="(?P<address>https?://[^\W_][\w.-]*(?:/[^\W_][\w-]*)*/?)"'
    rf'(?: (?:rel|target)="[\w ]*")*>(?P<linked>{_WORDS})</a>'
)
_TEXT = re.compile(r"(?! )[\w ,.;!?:()'’“”–—…%-]*")
_AFTER_MARK = re.compile(r"(?:[,.;!?:)]*(?: |$))(?! )")
_LETTER = re.compile(r"[^\W\d_]")
_STARS = {"em": "*", "i": "*", "strong": "**", "b": "**"}


def simple_markdown(html: str) -> str | None:
    """The Markdown of simple HTML; None for any other."""
    html = html.strip(" \n")
    if not (html.startswith("<p>") and html.endswith("</p>")):
        return None
    if "_" in html or "  " in html:
        return None
    paragraphs: list[str] = []
    for part in html.removesuffix("</p>").split("</p>"):
        opened = part.lstrip("\n")
        written = _write_paragraph(opened[3:]) if opened.startswith("<p>") else None
        if written is None:
            return None
        paragraphs.append(written)
    return "\n\n".join(paragraphs)


def _write_paragraph(inner: str) -> str | None:
    """The Markdown of a paragraph, which is not empty; None if it is not simple."""
    if inner[:1] == " " or inner[-1:] == " ":
        return None
    written: list[str] = []
    done = 0
    for mark in _MARK.finditer(inner):
        before = inner[done : mark.start()]
        is_apart = mark.start() == 0 or (before.endswith(" ") and _LETTER.search(before))
        if not is_apart or not _is_text(before, is_after_mark=done > 0):
            return None
        if mark["address"] and is_of_service(mark["address"]):
            return None
        written += (before, _write_mark(mark))
        done = mark.end()
    rest = inner[done:]
    if not _is_text(rest, is_after_mark=done > 0):
        return None
    text = "".join((*written, rest))
    return text if _LETTER.match(text.lstrip("*[")) else None


def _is_text(text: str, *, is_after_mark: bool) -> bool:
    if is_after_mark and not _AFTER_MARK.match(text):
        return False
    return _TEXT.fullmatch(text.lstrip(" ") if is_after_mark else text) is not None


def _write_mark(mark: re.Match[str]) -> str:
    if mark["address"]:
        return f"[{mark['linked']}]({mark['address']})"
    stars = _STARS[mark["tag"]]
    return f"{stars}{mark['stressed']}{stars}"
