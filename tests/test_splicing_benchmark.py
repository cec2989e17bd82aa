"""The benchmark of spliced dumps joins documents as real dumps do, and scores each of them."""

import sys
from pathlib import Path

import pytest

from benchmarks.splicing import main, read_folder, splice

POSTS = [f"@goat number {number}, where is my hat?" for number in range(60)]
ESSAYS = [f"On Hats, {number}\n\nA hat is a roof.\n\nA roof is not a hat." for number in range(3)]


def test_the_same_seed_makes_the_same_dumps() -> None:
    first, second = (list(splice(POSTS, ESSAYS, 6, 7)) for _ in range(2))
    assert first == second
    assert first != list(splice(POSTS, ESSAYS, 6, 8))


def test_every_dump_has_essays_and_holds_its_documents_in_order() -> None:
    for case in splice(POSTS, ESSAYS, 9, 1):
        assert any(kind == "essay" for kind, _ in case.documents)
        position = 0
        for _, text in case.documents:
            position = case.text.index(text, position) + len(text)


def test_dumps_take_turns_in_how_documents_are_joined() -> None:
    tight, lines, blanks = splice(POSTS, ESSAYS, 3, 1)
    assert "\n\n" not in tight.text
    assert "hat?\n@goat" in lines.text
    assert "\n\n" in lines.text
    assert "hat?\n\n@goat" in blanks.text


def test_a_run_prints_scores_and_calibration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, texts in (("posts", POSTS), ("essays", ESSAYS)):
        (tmp_path / name).mkdir()
        for number, text in enumerate(texts):
            (tmp_path / name / f"{number}.txt").write_text(f"\n{text} \n", encoding="utf-8")
    assert read_folder(tmp_path / "essays") == ESSAYS
    folders = [str(tmp_path / "posts"), str(tmp_path / "essays")]
    monkeypatch.setattr(sys, "argv", ["splicing", *folders, "--dumps", "3"])
    main()
    shown = capsys.readouterr().out
    assert "3-blanks" in shown
    assert "confidence" in shown
