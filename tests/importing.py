"""A workspace with a dump and a digest, for tests that import, edit and import again."""

from collections.abc import Sequence
from pathlib import Path
from typing import Self

from sitegen.configuration.settings import Config, TopicConfig
from sitegen.importer import ImportPlan, ImportReport, ImportRequest, apply_import, plan_import
from sitegen.models import Document, DocumentKind, DumpPlace
from tests.digest import NOW

ESSAY = "\n".join(
    f"In the {number} winter of the workshop we learned to mend the radio by ear, and the lamp by "
    "touch, and to write down, on a slip of paper, which screw had come from where; it took us far "
    "longer than it should have done, but nothing that we closed again ever had to be opened."
    for number in ("first", "second", "third", "fourth", "fifth")
)
BREAD = "The sourdough starter came back from the neighbours with a name"
RYE = "Rye bread wants a hot oven, good flour, and a whole day of patience"
CODE = "Deleted four thousand lines of code and the software still passes every test"
CELLO = "Took up the cello at 58 and the orchestra has been very kind about it"


def make_document(
    text: str, *, id_: str = "0123456789", kind: DocumentKind = "post", title: str | None = None
) -> Document:
    place = DumpPlace("dump.txt", (3, 3 + text.count("\n")))
    return Document(id=id_, kind=kind, text=text, place=place, confidence=1.0, title=title)


class Workspace:
    """A digest's folder, and a dump with ``---`` lines between documents."""

    def __init__(self, root: Path, topics: Sequence[TopicConfig] = ()) -> None:
        self.config = Config(root=root / "digest", topics=tuple(topics))
        self.dump = root / "dump.txt"
        self.now = NOW

    @property
    def content(self) -> Path:
        return self.config.content

    def put(self, *texts: str, name: str = "dump.txt") -> Self:
        """Writes the dump; later imports read this one."""
        self.dump = self.dump.with_name(name)
        self.dump.write_text("\n---\n".join(texts) + "\n", encoding="utf-8")
        return self

    def plan(self) -> ImportPlan:
        return plan_import(ImportRequest(dumps=(self.dump,), now=self.now), self.config)

    def run(self) -> ImportReport:
        return apply_import(self.plan(), self.config)

    def page_with(self, words: str) -> Path:
        """The only page that contains these words."""
        found = [path for path in self.pages() if words in path.read_text(encoding="utf-8")]
        assert len(found) == 1, f"{len(found)} pages hold {words!r}"
        return found[0]

    def pages(self) -> list[Path]:
        """The pages of documents."""
        return [path for path in sorted(self.content.rglob("*.md")) if path.name != "_index.md"]

    def edit(self, page: Path, old: str, new: str) -> Self:
        text = page.read_text(encoding="utf-8")
        assert old in text
        page.write_text(text.replace(old, new), encoding="utf-8")
        return self

    def files(self) -> dict[str, bytes]:
        """Everything under ``content/``, the ledger included."""
        return {
            str(path.relative_to(self.content)): path.read_bytes()
            for path in sorted(self.content.rglob("*"))
            if path.is_file()
        }
