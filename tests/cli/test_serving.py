"""The options of ``sitegen serve``."""

import os
import signal
import subprocess
import sys
import time

from tests.command_line import sitegen
from tests.digest import Digest

PATIENCE = 60.0


def test_drafts_are_not_shown_to_others(digest: Digest) -> None:
    done = sitegen(digest.root, "serve", "--drafts", "--host", "0.0.0.0")  # noqa: S104
    assert done.returncode == 2
    assert "others would see the drafts" in done.stderr


def test_the_browser_is_opened_and_the_address_for_others_is_named(digest: Digest) -> None:
    opener, opened = digest.root / "opener", digest.root / "opened"
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > "{opened}"\n')
    opener.chmod(0o755)
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "serve", "--port=0", "--open", "--host=127.0.0.2"],
        cwd=digest.root,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "BROWSER": f"{opener} %s"},
    )
    deadline = time.monotonic() + PATIENCE
    while not (opened.exists() and opened.read_text()) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    printed, _ = process.communicate(timeout=PATIENCE)
    address = opened.read_text()
    assert f"Preview: {address} " in printed
    assert f"Others:  {address.replace('127.0.0.1', '127.0.0.2')} " in printed
    assert "they see no drafts and nothing hidden, and cannot change anything" in printed
