"""Recognises media files by their bytes, and removes what they say about places and devices.

- ``kinds``: the kinds of files
- ``jpeg``, ``png``, ``gif``, ``riff``, ``svg``: clean pictures, and sounds in RIFF
- ``mp4``, ``webm``, ``ogg``, ``tagged_sounds``: clean films and sounds
- ``heif``: cleans AVIF and HEIC
- ``exif``, ``limits``: the orientation and the size of pictures
- ``decoding``: the pixels of pictures, with Pillow
- ``errors``: why a file cannot be published
- ``conversion``: pictures in AVIF and HEIC as JPEG or PNG, and files of any kind as they are
"""

from sitegen.media.conversion import clean_any, publishable
from sitegen.media.errors import UncleanError
from sitegen.media.kinds import MediaKind, Role, clean_media, kind_of, role_of
from sitegen.media.limits import LARGEST_FILE

__all__ = [
    "LARGEST_FILE",
    "MediaKind",
    "Role",
    "UncleanError",
    "clean_any",
    "clean_media",
    "kind_of",
    "publishable",
    "role_of",
]
