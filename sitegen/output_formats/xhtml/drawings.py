"""Makes SVG pictures valid in a book: no scripts or other files, and only ids that XML allows."""

import re
from xml.etree import ElementTree as ET

from sitegen.media import UncleanError
from sitegen.media.decoding import UnreadableImageError
from sitegen.media.svg import clean_svg

_SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
ET.register_namespace("", _SVG)
ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
_REFERENCE = re.compile(r"url\(\s*[\"']?#([^\"')]*)[\"']?\s*\)")


def make_drawing(data: bytes) -> bytes:
    """The picture as a book may have it.

    Raises:
        UnreadableImageError: it is not well-formed, is no SVG, or refers to other files.
    """
    try:
        root = ET.fromstring(clean_svg(data))  # noqa: S314 -- ``clean_svg`` refuses entities
    except UncleanError as error:
        raise UnreadableImageError(str(error)) from None
    if root.tag != f"{{{_SVG}}}svg":
        raise UnreadableImageError("it is not an SVG: its namespace is missing")
    ids = _keep_valid_ids(root)
    for element in root.iter():
        for name, value in list(element.attrib.items()):
            if not _targets(name, value) <= ids:
                del element.attrib[name]
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _keep_valid_ids(root: ET.Element) -> set[str]:
    ids: set[str] = set()
    for element in root.iter():
        name = element.get("id")
        if name is None:
            continue
        if name in ids or not _NAME.fullmatch(name):
            del element.attrib["id"]
        else:
            ids.add(name)
    return ids


def _targets(attribute: str, value: str) -> set[str]:
    """The ids to which an attribute refers."""
    if attribute in {"href", _XLINK_HREF}:
        return {value[1:]} if value.startswith("#") else set()
    return set(_REFERENCE.findall(value))
