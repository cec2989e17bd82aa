"""Where an element of HTML ends, for readers that take parts out of it."""

import re


def content_of(html: str, opening: re.Match[str]) -> str:
    """What is in an element, up to the end tag that belongs to it, or else to the end.

    Args:
        html: the HTML.
        opening: the start tag, with the name of the element as first group.
    """
    depth = 1
    tags = re.compile(rf"<(/?){opening[1]}\b[^>]*>", re.IGNORECASE)
    for tag in tags.finditer(html, opening.end()):
        depth += -1 if tag[1] else 1
        if not depth:
            return html[opening.end() : tag.start()]
    return html[opening.end() :]
