"""Compares the posts of a first build, from before it is known which of them the site shows."""

from collections.abc import Mapping, Sequence
from functools import partial

from sitegen.configuration.settings import Config
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.executors import Executor, Executors, SerialExecutor
from sitegen.engine.loading import PageRecord
from sitegen.engine.related import Posts, RelatedPosts, begin_search
from sitegen.processes.capabilities import can_fork
from sitegen.processes.standby import Standby
from sitegen.views.body_store import BodyStore

_FEW_CORES = 2
"""On so many, the other process has no workers: they would copy what it loads."""


class EarlyComparison:
    """Another process, which sketches the texts of all posts while this one plans the site.

    What posts are compared with takes much memory, which ends with that process.
    """

    def __init__(
        self, posts: Posts, config: Config, executor: Executor, cache: CacheFolder | None
    ) -> None:
        many = executor if executor.size > _FEW_CORES else SerialExecutor()
        self._standby = Standby(partial(begin_search, posts, config, Executors(many), cache))

    def find(self, ids: Sequence[str]) -> RelatedPosts:
        """Finds the related posts of those with these ids, in their order; for once only.

        Raises:
            ConfigError: the model or the file of topics cannot be read.
            BodyLostError: the body store has lost a text.
        """
        try:
            found: RelatedPosts = self._standby.call_prepared(ids)
            return found
        finally:
            self.close()

    def close(self) -> None:
        """Ends the process."""
        self._standby.close()


def compare_early(
    pages: Mapping[str, PageRecord],
    bodies: BodyStore,
    config: Config,
    executor: Executor,
    cache: CacheFolder | None,
) -> EarlyComparison | None:
    """Begins to compare the posts among some pages; None if this machine does not allow it."""
    if executor.size == 1 or not can_fork():
        return None
    views = {page.view.id: page.view for page in pages.values() if page.view}
    ids = tuple(key for key, view in views.items() if view.kind == "post")
    return EarlyComparison(Posts(ids, views, bodies), config, executor, cache)
