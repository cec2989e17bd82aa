"""The ``serve`` command and ``build --watch``: run the preview, and print each build."""

import signal
import threading
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import click

from sitegen.cli.building import mention_drafts, summary_of
from sitegen.cli.console import print_error, print_warning
from sitegen.cli.digest_root import complete_interrupted_act, find_root
from sitegen.configuration.file import load_config
from sitegen.desk import Desk
from sitegen.engine.builder import Builder
from sitegen.engine.recovery import recover_site
from sitegen.errors import OutputError, SitegenError, UsageError
from sitegen.preview.session import Outcome, run_preview
from sitegen.server import PreviewServer
from sitegen.server.visitors import LOOPBACK, is_loopback

PORTS = range(8000, 8010)
"""The ports to try if none is given."""
_GUESTS = "they see no drafts and nothing hidden, and cannot change anything"


def watch_digest(*, drafts: bool, cards: bool, poll: bool) -> None:
    """Builds the digest of this folder, and again after every change, until interrupted."""
    root = find_root()
    click.echo(f"Watching {root}   (stop it with Ctrl-C)")
    _run(root, None, drafts=drafts, cards=cards, poll=poll)
    mention_drafts(drafts=drafts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """The options of ``serve``."""

    port: int | None
    host: str | None
    """The address for guests; None for none."""
    drafts: bool
    cards: bool
    poll: bool
    has_desk: bool
    is_opened: bool
    """Whether to open the preview in the browser."""


def serve_digest(options: ServeOptions) -> None:
    """Builds, serves and rebuilds the digest of this folder until interrupted.

    Raises:
        ConfigError: the configuration is wrong.
        OutputError: no port is free, or an interrupted build cannot be completed.
        UsageError: others would see the drafts.
    """
    if options.drafts and options.host and not is_loopback(options.host):
        raise UsageError(
            "--drafts and --host cannot be combined: others would see the drafts",
            hint="leave out one of them",
        )
    root = find_root()
    recover_site(root)
    complete_interrupted_act(root)
    desk = Desk(root) if options.has_desk else None
    with _open_server(load_config(root).output, desk, options) as server:
        _tell_addresses(server, has_desk=options.has_desk)
        opened = server.address if options.is_opened else ""
        if desk:
            threading.Thread(target=desk.warm_up, daemon=True).start()
        _run(
            root,
            server,
            drafts=options.drafts,
            cards=options.cards,
            poll=options.poll,
            opened=opened,
        )
    mention_drafts(drafts=options.drafts)


def _tell_addresses(server: PreviewServer, *, has_desk: bool) -> None:
    click.echo(f"Preview: {server.address}   (stop it with Ctrl-C)")
    if has_desk:
        click.echo(f"Desk:    {server.address}_desk/")
    if server.guest_address:
        click.echo(f"Others:  {server.guest_address}   ({_GUESTS})")


def _run(
    root: Path,
    server: PreviewServer | None,
    *,
    drafts: bool,
    cards: bool,
    poll: bool,
    opened: str = "",
) -> None:
    """Runs the preview until SIGINT (Ctrl-C) or SIGTERM.

    After the first build, it opens the address ``opened`` in the browser.
    """
    addresses = [opened] if opened else []

    def report(outcome: Outcome) -> None:
        _print_outcome(outcome)
        while addresses:  # in a thread, as a browser in a terminal would stop the preview
            threading.Thread(target=_open, args=(addresses.pop(),), daemon=True).start()

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    builder = Builder(root, drafts=drafts, cards=cards)
    with closing(builder), suppress(KeyboardInterrupt):
        run_preview(
            root,
            builder=builder,
            server=server,
            stop=threading.Event(),
            report=report,
            poll=poll,
        )


def _open_server(output: Path, desk: Desk | None, options: ServeOptions) -> PreviewServer:
    def start(port: int) -> PreviewServer:
        return PreviewServer(output, port=port, desk=desk, host=options.host or LOOPBACK)

    if options.port is not None:
        return start(options.port)
    for number in PORTS:
        try:
            return start(number)
        except OutputError:
            continue
    return start(0)


def _open(address: str) -> None:
    import webbrowser

    if not webbrowser.open(address):
        print_warning(SitegenError(f"no browser could be started: open {address} yourself"))


def _print_outcome(outcome: Outcome) -> None:
    for warning in outcome.warnings:
        print_warning(warning)
    for problem in outcome.problems:
        print_error(problem)
    if outcome.result:
        click.echo(summary_of(outcome.result))
