"""Output formats: the digest as an e-mail, a book, a document to print, and pictures of its pages.

A file in an output format is an artifact of a build like a page. Its renderer reads the digest only
through a ``FormatSource``, which tracks what it reads, so that a build renders the file again only
if something in it changed.

- ``email``, ``book``, ``pdf``, ``cards``: the output formats; ``xhtml``: what the book and the
  document to print have in common
- ``planning``, ``listing``: their files; ``rendering``: the renderer of each
- ``source``, ``resolved_views``: what a renderer reads
- ``libraries``, ``system_libraries``: what they need, and how to install it
- ``markdown_copy``: a post or a topic as Markdown, to paste elsewhere
"""
