"""Makes the view of a page: renders its Markdown, computes label, excerpt and language."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.addresses import web_url
from sitegen.configuration.settings import Config
from sitegen.content.pages import title_from_slug
from sitegen.content.tags import distinct_tags
from sitegen.markdown import Rendered
from sitegen.models import LinkTarget, Page
from sitegen.text.labels import count_words, label_of, thread_mark
from sitegen.views.body_store import NO_HTML, Body, HtmlRef, PackedBody, TextRef, pack
from sitegen.views.excerpts import excerpt_of, opening_of, without_title
from sitegen.views.template_records import AuthorRef, PageView, TagRef, topic_ref
from sitegen.views.text_blocks import TextBlock, read_text_blocks, text_blocks_of
from sitegen.views.text_rendering import language_of, render_note, render_text

WORDS_A_MINUTE = 230
"""The reading speed of adults, rounded down (Brysbaert 2019: 238 words of English prose)."""

EXCERPT_LENGTH, OPENING_LENGTH = 300, 900


PackedView = tuple[PageView, tuple[PackedBody, ...]]
"""The view of a page, and the bodies that it refers to: of its text and of its note."""


def make_page_views(pages: Sequence[Page], config: Config) -> list[PackedView]:
    """The view of each of the pages, with its bodies.

    All texts are rendered first, so that the code of each step stays in the processor's caches.
    """
    texts = [render_text(page, config) for page in pages]
    return [_make_view(page, text, config) for page, text in zip(pages, texts, strict=True)]


def make_page_view(page: Page, config: Config) -> PackedView:
    """The view of one page, with its bodies."""
    return _make_view(page, render_text(page, config), config)


def _make_view(page: Page, rendered: Rendered, config: Config) -> PackedView:
    body = pack(Body(rendered.html, rendered.text))
    view = _view_without_note(page, rendered, body.digest, config)
    note = render_note(page, config)
    if note is None:
        return view, (body,)
    note_body = pack(Body(note.html, note.text))
    is_verbatim = view.is_verbatim or note.is_verbatim
    return view._replace(note=HtmlRef(note_body.digest), is_verbatim=is_verbatim), (body, note_body)


def _view_without_note(page: Page, rendered: Rendered, digest: bytes, config: Config) -> PageView:
    """The view of a page whose text is in the body with a digest."""
    words = count_words(rendered.text)
    lang, direction = language_of(page, rendered.text, config.language)
    opening = _opening_of(page, rendered, lang or config.language, config.title)
    part, parts = thread_mark(rendered.text) if page.kind == "post" else (0, 0)
    return PageView(
        kind=page.kind,
        id=page.id,
        title=page.title,
        label=opening.label,
        description=page.description,
        address=page.address,
        html=HtmlRef(digest),
        text=TextRef(digest),
        excerpt=opening.excerpt,
        opening=opening.blocks,
        author=page.author,
        author_page=AuthorRef(page.author) if page.author else None,
        date=page.date,
        updated=page.updated,
        added=page.added,
        source=web_url(page.source) if page.source else None,
        source_host=_host(page.source),
        link=_link_of(page),
        via=_via_of(page),
        form=page.form or ("link" if page.link else "note"),
        note=NO_HTML,
        topic=topic_ref(page.topic) if page.topic else None,
        tags=tuple(map(TagRef, distinct_tags(page.tags))),
        lang=lang,
        dir=direction,
        pinned=page.pinned,
        words=words,
        minutes=max(1, math.ceil(words / WORDS_A_MINUTE)),
        headings=rendered.headings,
        extra=page.extra,
        part=part,
        parts=parts,
        is_verbatim=rendered.is_verbatim,
    )


class _Opening(NamedTuple):
    """How a page begins; see ``PageView``."""

    label: str
    excerpt: str
    blocks: tuple[TextBlock, ...]


def _opening_of(page: Page, rendered: Rendered, language: str, site_title: str) -> _Opening:
    blocks = _first_blocks(rendered)
    label = _label(page, rendered.text, blocks) or site_title
    is_essay = page.kind == "essay"
    if page.title or is_essay:  # other labels are not shown above the text
        blocks = without_title(blocks, label, is_label=not page.title)
    return _Opening(
        label,
        excerpt_of(blocks, EXCERPT_LENGTH, language),
        opening_of(blocks, OPENING_LENGTH, language) if is_essay else (),
    )


def _first_blocks(rendered: Rendered) -> tuple[TextBlock, ...]:
    """Enough blocks for an excerpt and an opening."""
    length = OPENING_LENGTH + EXCERPT_LENGTH
    if rendered.excerpts:
        return text_blocks_of(rendered.excerpts, length)
    return read_text_blocks(rendered.html, length)


_LONGEST_SHOWN = 60
"""The maximum number of characters of an address that is shown in place of a title."""


def _label(page: Page, text: str, blocks: Iterable[TextBlock]) -> str:
    """The name of a page: its title, else its first words, else the name of its file.

    Of a text with a heading, only what precedes it counts; of one that begins with it, such as
    after a picture, only the heading. A further page without a title is named after its address,
    as its first words say too little.
    """
    if page.title:
        return page.title
    if page.kind == "page":
        return title_from_slug(page.slug) or label_of(text)
    if page.link and not text.strip():
        return page.link.title or shown_address(page.link.address)
    blocks = tuple(blocks)
    heading = next((block.text for block in blocks if block.is_heading), None)
    if heading and f"\n{heading}\n" in (lines := f"\n{text}\n"):
        text = lines.partition(f"\n{heading}\n")[0].strip() or heading
    visible = " ".join(block.text for block in blocks)
    return label_of(text) or label_of(visible) or page.slug


def _link_of(page: Page) -> LinkTarget | None:
    if page.link is None:
        return None
    address = web_url(page.link.address)
    site = page.link.site or _host(page.link.address) or ""
    return LinkTarget(address, page.link.title or page.title or shown_address(address), site)


def _via_of(page: Page) -> LinkTarget | None:
    if page.via is None:
        return None
    if not page.via.address:
        return page.via if page.via.title else None
    address = web_url(page.via.address)
    site = page.via.site or _host(page.via.address) or shown_address(address)
    return LinkTarget(address, page.via.title or site, site)


def shown_address(address: str) -> str:
    """An address as people write it: without its scheme, and shortened if it is long."""
    shown = address.partition("://")[2].removeprefix("www.").rstrip("/") or address
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[: _LONGEST_SHOWN - 1]}…"


def _host(source: str | None) -> str | None:
    if not source:
        return None
    try:
        host = urlsplit(source).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
