"""Equal strings kept once, so that a text that repeats itself takes little memory as words."""

from collections.abc import Iterable, Iterator


def interned(texts: Iterable[str]) -> Iterator[str]:
    """The strings in their order; those that are equal are one object."""
    known: dict[str, str] = {}
    return (known.setdefault(text, text) for text in texts)
