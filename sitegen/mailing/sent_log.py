"""The log of who has been sent which edition, so that nobody gets it twice.

It is a text file for each edition, in the folder ``sent/`` of the digest, which builds do not
touch. A line is added before and after each sending: one that was interrupted in between is in
doubt. The file holds hashes of the addresses, so that it can be kept with the digest.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
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

    def __init__(self, path: Path, file: int, edition: str) -> None:
        self._path = path
        self._file = file
        self._edition = edition
        text = _read(file)
        self._is_cut_off = bool(text) and not text.endswith("\n")
        """Whether a line was being written when the machine stopped."""
        self._statuses: dict[str, Status] = {}
        """The last status of each recipient, by hash."""
        self._received: set[tuple[str, str]] = set()
        """The hashes of recipients, with those of the messages that they were sent."""
        for found in _LINE.finditer(text):
            self._note(found["status"], found["recipient"], found["message"])  # type: ignore[arg-type]

    def status(self, recipient: str) -> Status | None:
        """What the log says last of a recipient; None if it says nothing."""
        return self._statuses.get(self._hash(recipient))

    def has_message(self, recipient: str, message: str) -> bool:
        """Whether the recipient was sent exactly this message, by its id."""
        return (self._hash(recipient), _hash_of(message)) in self._received

    def add(self, status: Status, recipient: str, message: str) -> None:
        """Writes a line, and waits until the disk has it.

        Raises:
            OutputError: it cannot be written.
        """
        hashes = self._hash(recipient), _hash_of(message)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        line_end = "\n" if self._is_cut_off else ""
        self._write(f"{line_end}{now} {status} {' '.join(hashes)}\n")
        self._is_cut_off = False
        self._note(status, *hashes)

    def _note(self, status: Status, recipient: str, message: str) -> None:
        self._statuses[recipient] = status
        if status == "sent":
            self._received.add((recipient, message))

    def _hash(self, recipient: str) -> str:
        return _hash_of(f"{self._edition} {recipient.lower()}")

    def _write(self, line: str) -> None:
        try:
            os.write(self._file, line.encode())
            os.fsync(self._file)
        except OSError as error:
            raise _not_kept(self._path, error) from None


@contextmanager
def open_log(root: Path, edition: str) -> Iterator[SentLog]:
    """Opens the log of an edition; another process waits until it is closed.

    Raises:
        OutputError: it cannot be read or written.
    """
    path = log_path(root, edition)
    try:
        path.parent.mkdir(exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError as error:
        raise _not_kept(path, error) from None
    try:
        lock_file(file)
        yield SentLog(path, file, edition)
    finally:
        os.close(file)


@contextmanager
def read_log(root: Path, edition: str) -> Iterator[SentLog]:
    """Opens the log of an edition to read it only; without a file, it is empty.

    Raises:
        OutputError: it cannot be read.
    """
    path = log_path(root, edition)
    try:
        file = os.open(path if path.exists() else os.devnull, os.O_RDONLY)
    except OSError as error:
        raise _not_kept(path, error) from None
    try:
        yield SentLog(path, file, edition)
    finally:
        os.close(file)


def log_path(root: Path, edition: str) -> Path:
    """The file of the log of an edition."""
    return root / FOLDER / f"{re.sub(r'[^0-9A-Za-z-]', '-', edition)}.log"


def _read(file: int) -> str:
    chunks = []
    while chunk := os.read(file, 1 << 16):
        chunks.append(chunk)
    return b"".join(chunks).decode("ascii", errors="replace")


def _hash_of(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def _not_kept(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"the log of who has been sent this edition cannot be written: {error.strerror}",
        path=path,
        hint="nothing is sent without it; see that the folder may be written to",
    )
