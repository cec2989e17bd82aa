"""Errors and warnings that point to the line of a setting in the configuration."""

import re

from sitegen.configuration.location import find_config
from sitegen.configuration.settings import Config
from sitegen.errors import ConfigError, line_of


def config_error(config: Config, key: str, message: str, *, hint: str) -> ConfigError:
    """An error with the line of the configuration that has ``key``."""
    path = find_config(config.root)
    text = path.read_text(encoding="utf-8-sig")
    setting = re.compile(rf"\s*[\"']?{key}[\"']?\s*=")
    lines = enumerate(text.split("\n"), 1)
    line = next((number for number, line in lines if setting.match(line)), None)
    return ConfigError(message, path=path, line=line, source=line_of(text, line), hint=hint)
