"""Curation: the editor's acts on the pages under ``content/``, and the journal that undoes them.

- ``acts``: what an editor can do with a page or a topic.
- ``library``: the pages and topics of a digest, as acts look them up.
- ``page_edits``, ``page_moves``, ``topic_edits``, ``edition_closing``: turn an act into changes of
  files.
- ``page_media``: the pictures that only certain pages show.
- ``planning``: the changes of any act, and its description.
- ``changes``: the content of files before and after an act.
- ``journal``, ``journal_folder``: all acts so far; what undo and redo would do.
- ``curator``: carries out acts, undoes and redoes them, and completes what was interrupted.

The command line and the preview's server use ``Curator``; neither changes pages on its own.
"""
