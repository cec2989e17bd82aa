"""Themes: templates and static files that determine the appearance of a digest.

- ``loading``: finds a theme and those that it extends, and reads their files.
- ``manifest``: ``theme.toml``.
- ``look``: the colours and the typeface of a theme.
- ``environment``: the Jinja environment; ``compiling``: makes compiled templates faster;
  ``constant_parts``: finds the parts that are the same on many pages.
- ``overrides``: copies of templates in the digest's own theme.
"""
