"""Texts that lead to the others of a folder are no posts."""

from pathlib import Path

import pytest

from tests.readers.formats.test_folder import PNG, read


@pytest.mark.parametrize("top", ["", "site/"])
def test_the_text_that_leads_to_the_others_is_a_page(tmp_path: Path, top: str) -> None:
    home = "---\ntitle: Home\n---\nWelcome to my notes.\n"
    files = {"index.md": home, "a/index.md": "Oil.", "b.md": "Wax."}
    found = read(tmp_path, {f"{top}{name}": text for name, text in files.items()})
    assert sorted(document.text for document in found.documents) == ["Oil.", "Wax."]
    assert found.left_out == {"page": 1}


@pytest.mark.parametrize("header", ["date: 2024-01-02", ""])
def test_a_text_called_index_that_has_a_date_or_no_other_beside_it_is_a_post(
    tmp_path: Path, header: str
) -> None:
    files = {"index.md": f"---\ntitle: Oil\n{header}\n---\nIt burns.\n", "a.png": PNG}
    found = read(tmp_path, {**files, "b.md" if header else "b.txt": "Wax."})
    assert "It burns." in {document.text for document in found.documents}
