"""An act on many posts waits for the disk once for all of them, not for one after the other."""

import os
import stat

import pytest

from sitegen.curation.acts import SetKeys
from tests.curation.acting import curator_of
from tests.digest import Digest


def test_the_folders_are_synced_as_often_for_many_posts_as_for_two(
    digest: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    fsync = os.fsync

    def counting(number: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(number).st_mode))
        fsync(number)

    monkeypatch.setattr(os, "fsync", counting)
    ids = [f"post-{number}" for number in range(20)]
    for id_ in ids:
        digest.post(id_, f"A post, {id_}.", id=id_)
    curator = curator_of(digest)
    folders = []
    for chosen, is_hidden in ((ids[:2], True), (ids, False), (ids, True)):
        synced.clear()
        curator.do(SetKeys(tuple(chosen), {"hidden": is_hidden}))
        folders.append(sum(synced))
        synced.clear()
        curator.undo()
        folders.append(sum(synced))
        curator.redo()
    assert max(folders) <= folders[0]
