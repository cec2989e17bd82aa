"""The task function that renders artifacts and stages their files."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

from sitegen.artifacts import CopyArtifact, TemplateArtifact
from sitegen.engine.artifact_dependencies import ArtifactDependencies, DependencyPool
from sitegen.engine.rendering import Renderer
from sitegen.engine.search_index import searched_digest
from sitegen.engine.site_plan import SitePlan
from sitegen.engine.staging import StagePath
from sitegen.errors import SitegenError
from sitegen.filesystem.files import digest_of
from sitegen.themes.environment import CompiledTemplates
from sitegen.views.body_store import BodyLostError
from sitegen.views.record_snapshot import Snapshot


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

    It holds the site plan, and is called with the names of files: a forked worker has it already.
    """

    unit = "files"

    def __init__(
        self,
        snapshot: Snapshot,
        site_plan: SitePlan,
        stage_path: StagePath | None,
        compiled: CompiledTemplates | None = None,
    ) -> None:
        """Renders to the stage at ``stage_path``; without it, returns the bytes."""
        self._arguments = (snapshot, site_plan, stage_path)
        self._site_plan = site_plan
        self._renderer = Renderer(snapshot, site_plan.inputs.theme, compiled)
        self._stage_path = stage_path
        self._pool = DependencyPool()

    def __call__(self, names: Sequence[str]) -> list[Rendered]:
        """Renders the artifacts at these paths in the output."""
        return list(map(self._render, names))

    def __reduce__(
        self,
    ) -> tuple[type["RenderFunction"], tuple[Snapshot, SitePlan, StagePath | None]]:
        return RenderFunction, self._arguments

    def _render(self, file: str) -> Rendered:
        artifact = self._site_plan.artifacts[file]
        assert not isinstance(artifact, CopyArtifact)  # noqa: S101 -- it has a context
        context = self._site_plan.contexts[file]
        name, data, dependencies, warnings = self._renderer.render(artifact, context)
        stage = self._stage_path
        return Rendered(
            name,
            digest_of(data),
            self._pool.split(dependencies),
            is_staged=stage is not None and stage.write_if_changed(name, data),
            data=None if stage else data,
            warnings=warnings,
            searched=searched_digest(name, data),
        )


def first_of_each_kind(site_plan: SitePlan, names: Iterable[str]) -> tuple[str, ...]:
    """The first page of each kind among some files."""
    firsts: dict[str, str] = {}
    for name in names:
        artifact = site_plan.artifacts[name]
        if isinstance(artifact, TemplateArtifact):
            firsts.setdefault(artifact.kind, name)
    return tuple(firsts.values())


def compile_templates(snapshot: Snapshot, site_plan: SitePlan, compiled: CompiledTemplates) -> None:
    """Compiles the templates of all kinds of pages into ``compiled``, by rendering one of each.

    Errors are left to the build, which renders these pages again.
    """
    render = RenderFunction(snapshot, site_plan, None, compiled)
    for name in first_of_each_kind(site_plan, site_plan.artifacts):
        with suppress(SitegenError, BodyLostError):
            render((name,))
