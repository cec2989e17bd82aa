"""Publishes to a branch of the repository that the digest is in, as GitHub Pages reads it.

The site becomes a commit on top of what the remote's branch has, made of objects alone (see
https://git-scm.com/book/en/v2/Git-Internals-Git-Objects): the files, the index and the branch that
the editor has checked out stay as they are. It is pushed without force.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.configuration.file import find_config
from sitegen.configuration.settings import DEFAULT_REMOTE, Config
from sitegen.engine.output_record import list_output
from sitegen.errors import ConfigError, OutputError
from sitegen.publish.delivery import Delivery
from sitegen.publish.git import Answer, Git, git_failed

_NO_JEKYLL = ".nojekyll"
"""Without it, GitHub Pages would leave out files whose names begin with an underscore."""
_DOMAIN = "CNAME"
"""The file in which GitHub Pages keeps the domain that is set on its own pages."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A branch at a remote."""

    branch: str
    remote: str

    def __str__(self) -> str:
        return f"the branch {self.branch} of {self.remote}"

    @property
    def ref(self) -> str:
        """The branch's name among all that a repository has names for."""
        return f"refs/heads/{self.branch}"


class Branch:
    """The branch that a digest is published to."""

    is_remote = True

    def __init__(self, config: Config) -> None:
        """Finds the repository of the digest, and its remote; the network is not asked yet.

        Raises:
            ConfigError: the branch is checked out, or there is no such remote.
            OutputError: there is no git, no repository, or nobody known to make a commit.
        """
        self._place = _Place(config.publish.branch, config.publish.remote)
        self._git = Git.find(config.root)
        self._config = config
        self._digest = _path_in_repository(self._git, find_config(config.root))
        self._refuse_branch_in_use()
        self._refuse_unknown_remote()
        self._refuse_nobody()

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self._place)

    def stage(self, output: Path) -> "StagedBranch":
        """Puts the files of ``output`` into the repository, by no name but their content's.

        Raises:
            OutputError: they cannot be read, or the repository not be written.
        """
        names = list_output(output)
        paths = b"".join(_quoted(output / name) + b"\n" for name in names)
        hashed = self._git.do(
            *("hash-object", "-w", "--no-filters", "--stdin-paths"),
            given=paths,
            what="take up the files of the site",
        )
        return StagedBranch(
            git=self._git,
            place=self._place,
            digest=self._digest,
            message=f"Publish {' '.join(self._config.title.split())}\n",
            blobs=dict(zip(names, hashed.decode().split(), strict=True)),
        )

    def _refuse_branch_in_use(self) -> None:
        checked_out = self._git.ask("symbolic-ref", "--quiet", "HEAD").out.strip()
        if checked_out == self._place.ref.encode():
            raise ConfigError(
                f"the branch {self._place.branch} is the one that is checked out here: "
                "the site would take the place of what is on it",
                path=find_config(self._config.root),
                hint='publish to a branch that holds the site alone, such as branch = "gh-pages"',
            )

    def _refuse_unknown_remote(self) -> None:
        known = self._git.do("remote", what="tell its remotes").decode().split("\n")[:-1]
        remote = self._place.remote
        if remote in known:
            return
        others = f"name one that it has: remote = “{'”, “'.join(known)}”" if known else ""
        add = f"add it: git remote add {DEFAULT_REMOTE} ADDRESS"
        raise ConfigError(
            f"the repository of the digest has no remote “{remote}” to publish to",
            path=find_config(self._config.root),
            hint=others or add,
        )

    def _refuse_nobody(self) -> None:
        for person in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
            if self._git.ask("var", person).code:
                raise OutputError(
                    "git does not know your name and e-mail address, which a commit states",
                    hint='tell it: git config --global user.name "Your Name" && '
                    "git config --global user.email you@example.org",
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedBranch:
    """A site in the repository, to which no branch leads yet."""

    git: Git
    place: _Place
    digest: str
    """The path of the digest's configuration in the repository."""
    message: str
    """The commit's."""
    blobs: Mapping[str, str]
    """The ids of the files, by their paths in the site."""

    def send(self) -> Delivery:
        """Pushes the site on top of what the remote's branch has; nothing if that is the same.

        Raises:
            OutputError: the remote cannot be reached, does not take it, or has moved meanwhile.
        """
        tip = self._fetch_tip()
        tree = self._write_tree(tip)
        is_new = not tip or self._tree_of(tip) != tree
        changed, removed = self._compare(tip, tree)
        if is_new:
            self._push(self._commit(tree, tip), tip)
        return Delivery(
            target=str(self.place),
            files=len(self.blobs),
            changed=changed,
            removed=removed,
            is_new=is_new,
        )

    def _fetch_tip(self) -> str:
        """The id of the commit that the remote's branch is at, which is here then; empty for none.

        Raises:
            OutputError: the remote cannot be reached, or the branch holds the digest itself.
        """
        answer = self._ask_tip()
        if answer.code:
            raise git_failed(
                f"ask {self.place.remote} for its branches",
                answer,
                hint="nothing was published; publish again once this works: "
                f"git ls-remote {self.place.remote}",
            )
        tip = self._tip_in(answer)
        if tip and not self._has(tip):
            self.git.do(
                *("fetch", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head"),
                *(self.place.remote, self.place.ref),
                what=f"fetch {self.place}",
            )
            if not self._has(tip):
                raise self._moved()
        if tip and self._has(f"{tip}:{self.digest}"):
            raise OutputError(
                f"{self.place} holds the digest itself, and the site would take its place",
                hint='publish to a branch that holds the site alone, such as branch = "gh-pages"',
            )
        return tip

    def _ask_tip(self) -> Answer:
        return self.git.ask("ls-remote", self.place.remote, self.place.ref)

    def _tip_in(self, answer: Answer) -> str:
        pairs = (line.split("\t") for line in answer.out.decode(errors="replace").splitlines())
        return next((pair[0] for pair in pairs if pair[1:] == [self.place.ref]), "")

    def _has(self, thing: str) -> bool:
        return self.git.ask("cat-file", "-e", thing).code == 0

    def _write_tree(self, tip: str) -> str:
        entries = "".join(f"{entry}\0" for entry in self._entries(tip)).encode()
        with TemporaryDirectory(prefix="sitegen-") as folder:
            git = self.git.with_index(Path(folder, "index"))
            what = "make a commit's tree of the site"
            git.do("update-index", "-z", "--index-info", given=entries, what=what)
            return git.do("write-tree", what=what).decode().strip()

    def _entries(self, tip: str) -> Iterator[str]:
        """The lines of an index with all that the branch is to hold."""
        empty = self.git.do("hash-object", "-w", "--stdin", what="take up a file").decode().strip()
        for name, blob in {_NO_JEKYLL: empty, **self.blobs}.items():
            yield f"100644 {blob}\t{name}"
        if tip and _DOMAIN not in self.blobs:
            what = f"read {self.place}"
            kept = self.git.do("ls-tree", "--full-tree", "-z", tip, _DOMAIN, what=what).decode()
            yield from kept.split("\0")[:-1]

    def _tree_of(self, tip: str) -> str:
        what = f"read {self.place}"
        return self.git.do("rev-parse", f"{tip}^{{tree}}", what=what).decode().strip()

    def _compare(self, tip: str, tree: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The files of the site that are other ones in ``tree``, and those that are not in it."""
        if not tip:
            return tuple(self.blobs), ()
        told = self.git.do(
            *("diff-tree", "-r", "-z", "--no-renames", "--name-status", tip, tree),
            what=f"compare the site with {self.place}",
        )
        parts = [os.fsdecode(part) for part in told.split(b"\0")]
        changes = list(zip(parts[::2], parts[1::2], strict=False))
        changed = tuple(name for how, name in changes if how != "D" and name in self.blobs)
        return changed, tuple(name for how, name in changes if how == "D")

    def _commit(self, tree: str, tip: str) -> str:
        parents = ("-p", tip) if tip else ()
        made = self.git.do(
            *("commit-tree", *parents, tree), given=self.message.encode(), what="make a commit"
        )
        return made.decode().strip()

    def _push(self, commit: str, tip: str) -> None:
        answer = self.git.ask(
            *("push", "--no-follow-tags", "--no-recurse-submodules"),
            *(self.place.remote, f"{commit}:{self.place.ref}"),
        )
        if not answer.code:
            return
        now = self._ask_tip()
        if not now.code and self._tip_in(now) != tip:
            raise self._moved()
        raise git_failed(f"push to {self.place}", answer, hint="nothing was published")

    def _moved(self) -> OutputError:
        return OutputError(
            f"somebody else changed {self.place} at the same time, and nothing was published",
            hint="publish again: sitegen publish",
        )


def _path_in_repository(git: Git, path: Path) -> str:
    """The path of a file of the digest from the top of its repository.

    Raises:
        OutputError: there is no repository.
    """
    answer = git.ask("rev-parse", "--show-prefix")
    if answer.code and "not a git repository" in answer.complaint:
        raise OutputError(
            "the digest is in no git repository, and is to be published to a branch of it",
            path=git.folder,
            hint=f"make one: git init && git remote add {DEFAULT_REMOTE} ADDRESS; "
            "or publish to a folder",
        )
    if answer.code:
        raise git_failed("read the repository that the digest is in", answer)
    return os.fsdecode(answer.out).rstrip("\n") + path.name


def _quoted(path: Path) -> bytes:
    """A path as git reads it from a list, whatever is in it."""
    data = os.fsencode(path).replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
    return b'"' + data + b'"'
