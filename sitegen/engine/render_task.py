"""The task function that renders artifacts and stages their files."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sitegen.artifacts import RenderedArtifact
from sitegen.engine.artifact_dependencies import ArtifactDependencies, DependencyPool
from sitegen.engine.rendering import Renderer
from sitegen.engine.search_index import searched_digest
from sitegen.engine.staging import StagePath
from sitegen.errors import SitegenError
from sitegen.filesystem.files import digest_of
from sitegen.themes.environment import CompiledTemplates
from sitegen.themes.loading import Theme
from sitegen.views.contexts import Context
from sitegen.views.record_snapshot import Snapshot


class RenderTask(NamedTuple):
    """An artifact that is to be rendered."""

    artifact: RenderedArtifact
    context: Context


class Rendered(NamedTuple):
    """The result of a task."""

    name: str
    """The file's path in the output."""
    digest: bytes
    dependencies: ArtifactDependencies
    is_staged: bool = False
    """Whether the worker staged it, as the output did not have it yet."""
    data: bytes | None = None
    """Its bytes, if the worker cannot write to the stage."""
    warnings: tuple[SitegenError, ...] = ()
    searched: bytes = b""


class RenderFunction:
    """A task function that renders artifacts; it can be sent to other processes.

    It holds all tasks, and is called with the names of some: a forked worker has the tasks already.
    """

    unit = "files"

    def __init__(
        self,
        snapshot: Snapshot,
        theme: Theme,
        stage_path: StagePath | None,
        tasks: Mapping[str, RenderTask],
        compiled: CompiledTemplates | None = None,
    ) -> None:
        """Renders to the stage at ``stage_path``; without it, returns the bytes."""
        self._arguments = (snapshot, theme, stage_path, tasks)
        self._tasks = tasks
        self._renderer = Renderer(snapshot, theme, compiled)
        self._stage_path = stage_path
        self._pool = DependencyPool()

    def __call__(self, names: Sequence[str]) -> list[Rendered]:
        """Renders the tasks with these names."""
        return [self._render(self._tasks[name]) for name in names]

    def __reduce__(
        self,
    ) -> tuple[
        type["RenderFunction"],
        tuple[Snapshot, Theme, StagePath | None, Mapping[str, RenderTask]],
    ]:
        return RenderFunction, self._arguments

    def _render(self, task: RenderTask) -> Rendered:
        name, data, dependencies, warnings = self._renderer.render(*task)
        searched = searched_digest(name, data)
        rendered = Rendered(
            name,
            digest_of(data),
            self._pool.split(dependencies),
            warnings=warnings,
            searched=searched,
        )
        if self._stage_path is None:
            return rendered._replace(data=data)
        return rendered._replace(is_staged=self._stage_path.write_if_changed(name, data))
