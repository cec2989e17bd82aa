from pathlib import Path

from sitegen.configuration.settings import Config, TopicConfig
from sitegen.importer.examples import examples_of
from sitegen.importer.existing import read_existing
from sitegen.importer.ledger import Ledger, LedgerEntry
from sitegen.models import Topic


def write(content: Path, name: str, text: str) -> None:
    path = content / "topics" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def entry(path: str) -> LedgerEntry:
    return LedgerEntry(path=path, page="", text="", words="", document="", dump="dump.txt")


def test_declared_examples_come_first_then_the_pages_that_the_editor_moved(tmp_path: Path) -> None:
    config = Config(root=tmp_path, topics=(TopicConfig(title="Tea", examples=("A pot.",)),))
    write(config.content, "tea/_index.md", "---\ntitle: Tea\n---\nNot an example.\n")
    write(config.content, "tea/a.md", "---\nid: one\n---\nFrom here.\n")
    write(config.content, "tea/b.md", "---\nid: two\n---\nFrom elsewhere.\n")
    ledger = Ledger(pages={"one": entry("topics/tea/a.md"), "two": entry("topics/odds/b.md")})
    offered = [Topic(slug="tea", title="Tea"), Topic(slug="empty", title="Empty")]
    found = examples_of(config, offered, read_existing(config.content, ledger), ledger)

    assert found == {"tea": ["A pot.", "From elsewhere.\n", "From here.\n"]}


def test_an_example_is_the_text_without_header_and_escapes(tmp_path: Path) -> None:
    config = Config(root=tmp_path)
    write(config.content, "tea/a.md", "---\nid: one\n---\n\\# 1 \\_pot\\_\n\n---\n")
    offered = [Topic(slug="tea", title="Tea")]
    found = examples_of(config, offered, read_existing(config.content, Ledger()), Ledger())

    assert found == {"tea": ["# 1 _pot_\n\n---\n"]}
