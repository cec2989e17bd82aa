"""An act that is killed at any moment is completed or never happened."""

import os
import random
import signal
from contextlib import suppress
from pathlib import Path

import pytest

from sitegen.curation.acts import Act, Join, MergeTopic, Move, RenameTopic, Split
from sitegen.curation.changes import make_change
from sitegen.curation.curator import complete_interrupted
from sitegen.curation.journal import Entry, Journal
from sitegen.curation.journal_folder import JOURNAL_FOLDER
from sitegen.errors import OutputError
from tests.crashing import count_calls
from tests.curation.acting import content_of, curator_of, fill
from tests.digest import Digest
from tests.effort import EFFORT
from tests.rights import give_up_roots_rights

pytestmark = pytest.mark.slow

KILLS = 20 if EFFORT == 1 else 300
ACTS: tuple[Act, ...] = (
    Move(("lamp", "chair"), "A new topic"),
    MergeTopic("birds", "craft"),
    RenameTopic("birds", "Owls", new_address=True),
    Split("lamp", 14),
    Join("chair", "lamp"),
)


def killed_at(digest: Digest, act: Act, call: int) -> bool:
    """Carries out an act in a process that dies before that call to the file system."""
    if not (child := os.fork()):
        count_calls(digest.root, call)
        curator_of(digest).do(act)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def test_no_act_is_half_done_after_a_kill(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 -- the same acts in every run
    kills = 0
    number = 0
    while kills < KILLS:
        number += 1
        digest = fill(Digest(tmp_path / str(number)))
        act = chance.choice(ACTS)
        before = content_of(digest.root)
        kills += killed_at(digest, act, chance.randrange(1, 120))
        complete_interrupted(digest.root)
        curator = curator_of(digest)
        done = len(curator.history().undoable)
        after = content_of(digest.root)
        assert (after == before) == (done == 0), act
        if done:
            curator.undo()
            assert content_of(digest.root) == before
        assert not (digest.root / JOURNAL_FOLDER / "pending.json").exists()
        assert not list((digest.root / "content").rglob(".*.tmp"))


def test_what_a_killed_act_had_begun_to_write_is_removed(digest: Digest) -> None:
    root = fill(digest).root
    page = root / "content/topics/craft/lamp.md"
    text = b"A new text.\n"
    change = make_change(root, page, text)
    Journal(root).store([text])
    Journal(root).begin(Entry(1, "2024-01-01T00:00:00Z", "Edit", (change.stored,)))
    begun, own = page.with_name(".0ab8c456a9361d56.tmp"), page.with_name(".mine.tmp")
    begun.write_text("A ne")
    own.write_text("No file of an act.")
    complete_interrupted(root)
    assert page.read_text() == "A new text.\n"
    assert not begun.exists()
    assert own.exists()


def test_an_act_that_fails_halfway_is_taken_back_and_not_done_later(digest: Digest) -> None:
    root = fill(digest).root
    before = content_of(root)
    folder = root / "content/topics/craft"
    folder.chmod(0o555)  # what is moved out of it can be written elsewhere, and not removed here
    if not (child := os.fork()):
        give_up_roots_rights()
        with suppress(OutputError):
            curator_of(digest).do(Move(("lamp", "chair"), "birds"))
            os._exit(1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    folder.chmod(0o755)
    complete_interrupted(root)
    assert content_of(root) == before
    assert not curator_of(digest).history().entries
