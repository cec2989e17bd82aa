"""What the configuration of a generator says: the address of the website, and its time zone."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, tzinfo

from sitegen.configuration.timezones import checked_zone, zone_of
from sitegen.errors import DumpError
from sitegen.readers.sources import Source

_CONFIG = (
    r"_config\.ya?ml|(?:hugo|config)(?:/_default/(?:hugo|config))?\.(?:toml|ya?ml|json)|zola\.toml"
)
_ZONE = re.compile(
    r"^\s*[\"']?time_?zone[\"']?\s*[:=]\s*[\"']?([\w/+-]+)", re.MULTILINE | re.IGNORECASE
)
_GENERATORS = (
    _CONFIG
    + r"|\.?eleventy(?:\.config)?\.[cm]?js|astro\.config\.\w+|gatsby-config\.\w+|mkdocs\.ya?ml"
    r"|docusaurus\.config\.\w+|pelicanconf\.py|quartz\.config\.ts|book\.toml|next\.config\.\w+"
)


@dataclass(frozen=True, slots=True)
class Website:
    """What is known of the website that a folder is the source of."""

    is_generated: bool = False
    """Whether the folder has the configuration of a generator."""
    is_vault: bool = False
    """Whether the folder is a vault of Obsidian, or the notes of Logseq."""
    zone: tzinfo = UTC
    """The zone of dates that name none."""


def examine_website(source: Source) -> Website:
    """Reads the configuration in a folder."""
    folders = {part for e in source.entries for part in e.name.split("/")[:-1]}
    return Website(
        is_generated=source.first(_GENERATORS) is not None
        or bool({"_posts", "archetypes"} & folders),
        is_vault=bool({".obsidian", "logseq", ".trash"} & folders),
        zone=_zone_of(source),
    )


def _zone_of(source: Source) -> tzinfo:
    for entry in source.find(_CONFIG):
        try:
            found = _ZONE.search(entry.read()[:200_000].decode("utf-8", "replace"))
        except DumpError:
            continue
        if found:
            with suppress(ValueError):
                return zone_of(checked_zone(found[1]))
    return UTC
