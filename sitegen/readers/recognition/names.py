"""Sets of names, written as a text."""


def names_in(text: str) -> frozenset[str]:
    """The names in ``text``, which are separated by white space."""
    return frozenset(text.split())
