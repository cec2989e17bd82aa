"""Renders short texts with little markup directly, many times faster than Python-Markdown.

Python-Markdown is the reference: this package renders a text as it does, to the byte, or declines
the text. ``blocks`` splits a text into paragraphs, lists, quotations and fenced code, and ``spans``
renders the text within a block. ``styles`` has the rules in which the flavours differ.
"""

from sitegen.markdown.direct.blocks import render_directly

__all__ = ["render_directly"]
