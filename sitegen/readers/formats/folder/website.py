"""What the files of a folder say about it: websites of generators, vaults, and their time zone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

from sitegen.configuration.timezones import checked_zone, zone_of
from sitegen.errors import DumpError
from sitegen.readers.date_order import MONTH_FIRST, DateOrder, find_order
from sitegen.readers.markdown import silverbullet
from sitegen.readers.markdown.fields import written_dates
from sitegen.readers.markdown.file_names import is_language
from sitegen.readers.markdown.header import plain_key
from sitegen.readers.markdown.states import keys_of_states
from sitegen.readers.sources import Source

CONFIG = (
    r"_config\.ya?ml|(?:hugo|config)(?:/_default/(?:hugo|config))?\.(?:toml|ya?ml|json)|zola\.toml"
)
"""The files with the configuration of Jekyll, Hexo, Hugo and Zola."""
_GENERATORS = (
    rf"{CONFIG}|\.?eleventy(?:\.config)?\.[cm]?js|astro\.config\.\w+|gatsby-config\.\w+"
    r"|docusaurus\.config\.\w+|pelicanconf\.py|quartz\.config\.ts|book\.toml|(?:next|nuxt|svelte|gridsome)\.config\.\w+"
    r"|mkdocs\.ya?ml"
)
_ZONE = re.compile(
    r"^[ \t]*[\"']?time_?zone[\"']?\s*[:=]\s*[\"']?([\w/+-]+)", re.MULTILINE | re.IGNORECASE
)
_PROGRAMS = r"(?:publish|pelican)conf\.py|conf\.py"
_ADDRESS_FILES = rf"(?:astro|docusaurus)\.config\.\w+|gatsby-config\.\w+|{_PROGRAMS}|mkdocs\.ya?ml"
"""Configurations that say the address of the website, but may be programs."""
_DOMAIN = re.compile(r"\s*((?:[a-z0-9-]+\.)+[a-z]{2,})\s*", re.IGNORECASE)
"""The file ``CNAME`` of GitHub Pages."""
_BASE = re.compile(
    r"^[ \t\"']*(?:url|base_?url|site_?url|site)[\"']?\s*[:=]\s*[\"']?(https?://(?!localhost|127\.)[^\s\"'#]+)",
    re.MULTILINE | re.IGNORECASE,
)
_DEFAULT_LANGUAGE = re.compile(
    r"^[ \t]*[\"']?defaultContentLanguage[\"']?[ \t]*[:=][ \t]*[\"']?([a-z]{2}(?:-[a-z]{2})?)\b",
    re.MULTILINE | re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"^[ \t]*(dg-publish|publish|public)[ \t]*::?[ \t]*[\"']?true\b", re.MULTILINE
)
_SITE_FOLDERS = frozenset({"_posts", "archetypes"})
_VAULT_FOLDERS = frozenset({".obsidian", "logseq", ".trash"})


@dataclass(frozen=True, slots=True)
class Website:
    """What is known of a folder."""

    sites: frozenset[str] = frozenset()
    """The folders, each with a slash at its end, that are the source of a website."""
    vaults: frozenset[str] = frozenset()
    """Those that are a vault of Obsidian, or the notes of Logseq or SilverBullet."""
    spaces: frozenset[str] = frozenset()
    """Vaults that are spaces of SilverBullet."""
    publish_key: str = ""
    """The key that says which notes of a vault are published, if some say so; else empty."""
    base: str = ""
    """The address of the website, without a slash at its end; empty if it is not known."""
    zone: tzinfo = UTC
    """The zone of dates that name none."""
    languages: Mapping[str, str] = field(default_factory=dict)
    """The languages of folders, each with a slash at its end, and that of texts elsewhere."""
    dates: DateOrder = MONTH_FIRST
    """The order of day and month in its dates."""
    state_keys: frozenset[str] = frozenset()
    """The keys by which some texts say that they are published: ``status: published``."""

    def is_in_vault(self, name: str) -> bool:
        """Whether a file is in a vault."""
        return any(name.startswith(vault) for vault in self.vaults)

    def path_in_space(self, name: str) -> str | None:
        """The path of a file within a space of SilverBullet; None if it is in none."""
        space = next((space for space in self.spaces if name.startswith(space)), None)
        return None if space is None else name.removeprefix(space)

    def language_at(self, name: str) -> str | None:
        """The language of the folder that a text is in, or else of a website in several."""
        folders = (folder for folder in self.languages if folder and name.startswith(folder))
        if folder := next(folders, ""):
            return self.languages[folder]
        return self.languages.get("") if self.is_in_site(name) else None

    def is_in_site(self, name: str) -> bool:
        """Whether a file belongs to the source of a website, and to no vault."""
        return any(name.startswith(site) for site in self.sites) and not self.is_in_vault(name)

    def is_at_top_of_site(self, name: str) -> bool:
        """Whether a file is beside the configuration of a website."""
        return name.rpartition("/")[0] in {site.rstrip("/") for site in self.sites}


def examine_website(source: Source) -> Website:
    """Finds the websites and vaults in a folder, and reads their configuration."""
    configs = (entry.name for entry in source.find(_GENERATORS))
    spaces = frozenset(silverbullet.spaces_in(source))
    return Website(
        sites=frozenset({*map(above_config, configs), *_above(source, _SITE_FOLDERS)}),
        vaults=frozenset(_above(source, _VAULT_FOLDERS)) | spaces,
        spaces=spaces,
        publish_key=_publish_key_in(source),
        base=_base_in(source),
        zone=_zone_in(source),
        languages=dict(_languages_in(source)),
        dates=find_order(written_dates(_headers(source))),
        state_keys=keys_of_states(_headers(source)),
    )


def above_config(name: str) -> str:
    """The folder of a configuration, with a slash at its end; empty for that of the dump."""
    return re.sub(r"(?:config/_default/)?[^/]*$", "", name)


def _above(source: Source, folders: Iterable[str]) -> Iterable[str]:
    """The folders that hold one of these folders."""
    for entry in source.entries:
        parts = entry.name.split("/")[:-1]
        for depth, part in enumerate(parts):
            if part in folders:
                yield "".join(f"{above}/" for above in parts[:depth])


def _languages_in(source: Source) -> Iterator[tuple[str, str]]:
    """The languages of folders that all have the name of one, side by side, and Hugo's own."""
    inner: dict[str, set[str]] = {}
    for entry in source.entries:
        if entry.name.endswith((".md", ".markdown", ".mdx")):
            parts = entry.name.split("/")[:-1]
            for depth, part in enumerate(parts):
                inner.setdefault("".join(f"{above}/" for above in parts[:depth]), set()).add(part)
    for above, names in inner.items():
        if len(names) > 1 and all(map(is_language, names)):
            yield from ((f"{above}{name}/", name) for name in names)
    texts = (text for text in _configs(source) if "languages" in text)
    if found := next(filter(None, map(_DEFAULT_LANGUAGE.search, texts)), None):
        yield "", found[1]


def _publish_key_in(source: Source) -> str:
    """The key of Obsidian Publish, of its Digital Garden, or of Logseq, that a note has."""
    for entry in source.entries:
        if entry.name.endswith(".md") and (found := _PUBLISHED.search(entry.head.text[:4000])):
            return plain_key(found[1])
    return ""


def _headers(source: Source) -> Iterator[str]:
    """The beginnings of all texts in Markdown, with their headers."""
    return (e.head.text[:4000] for e in source.entries if e.name.endswith((".md", ".markdown")))


def _base_in(source: Source) -> str:
    texts = (*_configs(source), *_texts(source, _ADDRESS_FILES))
    found = (_BASE.search(text) for text in texts)
    domains = (_DOMAIN.fullmatch(text) for text in _texts(source, "CNAME"))
    addresses = (match[1].rstrip("/") for match in found if match)
    return next(addresses, "") or next((f"https://{d[1]}" for d in domains if d), "")


def _zone_in(source: Source) -> tzinfo:
    for text in (*_configs(source), *_texts(source, _PROGRAMS)):
        with suppress(ValueError):
            if found := _ZONE.search(text):
                return zone_of(checked_zone(found[1]))
    return UTC


def _configs(source: Source) -> Iterator[str]:
    return _texts(source, CONFIG)


def _texts(source: Source, names: str) -> Iterator[str]:
    for entry in source.find(names):
        with suppress(DumpError):
            yield entry.read()[:200_000].decode("utf-8", "replace")
