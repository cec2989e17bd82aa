"""Finds threads: numbered posts that are grouped as one text."""

from collections.abc import Sequence

from sitegen.text.labels import thread_mark

_FARTHEST = 12
"""The most posts from one part to the next."""


def thread_of_each(texts: Sequence[str]) -> list[int]:
    """For each text, the index of the first part of its thread; its own index if it has none.

    A part has its number, with or without the total: ``(2/4)``, ``2/`` or ``/2``. It follows the
    nearest earlier text that has the previous number and the same total.
    """
    thread_starts = list(range(len(texts)))
    open_parts: dict[tuple[int, int], int] = {}
    for index, text in enumerate(texts):
        number, total = thread_mark(text)
        if not number:
            continue
        before = open_parts.pop((number - 1, total), None)
        if before is not None and index - before <= _FARTHEST:
            thread_starts[index] = thread_starts[before]
        open_parts[number, total] = index
    return thread_starts


def join_threads(texts: Sequence[str], thread_starts: Sequence[int]) -> dict[int, str]:
    """The joined text of each thread, by the index of its first part."""
    threads: dict[int, str] = {}
    for text, first in zip(texts, thread_starts, strict=True):
        threads[first] = f"{threads[first]}\n{text}" if first in threads else text
    return threads
