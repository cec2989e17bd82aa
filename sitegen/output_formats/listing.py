"""Lists the files of each output format in the output."""

from collections.abc import Iterable
from dataclasses import fields

from sitegen.addresses import search_address
from sitegen.artifacts import CARD
from sitegen.configuration.settings import EditionsConfig
from sitegen.output_formats.planning import FILES_OF_DIGEST

_SEARCH = (search_address(), "pagefind/")
_CARD_FOLDERS = ("essays/", "posts/", "topics/", "editions/")


def files_by_format(names: Iterable[str], editions: EditionsConfig) -> dict[str, list[str]]:
    """The files of each output format that is turned on, by its setting in ``[editions]``."""
    names = sorted(names)
    wanted = [field.name for field in fields(editions) if getattr(editions, field.name)]
    return {setting: [name for name in names if _is_of(setting, name)] for setting in wanted}


def _is_of(setting: str, name: str) -> bool:
    if setting == "cards":
        is_own = name.startswith(_CARD_FOLDERS) and name.endswith(f"/{CARD}")
        return name == CARD or is_own
    if setting == "search":
        return name.startswith(_SEARCH)
    return any(name == address for _, address in FILES_OF_DIGEST[setting])
