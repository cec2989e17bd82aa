"""Plans the editions of a digest: which file has which address."""

from collections.abc import Collection, Iterator, Mapping

from sitegen.configuration.file import find_config
from sitegen.configuration.settings import Config
from sitegen.editions.libraries import is_possible, missing_libraries
from sitegen.errors import ConfigError
from sitegen.models import MESSAGE_FILE, EditionArtifact, EditionFormat

_WITH_ADDRESS = frozenset({"email"})
"""The settings of editions whose links need the address of the site."""
_OF_DIGEST: Mapping[str, tuple[tuple[EditionFormat, str], ...]] = {
    "email": (
        ("email", "email/index.html"),
        ("email-text", "email/email.txt"),
        ("eml", MESSAGE_FILE),
    ),
}
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
        is_linked = bool(config.base_url) or setting not in _WITH_ADDRESS
        if getattr(config.editions, setting) and is_linked and is_possible(setting, libraries):
            for form, address in files:
                yield EditionArtifact(address, form, origin)


def left_out_editions(config: Config, libraries: Collection[str]) -> Iterator[ConfigError]:
    """A warning for each edition that is wanted and cannot be made; see ``plan_editions``."""
    yield from missing_libraries(config, libraries)
    if config.editions.email and not config.base_url:
        yield ConfigError(
            "the e-mail edition is left out, as its links need the address of the site",
            path=find_config(config.root),
            hint='set it: base_url = "https://digest.example/"',
        )
