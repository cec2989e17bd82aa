"""Reads reStructuredText, with the package docutils, as Markdown with the keys of a header.

- ``directives``: keeps what directives and roles hold that docutils does not know
- ``tree``: fits what docutils makes of a text to pages
- ``fields``: the keys at the start of a text, as Pelican and Nikola write them
"""

import importlib.util
import re
from typing import NamedTuple

from sitegen.readers.html import html_to_markdown
from sitegen.readers.markdown.header import MarkdownFile, plain_key
from sitegen.readers.restructured_text.fields import split_keys

INSTALLATION = 'pip install "sitegen[documents]"'
_SETTINGS = {
    "_disable_config": True,
    "file_insertion_enabled": False,
    "report_level": 5,
    "halt_level": 6,
    "syntax_highlight": "none",
    "initial_header_level": 2,
    "line_length_limit": 10_000_000,
    "math_output": "LaTeX",
    "trim_footnote_reference_space": True,
}
"""Nothing is read from other files or addresses, and no error ends the reading.

HTML in a text is converted as any other.
"""

_PLACEHOLDER = re.compile(r"%7[BC](filename|static|attach|photo)%7[CD]", re.IGNORECASE)
"""What Pelican writes before the path of a file, as it is in an address."""


class Restructured(NamedTuple):
    """A text in Markdown that was written in reStructuredText."""

    file: MarkdownFile
    lost: tuple[str, ...] = ()
    """What of it Markdown does not show."""


def is_installed() -> bool:
    """Whether docutils is there, which an extra installs."""
    return importlib.util.find_spec("docutils") is not None


def read_restructured(text: str, *, is_titled: bool = False) -> Restructured:
    """The Markdown of a text, and the keys at its start; docutils must be installed.

    Args:
        text: the text.
        is_titled: whether its title stands elsewhere, so that a single heading is none.
    """
    from docutils.core import publish_doctree, publish_from_doctree  # noqa: PLC0415 -- an extra
    from docutils.writers.html5_polyglot import Writer  # noqa: PLC0415

    from sitegen.readers.restructured_text.directives import keep_unknown  # noqa: PLC0415
    from sitegen.readers.restructured_text.tree import adapt_tree, fields_in  # noqa: PLC0415

    keys = split_keys(text)
    settings = {**_SETTINGS, "doctitle_xform": not (is_titled or "title" in keys.fields)}
    tree = publish_doctree(keys.body, settings_overrides=settings)
    lost = tuple(keep_unknown(tree))
    adapt_tree(tree)
    writer = Writer()
    publish_from_doctree(tree, writer=writer, settings_overrides=settings)
    converted = html_to_markdown(writer.parts["body"], local_links="all")
    markdown = _PLACEHOLDER.sub(r"{\1}", converted.markdown)
    title = tree.get("title")
    known = {plain_key(key): value for key, value in fields_in(tree)}
    fields = {**({"title": title} if title else {}), **known, **keys.fields}
    return Restructured(MarkdownFile(markdown, fields, bool(fields)), lost)
