"""What a folder of a website says for all of its texts: their author, or that they are drafts.

Hugo and Zola keep it in ``_index.md``, also below ``cascade``; Eleventy in ``posts/posts.json``;
others in the configuration of the website.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.readers.findings import Reason
from sitegen.readers.formats.folder.data_files import data_in
from sitegen.readers.formats.folder.settings import FOLDER_CATEGORIES, settings_of
from sitegen.readers.markdown.header import plain_key
from sitegen.readers.markdown.publication import stated_reasons
from sitegen.readers.sources import Source

_SECTION = re.compile(r"_index(?:\.[a-z-]+)?\.(?:md|markdown)", re.IGNORECASE)
_DATA = re.compile(r"(?:^|.*/)(?P<folder>[^/]+)/(?P=folder)(?:\.11tydata)?\.json")
_TARGET = re.compile(r"/?(?P<path>[^*?{}\[\]]+?/?)(?:\*\*?|\{\*,\*\*\})?")
"""The path of a text, or of all texts in a folder."""
_OF_LIST = frozenset({"build", "render"})
"""Keys by which a list of texts says whether it has a page itself, which its texts have in any case
(https://gohugo.io/content-management/build-options/, https://www.getzola.org/documentation/content/section/).
"""
_SHARED = frozenset({"author", "authors", "lang", "language", FOLDER_CATEGORIES})


class _Section(NamedTuple):
    """A folder that says something of its texts."""

    folder: str
    """With a slash at its end."""
    fields: Mapping[str, object]
    is_data: bool
    """Whether all fields hold for the texts; else, they are those of a list of them."""

    @property
    def shared(self) -> dict[str, object]:
        """The fields that texts have from it."""
        found = self.fields.items() if self.is_data else ()
        return {key: value for key, value in found if key in _SHARED}

    @property
    def said_of_texts(self) -> dict[str, object]:
        """The fields that may say that its texts are not public."""
        own = () if self.is_data else _OF_LIST
        return {key: value for key, value in self.fields.items() if plain_key(key) not in own}


def reasons_of_sections(source: Source) -> Sequence[tuple[str, Reason]]:
    """Why texts are left out: the folders that say so, each with a slash at its end."""
    return tuple(_reasons(source))


def reasons_in_section(name: str, reasons: Sequence[tuple[str, Reason]]) -> Iterator[Reason]:
    """Each reason why a text is left out because of a folder that it is in."""
    yield from (reason for folder, reason in reasons if name.startswith(folder))


def fields_of_sections(source: Source) -> Sequence[tuple[str, Mapping[str, object]]]:
    """What folders say of their texts, the inner ones last; each with a slash at its end."""
    found = ((section.folder, section.shared) for section in _sections(source))
    return sorted(((folder, fields) for folder, fields in found if fields), key=lambda f: f[0])


def fields_in_section(
    name: str, sections: Sequence[tuple[str, Mapping[str, object]]]
) -> dict[str, object]:
    """What the folders that a text is in say of it."""
    found = (fields for folder, fields in sections if name.startswith(folder))
    return {key: value for fields in found for key, value in fields.items()}


def _reasons(source: Source) -> Iterator[tuple[str, Reason]]:
    for section in _sections(source):
        yield from ((section.folder, reason) for reason in stated_reasons(section.said_of_texts))


def _sections(source: Source) -> Iterator[_Section]:
    """The folders that say something of their texts, or of which a configuration does."""
    yield from (_Section(*setting, is_data=True) for setting in settings_of(source))
    for entry in source.entries:
        folder = entry.name.rpartition("/")[0]
        is_data = _DATA.fullmatch(entry.name) is not None
        if folder and (is_data or _SECTION.fullmatch(entry.name.rpartition("/")[2])):
            fields = _named(data_in(entry))
            yield from _cascades(f"{folder}/", fields.pop("cascade", None))
            yield _Section(f"{folder}/", fields, is_data)


def _named(data: object) -> dict[str, object]:
    found = data.items() if isinstance(data, Mapping) else ()
    return {plain_key(str(key)): value for key, value in found}


def _cascades(folder: str, cascade: object) -> Iterator[_Section]:
    """What a folder says of the texts below it, or of some of them.

    https://gohugo.io/configuration/cascade/
    """
    for part in cascade if isinstance(cascade, list) else (cascade,):
        fields = _named(part)
        target = _named(fields.pop("target", fields.pop("_target", None)))
        if "page" in str(target.get("kind") or "page"):
            yield _Section(_targeted(folder, target.get("path")), fields, is_data=True)


def _targeted(folder: str, path: object) -> str:
    """How the paths of the texts begin that are meant; all of the folder, if that is unclear."""
    found = _TARGET.fullmatch(path) if isinstance(path, str) else None
    root, is_in_content, _ = f"/{folder}".partition("/content/")
    start = f"{root}/content/" if is_in_content else "/"
    return f"{start}{found['path']}".removeprefix("/") if found else folder
