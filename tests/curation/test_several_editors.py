"""Two curators and an editor who saves by rename, at once: no act and no text is lost."""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from sitegen.curation.curator import Curator
from sitegen.curation.library import LibraryReader
from sitegen.errors import SitegenError
from tests.curation.acting import content_of, fill, random_act
from tests.digest import Digest
from tests.effort import EFFORT

pytestmark = pytest.mark.slow

ACTS = 70 if EFFORT == 1 else 10_000


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


def test_acts_of_two_curators_beside_an_editor_are_all_undone_to_the_first_bytes(
    digest: Digest,
) -> None:
    first = content_of(fill(digest).root)
    readers = [LibraryReader(digest.root), LibraryReader(digest.root)]
    curators = [Curator(digest.root, reader.read) for reader in readers]
    acknowledged: list[int] = []

    def work(number: int) -> None:
        chance = random.Random(number)  # noqa: S311 -- repeatable
        while len(acknowledged) < ACTS:
            with suppress(SitegenError):
                act = random_act(readers[number].read(), chance)
                if "mine" in str(act):
                    continue
                entry = curators[number].do(act)
                if entry.changes:
                    acknowledged.append(entry.number)

    with saving_by_rename(digest.root) as saved:
        threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        done = {entry.number for entry in curators[0].history().undoable}
        assert done == set(acknowledged)
        for _ in range(len(done)):
            curators[1].undo()
    last = content_of(digest.root)
    mine, _ = last.pop("content/essays/mine.md")
    assert f"Version {saved[0]}.".encode() in mine
    assert last == first
