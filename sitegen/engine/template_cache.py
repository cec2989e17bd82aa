"""Keeps the compiled templates of a theme in the cache folder, as compiling them takes long."""

import marshal
from contextlib import suppress

from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.checked_files import read_checked, write_checked
from sitegen.themes.environment import CompiledTemplates

_NAME = "templates"


def load_templates(cache: CacheFolder | None) -> CompiledTemplates:
    """The compiled templates that an earlier build kept in ``cache``; none without a cache."""
    if cache:
        with suppress(Exception):  # a cache that cannot be read is ignored
            codes = marshal.loads(read_checked(cache.path / _NAME, cache.key).payload)  # noqa: S302 -- our own: the checksum is right
            return CompiledTemplates(codes)
    return CompiledTemplates()


def save_templates(compiled: CompiledTemplates, cache: CacheFolder) -> None:
    """Keeps the compiled templates for the next process, if there are new ones.

    Raises:
        OSError: they cannot be written.
    """
    if compiled.has_new and cache.path.is_dir():
        write_checked(cache.path / _NAME, cache.key, marshal.dumps(compiled.codes))
        compiled.has_new = False
