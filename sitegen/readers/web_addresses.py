"""Parts of the addresses in dumps, which may be malformed, such as ``http://[``."""

from urllib.parse import urljoin, urlsplit


def host_of(address: str | None) -> str:
    """The host of an address in lower case; empty if there is none."""
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def path_of(address: str) -> str:
    """The path of an address; empty if it is malformed."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def join_address(base: str, address: str) -> str:
    """An address relative to ``base`` as a whole one; unchanged if either is malformed."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def normal_address(address: str) -> str:
    """An address without its scheme, ``www.``, a final slash and a fragment."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query
