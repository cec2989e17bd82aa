"""Finds the files that a generator is told to keep out of the website: lists of patterns.

Eleventy, MkDocs and VitePress have them as Git does in ``.gitignore``, Zola, Hexo, Jekyll and
Quartz as names with ``*``, and Hugo as regular expressions. Dendron names vaults and hierarchies.

https://www.11ty.dev/docs/ignores/, https://www.mkdocs.org/user-guide/configuration/#exclude_docs
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase

import yaml

from sitegen.content.front_matter.yaml_values import read_yaml
from sitegen.errors import DumpError
from sitegen.readers.formats.folder.data_files import data_in
from sitegen.readers.formats.folder.website import CONFIG, above_config
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_MKDOCS = ("exclude_docs", "draft_docs")
_LISTS = ("ignored_content", "exclude")
"""Keys of Zola; of Jekyll and Hexo."""
_PROGRAMS = r"quartz\.config\.[jt]s|\.vitepress/config\.[cm]?[jt]s"
_IN_PROGRAM = re.compile(r"\b(?:ignorePatterns|srcExclude)\s*:\s*\[([^\]]*)\]")
_QUOTED = re.compile(r"([\"'])([^\"'\n]+)\1")
_YAML_TAG = re.compile(r"(?<=[\s\[])![!\w][^\s,\]]*")
_ROOTS = ("", "content/", "docs/", "source/")
"""Where the texts are of which patterns speak, below the configuration."""
_SIMPLE = re.compile(r"\^?(?:\\[./-]|\.\*|[\w/ -])+\$?")
"""A regular expression that says no more than a pattern with ``*``."""


def ignored_files(source: Source) -> frozenset[str]:
    """The files that the configuration of their website leaves out."""
    names = [entry.name for entry in source.entries]
    return frozenset(name for base, globs in _lists(source) for name in _found(names, base, globs))


def _lists(source: Source) -> Iterator[tuple[str, list[str]]]:
    """Folders, each with a slash at its end, and the patterns for the files in them."""
    for entry in source.find(r"\.eleventyignore"):
        yield entry.name.rpartition("/")[0] + "/", _text_of(entry).splitlines()
    for entry in source.find(r"mkdocs\.ya?ml"):
        config = _mapping(_yaml_in(entry))
        docs = f"{above_config(entry.name)}{config.get('docs_dir') or 'docs'}/"
        yield from ((docs, str(config.get(key) or "").splitlines()) for key in _MKDOCS)
    for entry in source.find(CONFIG):
        patterns = _patterns_of(_mapping(data_in(entry)))
        yield from ((above_config(entry.name) + root, patterns) for root in _ROOTS)
    for entry in source.find(_PROGRAMS):
        base = re.sub(r"(?:\.vitepress/)?[^/]*$", "", entry.name)
        lists = "".join(_IN_PROGRAM.findall(_text_of(entry)))
        patterns = [pattern for _, pattern in _QUOTED.findall(lists)]
        yield from ((base + root, patterns) for root in _ROOTS)
    for entry in source.find(r"dendron\.ya?ml"):
        yield from _of_dendron(above_config(entry.name), _mapping(_yaml_in(entry)))


def _patterns_of(config: Mapping[object, object]) -> list[str]:
    """The patterns of Zola, Jekyll, Hexo and Hugo; names without ``*`` are read elsewhere."""
    globs = (text for key in _LISTS for text in _texts(config.get(key)) if "*" in text)
    expressions = filter(_SIMPLE.fullmatch, _texts(config.get("ignoreFiles")))
    return [*globs, *map(_as_glob, expressions)]


def _as_glob(expression: str) -> str:
    start = "/" if expression.startswith("^") else "/*"
    end = "" if expression.endswith("$") else "*"
    inner = expression.removeprefix("^").removesuffix("$").replace(".*", "*")
    return start + re.sub(r"\\(.)", r"\1", inner) + end


def _of_dendron(base: str, config: Mapping[object, object]) -> Iterator[tuple[str, list[str]]]:
    """Private vaults, and the notes outside of the hierarchies that are published.

    https://wiki.dendron.so/notes/ZDAEhDEenSEDHSKmBUOTH/
    """
    workspace = _mapping(config.get("workspace")) or config
    vaults = workspace.get("vaults")
    for vault in map(_mapping, vaults if isinstance(vaults, list) else ()):
        if vault.get("visibility") == "private" and (path := vault.get("fsPath")):
            yield f"{base}{path}/", ["*"]
    publishing = _mapping(config.get("publishing") or config.get("site"))
    shown = [*_texts(publishing.get("siteHierarchies"))]
    if shown and "root" not in shown:
        kept = (f"!{name}{ending}" for name in shown for ending in (".md", ".*.md"))
        yield base, ["*.md", *kept]
    for name, settings in _mapping(publishing.get("hierarchy")).items():
        if _mapping(settings).get("publishByDefault") is False:
            yield base, [f"{name}.md", f"{name}.*.md"] if name != "root" else ["*.md"]


def _found(names: Iterable[str], base: str, patterns: Iterable[str]) -> Iterator[str]:
    """The files that the last pattern that fits leaves out, as in ``.gitignore``."""
    written = [text for line in patterns if (text := line.strip()) and not text.startswith("#")]
    base = base.removeprefix("./").lstrip("/")
    for name in names if written else ():
        fits = (text for text in reversed(written) if _fits(name.removeprefix(base), text))
        if name.startswith(base) and not next(fits, "!").startswith("!"):
            yield name


def _fits(path: str, pattern: str) -> bool:
    written = pattern.removeprefix("!").removeprefix("./")
    inner = re.sub(r"/\*\*(?=/)", "*", written.strip("/").removeprefix("**/"))
    is_anchored = "/" in written.rstrip("/") and not written.startswith("**/")
    glob = f"/{inner}" if is_anchored else f"*/{inner}"
    return fnmatchcase(f"/{path}", glob) or fnmatchcase(f"/{path}", f"{glob}/*")


def _mapping(value: object) -> Mapping[object, object]:
    return value if isinstance(value, Mapping) else {}


def _texts(value: object) -> Iterator[str]:
    return (item for item in (value if isinstance(value, list) else ()) if isinstance(item, str))


def _yaml_in(entry: Entry) -> object:
    """The data in a configuration, of which tags may name functions of Python."""
    try:
        return read_yaml(_YAML_TAG.sub("", _text_of(entry)))
    except (ValueError, RecursionError, yaml.YAMLError):
        return {}


def _text_of(entry: Entry) -> str:
    try:
        return read_text_of(entry)[0]
    except DumpError:
        return ""
