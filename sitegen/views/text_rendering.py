"""Renders the text and the note of a page, and determines its language and direction."""

import hashlib
import re

from sitegen.configuration.settings import Config
from sitegen.languages import (
    Direction,
    are_same_language,
    detect_language,
    direction_of,
    text_direction,
)
from sitegen.markdown import Flavour, Rendered, render_markdown
from sitegen.models import Page
from sitegen.views.network_links import links_of


def render_text(page: Page, config: Config) -> Rendered:
    """The text of a page, with a prefix in the ids of its footnotes if it may share a page."""
    return render_markdown(
        page.body,
        _flavour(page),
        links_of(page, config.links),
        note_prefix=_prefix_of(page),
        language=lambda text: language_of(page, text, config.language)[0] or config.language,
    )


def render_note(page: Page, config: Config) -> Rendered | None:
    """Renders the editor's note on a page; None for a page without one."""
    if not page.note:
        return None
    prefix = f"{_as_id(page.slug)}:note"
    return render_markdown(
        page.note,
        "page",
        config.links,
        note_prefix=prefix,
        language=lambda text: detect_language(text) or config.language,
    )


def _prefix_of(page: Page) -> str:
    """Different for all texts on a page: posts, and on the front page introductions of topics."""
    match page.kind:
        case "post":
            return _as_id(page.slug)
        case "topic":
            return f"topic:{_as_id(page.slug)}"
    return ""


def _as_id(slug: str) -> str:
    """The slug, or a hash of it if it cannot be part of an HTML id."""
    if re.fullmatch(r"[\w-]+", slug):
        return slug
    return hashlib.blake2b(slug.encode(), digest_size=4).hexdigest()


def _flavour(page: Page) -> Flavour:
    """The Markdown flavour of a page. Imported plain text remains plain in any folder."""
    if page.dump is None:
        return "own_post" if page.kind == "post" else "page"
    if page.dump.is_markdown:
        return "imported"
    return "essay" if page.kind == "essay" else "post"


def language_of(page: Page, text: str, usual: str) -> tuple[str | None, Direction]:
    """The language of a page, or None if it is the ``usual`` one, and its direction.

    The front matter takes precedence over detection. If neither gives a language, the first letter
    determines the direction: the text may be just a name.
    """
    text = f"{page.title or ''}\n{text}"
    lang = page.lang or detect_language(text)
    if lang is None:
        return None, text_direction(text) or direction_of(usual)
    is_usual = page.lang == usual if page.lang else are_same_language(lang, usual)
    return None if is_usual else lang, direction_of(lang)
