"""Themes: templates and static files that determine the appearance of a digest.

- ``loading``: finds a theme and those that it extends, and reads their files.
- ``manifest``: ``theme.toml``.
- ``environment``: the Jinja environment.
- ``overrides``: copies of templates in the digest's own theme.
"""
