"""Shows a snapshot's records to templates and feeds, and notes each value that they read.

A template receives no record but something that stands for one, and every attribute that is read
there, by whatever way, goes through ``Tracked.__getattr__``. So the notes are complete, and a file
needs to be rendered again only if a value that it read is another now.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from sitegen.content.tags import tag_key
from sitegen.languages import Wording
from sitegen.views.body_store import HtmlRef, TextRef
from sitegen.views.mappings import ShownMapping
from sitegen.views.records import (
    AuthorRef,
    Group,
    PageRef,
    PageView,
    SiteView,
    TagRef,
    TopicRef,
    TopicView,
    Year,
)
from sitegen.views.snapshots import Key, Snapshot, TagPage, fields_of

_PAGE_FIELDS = fields_of(PageView)
_TOPIC_FIELDS = fields_of(TopicView)
_SITE_FIELDS = fields_of(SiteView)
_TAG_FIELDS = fields_of(TagPage)
_WORDING: Key = ("wording", "")
_WORDING_FIELDS = fields_of(Wording)

Reads = Mapping[Key, frozenset[str]]
"""The fields that were read, by the record that they are of."""


class Tracked:
    """Stands for a record in a template."""

    __slots__ = ("_fields", "_key", "_reader", "_record")

    def __init__(self, key: Key, record: object, fields: frozenset[str], reader: "Reader") -> None:
        self._key = key
        self._record = record
        self._fields = fields
        self._reader = reader

    def __getattr__(self, name: str) -> object:
        if name not in self._fields:
            raise AttributeError(name)
        self._reader.reads[self._key].add(name)
        value = getattr(self._record, name)
        if isinstance(value, dict):
            return self._reader.nested(value, f"{self._key[0]}.{name}")
        return self._reader.show(value)

    def __repr__(self) -> str:
        """Says nothing of what the record holds, as that would be read unnoticed."""
        return f"<{self._key[0]}>"


class Page(Tracked):
    """Stands for a page."""


class Topic(Tracked):
    """Stands for a topic."""


class Site(Tracked):
    """Stands for the site."""


class ShownTag(str):
    """A tag, as a template sees it: its text, with the address of its page."""

    __slots__ = ("address",)

    address: str | None
    """None where the theme has no such pages."""

    @classmethod
    def make(cls, title: str, address: str | None) -> "ShownTag":
        """The tag with that text and address."""
        tag = cls(title)
        tag.address = address
        return tag


class ShownGroup(NamedTuple):
    """A group, as a template sees it."""

    title: str
    pages: tuple[Page, ...]
    address: str | None


class ShownYear(NamedTuple):
    """A year, as a template sees it."""

    title: str
    groups: tuple[object, ...]
    months: tuple[object, ...]


class Reader:
    """Shows the records of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.reads: defaultdict[Key, set[str]] = defaultdict(set)
        """What was read since ``begin``."""
        self._asked: defaultdict[str, set[str]] = defaultdict(set)
        self._pages: dict[str, Page] = {}
        self._topics: dict[str, Topic] = {}
        self._ways: Mapping[type, Callable[[Any], object]] = {
            PageRef: self._page,
            TopicRef: self._topic,
            AuthorRef: self._author,
            TagRef: self._tag,
            HtmlRef: self._html,
            TextRef: self._text,
            Group: self._group,
            Year: self._year,
            tuple: self._items,
        }
        self.site = Site(("site", ""), snapshot.site, _SITE_FIELDS, self)

    def begin(self) -> None:
        """Forgets what was read."""
        self.reads.clear()

    def apart(self, make: Callable[[], str]) -> tuple[str, Reads]:
        """What ``make`` returns, and what was read for it alone, which is not noted otherwise."""
        outer, self.reads = self.reads, defaultdict(set)
        try:
            return make(), self.noted()
        finally:
            self.reads = outer

    def noted(self) -> Reads:
        """What was read since ``begin``."""
        return {key: frozenset(fields) for key, fields in self.reads.items()}

    def record(self, ref: PageRef) -> PageView:
        """The record of a page itself, noting that all of it is read."""
        self.reads["page", ref.id] |= _PAGE_FIELDS
        return self.snapshot.pages[ref.id]

    def note(self, reads: Reads) -> None:
        """Notes what was read for something that was made before and serves again."""
        for key, fields in reads.items():
            self.reads[key] |= fields

    def note_wording(self) -> None:
        """Notes that the language of the digest, and a text of the interface in it, is shown."""
        self.reads[_WORDING] |= _WORDING_FIELDS

    def note_template(self, name: str, parent: str = "") -> None:
        """Notes that the template ``name`` is used, and all that it has ever asked for.

        Jinja runs a template that is imported only once, however many others import it.
        """
        self._asked[parent].add(name)
        names = [name]
        while names:
            key: Key = ("template", names.pop())
            if key not in self.reads:
                self.reads[key].add("text")
                names += self._asked.get(key[1], ())

    def show(self, value: object) -> object:
        """``value`` as a template receives it: what it refers to, and nothing that can change."""
        way = self._ways.get(type(value))
        return way(value) if way else value

    def _page(self, ref: PageRef) -> Page:
        if ref.id not in self._pages:
            record = self.snapshot.pages[ref.id]
            self._pages[ref.id] = Page(("page", ref.id), record, _PAGE_FIELDS, self)
        return self._pages[ref.id]

    def _topic(self, ref: TopicRef) -> Topic:
        if ref.slug not in self._topics:
            record = self.snapshot.topics[ref.slug]
            self._topics[ref.slug] = Topic(("topic", ref.slug), record, _TOPIC_FIELDS, self)
        return self._topics[ref.slug]

    def _author(self, ref: AuthorRef) -> str | None:
        self.reads["author", ref.name].add("address")
        page = self.snapshot.authors.get(ref.name)
        return page.address if page else None

    def _tag(self, ref: TagRef) -> ShownTag:
        key = tag_key(ref.name)
        self.reads["tag", key] |= _TAG_FIELDS
        return ShownTag.make(*self.snapshot.tags.get(key, TagPage(ref.name, None)))

    def _html(self, ref: HtmlRef) -> Markup:
        """The HTML as it is: imported text is sanitised, the rest is the editor's own."""
        return Markup(self.snapshot.bodies.get(ref.digest).html)  # noqa: S704 -- see above

    def _text(self, ref: TextRef) -> str:
        return self.snapshot.bodies.get(ref.digest).text

    def _group(self, group: Group) -> ShownGroup:
        return ShownGroup(group.title, tuple(map(self._page, group.pages)), group.address)

    def _year(self, year: Year) -> ShownYear:
        return ShownYear(year.title, self._items(year.groups), self._items(year.months))

    def _items(self, items: Sequence[object]) -> tuple[object, ...]:
        return tuple(map(self.show, items))

    def nested(self, value: object, path: str) -> object:
        """What an editor wrote at ``path``, with all that is in it."""
        if isinstance(value, dict):
            items = value.items()
            return ShownMapping(path, {k: self.nested(item, f"{path}.{k}") for k, item in items})
        if isinstance(value, list):
            return tuple(self.nested(item, f"{path}[{n}]") for n, item in enumerate(value))
        return value
