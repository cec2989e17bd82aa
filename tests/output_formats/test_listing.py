"""The files of each edition, as `build --json` lists them."""

from pathlib import Path

from sitegen.configuration.settings import EditionsConfig
from sitegen.engine.output_record import read_record
from sitegen.output_formats.listing import files_by_format
from tests.digest import CONFIG, Digest

_SETTINGS = "[editions]\nemail = true\nepub = true\n"


def test_each_output_format_is_listed_with_its_files(tmp_path: Path) -> None:
    digest = Digest(tmp_path).write("sitegen.toml", f"{CONFIG}{_SETTINGS}")
    digest.post("one").write("content/media/card.png", b"not a card").build()
    names = read_record(tmp_path / "output")
    assert files_by_format(names, EditionsConfig(email=True, epub=True)) == {
        "email": ["email/digest.eml", "email/email.txt", "email/index.html"],
        "epub": ["digest.epub"],
        "cards": ["card.png", "topics/craft/card.png"],
    }


def test_an_output_format_that_is_turned_off_is_not_listed() -> None:
    own = ["email/index.html", "card.png"]
    assert files_by_format(own, EditionsConfig(cards=False)) == {}
