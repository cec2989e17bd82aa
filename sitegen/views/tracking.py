"""Dependency tracking: records which fields of which records a template or feed reads.

A template never receives a record itself but a proxy, and every read of an attribute goes through
``FieldReader.read``. So the dependencies are complete: a file has to be rendered again only if
one of the values that it read has changed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, cast

from markupsafe import Markup

from sitegen.content.tags import tag_key
from sitegen.languages import Wording
from sitegen.views.body_store import HtmlRef, TextRef
from sitegen.views.field_sets import FieldSet, field_bits, field_set
from sitegen.views.mappings import ShownMapping
from sitegen.views.record_snapshot import AuthorPage, Key, Snapshot, TagPage, TemplateSource
from sitegen.views.template_records import (
    AuthorRef,
    Group,
    ImageView,
    PageRef,
    PageView,
    SiteView,
    TagRef,
    TopicRef,
    TopicView,
    Year,
)

_PAGE_BITS = field_bits(PageView)
_TOPIC_BITS = field_bits(TopicView)
_SITE_BITS = field_bits(SiteView)
_PAGE_FIELDS = field_set(PageView)
_TAG_FIELDS = field_set(TagPage)
_AUTHOR_ADDRESS = field_set(AuthorPage, ("address",))
_TEMPLATE_TEXT = field_set(TemplateSource, ("text",))
_IMAGE_FIELDS = field_set(ImageView, ("width", "height", "sizes"))
_IMAGE_DIGEST = field_set(ImageView, ("digest",))
_WORDING: Key = ("wording", "")
_WORDING_FIELDS = field_set(Wording)
_PLAIN = frozenset({str, int, bool, datetime, type(None)})
"""The types of values that templates receive as they are."""
_LONG = 20
"""Tuples of at least this many references are resolved once. Every page may read ``site.posts``."""
_MOST_KEPT = 10_000
"""So many proxies of pages are kept at least: neighbours show the same ones, others rarely do."""

Dependencies = Mapping[Key, FieldSet]
"""The fields that were read, by record."""


class FieldReader:
    """Reads the fields of a record for its proxy, and tracks them."""

    __slots__ = ("_bits", "_record", "_tracker", "fields", "key", "values")

    def __init__(
        self, key: Key, record: object, bits: Mapping[str, FieldSet], tracker: "Tracker"
    ) -> None:
        self.key = key
        self.fields: FieldSet = 0
        """The fields that were read since ``Tracker.reset``."""
        self.values: dict[str, object] = {}
        """Their values. Who finds a value here need not call ``read``."""
        self._record = record
        self._bits = bits
        self._tracker = tracker

    def read(self, name: str) -> object:
        """The value of the field ``name``, as a template receives it.

        Raises:
            AttributeError: there is no such field.
        """
        values = self.values
        if name in values:
            return values[name]
        bit = self._bits.get(name)
        if bit is None:
            raise AttributeError(name)
        if not values:
            self._tracker.readers.append(self)
        self.fields |= bit
        value = getattr(self._record, name)
        if type(value) not in _PLAIN:
            value = self._tracker.show_field(self.key, name, value)
        values[name] = value
        return value

    def forget(self) -> None:
        """Starts the tracking again."""
        self.fields = 0
        self.values.clear()


class Tracked:
    """A proxy for a record, as templates receive it."""

    __slots__ = ("reader",)

    def __init__(self, reader: FieldReader) -> None:
        # In an object of its own, as Python finds attributes of a class with __getattr__ slowly.
        self.reader = reader

    def __getattr__(self, name: str) -> object:
        return self.reader.read(name)

    def __repr__(self) -> str:
        """Shows no values of the record, as reading them would not be tracked."""
        return f"<{self.reader.key[0]}>"


class Page(Tracked):
    """A proxy for a page."""

    __slots__ = ()


class Topic(Tracked):
    """A proxy for a topic."""

    __slots__ = ()


class Site(Tracked):
    """A proxy for the site."""

    __slots__ = ()


PROXIES = frozenset({Page, Topic, Site})
_UNREAD = frozenset({Page, Topic})
"""The proxies that have no dependencies until one of their fields is read."""


class ShownTag(str):
    """A tag as templates see it: its text, with the address of its page."""

    __slots__ = ("address",)

    address: str | None
    """None if the theme has no tag pages."""

    @classmethod
    def make(cls, title: str, address: str | None) -> "ShownTag":
        """Returns the tag with that text and address."""
        tag = cls(title)
        tag.address = address
        return tag


class ShownGroup(NamedTuple):
    """A group as templates see it."""

    title: str
    pages: tuple[Page, ...]
    address: str | None


class ShownYear(NamedTuple):
    """A year as templates see it."""

    title: str
    groups: tuple[object, ...]
    months: tuple[object, ...]


class Tracker:
    """Gives templates the records of one snapshot, and tracks what they read."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.fields_read: defaultdict[Key, FieldSet] = defaultdict(int)
        """The fields that were read since ``reset`` without a reader, by record."""
        self.readers: list[FieldReader] = []
        """Those that read a field since ``reset``."""
        self._loaded_by: defaultdict[str, set[str]] = defaultdict(set)
        self._with_loaded: dict[str, Dependencies] = {}
        """Templates with all that they have ever loaded, by name."""
        self._pages: dict[str, Page] = {}
        self._topics: dict[str, Topic] = {}
        self._long_tuples: dict[int, tuple[Sequence[object], tuple[object, ...]]] = {}
        """Long tuples and what templates receive for them, by the identity of the tuple."""
        self._most_kept = _MOST_KEPT
        self._wrappers: Mapping[type, Callable[[Any], object]] = {
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
        self.site = Site(FieldReader(("site", ""), snapshot.site, _SITE_BITS, self))

    def reset(self) -> None:
        """Starts the tracking of another output file."""
        self._forget_reads()
        if len(self._pages) > self._most_kept:
            self._pages.clear()
            self._long_tuples.clear()

    def _forget_reads(self) -> None:
        self.fields_read.clear()
        for reader in self.readers:
            reader.forget()
        self.readers.clear()

    def track_separately(self, make: Callable[[], str]) -> tuple[str, Dependencies]:
        """What ``make`` returns and its own dependencies, which are not added to the others."""
        outer = self.fields_read, self.readers
        kept = [(reader, dict(reader.values), reader.fields) for reader in self.readers]
        for reader in self.readers:
            reader.forget()
        self.fields_read, self.readers = defaultdict(int), []
        try:
            return make(), self.dependencies()
        finally:
            self._forget_reads()
            self.fields_read, self.readers = outer
            for reader, values, fields in kept:
                reader.values.update(values)
                reader.fields = fields

    def dependencies(self) -> Dependencies:
        """The fields that were read since ``reset``."""
        read = dict(self.fields_read)
        for reader in self.readers:
            read[reader.key] = read.get(reader.key, 0) | reader.fields
        return read

    def whole_page(self, ref: PageRef) -> PageView:
        """The record of a page itself. All of its fields become dependencies."""
        self.fields_read["page", ref.id] |= _PAGE_FIELDS
        return self.snapshot.pages[ref.id]

    def image(self, address: str) -> ImageView | None:
        """A picture of known size; None if there is none. Its sizes become dependencies."""
        if not address:
            return None
        self.fields_read["picture", address] |= _IMAGE_FIELDS
        image = self.snapshot.images.get(address)
        return image if image and image.width else None

    def image_file(self, address: str) -> Path | None:
        """The file of a picture of the site; None if there is none. It becomes a dependency."""
        self.fields_read["picture", address] |= _IMAGE_DIGEST
        image = self.snapshot.images.get(address)
        return image.file if image else None

    def kept_image(self, address: str) -> Path | None:
        """Where output formats keep their version of a picture, as ``image_file``."""
        self.fields_read["picture", address] |= _IMAGE_DIGEST
        image = self.snapshot.images.get(address)
        return image.kept if image else None

    def add(self, dependencies: Dependencies) -> None:
        """Adds the dependencies of a result that is reused."""
        for key, fields in dependencies.items():
            self.fields_read[key] |= fields

    def add_wording(self) -> None:
        """Adds the language of the digest and the texts of the interface."""
        self.fields_read[_WORDING] |= _WORDING_FIELDS

    def add_template(self, name: str, parent: str = "") -> None:
        """Adds the template ``name`` and every template that it has ever loaded.

        Jinja runs an imported template only once, however many others import it.
        """
        loaded = self._loaded_by[parent]
        if name not in loaded:
            loaded.add(name)
            self._with_loaded.clear()
        elif ("template", name) in self.fields_read:  # the usual case, made fast
            return
        if name not in self._with_loaded:
            self._with_loaded[name] = dict.fromkeys(self._all_loaded(name), _TEMPLATE_TEXT)
        self.fields_read.update(self._with_loaded[name])

    def _all_loaded(self, name: str) -> Iterable[Key]:
        """The template ``name``, those that it has loaded, those that these have, and so on."""
        found, names = {name}, [name]
        while names:
            new = self._loaded_by.get(names.pop(), set()) - found
            found |= new
            names += new
        return [("template", each) for each in found]

    def show_field(self, key: Key, name: str, value: object) -> object:
        """The value of the field ``name`` of a record, as a template receives it."""
        if isinstance(value, dict):
            return self.nested(value, f"{key[0]}.{name}")
        return self.show(value)

    def show(self, value: object) -> object:
        """``value`` as a template receives it: references resolved, records as proxies."""
        wrap = self._wrappers.get(type(value))
        return wrap(value) if wrap else value

    def _page(self, ref: PageRef) -> Page:
        if ref.id not in self._pages:
            record = self.snapshot.pages[ref.id]
            reader = FieldReader(("page", ref.id), record, _PAGE_BITS, self)
            self._pages[ref.id] = Page(reader)
        return self._pages[ref.id]

    def _topic(self, ref: TopicRef) -> Topic:
        if ref.slug not in self._topics:
            record = self.snapshot.topics[ref.slug]
            reader = FieldReader(("topic", ref.slug), record, _TOPIC_BITS, self)
            self._topics[ref.slug] = Topic(reader)
        return self._topics[ref.slug]

    def _author(self, ref: AuthorRef) -> str | None:
        self.fields_read["author", ref.name] |= _AUTHOR_ADDRESS
        page = self.snapshot.authors.get(ref.name)
        return page.address if page else None

    def _tag(self, ref: TagRef) -> ShownTag:
        key = tag_key(ref.name)
        self.fields_read["tag", key] |= _TAG_FIELDS
        return ShownTag.make(*self.snapshot.tags.get(key, TagPage(ref.name, None)))

    def _html(self, ref: HtmlRef) -> Markup:
        """The HTML, unescaped: imported text is sanitised, the rest is the editor's own."""
        return Markup(self.snapshot.bodies.get(ref.digest).html)  # noqa: S704 -- see above

    def _text(self, ref: TextRef) -> str:
        return self.snapshot.bodies.get(ref.digest).text

    def _group(self, group: Group) -> ShownGroup:
        pages = cast("tuple[Page, ...]", self._items(group.pages))
        return ShownGroup(group.title, pages, group.address)

    def _year(self, year: Year) -> ShownYear:
        return ShownYear(year.title, self._items(year.groups), self._items(year.months))

    def _items(self, items: Sequence[object]) -> tuple[object, ...]:
        if len(items) < _LONG:
            return tuple(map(self.show, items))
        if id(items) not in self._long_tuples:
            shown = tuple(map(self.show, items))
            if not all(type(item) in _UNREAD for item in shown):
                return shown  # resolving these items again may add dependencies
            self._long_tuples[id(items)] = items, shown
            self._most_kept = max(self._most_kept, 2 * len(items))  # or each page would resolve it
        return self._long_tuples[id(items)][1]

    def nested(self, value: object, path: str) -> object:
        """A read-only copy of a value that an editor wrote at ``path``."""
        if isinstance(value, dict):
            items = value.items()
            return ShownMapping(path, {k: self.nested(item, f"{path}.{k}") for k, item in items})
        if isinstance(value, list):
            return tuple(self.nested(item, f"{path}[{n}]") for n, item in enumerate(value))
        return value
