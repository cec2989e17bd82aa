"""The words of the bar and the desk in the languages of the interface."""

import json
import re
from importlib.resources import files

import pytest

STATIC = files("sitegen.desk") / "static"
PLACEHOLDER = re.compile(r"\{\w+\}")
SAID = re.compile(r'\b(?:say|button|labelled)\("([^"]+)"')


def words_in(language: str) -> dict[str, str]:
    found: dict[str, str] = json.loads((STATIC / f"words.{language}.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("language", ["ar", "de", "es", "ja"])
def test_each_language_has_all_words_and_their_values(language: str) -> None:
    words = words_in(language)
    assert words.keys() == words_in("de").keys()
    for text, translation in words.items():
        assert sorted(PLACEHOLDER.findall(translation)) == sorted(PLACEHOLDER.findall(text))


def test_all_that_the_scripts_say_is_translated() -> None:
    scripts = [file.read_text("utf-8") for file in STATIC.iterdir() if file.name.endswith(".js")]
    said = {text for script in scripts for text in SAID.findall(script)}
    assert len(said) > 30
    assert said <= words_in("de").keys()
