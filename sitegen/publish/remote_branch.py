"""A branch of a git remote: finds its tip, fetches it and pushes to it, without force."""

from dataclasses import dataclass

from sitegen.errors import OutputError
from sitegen.publish.git import Git, GitResult, git_failed


@dataclass(frozen=True, slots=True)
class RemoteBranch:
    """A branch of a remote repository."""

    git: Git
    branch: str
    remote: str

    def __str__(self) -> str:
        return f"the branch {self.branch} of {self.remote}"

    @property
    def ref(self) -> str:
        """The full name of the branch, such as ``refs/heads/gh-pages``."""
        return f"refs/heads/{self.branch}"

    def fetch_tip(self) -> str:
        """The id of the commit at the tip, which is then in the local repository; empty for none.

        Raises:
            OutputError: the remote cannot be reached, or the branch moved in the meantime.
        """
        result = self._list_remote()
        if result.code:
            raise git_failed(
                f"ask {self.remote} for its branches",
                result,
                hint="nothing was published; publish again once this works: "
                f"git ls-remote {self.remote}",
            )
        tip = self._tip_in(result)
        if tip and not self.has(tip):
            self.git.output_of(
                *("fetch", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head"),
                *(self.remote, self.ref),
                what=f"fetch {self}",
            )
            if not self.has(tip):
                raise self._moved()
        return tip

    def push(self, commit: str, tip: str) -> None:
        """Pushes ``commit``, a child of ``tip``.

        Raises:
            OutputError: the remote rejects the commit, or the branch is no longer at ``tip``.
        """
        result = self.git.run(
            *("push", "--no-follow-tags", "--no-recurse-submodules"),
            *(self.remote, f"{commit}:{self.ref}"),
        )
        if not result.code:
            return
        now = self._list_remote()
        if not now.code and self._tip_in(now) != tip:
            raise self._moved()
        raise git_failed(f"push to {self}", result, hint="nothing was published")

    def has(self, revision: str) -> bool:
        """Whether the local repository has an object of that name."""
        return self.git.run("cat-file", "-e", revision).code == 0

    def _list_remote(self) -> GitResult:
        return self.git.run("ls-remote", self.remote, self.ref)

    def _tip_in(self, result: GitResult) -> str:
        pairs = (line.split("\t") for line in result.stdout.decode(errors="replace").splitlines())
        return next((pair[0] for pair in pairs if pair[1:] == [self.ref]), "")

    def _moved(self) -> OutputError:
        return OutputError(
            f"somebody else changed {self} at the same time, and nothing was published",
            hint="publish again: sitegen publish",
        )
