"""Takes the SVG out of the HTML of a page, so that a book holds it as a picture."""

import re
from html import escape, unescape

from sitegen.media.decoding import UnreadableImageError
from sitegen.output_formats.xhtml.drawings import make_drawing

_DRAWING = re.compile(r"<svg\b([^>]*)>(.*?)</svg\s*>", re.DOTALL | re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title\s*>", re.DOTALL | re.IGNORECASE)
_LABEL = re.compile(r"""\saria-label\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'


def take_drawings(html: str) -> tuple[str, dict[str, bytes]]:
    """The HTML with an image in place of each SVG, and the pictures by the sources of the images.

    An SVG that is not well-formed leaves its text.
    """
    drawings: dict[str, bytes] = {}

    def image(found: re.Match[str]) -> str:
        namespace = "" if "xmlns=" in found[1] else _NAMESPACE
        try:
            data = make_drawing(f"<svg{found[1]}{namespace}>{found[2]}</svg>".encode())
        except UnreadableImageError:
            return _TAG.sub(" ", found[2])
        source = f"/inline-drawing-{len(drawings)}"
        drawings[source] = data
        return f'<img src="{source}" alt="{escape(_description(found))}">'

    return (_DRAWING.sub(image, html), drawings) if "<svg" in html.lower() else (html, drawings)


def _description(found: re.Match[str]) -> str:
    label, title = _LABEL.search(found[1]), _TITLE.search(found[2])
    text = (label[1] or label[2] or "") if label else title[1] if title else ""
    return " ".join(unescape(_TAG.sub(" ", text)).split())
