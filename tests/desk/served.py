"""A digest that is served with a desk, as ``sitegen serve`` does."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sitegen.desk import Desk
from sitegen.engine.builder import Builder
from sitegen.preview.session import run_preview
from sitegen.server import PreviewServer


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serves what was built of the digest in ``root``; yields the address."""
    with PreviewServer(root / "output", port=0, desk=Desk(root)) as server:
        yield server.address


@contextmanager
def previewed(root: Path) -> Iterator[str]:
    """Serves the digest in ``root`` and rebuilds it after each change; yields the address."""
    stop, is_built = threading.Event(), threading.Event()

    def run() -> None:
        with closing(Builder(root)) as builder:
            run_preview(
                root,
                builder=builder,
                server=server,
                stop=stop,
                report=lambda _: is_built.set(),
            )

    with PreviewServer(root / "output", port=0, desk=Desk(root)) as server:
        thread = threading.Thread(target=run)
        thread.start()
        try:
            assert is_built.wait(60)
            yield server.address
        finally:
            stop.set()
            thread.join()
