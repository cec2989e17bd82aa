"""HTML as text: its tags, and the addresses in it, each with the place where it stands.

A build changes addresses and must leave every other byte as it is. No HTML parser that we know
tells where the value of an attribute stands: selectolax, lxml and html5lib build a tree, and to
write that tree out again changes more than addresses. So ``tags`` goes through the text by the
tokenizer of the HTML standard, and tests hold what it finds against such a parser.
"""

from sitegen.hypertext.addresses import css_spans, kind_of, spans_in, without_css_escapes
from sitegen.hypertext.rewriting import change_addresses, may_lead_from_root
from sitegen.hypertext.tags import RawText, Tag, find_tags

__all__ = [
    "RawText",
    "Tag",
    "change_addresses",
    "css_spans",
    "find_tags",
    "kind_of",
    "may_lead_from_root",
    "spans_in",
    "without_css_escapes",
]
