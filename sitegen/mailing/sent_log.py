"""The log of who has been sent which edition, so that nobody gets it twice.

It is a text file for each edition, in the folder ``sent/`` of the digest, which builds do not
touch. A line is added before and after each sending: one that was interrupted in between is in
doubt. The file holds hashes of the addresses, so that it can be kept with the digest.
"""

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Literal

from sitegen.errors import OutputError
from sitegen.filesystem.locks import lock_file

FOLDER = "sent"

Status = Literal["sending", "sent", "failed"]
"""``sending`` without a later line of the same recipient is in doubt."""

_LINE = re.compile(r"\S+ (?P<status>sending|sent|failed) (?P<recipient>\S+) (?P<message>\S+)\n")


class SentLog:
    """The log of one edition, which is open and locked."""

    def __init__(self, path: Path, file: int, earlier: Iterable[str] = ()) -> None:
        """Reads the log."""
        self._path = path
        self._file = file
        text = _read(file)
        self._is_cut_off = bool(text) and not text.endswith("\n")
        """Whether a line was being written when the machine stopped."""
        self._open: Counter[str] = Counter()
        """For each recipient, by hash, how many sendings were begun without an outcome."""
        self._received: set[str] = set()
        """The hashes of recipients that were sent the edition."""
        self._messages: set[tuple[str, str]] = set()
        """The same, with the hashes of the messages."""
        for found in chain.from_iterable(map(_LINE.finditer, (*earlier, text))):
            self._note(found["status"], found["recipient"], found["message"])

    def has_edition(self, recipient: str) -> bool:
        """Whether the recipient was sent the edition, perhaps with another text."""
        return _hash_of_address(recipient) in self._received

    def is_doubtful(self, recipient: str) -> bool:
        """Whether a sending to the recipient was interrupted, so that its outcome is unknown."""
        return self._open[_hash_of_address(recipient)] > 0

    def has_message(self, recipient: str, message: str) -> bool:
        """Whether the recipient was sent exactly this message, by its id."""
        return (_hash_of_address(recipient), _hash_of(message)) in self._messages

    def add(self, status: Status, recipient: str, message: str) -> None:
        """Writes a line, and waits until the disk has it.

        Raises:
            OutputError: it cannot be written.
        """
        hashes = _hash_of_address(recipient), _hash_of(message)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        line_end = "\n" if self._is_cut_off else ""
        self._write(f"{line_end}{now} {status} {' '.join(hashes)}\n")
        self._is_cut_off = False
        self._note(status, *hashes)

    def _note(self, status: str, recipient: str, message: str) -> None:
        self._open[recipient] += 1 if status == "sending" else -1
        if status == "sent":
            self._received.add(recipient)
            self._messages.add((recipient, message))

    def _write(self, line: str) -> None:
        try:
            os.write(self._file, line.encode())
            os.fsync(self._file)
        except OSError as error:
            raise _not_kept(self._path, error) from None


@contextmanager
def open_log(root: Path, names: Sequence[str]) -> Iterator[SentLog]:
    """Opens the log of an edition; another process waits until it is closed.

    Args:
        root: the digest's folder.
        names: the names that the edition has or had, the present one first.

    Raises:
        OutputError: it cannot be read or written.
    """
    path = log_path(root, names[0])
    try:
        path.parent.mkdir(exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError as error:
        raise _not_kept(path, error) from None
    try:
        lock_file(file)
        yield SentLog(path, file, _earlier(root, names))
    finally:
        os.close(file)


@contextmanager
def read_log(root: Path, names: Sequence[str]) -> Iterator[SentLog]:
    """Opens the log of an edition to read it only; without a file, it is empty.

    Raises:
        OutputError: it cannot be read.
    """
    path = log_path(root, names[0])
    try:
        file = os.open(path if path.exists() else os.devnull, os.O_RDONLY)
    except OSError as error:
        raise _not_kept(path, error) from None
    try:
        yield SentLog(path, file, _earlier(root, names))
    finally:
        os.close(file)


def _earlier(root: Path, names: Sequence[str]) -> list[str]:
    """The texts of the logs under the former names of an edition."""
    paths = (log_path(root, name) for name in names[1:])
    try:
        return [
            path.read_text(encoding="ascii", errors="replace") for path in paths if path.exists()
        ]
    except OSError as error:
        raise _not_kept(Path(error.filename), error) from None


def log_path(root: Path, edition: str) -> Path:
    """The file of the log of an edition."""
    return root / FOLDER / f"{re.sub(r'[^0-9A-Za-z-]', '-', edition)}.log"


def _read(file: int) -> str:
    chunks = []
    while chunk := os.read(file, 1 << 16):
        chunks.append(chunk)
    return b"".join(chunks).decode("ascii", errors="replace")


def _hash_of_address(recipient: str) -> str:
    return _hash_of(recipient.lower())


def _hash_of(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def _not_kept(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"the log of who has been sent this edition cannot be read or written: {error.strerror}",
        path=path,
        hint="nothing is sent without it; check the permissions of the folder",
    )
