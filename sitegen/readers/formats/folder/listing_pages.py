"""Finds the pages that lead to others in systems with a folder for each page: they are no posts.

These are pages with others below them, the topmost one, and those directly below that, such as one
on the author. Lektor, Grav and Kirby have such folders.

https://learn.getgrav.org/content/content-pages, https://getkirby.com/docs/guide/content/creating-pages
"""

import re
from collections.abc import Collection, Iterator, Mapping

from sitegen.readers.markdown import lektor

_GRAV = re.compile(r"(?P<folder>(?:.*/)?pages/(?:[^/]+/)+)[^/]+\.md")
_NUMBERED = re.compile(r"(?:^|.*/)pages/(?:[^/]+/)*\d+\.[^/]+/[^/]+\.md")
_KIRBY = re.compile(r"(?P<folder>(?:.*/)?content/(?:[^/]+/)*)(?P<base>[^/.]+)(?:\.[a-z]{2})?\.txt")
_SITE_OF_KIRBY = re.compile(r"(?:^|.*/)content/site(?:\.[a-z]{2})?\.txt")
_POSTS = re.compile(r"(?:.*/)?(?:item|post|article|note|entry)\.(?:[a-z]{2}\.)?(?:md|txt)")
"""Pages whose template, after which their file is named, is that of a post."""


def listing_pages(names: Collection[str]) -> frozenset[str]:
    """The pages that lead to others; one with a date is a post all the same."""
    return frozenset((*lektor.pages_above(names), *_of_grav(names), *_of_kirby(names)))


def _of_grav(names: Collection[str]) -> Iterator[str]:
    """Also the parts of a page, which have folders with ``_`` before their names."""
    if any(map(_NUMBERED.fullmatch, names)):
        folders = {name: found["folder"] for name in names if (found := _GRAV.fullmatch(name))}
        yield from _leading(folders, min((f.count("/") for f in folders.values()), default=0))
        yield from (name for name, folder in folders.items() if "/_" in folder)


def _of_kirby(names: Collection[str]) -> Iterator[str]:
    if any(map(_SITE_OF_KIRBY.fullmatch, names)):
        folders = {name: found["folder"] for name in names if (found := _KIRBY.fullmatch(name))}
        yield from _leading(folders, 1 + min(folder.count("/") for folder in folders.values()))


def _leading(folders: Mapping[str, str], highest: int) -> Iterator[str]:
    """The pages with others in folders below theirs, and those in the ``highest`` folders."""
    above = {parent for folder in folders.values() for parent in _parents(folder)}
    for name, folder in folders.items():
        is_high = folder.count("/") <= highest and not _POSTS.fullmatch(name)
        if folder in above or is_high:
            yield name


def _parents(folder: str) -> Iterator[str]:
    parts = folder.split("/")[:-2]
    yield from ("".join(f"{part}/" for part in parts[: depth + 1]) for depth in range(len(parts)))
