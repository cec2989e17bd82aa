"""The pictures under ``content/``: measures new ones, and makes the sizes that pages need.

The smaller pictures are kept in the cache folder under names made of the content of the picture and
the version of the encoder, so each is made once.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from sitegen.artifacts import CopyArtifact
from sitegen.engine.executors import Executor, SerialExecutor
from sitegen.engine.image_encoding import Measured, make_sizes, measure
from sitegen.filesystem.files import refresh_fingerprint, write_if_changed
from sitegen.filesystem.fingerprints import UNKNOWN_FILE, FileFingerprint
from sitegen.filesystem.listing import MEDIA, address_of_copy, copied_names
from sitegen.media import LARGEST_FILE, UncleanError, clean_any
from sitegen.media.decoding import UnreadableImageError
from sitegen.views.template_records import ImageSize, ImageView

_EXTENSIONS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")
_RECORDINGS = (
    *(".mp4", ".m4v", ".mov", ".webm", ".m4a", ".mp3", ".flac", ".wav"),
    *(".ogg", ".oga", ".ogv", ".opus", ".aac", ".heic", ".heif", ".tif", ".tiff"),
)
"""Files under ``content/media/`` of which only a version without metadata is made."""
_DRAWING = ".svg"
_NO_SIZE = Measured(0, 0, ())
"""The size of a drawing, which only its own style and the page decide."""
_FOLDER = "media/sizes"
"""Where the smaller pictures are in the output."""
_KEPT = ".edition-"
"""The prefix of the versions that output formats make and keep."""
_SERIAL_LIMIT = 8
"""Up to this number of pictures, making their sizes here is faster than starting workers."""
_BATCH_SIZE = 4


class ImageRecord(NamedTuple):
    """A picture that was read."""

    fingerprint: FileFingerprint
    view: ImageView | None
    """What pages need to know of it; None if it cannot be read."""
    problem: str = ""
    """Why it cannot be read."""
    cleaned: str = ""
    """The name of a version without metadata, if it has any."""
    unclean: str = ""
    """Why its metadata cannot be removed."""


Images = Mapping[str, ImageRecord]
"""By their paths under ``content/``."""


class ImageStore(NamedTuple):
    """What earlier builds know of pictures."""

    folder: Path
    """Where smaller pictures are kept."""
    known: Mapping[str, ImageRecord] = {}


def load_images(
    names: Iterable[str], content: Path, store: ImageStore, executor: Executor
) -> dict[str, ImageRecord]:
    """The pictures among the files that are copied; only those that changed are read.

    Args:
        names: the paths of all files under ``content/``.
        content: that folder.
        store: the pictures of an earlier build.
        executor: makes them, if there are many.
    """
    folder, known = store
    images: dict[str, ImageRecord] = {}
    changed: dict[str, FileFingerprint] = {}
    for name in filter(_is_read, copied_names(names)):
        before = known.get(name)
        try:
            fingerprint = refresh_fingerprint(
                content / name, before.fingerprint if before else UNKNOWN_FILE
            )
        except OSError:
            continue  # copying it reports this
        if (
            before
            and before.fingerprint.digest == fingerprint.digest
            and _has_files(before, folder)
        ):
            images[name] = before._replace(fingerprint=fingerprint)
        else:
            changed[name] = fingerprint
    images |= _read(changed, content, folder, executor)
    return images


def _is_read(name: str) -> bool:
    is_recording = name.startswith(MEDIA) and name.lower().endswith(_RECORDINGS)
    return is_recording or name.lower().endswith(_EXTENSIONS)


def size_artifacts(images: Images, folder: Path) -> Iterator[CopyArtifact]:
    """The smaller pictures as files of the output, each once."""
    views = (record.view for record in images.values() if record.view)
    addresses = dict.fromkeys(size.address for view in views for size in view.sizes)
    return (CopyArtifact(address, folder / _name_of(address)) for address in addresses)


def cleaned_files(images: Images, folder: Path) -> dict[str, Path]:
    """The versions of pictures without metadata, by the paths of these under ``content/``."""
    return {name: folder / each.cleaned for name, each in images.items() if each.cleaned}


def views_of(images: Images) -> dict[str, ImageView]:
    """What pages need to know of the pictures, by their addresses."""
    return {
        address: record.view
        for name, record in images.items()
        if record.view and (address := address_of_copy(name)) is not None
    }


def remove_unused(images: Images, folder: Path) -> None:
    """Removes what was made from pictures that are gone."""
    used = {name for record in images.values() for name in _files_of(record)}
    kept = {_kept_by(record.fingerprint.digest) for record in images.values()}
    for path in folder.glob("[!.]*"):
        if path.name not in used:
            path.unlink(missing_ok=True)
    for path in folder.glob(f"{_KEPT}*"):
        if path.stem not in kept:
            path.unlink(missing_ok=True)


class _Task(NamedTuple):
    path: Path
    digest: bytes
    is_cleaned: bool
    """Whether it is published without metadata."""


class _Made(NamedTuple):
    measured: Measured | None
    problem: str = ""
    cleaned: str = ""
    unclean: str = ""


class _MakeFunction:
    """A task function that measures pictures and makes their sizes; it can be sent to processes."""

    unit = "pictures"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, tasks: Sequence[_Task]) -> list[_Made]:
        return [self._make(task) for task in tasks]

    def _make(self, task: _Task) -> _Made:
        if task.path.suffix.lower() == _DRAWING:
            return _Made(_NO_SIZE)
        cleaned = unclean = ""
        try:
            try:
                cleaned = self._clean(task)
            except UncleanError as error:
                unclean = str(error)
            if task.path.suffix.lower() in _RECORDINGS:
                return _Made(None, cleaned=cleaned, unclean=unclean)
            measured = measure(task.path)
            files = [self._folder / _file_of(task.digest, width) for width in measured.widths]
            if not all(file.exists() for file in files):
                made = make_sizes(task.path, measured.widths)
                for file, data in zip(files, made, strict=True):
                    write_if_changed(file, data)
        except UnreadableImageError as error:
            return _Made(None, str(error), cleaned)
        except OSError as error:
            return _Made(None, error.strerror or str(error), cleaned)
        return _Made(measured, cleaned=cleaned, unclean=unclean)

    def _clean(self, task: _Task) -> str:
        """Makes a version without metadata; returns its name, empty if the file has none.

        Raises:
            UncleanError: they cannot be removed.
        """
        if not task.is_cleaned:
            return ""
        if task.path.stat().st_size > LARGEST_FILE:
            raise UncleanError(f"it is larger than {LARGEST_FILE // 2**20} MB")
        data = task.path.read_bytes()
        cleaned = clean_any(data)
        if cleaned == data:
            return ""
        name = f"{_hash_of(task.digest)}{task.path.suffix.lower()}"
        write_if_changed(self._folder / name, cleaned)
        return name


def _read(
    changed: Mapping[str, FileFingerprint], content: Path, folder: Path, executor: Executor
) -> Iterator[tuple[str, ImageRecord]]:
    workers = executor if len(changed) > _SERIAL_LIMIT and executor.shares_disk else None
    tasks = [
        _Task(content / name, found.digest, name.startswith(MEDIA))
        for name, found in changed.items()
    ]
    parts = [tasks[start : start + _BATCH_SIZE] for start in range(0, len(tasks), _BATCH_SIZE)]
    results = (workers or SerialExecutor()).run(_MakeFunction(folder), parts)
    made = (each for part in results for each in part)
    for (name, fingerprint), found in zip(changed.items(), made, strict=True):
        view = None
        if found.measured:
            view = _view_of(found.measured, content / name, fingerprint.digest, folder)
        yield name, ImageRecord(fingerprint, view, found.problem, found.cleaned, found.unclean)


def _view_of(measured: Measured, file: Path, digest: bytes, folder: Path) -> ImageView:
    sizes = tuple(
        ImageSize(width, f"{_FOLDER}/{_file_of(digest, width)}") for width in measured.widths
    )
    kept = folder / _kept_by(digest)
    return ImageView(measured.width, measured.height, sizes, file, digest, kept)


def _has_files(record: ImageRecord, folder: Path) -> bool:
    return all((folder / name).exists() for name in _files_of(record))


def _files_of(record: ImageRecord) -> Iterator[str]:
    """The names of the files that were made from a picture."""
    for size in record.view.sizes if record.view else ():
        yield _name_of(size.address)
    if record.cleaned:
        yield record.cleaned


def _file_of(digest: bytes, width: int) -> str:
    return f"{_hash_of(digest)}-{width}.webp"


def _kept_by(digest: bytes) -> str:
    """The name of the version that output formats keep, without its extension."""
    return f"{_KEPT}{_hash_of(digest)}"


def _hash_of(digest: bytes) -> str:
    return hashlib.blake2b(digest, digest_size=6).hexdigest()


def _name_of(address: str) -> str:
    return address.rpartition("/")[2]
