"""Renders a text that is being typed, by the renderer of the pages."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from sitegen.content.front_matter import format_page, replace_body
from sitegen.content.pages import read_page
from sitegen.curation.library import Library
from sitegen.errors import UsageError


def render_typed(library: Library, value: Mapping[str, object]) -> dict[str, Any]:
    """The HTML of a text as its page would have it, with its language and direction.

    Args:
        library: the pages.
        value: ``text``, with the ``id`` of its page, or the ``topic`` of a new post.

    Raises:
        UsageError: there is no such page, or there is no text.
    """
    from sitegen.views.text_rendering import language_of, render_text  # noqa: PLC0415 -- is slow

    text = value.get("text")
    if not isinstance(text, str):
        raise UsageError("“text” must be a text")
    config = library.config
    path, data = _page_with(library, value, text)
    page = read_page(config.content, path, data, zone=config.timezone).page
    rendered = render_text(page, config)
    language, direction = language_of(page, rendered.text, config.language)
    return {
        "html": rendered.html,
        "lang": language or config.language,
        "dir": direction,
    }


def _page_with(
    library: Library, value: Mapping[str, object], text: str
) -> tuple[PurePosixPath, bytes]:
    """The path of a page, and what its file would contain."""
    from sitegen.curation.page_edits import read_text  # noqa: PLC0415 -- acts need the readers

    if "topic" in value:
        topic = library.topic(str(value["topic"]))
        return PurePosixPath("topics", topic.slug, "new-post.md"), format_page({}, text).encode()
    page = library.page(str(value.get("id")))
    old = read_text(library, page)
    return PurePosixPath(page.path), replace_body(old.data, text, old.file)
