"""Converts HTML to clean Markdown.

- ``converting``: HTML to Markdown, as sitegen shows it
- ``simple``: paragraphs of plain words with links, without parsing
- ``plain``: plain texts and titles
- ``outline``: finds the ends of elements and the footnotes, before anything else
- ``building``: reads tags and texts into blocks, with ``structures``,
  ``containers`` and ``paragraphs``
- ``media``: pictures, films and players; ``cards``: what scripts of Substack show
- ``tables``: tables
- ``elements``: what elements and their attributes mean
- ``pieces``: inline content; ``scripts``: superscripts and subscripts
- ``blocks``, ``inline``, ``escaping``, ``addresses``: write Markdown
- ``wordpress``, ``shortcodes``, ``code_shortcodes``, ``stored_blocks``, ``stored_notes``: what
  WordPress stores becomes HTML
- ``restricted``: passages of WordPress that are not for everyone
- ``google_docs``: pages that Google Docs exports become plain HTML
- ``attachments``: what it refers to by number
- ``extent``: where one element ends; ``surroundings``: what stands around an article
- ``models``: the result
"""

from sitegen.readers.html.attachments import Attachment, Attachments
from sitegen.readers.html.building import LocalLinks
from sitegen.readers.html.converting import html_to_markdown
from sitegen.readers.html.google_docs import google_docs_html, is_google_docs
from sitegen.readers.html.inline import image_markdown
from sitegen.readers.html.models import HtmlText, Image
from sitegen.readers.html.plain import plain_text, unescape_title
from sitegen.readers.html.wordpress import WordPressHtml, wordpress_html

__all__ = [
    "Attachment",
    "Attachments",
    "HtmlText",
    "Image",
    "LocalLinks",
    "WordPressHtml",
    "google_docs_html",
    "html_to_markdown",
    "image_markdown",
    "is_google_docs",
    "plain_text",
    "unescape_title",
    "wordpress_html",
]
