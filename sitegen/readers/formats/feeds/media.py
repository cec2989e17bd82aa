"""The pictures, films and sounds that are attached to an entry of a feed."""

from collections.abc import Iterator

from sitegen.models import Medium
from sitegen.readers.formats.feeds.entries import MEDIA
from sitegen.readers.markdown.pictures import is_media
from sitegen.readers.streams.xml_nodes import Node
from sitegen.readers.web_addresses import join_address

_SHOWN = ("image", "audio", "video")


def enclosures_of(item: Node, base: str, shown: set[str]) -> Iterator[Medium]:
    """What is attached and not shown in the text; its addresses are added to those shown."""
    links = [n for n in item.all("link") if n.attributes.get("rel") == "enclosure"]
    contents = [n for n in item.all("content") if n.attributes.get("src")]
    for node in (*item.all("enclosure"), *links, *contents, *_media_of(item)):
        address = next(
            (node.attributes[k] for k in ("url", "href", "src") if k in node.attributes), ""
        )
        if address and _is_shown(node, address):
            absolute = join_address(base, address.strip())
            if absolute not in shown:
                shown.add(absolute)
                yield Medium(absolute, node.text_of("description", "title"))


def _is_shown(node: Node, address: str) -> bool:
    """Whether a file is a picture, a film or a sound, by its type or else by its name."""
    kind = node.attributes.get("type") or node.attributes.get("medium")
    return kind.startswith(_SHOWN) if kind else is_media(address.partition("?")[0])


def _media_of(item: Node) -> Iterator[Node]:
    """The elements of Media RSS; those of a group are forms of one film or picture."""
    for node in item.children:
        if node.namespace == MEDIA and node.local == "content":
            yield node
        elif node.namespace == MEDIA and node.local == "group":
            yield from sorted(node.all("content"), key=_quality, reverse=True)[:1]


def _quality(form: Node) -> tuple[bool, float]:
    is_default = form.attributes.get("isDefault") == "true"
    for name in ("bitrate", "height", "width", "fileSize"):
        try:
            return is_default, float(form.attributes[name])
        except (KeyError, ValueError):
            continue
    return is_default, 0.0
