"""Which pages have a card, and what a build does with cards, icons and the manifest."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from sitegen.cli import main
from sitegen.configuration.file import load_config
from sitegen.engine.builder import build_site
from sitegen.output_formats.cards.card import MOST_BYTES
from sitegen.output_formats.cards.rendering import short_name
from tests.digest import Digest

HOME = "https://digest.example/"
CONFIG = f'title = "Small Repairs"\ndescription = "Mended."\nbase_url = "{HOME}"\n'


@pytest.fixture
def full(digest: Digest) -> Digest:
    digest.write("sitegen.toml", CONFIG)
    digest.page("essays/lamp.md", "A lamp.", title="The lamp")
    digest.page("essays/thai.md", "A lamp.", title="สวัสดี")
    digest.page("about.md", "Who we are.", title="About")
    digest.post("one", "First.", title="Berth 31", pinned="true")
    return digest.post("two", "Second.")


def cards(digest: Digest) -> set[str]:
    return {name for name in digest.files() if name.endswith("card.png")}


def drawn(digest: Digest) -> set[str]:
    """The pictures that a build wrote."""
    return {name for name in build_site(digest.root).written if name.endswith(".png")}


def image_of(digest: Digest, address: str) -> str:
    found = re.search(r'<meta property="og:image" content="([^"]*)">', digest.html(address))
    return found[1].removeprefix(HOME) if found else ""


def test_essays_topics_and_pinned_posts_have_a_card_and_the_others_share_one(full: Digest) -> None:
    full.build()
    own = {"essays/lamp/", "topics/craft/", "posts/one/"}
    assert cards(full) == {"card.png", *(f"{address}card.png" for address in own)}
    for name in full.files():
        if name.endswith("index.html"):
            address = name.removesuffix("index.html")
            assert image_of(full, address) == (
                f"{address}card.png" if address in own else "card.png"
            )
    full.lacks("404.html", "og:image")
    for name in cards(full):
        data = (full.root / "output" / name).read_bytes()
        assert len(data) <= MOST_BYTES
        with Image.open(io.BytesIO(data)) as image:
            assert (image.size, image.format) == ((1200, 630), "PNG")


def test_a_card_is_drawn_again_only_if_what_it_shows_changed(full: Digest) -> None:
    drawn(full)
    full.page("essays/lamp.md", "Another lamp.", title="The lamp")
    assert drawn(full) == set()
    full.page("essays/lamp.md", "Another lamp.", title="The lantern")
    assert drawn(full) == {"essays/lamp/card.png"}
    full.write("content/topics/craft/_index.md", "---\ntitle: Handicraft\n---\n")
    assert drawn(full) == {"topics/craft/card.png", "posts/one/card.png"}
    full.write("sitegen.toml", f'{CONFIG}[appearance]\naccent = "#0b6e4f"\n')
    assert drawn(full) > {*cards(full), "static/icon-512.png"}


@pytest.mark.parametrize(
    "settings", ['title = "Small Repairs"\n', f"{CONFIG}[editions]\ncards = false\n"]
)
def test_without_an_address_or_if_they_are_not_wanted_there_are_no_cards(
    full: Digest, settings: str
) -> None:
    full.write("sitegen.toml", settings).build()
    assert not cards(full)
    assert image_of(full, "essays/lamp/") == ""
    full.lacks("essays/lamp/", "twitter:card", '"image"')


def test_one_build_may_leave_cards_out_and_the_next_one_makes_them(full: Digest) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output
        return result.output

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(full.root)
        run("build", "--no-cards")
        assert not cards(full)
        full.lacks("essays/lamp/", "og:image")
        assert "all is well" in run("check")
        assert "nothing changed" in run("build", "--no-cards", "--verify")
        run("build")
        assert cards(full)
        assert "nothing changed" in run("build")
        run("build", "--no-cards")
        assert not cards(full)


def test_the_configuration_cannot_say_what_only_a_command_says(full: Digest) -> None:
    config = load_config(full.root)
    assert config.has_cards
    assert not replace(config, makes_cards=False).has_cards


def test_pictures_of_the_editor_take_the_place_of_those_that_are_drawn(full: Digest) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    for name in (
        "content/static/card.png",
        "content/static/posts/two/card.png",
        "themes/mine/static/icon-192.png",
    ):
        path = full.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture.getvalue())
    full.write("sitegen.toml", f'theme = "mine"\n{CONFIG}').build()
    assert (full.root / "output" / "card.png").read_bytes() == picture.getvalue()
    assert (full.root / "output" / "static/icon-192.png").read_bytes() == picture.getvalue()
    assert image_of(full, "") == "card.png"
    assert image_of(full, "posts/two/") == "posts/two/card.png"
    assert image_of(full, "posts/one/") == "posts/one/card.png"
    full.lacks("", "og:image:width")


def test_the_manifest_and_the_head_name_icons_of_their_sizes(full: Digest) -> None:
    full.write("sitegen.toml", 'title = "إصلاحات"\nlanguage = "ar"\n').build()
    manifest = json.loads((full.root / "output" / "site.webmanifest").read_text("utf-8"))
    assert (manifest["name"], manifest["short_name"]) == ("إصلاحات", "إصلاحات")
    assert (manifest["lang"], manifest["dir"]) == ("ar", "rtl")
    assert (manifest["theme_color"], manifest["background_color"]) == ("#fdfdfc", "#fdfdfc")
    purposes = {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]}
    assert purposes == {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    for icon in manifest["icons"]:
        with Image.open(full.root / "output" / icon["src"]) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]
    with Image.open(full.root / "output" / "apple-touch-icon.png") as image:
        assert image.size == (180, 180)
    html = full.html("essays/lamp/")
    assert '<link rel="manifest" href="../../site.webmanifest">' in html
    assert 'rel="apple-touch-icon" href="../../apple-touch-icon.png"' in html
    full.lacks("essays/lamp/", "theme-color")


def test_a_theme_with_a_coloured_bar_colours_that_of_the_browser(full: Digest) -> None:
    full.write("sitegen.toml", f'theme = "wire"\n{CONFIG}').build()
    full.shows("essays/lamp/", '<meta name="theme-color" content="#1d2bb8">')
    full.write("sitegen.toml", f'theme = "wire"\n{CONFIG}[appearance]\naccent = "#0b6e4f"\n')
    full.build().shows("essays/lamp/", '<meta name="theme-color" content="#0b6e4f">')
    manifest = json.loads((full.root / "output" / "site.webmanifest").read_text("utf-8"))
    assert manifest["theme_color"] == "#0b6e4f"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Small Repairs", "Small Repairs"),
        ("A Digest of Small Repairs", "A Digest of"),
        ("Reparaturwerkstättenverzeichnis", "Reparaturwerkstättenverzeichnis"),
    ],
)
def test_a_long_title_is_shortened_at_a_word_for_home_screens(title: str, short: str) -> None:
    assert short_name(title) == short


def test_a_theme_without_a_look_has_neither_cards_nor_icons(full: Digest) -> None:
    full.write("sitegen.toml", f'theme = "plain"\n{CONFIG}')
    full.write("themes/plain/theme.toml", 'extends = ""\n')
    for path in Path("themes/base/templates").glob("*"):
        full.write(f"themes/plain/templates/{path.name}", path.read_text("utf-8"))
    full.build()
    assert not [name for name in full.files() if name.endswith((".png", ".webmanifest"))]
    full.lacks("essays/lamp/", "og:image", "theme-color", "manifest")


def test_posts_and_topics_say_what_they_are_part_of(full: Digest) -> None:
    full.build()

    def crumbs(address: str) -> list[tuple[int, str, str]]:
        [text] = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', full.html(address)
        )
        data = json.loads(text)
        found = data.get("breadcrumb") or data["mainEntityOfPage"]["breadcrumb"]
        assert found["@type"] == "BreadcrumbList"
        return [(e["position"], e["name"], e["item"]) for e in found["itemListElement"]]

    above = [(1, "Small Repairs", HOME), (2, "Craft", f"{HOME}topics/craft/")]
    assert crumbs("topics/craft/") == above
    assert crumbs("posts/one/") == [*above, (3, "Berth 31", f"{HOME}posts/one/")]
