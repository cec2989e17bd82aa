"""Markdown: rendering it to HTML, and escaping plain text as Markdown.

Entry points:
    rendering: renders Markdown to HTML, in one of five flavours.
    rendered_text: what it gives.
    escaping: escapes plain text, so that Markdown renders it unchanged.
    plaintext: extracts the visible text of HTML.
    sanitising: removes scripts, styles and remote images from imported HTML.

Syntax, as extensions for Python-Markdown:
    parsing: renders a text with the extensions of its flavour.
    dialect: CommonMark rules for headings, escapes, references and white space.
    references: links by label, also by labels with code or handles in them.
    containers: a line reader for lists, block quotes and fenced code, as in CommonMark.
    blocks: the parser extension that builds lists and block quotes from it.
    code: fenced and indented code, highlighted by Pygments, up to ``lexer_limits``.
    tables: tables as in GitHub Flavored Markdown.
    elements: Markdown inside HTML elements such as ``<details>``.
    footnotes: numbered footnotes.
    figures: figures with captions, and strikethrough.
    linking: links for handles, hashtags and URLs.
    link_targets: where these lead.
    link_exclusions: removes links inside other links, code and buttons.
    punctuation: typographic punctuation in what is parsed.
    quotes: typographic quotes, dashes and ellipses.
    heading_ids: the ids of headings.

Performance:
    limits: step limits that stop the parser on pathological input.
    steps: how many a text may take, and has taken.
    step_estimates: estimates of the steps that a text costs.
    processor_selection: removes the processors that a text does not need.
    direct: renders short texts with little markup without Python-Markdown.
"""

from sitegen.markdown.escaping import escape_essay, escape_post
from sitegen.markdown.rendered_text import Flavour, Heading, Rendered
from sitegen.markdown.rendering import render_markdown
from sitegen.markdown.steps import Limits

__all__ = [
    "Flavour",
    "Heading",
    "Limits",
    "Rendered",
    "escape_essay",
    "escape_post",
    "render_markdown",
]
