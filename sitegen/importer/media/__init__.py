"""Brings the pictures, films and sounds of dumps to ``content/media/``.

- ``planning``: which files documents show, and their new names; ``naming``: the names
- ``writing``: writes them
- ``showing``: shows them in the Markdown of a page, using ``inline_links``
"""

from sitegen.importer.media.planning import MediaFile, MediaPlan, plan_media
from sitegen.importer.media.showing import emphasised, show_media
from sitegen.importer.media.writing import write_media

__all__ = ["MediaFile", "MediaPlan", "emphasised", "plan_media", "show_media", "write_media"]
