"""Recognises the documents of a dump that earlier imports have seen, also after edits.

- ``renamed_dumps``: a dump that was imported under another name
- ``marked_cuts``: cuts a text as the editor marked it before
- ``matching``: gives each document the id of an earlier one, or a new one

  - ``dated_marks``: by its date, with its title or its text
  - ``resplit``: by the words of several, if they were only split or joined differently
  - ``similar_documents``: by the words that it shares with one earlier document
"""
