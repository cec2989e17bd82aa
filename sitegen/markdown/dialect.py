"""Extensions that align Python-Markdown's syntax with CommonMark, and set up each flavour."""

import re
import string
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import (
    HashHeaderProcessor,
    HRProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    AUTOLINK_RE,
    HTML_RE,
    IMAGE_LINK_RE,
    LINK_RE,
    AutolinkInlineProcessor,
    HtmlInlineProcessor,
    ImageInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, HTML_PLACEHOLDER_RE, STX

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_UNESCAPED = r"(?<!\\)"
_DESTINATION = re.compile(r"""\(\s*<[^<>]*>\s*(?:('[^']*'|"[^"]*"|\([^()]*\))\s*)?\)""")
_TITLE_IN_PARENTHESES = re.compile(
    r"\(\s*(?:<([^<>]*)>|([^\s<()]+))\s+\(([^()]*)\)\s*\)",
)
"""What follows ``[text]``, if the title is in parentheses: ``(</about/> (About))``."""
_RULE = r" {0,3}(?P<mark>[-_*]) *+(?:(?P=mark) *+){2,}"
_LEADING_TABS = re.compile(r"^ *\t[ \t]*", re.MULTILINE)
_SPACES_ONLY = re.compile(r"^[ \t]+$", re.MULTILINE)
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_RAW_TAG_AT_LINE_END = re.compile(rf"({HTML_PLACEHOLDER_RE.pattern})[ \t]*\n[ \t]*")
_BREAK = re.compile(r"<br(?:[\s/][^<>]*)?>", re.IGNORECASE)
_BREAK_AT_LINE_END = re.compile(rf"({_BREAK.pattern})[ \t]*\n[ \t]*", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p(?:\s[^<>]*)?>.*?</p\s*>", re.IGNORECASE | re.DOTALL)
_OTHER_LEADING_SPACE = re.compile(r"^[^\S\n \t]")


class DialectExtension(Extension):
    """The syntax that all flavours share.

    A heading has a space after its ``#``; a setext heading may span several lines. A backslash
    escapes any punctuation except ``&``. Tags and ``<https://…>`` are parsed before links.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Changes the parser."""
        md.ESCAPED_CHARS[:] = string.punctuation.replace("&", "")
        md.preprocessors.register(_WhiteSpace(md), "normalize_whitespace", 30)
        md.preprocessors.register(_Tabs(md), "sitegen_tabs", 24)
        md.parser.blockprocessors.register(_Headings(md.parser), "hashheader", 70)
        md.parser.blockprocessors.register(_SetextHeadings(md.parser), "setextheader", 60)
        md.parser.blockprocessors.register(_Rules(md.parser), "hr", 50)
        autolink = _Autolink(_UNESCAPED + AUTOLINK_RE, md)
        md.inlinePatterns.register(autolink, "autolink", 189)
        html = _Html(_UNESCAPED + HTML_RE, md)
        md.inlinePatterns.register(html, "html", 188)
        md.inlinePatterns.register(_Link(LINK_RE, md), "link", 160)
        md.inlinePatterns.register(_Image(IMAGE_LINK_RE, md), "image_link", 150)
        md.parser.blockprocessors.register(_References(md.parser), "reference", 15)
        md.treeprocessors.register(_Attributes(md), "sitegen_attributes", 16)


class LineBreakExtension(Extension):
    """A backslash at the end of a line breaks it there (CommonMark 6.7)."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the pattern after the other escapes."""
        line_end = SubstituteTagInlineProcessor(r"\\\n", "br")
        md.inlinePatterns.register(line_end, "sitegen_line_break", 101)


class SoftBreakExtension(Extension):
    """Shows a line end within a paragraph as a space, where white space is shown as it is."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processor after the one that adds a newline after each ``<br>``."""
        md.treeprocessors.register(_SoftBreaks(md), "sitegen_soft_breaks", 5)


class _SoftBreaks(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            paragraph.text = self._on_one_line(paragraph.text)
            for element in paragraph.iter():
                if element is not paragraph:
                    is_break = element.tag == "br"
                    element.text = self._on_one_line(element.text)
                    element.tail = self._on_one_line(element.tail, is_first=is_break)
        stash = self.md.htmlStash
        stash.rawHtmlBlocks = [
            _PARAGRAPH.sub(_paragraph_on_one_line, raw) if isinstance(raw, str) else raw
            for raw in stash.rawHtmlBlocks
        ]

    def _on_one_line(self, text: str | None, *, is_first: bool = False) -> str | None:
        """A text whose line ends are spaces, without spaces at its start if it ``is_first``."""
        if not text or "\n" not in text:
            return text
        text = _RAW_TAG_AT_LINE_END.sub(self._without_line_end, text)
        joined = _LINE_END.sub(" ", text)
        return joined.lstrip() if is_first else joined

    def _without_line_end(self, found: re.Match[str]) -> str:
        """The placeholder of a tag; without the line end after it if the tag is ``<br>``."""
        raw = self.md.htmlStash.rawHtmlBlocks[int(found[2])]
        is_break = isinstance(raw, str) and _BREAK.fullmatch(raw)
        return found[1] if is_break else found[0]


def _paragraph_on_one_line(found: re.Match[str]) -> str:
    return _LINE_END.sub(" ", _BREAK_AT_LINE_END.sub(r"\1", found[0]))


class ImportedExtension(Extension):
    """Syntax for imported text: keeps white space."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Changes the parser."""
        md.preprocessors.register(_ImportedWhiteSpace(md), "normalize_whitespace", 30)
        md.preprocessors.deregister("sitegen_tabs")
        md.preprocessors.register(_LeadingSpace(md), "sitegen_leading_space", 24)


class NoHtmlExtension(Extension):
    """Shows raw HTML as text."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Changes the parser."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


class PostExtension(Extension):
    """Syntax for posts: keeps line breaks and disables headings."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Changes the parser."""
        md.parser.blockprocessors.deregister("hashheader")
        md.parser.blockprocessors.deregister("setextheader")
        line_end = SubstituteTagInlineProcessor(r"(?<! ) *\n", "br")
        md.inlinePatterns.deregister("linebreak")
        md.inlinePatterns.register(line_end, "sitegen_line_end", 5)
        # It adds a newline after each break, and posts are displayed with all white space.
        md.treeprocessors.deregister("prettify")


class OutlineExtension(Extension):
    """Renumbers heading levels without gaps, starting at the top level."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processor before the table of contents is built."""
        md.treeprocessors.register(_HeadingLevels(md), "sitegen_outline", 6)


class _HeadingLevels(Treeprocessor):
    def run(self, root: Element) -> None:
        ancestors: list[int] = []
        for heading in root.iter():
            if heading.tag in _HEADINGS:
                level = int(heading.tag[1])
                while ancestors and ancestors[-1] >= level:
                    ancestors.pop()
                ancestors.append(level)
                heading.tag = f"h{len(ancestors)}"


class _OutsideDestinations(InlineProcessor):
    """Leaves the ``<`` of a link destination to the processors of links."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        if _is_destination(data, m.start()):
            return None, None, None
        return super().handleMatch(m, data)


class _Autolink(_OutsideDestinations, AutolinkInlineProcessor):
    """Addresses: ``<https://…>``."""


class _Html(_OutsideDestinations, HtmlInlineProcessor):
    """HTML tags."""


def _is_destination(data: str, start: int) -> bool:
    """Returns whether the ``<`` at ``start`` opens a link destination: ``[text](<url> "title")``.

    Only a title may follow it within the parentheses (CommonMark 6.3).
    """
    end = start
    while end and data[end - 1].isspace():
        end -= 1
    if data[max(0, end - 2) : end] != "](" or not _DESTINATION.match(data, end - 1):
        return False
    return data.find("[", 0, end - 2) >= 0


class _ParenthesisedTitles(LinkInlineProcessor):
    """Reads titles in parentheses, too (CommonMark 6.3): ``[text](url (title))``."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        """Returns the address, the title, where the link ends, and whether it is one."""
        found = _TITLE_IN_PARENTHESES.match(data, index)
        if found is None:
            return super().getLink(data, index)
        address = self.unescape(found[1] or found[2] or "").strip()
        title = self.RE_TITLE_CLEAN.sub(" ", self.unescape(found[3]))
        return address, title, found.end(), True


class _Link(_ParenthesisedTitles):
    """Links: ``[text](url)``."""


class _Image(_ParenthesisedTitles, ImageInlineProcessor):
    """Images: ``![text](url)``."""


class _References(ReferenceProcessor):
    """Link reference definitions with a ``<…>`` URL, which may contain spaces (CommonMark 4.7)."""

    RE = re.compile(
        r"""^[ ]{0,3}\[([^\[\]]*)\]:[ ]*(?:\n[ ]*)?(<[^<>\n]*>|[^\s]+)"""
        r"""[ ]*(?:\n[ ]*)?((["'])(.*)\4[ ]*|\((.*)\)[ ]*)?$""",
        re.MULTILINE,
    )


class _Attributes(Treeprocessor):
    """Restores tags in the text or title of an image or link as plain text."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in element.attrib.items():
                if STX in value:
                    element.set(name, HTML_PLACEHOLDER_RE.sub(self._as_written, value))

    def _as_written(self, found: re.Match[str]) -> str:
        raw = self.md.htmlStash.rawHtmlBlocks[int(found[1])]
        return raw if isinstance(raw, str) else ""


class _Headings(HashHeaderProcessor):
    RE = re.compile(
        r"(?:^|\n) {0,3}(?P<level>#{1,6})(?=[ \n]|$)(?P<header>[^\n]*?)(?:(?<= )#+ *)?(?:\n|$)"
    )


class _SetextHeadings(SetextHeaderProcessor):
    RE = re.compile(rf"(?P<title>(?:(?!{_RULE}\n)[^\n]+\n)+?) {{0,3}}(?P<line>=++|-++) *(?:\n|$)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        found = self.RE.match(block)
        if found:
            heading = SubElement(parent, "h1" if found["line"].startswith("=") else "h2")
            heading.text = found["title"].strip()
            blocks.insert(0, block[found.end() :])


class _Rules(HRProcessor):
    SEARCH_RE = re.compile(rf"^{_RULE}$", re.MULTILINE)


class _WhiteSpace(Preprocessor):
    """Normalizes white space as Python-Markdown does, but keeps tabs until code is extracted."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines).replace(STX, "").replace(ETX, "")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return [*_SPACES_ONLY.sub("", text).split("\n"), "", ""]


class _Tabs(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [line.expandtabs(self.md.tab_length) for line in lines]


class _ImportedWhiteSpace(Preprocessor):
    """Keeps tabs within lines."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines).replace(STX, "").replace(ETX, "").replace("\r", "")
        text = _SPACES_ONLY.sub("", text)
        text = _LEADING_TABS.sub(lambda tabs: tabs[0].expandtabs(self.md.tab_length), text)
        return [*text.split("\n"), "", ""]


class _LeadingSpace(Preprocessor):
    """Keeps leading white space other than spaces and tabs. Runs when code has been extracted."""

    def run(self, lines: list[str]) -> list[str]:
        return [
            _OTHER_LEADING_SPACE.sub(lambda space: f"{STX}{ord(space[0])}{ETX}", line)
            for line in lines
        ]
