"""Compares posts: the task functions that any process can run, and what these load."""

import functools
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.configuration.settings import Config
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.checked_files import begins_with, keep, load_kept
from sitegen.engine.comparison_basis import ComparisonBasis, read_basis
from sitegen.engine.executors import Executor, SerialExecutor, StandbyExecutor
from sitegen.engine.related_groups import Earlier
from sitegen.errors import ConfigError
from sitegen.processes.standby import Standby
from sitegen.topics.numpy_loading import load_numpy

if TYPE_CHECKING:
    from sitegen.topics.scoring_tables import ScoringTables

COUNT = 3
"""The maximum number of related posts of a post."""

_TABLES = "tables"
"""The file in the cache folder with what texts are scored with."""


@contextmanager
def comparing_executor(cache: CacheFolder) -> Iterator[Executor]:
    """An executor for comparing a few posts, in which the imports take longest.

    If an earlier build with this cache compared posts, these begin now, in another process, unless
    this one has imported all that.
    """
    is_ready = "sitegen.topics.related_texts" in sys.modules
    if is_ready or not begins_with(cache.path / _TABLES, cache.key):
        yield SerialExecutor()
        return
    with closing(Standby(_import_comparison)) as standby:
        yield StandbyExecutor(standby)


def _import_comparison() -> None:
    load_numpy()
    from sitegen.topics import related_texts  # noqa: PLC0415 -- slow to import
    from sitegen.topics.embeddings import load_model  # noqa: PLC0415 -- slow to import

    _ = related_texts
    load_model()


def prepare_comparison(config: Config, cache: CacheFolder | None) -> None:
    """Loads what many texts are compared with, which takes long; ``find_related`` needs it then.

    What cannot be loaded is an error of ``find_related``, if there is anything to compare.
    """
    with suppress(ConfigError):
        SketchFunction(config, cache, read_basis(config, ComparisonBasis()).digest).prepare()


def release_comparison() -> None:
    """Frees what many texts were compared with, a fourth of a build’s memory.

    An edit loads it again, most of it from the cache.
    """
    from sitegen.topics.related_texts import release_tables  # noqa: PLC0415 -- slow to import

    _tables_of.cache_clear()
    release_tables()


class SketchFunction:
    """Computes the sketches of texts; can be sent to other processes."""

    unit = "posts compared"

    def __init__(self, config: Config, cache: CacheFolder | None, basis: bytes) -> None:
        """Describes the comparison.

        Args:
            config: names the model and the topics.
            cache: has the tables, if an earlier build made them; else they are kept there.
            basis: the digest of the comparison basis.
        """
        root, grouping = config.root, config.grouping
        self._model = root / grouping.model if grouping.model else None
        self._sections = root / grouping.sections if grouping.sections else None
        self._cache = cache
        self._basis = basis

    def __call__(self, texts: "Sequence[ProfiledText]") -> list[bytes]:
        """The packed sketch of each text.

        Raises:
            ConfigError: the model or the file of topics cannot be read.
        """
        model, tables = self.prepare()
        from sitegen.topics.related_texts import sketch_texts  # noqa: PLC0415 -- slow to import

        sketches = sketch_texts(
            [text for text, _ in texts],
            [profile for _, profile in texts],
            model=model,
            sections=self._sections,
            tables=tables,
        )
        return sketches.packed()

    def prepare(self) -> "tuple[Path, ScoringTables]":
        """Loads what forked processes share: the model, and the tables that texts are scored with.

        Raises:
            ConfigError: the model or the file of topics cannot be read.
        """
        load_numpy()
        from sitegen.topics.embeddings import BUILT_IN  # noqa: PLC0415 -- slow to import

        model = self._model or BUILT_IN
        return model, _tables_of(model, self._sections, self._cache, self._basis)


class ProfiledText(NamedTuple):
    """A text with its topic profile, as a line; that is empty if none is known."""

    text: str
    profile: str


class RelateFunction:
    """Finds the related posts within groups; can be sent to other processes."""

    unit = "groups of posts compared"

    def __call__(self, groups: "Sequence[ChangedGroup]") -> list[tuple[tuple[int, ...], ...]]:
        """The indexes of the related posts of each post of each group."""
        return [self._relate(group) for group in groups]

    def _relate(self, group: "ChangedGroup") -> tuple[tuple[int, ...], ...]:
        load_numpy()
        from sitegen.topics.related_texts import relate, unpack_sketches  # noqa: PLC0415 -- numpy is slow to import

        packed, texts, earlier = group
        found = relate(unpack_sketches(packed), texts, COUNT, earlier.found, earlier.gone)
        return tuple(map(tuple, found))


class ChangedGroup(NamedTuple):
    """A group in which related posts must be found."""

    packed: Sequence[bytes]
    """The sketches of its texts."""
    texts: Sequence[str]
    earlier: Earlier


@functools.lru_cache(maxsize=1)
def _tables_of(
    model: Path, sections: Path | None, cache: CacheFolder | None, basis: bytes
) -> "ScoringTables":
    """The tables of these topics and this model: from memory, from the cache, or made now.

    The model is loaded, too; it is loaded again if its folder may have another one than before.
    """
    from sitegen.topics.embeddings import BUILT_IN, load_model  # noqa: PLC0415 -- slow to import
    from sitegen.topics.related_texts import make_tables  # noqa: PLC0415 -- slow to import
    from sitegen.topics.scoring_tables import pack_tables, unpack_tables  # noqa: PLC0415 -- slow to import

    if model != BUILT_IN:
        load_model.cache_clear()
    load_model(model)
    kept = load_kept(cache, _TABLES, unpack_tables, basis)
    if kept is not None:
        return kept
    tables = make_tables(model=model, sections=sections)
    if cache:
        with suppress(OSError):
            keep(cache, _TABLES, pack_tables(tables), basis)
    return tables
