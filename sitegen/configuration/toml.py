"""Reads TOML files; errors have a line and a column."""

import re
import tomllib
from pathlib import Path
from typing import Any

from sitegen.errors import ConfigError, line_of

_REMEDIES = {
    "Illegal character '\\n'": "close the text with a quotation mark on the same line",
    "Unterminated string": "close the text with a quotation mark",
    "Cannot overwrite a value": "this setting is there twice: remove one of the two lines",
    "Cannot declare": "this table is there twice: put all of its settings below the first one",
    "Expected '=' after a key": 'write each setting as “name = value”: title = "…"',
    "Expected newline": "if the text has a quotation mark or an apostrophe in it, put it in the "
    'other kind of quotes: title = "It\'s", title = \'A "word"\'',
    "Expected ']": "close the bracket on this line",
    "Unclosed array": "close the list with ]",
    "Invalid value": 'put a text in straight quotes: title = "…"; switches are true or false',
}
"""What to do about a mistake, by words of the message of ``tomllib``."""


def read_text(path: Path, what: str) -> str:
    """The text of a file; an error calls it ``what``, such as “the configuration”.

    Raises:
        ConfigError: it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{what} is not UTF-8 text: byte {error.start + 1} cannot be read",
            path=path,
            hint="save it as UTF-8",
        ) from None
    except OSError as error:
        raise ConfigError(
            f"{what} cannot be read: {error.strerror}",
            path=path,
            hint="see what it is and who may read it",
        ) from None


def parse_toml(path: Path, text: str) -> dict[str, Any]:
    """Parses ``text``, the content of the file at ``path``.

    Raises:
        ConfigError: it is not TOML, or is nested too deeply.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(path, text, error) from None
    except ValueError:
        raise ConfigError("a number in this file has too many digits", path=path) from None
    except RecursionError:
        raise ConfigError("this file is nested too deeply", path=path) from None


def _syntax_error(path: Path, text: str, error: tomllib.TOMLDecodeError) -> ConfigError:
    message, _, _ = str(error).partition(" (at ")
    place = re.search(r"line (\d+), column (\d+)", str(error))
    line = int(place[1]) if place else len(text.splitlines())
    return ConfigError(
        f"this is not TOML: {message[:1].lower()}{message[1:]}",
        path=path,
        line=line,
        column=int(place[2]) if place else None,
        source=line_of(text, line),
        hint=next(
            (hint for words, hint in _REMEDIES.items() if words in message),
            "put texts in quotes and lists in square brackets; see https://toml.io",
        ),
    )
