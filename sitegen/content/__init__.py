"""The pages under ``content/``: reads and checks each file, and orders them as a site.

- ``pages``: one Markdown file, with ``front_matter``, ``front_matter_schema`` and
  ``title_headings``.
- ``site``: all pages together, ordered (``reading_order``) and checked against each other
  (``duplicates``).
- ``visibility``: drafts, hidden pages and pages dated in the future.
- ``threads``: posts that are parts of one thread; ``editions``: posts published together.
- ``archive``, ``tags``: the pages by month, author and tag; ``slugs`` gives these their addresses.
- ``unknown_topics``, ``unpublished_files``: warnings.
"""
