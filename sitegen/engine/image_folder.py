"""The folder that keeps the smaller versions of pictures between builds."""

import shutil
import tempfile
from pathlib import Path

from sitegen.engine.cache_key import FOLDER, cache_folder, encoder_key

_PREFIX = "pictures-"


class ImageFolder:
    """A folder within the cache of a digest, or a temporary one if there is no cache.

    Its name tells the encoder, so that no picture of another encoder is used.
    """

    def __init__(self, root: Path, *, is_cached: bool) -> None:
        """Finds the folder for the digest in ``root``; it may not exist yet.

        Args:
            root: the digest's folder.
            is_cached: whether a cache folder may be created.
        """
        cache = cache_folder(root) if is_cached or (root / FOLDER).is_dir() else None
        self._temporary = None if cache else tempfile.TemporaryDirectory(prefix="sitegen-")
        parent = cache or Path(self._temporary.name if self._temporary else "")
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
