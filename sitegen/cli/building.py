"""The ``build`` and ``serve`` commands: what they print of the builds that they run."""

import signal
import sys
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import click

from sitegen.build import build_site, recover_site
from sitegen.cli.console import print_error, print_json, print_warning, working
from sitegen.cli.roots import find_root
from sitegen.config import load_config
from sitegen.errors import GroupedError, OutputError
from sitegen.models import BuildResult
from sitegen.preview import Outcome, run_preview
from sitegen.seal import sealed_artifacts
from sitegen.server import PreviewServer

PORTS = range(8000, 8010)
"""The ports that are tried where none is asked for."""


def build_once(*, drafts: bool, as_json: bool, explain: bool, verify: bool, executor: str) -> None:
    """Builds the digest of this folder; ends the program if pages had to be left out.

    Raises:
        SitegenError: nothing can be built, or it is not what a build from nothing makes.
    """
    root = find_root()
    with working("Building"):
        result = _unchanged(root, drafts=drafts) or _build(root, executor, drafts=drafts)
    for warning in result.warnings:
        print_warning(warning)
    for problem in result.problems:
        print_error(problem)
    if as_json:
        print_json(_as_json(result))
    else:
        for name in result.reasons if explain else ():
            click.echo(f"{name}: {result.reasons[name]}")
        click.echo(_summary(result))
        click.echo(str(result.output / "index.html"))
        _mention_drafts(drafts=drafts)
    if verify:
        _verify(root, result, drafts=drafts)
    if result.problems:
        sys.exit(result.problems[0].exit_code)


def _unchanged(root: Path, *, drafts: bool) -> BuildResult | None:
    """What a build would say that finds nothing to do; None if there is something."""
    start = time.perf_counter()
    artifacts = sealed_artifacts(root, drafts=drafts, now=datetime.now(UTC))
    if artifacts is None:
        return None
    return BuildResult(
        output=root / "output",
        artifacts=artifacts,
        rendered=0,
        written=(),
        removed=(),
        reasons={},
        seconds=time.perf_counter() - start,
    )


def _build(root: Path, executor: str, *, drafts: bool) -> BuildResult:
    from sitegen.build import build_site
    from sitegen.crew import crew_at

    return build_site(root, drafts=drafts, crew=crew_at(executor))


def _verify(root: Path, result: BuildResult, *, drafts: bool) -> None:
    from sitegen.verify import verify_output

    with working("Building again from nothing"):
        differences = verify_output(root, result.output, drafts=drafts)
    if differences:
        raise GroupedError(
            [
                OutputError(f"{found.what}: {found.why}", path=result.output / found.name)
                for found in differences
            ]
        )
    click.echo(
        f"Verified: all {result.artifacts:,} files are what a build from nothing makes", err=True
    )


def build_again_and_again(*, drafts: bool) -> None:
    """Builds the digest of this folder, and again after every change, until interrupted."""
    root = find_root()
    click.echo(f"Watching {root}   (stop it with Ctrl-C)")
    _run(root, None, drafts=drafts)
    _mention_drafts(drafts=drafts)


def serve_digest(*, port: int | None, drafts: bool) -> None:
    """Builds, serves and rebuilds the digest of this folder until interrupted.

    Raises:
        ConfigError: the configuration is wrong, so that it is not known what to serve.
        OutputError: no port is free, or a build that ended half way cannot be finished.
    """
    root = find_root()
    recover_site(root)
    with _open_server(load_config(root).output, port) as server:
        click.echo(f"Preview: {server.address}   (stop it with Ctrl-C)")
        _run(root, server, drafts=drafts)
    _mention_drafts(drafts=drafts)


def _run(root: Path, server: PreviewServer | None, *, drafts: bool) -> None:
    """Runs the preview until Ctrl-C or a request to terminate, which is how it is meant to end."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        run_preview(
            root,
            build=lambda: build_site(root, drafts=drafts),
            server=server,
            stop=threading.Event(),
            report=_print_outcome,
        )


def _open_server(output: Path, port: int | None) -> PreviewServer:
    if port is not None:
        return PreviewServer(output, port=port)
    for number in PORTS:
        try:
            return PreviewServer(output, port=number)
        except OutputError:
            continue
    return PreviewServer(output, port=0)


def _print_outcome(outcome: Outcome) -> None:
    for warning in outcome.warnings:
        print_warning(warning)
    for problem in outcome.problems:
        print_error(problem)
    if outcome.result:
        click.echo(_summary(outcome.result))


def _mention_drafts(*, drafts: bool) -> None:
    if drafts:
        click.echo(
            "output/ may hold drafts now: run “sitegen build” before you publish it.", err=True
        )


def _summary(result: BuildResult) -> str:
    """One line on a build: ``Built 73 files in 0.42 s: 5 rendered, 68 reused, 5 written``."""
    counts = (
        (result.rendered, "rendered"),
        (result.artifacts - result.rendered, "reused"),
        (len(result.written), "written"),
        (len(result.removed), "removed"),
        (len(result.problems), "left out"),
    )
    what = ", ".join(f"{count:,} {word}" for count, word in counts if count)
    if not (result.written or result.removed):
        what = f"nothing changed, {what}"
    return f"Built {result.artifacts:,} files in {result.seconds:.2f} s: {what}"


def _as_json(result: BuildResult) -> dict[str, object]:
    return {
        "artifacts": result.artifacts,
        "rendered": result.rendered,
        "written": list(result.written),
        "removed": list(result.removed),
        "reasons": dict(result.reasons),
        "seconds": round(result.seconds, 3),
        "problems": [str(problem) for problem in result.problems],
        "warnings": [str(warning) for warning in result.warnings],
    }
