"""A site on the disk: written for one generator, cleaned, edited."""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.building.generators import LAYOUTS, Generator
from benchmarks.building.posts import Post


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The sources of one site."""

    generator: Generator
    folder: Path
    posts: tuple[Post, ...]
    sources: frozenset[str]
    """The contents of the folder before the first build."""

    @property
    def output(self) -> Path:
        """The folder that the generator writes into."""
        return self.folder / self.generator.output

    def path_of(self, post: Post) -> Path:
        """The source file of a post."""
        return self.folder / self.generator.source.format(topic=post.topic, slug=post.slug)


def lay_out(generator: Generator, folder: Path, posts: Sequence[Post]) -> LaidOut:
    """Writes the sources of a site of ``posts`` into ``folder``, and replaces its contents."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(LAYOUTS / generator.layout, folder)
    site = LaidOut(generator, folder, tuple(posts), frozenset())
    for post in posts:
        path = site.path_of(post)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(generator.head(post) + post.body, encoding="utf-8")
    return LaidOut(generator, folder, tuple(posts), _names(folder))


def empty(site: LaidOut) -> None:
    """Removes what builds left in the site's folder: output, caches, locks.

    It is moved aside and removed when all is measured: for some seconds after many files were
    removed, ext4 takes several times as long to make new ones.
    """
    aside = Path(tempfile.mkdtemp(prefix="old-", dir=site.folder.parent))
    for name in _names(site.folder) - site.sources:
        (site.folder / name).rename(aside / name)


def edit(site: LaidOut, post: Post, number: int) -> str:
    """Adds a paragraph to a post as an editor saves it, and returns its unique word."""
    mark = f"edit{number}of{post.number}"
    path = site.path_of(post)
    path.write_text(
        f"{path.read_text(encoding='utf-8')}\nOne more thing, {mark}, came late.\n",
        encoding="utf-8",
    )
    return mark


def _names(folder: Path) -> frozenset[str]:
    return frozenset(path.name for path in folder.iterdir())
