"""Reads feeds: RSS 0.9 to 2.0 and Atom.

RSS 2.0 is https://www.rssboard.org/rss-specification, RSS 1.0 is https://web.resource.org/rss/1.0/,
and Atom is RFC 4287.

- ``reading``: reads a feed
- ``entries``: the parts of an entry; ``media``: what is attached to it
- ``link_posts``: entries about a page elsewhere
- ``services``: what some services write around the texts of entries
"""

from sitegen.readers.formats.feeds.reading import READER

__all__ = ["READER"]
