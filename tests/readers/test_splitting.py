"""The file of ``import --split``: reading it gives the same documents again."""

from pathlib import Path

import pytest

from benchmarks.splitting import Case, load_cases
from sitegen.models import Document
from sitegen.readers import format_split
from tests.paths import TESTS
from tests.readers.sources import read_dump

PARAGRAPH = "A sentence that goes on for some time before it ends, as essays have them. " * 6
ESSAY = "\n\n".join(["On Sentences", PARAGRAPH, PARAGRAPH, "---", PARAGRAPH, PARAGRAPH])
POSTS = [f"@somebody{n} a post of its own, number {n} https://t.co/{n}" for n in range(30)]

MARKDOWN = {
    "posts": "# One\n\nSome *text* and [a link](https://a.example).\n\n"
    "# Two\n\n*2024-01-05*\n\nMore.\n",
    "links": "- [A](https://a.example) – first\n  - below\n- [B](https://b.example): second\n"
    "- [C](https://c.example)\n",
    "headers": "---\ntitle: 'One: a'\ntags: [x, y]\nauthor: Eva\n---\nText.\n\n---\nlang: de\n"
    "title: Zwei\n---\nNoch *ein* Text.\n",
    "rule within": "# An essay\n\nSome **words**.\n\n---\n\n"
    "## Part\n\nOthers.\n\n# Another\n\nEnd.\n",
    "notes": "A **note** with [a link](https://a.example/x).\n\nThis one has `code`.\n\n"
    "Bridges are [long](https://b.example).\n\n- a list\n- of two\n",
    "code": "# Fence\n\n```yaml\n---\ntitle: x\n---\n```\n\nDone.\n\n# Other\n\nText.\n",
}


def _read(folder: Path, text: str, name: str) -> tuple[Document, ...]:
    (folder / name).write_text(text, encoding="utf-8")
    return read_dump(folder / name)


def _facts(document: Document) -> tuple[object, ...]:
    own = (document.title, document.text, document.kind, document.date, document.author)
    return (*own, document.link, document.tags, document.lang, document.is_markdown, document.id)


@pytest.mark.parametrize("name", MARKDOWN)
def test_a_split_of_markdown_reads_as_the_same_documents(tmp_path: Path, name: str) -> None:
    documents = _read(tmp_path, MARKDOWN[name], "dump.md")
    assert len(documents) > 1
    again = _read(tmp_path, format_split(documents), "split.txt")
    assert list(map(_facts, again)) == list(map(_facts, documents))


def test_a_rule_within_an_essay_separates_nothing_there_and_posts_are_split(tmp_path: Path) -> None:
    documents = _read(tmp_path, "\n".join([ESSAY, *POSTS]), "dump.txt")
    assert [d.text for d in documents] == [ESSAY.replace(" \n", "\n").rstrip(), *POSTS]
    again = _read(tmp_path, format_split(documents), "split.txt")
    assert list(map(_facts, again)) == list(map(_facts, documents))


def test_a_rule_between_an_essay_and_posts_is_no_separator_of_two_documents(tmp_path: Path) -> None:
    essay = ESSAY.replace("\n\n---", "")
    documents = _read(tmp_path, "\n".join([essay, "", "---", "", *POSTS]), "dump.txt")
    assert len(documents) == 1 + len(POSTS)


@pytest.mark.parametrize("case", load_cases(TESTS / "dumps"), ids=lambda case: case.name)
def test_rules_between_documents_separate_them_without_one_at_the_end(
    tmp_path: Path, case: Case
) -> None:
    documents = _read(tmp_path, case.text, "dump.txt")
    joined = "\n---\n".join(document.text for document in documents)
    again = _read(tmp_path, joined, "joined.txt")
    assert [d.text for d in again] == [d.text for d in documents]
