"""Builds the blocks of a text from the events of HTML."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Literal

from sitegen.hypertext import EndTag, Event, StartTag
from sitegen.readers.findings import LOCAL_LINK
from sitegen.readers.html import addresses, elements
from sitegen.readers.html.blocks import Block, Paragraph, Rule
from sitegen.readers.html.containers import Containers, Depths, Frame
from sitegen.readers.html.media import FILMS, Media
from sitegen.readers.html.outline import VOID, Outline, fragment_of, id_of, is_back_link, outline_of
from sitegen.readers.html.paragraphs import Paragraphs
from sitegen.readers.html.pieces import Link, Style
from sitegen.readers.html.structures import Structures

_SCHEMES = frozenset({"http", "https", "mailto"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"dir", "menu", "ol", "ul"})
_SKIPPED_ALONE = elements.SKIPPED | VOID
"""Elements that are skipped although they have no end tag."""
_SECTIONS = frozenset({"tbody", "tfoot", "thead"})
_WIKI = re.compile(r"(?:^|\s)mw-")
_NEAR = 10
"""How many events after a placeholder are examined for the picture that belongs there."""


LocalLinks = Literal["none", "from root", "all"]


class Builder:
    """Reads the events of HTML into blocks.

    Args:
        events: the events.
        base: the address that others are relative to.
        depths: how deep containers may nest.
        local_links: which links without the address of a website stay.
    """

    def __init__(
        self,
        events: Sequence[Event],
        base: str | None,
        depths: Depths,
        *,
        local_links: LocalLinks = "from root",
    ) -> None:
        self.lost: dict[str, None] = {}
        self.outline: Outline = outline_of(events)
        self.containers = Containers(depths)
        self._events = events
        self._base = base
        self._local_links = local_links
        self._text = Paragraphs(self._append)
        self.media = Media(self._text, base, self.lost)
        self._structures = Structures(self.containers, self._text, self._flush)
        self._note = ""
        """The label of the footnote that the current paragraph is."""
        self._opened = frozenset(self.outline.openers.values())
        """The labels of footnotes that are blocks."""
        self._frame_ends: dict[int, Frame] = {}
        """The open frames of other elements, by the index of the event that ends them."""
        self._language = ""
        """The language that an element around a block of code names."""
        self._language_end = 0
        self._ends_with_block = False
        """Whether the heading has no end tag."""
        self._starts = self._start_handlers()

    def _start_handlers(self) -> dict[str, Callable[[StartTag, int], None]]:
        """What reads a start tag and its index, by the name of the element."""
        return {
            "a": self._start_link,
            "blockquote": self._start_quote,
            "br": self._break,
            "dd": self._start_definition,
            "dt": self._start_term,
            "hr": self._rule,
            "input": self._structures.start_task,
            "li": self._structures.start_item,
            "ol": self._structures.start_list,
            "pre": self._start_pre,
            "listing": self._start_pre,
            "xmp": self._start_pre,
            "q": self._quotation_mark,
            "rt": self._annotation,
            "sub": self._start_script,
            "summary": self._start_summary,
            "sup": self._start_script,
            "table": self._structures.start_table,
            "td": self._structures.start_cell,
            "th": self._structures.start_cell,
            "tr": self._structures.start_row,
            **dict.fromkeys(_LISTS, self._structures.start_list),
            **dict.fromkeys(_SECTIONS, self._structures.start_section),
            **dict.fromkeys(_HEADINGS, self._start_heading),
            **dict.fromkeys(elements.STYLES, self._start_style),
            **dict.fromkeys(elements.CODES, self._start_code),
        }

    def build(self) -> list[Block]:
        """The blocks of the text, without footnotes, which are in ``containers.notes``."""
        index, count = 0, len(self._events)
        while index < count:
            index = self._read(self._events[index], index) + 1
        self._text.flush()
        self.containers.close(self.containers.root)
        if self.containers.is_too_deep:
            self.lost["nested too deep"] = None
        return self.containers.root.children

    def _append(self, block: Block) -> None:
        if self._note and isinstance(block, Paragraph):
            self.containers.notes.setdefault(self._note, []).append(block)
            self._note = ""
        else:
            self.containers.append(block)

    def _read(self, event: Event, index: int) -> int:
        """Reads an event; returns the index of the last event that is done with."""
        if self._frame_ends and index in self._frame_ends:
            self._structures.close(self._frame_ends.pop(index))
        if isinstance(event, str):
            self._text.add_text(event)
        elif isinstance(event, EndTag):
            self._end(event.name)
        elif isinstance(event, StartTag):
            return self._start(event, index)
        elif event.name == "xmp":
            self._text.add_text(event.text)
        return index

    def _start(self, tag: StartTag, index: int) -> int:
        end = self.outline.ends[index]
        if self._is_skipped(tag) and (end or tag.name in _SKIPPED_ALONE):
            return end or index
        if self._text.is_pre:
            self._start_within_pre(tag)
            return index
        if self.outline.labels:
            last = self._start_note(tag, index)
            if last is not None:
                return last
        has_address = tag.name in FILMS or (tag.attributes and elements.is_embed(tag.attributes))
        inner = self._events[index + 1 : end] if has_address else ()
        if self.media.show(tag, inner, is_placeholder=self._is_placeholder(tag, index)):
            return end or index
        start = self._starts.get(tag.name)
        if start:
            start(tag, end)
        elif tag.name in elements.BLOCKS:
            self._boundary(tag, end)
        return index

    def _is_placeholder(self, tag: StartTag, index: int) -> bool:
        """Whether a script shows another picture in its place, which ``<noscript>`` has, too."""
        if tag.name != "img":
            return False
        rest = self._events[index + 1 : index + 1 + _NEAR]
        following = (e for e in rest if not isinstance(e, EndTag))
        near = next((e for e in following if not isinstance(e, str) or e.strip()), None)
        return isinstance(near, StartTag) and near.name == "noscript"

    @cached_property
    def _is_wiki(self) -> bool:
        """Whether MediaWiki made the page, whose ``noprint`` are hints and links to other pages."""
        tags = (event for event in self._events if isinstance(event, StartTag))
        return any(_WIKI.search(tag.attributes.get("class", "")) for tag in tags)

    def _is_skipped(self, tag: StartTag) -> bool:
        name, attributes = tag.name, tag.attributes
        if name in elements.SKIPPED or elements.is_hidden(name, attributes):
            return True
        if "noprint" in elements.classes_of(attributes) and self._is_wiki:
            return True
        if name == "form":
            self.lost["form"] = None
            return True
        if name == "noscript":
            return not self.media.awaits_noscript
        return name == "a" and elements.is_heading_anchor(attributes)

    # Footnotes

    def _start_note(self, tag: StartTag, index: int) -> int | None:
        """Reads what refers to a footnote or is one; returns the same as ``_read``, or None."""
        end = self.outline.ends[index]
        if tag.name == "a" and (label := self._reference(tag)):
            self._text.add_piece("note", label)
            return end or index
        if self._open_note(tag, index):
            return index
        is_back = tag.name == "a" and is_back_link(tag.attributes, self.outline)
        return (end or index) if is_back else None

    def _reference(self, tag: StartTag) -> str:
        label = self.outline.labels.get(fragment_of(tag.attributes), "")
        return label if label and label != self.containers.label else ""

    def _open_note(self, tag: StartTag, index: int) -> bool:
        """Opens the footnote that begins here; returns whether the element is done with."""
        label = self.outline.openers.get(index)
        if label:
            self._text.flush()
            if tag.name == "li":
                self._structures.close_item()
            frame = Frame("note", tag.name, label=label)
            if self.containers.open(frame) and self.outline.ends[index]:
                self._frame_ends[self.outline.ends[index]] = frame
            return True
        label = self.outline.labels.get(id_of(tag.attributes))
        if label and label not in self._opened:
            self._text.flush()
            self._note = label
        return False

    # Blocks

    def _boundary(self, tag: StartTag, end: int) -> None:
        if tag.attributes and (language := elements.language_of(tag.attributes)):
            self._language, self._language_end = language, end
        if not self._text.follows_term:
            self._flush()
        if end and tag.attributes and elements.is_quotation(tag.attributes):
            frame = Frame("quote", tag.name)
            if self.containers.open(frame):
                self._frame_ends[end] = frame

    def _flush(self) -> None:
        self._text.flush()
        if self._ends_with_block:
            self._text.level, self._ends_with_block = 0, False

    def _rule(self, _tag: StartTag, _end: int) -> None:
        self._flush()
        self._append(Rule())

    def _break(self, _tag: StartTag, _end: int) -> None:
        self._text.add_break()

    def _start_heading(self, tag: StartTag, end: int) -> None:
        self._flush()
        self._text.level = _HEADINGS[tag.name]
        self._ends_with_block = not end

    def _start_quote(self, _tag: StartTag, _end: int) -> None:
        self._flush()
        self.containers.open(Frame("quote", "blockquote"))

    def _start_pre(self, tag: StartTag, end: int) -> None:
        self._flush()
        if "wp-block-verse" in elements.classes_of(tag.attributes):
            self._text.is_verse = True
        elif end:
            is_within = self._language_end > 0
            own = elements.language_of(tag.attributes)
            self._text.open_pre(own or (self._language if is_within else ""))
        self._language, self._language_end = "", 0

    def _start_within_pre(self, tag: StartTag) -> None:
        if tag.name == "br":
            self._text.add_break()
        elif tag.name == "code":
            self._text.set_language(elements.language_of(tag.attributes))

    def _start_term(self, _tag: StartTag, _end: int) -> None:
        self._flush()
        self._text.close_style("dt")
        self._text.open_style("dt", Style.STRONG)
        self._text.has_term = True

    def _start_definition(self, _tag: StartTag, _end: int) -> None:
        self._text.close_style("dt")
        if not self._text.end_term():
            self._flush()

    def _start_summary(self, _tag: StartTag, _end: int) -> None:
        self._flush()
        self._text.open_style("summary", Style.STRONG)

    # Inline elements

    def _start_link(self, tag: StartTag, _end: int) -> None:
        href = tag.attributes.get("href", "").strip()
        has_link = href and not addresses.is_of_service(href)
        self._text.set_link(self._link_to(href) if has_link else None)

    def _link_to(self, href: str) -> Link | None:
        if href.startswith("#"):
            self.lost["link within the page"] = None
            return None
        address = addresses.unwrapped(addresses.resolve(href, self._base))
        scheme = addresses.scheme_of(address)
        if scheme in _SCHEMES or (not scheme and self._keeps_local(address)):
            return Link(address)
        self.lost[f"link with “{scheme}:”" if scheme else LOCAL_LINK] = None
        return None

    def _keeps_local(self, address: str) -> bool:
        if self._local_links == "none" or not address or address.startswith("//"):
            return False
        return address.startswith("/") or self._local_links == "all"

    def _start_style(self, tag: StartTag, _end: int) -> None:
        if tag.is_closed:
            return  # an empty element of XHTML, such as an icon
        self._text.open_style(tag.name, elements.style_of(tag.name, tag.attributes))

    def _start_script(self, tag: StartTag, end: int) -> None:
        if end:
            self._text.open_script(tag.name)

    def _start_code(self, tag: StartTag, _end: int) -> None:
        self._text.open_code(elements.language_of(tag.attributes))

    def _quotation_mark(self, _tag: StartTag, _end: int) -> None:
        self._text.add_text("“")

    def _annotation(self, _tag: StartTag, _end: int) -> None:
        self._text.add_text("(")

    # Ends

    def _end(self, name: str) -> None:
        if self._text.is_pre and name not in _PRE and name not in elements.CONTAINERS:
            if name in elements.BLOCKS:
                self._text.end_line()
            return
        end = _ENDS.get(name)
        if end:
            end(self._text)
        elif name in elements.STYLES:
            self._text.close_style(name)
        elif name in elements.CODES:
            self._text.close_code()
        elif name in elements.CONTAINERS:
            self._flush()
            if frame := self.containers.end(name):
                self._structures.close(frame)
        elif name in elements.BLOCKS:
            self._flush()


def _end_heading(text: Paragraphs) -> None:
    text.flush()
    text.level = 0


def _end_pre(text: Paragraphs) -> None:
    text.flush()
    text.is_verse = False


def _end_summary(text: Paragraphs) -> None:
    text.flush()
    text.close_style("summary")


_PRE = frozenset({"listing", "pre", "xmp"})
_ENDS: dict[str, Callable[[Paragraphs], None]] = {
    "a": lambda text: text.set_link(None),
    "br": Paragraphs.add_break,
    "dt": lambda text: text.close_style("dt"),
    "q": lambda text: text.add_text("”"),
    "rt": lambda text: text.add_text(")"),
    "sub": Paragraphs.close_script,
    "sup": Paragraphs.close_script,
    "summary": _end_summary,
    **dict.fromkeys(_PRE, _end_pre),
    **dict.fromkeys(_HEADINGS, _end_heading),
}
