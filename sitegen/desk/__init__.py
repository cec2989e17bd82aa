"""Curation in the browser: what the preview's server answers to the bar on posts and to the desk.

- ``api``: the requests, as JSON: acts, undo, redo, entries, the source of a page.
- ``requests``: parses and checks acts.
- ``entries``: what the browser knows of a page; ``doubts``: what in it may need an editor's eye.
- ``rendered_texts``: renders a text while it is typed.
- ``pictures``: checks and cleans pictures that are dropped into a text.
- ``external_editor``: opens a file in the editor's program.
- ``access``: which requests may change pages, and what served pages may run.

The interface itself is in ``static``: plain scripts and one style sheet, served as they are.
"""

from sitegen.desk.api import Desk, DeskReply

__all__ = ["Desk", "DeskReply"]
