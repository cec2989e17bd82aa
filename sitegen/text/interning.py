"""String interning: equal strings share one object, to save memory."""

from collections.abc import Iterable, Iterator


def interned(texts: Iterable[str]) -> Iterator[str]:
    """The strings in their order, with one object for equal strings."""
    shared: dict[str, str] = {}
    return (shared.setdefault(text, text) for text in texts)
