"""What the elements of an item say."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone

from sitegen.readers.dates import parse_date
from sitegen.readers.findings import Reason
from sitegen.readers.html import unescape_title
from sitegen.readers.streams.xml_nodes import Node

_TAG_DOMAINS = frozenset({"category", "post_tag", "tag", ""})
_OWN_TAGS = frozenset(
    {
        "uncategorized", "uncategorised", "unkategorisiert", "allgemein", "sin categoría",
        "sin categorizar", "non classé", "senza categoria", "sem categoria", "geen categorie",
        "niet gecategoriseerd", "bez kategorii", "ikke kategoriseret", "ukategoriseret",
        "ukategorisert", "okategoriserade", "okategoriserad", "luokittelematon", "nezařazené",
        "kategorizálatlan", "sense categoria", "fără categorie", "без рубрики", "без категорії",
        "未分類", "未分类", "미분류",
    }
)  # fmt: skip
"""Categories that WordPress makes itself."""

_RESTRICTIONS: Mapping[str, tuple[Reason, frozenset[str]]] = {
    "_jetpack_newsletter_access": ("paid", frozenset({"", "everybody"})),
    "_is_paid": ("paid", frozenset({"", "0"})),
    "_members_access_role": ("followers only", frozenset({""})),
    "_wpmem_block": ("followers only", frozenset({"", "0"})),
    "groups-read": ("followers only", frozenset({"", "0"})),
    "rcp_subscription_level": ("followers only", frozenset({"", "0"})),
    "rcp_user_level": ("followers only", frozenset({"", "All", "None"})),
    "rcUserLevel": ("followers only", frozenset({"", "All", "None"})),
    "patreon-level": ("paid", frozenset({"", "0"})),
}
"""Custom fields of plugins for members, with the values that mean everybody."""

_ULTIMATE_MEMBER = "um_content_restriction"
_FOR_MEMBERS = re.compile(
    r"\"_um_custom_access_settings\";(?:s:1:\"1\"|b:1|i:1).*"
    r"\"_um_accessible\";(?:s:1:\"[12]\"|i:[12])",
    re.DOTALL,
)
"""How the plugin Ultimate Member says that not everybody sees a post."""
_SHOWN = re.compile(r"\s*(?:audio|video|image)/")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,4})?")
_PAYWALL = "<!-- wp:jetpack/paywall"
_FURTHEST_OFFSET = timedelta(hours=14)
_OFFSET_STEP = timedelta(minutes=15)


def content_of(item: Node) -> str:
    """The text: ``content:encoded``, and not ``excerpt:encoded``."""
    for node in item.all("encoded"):
        if "excerpt" not in node.namespace:
            return node.text
    return ""


def excerpt_of(item: Node) -> str:
    """The excerpt; of an attachment, its caption."""
    found = (node.text for node in item.all("encoded") if "excerpt" in node.namespace)
    return next(found, "")


def metadata_of(item: Node, key: str) -> str:
    """The value of a custom field; empty if the item has none."""
    for field in item.all("postmeta"):
        if field.text_of("meta_key") == key:
            return field.text_of("meta_value")
    return ""


def enclosures_of(item: Node) -> Iterator[str]:
    """The addresses of sounds and films, each in a field with its length and its type below it."""
    for field in item.all("postmeta"):
        if field.text_of("meta_key") == "enclosure":
            address, *facts = field.text_of("meta_value").split("\n") or [""]
            if address.startswith("http") and facts[1:2] and _SHOWN.match(facts[1]):
                yield address.strip()


def restrictions_of(item: Node) -> Iterator[Reason]:
    """Each reason why a plugin shows a published post to members or payers only.

    A newsletter with a paywall in its text is public above it.
    """
    for field in item.all("postmeta"):
        key = field.text_of("meta_key")
        if key == _ULTIMATE_MEMBER and _FOR_MEMBERS.search(field.text_of("meta_value")):
            yield "followers only"
        if key not in _RESTRICTIONS:
            continue
        reason, open_values = _RESTRICTIONS[key]
        value = field.text_of("meta_value")
        if value not in open_values and _PAYWALL not in content_of(item):
            yield "followers only" if value == "subscribers" else reason


def date_of(item: Node) -> datetime | None:
    """When a post was published: in GMT, else as the feed says, else in local time.

    The local time tells the offset of the blog.
    """
    local = parse_date(item.text_of("post_date"))
    written = (parse_date(item.text_of(name)) for name in ("post_date_gmt", "pubdate"))
    moment = next(filter(None, written), None)
    if moment is None or local is None:
        return moment or local
    offset = local - moment
    is_offset = abs(offset) <= _FURTHEST_OFFSET and not offset % _OFFSET_STEP
    return moment.astimezone(timezone(offset)) if is_offset else moment


def authors_of(item: Node, names: Mapping[str, str]) -> str | None:
    """The names of the authors; the plugin Co-Authors Plus has a taxonomy for them."""
    nodes = [node for node in item.all("category") if node.attributes.get("domain") == "author"]
    logins = [node.text.strip() for node in nodes] or [
        item.text_of("http://purl.org/dc/elements/1.1/ creator", "creator")
    ]
    found = (names.get(login, login) for login in logins)
    return ", ".join(dict.fromkeys(filter(None, found))) or None


def language_of(item: Node) -> str | None:
    """The language of a post, which the plugin Polylang keeps as a taxonomy."""
    for node in item.all("category"):
        name = node.attributes.get("nicename", "")
        if node.attributes.get("domain") == "language" and _LANGUAGE.fullmatch(name):
            return name
    return None


def tags_of(item: Node) -> Iterator[str]:
    """The categories and tags, each once; version 1.0 writes each twice."""
    names: dict[str, str] = {}
    for node in item.all("category"):
        if node.attributes.get("domain", "") in _TAG_DOMAINS:
            name = unescape_title(node.text)
            names.setdefault(name.casefold(), name)
    yield from (name for key, name in names.items() if key and key not in _OWN_TAGS)
