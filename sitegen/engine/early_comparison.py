"""Compares the posts of a first build, from before it is known which of them the site shows."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from tempfile import TemporaryFile
from typing import IO

from sitegen.configuration.settings import Config
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.executors import Executor, Executors, SerialExecutor
from sitegen.engine.related import ComparedPost, NewPosts, PostSketches, RelatedPosts
from sitegen.engine.row_file import RowFile
from sitegen.processes.capabilities import can_fork
from sitegen.processes.standby import Standby
from sitegen.views.body_store import BodyFile
from sitegen.views.template_records import PageView

_THOUSANDS = 3000
"""Above this number of pages, the memory that a side task leaves behind, between the records of
pages, outweighs the tenth of a second that another process takes to begin."""
_FEW_CORES = 2
"""On up to this many cores, the other process has no workers: they would copy what it loads."""


class EarlyComparison:
    """Another process, which loads what posts are compared with while this one reads the pages.

    It sketches half of the texts beside that, and half while this one plans the site. What it
    loads takes much memory, which ends with that process.
    """

    def __init__(
        self,
        config: Config,
        bodies: BodyFile,
        pages: int,
        executor: Executor,
        cache: CacheFolder,
    ) -> None:
        """Starts the process for the posts among ``pages`` pages; see ``PostSketches``."""
        many = executor if executor.size > _FEW_CORES else SerialExecutor()
        self._bodies = bodies
        self._first_half = pages // 2
        """So many posts are sent together, before all pages are read; 0 after that."""
        self._unsent: list[PageView] = []
        self._sketches = _temporary_file(cache)
        self._standby = Standby(
            partial(PostSketches, config, bodies, Executors(many), cache, self._sketches)
        )

    def add(self, views: Iterable[PageView | None]) -> None:
        """Adds the posts among further pages, whose texts are in the file of bodies."""
        self._unsent += [view for view in views if view and view.kind == "post"]
        if self._first_half and len(self._unsent) >= self._first_half:
            self._first_half = 0
            self.send_rest()

    def send_rest(self) -> None:
        """Sends the posts that were added to the other process."""
        views = {view.id: ComparedPost(view.title, view.text) for view in self._unsent}
        texts, places = (view.text.digest for view in views.values()), self._bodies.places
        kept = {text: places[text] for text in texts if text in places}
        self._unsent.clear()
        self._standby.tell(PostSketches.add, NewPosts(views, kept))

    def find(self, ids: Sequence[str]) -> RelatedPosts:
        """Finds the related posts of those with these ids, in their order; for once only.

        Raises:
            ConfigError: the model or the file of topics cannot be read.
            BodyLostError: the body store has lost a text.
        """
        try:
            found = self._standby.ask(PostSketches.find, ids)
            if self._sketches and not found.sketches:
                rows = RowFile(self._sketches, found.texts.keys())
                self._sketches = None  # it belongs to that mapping now
                found = found._replace(sketches=rows)
            return found
        finally:
            self.close()

    def close(self) -> None:
        """Ends the process."""
        self._standby.close()
        if self._sketches:
            self._sketches.close()


def compare_early(
    config: Config, bodies: BodyFile, pages: int, executor: Executor, cache: CacheFolder | None
) -> EarlyComparison | None:
    """Starts what compares the posts among ``pages`` pages; None if these are few.

    Also None without a cache, or if this machine does not allow it. The pages are yet to be read,
    and their posts to be added.
    """
    if cache is None or pages <= _THOUSANDS or executor.size == 1 or not can_fork():
        return None
    return EarlyComparison(config, bodies, pages, executor, cache)


def _temporary_file(cache: CacheFolder) -> IO[bytes] | None:
    """A file in the cache folder, which both processes have open; None without room for one."""
    with suppress(OSError):
        return TemporaryFile(dir=cache.path)
    return None
