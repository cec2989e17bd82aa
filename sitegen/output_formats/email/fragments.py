"""Reduces the HTML of a page to what mail clients show.

The elements are those that Gmail, Outlook and Apple Mail support (https://www.caniemail.com). What
they cannot show becomes something that they can: a film is a link, a check box is a sign.
"""

import re
from collections.abc import Callable, Iterator
from html import escape

from sitegen.hypertext import EndTag, Event, RawText, StartTag, read_events
from sitegen.hypertext.hidden import without_hidden
from sitegen.output_formats.email.directions import DIRECTIONS, with_directions
from sitegen.views.template_records import ImageView

FindImage = Callable[[str], ImageView | None]
"""Returns a picture of the site by its address, such as ``media/a.jpg``."""

COLUMN = 600
"""The width of the mail in pixels; Outlook shows a picture as wide as it is unless told."""

_KEPT = frozenset(
    {"a", "b", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "i"}
    | {"img", "li", "ol", "p", "pre", "s", "span", "strong", "sub", "sup", "u", "ul"}
    | {"table", "tbody", "td", "tfoot", "th", "thead", "tr", "div"}
)
_RENAMED = {
    "bdi": "span",
    "dd": "blockquote",
    "details": "div",
    "dl": "div",
    "dt": "div",
    "figcaption": "div",
    "figure": "div",
    "h1": "h2",
    "ins": "u",
    "summary": "div",
}
_MEDIA = frozenset({"audio", "iframe", "video"})
_CONTENT_REMOVED = {"script", "style", "svg", "math", "template", "object", "select", "rp"}
_KEPT_ATTRIBUTES = {
    "a": ("href",),
    "ol": ("start",),
    "td": ("align", "colspan", "rowspan"),
    "th": ("align", "colspan", "rowspan"),
}
_EMPTY = frozenset({"br", "hr", "img"})
_EMPTY_PARAGRAPH = re.compile(r"<p>\s*</p>\s*")
_SPACES = re.compile(r" {2,}")
_LEADING_SPACES = re.compile(r"^ | {2,}")


def mail_fragment(html: str, find_image: FindImage, *, keeps_spaces: bool = False) -> str:
    """The HTML of a page's text for a mail.

    Args:
        html: the HTML of a page's text; the addresses of pictures of the site begin with a slash.
        find_image: returns a picture of the site.
        keeps_spaces: whether several spaces in a row are shown, as in posts.
    """
    pieces = _Fragment(find_image, keeps_spaces=keeps_spaces).pieces(_clean(html))
    return _EMPTY_PARAGRAPH.sub("", "".join(pieces))


def _clean(html: str) -> str:
    """The HTML, balanced, without what is hidden or could do anything but show text."""
    import nh3  # noqa: PLC0415 -- only for the e-mail

    return nh3.clean(
        without_hidden(html),
        tags=_KEPT | _RENAMED.keys() | _MEDIA | {"input", "rt"},
        clean_content_tags=_CONTENT_REMOVED,
        attributes={
            "*": {"dir", "lang", "class"},
            "a": {"href"},
            "img": {"src", "alt", "width", "height"},
            "input": {"type", "checked"},
            "ol": {"start"},
            **{name: {"src", "aria-label", "title"} for name in _MEDIA},
            **{name: {"align", "colspan", "rowspan"} for name in ("td", "th")},
        },
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )


class _Fragment:
    """Rewrites one fragment, tag by tag."""

    def __init__(self, find_image: FindImage, *, keeps_spaces: bool) -> None:
        self._find_image = find_image
        self._keeps_spaces = keeps_spaces
        self._skipped: str | None = None
        """The element whose content is being left out."""
        self._paragraphs = 0
        self._begins_line = False
        """Whether what follows is at the beginning of a line of a paragraph."""
        self._spans: list[bool] = []
        """For each open ``<span>``, whether it is kept: one without attributes is not."""

    def pieces(self, html: str) -> Iterator[str]:
        """The pieces of the fragment."""
        events = read_events(html) if html.isascii() else with_directions([*read_events(html)])
        for event in events:
            if self._skipped:
                if isinstance(event, EndTag) and event.name == self._skipped:
                    self._skipped = None
            else:
                yield from self._piece(event)

    def _piece(self, event: Event) -> Iterator[str]:
        match event:
            case StartTag():
                yield from self._start(event)
            case EndTag(name):
                yield from self._end(name)
            case RawText():
                return
            case _:
                shown = escape(event, quote=False)
                if self._keeps_spaces and self._paragraphs:
                    spaces = _LEADING_SPACES if self._begins_line else _SPACES
                    shown = spaces.sub(_unbreakable, shown)
                yield shown
                self._begins_line = False

    def _start(self, tag: StartTag) -> Iterator[str]:
        self._begins_line = tag.name in {"br", "p"} or self._begins_line
        if tag.name in _MEDIA:
            self._skipped = tag.name
            yield _media_link(tag)
        elif "footnote-backref" in tag.attributes.get("class", ""):
            self._skipped = tag.name
        elif tag.name == "img":
            yield self._image(tag)
        elif tag.name == "input":
            yield "☑" if "checked" in tag.attributes else "☐"
        elif tag.name == "rt":
            yield "("
        else:
            self._paragraphs += tag.name == "p"
            name = _RENAMED.get(tag.name, tag.name)
            attributes = _attributes(tag, name)
            if name == "span":
                self._spans.append(bool(attributes))
            if name != "span" or attributes:
                yield f"<{name}{attributes}>"

    def _end(self, name: str) -> Iterator[str]:
        if name == "rt":
            yield ")"
        elif name not in _EMPTY | _MEDIA and (name not in {"bdi", "span"} or self._spans.pop()):
            self._paragraphs -= name == "p"
            yield f"</{_RENAMED.get(name, name)}>"

    def _image(self, tag: StartTag) -> str:
        """The picture with the width that it has in the mail, which Outlook needs."""
        source, alt = tag.attributes.get("src", ""), tag.attributes.get("alt", "")
        view = self._find_image(source.lstrip("/")) if source.startswith("/") else None
        width = str(view.width) if view else tag.attributes.get("width", "")
        sized = f' width="{min(int(width), COLUMN)}"' if width.isdecimal() else ""
        return f'<img src="{escape(source)}" alt="{escape(alt)}"{sized}>' if source else escape(alt)


def _attributes(tag: StartTag, name: str) -> str:
    kept = ("dir", "lang", *_KEPT_ATTRIBUTES.get(name, ()))
    values = {key: tag.attributes[key] for key in kept if key in tag.attributes}
    if tag.name == "bdi":
        values.setdefault("dir", "auto")
    if tag.attributes.get("class") in DIRECTIONS:
        values["class"] = tag.attributes["class"]
    if tag.name in {"figcaption", "summary", "dt"}:
        values["class"] = "caption" if tag.name == "figcaption" else "term"
    return "".join(f' {key}="{escape(value)}"' for key, value in values.items())


def _media_link(tag: StartTag) -> str:
    """A link to a film or a sound, named by its description or its file."""
    source = tag.attributes.get("src", "")
    name = tag.attributes.get("aria-label") or tag.attributes.get("title")
    label = name or source.rpartition("/")[2] or source
    return f'<a href="{escape(source)}">▶ {escape(label)}</a>' if source else ""


def _unbreakable(found: re.Match[str]) -> str:
    """As many spaces, of which only the last can be the end of a line."""
    return "\u00a0" * (len(found[0]) - 1) + " " if len(found[0]) > 1 else "\u00a0"
