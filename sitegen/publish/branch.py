"""Publishes to a branch of the digest's git repository, as GitHub Pages expects it.

The site becomes a commit on top of the remote branch. The commit is written as git objects (see
https://git-scm.com/book/en/v2/Git-Internals-Git-Objects), so the working tree, the index and the
current branch of the editor do not change. It is pushed without force.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.configuration.location import find_config
from sitegen.configuration.settings import DEFAULT_REMOTE, Config
from sitegen.errors import ConfigError, OutputError
from sitegen.publish.delivery import Delivery, published_files
from sitegen.publish.git import Git, git_failed
from sitegen.publish.remote_branch import RemoteBranch

_NO_JEKYLL = ".nojekyll"
"""Tells GitHub Pages not to run Jekyll, which leaves out names that begin with an underscore."""
_DOMAIN = "CNAME"
"""The file in which GitHub Pages stores the custom domain."""


class Branch:
    """The branch that a digest is published to."""

    is_remote = True

    def __init__(self, config: Config) -> None:
        """Finds the repository of the digest and its remote, without using the network.

        Raises:
            ConfigError: the branch is checked out, or there is no such remote.
            OutputError: there is no git or no repository, or git has no name and e-mail address.
        """
        self._git = Git.find(config.root)
        self._remote = RemoteBranch(self._git, config.publish.branch, config.publish.remote)
        self._config = config
        self._config_path = _path_in_repository(self._git, find_config(config.root))
        self._refuse_branch_in_use()
        self._refuse_unknown_remote()
        self._refuse_missing_identity()

    @property
    def name(self) -> str:
        """The name of the branch and its remote, for messages."""
        return str(self._remote)

    def stage(self, output: Path) -> "StagedBranch":
        """Writes the files of ``output`` to the object database of the repository.

        Raises:
            OutputError: a file cannot be read, or git cannot write to the repository.
        """
        names = published_files(output)
        paths = b"".join(_quoted(output / name) + b"\n" for name in names)
        blob_ids = self._git.output_of(
            *("hash-object", "-w", "--no-filters", "--stdin-paths"),
            stdin=paths,
            what="take up the files of the site",
        )
        return StagedBranch(
            git=self._git,
            remote=self._remote,
            config_path=self._config_path,
            message=f"Publish {' '.join(self._config.title.split())}\n",
            blobs=dict(zip(names, blob_ids.decode().split(), strict=True)),
        )

    def _refuse_branch_in_use(self) -> None:
        checked_out = self._git.run("symbolic-ref", "--quiet", "HEAD").stdout.strip()
        if checked_out == self._remote.ref.encode():
            raise ConfigError(
                f"the branch {self._remote.branch} is the one that is checked out here: "
                "the site would take the place of what is on it",
                path=find_config(self._config.root),
                hint='publish to a branch that holds the site alone, such as branch = "gh-pages"',
            )

    def _refuse_unknown_remote(self) -> None:
        remotes = self._git.output_of("remote", what="list its remotes").decode().split("\n")[:-1]
        remote = self._remote.remote
        if remote in remotes:
            return
        others = f"name one that it has: remote = “{'”, “'.join(remotes)}”" if remotes else ""
        add = f"add it: git remote add {DEFAULT_REMOTE} ADDRESS"
        raise ConfigError(
            f"the repository of the digest has no remote “{remote}” to publish to",
            path=find_config(self._config.root),
            hint=others or add,
        )

    def _refuse_missing_identity(self) -> None:
        for person in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
            if self._git.run("var", person).code:
                raise OutputError(
                    "git does not know your name and e-mail address, which a commit states",
                    hint='tell it: git config --global user.name "Your Name" && '
                    "git config --global user.email you@example.org",
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedBranch:
    """A site whose files are in the repository, and in no commit yet."""

    git: Git
    remote: RemoteBranch
    config_path: str
    """The path of the digest's configuration in the repository."""
    message: str
    """The commit message."""
    blobs: Mapping[str, str]
    """The object ids of the files, by their paths in the site."""

    def send(self) -> Delivery:
        """Pushes the site on top of the remote branch, unless the branch has the same files.

        Raises:
            OutputError: the remote cannot be reached or rejects the push, or the branch holds the
                digest itself or moved in the meantime.
        """
        tip = self.remote.fetch_tip()
        self._refuse_digest(tip)
        tree = self._write_tree(tip)
        is_new = not tip or self._tree_of(tip) != tree
        changed, removed = self._compare(tip, tree)
        if is_new:
            self.remote.push(self._commit(tree, tip), tip)
        return Delivery(
            target=str(self.remote),
            files=len(self.blobs),
            changed=changed,
            removed=removed,
            is_new=is_new,
        )

    def _refuse_digest(self, tip: str) -> None:
        if tip and self.remote.has(f"{tip}:{self.config_path}"):
            raise OutputError(
                f"{self.remote} holds the digest itself, and the site would take its place",
                hint='publish to a branch that holds the site alone, such as branch = "gh-pages"',
            )

    def _write_tree(self, tip: str) -> str:
        entries = "".join(f"{entry}\0" for entry in self._entries(tip)).encode()
        with TemporaryDirectory(prefix="sitegen-") as folder:
            git = self.git.with_index(Path(folder, "index"))
            what = "make a commit's tree of the site"
            git.output_of("update-index", "-z", "--index-info", stdin=entries, what=what)
            return git.output_of("write-tree", what=what).decode().strip()

    def _entries(self, tip: str) -> Iterator[str]:
        """The index entries of all files that the branch is to hold."""
        empty = (
            self.git.output_of("hash-object", "-w", "--stdin", what="take up a file")
            .decode()
            .strip()
        )
        for name, blob in {_NO_JEKYLL: empty, **self.blobs}.items():
            yield f"100644 {blob}\t{name}"
        if tip and _DOMAIN not in self.blobs:
            what = f"read {self.remote}"
            kept = self.git.output_of(
                "ls-tree", "--full-tree", "-z", tip, _DOMAIN, what=what
            ).decode()
            yield from kept.split("\0")[:-1]

    def _tree_of(self, tip: str) -> str:
        what = f"read {self.remote}"
        return self.git.output_of("rev-parse", f"{tip}^{{tree}}", what=what).decode().strip()

    def _compare(self, tip: str, tree: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The files that ``tree`` adds or changes, and those that it removes."""
        if not tip:
            return tuple(self.blobs), ()
        listing = self.git.output_of(
            *("diff-tree", "-r", "-z", "--no-renames", "--name-status", tip, tree),
            what=f"compare the site with {self.remote}",
        )
        parts = [os.fsdecode(part) for part in listing.split(b"\0")]
        changes = list(zip(parts[::2], parts[1::2], strict=False))
        changed = tuple(name for how, name in changes if how != "D" and name in self.blobs)
        return changed, tuple(name for how, name in changes if how == "D")

    def _commit(self, tree: str, tip: str) -> str:
        parents = ("-p", tip) if tip else ()
        commit = self.git.output_of(
            *("commit-tree", *parents, tree), stdin=self.message.encode(), what="make a commit"
        )
        return commit.decode().strip()


def _path_in_repository(git: Git, path: Path) -> str:
    """The path of a file of the digest from the top of its repository.

    Raises:
        OutputError: there is no repository.
    """
    result = git.run("rev-parse", "--show-prefix")
    if result.code and "not a git repository" in result.stderr:
        raise OutputError(
            "the digest is in no git repository, and is to be published to a branch of it",
            path=git.folder,
            hint=f"make one: git init && git remote add {DEFAULT_REMOTE} ADDRESS; "
            "or publish to a folder",
        )
    if result.code:
        raise git_failed("read the repository that the digest is in", result)
    return os.fsdecode(result.stdout).rstrip("\n") + path.name


def _quoted(path: Path) -> bytes:
    """A path as git reads it from stdin, with special characters escaped."""
    data = os.fsencode(path).replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
    return b'"' + data + b'"'
