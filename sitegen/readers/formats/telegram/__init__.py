"""Reads the public channels in Telegram exports. Other chats are never parsed.

- ``chats``: the chats of an export; ``texts``, ``media``: what a message consists of
- ``documents``: makes documents; ``reading``: reads an export
"""

from sitegen.readers.formats.telegram.reading import READER

__all__ = ["READER"]
