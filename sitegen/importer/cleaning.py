"""Makes what readers found fit for pages: whatever a dump holds, its pages can be built."""

import re
from dataclasses import replace
from typing import Any

from sitegen.content.front_matter_schema import WEB_ADDRESS
from sitegen.languages import checked_tag
from sitegen.models import Document, LinkTarget, Medium
from sitegen.text.labels import without_controls

_NO_LANGUAGES = frozenset({"und", "mis", "mul", "zxx"})
"""Tags that name no language: it is unknown, has no tag, or there are several or none (BCP 47)."""
_MAIL = re.compile(r"<?(?<![^\s<(\[\"'])[^\s<>@()]+@[^\s<>@()]+\.[^\s<>@()]+>?")
"""An e-mail address; the handle ``@name@host`` is none."""


def clean_document(document: Document) -> Document:
    """A document whose fields are valid in front matter.

    Control characters and unpaired surrogates are removed, texts of one line become one line, an
    e-mail address is no author, and addresses that are not of the web are dropped.
    """
    fields: dict[str, Any] = {
        "text": without_controls(_paired(document.text)).rstrip("\n"),
        "title": _line(document.title),
        "author": _author(document.author),
        "source": _address(document.source),
        "link": _link(document.link),
        "tags": tuple(dict.fromkeys(filter(None, (_line(tag) for tag in document.tags)))),
        "lang": _language(document.lang),
        "media": tuple(_medium(medium) for medium in document.media),
        "warning": _line(document.warning),
    }
    changed = {name: value for name, value in fields.items() if value != getattr(document, name)}
    return replace(document, **changed) if changed else document


def _author(text: str | None) -> str | None:
    """A name without an e-mail address."""
    whole = _line(text) or ""
    name = _MAIL.sub("", whole)
    return (whole if name == whole else name.strip("()[]\"' ")) or None


def _paired(text: str) -> str:
    """A text without unpaired surrogates, which have no UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def _line(text: str | None) -> str | None:
    """A text on one line; None if it is empty."""
    return " ".join(without_controls(_paired(text)).split()) or None if text else None


def _address(address: str | None) -> str | None:
    found = (_paired(address or "")).strip().replace(" ", "%20")
    return found if WEB_ADDRESS.fullmatch(found) else None


def _link(link: LinkTarget | None) -> LinkTarget | None:
    address = _address(link.address) if link else None
    if link is None or address is None:
        return None
    return LinkTarget(address, _line(link.title) or "", _line(link.site) or "")


def _medium(medium: Medium) -> Medium:
    return medium._replace(name=_paired(medium.name), alt=_line(medium.alt) or "")


def _language(tag: str | None) -> str | None:
    try:
        checked = checked_tag((tag or "").replace("_", "-")) if tag else None
    except ValueError:
        return None
    return None if checked in _NO_LANGUAGES else checked
