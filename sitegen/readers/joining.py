"""Which paths of an import are parts of one dump."""

from collections.abc import Sequence
from pathlib import Path

from sitegen.readers.formats.meta.parts import join_exports
from sitegen.readers.formats.x import parts as parts_of_x


def join_parts(dumps: Sequence[Path]) -> list[tuple[Path, ...]]:
    """The dumps of an import: files of one X archive, or archives of one export, are one dump.

    Returns:
        The dumps in the order given, each as one path, or as the paths of its parts.
    """
    joined = parts_of_x.join_parts(dumps)
    single = [paths[0] for paths in joined if len(paths) == 1]
    exports = {paths[0]: paths for paths in join_exports(single)}
    shown = (exports.get(paths[0]) if len(paths) == 1 else paths for paths in joined)
    return [paths for paths in shown if paths]
