"""The names of the authors whom the texts of a website name by short keys.

Docusaurus keeps them in ``authors.yml``, Material for MkDocs in ``.authors.yml``, Jekyll in
``_data/authors.yml``, and collections of Astro, Hugo and Jekyll in a file for each author.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sitegen.readers.formats.folder.data_files import data_in
from sitegen.readers.markdown.fields import name_of
from sitegen.readers.sources import Source

_ALL = r"\.?authors\.(?:ya?ml|json)"
"""A file with all authors."""
_EACH = r"_?authors/(?:[^/]+|[^/]+/_?index)\.(?:ya?ml|json|mdx?|markdown)"
"""The file of one author; its name or that of its folder is the key."""
_KEYS = ("id", "slug", "username", "key", "short_name")


def names_of_authors(source: Source) -> Mapping[str, str]:
    """The names of authors, by their keys."""
    found: dict[str, str] = {}
    for entry in source.find(_ALL):
        found.update(_names_in(data_in(entry)))
    for entry in source.find(_EACH):
        if name := name_of(data_in(entry)):
            path = PurePosixPath(entry.name)
            is_bundle = path.stem in ("index", "_index")
            found.setdefault(path.parent.name if is_bundle else path.stem, name)
    return found


def _names_in(data: object) -> Iterator[tuple[str, str]]:
    if isinstance(data, Mapping):
        inner = data.get("authors")
        if isinstance(inner, Mapping | list):
            yield from _names_in(inner)
            return
        yield from ((str(key), name) for key, value in data.items() if (name := name_of(value)))
        return
    for item in data if isinstance(data, list) else ():
        if isinstance(item, Mapping) and (name := name_of(item)):
            yield from ((str(item[key]), name) for key in _KEYS if item.get(key))
