"""The ``build`` and ``serve`` commands: what they print of the builds that they run."""

import signal
import sys
import threading
from contextlib import closing, suppress
from pathlib import Path

import click

from sitegen.build import Builder, build_site
from sitegen.cli.console import print_error, print_json, print_warning, working
from sitegen.cli.roots import find_root
from sitegen.config import load_config
from sitegen.errors import OutputError
from sitegen.models import BuildResult
from sitegen.preview import Outcome, run_preview
from sitegen.server import PreviewServer

PORTS = range(8000, 8010)
"""The ports that are tried where none is asked for."""


def build_once(*, drafts: bool, as_json: bool) -> None:
    """Builds the digest of this folder; ends the program if pages had to be left out.

    Raises:
        SitegenError: nothing can be built.
    """
    with working("Building"):
        result = build_site(find_root(), drafts=drafts)
    for warning in result.warnings:
        print_warning(warning)
    for problem in result.problems:
        print_error(problem)
    if as_json:
        print_json(_as_json(result))
    else:
        click.echo(_summary(result))
        click.echo(str(result.output / "index.html"))
        _mention_drafts(drafts=drafts)
    if result.problems:
        sys.exit(result.problems[0].exit_code)


def build_again_and_again(*, drafts: bool, poll: bool) -> None:
    """Builds the digest of this folder, and again after every change, until interrupted."""
    root = find_root()
    click.echo(f"Watching {root}   (stop it with Ctrl-C)")
    _run(root, None, drafts=drafts, poll=poll)
    _mention_drafts(drafts=drafts)


def serve_digest(*, port: int | None, drafts: bool, poll: bool) -> None:
    """Builds, serves and rebuilds the digest of this folder until interrupted.

    Raises:
        ConfigError: the configuration is wrong, so that it is not known what to serve.
        OutputError: no port is free.
    """
    root = find_root()
    with _open_server(load_config(root).output, port) as server:
        click.echo(f"Preview: {server.address}   (stop it with Ctrl-C)")
        _run(root, server, drafts=drafts, poll=poll)
    _mention_drafts(drafts=drafts)


def _run(root: Path, server: PreviewServer | None, *, drafts: bool, poll: bool) -> None:
    """Runs the preview until Ctrl-C or a request to terminate, which is how it is meant to end."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with closing(Builder(root, drafts=drafts)) as builder, suppress(KeyboardInterrupt):
        run_preview(
            root,
            builder=builder,
            server=server,
            stop=threading.Event(),
            report=_print_outcome,
            poll=poll,
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
    """One line on a build, such as ``Built 73 files in 0.42 s: 5 written, 1 removed``."""
    done = [
        f"{len(of):,} {word}"
        for of, word in (
            (result.written, "written"),
            (result.removed, "removed"),
            (result.problems, "left out"),
        )
        if of
    ]
    what = ", ".join(done) or "nothing changed"
    return f"Built {result.artifacts:,} files in {result.seconds:.2f} s: {what}"


def _as_json(result: BuildResult) -> dict[str, object]:
    return {
        "artifacts": result.artifacts,
        "written": list(result.written),
        "removed": list(result.removed),
        "seconds": round(result.seconds, 3),
        "problems": [str(problem) for problem in result.problems],
        "warnings": [str(warning) for warning in result.warnings],
    }
