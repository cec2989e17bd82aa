"""Where documents stood before: the paths of files and addresses by which texts link to them."""

import posixpath
import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urlsplit

from sitegen.models import Document
from sitegen.readers.markdown.links import is_to_text
from sitegen.text.labels import slugify

_ENDING = re.compile(
    r"/?(?:index)?\.(?:html?|php|aspx?|mdx?|markdown|mdown|mkdn?|mdwn|qmd|rmd|txt)$", re.IGNORECASE
)
_DATED = re.compile(r"^\d{4}-\d{1,2}(?:-\d{1,2})?-")
_FOLDERS = frozenset(
    {"posts", "post", "blog", "p", "articles", "article", "notes", "note", "archives", "entry"}
    | {"entries", "essays", "essay", "stories", "story", "writing", "journal", "news", "content"}
    | {"src", "source", "pages", "_posts", "text", "texts", "log", "weblog", ".", ".."}
)
"""Names of folders around texts, which addresses may have or lack."""


@dataclass(slots=True)
class FormerPlaces:
    """The places of documents in one dump, which may be a website or a folder of notes."""

    base: str = ""
    """The address of the website, without a slash at its end; empty if no document tells it."""
    places: dict[str, str] = field(default_factory=dict)
    """The id of the document at each path."""
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    """By the name that they end with, the paths, and the ids of their documents."""

    def add(self, document: Document) -> None:
        """Adds a document under the addresses that it had, or else under its title."""
        source = _split(document.source or "")
        if not self.base:
            self.base = document.website or (f"{source.scheme}://{source.netloc}" if source else "")
        written = (*document.locations, *([source.path] if source else []))
        for path in filter(None, map(plain_path, written)):
            self.add_path(path, document.id)
        if not written and document.title and (name := slugify(document.title, fallback="")):
            self.names.setdefault(name, {}).setdefault(name, document.id)

    def add_path(self, path: str, id_: str) -> None:
        """Adds a document under a path; an earlier one there stays."""
        self.places.setdefault(path, id_)
        self.names.setdefault(_name_of(path), {}).setdefault(path, id_)

    def find(self, address: str, near: str = "") -> str | None:
        """The id of the document that a link means; None if there is none, or several may be.

        Args:
            address: the address as written, without that of a website.
            near: the path of the text that it stands in.
        """
        path = plain_path(address)
        beside = _beside(address, near)
        if id_ := self.places.get(beside) or self.places.get(path):
            return id_
        if not is_to_text(address):
            return self._by_name(path)
        return None if address.startswith(("./", "../")) else self._by_end(path)

    def _by_name(self, path: str) -> str | None:
        """The document whose address ends with the same name, in folders of texts."""
        folders = path.split("/")[:-1]
        is_text = all(folder.isdigit() or folder in _FOLDERS for folder in folders)
        named = {*self.names.get(_name_of(path), {}).values()} if path and is_text else ()
        return next(iter(named)) if len(named) == 1 else None

    def _by_end(self, path: str) -> str | None:
        """The document whose file has this name or path at its end, as note programs find it."""
        end = path.removeprefix("@/")
        name = _name_of(end)
        named = self.names.get(name, {}) | self.names.get(slugify(name, fallback=""), {})
        ends = (f"/{end}", f"/{slugify(end, fallback='')}")
        found = {id_ for other, id_ in named.items() if _ends_so(other, ends)}
        return next(iter(found)) if len(found) == 1 else None


def plain_path(address: str) -> str:
    """A path without what differs between the addresses of one text."""
    path = unquote(address.partition("#")[0].partition("?")[0]).strip("/").casefold()
    path = _ENDING.sub("", unicodedata.normalize("NFC", path))
    return path.removesuffix("/index").removesuffix(".textbundle/text").rstrip("/")


def _beside(address: str, near: str) -> str:
    """The path of an address that is relative to a text; empty if it is from the root."""
    if address.startswith("/"):
        return ""
    folder = posixpath.dirname(near)
    return plain_path(posixpath.normpath(posixpath.join(folder, address.partition("#")[0])))


def _ends_so(path: str, ends: tuple[str, ...]) -> bool:
    """Whether a path, with or without a date and the mark of a folder of Jekyll, ends so."""
    undated = f"{path.rpartition('/')[0].removeprefix('_')}/{_name_of(path)}"
    return f"/{path}".endswith(ends) or f"/{undated}".endswith(ends)


def _name_of(path: str) -> str:
    return _DATED.sub("", path.rpartition("/")[2])


def _split(address: str) -> SplitResult | None:
    """The parts of an address of the web; None of any other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.netloc else None
