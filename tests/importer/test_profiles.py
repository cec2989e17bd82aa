from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.configuration.settings import GroupingConfig
from sitegen.importer import meaning
from sitegen.topics.profile_file import PROFILES_NAME, read_profiles
from sitegen.topics.profiles import parse_profile
from tests.importing import BREAD, CELLO, CODE, ESSAY, RYE, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path).put(BREAD, CODE, CELLO)
    workspace.run()
    return workspace


def first_topics(workspace: Workspace) -> dict[str, str]:
    """The nearest topic of each post, by the first word on its page."""
    profiles = read_profiles(workspace.content)
    found = {}
    for id_, line in profiles.items():
        profile = parse_profile(line)
        assert profile
        page = workspace.page_with(f"id: {id_}")
        found[page.name.partition("-")[0]] = next(iter(profile.scores), "")
    return found


def encodes(workspace: Workspace) -> bool:
    """Whether the next import finds new profiles."""
    plan = workspace.plan().profiles
    assert plan
    return bool(plan.texts)


def test_an_import_keeps_the_profile_of_each_post(workspace: Workspace) -> None:
    topics = first_topics(workspace)
    assert topics["the"] == "Baking"
    assert len(topics) == 3
    assert not encodes(workspace)


def test_the_same_import_again_leaves_the_file_alone(workspace: Workspace) -> None:
    before = workspace.files()
    workspace.run()
    assert workspace.files() == before


def test_essays_have_none(workspace: Workspace) -> None:
    workspace.put(BREAD, CODE, CELLO, ESSAY).run()
    assert len(workspace.pages()) == 4
    assert len(first_topics(workspace)) == 3


def test_another_import_keeps_the_profiles_of_other_dumps(workspace: Workspace) -> None:
    before = read_profiles(workspace.content)
    workspace.put(RYE, name="other.txt").run()
    assert before.items() < read_profiles(workspace.content).items()


def test_the_profile_of_a_small_edit_stays_and_that_of_a_deleted_page_goes(
    workspace: Workspace,
) -> None:
    workspace.edit(workspace.page_with("cello"), "very kind", "kind")
    workspace.page_with("lines of code").unlink()
    assert not encodes(workspace)
    workspace.run()
    assert len(first_topics(workspace)) == 2


def test_the_profile_of_a_page_that_the_import_removes_goes_at_once(workspace: Workspace) -> None:
    workspace.put(BREAD, CELLO).run()
    workspace.put(CELLO + " again").run()  # the text of the earlier page is in that of another
    kept = read_profiles(workspace.content)
    workspace.run()

    assert read_profiles(workspace.content) == kept


def test_a_rewritten_page_gets_another_profile_at_the_next_import(workspace: Workspace) -> None:
    workspace.edit(workspace.page_with("cello"), CELLO, RYE)
    assert encodes(workspace)
    workspace.run()
    assert [*first_topics(workspace).values()].count("Baking") == 2
    assert not encodes(workspace)


def test_pages_that_were_written_by_hand_get_one_if_they_have_an_id(workspace: Workspace) -> None:
    folder = workspace.page_with("cello").parent
    (folder / "mine.md").write_text(f"---\nid: mine\ntitle: Rye\n---\n\n{RYE}\n", encoding="utf-8")
    (folder / "nameless.md").write_text(f"---\ntitle: Rye\n---\n\n{RYE}\n", encoding="utf-8")
    workspace.run()
    profiles = read_profiles(workspace.content)
    assert "Baking" in profiles["mine"]
    assert len(profiles) == 4


def test_a_lost_or_damaged_file_is_made_again(workspace: Workspace) -> None:
    path = workspace.content / PROFILES_NAME
    before = path.read_bytes()
    for data in (b"", b"\xff\n", before.replace(b"\t", b" "), before[:-9]):
        path.write_bytes(data)
        workspace.run()
        assert path.read_bytes() == before
    path.unlink()
    workspace.run()
    assert path.read_bytes() == before


def test_other_topics_of_the_digest_make_other_profiles(workspace: Workspace) -> None:
    own = workspace.config.root / "mine.toml"
    own.write_text('[all]\ntitle = "All"\n[all.topics]\n"Loaves" = "bread, sourdough, starter"\n')
    workspace.config = replace(workspace.config, grouping=GroupingConfig(sections="mine.toml"))
    workspace.run()
    assert set(first_topics(workspace).values()) == {"Loaves", ""}


def test_without_the_encoder_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "MOST_ENCODED", 2)
    workspace = Workspace(tmp_path).put(BREAD, CODE, CELLO)
    workspace.run()
    assert not (workspace.content / PROFILES_NAME).exists()
