"""A digest in a temporary folder, for tests that change, build and check in a chain."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sitegen.configuration.file import load_config
from sitegen.engine import input_collection
from sitegen.engine.builder import build_site
from sitegen.engine.executors import SerialExecutor
from sitegen.engine.images import ImageStore
from sitegen.engine.loading import Scan
from sitegen.views.body_store import BodyFile

if TYPE_CHECKING:
    from sitegen.engine.build_result import BuildResult
    from sitegen.engine.input_collection import CollectedSite
    from sitegen.models import Site

NOW = datetime(2024, 6, 1, tzinfo=UTC)
BODIES = BodyFile.create(None)
CONFIG = 'title = "Test digest"\nbase_url = "https://digest.example/"\n'


class Digest:
    """A digest's folder, with what its last build did."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.result: BuildResult | None = None
        self.write("sitegen.toml", CONFIG).write("content/index.md", "Welcome.\n")

    def write(self, name: str, content: str | bytes) -> Self:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def post(self, name: str, text: str = "A post.", topic: str = "craft", **header: str) -> Self:
        return self.page(f"topics/{topic}/{name}.md", text, **header)

    def page(self, name: str, text: str, **header: str) -> Self:
        lines = "".join(f"{key}: {value}\n" for key, value in header.items())
        return self.write(f"content/{name}", f"---\n{lines}---\n\n{text}\n")

    def remove(self, name: str) -> Self:
        (self.root / name).unlink()
        return self

    def build(self, *, drafts: bool = False) -> Self:
        """Builds the digest in this process alone, as other tests keep the other cores busy."""
        self.result = build_site(self.root, drafts=drafts, now=NOW, executor=SerialExecutor())
        return self

    def html(self, address: str) -> str:
        name = f"{address}index.html" if not address or address.endswith("/") else address
        return (self.root / "output" / name).read_text(encoding="utf-8")

    def shows(self, address: str, *texts: str) -> Self:
        for text in texts:
            assert text in self.html(address), f"/{address} lacks {text!r}"
        return self

    def lacks(self, address: str, *texts: str) -> Self:
        for text in texts:
            assert text not in self.html(address), f"/{address} holds {text!r}"
        return self

    def has(self, *names: str) -> Self:
        for name in names:
            assert (self.root / "output" / name).is_file(), f"output/{name} is missing"
        return self

    def has_not(self, *names: str) -> Self:
        for name in names:
            assert not (self.root / "output" / name).exists(), f"output/{name} is there"
        return self

    def wrote(self, *names: str) -> Self:
        assert self.result is not None
        assert sorted(self.result.written) == sorted(names)
        return self

    def removed(self, *names: str) -> Self:
        assert self.result is not None
        assert sorted(self.result.removed) == sorted(names)
        return self

    def files(self) -> dict[str, bytes]:
        return files_of(self.root / "output")


def files_of(output: Path) -> dict[str, bytes]:
    """What stands in a folder, by the paths in it."""
    return {
        str(path.relative_to(output)): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def collect(root: Path, *, drafts: bool = False) -> "CollectedSite":
    """What a build of the digest in ``root`` begins with."""
    stores = input_collection.Stores(BODIES, ImageStore(root / ".sitegen" / "pictures"))
    return input_collection.collect(
        load_config(root), Scan(), stores, SerialExecutor(), now=NOW, drafts=drafts
    )


def load_site(root: Path, *, drafts: bool = False) -> "Site":
    return collect(root, drafts=drafts).site_plan.site
