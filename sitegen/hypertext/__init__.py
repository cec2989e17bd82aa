"""HTML as text: finds tags and URLs with their positions, and rewrites URLs in place.

A build changes URLs and must keep every other byte. No HTML parser that we know reports the
position of the value of an attribute: selectolax, lxml and html5lib build a tree, and serialising
that changes more than URLs. So ``tags`` implements the tokenizer of the HTML standard, and tests
compare it with such a parser. ``foreign_content`` knows what is within SVG or MathML.
``addresses`` finds URLs in attributes and style sheets, ``rewriting`` replaces them. ``headings``
prefixes the ids of headings. ``events`` reads HTML as a stream of tags and texts. ``hidden``
removes what a browser does not show.
"""

from sitegen.hypertext.addresses import (
    addresses_in,
    css_spans,
    kind_of,
    spans_in,
    without_css_escapes,
)
from sitegen.hypertext.events import EndTag, Event, StartTag, read_events
from sitegen.hypertext.rewriting import change_addresses, may_lead_from_root
from sitegen.hypertext.tags import RawText, Tag, find_pieces, find_tags, read_tag, text_of_tag

__all__ = [
    "EndTag",
    "Event",
    "RawText",
    "StartTag",
    "Tag",
    "addresses_in",
    "change_addresses",
    "css_spans",
    "find_pieces",
    "find_tags",
    "kind_of",
    "may_lead_from_root",
    "read_events",
    "read_tag",
    "spans_in",
    "text_of_tag",
    "without_css_escapes",
]
