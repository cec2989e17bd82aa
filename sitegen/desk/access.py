"""Who may change pages, and what a served page may run.

A request that changes something must come from a page of this server on this machine: the exact
``Host`` and ``Origin``, a JSON content type, which no form can send, and a token that is new
in each run. The token is only in pages whose Content-Security-Policy runs no script but the
server's own and the theme's. A page that holds other scripts is served without it, in a sandbox
with an origin of its own (https://www.w3.org/TR/CSP3/).
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sitegen.hypertext import RawText, StartTag, read_events

TOKEN_HEADER = "X-Sitegen-Token"  # noqa: S105 -- the name of a header

CHECKED_HEADERS = ("Host", "Origin", "Content-Type", "Sec-Fetch-Site", TOKEN_HEADER)
_DATA_TYPES = frozenset({"application/json", "application/ld+json"})
_STATIC = re.compile(r"(?:/|(?:\.\./)*)static/(?:[\w-][\w.-]*/)*[\w-][\w.-]*")
"""The address of a file of the theme, such as ``../../static/menu.js``."""
_EXPRESSION = re.compile(r"\{[{%#]")
_LINKING = frozenset({"href", "src", "action", "formaction", "data", "xlink:href"})
_SCRIPT_SCHEME = re.compile(
    r"[\x00-\x20]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE
)


class Refusal(NamedTuple):
    """Why a request is refused."""

    status: int
    why: str


def refusal_of(
    headers: Mapping[str, str | None], hosts: Iterable[str], token: str
) -> Refusal | None:
    """Why a request may not change anything; None if it may.

    Args:
        headers: its ``Host``, ``Origin``, ``Content-Type``, ``Sec-Fetch-Site`` and token.
        hosts: the names under which this server answers, with the port.
        token: the token of this run.
    """
    host = headers.get("Host")
    if host is None or host not in set(hosts):
        return Refusal(421, "this server is for this machine only")
    if headers.get("Origin") != f"http://{host}":
        return Refusal(403, "the request does not come from a page of this server")
    if headers.get("Sec-Fetch-Site") not in (None, "same-origin"):
        return Refusal(403, "the request does not come from a page of this server")
    kind = (headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if kind != "application/json":
        return Refusal(415, "the request is not JSON")
    if not _is_equal(headers.get(TOKEN_HEADER) or "", token):
        return Refusal(403, "the page is from an earlier run of the preview: reload it")
    return None


def runs_own_scripts(page: str, theme_scripts: frozenset[str]) -> bool:
    """Whether a page holds a script that is neither the theme's nor data."""
    script: StartTag | None = None
    for event in read_events(page):
        if isinstance(event, StartTag):
            if _has_script_in_attributes(event):
                return True
            script = event if event.name == "script" else None
            if (
                script
                and "src" in script.attributes
                and not _STATIC.fullmatch(script.attributes["src"])
            ):
                return True
        elif (
            isinstance(event, RawText)
            and script
            and not _is_known(script, event.text, theme_scripts)
        ):
            return True
    return False


def policy_of(
    nonce: str, host: str, theme_scripts: Iterable[str], *, is_search: bool = False
) -> str:
    """The Content-Security-Policy of a page with the bar, or of the desk.

    Args:
        nonce: the nonce of the server's own scripts.
        host: the name of this server, with the port, as the browser sent it.
        theme_scripts: the inline scripts in the theme's templates.
        is_search: whether the page is the search, which runs its index: Pagefind's, in
            WebAssembly, or the list of all texts.
    """
    hashes = (f"'sha256-{_digest(script)}'" for script in sorted(theme_scripts))
    scripts = [f"'nonce-{nonce}'", f"http://{host}/static/", *hashes]
    if is_search:
        index = ("search/documents.js", "pagefind/")
        scripts += [*(f"http://{host}/{name}" for name in index), "'wasm-unsafe-eval'"]
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {' '.join(scripts)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src * data: blob:",
            "media-src * data: blob:",
            "font-src * data:",
            "frame-src *",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


SANDBOX = "sandbox allow-scripts allow-popups allow-forms; frame-ancestors 'none'"
"""The policy of a page that runs scripts of its own."""


def scripts_in(template: str) -> frozenset[str]:
    """The inline scripts of a template that hold no expression of the template language."""
    return frozenset(
        event.text
        for event in read_events(template)
        if isinstance(event, RawText) and event.name == "script" and event.text.strip()
        if not _EXPRESSION.search(event.text)
    )


def _has_script_in_attributes(tag: StartTag) -> bool:
    return any(
        name.startswith("on")
        or (name in _LINKING and _SCRIPT_SCHEME.match(value))
        or name == "srcdoc"
        for name, value in tag.attributes.items()
    )


def _is_known(script: StartTag, text: str, theme_scripts: frozenset[str]) -> bool:
    kind = script.attributes.get("type", "").strip().lower()
    return not text.strip() or kind in _DATA_TYPES or text in theme_scripts


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _is_equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
