"""Only an output that is whole, fresh and without a broken link is sent, wherever it is to go."""

import fcntl
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.engine.executors import SerialExecutor
from sitegen.errors import ConfigError, GroupedError, OutputError
from sitegen.publish import publish_site
from tests.command_line import sitegen
from tests.digest import CONFIG, NOW, Digest, files_of
from tests.forking import ForkedCommand
from tests.publishing import Repository, forget_own_git_settings, publish, site_of
from tests.test_crashes import leave_decided

Published = Callable[[], Mapping[str, bytes]]


@pytest.fixture(params=["branch", "folder"])
def published(
    request: pytest.FixtureRequest,
    digest: Digest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Published:
    """What is to be read of a digest that was published once, where it was published to."""
    folder = tmp_path_factory.mktemp("elsewhere")
    if request.param == "folder":
        digest.write("sitegen.toml", f'{CONFIG}[publish]\nfolder = "{folder}/www"\n').post("one")
        publish(digest.build())
        return lambda: files_of(folder / "www")
    forget_own_git_settings(monkeypatch, folder)
    repository = Repository(digest, folder)
    publish(digest.build())
    return repository.published


def refusal(digest: Digest) -> str:
    with pytest.raises((OutputError, GroupedError)) as caught:
        publish_site(digest.root, now=NOW, executor=SerialExecutor())
    assert caught.value.exit_code == OutputError.exit_code
    return str(caught.value)


def test_the_output_is_published_without_hidden_files(digest: Digest, published: Published) -> None:
    (digest.root / "output/.gitignore").write_text("*\n")
    publish(digest.post("two", "Second post.").build())
    beside = {".nojekyll", ".sitegen.json"}
    shown = {name: data for name, data in published().items() if name not in beside}
    assert shown == site_of(digest)


def test_the_result_counts_the_files_sent(digest: Digest, published: Published) -> None:
    digest.post("one", "Other words.").page("about.md", "About.").build()
    first = publish(digest)
    assert "posts/one/index.html" in first.changed
    assert "about/index.html" in first.changed
    assert (first.removed, first.files) == ((), len(site_of(digest)))
    digest.remove("content/about.md").build()
    assert publish(digest).removed == ("about/index.html",)


def test_an_unchanged_site_is_not_sent_again(digest: Digest, published: Published) -> None:
    before = published()
    sent = publish(digest.build())
    assert (sent.is_new, sent.changed, sent.removed) == (False, (), ())
    assert published() == before


def test_an_interrupted_build_is_not_published(digest: Digest, published: Published) -> None:
    before = published()
    digest.post("one", "Other words.")
    leave_decided(digest)
    assert "a build has not ended" in refusal(digest)
    assert published() == before
    publish(digest.build())
    assert published() != before


def test_an_output_that_is_older_than_its_content_is_not_published(
    digest: Digest, published: Published
) -> None:
    before = published()
    said = refusal(digest.post("one", "Other words."))
    assert "this page was changed since the last build" in said
    assert "sitegen build" in said
    assert published() == before


def test_drafts_are_not_published(digest: Digest, published: Published) -> None:
    before = published()
    assert "draft" in refusal(digest.post("early", draft="true").build(drafts=True))
    assert published() == before


def test_a_site_with_a_broken_link_is_not_published(digest: Digest, published: Published) -> None:
    before = published()
    digest.post("one", "See [it](/gone/).").build()
    result = publish_site(digest.root, now=NOW, executor=SerialExecutor())
    assert result.delivery is None
    assert len(result.check.broken_links) == 1
    assert published() == before


def test_the_target_can_be_configured_after_the_build(digest: Digest, tmp_path: Path) -> None:
    digest.build().write("sitegen.toml", f'{CONFIG}[publish]\nfolder = "www"\n')
    assert publish(digest).files == len(site_of(digest))
    assert (tmp_path / "www/index.html").is_file()


@pytest.mark.parametrize(
    ("name", "head", "table"),
    [
        ("sitegen.toml", "", "[publish]"),
        ("pyproject.toml", "[tool.sitegen]\n", "[tool.sitegen.publish]"),
    ],
)
def test_without_a_target_the_error_shows_the_lines_to_add(
    digest: Digest, name: str, head: str, table: str
) -> None:
    digest.remove("sitegen.toml").write(name, head + CONFIG).build()
    with pytest.raises(ConfigError, match="does not say where") as caught:
        publish_site(digest.root, now=NOW, executor=SerialExecutor())
    hint = caught.value.hint or ""
    assert "any host takes a copy of output/" in hint
    lines = "".join(f"{line.strip()}\n" for line in hint.splitlines()[1:3])
    assert lines.startswith(table)
    digest.write(name, head + CONFIG + lines.replace('branch = "gh-pages"', 'folder = "www"'))
    assert publish(digest).is_new


def test_the_lock_is_held_until_the_copy_and_not_while_sending(
    digest: Digest, published: Published
) -> None:
    is_remote = ".nojekyll" in published()
    seen: list[bool] = []
    publish_site(
        digest.post("two", "Second post.").build().root,
        now=NOW,
        executor=SerialExecutor(),
        tell=lambda _: seen.append(is_locked(digest.root)),
    )
    assert seen == [True, not is_remote]


def test_two_publishes_at_once_both_succeed(digest: Digest, published: Published) -> None:
    """To a branch, the second may be told that the first was faster."""
    for number in range(40):
        digest.post(f"post-{number}")
    sitegen(digest.root, "build")
    both = [ForkedCommand(digest.root, "publish") for _ in range(2)]
    for done in [command.result() for command in both]:
        assert done.returncode == 0 or "somebody else changed" in done.stderr
    beside = {".nojekyll", ".sitegen.json"}
    assert {name: data for name, data in published().items() if name not in beside} == site_of(
        digest
    )


def is_locked(root: Path) -> bool:
    with (root / ".sitegen/lock").open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False
