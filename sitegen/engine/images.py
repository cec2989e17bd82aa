"""The pictures under ``content/``: measures new ones, and makes the sizes that pages need.

The smaller pictures are kept in the cache folder under names made of the content of the picture and
the version of the encoder, so each is made once.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.artifacts import CopyArtifact
from sitegen.engine.executors import Executor, SerialExecutor
from sitegen.engine.image_names import RECORDINGS, name_of_digest, size_file
from sitegen.filesystem.files import refresh_fingerprint
from sitegen.filesystem.fingerprints import UNKNOWN_FILE, FileFingerprint
from sitegen.filesystem.listing import MEDIA, address_of_copy, copied_names
from sitegen.views.template_records import ImageSize, ImageView

if TYPE_CHECKING:
    from sitegen.engine.image_encoding import Measured

_EXTENSIONS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")
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
    """The pictures among the files that are copied; only those that changed are read."""
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
    is_recording = name.startswith(MEDIA) and name.lower().endswith(RECORDINGS)
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


def _read(
    changed: Mapping[str, FileFingerprint], content: Path, folder: Path, executor: Executor
) -> Iterator[tuple[str, ImageRecord]]:
    if not changed:
        return
    from sitegen.engine.image_making import MakeFunction, Task  # noqa: PLC0415 -- slow to import

    workers = executor if len(changed) > _SERIAL_LIMIT and executor.shares_disk else None
    tasks = [
        Task(content / name, found.digest, name.startswith(MEDIA))
        for name, found in changed.items()
    ]
    parts = [tasks[start : start + _BATCH_SIZE] for start in range(0, len(tasks), _BATCH_SIZE)]
    results = (workers or SerialExecutor()).run(MakeFunction(folder), parts)
    made = (each for part in results for each in part)
    for (name, fingerprint), found in zip(changed.items(), made, strict=True):
        view = None
        if found.measured:
            view = _view_of(found.measured, content / name, fingerprint.digest, folder)
        yield name, ImageRecord(fingerprint, view, found.problem, found.cleaned, found.unclean)


def _view_of(measured: "Measured", file: Path, digest: bytes, folder: Path) -> ImageView:
    sizes = tuple(
        ImageSize(width, f"{_FOLDER}/{size_file(digest, width)}") for width in measured.widths
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


def _kept_by(digest: bytes) -> str:
    """The name of the version that output formats keep, without its extension."""
    return f"{_KEPT}{name_of_digest(digest)}"


def _name_of(address: str) -> str:
    return address.rpartition("/")[2]
