"""Making a new digest."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from sitegen.cli.building import summary_of
from sitegen.configuration.file import load_config
from sitegen.engine.builder import build_site
from sitegen.errors import UsageError
from sitegen.starter import create_digest

TODAY = date(2024, 6, 1)


def test_a_new_digest_builds_as_it_is(tmp_path: Path) -> None:
    create_digest(tmp_path / "my-digest", TODAY)
    result = build_site(tmp_path / "my-digest")
    assert (result.problems, result.warnings) == ((), ())
    assert "My digest" in (tmp_path / "my-digest/output/index.html").read_text()
    assert summary_of(result).endswith("; no essay and no post yet: sitegen import DUMP")
    post = tmp_path / "my-digest/content/topics/trains/berth.md"
    post.parent.mkdir(parents=True)
    post.write_text("The berth by the window.")
    assert "import" not in summary_of(build_site(tmp_path / "my-digest"))


def test_the_folders_name_becomes_the_title(tmp_path: Path) -> None:
    create_digest(tmp_path / 'odd_"name"-here', TODAY)
    assert load_config(tmp_path / 'odd_"name"-here').title == 'Odd "name" here'


def test_commented_settings_work_when_uncommented(tmp_path: Path) -> None:
    create_digest(tmp_path / "a", TODAY)
    text = (tmp_path / "a/sitegen.toml").read_text()
    _, _, example = text.partition("proposes others for the rest:\n#\n")
    assert tomllib.loads(example.replace("# ", ""))["topics"][0]["title"] == "Trains at night"


def test_a_folder_that_is_not_empty_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(UsageError, match="not empty"):
        create_digest(tmp_path, TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_or_a_new_repository_will_do(tmp_path: Path) -> None:
    names = (".git", ".gitignore", "README.md", "LICENSE")
    for name in names:
        (tmp_path / name).touch()
    assert all(path.is_file() for path in create_digest(tmp_path, TODAY))
    assert all((tmp_path / name).read_bytes() == b"" for name in names)


@pytest.mark.parametrize("name", ["---", "_", "…"])
def test_a_name_without_a_word_gets_the_usual_title_and_builds(tmp_path: Path, name: str) -> None:
    create_digest(tmp_path / name, TODAY)
    assert load_config(tmp_path / name).title == "A digest"
    assert build_site(tmp_path / name).problems == ()


def test_a_control_character_in_the_name_does_not_break_the_configuration(tmp_path: Path) -> None:
    create_digest(tmp_path / "my\x7fname", TODAY)
    assert load_config(tmp_path / "my\x7fname").title == "My name"


def test_a_name_that_is_not_utf_8_is_refused_and_can_be_printed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"caf\\xe9: the name of this folder is not UTF-8"):
        create_digest(tmp_path / "caf\udce9", TODAY)


def test_a_name_that_no_disk_can_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="this folder cannot be created"):
        create_digest(tmp_path / ("a" * 300), TODAY)
