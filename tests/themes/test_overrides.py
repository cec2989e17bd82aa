"""Templates that a digest overrides, and what an upgrade changes under them."""

from pathlib import Path

import pytest

from sitegen.configuration.file import load_config
from sitegen.errors import ThemeError
from sitegen.themes.loading import bundled_themes
from sitegen.themes.overrides import (
    Override,
    Upgrade,
    accept_upgrade,
    find_upgrades,
    override_template,
    unified_diff,
)
from tests.digest import Digest


@pytest.fixture
def post(digest: Digest) -> Digest:
    return digest.post("one", "First.")


@pytest.fixture
def upgraded(post: Digest) -> Digest:
    """A digest whose theme extends another of its own, which changed after the copy."""
    post.write("sitegen.toml", 'theme = "mine"\n')
    post.write("themes/mine/theme.toml", 'extends = "bought"\n')
    post.write("themes/bought/templates/_note.html", "one\ntwo\n")
    override(post, "_note.html")
    post.write("themes/mine/templates/_note.html", "one\nmine\n")
    return post.write("themes/bought/templates/_note.html", "one\ntwo\nthree\n")


def override(digest: Digest, name: str) -> Override:
    return override_template(load_config(digest.root), name)


def upgrades(digest: Digest) -> tuple[Upgrade, ...]:
    return find_upgrades(load_config(digest.root))


def read(digest: Digest, name: str) -> str:
    return (digest.root / name).read_text(encoding="utf-8")


def original(name: str) -> str:
    return (bundled_themes() / "base/templates" / name).read_text(encoding="utf-8")


def test_a_digest_without_a_theme_of_its_own_gets_one_with_the_one_template(post: Digest) -> None:
    made = override(post, "topic.html")
    assert (made.copied_from, made.theme, made.is_used) == ("base", "mine", False)
    assert read(post, "themes/mine/theme.toml") == 'extends = "default"\ncontract = 1\n'
    assert read(post, "themes/mine/templates/topic.html") == original("topic.html")
    files = {path.name for path in (post.root / "themes/mine/templates").iterdir()}
    assert files == {"topic.html"}


def test_the_configuration_is_left_to_the_editor(post: Digest) -> None:
    before = read(post, "sitegen.toml")
    override(post, "topic.html")
    assert read(post, "sitegen.toml") == before


def test_a_digest_looks_the_same_with_a_copy_that_nobody_changed(post: Digest) -> None:
    before = post.build().files()
    override(post, "topic.html")
    override(post, "_post.html")
    post.write("sitegen.toml", read(post, "sitegen.toml") + 'theme = "mine"\n')
    assert post.build().files() == before


def test_a_new_theme_extends_the_one_in_use(post: Digest) -> None:
    post.write("sitegen.toml", 'theme = "wire"\n')
    assert override(post, "_panel.html").copied_from == "wire"
    assert 'extends = "wire"' in read(post, "themes/mine/theme.toml")


def test_a_theme_of_its_own_takes_further_copies(post: Digest) -> None:
    post.write("sitegen.toml", 'theme = "ours"\n').write("themes/ours/theme.toml", "")
    made = override(post, "topic.html")
    assert (made.theme, made.is_used) == ("ours", True)
    assert made.path == post.root / "themes/ours/templates/topic.html"


def test_a_copy_never_takes_the_place_of_a_template(post: Digest) -> None:
    override(post, "topic.html").path.write_text("Mine.")
    with pytest.raises(ThemeError, match=r"already overrides topic\.html"):
        override(post, "topic.html")
    assert read(post, "themes/mine/templates/topic.html") == "Mine."


@pytest.mark.parametrize(
    ("name", "hint"),
    [("topik.html", "did you mean “topic.html”?"), ("../../base/theme.toml", "there are: ")],
)
def test_a_template_that_is_not_there_is_named_with_those_that_are(
    post: Digest, name: str, hint: str
) -> None:
    with pytest.raises(ThemeError, match="there is no template") as caught:
        override(post, name)
    assert hint in (caught.value.hint or "")
    assert not (post.root / "themes").exists()


def test_unchanged_templates_are_not_reported(post: Digest) -> None:
    assert upgrades(post) == ()
    override(post, "topic.html").path.write_text("Mine.")
    assert upgrades(post) == ()


def test_an_upgrade_is_shown_as_what_changed_and_not_as_what_the_editor_changed(
    upgraded: Digest,
) -> None:
    (upgrade,) = upgrades(upgraded)
    assert unified_diff(upgrade) == (
        "--- _note.html as it was copied\n"
        "+++ bought/_note.html today\n"
        "@@ -1,2 +1,3 @@\n one\n two\n+three\n"
    )


def test_an_accepted_upgrade_is_not_shown_again(upgraded: Digest) -> None:
    accept_upgrade(*upgrades(upgraded))
    assert upgrades(upgraded) == ()
    assert read(upgraded, "themes/mine/templates/_note.html") == "one\nmine\n"


def test_a_template_that_an_upgrade_took_away_is_shown_as_gone(upgraded: Digest) -> None:
    upgraded.remove("themes/bought/templates/_note.html")
    (upgrade,) = upgrades(upgraded)
    assert (upgrade.source, upgrade.today) == ("base", original("_note.html"))
    upgraded.write("themes/bought/theme.toml", 'extends = ""\n')
    (upgrade,) = upgrades(upgraded)
    assert "-two\n" in unified_diff(upgrade)
    assert upgrade.today == ""


def test_a_deleted_override_is_not_reported(upgraded: Digest) -> None:
    upgraded.remove("themes/mine/templates/_note.html")
    assert upgrades(upgraded) == ()


def test_a_line_without_an_end_is_a_line_of_its_own_in_the_difference(post: Digest) -> None:
    path = Path(post.root / "original.html")
    path.write_text("one")
    assert unified_diff(Upgrade("a.html", path, "two", "base")).endswith("-one\n+two\n")
