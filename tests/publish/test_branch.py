"""Publishing to a branch, with real repositories."""

import shutil

import pytest

from sitegen.errors import ConfigError, OutputError
from sitegen.publish import publish_site
from sitegen.publish.git import Git, GitResult
from tests.digest import CONFIG, NOW, Digest
from tests.publishing import Repository, git, publish, site_of


def test_a_missing_branch_is_created(digest: Digest, repository: Repository) -> None:
    sent = publish(digest)
    assert repository.published() == {**site_of(digest), ".nojekyll": b""}
    assert repository.commits() == ["Publish Test digest"]
    assert sent.target == "the branch gh-pages of origin"
    assert set(sent.changed) == set(site_of(digest))


def test_each_publish_adds_a_commit(digest: Digest, repository: Repository) -> None:
    publish(digest)
    publish(digest.post("one", "Other words.").build())
    assert repository.commits() == ["Publish Test digest"] * 2
    assert repository.published() == {**site_of(digest), ".nojekyll": b""}
    author = git(repository.remote, "log", "-1", "--format=%an <%ae>", "gh-pages")
    assert author == "An Editor <editor@digest.example>"


def test_the_same_site_is_not_committed_again(digest: Digest, repository: Repository) -> None:
    publish(digest)
    assert not publish(digest).is_new
    assert len(repository.commits()) == 1


def test_the_working_tree_and_the_index_do_not_change(
    digest: Digest, repository: Repository
) -> None:
    digest.write("notes.txt", "Staged.").post("one", "Not staged.").build()
    repository.git("add", "notes.txt")
    repository.push_from_elsewhere("gh-pages", {"index.html": "Old."})
    repository.git("config", "core.splitIndex", "true")
    before = repository.checkout()
    of_git = {path.name for path in (digest.root / ".git").iterdir()}
    publish(digest)
    assert {path.name for path in (digest.root / ".git").iterdir()} == of_git
    assert repository.checkout() == before


def test_a_commit_from_another_machine_becomes_the_parent(
    digest: Digest, repository: Repository
) -> None:
    repository.push_from_elsewhere("gh-pages", {"index.html": "Old.", "gone.html": "Old."})
    sent = publish(digest)
    assert repository.commits() == ["Publish Test digest", "Elsewhere"]
    assert repository.published() == {**site_of(digest), ".nojekyll": b""}
    assert (sent.removed, set(sent.changed)) == (("gone.html",), set(site_of(digest)))


def test_the_custom_domain_of_the_host_is_kept(digest: Digest, repository: Repository) -> None:
    repository.push_from_elsewhere("gh-pages", {"CNAME": "digest.example\n"})
    assert publish(digest).removed == ()
    assert repository.published()["CNAME"] == b"digest.example\n"
    digest.write("output/CNAME", "other.example\n")
    assert publish(digest).changed == ("CNAME",)
    assert repository.published()["CNAME"] == b"other.example\n"


def test_a_branch_that_moved_before_the_push_is_not_overwritten(
    digest: Digest, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Git.run

    def push_first(self: Git, *words: str, stdin: bytes = b"") -> GitResult:
        if words[0] == "push":
            repository.push_from_elsewhere("gh-pages", {"index.html": "First."})
        return run(self, *words, stdin=stdin)

    monkeypatch.setattr(Git, "run", push_first)
    with pytest.raises(OutputError, match="somebody else changed the branch gh-pages"):
        publish(digest)
    assert repository.published() == {"index.html": b"First."}


def test_a_branch_that_moves_during_the_push_is_not_overwritten(
    digest: Digest, repository: Repository
) -> None:
    """A hook that runs right before the push lets somebody else be first."""
    publish(digest)
    first = repository.published()
    repository.push_from_elsewhere("other", {"a": "a"})  # makes the clone
    hook = digest.root / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    elsewhere = repository.remote.parent / "elsewhere"
    hook.write_text(
        "#!/bin/sh\n"
        "unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE GIT_PREFIX\n"
        f"cd '{elsewhere}' && git fetch -q && git switch -q gh-pages\n"
        "git commit -q --allow-empty -m First && git push -q origin gh-pages\n"
    )
    hook.chmod(0o755)
    digest.post("one", "Other words.").build()
    with pytest.raises(OutputError, match="somebody else changed the branch gh-pages") as caught:
        publish(digest)
    assert caught.value.hint == "publish again: sitegen publish"
    assert repository.commits() == ["First", "Publish Test digest"]
    assert repository.published() == first
    hook.unlink()
    publish(digest)
    assert repository.commits() == ["Publish Test digest", "First", "Publish Test digest"]


def test_a_rejected_push_is_reported_with_the_message_of_git(
    digest: Digest, repository: Repository
) -> None:
    hook = repository.remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'This branch is protected.'\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(OutputError, match="could not push to the branch gh-pages") as caught:
        publish(digest)
    assert "remote: This branch is protected." in caught.value.message
    assert repository.commits() == []


def test_an_unreachable_remote_is_reported_with_the_message_of_git(
    digest: Digest, repository: Repository
) -> None:
    shutil.rmtree(repository.remote)
    with pytest.raises(OutputError, match="could not ask origin for its branches") as caught:
        publish(digest)
    assert "does not appear to be a git repository" in caught.value.message
    assert "git ls-remote origin" in (caught.value.hint or "")


def test_the_branch_that_is_checked_out_is_refused(digest: Digest, repository: Repository) -> None:
    repository.git("switch", "--quiet", "--create", "gh-pages")
    with pytest.raises(ConfigError, match="the branch gh-pages is the one that is checked out"):
        publish(digest)
    assert repository.commits() == []


def test_a_branch_that_holds_the_digest_is_refused(digest: Digest, repository: Repository) -> None:
    digest.write("sitegen.toml", f'{CONFIG}[publish]\nbranch = "main"\n').build()
    repository.git("switch", "--quiet", "--create", "edits")
    before = repository.published("main")
    with pytest.raises(OutputError, match="the branch main of origin holds the digest itself"):
        publish(digest)
    assert repository.published("main") == before


def test_another_remote_can_be_named(digest: Digest, repository: Repository) -> None:
    repository.git("remote", "rename", "origin", "pages")
    with pytest.raises(ConfigError, match="no remote “origin”") as caught:
        publish(digest)
    assert caught.value.hint == "name one that it has: remote = “pages”"
    table = '[publish]\nbranch = "gh-pages"\nremote = "pages"\n'
    digest.write("sitegen.toml", CONFIG + table).build()
    assert publish(digest).target == "the branch gh-pages of pages"
    assert repository.published()


def test_without_a_remote_the_error_says_how_to_add_one(
    digest: Digest, repository: Repository
) -> None:
    repository.git("remote", "remove", "origin")
    with pytest.raises(ConfigError, match="no remote “origin”") as caught:
        publish(digest)
    assert caught.value.hint == "add it: git remote add origin ADDRESS"


def test_without_a_repository_the_error_says_how_to_create_one(
    digest: Digest, repository: Repository
) -> None:
    shutil.rmtree(digest.root / ".git")
    with pytest.raises(OutputError, match="in no git repository") as caught:
        publish(digest)
    assert "git init" in (caught.value.hint or "")


def test_without_a_git_identity_the_error_says_how_to_set_it(
    digest: Digest, repository: Repository
) -> None:
    settings = repository.remote.parent / "gitconfig"
    settings.write_text("[user]\nuseConfigOnly = true\n")
    with pytest.raises(OutputError, match="does not know your name") as caught:
        publish(digest)
    assert "git config --global user.email" in (caught.value.hint or "")
    assert repository.commits() == []


def test_without_git_the_error_says_so(
    digest: Digest, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(digest.root))
    with pytest.raises(OutputError, match="this machine has none"):
        publish(digest)


def test_a_digest_in_a_subfolder_of_its_repository_is_published(
    digest: Digest, repository: Repository
) -> None:
    inner = Digest(digest.root / "digests/inner")
    inner.write("sitegen.toml", f'{CONFIG}[publish]\nbranch = "gh-pages"\n').post("one").build()
    publish(inner)
    assert repository.published() == {**site_of(inner), ".nojekyll": b""}
    repository.commit_content()
    inner.write("sitegen.toml", f'{CONFIG}[publish]\nbranch = "main"\n').build()
    repository.git("switch", "--quiet", "--create", "edits")
    with pytest.raises(OutputError, match="holds the digest itself"):
        publish(inner)


def test_files_are_published_byte_for_byte_whatever_their_names_and_git_attributes(
    digest: Digest, repository: Repository
) -> None:
    for name in ("lines\r\n.txt", 'a "quoted" \\ name.txt', "tab\tbed.txt", "brücke.txt"):
        digest.write(f"output/{name}", "One.\r\nTwo.\r\n")
    digest.write(".gitattributes", "* text=auto eol=lf\n").write("output/_mine.txt", "Mine.")
    publish(digest)
    assert repository.published() == {**site_of(digest), ".nojekyll": b""}


def test_a_commit_is_not_signed_and_no_tag_is_pushed(
    digest: Digest, repository: Repository
) -> None:
    for setting in ("commit.gpgSign=true", "gpg.program=false", "push.followTags=true"):
        repository.git("config", *setting.split("="))
    repository.push_from_elsewhere("gh-pages", {"index.html": "Old."})
    repository.git("fetch", "--quiet")
    repository.git("tag", "--annotate", "mine", "--message", "Mine", "origin/gh-pages")
    publish(digest)
    assert len(repository.commits()) == 2
    assert git(repository.remote, "tag") == ""


def test_the_variables_that_git_sets_for_hooks_are_ignored(
    digest: Digest, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = repository.remote.parent / "other"
    git(repository.remote, "init", "--quiet", str(other))
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    publish(digest)
    for name in ("GIT_DIR", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name)
    assert repository.published()
    assert not (other / ".git/index").exists()


def test_the_number_of_git_processes_does_not_grow_with_the_files(
    digest: Digest, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[tuple[str, ...]] = []
    run = Git.run

    def record_command(self: Git, *words: str, stdin: bytes = b"") -> GitResult:
        commands.append(words)
        return run(self, *words, stdin=stdin)

    monkeypatch.setattr(Git, "run", record_command)
    counts = []
    for posts in (0, 5, 50):
        for number in range(posts):
            digest.post(f"post-{number}", f"One of {posts}.")
        commands.clear()
        publish(digest.build())
        counts.append(len(commands))
    assert counts[1] == counts[2] < 20


def test_progress_is_reported(digest: Digest, repository: Repository) -> None:
    said: list[str] = []
    publish_site(digest.root, now=NOW, tell=said.append)
    assert said == ["copying", "to the branch gh-pages of origin … "]


def test_static_files_are_published_including_dot_files(
    digest: Digest, repository: Repository
) -> None:
    digest.write("content/static/.well-known/a.txt", "A.").write("content/CNAME", "digest.example")
    digest.write("content/static/.nojekyll", "as it is").build()
    publish(digest)
    published = repository.published()
    assert published[".well-known/a.txt"] == b"A."
    assert published["CNAME"] == b"digest.example"
    assert published[".nojekyll"] == b"as it is"
