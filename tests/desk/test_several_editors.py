"""Two servers and an editor who saves by rename, at once: no act and no text is lost."""

import json
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from sitegen.curation.acts import Act
from sitegen.curation.journal import Journal
from sitegen.curation.library import LibraryReader
from sitegen.desk.requests import _ACTS as ACTS_BY_NAME
from sitegen.errors import SitegenError
from sitegen.server import PreviewServer
from tests.curation.acting import content_of, fill, random_act
from tests.desk.serving import ask, headers_of, serve
from tests.digest import Digest
from tests.effort import EFFORT

pytestmark = pytest.mark.slow

ACTS = 100 if EFFORT == 1 else 10_000
PATIENCE = 120.0
"""The most seconds that an act takes beside all others."""


@contextmanager
def saving_by_rename(root: Path) -> Iterator[list[int]]:
    """Saves a page of its own and other files under ``content/`` again and again."""
    stop, saved = threading.Event(), [0]
    mine = root / "content/essays/mine.md"

    def save() -> None:
        while not stop.wait(0.005):
            saved[0] += 1
            beside = mine.with_name(".mine.md.swp")
            beside.write_text(f"---\nid: mine\ntitle: Mine\n---\n\nVersion {saved[0]}.\n")
            beside.replace(mine)

    thread = threading.Thread(target=save)
    thread.start()
    try:
        yield saved
    finally:
        stop.set()
        thread.join()


class Client:
    """A browser that sends acts to one of the servers."""

    def __init__(self, server: PreviewServer) -> None:
        self._server = server
        self._headers = headers_of(server)

    def send(self, request: str, **values: object) -> dict[str, Any] | None:
        """The answer to a request; None if it was refused."""
        body = json.dumps(values)
        headers = self._headers | {"Content-Length": str(len(body))}
        address = f"/_sitegen/desk/{request}"
        reply = ask(
            self._server, address, method="POST", headers=headers, body=body, patience=PATIENCE
        )
        assert reply.status in (200, 409, 422), reply.text
        return json.loads(reply.text) if reply.status == 200 else None


def as_request(act: Act) -> dict[str, object]:
    """An act as a browser sends it."""
    (name,) = (name for name, kind in ACTS_BY_NAME.items() if kind is type(act))
    return {"do": name, **asdict(act)}


def test_acts_on_two_servers_beside_an_editor_are_all_undone_to_the_first_bytes(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "os.fsync", lambda _: None
    )  # no power fails here, and it takes half the time
    first = content_of(fill(digest).root)
    acknowledged: list[int] = []

    def work(client: Client, seed: int) -> None:
        chance, reader = random.Random(seed), LibraryReader(digest.root)  # noqa: S311 -- repeatable
        for _ in range(20 * ACTS):
            if len(acknowledged) >= ACTS:
                break
            with suppress(SitegenError):  # the other moved a topic while this one read it
                act = random_act(reader.read(), chance)
                done = None if "mine" in str(act) else client.send("act", **as_request(act))
                if done and done["files"]:
                    acknowledged.append(done["number"])

    with serve(digest) as one, serve(digest) as other, saving_by_rename(digest.root) as saved:
        clients = [Client(one), Client(other)]
        threads = [
            threading.Thread(target=work, args=(client, seed))
            for seed, client in enumerate(clients)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(acknowledged) >= ACTS
        done = {entry.number for entry in Journal(digest.root).history().entries}
        assert done == set(acknowledged)
        for _ in acknowledged:
            assert clients[1].send("undo")
    last = content_of(digest.root)
    mine, _ = last.pop("content/essays/mine.md")
    assert f"Version {saved[0]}.".encode() in mine
    assert last == first
