"""What a folder of a website says for all of its texts: their author, or that they are drafts.

Hugo and Zola keep it in ``_index.md``, also below ``cascade``; Lektor in the page above others;
Eleventy in ``posts/posts.json``, and beside one text in ``a.11tydata.json``; Lume, Nuxt Content and
Bridgetown in ``_data.yml``, ``_dir.yml`` and ``_defaults.yml``; others in the configuration of the
website. What a text says of itself counts more.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.readers.findings import Reason
from sitegen.readers.formats.folder.data_files import data_in
from sitegen.readers.formats.folder.places import kind_of_file
from sitegen.readers.formats.folder.settings import FOLDER_CATEGORIES, settings_of
from sitegen.readers.markdown import lektor
from sitegen.readers.markdown.fields import date_of, tags_of
from sitegen.readers.markdown.header import plain_key, split_header
from sitegen.readers.markdown.publication import stated_reasons
from sitegen.readers.sources import Entry, Source

_SECTION = re.compile(r"(?P<folder>.*/)_index(?:\.[a-z-]+)?\.(?:md|markdown)", re.IGNORECASE)
_DATA = re.compile(
    r"(?P<folder>(?:.*/)?(?P<name>[^/]+)/)(?P=name)(?:(?:\.11tydata)?\.json|\.11tydata\.[cm]?js)"
)
_DATA_OF_ELEVENTY = re.compile(r"(?P<text>.+)\.11tydata\.(?:json|[cm]?js)")
_ANY_DATA_OF_ELEVENTY = re.compile(r"(?P<text>.+?)(?:(?:\.11tydata)?\.json|\.11tydata\.[cm]?js)")
"""The data beside a text, if the website is one of Eleventy."""
_FURTHER_DATA = re.compile(
    r"(?P<folder>(?:.*/)?)(?:_data\.(?:json|ya?ml)|_defaults\.(?:json|ya?ml)|_dir\.ya?ml)"
)
_ELEVENTY = r"\.?eleventy(?:\.config)?\.[cm]?js"
_TARGET = re.compile(r"/?(?P<path>[^*?{}\[\]]+?/?)(?:\*\*?|\{\*,\*\*\})?")
"""The path of a text, or of all texts in a folder."""
_OF_LIST = frozenset({"build", "render"})
"""Keys by which a list of texts says whether it has a page itself, which its texts have in any case
(https://gohugo.io/content-management/build-options/, https://www.getzola.org/documentation/content/section/).
"""
_SHARED = frozenset({"author", "authors", "lang", "language", "tags", "date", FOLDER_CATEGORIES})


class Section(NamedTuple):
    """Texts of which something is said together."""

    path: str
    """How their paths begin: a folder, with a slash at its end, or a text."""
    fields: Mapping[str, object]
    is_data: bool = True
    """Whether all fields hold for the texts; else, they are those of a list of them."""
    is_default: bool = True
    """Whether a text may say otherwise of itself."""

    @property
    def shared(self) -> dict[str, object]:
        """The fields that texts have from it."""
        found = self.fields.items() if self.is_data else ()
        return {key: v for key, v in found if key in _SHARED and (key != "date" or _is_date(v))}

    @property
    def said_of_texts(self) -> dict[str, object]:
        """The fields that may say that its texts are not public."""
        own = () if self.is_data else _OF_LIST
        return {key: value for key, value in self.fields.items() if plain_key(key) not in own}


def sections_of(source: Source) -> Sequence[Section]:
    """What is said of texts together, by the folders that they are in: the inner ones last."""
    found = (each for each in _sections(source) if each.is_data or stated_reasons(each.fields))
    return sorted(found, key=lambda section: section.path)


def reasons_in_section(entry: Entry, sections: Sequence[Section]) -> Iterator[Reason]:
    """Each reason why a text is left out because of what is said of it and others."""
    above = [section for section in sections if entry.name.startswith(section.path)]
    for section in above:
        if not section.is_default:
            yield from stated_reasons(section.said_of_texts)
    defaults = {k: v for each in above if each.is_default for k, v in each.said_of_texts.items()}
    if defaults and stated_reasons(defaults):
        own = _own_fields(entry)
        yield from stated_reasons({k: v for k, v in defaults.items() if own.get(k) in (None, "")})


def fields_in_section(name: str, sections: Sequence[Section]) -> dict[str, object]:
    """What a text has from the folders that it is in; their categories are those of all of them."""
    found: dict[str, object] = {}
    categories: list[object] = []
    for section in sections:
        if name.startswith(section.path):
            shared = section.shared
            inner = shared.pop(FOLDER_CATEGORIES, ())
            categories += inner if isinstance(inner, list) else ()
            found |= shared
    return {**found, FOLDER_CATEGORIES: categories} if categories else found


def _own_fields(entry: Entry) -> Mapping[str, object]:
    """What a text says of itself."""
    if kind_of_file(entry.name) == "lektor":
        return lektor.split_lektor(_text_of(entry), entry.name).fields
    return split_header(_text_of(entry)).fields


def _text_of(entry: Entry) -> str:
    """The beginning of a file."""
    return entry.head.text.replace("\r\n", "\n")


def _is_date(value: object) -> bool:
    return date_of({"date": value}) is not None


def _sections(source: Source) -> Iterator[Section]:
    """What folders, files beside texts, and the configuration say of texts."""
    for setting in settings_of(source):
        yield Section(setting.path, setting.fields, is_default=setting.is_default)
    for entry in source.entries:
        if _SECTION.fullmatch(entry.name):
            yield from _of_list(entry)
        elif found := _DATA.fullmatch(entry.name) or _FURTHER_DATA.fullmatch(entry.name):
            yield from _of_data(found["folder"], entry)
    yield from _beside_texts(source)
    yield from _of_lektor(source)


def _of_list(entry: Entry) -> Iterator[Section]:
    """What ``_index.md`` says of the texts below it."""
    folder = entry.name.rpartition("/")[0] + "/"
    fields = _named(data_in(entry))
    yield from _cascades(folder, fields.pop("cascade", None))
    yield Section(folder, fields, is_data=False, is_default=False)


def _of_data(path: str, entry: Entry) -> Iterator[Section]:
    """What a file of data says; its tags are added to those of a text, as Eleventy does.

    https://www.11ty.dev/docs/data-deep-merge/
    """
    fields = _named(data_in(entry))
    if tags := fields.pop("tags", None):
        listed = tags if isinstance(tags, list) else [tags]
        fields |= {"tags": listed, FOLDER_CATEGORIES: [*tags_of({"tags": listed})]}
    yield Section(path, fields)


def _beside_texts(source: Source) -> Iterator[Section]:
    """What a file of data beside a text says of it: https://www.11ty.dev/docs/data-template-dir/."""
    pattern = _ANY_DATA_OF_ELEVENTY if source.first(_ELEVENTY) else _DATA_OF_ELEVENTY
    texts = {e.name.rpartition(".")[0]: e.name for e in source.entries if kind_of_file(e.name)}
    for entry in source.entries:
        found = pattern.fullmatch(entry.name)
        if found and found["text"] in texts:
            yield from _of_data(texts[found["text"]], entry)


def _of_lektor(source: Source) -> Iterator[Section]:
    """The pages of Lektor that hide those below them, or show them, each in its language."""
    pages = sorted((e for e in source.entries if lektor.is_page(e.name)), key=_depth)
    for page in pages:
        said = lektor.split_lektor(_text_of(page), page.name).fields
        models = source.find(rf"models/{re.escape(str(said.get('model')))}\.ini")
        below = lektor.hidden_below(_text_of(page), "".join(map(_text_of, models)))
        if below is not None:
            names = (each.name for each in pages if lektor.is_below(each.name, page.name))
            yield from (Section(name, {"hidden": below}) for name in names)


def _depth(entry: Entry) -> int:
    return entry.name.count("/")


def _named(data: object) -> dict[str, object]:
    found = data.items() if isinstance(data, Mapping) else ()
    return {plain_key(str(key)): value for key, value in found}


def _cascades(folder: str, cascade: object) -> Iterator[Section]:
    """What a folder says of the texts below it, or of some of them.

    https://gohugo.io/configuration/cascade/
    """
    for part in cascade if isinstance(cascade, list) else (cascade,):
        fields = _named(part)
        target = _named(fields.pop("target", fields.pop("_target", None)))
        if "page" in str(target.get("kind") or "page"):
            yield Section(_targeted(folder, target.get("path")), fields)


def _targeted(folder: str, path: object) -> str:
    """How the paths of the texts begin that are meant; all of the folder, if that is unclear."""
    found = _TARGET.fullmatch(path) if isinstance(path, str) else None
    root, is_in_content, _ = f"/{folder}".partition("/content/")
    start = f"{root}/content/" if is_in_content else "/"
    return f"{start}{found['path']}".removeprefix("/") if found else folder
