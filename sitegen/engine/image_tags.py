"""Adds the size of a picture, its smaller versions and lazy loading to ``<img>`` in a page."""

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import NamedTuple
from urllib.parse import quote, unquote

from sitegen.hypertext import Tag, find_tags
from sitegen.views.template_records import ImageView

_IMAGE = re.compile(r"<img[\t\n\f\r /]", re.IGNORECASE)
_FROM_ROOT = re.compile(r"/(?![/\\])([^?#]*)")
_SIZES = "(max-width: 45rem) 100vw, 45rem"
"""The width of a picture: that of the window, or of the column of text."""

FindImage = Callable[[str], ImageView | None]
"""Returns a picture of the site by its address, such as ``media/a.jpg``."""


class _Edit(NamedTuple):
    start: int
    text: str


def describe_images(html: str, find: FindImage, *, is_essay: bool) -> str:
    """The HTML of a page with ``width``, ``height``, ``srcset``, ``sizes`` and ``loading``.

    What an editor wrote in a tag stays as it is.

    Args:
        html: the page; the addresses of its pictures begin with a slash.
        find: returns a picture.
        is_essay: whether the first picture is loaded at once.
    """
    return _edited(
        html,
        find,
        lambda tag, view, number: _attributes(tag, view, is_lazy=number > 0 or not is_essay),
    )


def measure_images(html: str, find: FindImage) -> str:
    """The HTML of a feed with the ``width`` and ``height`` of its pictures."""
    return _edited(html, find, lambda tag, view, _: _dimensions(tag, view))


def _edited(
    html: str, find: FindImage, attributes: Callable[[Tag, ImageView, int], Iterator[str]]
) -> str:
    if not _IMAGE.search(html):
        return html
    parts: list[str] = []
    done = 0
    for number, tag in enumerate(_images(html)):
        view = find(_address_of(tag))
        if view and (added := "".join(attributes(tag, view, number))):
            place = tag.start + len("<img")
            parts += html[done:place], added
            done = place
    return "".join((*parts, html[done:]))


def _images(html: str) -> Iterator[Tag]:
    return (tag for tag in find_tags(html, _IMAGE) if isinstance(tag, Tag) and tag.name == "img")


def _address_of(tag: Tag) -> str:
    """The address of the picture within the site; empty for one that is elsewhere."""
    source = tag.values.get("src")
    found = _FROM_ROOT.match(source.text.strip()) if source else None
    return unquote(found[1]) if found else ""


def _dimensions(tag: Tag, view: ImageView) -> Iterator[str]:
    if "width" not in tag.values and "height" not in tag.values:
        yield f' width="{view.width}" height="{view.height}"'


def _attributes(tag: Tag, view: ImageView, *, is_lazy: bool) -> Iterator[str]:
    yield from _dimensions(tag, view)
    if view.sizes and "srcset" not in tag.values:
        candidates = (f"/{quote(size.address)} {size.width}w" for size in view.sizes)
        yield f' srcset="{escape(", ".join(candidates))}"'
        if "sizes" not in tag.values:
            yield f' sizes="{_SIZES}"'
    if is_lazy and "loading" not in tag.values:
        yield ' loading="lazy"'
