"""The pages that a mistake left out of the last build, and what is missing only because of that.

The mistake itself is reported. A broken link that it causes would be a second report of it.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path

from sitegen.check.hyperlinks import Target
from sitegen.filesystem.listing import address_if_copied, is_page_name
from sitegen.text.labels import slugify

_LISTINGS = frozenset({"archive", "authors", "tags", "topics"})
"""The folders of pages that exist only while they list another page."""


class LeftOutPages:
    """The pages and folders that a build could not read."""

    def __init__(
        self, files: Set[str], lost: Iterable[str], content: Path, names: Mapping[str, str]
    ) -> None:
        """Takes what a build had to leave out.

        Args:
            files: the output files of the pages. An older version of a page may still be there.
            lost: the paths under ``content`` of files and folders that cannot be read.
            content: the folder of the digest's texts.
            names: the paths of pages under ``content``, by their paths in the output.
        """
        self._files = files
        self._places = tuple(place for name in lost for place in _places_of(name))
        self._content = content
        self._names = names

    def __contains__(self, file: str) -> bool:
        """Whether a file of the output belongs to a page that was left out."""
        return file in self._files

    def explain(self, target: Target) -> bool:
        """Whether ``target`` is such a page, or may be missing because of one.

        The page of a tag, a topic, a month or an author exists only while it lists a page. It may
        be missing if a page that was left out names it.
        """
        if target.file in self._files or self._is_lost(target.file):
            return True
        folder, _, rest = target.file.partition("/")
        if folder == "essays" and rest.startswith(("index.html", "page/")):
            return any(file.startswith("essays/") for file in self._files)
        slug = rest.partition("/")[0]
        return folder in _LISTINGS and any(f"-{slug}-" in words for words in self._words())

    def _is_lost(self, file: str) -> bool:
        return any(file == place or file.startswith(f"{place}/") for place in self._places)

    @functools.cache  # noqa: B019 -- a check makes one of these
    def _words(self) -> tuple[str, ...]:
        """The path and the text of each page that was left out, as one slug."""
        return tuple(
            f"-{slugify(self._text_of(file), '', max_length=0)}-" for file in sorted(self._files)
        )

    def _text_of(self, file: str) -> str:
        name = self._names.get(file, "")
        try:
            text = (self._content / name).read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            text = ""
        return f"{name}\n{text}"


def _places_of(name: str) -> Iterator[str]:
    """Where the output of a lost file or folder, and all below it, can be."""
    if not is_page_name(name):
        yield address_if_copied(name) or name
        if f"{name}/".startswith("topics/"):
            yield "posts"
