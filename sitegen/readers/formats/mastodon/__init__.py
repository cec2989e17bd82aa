"""Reads posts of Mastodon and of other servers of the Fediverse.

- ``archive``: archives, whose posts are ActivityPub objects
- ``statuses``: posts as Mastodon's programming interface gives them, also from Pixelfed
- ``notes``, ``mfm``: exports of Misskey and its forks, and the markup of their texts
- ``reading``: reads the posts, which the last two bring into the form of the first
"""

from sitegen.readers.formats.mastodon.archive import READER as _ARCHIVE
from sitegen.readers.formats.mastodon.notes import READER as _NOTES
from sitegen.readers.formats.mastodon.statuses import READER as _STATUSES

READERS = (_ARCHIVE, _STATUSES, _NOTES)
