"""The pictures that the texts of a book show, each once."""

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sitegen.errors import ContentError, OutputError
from sitegen.filesystem.files import write_if_changed
from sitegen.media.decoding import UnreadableImageError
from sitegen.output_formats.source import FormatSource
from sitegen.output_formats.xhtml.pictures import EXTENSIONS, FitPicture, make_picture


class PictureFile(NamedTuple):
    """A picture as a file of the book."""

    name: str
    data: bytes
    media_type: str

    @property
    def id(self) -> str:
        """Its id in the package."""
        return self.name.replace("/", "-")


class EmbeddedPictures:
    """Finds the pictures of a digest and makes them fit for a book."""

    def __init__(self, source: FormatSource, shown_in: str) -> None:
        """Takes the source, and the name of the output format in warnings, such as “the e-book”."""
        self._source = source
        self._shown_in = shown_in
        self.are_described = True
        """Whether each picture has a description."""
        self._names: dict[str, str | None] = {}
        self._files: dict[str, PictureFile] = {}

    @property
    def are_animated(self) -> bool:
        """Whether a picture may move."""
        return any(file.media_type == "image/gif" for file in self._files.values())

    @property
    def files(self) -> tuple[PictureFile, ...]:
        """The pictures that were found, in order of their names."""
        return tuple(self._files[name] for name in sorted(self._files))

    def find(self, address: str | None, description: str) -> str | None:
        """The file in the book of the picture at an address; None if there is none."""
        if not address:
            return None
        if address not in self._names:
            self._names[address] = self._embed(address)
        name = self._names[address]
        self.are_described &= name is None or bool(description.strip())
        return name

    def _embed(self, address: str) -> str | None:
        file = self._source.image_file(address)
        if file is None:
            return None
        try:
            picture = _make_once(file, self._source.kept_image(address))
        except (OSError, UnreadableImageError) as error:
            self._source.warnings.append(
                ContentError(f"{self._shown_in} leaves out this picture: {error}", path=file)
            )
            return None
        return self._add(picture)

    def add_drawing(self, data: bytes, description: str) -> str:
        """The file in the book of an SVG that a text holds."""
        self.are_described &= bool(description)
        return self._add(FitPicture("svg", data))

    def _add(self, picture: FitPicture) -> str:
        name = _name_of(picture)
        self._files[name] = PictureFile(name, picture.data, picture.media_type)
        return name


def _make_once(file: Path, kept: Path | None) -> FitPicture:
    """The picture for a book, which an earlier build may have made already."""
    if kept is None:
        return make_picture(file.read_bytes())
    for extension in EXTENSIONS:
        made = kept.with_name(f"{kept.name}.{extension}")
        if made.exists():
            return FitPicture(extension, made.read_bytes())
    picture = make_picture(file.read_bytes())
    with suppress(OutputError):  # without it, the next build makes it again
        write_if_changed(kept.with_name(f"{kept.name}.{picture.extension}"), picture.data)
    return picture


def _name_of(picture: FitPicture) -> str:
    digest = hashlib.blake2b(picture.data, digest_size=8).hexdigest()
    return f"pictures/{digest}.{picture.extension}"
