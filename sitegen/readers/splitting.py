"""Writes the documents of a text with separators between them, for an editor to correct."""

from collections.abc import Sequence

from sitegen.content.front_matter import format_page
from sitegen.models import Document
from sitegen.readers import text
from sitegen.readers.text.separators import SEPARATOR

_FORMAT, _PLAIN = "markdown", "text"


def format_split(documents: Sequence[Document]) -> str:
    """Joins documents with ``---`` lines, so that reading the text gives the same documents.

    What a Markdown document says besides its text is in a header before it. The first one always
    has a header, so that the text is read as Markdown.
    """
    if not any(document.is_markdown for document in documents):
        return text.format_split(documents)
    written = [_write(document, is_first=not n) for n, document in enumerate(documents)]
    return f"\n{SEPARATOR}\n".join(page.strip("\n") for page in written) + f"\n{SEPARATOR}"


def _write(document: Document, *, is_first: bool) -> str:
    link = document.link
    header: dict[str, object] = {
        "title": document.title,
        "author": document.author,
        "date": document.date,
        "source": document.source,
        "link": {key: value for key, value in link._asdict().items() if value} if link else None,
        "tags": list(document.tags) or None,
        "lang": document.lang,
    }
    body = text.escape_rules(document.text)
    if not document.is_markdown:
        return format_page({"format": _PLAIN}, body)
    if not any(value is not None for value in header.values()):
        return format_page({"format": _FORMAT}, body) if is_first else body
    return format_page(header, body)
