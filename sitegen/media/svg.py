"""Cleans SVG pictures: keeps what draws, without scripts, metadata and references to other files.

Written by the standard library's expat, which bounds what entities expand to.
"""

from xml.parsers import expat

from sitegen.media.errors import DAMAGED, UncleanError

_SKIPPED = frozenset(("metadata", "script", "foreignobject", "title", "desc", "iframe", "audio"))
_PREFIXES = frozenset(("xlink", "xml", "svg"))
_LINKS = frozenset(("href", "xlink:href", "src"))
_PICTURES = ("#", "data:image/png;", "data:image/gif;", "data:image/webp;")
"""What a reference may lead to; a JPEG within a picture may have a place in it."""


def clean_svg(data: bytes) -> bytes:
    """The same picture, with only what draws it.

    Raises:
        UncleanError: it is not well-formed, declares entities, or its styles refer to files.
    """
    writer = _Writer()
    parser = expat.ParserCreate()
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.add
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(data, True)  # noqa: FBT003 - it takes no keyword
    except (expat.ExpatError, ValueError, LookupError):
        raise UncleanError(DAMAGED) from None
    return "".join(writer.parts).encode()


def _refuse_entity(*_: object) -> None:
    raise UncleanError("it declares entities")


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self._skipped = 0
        """How many open elements are not written."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipped or not _is_known(name) or _local(name) in _SKIPPED:
            self._skipped += 1
            return
        from xml.sax.saxutils import quoteattr  # noqa: PLC0415 - it loads urllib.request, which is slow

        kept = (
            f" {key}={quoteattr(value)}"
            for key, value in attributes.items()
            if _is_kept(key, value)
        )
        self.parts.append(f"<{name}{''.join(kept)}>")

    def end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self.parts.append(f"</{name}>")

    def add(self, text: str) -> None:
        if not self._skipped:
            from xml.sax.saxutils import escape  # noqa: PLC0415 - as above

            _check_style(text)
            self.parts.append(escape(text))


def _is_known(name: str) -> bool:
    prefix, colon, _ = name.partition(":")
    return not colon or prefix in _PREFIXES


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _is_kept(key: str, value: str) -> bool:
    if key.startswith("xmlns"):
        return key in ("xmlns", "xmlns:xlink", "xmlns:svg")
    if key.lower() in _LINKS:
        return value.strip().lower().startswith(_PICTURES)
    _check_style(value)
    return _is_known(key) and not key.lower().startswith("on")


def _check_style(text: str) -> None:
    """Refuses a style that refers to another file."""
    lowered = text.lower().replace(" ", "")
    inside = lowered.replace("url(#", "").replace("url('#", "").replace('url("#', "")
    if "url(" in inside or "@import" in lowered:
        raise UncleanError("its styles refer to other files")
