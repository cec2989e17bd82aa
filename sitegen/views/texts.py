"""How the texts of a page are read: as which Markdown, and in which language."""

import hashlib
import re

from sitegen.configuration.settings import Config
from sitegen.languages import Direction, are_same, detect_language, direction_of, text_direction
from sitegen.markdown import Flavour, Rendered, render_markdown
from sitegen.models import Page


def render_text(page: Page, config: Config) -> Rendered:
    """The text of a page; a post shares pages with others, so its footnotes' ids are its own."""
    prefix = _as_id(page.slug) if page.kind == "post" else ""
    return render_markdown(
        page.body,
        _flavour(page),
        config.links,
        note_prefix=prefix,
        language=lambda text: language_of(page, text, config.language)[0] or config.language,
    )


def render_note(page: Page, config: Config) -> Rendered | None:
    """The editor's note on a page; None for a page without one."""
    if not page.note:
        return None
    prefix = f"{_as_id(page.slug)}-note"
    return render_markdown(
        page.note,
        "page",
        config.links,
        note_prefix=prefix,
        language=lambda text: detect_language(text) or config.language,
    )


def _as_id(slug: str) -> str:
    """The slug, or what stands for it in an id, which has no spaces."""
    if re.fullmatch(r"[\w-]+", slug):
        return slug
    return hashlib.blake2b(slug.encode(), digest_size=4).hexdigest()


def _flavour(page: Page) -> Flavour:
    """A page that came from a dump shows its text as it is, whichever folder it stands in."""
    if page.dump is None:
        return "page"
    return "essay" if page.kind == "essay" else "post"


def language_of(page: Page, text: str, usual: str) -> tuple[str | None, Direction]:
    """The language of a page, where it is not the ``usual`` one, and which way it runs.

    What the page says goes before what its text shows. Where neither is plain, the language is the
    usual one, but the text runs as its first letter does: a name may stand alone.
    """
    text = f"{page.title or ''}\n{text}"
    lang = page.lang or detect_language(text)
    if lang is None:
        return None, text_direction(text) or direction_of(usual)
    is_usual = page.lang == usual if page.lang else are_same(lang, usual)
    return None if is_usual else lang, direction_of(lang)
