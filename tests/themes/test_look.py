"""What ``[look]`` in ``theme.toml`` may say."""

import pytest

from sitegen.configuration.file import load_config
from sitegen.errors import ThemeError
from sitegen.themes.loading import load_theme
from tests.digest import Digest


@pytest.mark.parametrize(
    ("look", "problem"),
    [
        ('ground = "#fff"', "has no setting “ground”"),
        ('accent = "red"', "“accent” in [look] must be a colour such as #a3161f"),
        ('ink = "accent"', "“ink” in [look] must be a colour"),
        ("paper = 1", "“paper” in [look] must be a colour"),
        ('typeface = "slab"', "“serif” or “sans”"),
        ('mark = ""', "one to three characters"),
    ],
)
def test_a_wrong_look_is_explained(digest: Digest, look: str, problem: str) -> None:
    digest.write("themes/mine/theme.toml", f"[look]\n{look}\n")
    with pytest.raises(ThemeError) as raised:
        load_theme(load_config(digest.root), "mine")
    assert problem in str(raised.value)


def test_a_look_is_that_of_the_theme_it_extends_but_for_what_it_changes(digest: Digest) -> None:
    digest.write("themes/mine/theme.toml", 'extends = "wire"\n[look]\nmark = "§"\n')
    look, wire = (load_theme(load_config(digest.root), name).look for name in ("mine", "wire"))
    assert look
    assert wire
    assert look == wire._replace(mark="§")
