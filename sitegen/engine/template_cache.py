"""Keeps the compiled templates of a theme in the cache folder, as compiling them takes long."""

import marshal

from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.checked_files import keep, load_kept
from sitegen.themes.environment import CompiledTemplates

_NAME = "templates"


def load_templates(cache: CacheFolder | None) -> CompiledTemplates:
    """The compiled templates that an earlier build kept in ``cache``; none without a cache."""
    codes = load_kept(cache, _NAME, marshal.loads)  # our own: the checksum is right
    return CompiledTemplates(codes) if codes else CompiledTemplates()


def save_templates(compiled: CompiledTemplates, cache: CacheFolder) -> None:
    """Keeps the compiled templates for the next process, if there are new ones.

    Raises:
        OSError: they cannot be written.
    """
    if compiled.has_new:
        keep(cache, _NAME, marshal.dumps(compiled.codes))
        compiled.has_new = False
