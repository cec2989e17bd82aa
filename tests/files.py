"""Folders and archives for tests."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

Files = Mapping[str, object]
"""The contents of files by their names: bytes, a text, or a value for a file in JSON."""


def write_folder(folder: Path, files: Files) -> Path:
    """Writes files and the folders that they are in; returns the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_bytes_of(content))
    return folder


def write_zip(path: Path, files: Files) -> Path:
    """Packs files, in their order; returns the path of the archive."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, _bytes_of(content))
    return path


def _bytes_of(content: object) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else json.dumps(content)).encode()
