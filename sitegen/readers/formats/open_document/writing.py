"""Writes the text of an OpenDocument text as HTML."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from xml.etree import ElementTree as ET

from sitegen.readers.formats.open_document.styles import Styles
from sitegen.readers.streams.xml_files import attribute, child, local_name

_IGNORED = frozenset(
    {
        *("annotation", "tracked-changes", "forms", "binary-data", "automatic-styles", "scripts"),
        *("sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls"),
        *("script", "event-listeners", "table-of-content", "alphabetical-index", "table-index"),
        *("illustration-index", "object-index", "user-index", "covered-table-cell", "notes"),
        *("font-face-decls", "placeholder", "note-citation", "hidden-paragraph", "title", "desc"),
        *("sender-email", "sender-street", "sender-postal-code", "sender-fax", "file-name"),
        *("sender-phone-private", "sender-phone-work", "sender-initials", "template-name"),
        *("description", "author-initials"),
    }
)
"""Comments, deleted text, what repeats the rest, what is no text, and what tells addresses."""
_TAGS: Mapping[str, str] = {
    "list-header": "li",
    "ruby": "ruby",
    "ruby-text": "rt",
    "table": "table",
    "table-row": "tr",
}
_HIDDEN_ROWS = ("collapse", "filter")
_MOST_SPACES = 80
_MOST_COLUMNS = 100
_HIGHEST = 999_999_999
_DEEPEST = 150
_PRE_LINES = re.compile(r"</pre>\s*<pre>")


class HtmlWriter:
    """Writes elements as HTML."""

    def __init__(self, styles: Styles) -> None:
        self.objects = 0
        """How many embedded objects, such as charts, were left out."""
        self._styles = styles
        self._notes: list[str] = []
        self._lists: list[str] = []
        """The styles of the lists around the text."""
        self._next: dict[tuple[str, str], int] = {}
        """The number with which a list of a style would go on, at each level."""
        self._depth = 0
        self._writers: Mapping[str, Callable[[ET.Element], Iterator[str]]] = {
            "h": self._heading,
            "p": self._paragraph,
            "span": self._span,
            "a": self._link,
            "list": self._list,
            "list-item": self._item,
            "note": self._note,
            "frame": self._frame,
            "table-header-rows": self._header,
            "table-cell": self._cell,
            "line-break": lambda _: iter(("<br>",)),
            "tab": lambda _: iter((" ",)),
            "s": self._spaces,
        }

    def write(self, root: ET.Element) -> str:
        """The text of a document, with its notes at the end."""
        body = child(child(root, "body"), "text")
        text = "".join(self._inner(body)) if body is not None else ""
        notes = "".join(f'<li id="note{n}">{note}</li>' for n, note in enumerate(self._notes, 1))
        return _PRE_LINES.sub("\n", text) + (f"<ol>{notes}</ol>" if notes else "")

    def _inner(self, element: ET.Element) -> Iterator[str]:
        """The content of an element."""
        yield escape(element.text or "", quote=False)
        for each in element:
            if self._depth < _DEEPEST:
                self._depth += 1
                yield from self._element(each)
                self._depth -= 1
            else:
                yield escape(" ".join(each.itertext()), quote=False)
            yield escape(each.tail or "", quote=False)

    def _element(self, element: ET.Element) -> Iterator[str]:
        name = local_name(element)
        if not name or name in _IGNORED or self._is_hidden(element, name):
            return
        if writer := self._writers.get(name):
            yield from writer(element)
        elif tag := _TAGS.get(name):
            yield from self._within(tag, element)
        else:
            yield from self._inner(element)

    def _is_hidden(self, element: ET.Element, name: str) -> bool:
        if name in ("section", "hidden-text", "conditional-text"):
            is_hidden = attribute(element, "is-hidden") == "true"
            return is_hidden or attribute(element, "display") == "none"
        if name == "content-control":
            return attribute(element, "showing-place-holder") == "true"
        if name == "table-row":
            return attribute(element, "visibility") in _HIDDEN_ROWS
        if name in ("p", "h"):
            mark = next((e for e in element.iter() if local_name(e) == "hidden-paragraph"), None)
            if mark is not None and attribute(mark, "is-hidden") != "false":
                return True
        is_styled = name in ("p", "h", "span", "a")
        return is_styled and self._styles.is_hidden(attribute(element, "style-name"))

    def _within(self, tag: str, element: ET.Element) -> Iterator[str]:
        yield f"<{tag}>"
        yield from self._inner(element)
        yield f"</{tag}>"

    def _heading(self, element: ET.Element) -> Iterator[str]:
        level = attribute(element, "outline-level") or "1"
        return self._within(f"h{level}" if re.fullmatch("[1-6]", level) else "h6", element)

    def _paragraph(self, element: ET.Element) -> Iterator[str]:
        style = attribute(element, "style-name")
        block = self._styles.block_of(style)
        yield f"<{block}>"
        yield from self._inline(self._styles.paragraph_tags(style), element)
        yield f"</{block}>"

    def _span(self, element: ET.Element) -> Iterator[str]:
        return self._inline(self._styles.tags_of(attribute(element, "style-name")), element)

    def _inline(self, tags: tuple[str, ...], element: ET.Element) -> Iterator[str]:
        yield "".join(f"<{tag}>" for tag in tags)
        yield from self._inner(element)
        yield "".join(f"</{tag}>" for tag in reversed(tags))

    def _link(self, element: ET.Element) -> Iterator[str]:
        yield f'<a href="{escape(attribute(element, "href"))}">'
        yield from self._inner(element)
        yield "</a>"

    def _list(self, element: ET.Element) -> Iterator[str]:
        around = self._lists[-1] if self._lists else ""
        self._lists.append(attribute(element, "style-name") or around)
        place = (self._lists[-1], str(len(self._lists)))
        if place in self._styles.numbered:
            start = self._start_of(element, place)
            self._next[place] = start + sum(local_name(each) == "list-item" for each in element)
            yield f'<ol start="{start}">{"".join(self._inner(element))}</ol>'
        else:
            yield from self._within("ul", element)
        self._lists.pop()

    def _start_of(self, element: ET.Element, place: tuple[str, str]) -> int:
        """The first number of a list; it may go on from another (ODF 1.3, part 3, 19.780)."""
        start = _number(self._styles.numbered[place], 1, _HIGHEST)
        goes_on = attribute(element, "continue-numbering") == "true"
        if goes_on or attribute(element, "continue-list"):
            return self._next.get(place, start)
        return start

    def _item(self, element: ET.Element) -> Iterator[str]:
        value = _number(attribute(element, "start-value"), -1, _HIGHEST)
        yield "<li>" if value < 0 else f'<li value="{value}">'
        yield from self._inner(element)
        yield "</li>"

    def _note(self, element: ET.Element) -> Iterator[str]:
        body = child(element, "note-body")
        if body is None:
            return
        self._notes.append("")
        number = len(self._notes)
        self._notes[number - 1] = "".join(self._inner(body))
        yield f'<sup><a href="#note{number}">{number}</a></sup>'

    def _frame(self, element: ET.Element) -> Iterator[str]:
        """A picture with its alternative text, or a box with text."""
        if any(local_name(each) in ("object", "object-ole") for each in element):
            self.objects += 1
            return
        picture = child(element, "image")
        if picture is not None:
            words = (child(element, name) for name in ("desc", "title"))
            alt = next((e.text for e in words if e is not None and e.text), "")
            address = attribute(picture, "href").removeprefix("./")
            yield f'<img src="{escape(address)}" alt="{escape(alt)}">'
        for each in element:
            if local_name(each) != "image":
                yield from self._element(each)

    def _header(self, element: ET.Element) -> Iterator[str]:
        text = "".join(self._inner(element))
        yield re.sub(r"<(/?)td\b", r"<\1th", text)

    def _cell(self, element: ET.Element) -> Iterator[str]:
        span, repeated = (
            _number(attribute(element, name), 1, _MOST_COLUMNS)
            for name in ("number-columns-spanned", "number-columns-repeated")
        )
        cell = f'<td colspan="{span}">{"".join(self._inner(element))}</td>'
        yield cell * repeated

    def _spaces(self, element: ET.Element) -> Iterator[str]:
        yield " " * _number(attribute(element, "c"), 1, _MOST_SPACES)


def _number(written: str, default: int, most: int) -> int:
    """A count in an attribute."""
    return min(int(written), most) if re.fullmatch(r"\d{1,9}", written) else default
