"""Makes permanent ids of documents."""

import hashlib
import re
from functools import lru_cache

_LENGTH = 12
_EXPORT_MARK = re.compile(
    r"[ _.-]*(?<!\d)(?:19|20)\d\d([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)"
    r"(?:[T _-]+\d\d([-_:.]?)\d\d(?:\2\d\d)?Z?(?!\d))?|[ _]?\(\d{1,3}\)(?=\.|$)"
)
"""A date in the name of a file, or the number that a browser adds to that of a second download."""


def identify(service: str, account: str, own: str) -> str:
    """The id of a document that has an id in its service.

    The same document has the same id in every export of the account.

    Args:
        service: the name of the service, such as ``mastodon``.
        account: the account, or the host of a website; empty where own ids are unique.
        own: the id in the service, or an address.
    """
    return _digest("\0".join((service, account, own)))


@lru_cache(maxsize=16)
def series_of(file: str) -> str:
    """What the names of several exports from one program have in common.

    Parts with numbers stay apart, as each may number its ids from the start.
    """
    return _EXPORT_MARK.sub("", file)


def identify_text(service: str, *parts: str) -> str:
    """The id of a document without an id in its service, made from its text, date and the like."""
    return _digest("\0".join((service, "text", *parts)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
