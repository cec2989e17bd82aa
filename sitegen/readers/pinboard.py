"""What Pinboard and Delicious write into the fields of a bookmark."""

import re

from sitegen.readers.html import html_to_markdown

_HTML = re.compile(r"(?i)</(?:a|b|blockquote|code|em|i|li|ol|p|pre|strong|ul)\s*>")
_OWN_TAGS = ("for:", "system:", "via:")


def pinboard_note(written: str) -> tuple[str, bool]:
    """A note, and whether it is Markdown: Pinboard shows HTML, such as ``<blockquote>``."""
    if not _HTML.search(written):
        return written, False
    lines = re.sub(r"\s*\n\s*", "<br>", written.strip())
    return html_to_markdown(lines).markdown, True


def pinboard_tags(written: str) -> tuple[str, ...]:
    """The tags that others see, without those that begin with a dot or serve the service."""
    return tuple(
        tag for tag in written.split() if not tag.startswith((".", *_OWN_TAGS)) and tag != "no_tag"
    )
