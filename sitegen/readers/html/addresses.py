"""Addresses in HTML: resolves them, and writes them in Markdown."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, quote, urljoin

from sitegen.hypertext import spans_in
from sitegen.text.labels import link_at

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED = str.maketrans("", "", "\t\n\r")
"""Characters that browsers remove from an address."""
_OUTER = "".join(map(chr, range(33)))
"""Characters that browsers strip around an address."""
_UNSAFE = re.compile(
    r"[\s\x00-\x20\x7f\u200b-\u200f\u2028-\u202e\u2066-\u2069<>\"'`{}|\\^“”„‘’«»…]"
)
_BRACKETS = re.compile(r"[\[\]]")
_ENTITY_END = re.compile(r"(&#?[0-9A-Za-z]+);")
_FILE_OF_PICTURE = re.compile(r"\.(?:avif|gif|hei[cf]|jpe?g|png|svg|webp)$", re.IGNORECASE)
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
_FORWARD = re.compile(
    r"https?://(?:www\.)?(google\.com/url|youtube\.com/redirect|l\.facebook\.com/l\.php"
    r"|t\.umblr\.com/redirect|hatenablog-parts\.com/embed|cdn\.embedly\.com/widgets/media\.html)\?",
    re.IGNORECASE,
)
_ANONYMOUS = re.compile(r"https?://href\.li/\?(?=https?://)", re.IGNORECASE)
"""What Tumblr puts before addresses, to hide where a reader comes from."""
_FORWARD_NAMES = {
    "google.com/url": "q url",
    "youtube.com/redirect": "q",
    "l.facebook.com/l.php": "u",
    "t.umblr.com/redirect": "z",
    "hatenablog-parts.com/embed": "url",
    "cdn.embedly.com/widgets/media.html": "url",
}
_DICTIONARY = re.compile(r"(?:https?:)?//d\.hatena\.ne\.jp/keyword/")
_EMBEDDED = re.compile(
    r"//(?:www\.)?(?:youtube(?:-nocookie)?\.com/(?:embed|v)/(?P<youtube>[\w-]{6,})"
    r"|player\.vimeo\.com/video/(?P<vimeo>\d+))"
)

_HOST = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#:]|\Z)", re.IGNORECASE)
"""How an address begins that somebody wrote without ``http://``."""


def resolve(address: str, base: str | None) -> str:
    """The address as a browser reads it, relative to ``base``; empty if it is malformed.

    One that begins with ``www.`` is whole: a browser would look for a page of that name.
    """
    address = address.strip(_OUTER).translate(_IGNORED)
    if not address:
        return ""
    if _HOST.match(address):
        return f"https://{address}"
    if address.startswith("//") and not base:
        return f"https:{address}"
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address if _SCHEME.match(address) else ""


def unwrapped(address: str) -> str:
    """The address to which a page of Google, Tumblr or the like forwards, or which it embeds."""
    address = _ANONYMOUS.sub("", address, count=1)
    found = _FORWARD.match(address)
    names = _FORWARD_NAMES.get(found[1].lower(), "") if found else ""
    query = parse_qs(address.partition("?")[2].partition("#")[0]) if names else {}
    target = next((query[name][0] for name in names.split() if name in query), "")
    return target if scheme_of(target) in ("http", "https") else address


def scheme_of(address: str) -> str:
    """The scheme in lower case; empty for a relative address."""
    found = _SCHEME.match(address)
    return found[1].lower() if found else ""


def written(address: str) -> str:
    """The address as it stands in the parentheses of a link in Markdown."""
    address = _UNSAFE.sub(lambda found: quote(found[0], safe=""), address)
    authority, slashes, rest = address.partition("://")
    rest = _BRACKETS.sub(lambda found: quote(found[0], safe=""), rest if slashes else authority)
    address = f"{authority}://{rest}" if slashes else rest
    address = _ENTITY_END.sub(r"\1%3B", address)
    if not _is_balanced(address):
        address = address.replace("(", "%28").replace(")", "%29")
    return address


def is_bare(address: str, following: str, before: str) -> bool:
    """Whether an address alone becomes a link to it between these texts."""
    if before and (before[-1].isalnum() or before[-1] in "_/\\@"):
        return False
    span = link_at(address + following, 0)
    return span is not None and span.kind == "url" and span.end == len(address)


def is_picture(address: str) -> bool:
    """Whether the address names the file of a picture."""
    return bool(_FILE_OF_PICTURE.search(address.partition("?")[0].partition("#")[0]))


def source_of(attributes: Mapping[str, str]) -> str:
    """The address in an ``<img>``, ``<source>`` or the like, also if a script would load it."""
    for name in _LAZY:
        if attributes.get(name, "").strip():
            return attributes[name]
    source = attributes.get("src", "").strip(_OUTER)
    if source and not source.lower().startswith("data:"):
        return source
    for name in ("data-srcset", "data-lazy-srcset", "srcset"):
        if largest := _largest_of(attributes.get(name, "")):
            return largest
    return source


def page_of_embed(address: str) -> str:
    """The address of the page that shows what a player embeds."""
    found = _EMBEDDED.search(address)
    if found and found["youtube"] and found["youtube"] != "videoseries":
        return f"https://www.youtube.com/watch?v={found['youtube']}"
    if found and found["vimeo"]:
        return f"https://vimeo.com/{found['vimeo']}"
    return unwrapped(address)


def is_of_service(address: str) -> bool:
    """Whether a link is not the author's: Hatena links each word that its dictionary knows."""
    return _DICTIONARY.match(address) is not None


def _largest_of(srcset: str) -> str:
    """The address with the largest descriptor in a ``srcset``."""
    best, size = "", -1.0
    for start, end in spans_in(srcset, "srcset"):
        found = re.match(r"\s+([\d.]+)[wx]", srcset[end : end + 20])
        try:
            own = float(found[1]) if found else 1.0
        except ValueError:
            own = 1.0
        address = srcset[start:end]
        if own > size and not address.lower().startswith("data:"):
            best, size = address, own
    return best


def _is_balanced(address: str) -> bool:
    depth = 0
    for character in address:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0
