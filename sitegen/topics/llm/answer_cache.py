"""Keeps what a language model answered, so that it is not asked the same twice.

The file has a line of JSON for each answer, ``["key", answer]``; a line that was cut off by a crash
is ignored. Answers that come from it are checked like new ones.
"""

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

NAME = "llm-answers.jsonl"
_MOST_BYTES = 32_000_000
"""A larger file is replaced."""


class AnswerCache:
    """The answers that are kept in a folder; with None, only those of this run."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / NAME if folder else None
        self._answers = dict(_read(self._path)) if self._path else {}

    def get(self, key: str) -> object:
        """The answer of a key, or None."""
        return self._answers.get(key)

    def add(self, answers: Iterable[tuple[str, object]]) -> None:
        """Keeps answers; without a word if the file cannot be written."""
        lines = ""
        for key, answer in answers:
            self._answers[key] = answer
            lines += f"{json.dumps([key, answer])}\n"
        if self._path:
            with suppress(OSError), self._path.open("a", encoding="utf-8") as file:
                file.write(lines)


def key_of(*parts: object) -> str:
    """The key of a question, from everything that it consists of."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _read(path: Path) -> Iterable[tuple[str, object]]:
    try:
        if path.stat().st_size > _MOST_BYTES:
            path.unlink()
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        with suppress(ValueError, TypeError, RecursionError):
            key, answer = json.loads(line)
            if isinstance(key, str):
                yield key, answer
