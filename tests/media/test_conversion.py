"""Pictures in AVIF and HEIC become JPEG or PNG, without what they say about places and devices."""

import io
import sys

import pillow_heif
import pytest
from PIL import Image

from sitegen.media import UncleanError, publishable
from tests.media import files


def avif(picture: Image.Image, orientation: int = 1) -> bytes:
    file = io.BytesIO()
    picture.save(file, "AVIF", exif=files.exif(orientation), xmp=files.PLACE)
    return file.getvalue()


def heic(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    written = pillow_heif.from_pillow(picture)
    written.save(file, exif=files.exif(), xmp=files.PLACE, quality=80)
    return file.getvalue()


def transparent() -> Image.Image:
    picture = files.picture().convert("RGBA")
    picture.putalpha(100)
    return picture


@pytest.mark.parametrize("data", [avif(files.picture()), heic(files.picture())])
def test_a_picture_becomes_a_jpeg_without_metadata(data: bytes) -> None:
    assert files.PLACE in data
    found = publishable(data)

    assert found is not None
    kind, converted = found
    shown = Image.open(io.BytesIO(converted))
    assert (kind.extension, shown.format, shown.size) == (".jpg", "JPEG", (24, 16))
    red, _, blue = shown.tobytes()[:3]
    assert red > 150
    assert blue < 100
    assert files.PLACE not in converted
    assert not shown.getexif()


@pytest.mark.parametrize("data", [avif(transparent()), heic(transparent())])
def test_a_transparent_picture_becomes_a_png(data: bytes) -> None:
    found = publishable(data)

    assert found is not None
    shown = Image.open(io.BytesIO(found[1]))
    assert (found[0].extension, shown.format, shown.mode) == (".png", "PNG", "RGBA")
    assert 90 < shown.getchannel("A").tobytes()[0] < 110


def test_a_turned_picture_is_upright_afterwards() -> None:
    found = publishable(avif(files.picture(), orientation=6))

    assert found is not None
    assert Image.open(io.BytesIO(found[1])).size == (16, 24)


@pytest.mark.parametrize(
    "data",
    [
        avif(files.picture())[:200],
        heic(files.picture())[:200],
        files.box(b"ftyp", b"heic", bytes(4)),
        files.box(b"ftyp", b"avif", bytes(4)),
    ],
)
def test_a_damaged_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UncleanError, match=r"damaged|cut off"):
        publishable(data)


@pytest.mark.parametrize("data", [avif(files.picture()), heic(files.picture())])
def test_a_picture_with_more_pixels_than_pillow_decodes_is_not_converted(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(UncleanError, match="pixels"):
        publishable(data)


def test_without_the_extra_the_reason_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(UncleanError, match=r"sitegen\[heic\]"):
        publishable(heic(files.picture()))


def test_an_animation_is_refused_rather_than_cut_to_its_first_picture() -> None:
    file = io.BytesIO()
    second = files.picture().rotate(180)
    files.picture().save(file, "AVIF", save_all=True, append_images=[second])
    with pytest.raises(UncleanError, match="animation"):
        publishable(file.getvalue())


@pytest.mark.parametrize("data", [b"text", b"", files.box(b"ftyp", b"crx ", bytes(4))])
def test_other_files_are_of_no_kind(data: bytes) -> None:
    assert publishable(data) is None
