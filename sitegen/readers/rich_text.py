"""Rich text, as messengers and social networks export it: spans with formats, made Markdown."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal, NamedTuple

from sitegen.readers.html import html_to_markdown

SpanKind = Literal[
    "plain", "bold", "italic", "bold italic", "strikethrough", "code", "link", "pre", "quote"
]

_TAGS: dict[SpanKind, tuple[str, ...]] = {
    "bold": ("strong",),
    "italic": ("em",),
    "bold italic": ("strong", "em"),
    "strikethrough": ("s",),
    "code": ("code",),
}
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


class Span(NamedTuple):
    """A part of a text."""

    text: str
    kind: SpanKind = "plain"
    target: str = ""
    """The address of a link, or the language of a block of code."""


def plain_of(spans: Iterable[Span]) -> str:
    """The words of a text alone."""
    return "".join(span.text for span in spans)


def is_plain(spans: Iterable[Span]) -> bool:
    """Whether nothing is marked, so that the words are all."""
    return all(span.kind == "plain" for span in spans)


def spans_to_markdown(spans: Sequence[Span]) -> str:
    """The Markdown of a text; its lines and blank lines stay, and all else is literal."""
    return html_to_markdown("".join(_blocks(spans))).markdown


def _blocks(spans: Sequence[Span]) -> Iterable[str]:
    """The paragraphs, quotations and blocks of code, as HTML."""
    inline: list[str] = []
    for span in spans:
        if span.kind not in ("pre", "quote"):
            inline.append(_inline(span))
            continue
        yield from _paragraphs("".join(inline))
        inline.clear()
        yield _code(span) if span.kind == "pre" else _quotation(span)
    yield from _paragraphs("".join(inline))


def _paragraphs(html: str) -> Iterable[str]:
    for paragraph in _BLANK_LINES.split(html.strip("\n")):
        if paragraph.strip():
            yield f"<p>{paragraph.strip()}</p>".replace("\n", "<br>")


def _inline(span: Span) -> str:
    if span.kind == "link":
        return f'<a href="{escape(span.target)}">{escape(span.text)}</a>'
    tags = _TAGS.get(span.kind, ())
    opening = "".join(f"<{tag}>" for tag in tags)
    closing = "".join(f"</{tag}>" for tag in reversed(tags))
    parts = re.split(r"(\s*\n\s*)", span.text)  # marks do not run on over blank lines
    return "".join(
        part if not part.strip() else f"{opening}{escape(part, quote=False)}{closing}"
        for part in parts
    )


def _code(span: Span) -> str:
    language = f' class="language-{escape(span.target)}"' if span.target else ""
    return f"<pre><code{language}>{escape(span.text)}</code></pre>"


def _quotation(span: Span) -> str:
    inner = "".join(_paragraphs(escape(span.text, quote=False)))
    return f"<blockquote>{inner}</blockquote>"
