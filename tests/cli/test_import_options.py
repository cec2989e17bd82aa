"""Options of the import command that choose dumps and documents."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sitegen.toml").write_text('title = "T"\nbase_url = "https://t.example/"\n')
    (tmp_path / "one.txt").write_text("The tide is out\n---\nA rope lies there\n")
    (tmp_path / "two.txt").write_text("A  rope lies there\n---\nNobody came\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _plan(*words: str) -> dict[str, Any]:
    result = CliRunner().invoke(main, ["import", "--json", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    plan: dict[str, Any] = json.loads(result.stdout)
    return plan


def test_several_dumps_become_one_digest(folder: Path) -> None:
    plan = _plan("one.txt", "two.txt")
    texts = [document["text"] for document in plan["documents"]]
    assert texts == ["The tide is out", "A rope lies there", "Nobody came"]
    assert (plan["report"]["merged"], plan["report"]["read"]) == (1, 4)
    assert plan["report"]["format"] == ["text", "text"]


def test_importing_several_dumps_again_changes_nothing(folder: Path) -> None:
    _plan("one.txt", "two.txt")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    report = _plan("one.txt", "two.txt")["report"]
    assert (report["created"], report["unchanged"], report["vanished"]) == (0, 3, 0)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_two_dumps_of_one_name_stay_apart(folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old/one.txt").write_text("An old lamp\n---\nIts wick\n")
    _plan("one.txt", "old/one.txt")
    report = _plan("one.txt", "old/one.txt")["report"]
    assert (report["unchanged"], report["vanished"]) == (4, 0)


def test_filtered_documents_are_not_treated_as_removed_from_the_dump(folder: Path) -> None:
    _plan("one.txt")
    report = _plan("one.txt", "--match", "rope")["report"]
    assert (report["unchanged"], report["vanished"]) == (1, 0)
    assert _plan("one.txt")["report"]["unchanged"] == 2


def test_says_why_prune_kept_a_page(folder: Path) -> None:
    _plan("one.txt")
    (page,) = (path for path in folder.rglob("*.md") if "rope" in path.read_text())
    page.write_text(page.read_text() + "\nMore of it.\n")
    (folder / "one.txt").write_text("The tide is out\n")
    for option, words in (
        ((), "To remove those that you did not change"),
        (("--prune",), "You changed"),
    ):
        told = CliRunner().invoke(main, ["import", *option, "one.txt"]).stdout
        assert "No longer in the dump, and kept:" in told
        assert words in told
    assert "More of it." in page.read_text()


_RECORD = "- {{id: 1, title: Flip, date: 2024-01-01, visibility: {}, text: Boats flip over}}\n"
_OTHER = "- {{id: 2, title: Stay, date: 2024-01-02, text: Boats stay here}}\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("flip.yaml", _RECORD + _OTHER),
        ("flip.yaml", _RECORD.replace("id: 1, ", "") + _OTHER),
        ("flip.yaml", _RECORD.replace("id: 1", "url: 'https://f.example/f'") + _OTHER),
        ("flip.md", "---\ntitle: Flip\nvisibility: {}\n---\n\nBoats flip over and over.\n"),
        ("blog/flip.md", "---\ntitle: Flip\nvisibility: {}\n---\n\nBoats flip over and over.\n"),
    ],
)
def test_names_pages_of_what_is_not_public_any_more(folder: Path, name: str, text: str) -> None:
    def told(visibility: str, *options: str) -> str:
        (folder / name).write_text(text.format(visibility))
        return CliRunner().invoke(main, ["import", *options, name.partition("/")[0]]).stdout

    (folder / "blog").mkdir()
    (folder / "blog/stay.md").write_text("# Stay\n\nBoats stay here.\n")
    told("public")
    (page,) = (path for path in folder.rglob("content/**/*.md") if "flip over" in path.read_text())
    again = told("private")
    named = f"Not public any more in the dump, and still shown:\n  {page.relative_to(folder)}\n"
    assert named in again
    assert "hidden: true" in again
    assert "--prune" in again
    assert "No longer in the dump" not in again
    assert "or left out of it now, and removed:" in told("private", "--prune")


def test_does_not_say_that_a_hidden_page_is_shown(folder: Path) -> None:
    (folder / "flip.yaml").write_text((_RECORD + _OTHER).format("public"))
    _plan("flip.yaml")
    page = next(folder.rglob("flip.md"))
    page.write_text(page.read_text().replace("---\n", "---\nhidden: true\n", 1))
    (folder / "flip.yaml").write_text((_RECORD + _OTHER).format("private"))
    told = CliRunner().invoke(main, ["import", "flip.yaml"]).stdout
    assert "No longer in the dump, or left out of it now, and kept:" in told
    assert "still shown" not in told


@pytest.mark.parametrize("dump", [".", "..", "content", "content/topics", "output"])
def test_a_digest_is_not_imported_into_itself(folder: Path, dump: str) -> None:
    _plan("one.txt")
    before = sorted(folder.rglob("*.md"))
    result = CliRunner().invoke(main, ["import", dump])
    assert (result.exit_code, sorted(folder.rglob("*.md"))) == (2, before)
    assert "the digest itself" in result.stderr


def test_an_import_of_nothing_says_so_and_names_no_next_step(folder: Path) -> None:
    (folder / "notes").mkdir()
    (folder / "notes/a.md").write_text("---\ndraft: true\n---\n\nA draft of some words.\n")
    told = CliRunner().invoke(main, ["import", "notes"]).stdout
    assert told.endswith("Pages under content/: none created or changed.\n")


def test_says_what_filters_left_out_and_that_it_had_no_date(folder: Path) -> None:
    told = CliRunner().invoke(main, ["import", "one.txt", "--since", "2023"]).stdout
    assert (
        "Read nothing.\n"
        "The filters left out 2 of 2: 2 have no date, which --since and --until need.\n"
    ) in told
    told = CliRunner().invoke(main, ["import", "one.txt", "--match", "rope", "--dry-run"]).stdout
    assert "Nothing was written.\nThe filters left out 1 of 2.\n" in told


def test_a_dump_comes_from_standard_input(folder: Path) -> None:
    result = CliRunner().invoke(main, ["import", "-", "--dry-run"], input="A lamp\n---\nA wick\n")
    assert "Read 2 posts." in result.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--include", "secrets"], "--include does not know “secrets”"),
        (["--since", "soon"], "--since is “soon”, which is not a date"),
        (["--until", "2023-13"], "--until is “2023-13”, which is not a date"),
        (["--include", "draft"], "did you mean “drafts”?"),
        (["--format", "stone"], "there is no format “stone”"),
        (["--format", "Mastadon"], "did you mean “mastodon”?"),
        (["--topic", "Nowhere"], "no document is in a topic “Nowhere”"),
    ],
)
def test_a_wrong_option_is_named(folder: Path, words: list[str], message: str) -> None:
    result = CliRunner().invoke(main, ["import", "one.txt", *words])
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (folder / "content").exists()


def test_only_what_can_be_imported_is_offered(folder: Path) -> None:
    public = ["https://www.w3.org/ns/activitystreams#Public"]
    post: dict[str, object] = {"type": "Note", "content": "<p>A lamp</p>", "to": public}
    followers: dict[str, object] = {"to": ["https://quay.example/users/ann/followers"]}
    items: list[dict[str, object]] = [
        post | {"id": "https://quay.example/1"},
        post | {"id": "https://quay.example/2"} | followers,
        post | {"id": "https://quay.example/3", "to": ["https://far.example/bo"]},
        {"type": "Announce", "object": "https://far.example/4", "to": public},
    ]
    outbox = {"type": "OrderedCollection", "orderedItems": items}
    (folder / "outbox.json").write_text(json.dumps(outbox), "utf-8")
    shown = CliRunner().invoke(main, ["import", "outbox.json", "--dry-run"]).output
    assert "Left out 1 (followers only), 1 (private), 1 (repost)." in shown
    assert "To import 1 of them: --include followers\n" in shown


def test_lists_twenty_pages_at_most_and_says_how_to_start_over(folder: Path) -> None:
    lines = [f"- {{id: {n}, title: Boat {n}, text: Boat {n} is out}}\n" for n in range(30)]
    (folder / "boats.yaml").write_text("".join(lines))
    _plan("boats.yaml")
    pages = sorted(folder.glob("content/topics/*/boat-*.md"))
    for page in pages[1:]:
        page.unlink()
    told = CliRunner().invoke(main, ["import", "boats.yaml"]).stdout
    assert told.count("/boat-") == 20
    assert "  and 9 more: --json names them all\n" in told
    assert "To start over" not in told
    pages[0].unlink()
    told = CliRunner().invoke(main, ["import", "boats.yaml"]).stdout
    assert "To start over: remove content/.imports.json too, and import again\n" in told
    (folder / "content/.imports.json").unlink()
    assert _plan("boats.yaml")["report"]["created"] == 30


def test_an_import_says_how_to_take_it_back_and_undo_does_so(folder: Path) -> None:
    told = CliRunner().invoke(main, ["import", "one.txt"]).stdout
    assert told.endswith("To take this import back: sitegen undo\nNext: sitegen serve\n")
    assert "take this import back" not in CliRunner().invoke(main, ["import", "one.txt"]).stdout
    acts = CliRunner().invoke(main, ["undo", "--list"]).stdout
    assert "Import one.txt: " in acts
    told = CliRunner().invoke(main, ["undo"]).stdout
    assert told.startswith("Undo: Import one.txt: ")
    assert not [*folder.glob("content/topics/*/*")]
