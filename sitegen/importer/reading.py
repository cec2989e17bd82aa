"""Reads the dumps of an import, and merges what they have in common."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sitegen.errors import DumpError
from sitegen.importer.cleaning import clean_document
from sitegen.importer.dump_age import exported_at
from sitegen.importer.ledger import ReadReport
from sitegen.importer.merging import merge_dumps
from sitegen.importer.request import ImportRequest
from sitegen.models import Document, Medium
from sitegen.readers import (
    Lost,
    SourceRead,
    expand_folder,
    is_archive,
    join_parts,
    read_source,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpsRead:
    """What was read from the dumps of an import."""

    sources: tuple[SourceRead, ...]
    documents: Mapping[str, tuple[Document, ...]]
    """For each dump, by its name, its documents that are not in an earlier one."""
    merged: int
    """How many repeats of documents were in later dumps."""
    withdrawn: int = 0
    """How many documents of older dumps a newer one says not to be public."""

    @property
    def formats(self) -> tuple[str, ...]:
        """The names of all formats, each once."""
        return tuple(dict.fromkeys(name for source in self.sources for name in source.formats))

    def with_lost(self, lost: Mapping[Path, tuple[Lost, ...]]) -> "DumpsRead":
        """The same with more of what was lost, by the path of the dump."""
        more: dict[Path, list[Lost]] = {}
        for path, losses in lost.items():
            more.setdefault(self._dump_of(path), []).extend(losses)
        sources = (
            replace(source, lost=(*source.lost, *more.get(source.path, ())))
            for source in self.sources
        )
        return replace(self, sources=tuple(sources))

    def _dump_of(self, path: Path) -> Path:
        """The dump that a file is, is in, or lies beside."""
        dumps = [source.path for source in self.sources]
        around = (dump for dump in dumps if dump in path.parents)
        beside = (dump for dump in dumps if dump.parent in path.parents)
        return path if path in dumps else next(iter([*around, *beside]), path)

    @property
    def left_out(self) -> dict[str, int]:
        """How many items were left out, by reason."""
        counts: Counter[str] = Counter()
        for source in self.sources:
            counts.update(source.left_out)
        counts.update({"superseded": self.withdrawn} if self.withdrawn else {})
        return dict(sorted(counts.items()))

    @property
    def withheld(self) -> frozenset[str]:
        """The readers' ids of what is not public, as far as they tell them."""
        return frozenset(item.id for source in self.sources for item in source.withheld)

    @property
    def reports(self) -> dict[str, ReadReport]:
        """A report for each dump, by its name, for the ledger."""
        named = zip(self.documents, self.sources, strict=True)
        return {name: _report_of(source) for name, source in named}


def read_dumps(request: ImportRequest, progress: Callable[[str], None]) -> DumpsRead:
    """Reads the dumps of a request, and tells ``progress`` how far it is.

    Raises:
        DumpError: a dump cannot be read.
        UsageError: there is no format of the name that the request has.
    """
    sources = tuple(
        source
        for dump, *parts in join_parts(request.dumps)
        for source in _read_dump(dump, parts, request, progress)
    )
    merged = merge_dumps(
        [[_located(_cleaned(d), source.path) for d in source.documents] for source in sources],
        [exported_at(source.path) for source in sources] if len(sources) > 1 else None,
        [source.withheld for source in sources],
    )
    names = _unique_names(sources)
    documents = {
        name: _renamed(found, source.name, name)
        for name, found, source in zip(names, merged.documents, sources, strict=True)
    }
    return DumpsRead(
        sources=sources,
        documents=documents,
        merged=merged.repeats,
        withdrawn=merged.withdrawn,
    )


def _read_dump(
    dump: Path, parts: Sequence[Path], request: ImportRequest, progress: Callable[[str], None]
) -> Iterator[SourceRead]:
    """Reads a dump; of a folder of dumps, those that can be read.

    Raises:
        DumpError: none can be read.
    """
    expanded = (dump,) if request.format or parts else expand_folder(dump)
    joined = [(dump, *parts)] if expanded == (dump,) else join_parts(expanded)
    errors: list[DumpError] = []
    for path, *others in joined:
        try:
            yield _read(path, others, request, progress)
        except DumpError as error:
            errors.append(error)
            if len(errors) == len(joined):
                raise errors[0] from None
            lost = Lost("a file", path.name, error.message)
            yield SourceRead(name=path.name, path=path, formats=(), documents=(), lost=(lost,))


def _read(
    path: Path, parts: Sequence[Path], request: ImportRequest, progress: Callable[[str], None]
) -> SourceRead:
    read = read_source(path, request.options, request.format, parts=parts, progress=progress)
    is_folder_of_parts = read.path.absolute() in path.absolute().parents
    return read if is_folder_of_parts else replace(read, path=path)


def _cleaned(document: Document) -> Document:
    return document if document.place.lines else clean_document(document)


def _located(document: Document, dump: Path) -> Document:
    """A document whose media name the dump that holds them."""
    if not any(medium.entry for medium in document.media):
        return document
    media = tuple(_located_medium(m, dump) if m.entry else m for m in document.media)
    return replace(document, media=media)


def _located_medium(medium: Medium, dump: Path) -> Medium:
    """A medium that names its dump: of several archives that are one dump, its archive.

    What lies beside a dump that is one file is a dump itself.
    """
    beside = dump.parent / (medium.entry or "")
    if beside.is_file() and dump.is_file() and not is_archive(dump):
        return medium._replace(dump=beside, entry=beside.name)
    archive, ending, name = (medium.entry or "").partition(".zip/")
    path = dump / f"{archive}.zip"
    if ending and path.is_file():
        return medium._replace(dump=path, entry=name)
    return medium._replace(dump=dump)


def _unique_names(sources: Sequence[SourceRead]) -> list[str]:
    """The names of the dumps; where several have one name, also those of their folders."""
    names = [source.name for source in sources]
    counts = Counter(names)
    unique: dict[str, None] = {}
    for source in sources:
        name = source.name
        if counts[name] > 1:
            name = f"{source.path.absolute().parent.name}/{name}"
        unique[next(each for each in _numbered(name) if each not in unique)] = None
    return list(unique)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name} ({number})"
        number += 1


def _renamed(documents: Sequence[Document], old: str, new: str) -> tuple[Document, ...]:
    if old == new:
        return tuple(documents)
    return tuple(replace(d, place=d.place._replace(file=new)) for d in documents)


def _report_of(source: SourceRead) -> ReadReport:
    return ReadReport(
        format=source.formats,
        read=len(source.documents),
        left_out=dict(source.left_out),
        included=dict(source.included),
        lost=tuple(asdict(lost) for lost in source.lost),
    )
