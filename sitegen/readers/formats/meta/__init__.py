"""Reads exports of Meta's services: the posts of Threads, Instagram and Facebook.

- ``files``: which files hold posts, and whose they are
- ``records``: what a post consists of; ``mojibake``: mends their texts;
  ``names``: links accounts in them
- ``reading``: reads an export; ``parts``: one in several archives
"""

from sitegen.readers.formats.meta.reading import READERS

__all__ = ["READERS"]
