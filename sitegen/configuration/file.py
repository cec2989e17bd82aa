"""Reads the configuration: ``sitegen.toml``, or ``[tool.sitegen]`` in ``pyproject.toml``.

Pydantic validates it. It takes a tenth of a second to import, and is imported only here.
"""

import difflib
import functools
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.configuration.location import CONFIG_NAME, find_config
from sitegen.configuration.setting_lines import line_of_setting
from sitegen.configuration.settings import (
    AppearanceConfig,
    Config,
    EditionsConfig,
    EmailConfig,
    GroupingConfig,
    LinkConfig,
    PublishConfig,
    SendConfig,
    TopicConfig,
)
from sitegen.configuration.toml import parse_toml, read_text
from sitegen.errors import ConfigError, SitegenError, grouped, line_of

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

_TOPICS_TABLE = re.compile(r"^[ \t]*(\[(?:tool\.sitegen\.)?topics\])", re.MULTILINE)


_UNSETTABLE = frozenset({"root", "text", "makes_cards"})
"""Fields of the configuration that the file cannot set."""

_WRONG_TYPES = {
    "bool": "it must be true or false",
    "dataclass": "it must be a table of settings",
    "int": "it must be a whole number",
    "int_from": "it must be a whole number",
    "string": "it must be a text in quotes",
    "tuple": "it must be a list in square brackets",
}
"""The messages for values of a wrong type, by the type of Pydantic's error."""


def load_config(folder: Path, known: Config | None = None) -> Config:
    """The configuration of the digest in ``folder``.

    Args:
        folder: the digest's folder.
        known: an earlier configuration, which is returned if the file has the same text.

    Raises:
        ConfigError: there is none, it is not TOML, or it has an unknown key or an invalid value.
    """
    path = find_config(folder)
    text = read_text(path, "the configuration")
    if known and (known.root, known.text) == (folder, text):
        return known
    _refuse_table_of_topics(path, text)
    tables = parse_toml(path, text)
    if path.name != CONFIG_NAME:
        tables = tables["tool"]["sitegen"]
    for key in sorted(_UNSETTABLE & tables.keys()):
        raise _mistake(path, text, (key,), "unexpected_keyword_argument", "")
    from pydantic import ValidationError  # noqa: PLC0415 -- slow to load

    try:
        config = _validator().validate_python({"root": folder, **tables})
    except ValidationError as error:
        raise _validation_error(path, text, error) from None
    return replace(config, text=text)


@functools.cache
def _validator() -> "TypeAdapter[Config]":
    """What validates a configuration; it is slow to make."""
    from pydantic import TypeAdapter  # noqa: PLC0415 -- slow to load

    return TypeAdapter(Config)


def place_of_setting(config: Config, where: tuple[int | str, ...]) -> tuple[Path, int]:
    """The file that configures a digest, and the line in it that sets ``where``.

    Raises:
        ConfigError: there is no such file any more.
    """
    path = find_config(config.root)
    return path, line_of_setting(config.text, where, in_pyproject=path.name != CONFIG_NAME)


def _refuse_table_of_topics(path: Path, text: str) -> None:
    """Refuses ``[topics]``, and says where its settings belong.

    TOML does not allow both that and ``[[topics]]``, but its error message would not help.
    """
    found = _TOPICS_TABLE.search(text)
    if found:
        line = text.count("\n", 0, found.start(1)) + 1
        raise ConfigError(
            "“[topics]” is not allowed, as each “[[topics]]” declares one topic",
            path=path,
            line=line,
            source=line_of(text, line),
            hint=f"how posts are grouped ({', '.join(_settings_of(GroupingConfig))}) is set under "
            "[grouping]; a topic is declared with two brackets",
        )


def _validation_error(path: Path, text: str, error: "ValidationError") -> SitegenError:
    mistakes = [
        _mistake(path, text, details["loc"], details["type"], details["msg"])
        for details in error.errors()
    ]
    mistakes.sort(key=lambda mistake: mistake.line or 0)
    return grouped(mistakes)


def _mistake(
    path: Path, text: str, where: tuple[int | str, ...], kind: str, message: str
) -> ConfigError:
    key = ".".join(str(part) for part in where if isinstance(part, str))
    name = key.rpartition(".")[2]
    line = line_of_setting(text, where, in_pyproject=path.name != CONFIG_NAME)
    if kind == "unexpected_keyword_argument":
        what, hint = f"there is no setting “{key}”", _nearest_setting(name, where)
    elif kind == "missing":
        what, hint = f"“{key}” is missing", f'add it: {name} = "…"'
    else:
        why = _WRONG_TYPES.get(kind.rpartition("_")[0]) or _reworded(message)
        what, hint = f"“{key}” is wrong: {why}", None
    return ConfigError(what, path=path, line=line, source=line_of(text, line), hint=hint)


def _reworded(message: str) -> str:
    """Pydantic's message, reworded to follow “is wrong:”."""
    message = message.removeprefix("Value error, ").replace("Input should be", "it must be")
    return f"{message[:1].lower()}{message[1:]}"


_TABLES: dict[int | str, type] = {
    "appearance": AppearanceConfig,
    "links": LinkConfig,
    "editions": EditionsConfig,
    "topics": TopicConfig,
    "grouping": GroupingConfig,
    "publish": PublishConfig,
    "email": EmailConfig,
    "send": SendConfig,
}


def _nearest_setting(name: str, where: tuple[int | str, ...]) -> str:
    table = _TABLES.get(where[0], Config) if len(where) > 1 else Config
    known = _settings_of(table)
    if table is not Config and name in _settings_of(Config):
        return f"put “{name}” before the first line with square brackets, which begins a table"
    others = [
        "[[topics]]" if other == "topics" else f"[{other}]"
        for other, settings in _TABLES.items()
        if name in _settings_of(settings)
    ]
    if others:
        return f"put “{name}” below a line {' or '.join(others)}"
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean “{near[0]}”?" if near else f"known here: {', '.join(sorted(known))}"


def _settings_of(table: type) -> list[str]:
    return [field.name for field in fields(table) if field.name not in _UNSETTABLE]
