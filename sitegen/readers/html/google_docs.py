"""Makes plain HTML of the web pages that Google Docs exports.

They say by classes what HTML says by elements: bold words, and the depth of lists, each of which
is a list of its own. Comments stand at their end.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from sitegen.hypertext import EndTag, Event, StartTag, read_events

_MARK = re.compile(r"\blst-kix_|class=\"[^\"]*\bdoc-content\b")
_RULE = re.compile(r"\.(?P<name>c\d+)\{(?P<style>[^{}]*)\}")
_SHOWN = re.compile(
    r"(?:font-weight:(?:700|bold)|font-style:italic|text-decoration:line-through)", re.IGNORECASE
)
_RAISED = re.compile(r"vertical-align:(super|sub)\b", re.IGNORECASE)
_LIST = re.compile(r"\blst-kix_[\w-]+-(?P<level>\d)\b")
_COMMENT = re.compile(r"cmnt\d+")
_COMMENT_MARK = re.compile(r"cmnt_ref\d+")
_LISTS = frozenset({"ol", "ul"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_STYLED = _HEADINGS | {"p", "span"}


def is_google_docs(html: str) -> bool:
    """Whether a page is an export of Google Docs."""
    return _MARK.search(html) is not None


def google_docs_html(html: str) -> str:
    """The page with elements for what its classes mean, and without comments."""
    events = _without_comments(list(read_events(html)))
    styles = dict(_styles_in(html))
    return "".join(map(_written, _with_nested_lists(_with_elements(events, styles))))


def _styles_in(html: str) -> Iterator[tuple[str, str]]:
    """The styles of classes that show."""
    for found in _RULE.finditer(html):
        shown = [*_SHOWN.findall(found["style"])]
        raised = _RAISED.search(found["style"])
        if shown or raised:
            yield found["name"], ";".join([*shown, raised[0] if raised else ""])


def _without_comments(events: Sequence[Event]) -> Iterator[Event]:
    """The events without comments, each a ``<div>`` at the end, and without their marks."""
    skipped = ""
    for number, event in enumerate(events):
        if skipped:
            skipped = "" if isinstance(event, EndTag) and event.name == skipped else skipped
        elif isinstance(event, StartTag) and event.name in ("div", "sup"):
            links = (e for e in events[number + 1 : number + 4] if isinstance(e, StartTag))
            link = next((e.attributes.get("id", "") for e in links if e.name == "a"), "")
            pattern = _COMMENT if event.name == "div" else _COMMENT_MARK
            if pattern.fullmatch(link):
                skipped = event.name
            else:
                yield event
        else:
            yield event


def _with_elements(events: Iterator[Event], styles: Mapping[str, str]) -> Iterator[Event]:
    """The events with ``<h1>`` for the title, and styles for the classes of words."""
    names: list[str] = []
    """What stands for the open paragraphs, headings and spans."""
    for event in events:
        if isinstance(event, StartTag) and event.name in _STYLED:
            in_heading = any(name in _HEADINGS for name in names)
            tag = _styled(event, {} if in_heading else styles)
            names.append(tag.name)
            yield tag
        elif isinstance(event, EndTag) and event.name in _STYLED and names:
            yield EndTag(names.pop())
        else:
            yield event


def _styled(tag: StartTag, styles: Mapping[str, str]) -> StartTag:
    classes = tag.attributes.get("class", "").split()
    if tag.name == "p" and "title" in classes:
        return StartTag("h1", {}, is_closed=False)
    style = ";".join(styles[name] for name in classes if name in styles)
    if tag.name != "span" or not style:
        return tag
    raised = _RAISED.search(style)
    name = ("sup" if raised[1].lower() == "super" else "sub") if raised else "span"
    return StartTag(name, {"style": style}, is_closed=False)


def _with_nested_lists(events: Iterator[Event]) -> Iterator[Event]:
    """The events with lists of greater depth within the items above them."""
    lists = _OpenLists()
    is_ended = False
    for event in events:
        is_of_list = isinstance(event, StartTag | EndTag) and event.name in _LISTS
        if is_of_list and isinstance(event, StartTag):
            is_ended = False
            yield from lists.start(event)
        elif is_of_list:
            is_ended = True  # the list may go on, or one within its last item may follow
        elif not (lists.are_open and isinstance(event, EndTag) and event.name == "li"):
            if is_ended and not (isinstance(event, str) and not event.strip()):
                is_ended = False
                yield from lists.end()
            yield event
    yield from lists.end()


class _OpenLists:
    """The lists that have not ended yet, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        """The depth and the name of each."""

    @property
    def are_open(self) -> bool:
        return bool(self._open)

    def start(self, tag: StartTag) -> Iterator[Event]:
        """Begins a list, or goes on with the one of its depth."""
        classes = tag.attributes.get("class", "")
        found = _LIST.search(classes)
        level = int(found["level"]) if found else 0
        yield from self.end(level + 1)
        is_new = "start" in classes.split() or (level, tag.name) not in self._open
        if not is_new:
            yield EndTag("li")
            return
        yield from self.end(level)
        self._open.append((level, tag.name))
        yield tag

    def end(self, level: int = 0) -> Iterator[Event]:
        """Ends the lists of this depth and deeper ones, with their last items."""
        while self._open and self._open[-1][0] >= level:
            yield EndTag("li")
            yield EndTag(self._open.pop()[1])


def _written(event: Event) -> str:
    if isinstance(event, str):
        return escape(event, quote=False)
    if isinstance(event, StartTag):
        written = "".join(f' {key}="{escape(value)}"' for key, value in event.attributes.items())
        return f"<{event.name}{written}>"
    return f"</{event.name}>" if isinstance(event, EndTag) else ""
