import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from sitegen.configuration.file import load_config
from sitegen.engine.builder import Builder, build_site
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.executors import ProcessExecutor
from sitegen.engine.image_encoding import make_sizes, measure
from sitegen.engine.images import ImageStore
from sitegen.engine.input_collection import Stores, collect
from sitegen.engine.loading import Scan
from sitegen.errors import ContentError
from sitegen.media.decoding import UnreadableImageError
from tests.digest import BODIES, NOW, Digest
from tests.media import files

PLACE = files.PLACE


def photo(width: int = 1200, height: int = 800, **options: object) -> bytes:
    file = io.BytesIO()
    files.picture(width, height).save(file, "JPEG", **options)
    return file.getvalue()


def is_red(image: Image.Image, place: tuple[int, int]) -> bool:
    red, blue = (image.getchannel(channel).getpixel(place) for channel in "RB")
    assert isinstance(red, int)
    assert isinstance(blue, int)
    return red > blue + 100


@pytest.fixture
def shown(digest: Digest) -> Digest:
    """A digest with a photo that a post and an essay show."""
    digest.write("content/media/a b.jpg", photo())
    digest.post("one", "![One](/media/a%20b.jpg)")
    digest.write(
        "content/essays/long.md",
        "---\ntitle: Long\n---\n\n![One](/media/a%20b.jpg)\n\n![Two](/media/a%20b.jpg)\n",
    )
    return digest


def tags_in(page: str) -> list[str]:
    return [part.partition(">")[0] for part in page.split("<img")[1:]]


def built(digest: Digest, name: str) -> str:
    return digest.files()[name].decode()


def sizes_in(digest: Digest) -> list[str]:
    return sorted(name for name in digest.files() if name.startswith("media/sizes/"))


def test_a_picture_has_its_size_and_smaller_versions(shown: Digest) -> None:
    shown.build()
    (tag,) = tags_in(built(shown, "posts/one/index.html"))

    assert 'width="1200" height="800"' in tag
    assert 'loading="lazy"' in tag
    assert 'sizes="' in tag
    assert [name.rpartition("-")[2] for name in sizes_in(shown)] == ["1200.webp", "480.webp"]
    for name in sizes_in(shown):
        assert f"../../{name} {name.rpartition('-')[2].removesuffix('.webp')}w" in tag


def test_only_the_first_picture_of_an_essay_is_loaded_at_once(shown: Digest) -> None:
    shown.build()
    first, second = tags_in(built(shown, "essays/long/index.html"))

    assert "loading" not in first
    assert 'loading="lazy"' in second


def test_attributes_written_by_the_editor_are_kept(shown: Digest) -> None:
    shown.write(
        "content/about.md",
        '<img src="/media/a%20b.jpg" width="60" loading="eager" srcset="/media/a%20b.jpg 2x">\n',
    )
    shown.build()
    (tag,) = tags_in(built(shown, "about/index.html"))

    assert 'width="60"' in tag
    assert "height" not in tag
    assert 'loading="eager"' in tag
    assert tag.count("srcset") == 1
    assert "sizes" not in tag


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("small.png", files.png(), 'width="24" height="16"'),
        ("moving.gif", files.gif(), 'width="24" height="16"'),
        ("turned.jpg", files.jpeg(6), 'width="16" height="24"'),
    ],
)
def test_small_and_moving_pictures_have_only_their_size(
    digest: Digest, name: str, data: bytes, size: str
) -> None:
    digest.write(f"content/media/{name}", data)
    digest.post("one", f"![One](/media/{name})").build()
    (tag,) = tags_in(built(digest, "posts/one/index.html"))

    assert size in tag
    assert "srcset" not in tag
    assert sizes_in(digest) == []


@pytest.mark.parametrize("source", ["/media/gone.jpg", "/media/a.svg", "https://far.example/a.jpg"])
def test_a_picture_that_is_not_measured_stays_as_it_is(digest: Digest, source: str) -> None:
    digest.write("content/media/a.svg", b"<svg/>")
    digest.write("content/about.md", f'<img src="{source}" alt="">\n').build()
    (tag,) = tags_in(built(digest, "about/index.html"))

    assert "width" not in tag
    assert "loading" not in tag


def test_smaller_versions_are_upright_in_srgb_and_without_metadata(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    path = tmp_path / "a.jpg"
    path.write_bytes(files.jpeg(6, size=(600, 900), profile=profile))
    measured = measure(path)
    made = make_sizes(path, measured.widths)

    assert tuple(measured) == (900, 600, (480, 900))
    for data, width in zip(made, measured.widths, strict=True):
        image = Image.open(io.BytesIO(data))
        assert image.size == (width, round(width * 2 / 3))
        assert image.mode == "RGB"
        assert not {"exif", "xmp", "icc_profile"} & image.info.keys()
        assert PLACE not in data
        assert is_red(image, (width - 5, 5))  # the corner that was at the top left


def test_a_colour_profile_is_applied(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"xXYZ").replace(b"bXYZ", b"rXYZ").replace(b"xXYZ", b"bXYZ")
    path = tmp_path / "a.png"
    Image.new("RGB", (600, 600), (220, 30, 30)).save(path, icc_profile=swapped)
    made = Image.open(io.BytesIO(make_sizes(path, (480,))[0]))

    assert not is_red(made, (9, 9))


def test_a_damaged_colour_profile_is_ignored(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(photo(600, 600, icc_profile=b"no profile"))

    assert len(make_sizes(path, (480,))) == 1


def test_transparent_pixels_stay_transparent(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGBA", (600, 600), (200, 0, 0, 0)).save(path)
    image = Image.open(io.BytesIO(make_sizes(path, (480,))[0]))

    assert image.mode == "RGBA"
    assert image.getchannel("A").getextrema() == (0, 0)


def test_a_picture_that_is_cut_off_is_named_with_the_line_that_shows_it(shown: Digest) -> None:
    shown.write("content/media/cut.jpg", photo()[:3000])
    shown.post("two", "One line.\n\n![Cut](/media/cut.jpg)").build()
    assert shown.result is not None
    (warning,) = shown.result.warnings

    assert "content/media/cut.jpg" in warning.message
    assert "cut off" in warning.message
    assert warning.path == shown.root / "content/topics/craft/two.md"
    assert warning.line is not None
    lines = warning.path.read_text(encoding="utf-8").splitlines()
    assert "cut.jpg" in lines[warning.line - 1]
    assert shown.files()["media/cut.jpg"].startswith(photo()[:3000])
    assert "width" not in tags_in(built(shown, "posts/two/index.html"))[0]


def test_a_picture_of_too_many_pixels_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    path = tmp_path / "a.jpg"
    path.write_bytes(photo())

    with pytest.raises(UnreadableImageError, match="pixels"):
        measure(path)


def test_a_page_follows_its_picture(shown: Digest) -> None:
    shown.build()
    shown.write("content/media/a b.jpg", photo(700, 500)).build()
    (tag,) = tags_in(built(shown, "posts/one/index.html"))

    assert 'width="700" height="500"' in tag
    assert [name.rpartition("-")[2] for name in sizes_in(shown)] == ["480.webp", "700.webp"]

    (shown.root / "content/media/a b.jpg").unlink()
    shown.build()
    assert sizes_in(shown) == []
    assert "width" not in tags_in(built(shown, "posts/one/index.html"))[0]


def test_a_page_without_the_picture_is_not_rendered_again(shown: Digest) -> None:
    shown.post("two", "No picture.").build()
    shown.write("content/media/a b.jpg", photo(700, 500)).build()
    assert shown.result is not None

    assert "posts/one/index.html" in shown.result.written
    assert "posts/two/index.html" not in shown.result.written


def test_the_sizes_of_a_picture_are_made_once(
    shown: Digest, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.build()
    made = shown.files()
    monkeypatch.setattr("sitegen.engine.image_making.make_sizes", pytest.fail)
    shown.write("content/media/again.jpg", photo())
    (shown.root / ".sitegen/state").unlink()
    shown.build()

    assert made.items() <= {**shown.files(), **made}.items()
    assert [n for n in shown.files() if n.startswith("media/")] == [
        "media/a b.jpg",
        "media/again.jpg",
        *sizes_in(shown),
    ]
    assert len(sizes_in(shown)) == 2


def test_sizes_that_were_removed_by_hand_are_made_again(shown: Digest) -> None:
    shown.build()
    before = shown.files()
    for path in (*shown.root.glob("output/media/sizes/*"), *shown.root.glob(".sitegen/pict*/*")):
        path.unlink()
    shown.build()

    assert shown.files() == before


def test_many_pictures_are_the_same_from_workers_and_alone(digest: Digest) -> None:
    for number in range(10):
        digest.write(f"content/media/{number}.jpg", photo(500 + number, 40))
    digest.post("one", "".join(f"![{n}](/media/{n}.jpg)\n" for n in range(10))).build()
    before = digest.files()
    (digest.root / ".sitegen/state").unlink()
    build_site(digest.root, now=NOW)

    assert digest.files() == before
    assert len(sizes_in(digest)) == 10


def test_what_is_done_beside_many_new_pages_is_not_done_for_pictures(digest: Digest) -> None:
    for number in range(9):
        digest.write(f"content/media/{number}.png", photo(8, 8 + number))
    cache = CacheFolder(digest.root)
    cache.create()
    stores = Stores(BODIES, ImageStore(cache.path / "pictures"))
    for pages in (3, 300):
        for number in range(pages):
            digest.post(f"p{number}")
        config = load_config(digest.root)
        collect(
            *(config, Scan(), stores, ProcessExecutor()),
            now=NOW,
            drafts=False,
            first_cache=cache,
        )
        assert (cache.path / "tables").exists() == (pages == 300)


def test_a_build_to_another_folder_has_the_same_pictures(shown: Digest, tmp_path: Path) -> None:
    builder = Builder(shown.root, output=tmp_path / "elsewhere")
    builder.build(NOW)
    builder.close()
    names = {p.name for p in (tmp_path / "elsewhere/media/sizes").iterdir()}
    assert not (shown.root / ".sitegen").exists()
    shown.build()

    assert names == {name.rpartition("/")[2] for name in sizes_in(shown)}


def test_feeds_have_the_size_of_pictures(shown: Digest) -> None:
    shown.write("sitegen.toml", 'base_url = "https://digest.example"\n').build()
    feed = built(shown, "feed.json")

    assert 'width=\\"1200\\" height=\\"800\\"' in feed
    assert "https://digest.example/media/a%20b.jpg" in feed
    assert "srcset" not in feed


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", files.jpeg(6)),
        ("b.JPEG", files.jpeg(size=(600, 500))),
        ("c.png", files.png()),
        ("d.webp", files.webp()),
        ("e.gif", files.gif()),
    ],
)
def test_a_picture_is_published_without_its_place_and_with_its_pixels(
    digest: Digest, name: str, data: bytes
) -> None:
    digest.write(f"content/media/{name}", data).build()
    published = digest.files()[f"media/{name}"]

    assert not [file for file, content in digest.files().items() if PLACE in content]
    assert (digest.root / "content/media" / name).read_bytes() == data
    before, after = (Image.open(io.BytesIO(each)).convert("RGB") for each in (data, published))
    assert before.tobytes() == after.tobytes()

    assert digest.build().result is not None
    assert digest.result is not None
    assert digest.result.written == ()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.avif", files.avif),
        ("b.mp4", files.mp4),
        ("c.MOV", files.mp4),
        ("d.mp3", files.mp3),
        ("e.webm", files.webm),
    ],
)
def test_films_sounds_and_avif_are_published_without_their_place(
    digest: Digest, name: str, make: Callable[[], bytes]
) -> None:
    data = make()
    assert PLACE in data
    digest.write(f"content/media/{name}", data).build()
    assert not [file for file, content in digest.files().items() if PLACE in content]
    assert (digest.root / "content/media" / name).read_bytes() == data


def test_a_file_that_cannot_be_cleaned_is_published_with_a_warning(digest: Digest) -> None:
    film = files.mp4(handler=b"meta")
    digest.write("content/media/a.mp4", film).build()
    assert digest.files()["media/a.mp4"] == film
    assert digest.result is not None
    (warning,) = [w for w in digest.result.warnings if "places" in str(w)]
    assert "content/media/a.mp4 is published with what it may say" in str(warning)


@pytest.mark.parametrize(
    ("name", "data"),
    [("media/plain.jpg", photo(30, 30)), ("media/no.jpg", b"text"), ("static/a.jpg", files.jpeg())],
)
def test_other_files_are_published_byte_for_byte(digest: Digest, name: str, data: bytes) -> None:
    digest.write(f"content/{name}", data).build()

    assert digest.files()[name.removeprefix("static/")] == data


def test_a_published_picture_follows_its_file(digest: Digest) -> None:
    digest.write("content/media/a.jpg", files.jpeg()).build()
    digest.write("content/media/a.jpg", files.jpeg(size=(40, 40))).build()
    assert digest.result is not None

    assert Image.open(io.BytesIO(digest.files()["media/a.jpg"])).size == (40, 40)
    assert digest.result.reasons["media/a.jpg"] == f"{digest.root}/content/media/a.jpg changed"
    digest.write("content/media/a.jpg", photo(50, 50)).build()
    assert digest.files()["media/a.jpg"] == photo(50, 50)


def test_two_pictures_that_ask_for_one_address_are_named_by_their_own_paths(
    digest: Digest,
) -> None:
    digest.write("content/media/a.jpg", files.jpeg()).write("content/media/A.jpg", files.jpeg())
    with pytest.raises(ContentError) as raised:
        digest.build()

    assert "content/media/A.jpg" in raised.value.message
    assert ".sitegen" not in str(raised.value)
