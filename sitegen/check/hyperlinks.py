"""Where an address that a file of the output names leads: into the site, or elsewhere."""

import functools
import posixpath
import re
from collections.abc import Set
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from sitegen.addresses import file_of, web_url

_NOWHERE = "https://digest.invalid/"
"""Where a site stands that does not say where it will stand."""
_PLAIN = re.compile(r"(?:\.\./)*(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*")
"""A relative address without anything to decode: nearly all are."""


class Target(NamedTuple):
    """A place in the site."""

    file: str
    """The path in the output, whether there is such a file or not.

    The whole address of what is on the site's own host, but outside the site's path there.
    """
    fragment: str = ""
    """The id of an element on that page; empty for the page itself."""

    @property
    def address(self) -> str:
        """As an editor writes it: ``/essays/on-lamps/#notes``."""
        page = address_of(self.file)
        return f"{page}#{self.fragment}" if self.fragment else page


class Outside(NamedTuple):
    """A place on the web that is not in the site."""

    url: str


def address_of(file: str) -> str:
    """The address of a file in the output, from the site's root: ``/essays/on-lamps/``."""
    if is_astray(file):
        return file
    folder, _, name = file.rpartition("/")
    return (f"/{folder}/" if folder else "/") if name == "index.html" else f"/{file}"


def is_astray(file: str) -> bool:
    """Whether a target's file is none, but an address outside the site on the site's host."""
    return "://" in file


class Resolver:
    """Finds what addresses lead to, in a site that holds some files."""

    def __init__(self, base_url: str, files: Set[str]) -> None:
        """Makes ready.

        Args:
            base_url: where the site will stand; empty where that is not known.
            files: the paths of all files in the output.
        """
        self._root = f"{web_url(base_url or _NOWHERE).rstrip('/')}/"
        self._split = urlsplit(self._root)
        self._host = _host(self._split)
        self._files = files

    def resolve(self, address: str, file: str, base: str = "") -> Target | Outside | None:
        """What ``address`` leads to, in the output's ``file``.

        None where that is nothing on the web, as for ``mailto:``, or cannot be made out.

        Args:
            address: as the file has it.
            file: its path in the output.
            base: what relative addresses on that page start from, if not from the page.
        """
        if not base and _PLAIN.fullmatch(address):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(file), address))
            if not path.startswith(".."):
                return self._target(path, "")
        try:
            here = urljoin(self._root + quote(file.removesuffix("index.html")), base)
            whole = _with_plain_path(urlsplit(urljoin(here, _with_slashes(address))))
            host = _host(whole)
        except ValueError:
            return None
        if whole.scheme not in {"http", "https"} or not whole.netloc:
            return None
        if host != self._host:
            return Outside(whole.geturl())
        if not f"{whole.path}/".startswith(self._split.path):
            return Target(whole._replace(query="", fragment="").geturl())
        path = unquote(whole.path[len(self._split.path) :])
        return self._target(path, _element(whole.fragment))

    def lacks_path(self, target: Target) -> bool:
        """Whether an astray address is that of a file in the site, but for the site's path."""
        path = unquote(urlsplit(target.file).path).lstrip("/")
        return bool(path) and self._target(path, "").file in self._files

    def _target(self, path: str, fragment: str) -> Target:
        """A folder is named by its page, with or without a slash at the end, as on every host."""
        file = file_of(path)
        if file not in self._files and f"{file}/index.html" in self._files:
            file = f"{file}/index.html"
        return Target(file, fragment)


def _host(place: SplitResult) -> tuple[str, int | None]:
    """The host and, unless it is the usual one, the port: http and https are one site."""
    usual = {"http": 80, "https": 443}.get(place.scheme)
    port = place.port if place.port != usual else None
    return (place.hostname or "").rstrip("."), port


def _with_slashes(address: str) -> str:
    """The address with slashes for backslashes, as browsers read them."""
    if "\\" not in address:
        return address
    path = re.match(r"[^?#]*", address)
    return path[0].replace("\\", "/") + address[path.end() :] if path else address


def _with_plain_path(place: SplitResult) -> SplitResult:
    """The place without dots as names of folders in its path."""
    if "/." not in place.path:
        return place
    path = posixpath.normpath(place.path)
    is_folder = place.path.endswith(("/", "/.", "/..")) and path != "/"
    return place._replace(path=f"{path}/" if is_folder else path)


@functools.lru_cache
def _element(fragment: str) -> str:
    """The id in a fragment: none for the page's top, and without directions for the browser."""
    name = unquote(fragment.partition(":~:")[0])
    return "" if name.lower() == "top" else name
