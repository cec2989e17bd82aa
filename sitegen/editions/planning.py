"""Plans the editions of a digest: which file has which address."""

from collections.abc import Collection, Iterator, Mapping

from sitegen.configuration.file import find_config
from sitegen.configuration.settings import Config
from sitegen.editions.libraries import is_possible
from sitegen.models import EditionArtifact, EditionFormat

_OF_DIGEST: Mapping[str, tuple[tuple[EditionFormat, str], ...]] = {}
"""The formats and addresses of editions that show the whole digest, by setting."""


def plan_editions(config: Config, libraries: Collection[str]) -> Iterator[EditionArtifact]:
    """The editions that the configuration asks for.

    Args:
        config: the digest's configuration.
        libraries: the optional libraries that are installed; without its library, an edition is
            left out.
    """
    origin = str(find_config(config.root))
    for setting, files in _OF_DIGEST.items():
        if getattr(config.editions, setting) and is_possible(setting, libraries):
            for form, address in files:
                yield EditionArtifact(address, form, origin)
