"""Plans the editions of a digest: which file has which address."""

from collections.abc import Collection, Iterator, Mapping

from sitegen.artifacts import MESSAGE_FILE, EditionArtifact, EditionFormat
from sitegen.configuration.file import find_config
from sitegen.configuration.settings import Config
from sitegen.editions.libraries import is_possible, missing_libraries
from sitegen.errors import ConfigError

_WITH_ADDRESS: Mapping[str, str] = {"email": "the e-mail edition"}
"""The editions whose links need the address of the site, by setting."""
_TEMPLATES: Mapping[str, frozenset[str]] = {
    "email": frozenset({"email.html", "email.txt"}),
    "epub": frozenset({"book-package.opf"}),
    "pdf": frozenset({"print.html", "print.css"}),
    "search": frozenset({"search.html"}),
}
"""The templates of editions, by setting. A theme that extends none may lack them."""
_OF_DIGEST: Mapping[str, tuple[tuple[EditionFormat, str], ...]] = {
    "email": (
        ("email", "email/index.html"),
        ("email-text", "email/email.txt"),
        ("eml", MESSAGE_FILE),
    ),
    "epub": (("epub", "digest.epub"),),
    "pdf": (("pdf", "digest.pdf"),),
}
"""The formats and addresses of editions that show the whole digest, by setting."""


def plan_editions(
    config: Config, libraries: Collection[str], templates: Collection[str]
) -> Iterator[EditionArtifact]:
    """The editions that the configuration asks for.

    Args:
        config: the digest's configuration.
        libraries: the optional libraries that are installed; without its library, an edition is
            left out.
        templates: the names of the templates of the theme; without its own, it is left out, too.
    """
    origin = str(find_config(config.root))
    for setting, files in _OF_DIGEST.items():
        is_linked = bool(config.base_url) or setting not in _WITH_ADDRESS
        can_be_made = is_linked and is_possible(setting, libraries)
        if can_be_made and _is_wanted(config, setting) and not _lacking(setting, templates):
            for form, address in files:
                yield EditionArtifact(address, form, origin)


def left_out_editions(
    config: Config, libraries: Collection[str], templates: Collection[str]
) -> Iterator[ConfigError]:
    """A warning for each edition that is wanted and cannot be made; see ``plan_editions``."""
    yield from missing_libraries(config, libraries)
    for setting, what in _WITH_ADDRESS.items():
        if _is_wanted(config, setting) and not config.base_url:
            yield ConfigError(
                f"{what} is left out, as its links need the address of the site",
                path=find_config(config.root),
                hint='set it: base_url = "https://digest.example/"',
            )
    for setting in _TEMPLATES:
        lacking = _lacking(setting, templates)
        if lacking and _is_wanted(config, setting):
            yield ConfigError(
                f"“{setting}” is turned on in [editions], but the theme “{config.theme}” has no "
                f"{' and no '.join(lacking)}",
                path=find_config(config.root),
                hint='let the theme extend another: extends = "default" in its theme.toml',
            )


def _is_wanted(config: Config, setting: str) -> bool:
    return bool(getattr(config.editions, setting))


def _lacking(setting: str, templates: Collection[str]) -> list[str]:
    return sorted(_TEMPLATES.get(setting, frozenset()).difference(templates))
