import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.configuration.settings import Encoder, GroupingConfig
from sitegen.errors import ConfigError
from sitegen.importer import meaning
from sitegen.importer.ledger import load_ledger
from sitegen.topics.encoder import vectors
from tests.importing import BREAD, CELLO, CODE, RYE, Workspace

GERMAN = "Das Brot ist im Ofen und die Katze schläft auf dem Sofa, wie an jedem Tag"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path).put(BREAD, CODE, CELLO)


def recorded(workspace: Workspace) -> str | None:
    return load_ledger(workspace.content).meaning


def set_encoder(workspace: Workspace, encoder: Encoder) -> None:
    workspace.config = replace(workspace.config, grouping=GroupingConfig(encoder=encoder))


def forbid_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise AssertionError("the network ran")

    monkeypatch.setattr(vectors, "load_encoder", fail)


def test_the_encoder_groups_a_new_digest(workspace: Workspace) -> None:
    workspace.run()

    assert recorded(workspace) == "encoder"


def test_a_large_dump_is_grouped_by_the_static_model(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "MOST_ENCODED", 2)
    forbid_network(monkeypatch)
    workspace.run()

    assert recorded(workspace) == "static"


def test_a_digest_that_grows_is_still_grouped_by_the_encoder(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.run()
    monkeypatch.setattr(meaning, "MOST_ENCODED", 3)
    workspace.put(BREAD, CODE, CELLO, RYE).run()

    assert recorded(workspace) == "encoder"


def test_a_digest_that_shrinks_is_still_grouped_by_the_static_model(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "MOST_ENCODED", 2)
    workspace.run()
    monkeypatch.setattr(meaning, "MOST_ENCODED", 2000)
    workspace.put(RYE).run()

    assert recorded(workspace) == "static"


def test_an_import_without_new_documents_keeps_the_record(workspace: Workspace) -> None:
    workspace.run()
    set_encoder(workspace, "off")
    workspace.run()

    assert recorded(workspace) == "encoder"


def test_the_encoder_can_be_turned_off(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbid_network(monkeypatch)
    set_encoder(workspace, "off")
    workspace.run()

    assert recorded(workspace) == "static"


def test_the_encoder_can_be_turned_on_for_any_dump(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "MOST_ENCODED", 2)
    set_encoder(workspace, "on")
    workspace.run()

    assert recorded(workspace) == "encoder"


def test_a_dump_in_another_language_is_grouped_by_the_static_model(workspace: Workspace) -> None:
    workspace.put(*(f"{GERMAN} {number}" for number in ("eins", "zwei", "drei"))).run()

    assert recorded(workspace) == "static"


def test_an_import_again_computes_no_vector(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.run()
    forbid_network(monkeypatch)

    assert not workspace.run().created


def test_a_start_over_computes_no_vector_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.run()
    before = workspace.pages()
    shutil.rmtree(workspace.content)
    forbid_network(monkeypatch)
    workspace.run()

    assert workspace.pages() == before


def test_vectors_of_another_version_are_removed(workspace: Workspace) -> None:
    old = workspace.config.root / ".sitegen" / "vectors-0123"
    old.parent.mkdir(parents=True)
    old.touch()
    workspace.run()

    assert [path.name[:8] for path in old.parent.iterdir() if "-" in path.name] == ["vectors-"]
    assert not old.exists()


def test_a_plan_keeps_no_vectors(workspace: Workspace) -> None:
    workspace.plan()

    assert not (workspace.config.root / ".sitegen").exists()


def test_a_library_that_is_not_installed_is_named_with_what_to_do(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meaning, "is_installed", lambda: False)
    config = workspace.config.root / "sitegen.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[grouping]\nencoder = "onnxruntime"\n', encoding="utf-8")
    set_encoder(workspace, "onnxruntime")

    with pytest.raises(ConfigError, match="libraries that are not installed") as raised:
        workspace.run()
    assert raised.value.hint == 'pip install "sitegen[onnxruntime]", or set it to "auto"'
    assert raised.value.source == 'encoder = "onnxruntime"'
    assert not workspace.content.exists() or not list(workspace.content.rglob("*.md"))
