"""Collects example texts for each topic, which new documents are compared with."""

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath

from sitegen.configuration.settings import Config
from sitegen.content.pages import TOPIC_PAGE_NAME
from sitegen.importer.existing import ExistingContent, ExistingPage
from sitegen.importer.ledger import Ledger
from sitegen.models import Topic

_MOST_EXAMPLES = 200
"""The most pages of a topic that are used; more do not improve the result."""
_HEADER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def examples_of(
    config: Config, offered: Sequence[Topic], existing: ExistingContent, ledger: Ledger
) -> dict[str, list[str]]:
    """The example texts of each offered topic, by its slug.

    These are the examples declared in the configuration, then the pages in the topic's folder,
    starting with those that the editor moved there.
    """
    pages: dict[str, list[ExistingPage]] = defaultdict(list)
    for path, page in existing.pages.items():
        if page.topic and path.name != TOPIC_PAGE_NAME:
            pages[page.topic].append(page)
    examples: dict[str, list[str]] = defaultdict(list)
    for topic, declared in zip(offered, config.topics, strict=False):
        examples[topic.slug] += declared.examples
    for topic in offered:
        moved_first = sorted(pages[topic.slug], key=lambda page: not _is_moved(page, ledger))
        examples[topic.slug] += [text_of(page) for page in moved_first[:_MOST_EXAMPLES]]
    return {slug: texts for slug, texts in examples.items() if texts}


def _is_moved(page: ExistingPage, ledger: Ledger) -> bool:
    entry = ledger.pages.get(page.id or "")
    return entry is not None and PurePosixPath(entry.path).parent != page.path.parent


def text_of(page: ExistingPage) -> str:
    """A page's text without front matter and without Markdown escapes."""
    source = page.data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    return _ESCAPE.sub("", _HEADER.sub("", source))
