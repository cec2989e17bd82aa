"""The scripts that the preview adds to a page it serves, and the policy that goes with them.

Without a desk, a page gets the client, which reloads it. With a desk, it also gets the bar, and a
Content-Security-Policy under which nothing else runs but the theme's scripts. A page with scripts
of its own runs them in a sandbox, without the bar (``sandboxed_pages``).
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from sitegen.desk.access import SANDBOX, policy_of, runs_own_scripts
from sitegen.server.sandboxed_pages import keyed, with_keyed_resources

CLIENT_ADDRESS = "/_sitegen/client.js"
EVENTS_ADDRESS = "/_sitegen/events"
BAR_ADDRESS = "/_sitegen/desk/static/bar.js"
_SEARCH = frozenset({"/search/", "/search/index.html"})
"""The addresses of the search."""
DESK_SCRIPT = "/_sitegen/desk/static/desk.js"


class Added(NamedTuple):
    """What is added to a page."""

    html: bytes
    policy: str = ""
    """Its Content-Security-Policy; empty for none."""
    page: bytes | None = None
    """What is sent instead of the page; None for the page as it was built."""


@dataclass(frozen=True, slots=True)
class PageScripts:
    """Adds scripts to pages.

    Args:
        version: the version of the output that the page belongs to.
        host: the name of this server, as the browser sent it.
        token: the token for requests that change pages; empty for a browser that may only read.
        theme_scripts: reads the inline scripts in the theme's templates; only pages need them.
        address: the address of the page.
        key: the key with which pages in a sandbox load their files.
    """

    version: str
    host: str = ""
    token: str = ""
    theme_scripts: Callable[[], frozenset[str]] = frozenset
    address: str = "/"
    key: str = ""

    @property
    def needs_page(self) -> bool:
        """Whether the page must be read to decide."""
        return bool(self.token)

    @property
    def _is_search(self) -> bool:
        return self.address.partition("?")[0] in _SEARCH

    def added_to(self, page: bytes) -> Added:
        """The scripts for a page; it is ignored unless ``needs_page``."""
        if not self.token:
            return Added(self._client(""))
        theme_scripts = self.theme_scripts()
        if runs_own_scripts(page.decode("utf-8", "replace"), theme_scripts):
            new = with_keyed_resources(page, self.address, self.key)
            return Added(self._sandboxed_client(), SANDBOX, new)
        nonce = secrets.token_urlsafe(16)
        return Added(
            self._client(nonce) + self._module(BAR_ADDRESS, nonce),
            policy_of(nonce, self.host, theme_scripts, is_search=self._is_search),
        )

    def desk(self) -> Added:
        """The scripts of the desk, which belongs to no theme, and reads what was built itself."""
        nonce = secrets.token_urlsafe(16)
        client = f'<script src="{CLIENT_ADDRESS}" nonce="{nonce}" defer></script>'
        script = self._module(DESK_SCRIPT, nonce)
        return Added(client.encode() + script, policy_of(nonce, self.host, ()))

    def _client(self, nonce: str) -> bytes:
        mark = f' nonce="{nonce}"' if nonce else ""
        return (
            f'<script src="{CLIENT_ADDRESS}" data-version="{self.version}"{mark} defer></script>'
        ).encode()

    def _sandboxed_client(self) -> bytes:
        client, events = (keyed(name, self.key) for name in (CLIENT_ADDRESS, EVENTS_ADDRESS))
        return (
            f'<script src="{client}" data-version="{self.version}" data-events="{events}" defer>'
            "</script>"
        ).encode()

    def _module(self, address: str, nonce: str) -> bytes:
        return (
            f'<script src="{address}" data-token="{escape(self.token)}" nonce="{nonce}"'
            " type=module></script>"
        ).encode()
