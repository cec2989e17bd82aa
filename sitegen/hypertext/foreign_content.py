"""Foreign content: tells whether a place in HTML is within SVG or MathML, which have other rules.

See https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign. Within these, no
content is raw text and ``<![CDATA[`` begins text; but some of their elements hold HTML again.
"""

_FOREIGN = frozenset({"math", "svg"})
_HOLDING_HTML = {
    "svg": frozenset({"foreignobject", "desc", "title"}),
    "math": frozenset({"mi", "mo", "mn", "ms", "mtext"}),
}
_BREAKING_NAMES = (
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li"
    " listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
_BREAKING_OUT = frozenset(_BREAKING_NAMES.split())
"""Elements of HTML that end SVG or MathML."""
_CODE = frozenset({"script", "style"})


class Nesting:
    """The elements around a place that decide by which rules its markup is read."""

    def __init__(self) -> None:
        self._open: list[str] = []

    @property
    def is_within(self) -> bool:
        """Whether the place is within SVG or MathML, or within HTML in these."""
        return bool(self._open)

    @property
    def is_foreign(self) -> bool:
        """Whether the place is within SVG or MathML, and not within HTML in these."""
        return bool(self._open) and self._open[-1] in _FOREIGN | _CODE

    @property
    def code(self) -> str:
        """The name of the script or style sheet of SVG that is open; empty if none is."""
        return self._open[-1] if self._open and self._open[-1] in _CODE else ""

    def open(self, name: str, *, is_closed: bool) -> bool:
        """Takes note of a start tag, by its name in lower case; returns whether it is of HTML."""
        if not self._open and name not in _FOREIGN:
            return True
        if self.is_foreign and name in _BREAKING_OUT:
            while self.is_foreign:
                self._open.pop()
        is_foreign = name in _FOREIGN or self.is_foreign
        if is_foreign and not is_closed and self._matters(name):
            self._open.append(name)
        return not is_foreign

    def close(self, name: str) -> None:
        """Takes note of an end tag, by its name in lower case."""
        if name in self._open:
            while self._open.pop() != name:
                pass
        elif self.is_foreign and name in {"br", "p"}:
            while self.is_foreign:
                self._open.pop()

    def _matters(self, name: str) -> bool:
        if name in _FOREIGN or name in _CODE:
            return True
        root = next(name for name in reversed(self._open) if name in _FOREIGN)
        return name in _HOLDING_HTML[root]
