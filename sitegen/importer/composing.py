"""Composes the Markdown pages of documents and topics."""

import re
from collections.abc import Sequence
from datetime import datetime

from sitegen.content.front_matter import format_page
from sitegen.importer.media import emphasised, show_media
from sitegen.markdown import escape_essay, escape_post
from sitegen.models import Document, DocumentKind, Form, LinkTarget, Topic
from sitegen.text.labels import label_of

_LONGEST_TITLE = 90
_QUOTED = re.compile(r" {0,3}>")
_HEADING_MARKS = re.compile(r"^#{1,6}\s+|\s+#+$")


def compose_page(
    document: Document,
    kind: DocumentKind,
    also: Sequence[str] = (),
    *,
    added: datetime | None = None,
    edition: object = None,
) -> bytes:
    """The page of a document, as bytes."""
    is_essay = kind == "essay"
    header: dict[str, object] = {
        "id": document.id,
        "title": title_of(document) if is_essay else document.title,
        "author": document.author,
        "date": document.date,
        "added": added if document.date is None else None,
        "source": document.source,
        "link": _link_key(document.link),
        "form": _form_of(document),
        "also": list(also) or None,
        "tags": list(document.tags) or None,
        "lang": document.lang,
        "dump": _dump_key(document),
        "edition": edition,
    }
    return format_page(header, _body_of(document, is_essay=is_essay)).encode()


def _body_of(document: Document, *, is_essay: bool) -> str:
    if document.is_markdown:
        text = document.text
    else:
        text = escape_essay(_without_title(document)) if is_essay else escape_post(document.text)
    body = show_media(document, text)
    return f"{emphasised(document.warning)}\n\n{body}" if document.warning else body


def _link_key(link: LinkTarget | None) -> dict[str, str] | None:
    return {key: value for key, value in link._asdict().items() if value} if link else None


def _form_of(document: Document) -> Form | None:
    """The form of a post that is more than a note: a quotation, or about a link."""
    lines = [line for line in document.text.splitlines() if line.strip()]
    if document.is_markdown and lines and all(_QUOTED.match(line) for line in lines):
        return "quote"
    return "link" if document.link else None


def _dump_key(document: Document) -> dict[str, object]:
    place = document.place
    lines = {"lines": list(place.lines)} if place.lines else {}
    return {"file": place.file, **lines, **({"markdown": True} if document.is_markdown else {})}


def compose_topic_page(topic: Topic, order: int | None) -> bytes:
    """The ``_index.md`` of a topic, without an ``order`` if that is None."""
    header = {"title": topic.title, "order": order, "description": topic.description or None}
    return format_page(header, "").encode()


def title_of(essay: Document) -> str:
    """An essay's title without Markdown heading markup, or its first words if it has none."""
    own = _HEADING_MARKS.sub("", essay.title or "")
    return own or label_of(essay.text, _LONGEST_TITLE)


def _without_title(essay: Document) -> str:
    """The text without its first line, if that is the title and not all of the text."""
    first, _, rest = essay.text.partition("\n")
    opens_with_title = essay.title is not None and first.strip() == essay.title.strip()
    return rest if opens_with_title and rest.strip() else essay.text
