"""The folder that keeps the smaller versions of pictures between builds."""

import shutil
import tempfile
from pathlib import Path

from sitegen.engine.cache_key import CacheFolder, encoder_key

_PREFIX = "pictures-"


class ImageFolder:
    """A folder within the cache of a digest, or a temporary one if there is no cache.

    Its name tells the encoder, so that no picture of another encoder is used.
    """

    def __init__(self, cache: CacheFolder, *, is_cached: bool) -> None:
        """Finds the folder within ``cache``; it may not exist yet."""
        folder = cache.create() if is_cached or cache.path.is_dir() else None
        self._temporary = None if folder else tempfile.TemporaryDirectory(prefix="sitegen-")
        parent = folder or Path(self._temporary.name if self._temporary else "")
        self.path = parent / f"{_PREFIX}{encoder_key()}"

    def remove_others(self) -> None:
        """Removes the folders of other encoders."""
        for path in self.path.parent.glob(f"{_PREFIX}*"):
            if path != self.path:
                shutil.rmtree(path, ignore_errors=True)

    def close(self) -> None:
        """Removes a temporary folder."""
        if self._temporary:
            self._temporary.cleanup()
