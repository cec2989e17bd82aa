"""Keeps in the cache what a check found in each file, so that the next parses only what changed.

A result depends on the bytes of a file, and on what all files have in common: the address of the
site, and which files there are. If that is different, every file is parsed again.
"""

import hashlib
import pickle
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from sitegen.check.parsed import ParsedFile, ParseFunction
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.checked_files import keep, load_kept
from sitegen.filesystem.files import digest_of

_NAME = "check"


class KeptResult(NamedTuple):
    """What was found in a file."""

    digest: bytes
    """Of its bytes; empty if it could not be read."""
    file: ParsedFile


KeptResults = Mapping[str, KeptResult]
"""The results by the paths of files in the output."""


class ParseChangedFunction:
    """Parses the files that changed since an earlier check; can be sent to worker processes."""

    unit = "files"

    def __init__(self, parse: ParseFunction, known: KeptResults) -> None:
        self._parse = parse
        self._known = known

    def __call__(self, names: Sequence[str]) -> list[KeptResult | None]:
        """The result of each file, in the order of ``names``; None if it is the known one."""
        return [self._result(name) for name in names]

    def _result(self, name: str) -> KeptResult | None:
        try:
            data = self._parse.read(name)
        except OSError:
            return KeptResult(b"", ParsedFile(name, is_readable=False))
        digest = digest_of(data)
        known = self._known.get(name)
        if known and known.digest == digest:
            return None
        return KeptResult(digest, self._parse.parse(name, data))


def load_results(cache: CacheFolder, parse: ParseFunction) -> KeptResults:
    """The results of an earlier check of the same files; none without such a check."""
    kept: KeptResults | None = load_kept(cache, _NAME, pickle.loads, _digest(parse))
    return kept or {}


def save_results(cache: CacheFolder, parse: ParseFunction, results: KeptResults) -> None:
    """Keeps results for the next check, if the digest has a cache that can be written.

    Two checks at once may spoil the file; its checksum shows that.
    """
    with suppress(OSError):
        keep(cache, _NAME, pickle.dumps(results, protocol=5), _digest(parse))


def _digest(parse: ParseFunction) -> bytes:
    """The digest of what all files have in common."""
    return hashlib.sha256("\0".join(parse.in_common()).encode(errors="surrogateescape")).digest()
