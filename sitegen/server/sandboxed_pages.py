"""Lets a page in a sandbox load its own files, which its origin forbids otherwise.

A page with scripts of its own has an origin that is nobody's (``sandbox`` in its
Content-Security-Policy). To the browser, its files are another site's, and it names no ``Referer``.
So their addresses get a key, a new one in each run, and the server lets any page load what is
asked for with it: style sheets, scripts, fonts, pictures, sounds, films, and the events that
reload pages. Pages, feeds and other texts are not among them.
"""

import hmac
from urllib.parse import urljoin

from sitegen.hypertext.rewriting import change_addresses
from sitegen.server.content_types import content_type_of

_PREFIX = "/_sitegen/keyed/"
_LOADABLE = ("text/css", "text/javascript", "image/", "audio/", "video/", "font/")
_WASM = "application/wasm"


def keyed(address: str, key: str) -> str:
    """The address with the key."""
    return f"{_PREFIX}{key}{address}"


def without_key(address: str, key: str) -> str | None:
    """The address without the key; None if it has none, or another one."""
    if not address.startswith(_PREFIX):
        return None
    given, slash, rest = address.removeprefix(_PREFIX).partition("/")
    is_equal = hmac.compare_digest(given.encode(), key.encode())
    return slash + rest if key and is_equal else None


def is_loadable(address: str) -> bool:
    """Whether the file at an address may be loaded with the key."""
    kind = content_type_of(address)
    return kind.startswith(_LOADABLE) or kind == _WASM


def with_keyed_resources(page: bytes, address: str, key: str) -> bytes:
    """A page whose addresses of own files have the key."""

    def change(target: str) -> str:
        try:
            path = urljoin(address, target.strip())
        except ValueError:  # it is malformed, such as ``http://[``
            return target
        is_own = path.startswith("/") and not path.startswith("//")
        name = path.partition("#")[0].partition("?")[0]
        return keyed(path, key) if is_own and is_loadable(name) else target

    html = page.decode("utf-8", "surrogateescape")
    return change_addresses(html, change).encode("utf-8", "surrogateescape")
