"""The addresses of pages and lists in the site, and links between them.

An address is relative to the root of the site and has no leading slash: ``posts/a-slug/`` is the
``index.html`` of a folder, ``feed.xml`` a file, and the empty string the front page.
"""

import functools
import re
from collections.abc import Callable
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from sitegen.hypertext import change_addresses, may_lead_from_root

_FROM_ROOT = re.compile(r"/(?![/\\])(?P<path>[^?#]*)(?P<rest>.*)", re.DOTALL)
_WITH_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_UNRESERVED = re.compile(r"[A-Za-z0-9_.~/-]*")
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[A-Za-z0-9._~-]*|\[[0-9A-Fa-f:.]+\]")
_SUB_DELIMITERS = "!$&'()*+,;="
_OTHER_IN_NEWER_IDNA = re.compile("[ß\u03c2\u200c\u200d]")
"""Characters that Python's IDNA 2003 codec maps differently than IDNA 2008."""


FOLDERS_OF_PAGES = frozenset(
    {"about-this-digest", "archive", "authors", "editions", "essays", "posts", "tags", "topics"}
)
"""The first folders of all addresses, except those of the front page and further pages."""


EDITIONS_ADDRESS = "editions/"
"""The address of the list of closed editions."""


def essay_address(slug: str) -> str:
    """The address of an essay."""
    return f"essays/{slug}/"


def essays_address(number: int = 1) -> str:
    """The address of the ``number``-th page of the list of essays, from 1.

    The slug of an essay has no slash, so it cannot conflict.
    """
    return "essays/" if number == 1 else f"essays/page/{number}/"


def post_address(slug: str) -> str:
    """The address of a post. It stays the same when the post moves to another topic."""
    return f"posts/{slug}/"


def topic_address(slug: str, number: int = 1) -> str:
    """The address of the ``number``-th page of a topic, from 1."""
    return f"topics/{slug}/" if number == 1 else f"topics/{slug}/{number}/"


def month_address(slug: str, number: int = 1) -> str:
    """The address of the ``number``-th page of a month, such as ``2023-03``, from 1."""
    return f"archive/{slug}/" if number == 1 else f"archive/{slug}/{number}/"


def author_address(slug: str, number: int = 1) -> str:
    """The address of the ``number``-th page of an author, from 1."""
    return f"authors/{slug}/" if number == 1 else f"authors/{slug}/{number}/"


def tag_address(slug: str, number: int = 1) -> str:
    """The address of the ``number``-th page of a tag, from 1."""
    return f"tags/{slug}/" if number == 1 else f"tags/{slug}/{number}/"


def edition_address(slug: str) -> str:
    """The address of the front page of a closed edition."""
    return f"{EDITIONS_ADDRESS}{slug}/"


def search_address(number: int = 1) -> str:
    """The address of the ``number``-th page of the search, from 1."""
    return "search/" if number == 1 else f"search/page/{number}/"


def page_count(posts: int, size: int) -> int:
    """The number of pages of ``size`` entries for a list of ``posts``, at least one."""
    return max(1, -(-posts // size))


def file_of(address: str) -> str:
    """The file in the output that a web server serves at ``address``."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def relative_link(here: str, target: str) -> str:
    """The relative link from the page at ``here`` to ``target``.

    It works at any base URL. It includes ``index.html``, so that it also works with ``file://``.
    """
    return links_from(here)(target)


def links_from(here: str) -> Callable[[str], str]:
    """The function that returns the relative link from the page at ``here`` to an address."""
    folder = here[: here.rfind("/") + 1]
    parent = folder[: folder.rfind("/", 0, -1) + 1]

    def link(target: str) -> str:
        if target.startswith(folder):
            return quoted(file_of(target)[len(folder) :])
        return link_out_of_folder(parent, target)

    return link


@functools.lru_cache(maxsize=16_384)  # several posts link to each, and they are rendered in a row
def link_out_of_folder(parent: str, target: str) -> str:
    """The link to ``target`` from any folder in ``parent`` that does not contain it."""
    if target.startswith(parent):
        return f"../{quoted(file_of(target)[len(parent) :])}"
    start, end = parent.split("/")[:-1], file_of(target).split("/")
    shared = 0
    while shared < min(len(start), len(end) - 1) and start[shared] == end[shared]:
        shared += 1
    return "../" * (len(start) + 1 - shared) + quoted("/".join(end[shared:]))


def quoted(address: str) -> str:
    """The address as a link to it writes it: percent-encoded (RFC 3986)."""
    return address if _UNRESERVED.fullmatch(address) else _percent_encoded(address)


@functools.lru_cache(maxsize=4096)
def _percent_encoded(address: str) -> str:
    return quote(address)


@functools.lru_cache(maxsize=1024)
def absolute_link(base_url: str, target: str) -> str:
    """The absolute URL of ``target`` on the site at ``base_url``."""
    return f"{web_url(base_url).rstrip('/')}/{quoted(target)}"


@functools.lru_cache(maxsize=1024)
def web_url(address: str) -> str:
    """A web address as a URI (RFC 3986), as feeds require it.

    Characters that a URI cannot have are percent-encoded, existing escapes are kept, and the host
    name is converted to ASCII.
    """
    try:
        scheme, place, path, query, fragment = urlsplit(address)
    except ValueError:  # a bracket outside an IP address
        return _with_encoded_host(address)
    user, at, server = place.rpartition("@")
    host, colon, port = (
        server.rpartition(":") if re.search(r":[0-9]*$", server) else (server, "", "")
    )
    return urlunsplit(
        (
            scheme,
            f"{_encoded(user, ':')}{at}{_host_in_ascii(host)}{colon}{port}",
            _encoded(path, "/:@"),
            _encoded(query, "/:@?"),
            _encoded(fragment, "/:@?"),
        )
    )


def _with_encoded_host(address: str) -> str:
    """The address with its host percent-encoded, for a host that cannot be parsed."""
    rest, sign, fragment = address.partition("#")
    scheme, slashes, place = rest.partition("//")
    server = re.split(r"[/?]", place, maxsplit=1)[0]
    path = _encoded(place[len(server) :], "/:@?")
    return f"{scheme}{slashes}{_encoded(server, '')}{path}{sign}{_encoded(fragment, '/:@?')}"


def _encoded(text: str, safe: str) -> str:
    whole = _LONE_PERCENT.sub("%25", text)
    return quote(whole, safe=f"%{safe}{_SUB_DELIMITERS}~", errors="replace")


def _host_in_ascii(host: str) -> str:
    """The host in Punycode if it can be encoded, else percent-encoded."""
    if _HOST.fullmatch(host):
        return host
    try:
        if not _OTHER_IN_NEWER_IDNA.search(host):
            host = host.encode("idna").decode()
    except UnicodeError:
        pass
    return _encoded(host, "")


def rewrite_root_links(html: str, rewrite: Callable[[str], str]) -> str:
    """Replaces every root-relative link, such as ``/media/a.png``, by ``rewrite(address)``.

    Only addresses in tags and style sheets change, not text such as ``href="/"``.
    """

    def change(link: str) -> str:
        found = _FROM_ROOT.fullmatch(link)
        return rewrite(unquote(found["path"])) + found["rest"] if found else link

    if not may_lead_from_root(html):
        return html
    return change_addresses(html, change, only_from_root=True)


def resolve_links(html: str, base_url: str, address: str) -> str:
    """The HTML of the page at ``address`` with absolute URLs in all its links.

    Root-relative links, such as ``/media/a.png``, are relative to ``base_url``, and ``#a-heading``
    is a heading on the page.
    """
    here = absolute_link(base_url, address)

    def change(link: str) -> str:
        if not link or _WITH_SCHEME.match(link):
            return link
        quoted = quote(link, safe="%/:?#[]@!$&'()*+,;=~")
        if _FROM_ROOT.match(link):
            return web_url(base_url).rstrip("/") + quoted
        try:
            return urljoin(here, quoted)
        except ValueError:  # an invalid URL
            return link

    return change_addresses(html, change) if "<" in html else html
