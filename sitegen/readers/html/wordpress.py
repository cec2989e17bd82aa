"""Makes HTML of what WordPress stores: classic texts, blocks and shortcodes.

WordPress stores a classic text without paragraphs; it adds them when it shows a page
(``wpautop`` in https://github.com/WordPress/WordPress/blob/master/wp-includes/formatting.php).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.readers.html.attachments import Attachments
from sitegen.readers.html.code_shortcodes import replace_code_elements
from sitegen.readers.html.restricted import without_restricted_blocks
from sitegen.readers.html.shortcodes import Shortcodes
from sitegen.readers.html.stored_blocks import StoredBlocks
from sitegen.readers.html.stored_notes import Note, notes_html, parse_notes

_BLOCK_COMMENT = re.compile(r"<!--\s+/?wp:")
_FREEFORM = re.compile(
    r"<!--\s+wp:(?:core/)?freeform\s+-->(.*?)<!--\s+/wp:(?:core/)?freeform\s+-->", re.DOTALL
)
_PARAGRAPH_MARK = re.compile(r"<!-- /?wp:paragraph(?: \{[^<>-]*\})? -->")
"""The comment around a paragraph, of which HTML knows as much as it says."""
_END_OF_FREEFORM = re.compile(r"<!--\s+/wp:(?:core/)?freeform\s+-->")
_BLOCK = (
    "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area"
    "|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header"
    "|footer|nav|figure|figcaption|details|menu|summary|iframe|video|audio|object|center"
)
_KEPT = re.compile(r"<(pre|script|style|svg|textarea|math)\b|\0\d+\0", re.IGNORECASE)
_TOKEN = re.compile(
    rf"(?P<block></?(?:{_BLOCK})(?=[\s/>])[^<>]*>|<!--(?:more|nextpage)\b[^<>]*-->)"
    r"|(?P<comment><!--(?:[^-]|-(?!->))*+(?:-->|\Z))|(?P<tag><[A-Za-z/][^<>]*>)",
    re.IGNORECASE,
)
_BREAK_TAG = re.compile(r"<br\s*/?>\s*", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n\s*\n")
_STASHED = re.compile(r"\x00(\d+)\x00")
_NONE = Attachments()


@dataclass(frozen=True, slots=True)
class WordPressHtml:
    """The content of a WordPress post as HTML."""

    html: str
    unknown: Mapping[str, int]
    """How often each shortcode was dropped that only a plugin knows, by its name."""
    missing: Mapping[str, int]
    """How many things of each kind the text refers to that are not known."""


def wordpress_html(
    text: str, attachments: Attachments = _NONE, footnotes: str = ""
) -> WordPressHtml:
    """The HTML that WordPress shows of the content of a post.

    Args:
        text: the content as stored: ``content:encoded``.
        attachments: what it may refer to by number.
        footnotes: the custom field with the footnotes of the block editor.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    stashed: list[str] = []

    def stash(html: str) -> str:
        stashed.append(html)
        return f"\0{len(stashed) - 1}\0"

    blocks = StoredBlocks(attachments)
    public = without_restricted_blocks(blocks.resolve(text))
    codes = Shortcodes(attachments)
    html = codes.replace(replace_code_elements(public.html, stash), stash)
    html = _with_freeform(html) if _BLOCK_COMMENT.search(html) else add_paragraphs(html)
    html = _STASHED.sub(lambda found: stashed[int(found[1])], html)
    own_notes = (
        Note(f"shortcode-note-{number}", note) for number, note in enumerate(codes.notes, 1)
    )
    html += notes_html((*parse_notes(footnotes), *own_notes))
    blocks.missing["a passage that not everyone sees"] += public.left_out + codes.restricted
    html = _PARAGRAPH_MARK.sub("", html)
    return WordPressHtml(html, dict(codes.unknown), dict(+blocks.missing))


def _with_freeform(html: str) -> str:
    """Blocks, with paragraphs added to those that hold a classic text."""
    end = max((found.end() for found in _END_OF_FREEFORM.finditer(html)), default=0)
    return _FREEFORM.sub(lambda found: add_paragraphs(found[1]), html[:end]) + html[end:]


def add_paragraphs(text: str) -> str:
    """The text with ``<p>`` in place of blank lines, and ``<br>`` in place of line ends.

    Blocks stay as they are, and line ends next to them are no breaks.
    """
    parts: list[str] = []
    done = 0
    for start, end in _kept_spans(text):
        parts += _paragraphs_in(text[done:start]), text[start:end]
        done = end
    return "".join([*parts, _paragraphs_in(text[done:])])


def _kept_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where code and scripts are, whose line ends are kept."""
    position = 0
    unclosed: set[str] = set()
    while found := _KEPT.search(text, position):
        name = (found[1] or "").lower()
        position = found.end()
        if name in unclosed:
            continue
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE) if name else None
        closed = closing.search(text, position) if closing else found
        if closed is None:
            unclosed.add(name)
            continue
        position = closed.end()
        yield found.start(), position


def _paragraphs_in(text: str) -> str:
    text = _BREAK_TAG.sub("<br>", text)
    parts: list[str] = ["<p>"]
    done = 0
    is_after_block = True
    for found in _TOKEN.finditer(text):
        between = text[done : found.start()]
        is_block = found["block"] is not None
        parts.append(_breaks_in(between, after=is_after_block, before=is_block))
        if found["tag"]:
            is_after_block = False
        else:
            is_after_block = is_block or (is_after_block and not between.strip())
        parts.append("<p>" if found[0].startswith("<!--") and is_block else found[0])
        done = found.end()
    return "".join([*parts, _breaks_in(text[done:], after=is_after_block, before=True)])


def _breaks_in(text: str, *, after: bool, before: bool) -> str:
    """The text with its line ends as tags.

    Args:
        text: a text without tags.
        after: whether it comes after a block.
        before: whether it comes before a block.
    """
    if "\n" not in text:
        return text
    if after:
        text = text.lstrip("\n\t ")
    if before:
        text = text.rstrip("\n\t ")
    return _BLANK_LINES.sub("<p>", text).replace("\n", "<br>\n")
