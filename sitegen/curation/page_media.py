"""Pictures, films and sounds that only certain pages show: they go when these pages are deleted."""

import html
import mimetypes
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote

from sitegen.configuration.settings import Config
from sitegen.errors import ContentError
from sitegen.filesystem.listing import MEDIA, list_content, list_names

_WITHOUT_ADDRESSES = ("image/", "audio/", "video/", "font/")
_SVG = "image/svg+xml"


def media_of_pages_alone(config: Config, pages: Iterable[Path]) -> list[Path]:
    """The files in ``content/media/`` that these pages name, and nothing else in the digest.

    A file stays if its name is anywhere else: in a draft, a page that cannot be read, a script, a
    stylesheet, the configuration or a theme. So does one that a symbolic link leads to.
    """
    own = set(pages)
    text = "\n".join(_plain(path) for path in own)
    names = list_content(config.content, ContentError).names
    found = [name for name in names if name.startswith(MEDIA) and _folded(name) in text]
    for other in _others(config, names) if found else ():
        if other not in own:
            text = _plain(other)
            found = [name for name in found if _folded(name.rpartition("/")[2]) not in text]
    content = config.content.resolve()
    paths = ((config.content / name, content / name) for name in found)
    return [path for path, own_place in paths if path.resolve() == own_place]


def _others(config: Config, names: Iterable[str]) -> Iterator[Path]:
    """All files of a digest that may name a file in ``content/media/``."""
    themes = config.root / "themes"
    yield from config.root.glob("*.toml")
    yield from (config.content / name for name in names if _may_hold_addresses(name))
    yield from (themes / name for name in list_names(themes, ContentError))


def _may_hold_addresses(name: str) -> bool:
    kind = mimetypes.guess_type(name)[0] or ""
    return kind == _SVG or not kind.startswith(_WITHOUT_ADDRESSES)


def _plain(path: Path) -> str:
    """The text of a file, in which a name is found however it is escaped; empty for no file."""
    try:
        return _folded(path.read_bytes().decode(errors="replace"))
    except OSError:
        return ""


def _folded(text: str) -> str:
    return normalize("NFC", unquote(html.unescape(text.replace("\\", "")))).casefold()
