"""Parts of pages that many have in common, rendered once.

A theme shows a template with ``shared()`` that may read only the site; it is the same on all pages
of one depth. Constant parts, which ``sitegen.themes.constant_parts`` finds, are the same on pages
whose folders are next to each other, such as those of all posts: they have the same links to all
that is not in their own folders.
"""

import functools
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from markupsafe import Markup

from sitegen.addresses import file_of, link_out_of_folder, quoted
from sitegen.themes.compiling import Block, TemplateContext
from sitegen.themes.environment import ThemeEnvironment
from sitegen.views.tracking import Dependencies, Page, Topic, Tracker

if TYPE_CHECKING:
    from sitegen.views.field_sets import FieldSet
    from sitegen.views.record_snapshot import Key

_KEPT_FOLDERS = 16
"""The number of folders whose parts are kept. Pages are rendered by their kinds: few are in use."""
_KEPT_SETS = 1000
"""The number of sets of parts whose dependencies are kept."""
_WITH_ADDRESS = Page, Topic
_LINK = re.compile('href="([^"]*)index\\.html"')


class _Part(NamedTuple):
    """A constant part, as pages in folders next to each other show it."""

    html: str
    dependencies: Dependencies
    folders: frozenset[str]
    """The folders with anything that it links to. The pages in them have other links."""


class PageParts:
    """What one page has in common with those in folders next to its own."""

    def __init__(self, folder: str, siblings: "_Siblings") -> None:
        self._folder = folder
        self._siblings = siblings
        self._shown: dict[Block, None] = {}
        """The parts that the page shows, in their order."""

    def find(self, block: Block, name: str = "", parent: str = "") -> str | None:
        """What ``block`` writes on this page; see ``sitegen.themes.compiling.KnownParts``."""
        part = self._siblings.parts.get(block)
        if part is None:
            part = self._siblings.render(block, name, parent)
        if self._folder in part.folders:
            return None
        self._shown[block] = None
        return part.html

    def dependencies(self) -> Dependencies:
        """The dependencies of the parts that the page shows."""
        return self._siblings.dependencies(tuple(self._shown))


class CommonParts:
    """The parts of all pages of a site."""

    def __init__(
        self,
        environment: ThemeEnvironment,
        tracker: Tracker,
        full_url: Callable[[object], str],
    ) -> None:
        self._environment = environment
        self._tracker = tracker
        self._full_url = full_url
        self._shared: dict[tuple[str, str], tuple[str, Dependencies]] = {}
        self._siblings = functools.lru_cache(_KEPT_FOLDERS)(self._make_siblings)

    def of(self, address: str) -> PageParts | None:
        """The constant parts of the page at ``address``; None if it has no folder of its own."""
        if not address.endswith("/"):
            return None
        parent = address[: address.rfind("/", 0, -1) + 1]
        return PageParts(address, self._siblings(parent))

    def shared(self, name: str, prefix: str, address: str) -> Markup:
        """The template ``name``, with the link to the page at ``address`` or its folder marked.

        Args:
            name: the name of the template.
            prefix: what links begin with, which is the same on all pages at the same depth.
            address: the page that shows it.
        """
        html = self._render_shared(name, prefix)
        return Markup(_mark_current(html, _current_links(prefix, address)))  # noqa: S704 -- from a template

    def _render_shared(self, name: str, prefix: str) -> str:
        if (name, prefix) not in self._shared:
            self._shared[name, prefix] = self._tracker.track_separately(
                lambda: self._render(name, prefix)
            )
        html, dependencies = self._shared[name, prefix]
        self._tracker.add(dependencies)
        return html

    def _render(self, name: str, prefix: str) -> str:
        self._tracker.add_template(name)
        return self._environment.get_template(name).render(
            site=self._tracker.site,
            here="",
            url=lambda target: _link_from(prefix, address_of(target)),
        )

    def _make_siblings(self, parent: str) -> "_Siblings":
        return _Siblings(
            parent, self._environment, self._tracker, self._full_url, self._render_shared
        )


class _Siblings:
    """The constant parts of pages whose folders are in the same folder."""

    def __init__(
        self,
        parent: str,
        environment: ThemeEnvironment,
        tracker: Tracker,
        full_url: Callable[[object], str],
        render_shared: Callable[[str, str], str],
    ) -> None:
        self.parts: dict[Block, _Part] = {}
        """Those that were rendered, by their functions."""
        self._parent = parent
        self._environment = environment
        self._tracker = tracker
        self._render_shared = render_shared
        self._dependencies: dict[tuple[Block, ...], Dependencies] = {}
        """The dependencies of several parts together. Most pages show the same ones."""
        self._targets: set[str] = set()
        """The addresses that the part that is being rendered links to."""
        variables = {
            **environment.globals,
            "site": tracker.site,
            "url": self._url,
            "full_url": full_url,
            "shared": self._shared,
            "here": _Here(self._targets),
        }
        self._context = TemplateContext(environment, variables, None, {})

    def render(self, block: Block, name: str, parent: str) -> _Part:
        """Renders a part that no page showed so far; arguments as for ``PageParts.find``."""

        def write() -> str:
            if name:
                self._environment.note(name, parent)
            return self._environment.concat(block(self._context))

        self._targets.clear()
        html, dependencies = self._tracker.track_separately(write)
        part = _Part(html, dependencies, frozenset(_folders_of(self._targets)))
        self.parts[block] = part
        return part

    def dependencies(self, blocks: tuple[Block, ...]) -> Dependencies:
        """The dependencies of some parts together."""
        if blocks not in self._dependencies:
            if len(self._dependencies) >= _KEPT_SETS:
                self._dependencies.clear()
            whole: dict[Key, FieldSet] = {}
            for block in blocks:
                for key, fields in self.parts[block].dependencies.items():
                    whole[key] = whole.get(key, 0) | fields
            self._dependencies[blocks] = whole
        return self._dependencies[blocks]

    def _url(self, target: object) -> str:
        address = address_of(target)
        self._targets.add(address)
        return link_out_of_folder(self._parent, address)

    def _shared(self, name: str) -> Markup:
        prefix = "../" * (self._parent.count("/") + 1)
        html = self._render_shared(name, prefix)
        links = (link.removeprefix(prefix) for link in _LINK.findall(html))
        self._targets.update(map(unquote, links))
        marked = _mark_current(html, _current_links(prefix, f"{self._parent}-/")[1:])
        return Markup(marked)  # noqa: S704 -- from a template


class _Here:
    """The address of a page that a part compares with none of its own."""

    __hash__ = None  # type: ignore[assignment]  # it is only compared

    def __init__(self, targets: set[str]) -> None:
        self._targets = targets

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, str):
            return NotImplemented
        self._targets.add(other)
        return False


def link_prefix(address: str) -> str:
    """What links from the page at ``address`` to the root begin with."""
    return "../" * address.count("/")


def address_of(target: object) -> str:
    """The address of what a template links to.

    Raises:
        TypeError: it has none.
    """
    if type(target) is str:
        return target
    if isinstance(target, _WITH_ADDRESS):
        address = target.reader.read("address")  # faster than as an attribute
    else:
        address = getattr(target, "address", target)  # a tag is a string with an address
    if not isinstance(address, str):
        raise TypeError(f"url() takes an address or a page, not {target}")
    return address


def _folders_of(addresses: Iterable[str]) -> Iterable[str]:
    """The folders of some addresses, and those above them."""
    yield ""
    for address in addresses:
        for place, sign in enumerate(address, 1):
            if sign == "/":
                yield address[:place]


def _mark_current(html: str, links: Iterable[tuple[str, str]]) -> str:
    """Adds ``aria-current`` to the first of ``links`` that the HTML has."""
    for link, value in links:
        if link in html:
            return html.replace(link, f'{link} aria-current="{value}"', 1)
    return html


@functools.lru_cache(maxsize=1)  # a page has several templates to share
def _current_links(prefix: str, address: str) -> tuple[tuple[str, str], ...]:
    """The links to ``address`` and the folders above it, each with its ``aria-current``."""
    links = []
    folder, value = address, "page"
    while folder:
        links.append((f'href="{_link_from(prefix, folder)}"', value))
        folder = folder.removesuffix("/").rpartition("/")[0]
        folder, value = (f"{folder}/" if folder else ""), "true"
    return tuple(links)


def _link_from(prefix: str, address: str) -> str:
    is_absolute = prefix.startswith("/")
    return prefix + quoted(address if is_absolute else file_of(address))
