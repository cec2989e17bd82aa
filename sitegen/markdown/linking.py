"""Links handles, hashtags and URLs when Markdown is rendered."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from sitegen.configuration.settings import LinkConfig
from sitegen.markdown.link_exclusions import GeneratedLink, LinkExclusions
from sitegen.markdown.link_targets import url_of
from sitegen.text.labels import link_at

_LINK_START = r"(?i:https?)://|[@#]"
_ATTRIBUTE_LIST = r"\{[^{}\n]*+\}"

_AFTER_TAGS = 185
_AFTER_INLINE = 15
"""Priorities; Python-Markdown uses 190 to 5 for patterns and 20 to 0 for tree processors."""


class LinkExtension(Extension):
    """Links what ``sitegen.text.labels.find_links`` finds, and parses no Markdown within it.

    Args:
        links: the URL patterns for handles and hashtags.
        attribute_lists: whether ``{#id}`` is an attribute list rather than a hashtag.
    """

    def __init__(self, links: LinkConfig, *, attribute_lists: bool) -> None:
        super().__init__()
        self.links = links
        self.pattern = f"{_ATTRIBUTE_LIST}|{_LINK_START}" if attribute_lists else _LINK_START

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Registers the processors."""
        md.inlinePatterns.register(_Links(self.pattern, self.links), "sitegen_links", _AFTER_TAGS)
        md.treeprocessors.register(LinkExclusions(md), "sitegen_link_exclusions", _AFTER_INLINE)


class _Links(InlineProcessor):
    def __init__(self, pattern: str, links: LinkConfig) -> None:
        super().__init__(pattern)
        self.links = links

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int, int]:
        span = link_at(data, m.start())
        if span is None:
            return None, m.start(), m.end()
        text = _literal(data[span.start : span.end])
        url = url_of(span, self.links)
        if not url:
            return text, span.start, span.end
        link = GeneratedLink("a", href=_literal(url))
        link.text = AtomicString(text)
        return link, span.start, span.end


def _literal(text: str) -> str:
    """Protects ampersands, so that they do not start entities."""
    return text.replace("&", f"{AMP_SUBSTITUTE}amp;")
