"""Where the journal is. Quick to import, as every build looks for an act that was interrupted."""

import os
from pathlib import Path

JOURNAL_FOLDER = ".journal"
PENDING_NAME = "pending.json"


def may_have_pending_act(root: Path) -> bool:
    """Whether the digest in ``root`` may have an act that was interrupted; the journal knows it."""
    try:
        os.lstat(root / JOURNAL_FOLDER / PENDING_NAME)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # the journal reports it
    return True
