"""The elements of XML, as a tree."""

from functools import lru_cache
from html import escape

_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"})
_FEW = 8
"""So many children are looked through each time that one is asked for."""


class Node:
    """An element.

    Args:
        name: its namespace and local name, separated by a space; the local name, if it has none.
        attributes: by their names, written likewise.
    """

    __slots__ = ("_by_name", "attributes", "children", "content", "is_whole", "local", "name")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.local = _local_name(name)
        """The name without its namespace, in lower case."""
        self.attributes = attributes
        self.content: list[Node | str] = []
        """The texts and elements in it."""
        self.children: list[Node] = []
        """The elements in it."""
        self.is_whole = True
        """Whether its markup is whole; of others, elements may be missing."""
        self._by_name: dict[str, list[Node]] | None = None

    @property
    def namespace(self) -> str:
        """The namespace; empty if there is none."""
        return self.name.rpartition(" ")[0]

    def add(self, child: "Node") -> None:
        """Adds an element."""
        self.content.append(child)
        self.children.append(child)
        self._by_name = None

    @property
    def text(self) -> str:
        """Its own text, without that of the elements in it."""
        if len(self.content) == 1 and not self.children:
            return str(self.content[0]).strip()
        return "".join(part for part in self.content if isinstance(part, str)).strip()

    @property
    def inner_html(self) -> str:
        """Its content as HTML, for XHTML within XML."""
        return "".join(
            escape(part, quote=False) if isinstance(part, str) else part.as_html()
            for part in self.content
        )

    def as_html(self) -> str:
        """The element as HTML."""
        attributes = "".join(
            f' {name.rpartition(" ")[2]}="{escape(value)}"'
            for name, value in self.attributes.items()
        )
        end = "" if self.local in _VOID else f"</{self.local}>"
        return f"<{self.local}{attributes}>{self.inner_html}{end}"

    def all(self, *names: str) -> "list[Node]":
        """The children with one of these names: local ones, or ``namespace local``."""
        if len(names) == 1:
            return self._named(names[0])
        return [child for child in self.children if child.local in names or child.name in names]

    def first(self, *names: str) -> "Node | None":
        """The first child with one of these names, in the order of the names."""
        return next((child for name in names for child in self._named(name)), None)

    def text_of(self, *names: str) -> str:
        """The text of the first child with one of these names that has any."""
        for name in names:
            for child in self._named(name):
                if text := child.text:
                    return text
        return ""

    def _named(self, name: str) -> "list[Node]":
        """The children with a name. Of many, those of each name are found once."""
        if len(self.children) <= _FEW:
            return [child for child in self.children if name in (child.local, child.name)]
        if self._by_name is None:
            self._by_name = {}
            for child in self.children:
                for own in {child.local, child.name}:
                    self._by_name.setdefault(own, []).append(child)
        return self._by_name.get(name, [])


@lru_cache(maxsize=1024)
def _local_name(name: str) -> str:
    return name.rpartition(" ")[2].lower()
