"""Writes files so that each is whole at every moment, and removes what is no longer wanted."""

import filecmp
import json
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.errors import ContentError, OutputError

RECORD_NAME = ".sitegen.json"
"""The list of what the last build wrote, kept in the output so that the two stay together."""

Content = bytes | Path
"""What a file is to hold: these bytes, or those of that file."""


def write_output(
    output: Path, files: Mapping[str, Content], *, keep: frozenset[str] = frozenset()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Makes ``output`` hold ``files``, by their paths in it; says which were written and removed.

    A file is touched only if its bytes are new. All new files are written beside their places
    first, so that nothing has changed if that fails. Removed is what an earlier build wrote and
    this one does not want, but for ``keep``. A file that no build wrote is never touched.

    Raises:
        OutputError: a file or a folder cannot be written, a file stands in the way that no build
            wrote, or a link leads out of the output.
        ContentError: a file that is to be copied cannot be read.
    """
    earlier = read_record(output)
    changed = [name for name, content in files.items() if not _holds(output / name, content)]
    _refuse_foreign(output, (name for name in changed if name not in earlier))
    _refuse_detours(output, changed)
    with _staged({output / name: files[name] for name in changed}) as staged:
        _write_record(output, earlier | frozenset(files))
        _put_in_place(staged)
    unwanted = earlier - frozenset(files) - keep
    removed = _remove(output, sorted(unwanted))
    _write_record(output, frozenset(files) | (earlier & keep))
    return tuple(changed), removed


def write_if_changed(path: Path, data: bytes) -> bool:
    """Writes ``data`` beside ``path`` and puts it in place; says whether the bytes were new.

    Where ``path`` is a link, it stays one, and what it leads to is written.

    Raises:
        OutputError: the file or its folder cannot be written.
    """
    path = path.resolve()
    if _holds(path, data):
        return False
    with _staged({path: data}) as staged:
        _put_in_place(staged)
    return True


def read_record(output: Path) -> frozenset[str]:
    """The paths that the last build wrote, relative to ``output``; empty where none is known."""
    try:
        names = json.loads((output / RECORD_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    if not isinstance(names, list):
        return frozenset()
    return frozenset(name for name in names if isinstance(name, str))


def _write_record(output: Path, names: Iterable[str]) -> None:
    text = json.dumps(sorted(names), ensure_ascii=False, indent=0)
    write_if_changed(output / RECORD_NAME, text.encode())


def _holds(path: Path, content: Content) -> bool:
    try:
        if isinstance(content, Path):
            return path.is_file() and filecmp.cmp(content, path, shallow=False)
        return path.read_bytes() == content
    except OSError:
        return False  # it is not there, or no file: writing tells which


def _refuse_foreign(output: Path, names: Iterable[str]) -> None:
    for name in names:
        if (output / name).is_file():
            raise OutputError(
                "this file was not written by a build, and one would overwrite it",
                path=output / name,
                hint="move it away, or to content/media/ if it is to be published",
            )


def _refuse_detours(output: Path, names: Iterable[str]) -> None:
    """Refuses to write through a link that leads out of the output."""
    real = output.resolve()
    for folder in sorted({(output / name).parent for name in names}):
        if not folder.resolve().is_relative_to(real):
            raise OutputError(
                "this folder is a link that leads out of the output",
                path=folder,
                hint="remove the link; whole folders of your own belong beside output/",
            )


@contextmanager
def _staged(contents: Mapping[Path, Content]) -> Iterator[dict[Path, Path]]:
    """Temporary files with ``contents``, by their places; what is left of them then goes."""
    staged: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            beside = path.parent / f".{secrets.token_hex(8)}.tmp"
            staged[path] = beside
            _stage(path, beside, content)
        yield staged
    finally:
        for beside in staged.values():
            with suppress(OSError):  # it was never there
                beside.unlink()


def _stage(path: Path, beside: Path, content: Content) -> None:
    if isinstance(content, Path):
        _check_readable(content)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copyfile(content, beside)
        else:
            beside.write_bytes(content)
    except OSError as error:
        raise _not_written(path, error) from None


def _check_readable(path: Path) -> None:
    try:
        path.open("rb").close()
    except OSError as error:
        raise ContentError(
            f"this file cannot be read: {error.strerror}",
            path=path,
            hint="see who may read it, or take it out of the folder",
        ) from None


def _put_in_place(staged: dict[Path, Path]) -> None:
    """Moves every temporary file to its place, and takes it out of ``staged``."""
    for path in tuple(staged):
        try:
            if path.is_file():
                shutil.copymode(path, staged[path])
            staged[path].replace(path)
        except OSError as error:
            raise _not_written(path, error) from None
        del staged[path]


def _remove(output: Path, names: Iterable[str]) -> tuple[str, ...]:
    real = output.resolve()
    removed = []
    for name in names:
        path = output / name
        if not path.parent.resolve().is_relative_to(real):
            continue  # the record is a file like any other, and may have been tampered with
        try:
            path.unlink()
        except OSError:
            continue  # it is gone already
        removed.append(name)
        _remove_empty_folders(path.parent, output)
    return tuple(removed)


def _remove_empty_folders(folder: Path, top: Path) -> None:
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _not_written(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(
        f"this file cannot be written: {reason[:1].lower()}{reason[1:]}",
        path=path,
        hint="see that the folder may be written to, that the disk has room, "
        "and that no folder has the file's name",
    )
