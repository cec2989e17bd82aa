import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageChops, features

from sitegen.media.errors import UncleanError
from sitegen.media.heif import clean_heif
from sitegen.media.kinds import clean_media, kind_of
from sitegen.media.ogg import checksum_of
from tests.media import files
from tests.media.files import PLACE

ALL = {
    ".jpg": files.jpeg,
    ".png": files.png,
    ".webp": files.webp,
    ".gif": files.gif,
    ".svg": files.svg,
    ".mp4": files.mp4,
    ".mov": lambda: files.mp4(b"qt  "),
    ".m4a": lambda: files.mp4(b"M4A ", b"soun"),
    ".mp3": files.mp3,
    ".flac": files.flac,
    ".wav": files.wav,
    ".ogg": files.ogg,
    ".webm": files.webm,
}
ROTATED = [files.jpeg, files.png, files.webp]


def cleaned(data: bytes) -> bytes:
    kind = kind_of(data)
    assert kind is not None
    return clean_media(data, kind)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize(("extension", "make"), ALL.items(), ids=ALL)
def test_a_file_is_known_by_its_bytes_and_loses_what_it_says_about_places(
    extension: str, make: Callable[[], bytes]
) -> None:
    data = make()
    kind = kind_of(data)

    assert kind is not None
    assert kind.extension == extension
    assert PLACE in data or b"zTXt" in data
    assert PLACE not in cleaned(data)
    assert cleaned(cleaned(data)) == cleaned(data)


@pytest.mark.parametrize("make", [files.jpeg, files.png, files.webp, files.gif])
def test_a_picture_keeps_its_pixels(make: Callable[[], bytes]) -> None:
    before, after = opened(make()), opened(cleaned(make()))

    assert ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox() is None
    assert getattr(after, "n_frames", 1) == getattr(before, "n_frames", 1)
    assert after.info.get("loop") == before.info.get("loop")


@pytest.mark.parametrize("make", ROTATED)
def test_a_picture_keeps_its_orientation_and_nothing_else_of_its_exif(
    make: Callable[[int], bytes],
) -> None:
    assert dict(opened(cleaned(make(6))).getexif()) == {0x0112: 6}
    assert dict(opened(cleaned(make(1))).getexif()) == {}


def test_a_jpeg_keeps_its_colour_profile() -> None:
    assert opened(cleaned(files.jpeg(profile=b"P3" * 100))).info["icc_profile"] == b"P3" * 100


def test_a_svg_keeps_what_it_draws_and_refers_to_nothing_else() -> None:
    text = cleaned(files.svg()).decode()

    assert '<rect width="4" height="4" fill="red">' in text
    assert "A &amp; B" in text
    assert "script" not in text
    assert "onload" not in text
    assert "elsewhere" not in text


def test_the_parts_of_a_film_stay_where_they_are() -> None:
    before, after = files.mp4(), cleaned(files.mp4())

    assert len(after) == len(before)
    assert after.index(b"frames") == before.index(b"frames")
    assert after.index(b"tables") == before.index(b"tables")


def test_subtitles_of_a_drone_that_tell_places_are_refused() -> None:
    film = files.mp4(handler=b"sbtl")
    assert cleaned(film)
    with pytest.raises(UncleanError, match="places"):
        cleaned(film.replace(b"frames", b"GPS(1)"))


@pytest.mark.skipif(not features.check("avif"), reason="Pillow cannot write AVIF")
@pytest.mark.parametrize("is_drawing", [False, True])
def test_an_avif_keeps_its_pixels_and_loses_what_it_says(*, is_drawing: bool) -> None:
    before = files.avif(is_drawing=is_drawing)
    after = clean_heif(before)
    assert PLACE in before
    assert PLACE not in after
    assert clean_heif(after) == after
    with opened(before) as one, opened(after) as other:
        assert other.convert("RGBA").tobytes() == one.convert("RGBA").tobytes()
        assert not dict(other.getexif())


@pytest.mark.skipif(not features.check("avif"), reason="Pillow cannot write AVIF")
def test_an_avif_that_is_cut_off_is_refused_or_says_nothing() -> None:
    whole = files.avif()
    for end in range(20, len(whole), 7):
        try:
            assert PLACE not in clean_heif(whole[:end])
        except UncleanError:
            continue


@pytest.mark.parametrize("has_sizes", [True, False])
def test_the_clusters_of_a_webm_stay_where_they_are(*, has_sizes: bool) -> None:
    data = files.webm(has_sizes=has_sizes)
    found = cleaned(data)
    assert PLACE not in found
    assert len(found) == len(data)
    clusters = slice(data.index(b"\x1f\x43\xb6\x75"), data.index(b"\x12\x54\xc3\x67"))
    assert found[clusters] == data[clusters]
    assert found.count(b"film") == 2
    assert cleaned(found) == found


@pytest.mark.parametrize(
    "data", [files.webm(track_type=0x21), files.webm()[:-3], files.webm() + b"\x00"]
)
def test_a_webm_that_is_damaged_or_has_a_track_of_data_is_refused(data: bytes) -> None:
    with pytest.raises(UncleanError):
        cleaned(data)


def test_other_kinds_of_matroska_are_unknown() -> None:
    assert kind_of(files.webm(kind=b"matroska")) is None


def test_the_checksum_of_ogg_is_that_of_its_specification() -> None:
    """The check value of CRC-32/CKSUM, which is inverted at the end, as that of Ogg is not."""
    assert checksum_of(b"123456789") == 0x765E7680 ^ 0xFFFFFFFF


def test_a_page_of_ogg_with_emptied_comments_has_a_new_checksum() -> None:
    after = cleaned(files.ogg())
    start = after.index(b"OggS", 1)
    end = after.index(b"OggS", start + 1)
    page = after[start : start + 22] + bytes(4) + after[start + 26 : end]

    assert after[start + 22 : start + 26] == checksum_of(page).to_bytes(4, "little")


@pytest.mark.parametrize(
    "data",
    [
        files.jpeg()[:300],
        files.png()[:60],
        files.gif()[:200],
        files.webp()[:60],
        files.mp4()[:-3],
        files.ogg()[:70],
        b"<svg><g></svg>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        b"<svg><style>a { background: url(https://elsewhere.example/a) }</style></svg>",
        b"<svg><rect style='fill: url(https://elsewhere.example/a)'/></svg>",
        files.mp4(handler=b"meta"),
        files.ogg() + files.ogg(),
        files.id3() + b"no sound",
    ],
)
def test_a_file_that_cannot_be_cleaned_for_certain_is_refused(data: bytes) -> None:
    kind = kind_of(data)

    assert kind is not None
    with pytest.raises(UncleanError):
        clean_media(data, kind)


@pytest.mark.parametrize(
    "data",
    [
        files.box(b"ftyp", b"heic", bytes(4)),
        files.box(b"ftyp", b"avif", bytes(4)),
        b"II*\0",
        b"\x1aE\xdf\xa3",
        b"text",
        b"",
    ],
)
def test_a_kind_that_cannot_be_cleaned_is_unknown(data: bytes) -> None:
    assert kind_of(data) is None


def test_a_picture_that_is_too_large_as_a_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.media.kinds.LARGEST_PICTURE", 100)
    with pytest.raises(UncleanError, match="larger"):
        cleaned(files.png())


def test_a_picture_with_more_pixels_than_pillow_decodes_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(UncleanError, match="pixels"):
        cleaned(files.png())
