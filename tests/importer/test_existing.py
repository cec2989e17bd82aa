import tempfile
from pathlib import Path, PurePosixPath

import pytest

from sitegen.errors import ContentError
from sitegen.importer.existing import ExistingContent, read_existing
from sitegen.importer.ledger import Ledger, LedgerEntry
from tests.rights import without_roots_rights


def write(content: Path, name: str, header: str = "", body: str = "Text") -> None:
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{header}---\n\n{body}\n", encoding="utf-8")


def ledger(**paths: str) -> Ledger:
    entries = {
        id_: LedgerEntry(path=path, page="", text="", words="", document=id_, dump="dump.txt")
        for id_, path in paths.items()
    }
    return Ledger(pages=entries)


def existing(content: Path) -> ExistingContent:
    return read_existing(content, Ledger())


def test_without_content_there_are_no_pages(tmp_path: Path) -> None:
    assert existing(tmp_path / "content").pages == {}


def test_a_page_is_first_looked_up_at_its_last_path(tmp_path: Path) -> None:
    write(tmp_path, "topics/tea/copy.md", "id: abc\n")
    write(tmp_path, "topics/tea/original.md", "id: abc\n")
    noted = ledger(abc="topics/tea/original.md")
    page = read_existing(tmp_path, noted).page_of("abc", noted)

    assert page
    assert page.path.name == "original.md"


def test_a_page_that_moved_is_found_by_its_id(tmp_path: Path) -> None:
    write(tmp_path, "essays/elsewhere.md", "id: 1234567890\n")
    noted = ledger(**{"1234567890": "topics/tea/original.md"})
    page = read_existing(tmp_path, noted).page_of("1234567890", noted)

    assert page
    assert page.path == PurePosixPath("essays/elsewhere.md")
    assert page.topic is None


def test_another_page_at_the_path_of_a_document_is_not_its_page(tmp_path: Path) -> None:
    write(tmp_path, "topics/tea/a.md", "id: other\n")
    noted = ledger(abc="topics/tea/a.md")

    assert read_existing(tmp_path, noted).page_of("abc", noted) is None


def test_a_page_with_a_broken_header_is_recognised_by_its_path(tmp_path: Path) -> None:
    write(tmp_path, "topics/tea/a.md", "id: [\n")
    (tmp_path / "topics/tea/b.md").write_bytes(b"\xff")
    noted = ledger(abc="topics/tea/a.md", xyz="topics/tea/b.md")
    found = read_existing(tmp_path, noted)

    assert found.page_of("abc", noted)
    assert found.page_of("xyz", noted)


def test_topics_are_in_the_editors_order_with_their_members(tmp_path: Path) -> None:
    write(tmp_path, "topics/zest/_index.md", "title: Zest!\norder: 1\ndescription: Of life\n")
    write(tmp_path, "topics/zest/a.md", "id: a\n")
    write(tmp_path, "topics/late-tea/b.md", "id: b\n")
    write(tmp_path, "essays/c.md", "id: c\nalso: [late-tea, zest]\n")
    write(tmp_path, "essays/d.md", "id: d\nalso: nowhere\n")
    zest, tea = existing(tmp_path).topics

    assert (zest.slug, zest.title, zest.description, zest.members) == (
        "zest",
        "Zest!",
        "Of life",
        ("a",),
    )
    assert (tea.slug, tea.title, tea.members) == ("late-tea", "Late tea", ("c", "b"))


def test_the_last_order_is_the_highest_that_a_topic_has(tmp_path: Path) -> None:
    assert existing(tmp_path).last_order == 0

    write(tmp_path, "topics/zest/_index.md", "order: 7\n")
    write(tmp_path, "topics/tea/_index.md", "order: soon\n")
    assert existing(tmp_path).last_order == 7


def test_an_unreadable_folder_is_an_error() -> None:
    with tempfile.TemporaryDirectory() as name:  # no user but root gets at pytest's own folders
        content = Path(name)
        content.chmod(0o755)
        write(content, "topics/tea/a.md", "id: abc\n")
        folder = content / "topics" / "tea"
        folder.chmod(0)
        try:
            with without_roots_rights(), pytest.raises(ContentError) as caught:
                existing(content)
        finally:
            folder.chmod(0o755)
    assert caught.value.path == folder
