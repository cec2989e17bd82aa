"""The ``serve`` command and ``build --watch``: run the preview, and print each build."""

import signal
import threading
from contextlib import closing, suppress
from pathlib import Path

import click

from sitegen.cli.building import mention_drafts, summary_of
from sitegen.cli.console import print_error, print_warning
from sitegen.cli.digest_root import complete_interrupted_act, find_root
from sitegen.configuration.file import load_config
from sitegen.desk import Desk
from sitegen.engine.builder import Builder, recover_site
from sitegen.errors import OutputError
from sitegen.preview.session import Outcome, run_preview
from sitegen.server import PreviewServer

PORTS = range(8000, 8010)
"""The ports to try if none is given."""


def watch_digest(*, drafts: bool, poll: bool) -> None:
    """Builds the digest of this folder, and again after every change, until interrupted."""
    root = find_root()
    click.echo(f"Watching {root}   (stop it with Ctrl-C)")
    _run(root, None, drafts=drafts, poll=poll)
    mention_drafts(drafts=drafts)


def serve_digest(*, port: int | None, drafts: bool, poll: bool, has_desk: bool) -> None:
    """Builds, serves and rebuilds the digest of this folder until interrupted.

    Raises:
        ConfigError: the configuration is wrong.
        OutputError: no port is free, or an interrupted build cannot be completed.
    """
    root = find_root()
    recover_site(root)
    complete_interrupted_act(root)
    desk = Desk(root) if has_desk else None
    with _open_server(load_config(root).output, port, desk) as server:
        click.echo(f"Preview: {server.address}   (stop it with Ctrl-C)")
        if desk:
            click.echo(f"Desk:    {server.address}_desk/")
        _run(root, server, drafts=drafts, poll=poll)
    mention_drafts(drafts=drafts)


def _run(root: Path, server: PreviewServer | None, *, drafts: bool, poll: bool) -> None:
    """Runs the preview until SIGINT (Ctrl-C) or SIGTERM."""
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


def _open_server(output: Path, port: int | None, desk: Desk | None) -> PreviewServer:
    if port is not None:
        return PreviewServer(output, port=port, desk=desk)
    for number in PORTS:
        try:
            return PreviewServer(output, port=number, desk=desk)
        except OutputError:
            continue
    return PreviewServer(output, port=0, desk=desk)


def _print_outcome(outcome: Outcome) -> None:
    for warning in outcome.warnings:
        print_warning(warning)
    for problem in outcome.problems:
        print_error(problem)
    if outcome.result:
        click.echo(summary_of(outcome.result))
