"""The headings of a text in Markdown, and the ids that they have on its page."""

import re
from collections.abc import Iterator

from sitegen.markdown.heading_ids import heading_id
from sitegen.readers.markdown.literals import split_code
from sitegen.readers.markdown.titles import plain_words

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<words>[^\n]+)$", re.MULTILINE)


def heading_ids_in(text: str) -> Iterator[str]:
    """The ids of the headings; of several with the same words, the later ones have a number."""
    seen: dict[str, int] = {}
    for is_code, block in split_code(text):
        if is_code:
            continue
        for found in _HEADING.finditer(block):
            plain = heading_id(plain_words(found["words"].rstrip().rstrip("#")))
            number = seen[plain] = seen.get(plain, -1) + 1
            yield f"{plain}_{number}" if number else plain
