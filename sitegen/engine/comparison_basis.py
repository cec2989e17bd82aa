"""The files that comparisons of posts are based on, besides the posts: when these change."""

import functools
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sitegen.configuration.settings import Config
from sitegen.filesystem.fingerprints import Stamp, stamp_of

DIGEST_SIZE = 16
"""The bytes of a digest."""
_BASIS_SUFFIXES = (".safetensors", ".json", ".toml", ".txt")
"""The suffixes of the model's and the topics' files."""
_ONLY_FOR_IMPORTS = "encoder_model"
"""The folder of the sentence encoder, which does not compare posts here."""


class ComparisonBasis(NamedTuple):
    """The files that comparisons are based on: those of the model and of the topics."""

    stamps: tuple[Stamp | None, ...] = ()
    digest: bytes = b""
    """Of their contents."""


def read_basis(config: Config, known: ComparisonBasis) -> ComparisonBasis:
    """The comparison basis; its files are read only if they may have changed."""
    paths = [path for path in _built_in() if path.suffix in _BASIS_SUFFIXES]
    if config.grouping.model:
        paths += sorted((config.root / config.grouping.model).glob("*.*"))
    if config.grouping.sections:
        paths.append(config.root / config.grouping.sections)
    stamps = tuple(map(stamp_of, paths))
    if None not in stamps and stamps == known.stamps:
        return known
    digests = [_digest_of_file(path, stamp) for path, stamp in zip(paths, stamps, strict=True)]
    return ComparisonBasis(stamps, digest_of_parts(digests))


@functools.cache
def _built_in() -> tuple[Path, ...]:
    folder = Path(__file__).parents[1] / "topics"
    return tuple(sorted(p for p in folder.rglob("*.*") if p.parent.name != _ONLY_FOR_IMPORTS))


def _digest_of_file(path: Path, stamp: Stamp | None) -> bytes:
    """The digest of a file, which is read again only if it may have changed."""
    return _digest_at(path, stamp) if stamp else digest_of_parts([_content(path)])


@functools.lru_cache(maxsize=64)
def _digest_at(path: Path, stamp: Stamp) -> bytes:  # noqa: ARG001 -- it is part of the key
    return digest_of_parts([_content(path)])


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""  # whatever uses the file reports the error


def digest_of_parts(parts: Sequence[bytes]) -> bytes:
    """A digest of parts of known lengths, except perhaps the last one."""
    return hashlib.blake2b(b"".join(parts), digest_size=DIGEST_SIZE).digest()
