"""Reads the data in files of websites: JSON, YAML, TOML, literals in a program, or a header."""

import json
import tomllib
from pathlib import PurePosixPath

import yaml

from sitegen.content.front_matter.yaml_values import read_yaml
from sitegen.errors import DumpError
from sitegen.readers.markdown.header import read_script, split_header
from sitegen.readers.sources import Entry
from sitegen.readers.streams.decoding import read_text_of


def data_in(entry: Entry) -> object:
    """The data in a file, as the ending of its name says; an empty mapping if it is damaged."""
    try:
        text, _ = read_text_of(entry)
        match PurePosixPath(entry.name).suffix.lower():
            case ".json":
                return json.loads(text)
            case ".yml" | ".yaml":
                return read_yaml(text)
            case ".toml":
                return tomllib.loads(text)
            case ".js" | ".cjs" | ".mjs":
                return read_script(text)
            case _:
                return split_header(text).fields
    except (DumpError, ValueError, RecursionError, yaml.YAMLError):
        return {}
