from pathlib import Path

import pytest

from sitegen.errors import ConfigError
from sitegen.topics.taxonomy import read_subjects

TWO = """\
[garden]
title = "The garden"
description = "What grows."

[garden.topics]
"Compost" = "compost heap, worms, leaf mould"
"Slugs" = "slug, beer trap"

[house]
title = "The house"
[house.topics]
"Roof" = "tiles, gutter"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_topics_are_read_in_order_with_their_sections(tmp_path: Path) -> None:
    subjects = read_subjects(write(tmp_path, TWO), {"Slugs": "slimy"})

    assert [subject.topic.slug for subject in subjects] == ["compost", "slugs", "roof"]
    assert subjects[0].phrases == ("compost heap", "worms", "leaf mould")
    assert subjects[1].words == ("slimy",)
    assert [s.section.title for s in subjects if s.section] == ["The garden"] * 2 + ["The house"]
    assert subjects[2].section is not None
    assert subjects[2].section.description == ""
    assert not any(subject.in_passing for subject in subjects)


def test_a_topic_that_posts_mention_in_passing_is_marked(tmp_path: Path) -> None:
    passing = TWO.replace("[garden.topics]", 'in_passing = ["Slugs"]\n[garden.topics]')
    subjects = read_subjects(write(tmp_path, passing), {})

    assert [subject.in_passing for subject in subjects] == [False, True, False]


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        (TWO, "", "no topic is in this file", None),
        ('title = "The garden"', "", "the section “garden” has no title", 1),
        ('title = "The garden"', "title = 4", "the section “garden” has no title", 2),
        ("description =", "descripton =", "a section has no “descripton”", 3),
        ('"What grows."', "[]", "a description is a text in quotes", 3),
        ("[house.topics]", "[house.topic]", "a section has no “topic”", 11),
        ('"Roof" = "tiles, gutter"', "", "the section “house” has no topics", 11),
        ('"tiles, gutter"', '["tiles"]', "the keywords of “Roof” are not one text", 12),
        ('"tiles, gutter"', '" , "', "“Roof” has no keywords", 12),
        ('"Roof"', '"Slugs"', "there is a topic or a section “Slugs” already", 12),
        ('"Roof"', '"The garden"', "there is a topic or a section “The garden” already", 12),
        ('"Roof"', '"Everything else"', "topic or a section “Everything else” already", 12),
        ("[house.topics]\n", "in_passing = 1\n[house.topics]\n", "“in_passing” is not", 11),
        ("[house.topics]\n", 'in_passing = ["Slugs"]\n[house.topics]\n', "section's topics", 11),
        ("[house.topics]\n", "topics = 4\n[cellar]\n", "the section “house” has no topics", 11),
        ("[garden]\n", 'name = "x"\n[garden]\n', "“name” is outside of a section", 1),
    ],
)
def test_an_error_has_its_line(
    tmp_path: Path, old: str, new: str, message: str, line: int | None
) -> None:
    path = write(tmp_path, TWO.replace(old, new))
    with pytest.raises(ConfigError, match=message) as caught:
        read_subjects(path, {})
    assert (caught.value.path, caught.value.line) == (path, line)
    assert caught.value.hint


def test_a_missing_or_invalid_file_is_an_error_with_its_position(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="this is not TOML") as caught:
        read_subjects(write(tmp_path, "[garden\n"), {})
    assert caught.value.line == 1
    with pytest.raises(ConfigError, match="names cannot be read: No such file"):
        read_subjects(tmp_path / "none.toml", {})
