"""Plans the output formats of a digest: which file has which address."""

from collections.abc import Collection, Iterator, Mapping

from sitegen.artifacts import MESSAGE_FILE, FormatArtifact, OutputFormat
from sitegen.configuration.location import find_config
from sitegen.configuration.settings import Config
from sitegen.errors import ConfigError
from sitegen.output_formats.libraries import is_possible, missing_libraries

_WITH_ADDRESS: Mapping[str, str] = {"email": "the e-mail"}
"""The output formats whose links need the address of the site, by setting."""
_TEMPLATES: Mapping[str, frozenset[str]] = {
    "email": frozenset({"email.html", "email.txt"}),
    "epub": frozenset({"book-package.opf"}),
    "pdf": frozenset({"print.html", "print.css"}),
    "search": frozenset({"search.html"}),
}
"""The templates of output formats, by setting. A theme that extends none may lack them."""
FILES_OF_DIGEST: Mapping[str, tuple[tuple[OutputFormat, str], ...]] = {
    "email": (
        ("email", "email/index.html"),
        ("email-text", "email/email.txt"),
        ("eml", MESSAGE_FILE),
    ),
    "epub": (("epub", "digest.epub"),),
    "pdf": (("pdf", "digest.pdf"),),
}
"""The formats and addresses of files that show the whole digest, by setting."""


def plan_formats(
    config: Config, libraries: Collection[str], templates: Collection[str]
) -> Iterator[FormatArtifact]:
    """The files in output formats that the configuration asks for.

    Args:
        config: the digest's configuration.
        libraries: the optional libraries that are installed; without its library, one is
            left out.
        templates: the names of the templates of the theme; without its own, it is left out, too.
    """
    origin = str(find_config(config.root))
    for setting, files in FILES_OF_DIGEST.items():
        is_linked = bool(config.base_url) or setting not in _WITH_ADDRESS
        can_be_made = is_linked and is_possible(setting, libraries)
        if can_be_made and _is_wanted(config, setting) and not _lacking(setting, templates):
            for form, address in files:
                yield FormatArtifact(address, form, origin)


def left_out_formats(
    config: Config, libraries: Collection[str], templates: Collection[str]
) -> Iterator[ConfigError]:
    """A warning for each output format that is wanted and cannot be made; see ``plan_formats``."""
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
