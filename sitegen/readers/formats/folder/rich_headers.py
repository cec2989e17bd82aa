"""Texts that stand in the header as the nodes of an editor, as those of Bard in Statamic.

https://statamic.dev/fieldtypes/bard
"""

from dataclasses import replace
from typing import NamedTuple

from sitegen.readers.html import html_to_markdown
from sitegen.readers.markdown.header import MarkdownFile
from sitegen.readers.records.rich_trees import is_rich_tree, lost_nodes, tree_to_html

_TEXTS = ("content", "body", "text", "article", "maincontent")


class RichFile(NamedTuple):
    """A file with its text as Markdown."""

    file: MarkdownFile
    lost: tuple[str, ...] = ()
    """What Markdown cannot show."""


def with_rich_text(file: MarkdownFile) -> RichFile:
    """A file with the text that its header holds, if there is none below it."""
    found = (key for key in _TEXTS if is_rich_tree(file.fields.get(key)))
    key = "" if file.body.strip() else next(found, "")
    if not key:
        return RichFile(file)
    nodes = file.fields[key]
    converted = html_to_markdown(tree_to_html(nodes), local_links="all")
    fields = {name: value for name, value in file.fields.items() if name != key}
    lost = (f"a part of the type “{kind}”" for kind in lost_nodes(nodes))
    return RichFile(replace(file, body=converted.markdown, fields=fields), (*converted.lost, *lost))
