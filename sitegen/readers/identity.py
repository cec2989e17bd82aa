"""Makes permanent ids of documents."""

import hashlib

_LENGTH = 12


def identify(service: str, account: str, own: str) -> str:
    """The id of a document that has an id in its service.

    The same document has the same id in every export of the account.

    Args:
        service: the name of the service, such as ``mastodon``.
        account: the account, or the host of a website; empty where own ids are unique.
        own: the id in the service, or an address.
    """
    return _digest("\0".join((service, account, own)))


def identify_text(service: str, *parts: str) -> str:
    """The id of a document without an id in its service, made from its text, date and the like."""
    return _digest("\0".join((service, "text", *parts)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
