"""Resolves the addresses in files of the output: to a file of the site, or outside it."""

import functools
import posixpath
import re
from collections.abc import Set
from typing import NamedTuple
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from sitegen.addresses import file_of, web_url

_NOWHERE = "https://digest.invalid/"
"""The base URL of a site whose configuration has none."""
_PLAIN = re.compile(r"(?:\.\./)*(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*")
"""A relative address with nothing to decode, as nearly all are."""
_PLAIN_PAGE = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*(?:[A-Za-z0-9_][A-Za-z0-9_.-]*)?")
"""The address of a page from the root of the site, with nothing to decode."""
_PLAIN_FRAGMENT = re.compile(r"#[A-Za-z][A-Za-z0-9_:-]*")
_ABSOLUTE = re.compile("https?://", re.IGNORECASE)


class Target(NamedTuple):
    """A file of the site, or an element in it."""

    file: str
    """The path in the output; the file need not exist.

    For an address on the site's host but outside the site's path: the whole address.
    """
    fragment: str = ""
    """The id of an element on that page; empty for the page itself."""

    @property
    def address(self) -> str:
        """The address as an editor writes it: ``/essays/on-lamps/#notes``."""
        page = address_of(self.file)
        return f"{page}#{self.fragment}" if self.fragment else page


class Outside(NamedTuple):
    """An address on the web outside the site."""

    url: str


def address_of(file: str) -> str:
    """The address of a file in the output, from the site's root: ``/essays/on-lamps/``."""
    if is_outside_path(file):
        return file
    folder, _, name = file.rpartition("/")
    return (f"/{folder}/" if folder else "/") if name == "index.html" else f"/{file}"


def is_outside_path(file: str) -> bool:
    """Whether a target's file is an address on the site's host but outside the site."""
    return "://" in file


class Resolver:
    """Resolves addresses in a site with some files."""

    def __init__(self, base_url: str, files: Set[str]) -> None:
        """Takes the address and the files of the site."""
        self._root = f"{web_url(base_url or _NOWHERE).rstrip('/')}/"
        self._split = urlsplit(self._root)
        self._host = _host(self._split)
        self._files = files
        self._absolute: dict[str, Target | Outside | None] = {}
        """Where absolute URLs lead: pages repeat them, and the result is the same for all pages."""

    def resolve(self, address: str, file: str, base: str = "") -> Target | Outside | None:
        """Where ``address`` leads from the output's ``file``.

        None for an address that is not on the web, such as ``mailto:``, or is malformed.

        Args:
            address: as it is written in the file.
            file: its path in the output.
            base: the base URL that the page sets for relative addresses, if it sets one.
        """
        if base:
            return self._resolve(address, file, base)
        if _PLAIN.fullmatch(address):
            path = _joined(file, address)
            if path is not None:
                return self._target(path, "")
        elif _PLAIN_FRAGMENT.fullmatch(address) and "/." not in file:
            return self._target(file.removesuffix("index.html"), _element(address[1:]))
        elif _ABSOLUTE.match(address):
            if address not in self._absolute:
                self._absolute[address] = self._resolve_absolute(address)
            return self._absolute[address]
        return self._resolve(address, file)

    def _resolve_absolute(self, address: str) -> Target | Outside | None:
        """Resolves an absolute URL. Each page has several of its own, which need no decoding."""
        path = address.removeprefix(self._root)
        if path != address and _PLAIN_PAGE.fullmatch(path):
            return self._target(path, "")
        return self._resolve(address, "")

    def _resolve(self, address: str, file: str, base: str = "") -> Target | Outside | None:
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

    def resolve_written(self, address: str, file: str) -> Target | Outside | None:
        """What ``address`` leads to where an editor wrote it, in the text of the output's ``file``.

        An address from the root, such as ``/about/``, leads from the root of the site, wherever
        on its host the site will stand.
        """
        if address.startswith("/") and address[1:2] not in ("/", "\\"):
            address = self._split.path + address[1:]
        return self.resolve(address, file)

    def is_file(self, path: str) -> bool:
        """Whether the site has a file at a path in the output."""
        return path in self._files

    def lacks_path(self, target: Target) -> bool:
        """Whether an address outside the site's path is that of a file, with the path left out."""
        path = unquote(urlsplit(target.file).path).lstrip("/")
        return bool(path) and self._target(path, "").file in self._files

    def _target(self, path: str, fragment: str) -> Target:
        """Treats the address of a folder with and without a final slash alike, as hosts do."""
        file = file_of(path)
        if file not in self._files and f"{file}/index.html" in self._files:
            file = f"{file}/index.html"
        return Target(file, fragment)


def _joined(file: str, address: str) -> str | None:
    """The path of a plain relative address; None if it leads above the root of the site."""
    folder = file.rpartition("/")[0]
    while address.startswith("../"):
        if not folder:
            return None
        folder, address = folder.rpartition("/")[0], address[3:]
    return f"{folder}/{address}" if folder else address


def _host(place: SplitResult) -> tuple[str, int | None]:
    """The host and the port, None for the default one: http and https are the same site."""
    default = {"http": 80, "https": 443}.get(place.scheme)
    port = place.port if place.port != default else None
    return (place.hostname or "").rstrip("."), port


def _with_slashes(address: str) -> str:
    """The address with its backslashes replaced by slashes, as in browsers."""
    if "\\" not in address:
        return address
    path = re.match(r"[^?#]*", address)
    return path[0].replace("\\", "/") + address[path.end() :] if path else address


def _with_plain_path(place: SplitResult) -> SplitResult:
    """The address with ``.`` and ``..`` in its path resolved."""
    if "/." not in place.path:
        return place
    path = posixpath.normpath(place.path)
    is_folder = place.path.endswith(("/", "/.", "/..")) and path != "/"
    return place._replace(path=f"{path}/" if is_folder else path)


@functools.lru_cache
def _element(fragment: str) -> str:
    """The id in a fragment, without text directives; empty for the top of the page."""
    name = unquote(fragment.partition(":~:")[0])
    return "" if name.lower() == "top" else name
