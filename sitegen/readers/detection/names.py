"""Helper for sets of names."""


def names_in(text: str) -> frozenset[str]:
    """The set of the names in ``text``, separated by white space."""
    return frozenset(text.split())
