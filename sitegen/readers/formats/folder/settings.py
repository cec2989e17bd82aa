"""What the configuration of a website says of its texts: their author, and what is not published.

Jekyll's ``_config.yml`` has defaults for the front matter of folders, and names collections and
files that become no pages. The author is that of Jekyll, Hugo, Hexo, Zola, Pelican or Nikola.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from sitegen.errors import DumpError
from sitegen.readers.formats.folder.data_files import data_in
from sitegen.readers.formats.folder.places import is_project_file
from sitegen.readers.formats.folder.website import CONFIG, above_config
from sitegen.readers.markdown.fields import name_of
from sitegen.readers.markdown.header import plain_key
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

FOLDER_CATEGORIES = "categories of folders"
"""The field with the categories that the path of a text names."""

_COLLECTION = r"content/collections/[^/]+\.ya?ml"
_PROGRAM = r"(?:pelican)?conf\.py"
_PROGRAM_AUTHOR = re.compile(r"^(?:BLOG_)?AUTHOR\s*=\s*u?([\"'])(.+?)\1", re.MULTILINE)
_PLACEHOLDERS = frozenset({"john doe", "jane doe", "your name", "github user", "author name"})
"""The authors in the configurations that generators make for a new website."""
_DEFAULTS = frozenset({"author", "authors", "lang", "language", "published", "draft", "hidden"})


class Setting(NamedTuple):
    """What a configuration says of some texts."""

    path: str
    """How the paths of the texts begin: a folder, with a slash at its end, or a text."""
    fields: Mapping[str, object]
    is_default: bool = True
    """Whether a text may say otherwise of itself."""


def settings_of(source: Source) -> Iterator[Setting]:
    """What texts have from the configuration."""
    for entry in source.find(CONFIG):
        data, base = data_in(entry), above_config(entry.name)
        config = data if isinstance(data, Mapping) else {}
        if author := _author_in(config):
            yield Setting(base, {"author": author})
        if entry.name.rpartition("/")[2].startswith("_config."):
            yield from _of_jekyll(source, base, config)
    for entry in source.find(_COLLECTION):
        if _hides_past(data_in(entry)):
            yield _unpublished(f"{entry.name.rpartition('.')[0]}/")
    for entry in source.find(_PROGRAM):
        if (found := _PROGRAM_AUTHOR.search(_text_of(entry))) and _is_name(found[2]):
            yield Setting(above_config(entry.name), {"author": found[2]})


def _hides_past(collection: object) -> bool:
    """Whether the entries of a collection of Statamic are not public from their dates on.

    https://statamic.dev/collections#past-date-behavior
    """
    behavior = collection.get("date_behavior") if isinstance(collection, Mapping) else None
    past = behavior.get("past") if isinstance(behavior, Mapping) else None
    return past in ("private", "unlisted")


def _author_in(config: Mapping[str, object]) -> str:
    params = config.get("params")
    values = (table.get("author") for table in (config, params) if isinstance(table, Mapping))
    names = (name_of(value) for value in values if isinstance(value, str | Mapping))
    return next((name for name in names if _is_name(name)), "")


def _is_name(name: str) -> bool:
    return bool(name) and name.lower() not in _PLACEHOLDERS and "@" not in name


def _of_jekyll(source: Source, base: str, config: Mapping[str, object]) -> Iterator[Setting]:
    collections_folder = f"{base}{_folder(config.get('collections_dir'))}"
    for name in _not_shown(config.get("collections")):
        yield _unpublished(f"{collections_folder}_{name}/")
    for path in _texts(config.get("exclude")):
        name = base + path.strip("/ ")
        is_folder = any(entry.name.startswith(f"{name}/") for entry in source.entries)
        if name != base and not is_project_file(name):  # these are pages, as anywhere else
            yield _unpublished(f"{name}/" if is_folder else name)
    sources = (_folder(config.get(key)) for key in ("source", "source_dir"))
    roots = {base, collections_folder, f"{base}source/", *(base + folder for folder in sources)}
    for folder in _folders_named(source, base, "_posts"):
        root = max((root for root in roots if folder.startswith(root)), key=len)
        if categories := folder.removeprefix(root).split("/")[:-2]:
            yield Setting(folder, {FOLDER_CATEGORIES: categories})
    yield from _defaults(source, base, config.get("defaults"))


def _unpublished(path: str) -> Setting:
    return Setting(path, {"published": False}, is_default=False)


def _not_shown(collections: object) -> Iterator[str]:
    """The collections that become no pages, as they do only where the configuration says so."""
    if isinstance(collections, list):
        yield from _texts(collections)
    elif isinstance(collections, Mapping):
        for name, settings in collections.items():
            is_shown = isinstance(settings, Mapping) and settings.get("output") is True
            if not is_shown and name not in ("posts", "drafts"):
                yield str(name)


def _defaults(source: Source, base: str, defaults: object) -> Iterator[Setting]:
    """The values of ``defaults``, for the folders of their scopes."""
    for each in defaults if isinstance(defaults, list) else ():
        if not isinstance(each, Mapping) or not isinstance(each.get("values"), Mapping):
            continue
        named = {plain_key(str(key)): value for key, value in each["values"].items()}
        fields = {key: value for key, value in named.items() if key in _DEFAULTS}
        given = each.get("scope")
        scope: Mapping[object, object] = given if isinstance(given, Mapping) else {}
        prefix, kind = base + _folder(scope.get("path")), scope.get("type")
        if kind == "pages" or "*" in prefix:
            continue
        folders = _folders_named(source, prefix, f"_{kind}") if kind else {prefix}
        yield from (Setting(folder, fields) for folder in folders)


def _folders_named(source: Source, prefix: str, name: str) -> set[str]:
    """The folders below a path that have a name, each with a slash at its end."""
    names = (each.name for each in source.entries if each.name.startswith(prefix))
    return {
        "/".join((*parts[: parts.index(name)], name, ""))
        for parts in (path.split("/") for path in names)
        if name in parts[:-1]
    }


def _folder(path: object) -> str:
    """A path with a slash at its end; empty if it is that of the website itself."""
    text = path.strip("./ ") if isinstance(path, str) else ""
    return f"{text}/" if text else ""


def _texts(value: object) -> Iterator[str]:
    values = value if isinstance(value, list) else ()
    return (item for item in values if isinstance(item, str))


def _text_of(entry: Entry) -> str:
    with suppress(DumpError):
        return read_text_of(entry)[0]
    return ""
