"""Reads Markdown as generators, exporters and note programs write it.

- ``header``: the header in YAML, TOML or JSON; ``fields``: what it says; ``publication``: whether
  the text was published; ``states``: the states of texts that are not known
- ``body``: makes plain Markdown of the text, with ``shortcodes``, ``wordpress_codes``,
  ``directives``, ``indented_blocks``, ``components``, ``obsidian``, ``logseq``, ``silverbullet``,
  ``ikiwiki``, ``raw_html``, ``links`` and ``wrapping``;
  ``literals`` protects code meanwhile; ``players``: addresses of films
- ``kirby``, ``lektor``: the fields of a text file of Kirby and Lektor; ``kirbytags``: tags in its
  text
- ``titles``: titles from headings; ``headings``: their ids; ``pictures``: what the text shows
- ``file_names``: what the name of a file says
"""
