"""Chooses the readers of a dump, or of the parts of one."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from sitegen.errors import DumpError
from sitegen.readers.detection import FileHead, Format, detect_format
from sitegen.readers.mixed_folders import (
    FOLDER,
    data_files,
    is_media,
    is_own_text,
    split_markdown,
)
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source

_CERTAIN_ENOUGH = 0.75
"""The least confidence for a file or a dump within a folder or an archive.

General formats, such as any JSON, are not read there: they may be what is private.
"""
_SEVERAL = 2
_MOST_FOLDERS = 50
_MOST_BESIDE = 50
"""How many files at the top of a folder are examined, to find dumps among them."""
_MOST_ARCHIVES = 50
_MOST_FILES = 100
"""How many files of a folder without a format are examined, to say what is in it."""
_GENERAL = frozenset({"zip", "tar", "markdown-zip"})
"""What is known of an archive, or a folder, if nothing is known of its files."""
_ARCHIVE = re.compile(r"\.(?:zip|tar|tgz|tar\.gz)$", re.IGNORECASE)
DOCUMENT = re.compile(r"\.(?:docx|odt|epub)$", re.IGNORECASE)
"""Documents that are zip archives inside."""
_ARCHIVE_OR_DOCUMENT = re.compile(f"{_ARCHIVE.pattern}|{DOCUMENT.pattern}", re.IGNORECASE)
_TUMBLR = "tumblr"
_TUMBLR_POSTS = re.compile(r"(?P<root>(?:.*?/)??)posts(?:\.zip|/posts\.zip|/html/\d+\.html)")
"""The posts of a Tumblr export."""
_TUMBLR_ARCHIVES = re.compile(r".*/.*|(?:posts|conversations|media)\.zip")
"""The archives of an export, of which those besides the posts hold what is private, or media."""
_ATTACHED = frozenset(
    {"files", "photos", "video_files", "voice_messages", "round_video_messages", "stickers"}
    | {"attachments", "media", "media_attachments", "uploads", "messages", "chats"}
)
"""Folders of exports with what was sent or attached."""
_PRIVATE = frozenset(
    {"node_modules", "private", "_private", "drafts", "_drafts", "trash", "_trash"}
)


Chosen = list[tuple[Source, Reader]]
"""The parts of a dump with their readers."""


def choose_readers(source: Source, readers: Mapping[str, Reader]) -> Chosen:
    """The readers of a dump; several, if it holds several dumps, or files of several formats.

    Raises:
        DumpError: no reader knows the format.
    """
    archives = _choose_archives(source, readers) if source.kind in ("zip", "tar") else {}
    if not archives:
        return _choose(source, readers)
    rest = source.with_entries(entry for entry in source.entries if entry.name not in archives)
    inside = [pair for chosen in archives.values() for pair in chosen]
    return [*_choose_rest(rest, readers), *inside]


def _choose_archives(source: Source, readers: Mapping[str, Reader]) -> dict[str, Chosen]:
    """The readers of the archives within a dump that surely are dumps, by their names."""
    archives: dict[str, Chosen] = {}
    packed = _ARCHIVE_OR_DOCUMENT if _holds_documents(source) else _ARCHIVE
    for entry in find_archives(source, readers, lambda entry: bool(packed.search(entry.name))):
        try:
            chosen = _choose(source.open_archive(entry), readers)
        except DumpError:
            continue
        if is_certain(chosen):
            archives[entry.name] = chosen
    return archives


def _holds_documents(source: Source) -> bool:
    """Whether most files of an archive are books or files of word processors.

    Beside other files they are attachments, which stay closed.
    """
    names = [e.name for e in source.entries if not (is_set_aside(e) or is_media(e.name))]
    return 2 * sum(DOCUMENT.search(name) is not None for name in names) > len(names)


def find_archives(
    source: Source, readers: Mapping[str, Reader], is_archive: Callable[[Entry], bool]
) -> list[Entry]:
    """The archives within a folder or an archive that may be dumps of their own.

    It leaves out those that are a part of another dump, such as a file that was sent in a chat.

    Args:
        source: the folder or archive.
        readers: all readers.
        is_archive: whether a file of it is an archive.
    """
    archives = [entry for entry in source.entries if is_archive(entry)][:_MOST_ARCHIVES]
    if not archives:
        return []
    dumps = _DumpFolders(source, readers)
    return [entry for entry in archives if not dumps.hold(entry)]


def is_set_aside(entry: Entry) -> bool:
    """Whether a file is in a folder that is not for publishing."""
    *parents, _ = entry.name.split("/")
    return any(each.startswith(".") or each.lower() in _PRIVATE for each in parents)


class _DumpFolders:
    """The folders that are dumps."""

    def __init__(self, source: Source, readers: Mapping[str, Reader]) -> None:
        self._source = source
        self._readers = readers
        self._known: dict[str, bool] = {}

    def hold(self, archive: Entry) -> bool:
        """Whether an archive is a part of a dump."""
        *parents, _ = archive.name.split("/")
        if is_set_aside(archive) or self._is_in_tumblr(archive.name):
            return True
        folders = ["/".join(parents[:depth]) for depth in range(1, len(parents) + 1)]
        return bool(folders) and (self._is_root_dump or any(map(self._is_dump, folders)))

    def _is_in_tumblr(self, name: str) -> bool:
        root = self._tumblr_root
        return (
            root is not None
            and name.startswith(root)
            and _TUMBLR_ARCHIVES.fullmatch(name.removeprefix(root)) is not None
        )

    @cached_property
    def _tumblr_root(self) -> str | None:
        """The folder of a Tumblr export; None if there is none."""
        if not self._readers[_TUMBLR].recognise(self._source):
            return None
        found = (_TUMBLR_POSTS.fullmatch(entry.name) for entry in self._source.entries)
        return next((match["root"] for match in found if match), None)

    def _is_dump(self, folder: str) -> bool:
        if folder not in self._known:
            part = [e for e in self._source.entries if e.name.startswith(f"{folder}/")]
            self._known[folder] = self._is_certain(part)
        return self._known[folder]

    @cached_property
    def _is_root_dump(self) -> bool:
        """Whether the files are a dump that are in no folder that is one."""
        tops = {e.name.partition("/")[0] for e in self._source.entries if "/" in e.name}
        dumps = {top for top in tops if self._is_dump(top)} if len(tops) <= _MOST_FOLDERS else set()
        return self._is_certain(
            [e for e in self._source.entries if e.name.partition("/")[0] not in dumps]
        )

    def _is_certain(self, entries: list[Entry]) -> bool:
        part = self._source.with_entries(e for e in entries if not _ARCHIVE.search(e.name))
        return bool(part.entries) and (
            _best_reader(part, self._readers.values())[1] >= _CERTAIN_ENOUGH
        )


def is_certain(chosen: Chosen) -> bool:
    """Whether one of the parts surely is the export of a program."""
    return any(reader.recognise(part) >= _CERTAIN_ENOUGH for part, reader in chosen)


def _choose(source: Source, readers: Mapping[str, Reader]) -> Chosen:
    """The readers of a dump whose archives stay closed.

    Raises:
        DumpError: no reader knows the format.
    """
    if several := _choose_folders(source, readers):
        return several
    reader, confidence = _best_reader(source, readers.values())
    known = detect_format(source.head)
    likelihood = known.confidence(source.head) if known else 0.0
    if reader and confidence >= likelihood:
        return _choose_mixed(source, reader, readers)
    inside = [] if source.kind == "file" else list(_choose_inside(source, readers))
    if not inside:
        raise _no_reader(known, source)
    return inside


def _choose_mixed(source: Source, reader: Reader, readers: Mapping[str, Reader]) -> Chosen:
    """The readers of a dump with a known format that may hold files of another one."""
    if reader.name == FOLDER:
        return _choose_data(source, readers)
    if others := _dumps_beside(source, reader, readers):
        read = {part.entries[0].name for part, _ in others}
        rest = source.with_entries(entry for entry in source.entries if entry.name not in read)
        if rest.entries and reader.recognise(rest) >= _CERTAIN_ENOUGH:
            return [*_choose_mixed(rest, reader, readers), *others]
    if folders := _folders_beside(source, reader, readers):
        inside = {entry.name for part, _ in folders for entry in part.entries}
        rest = source.with_entries(entry for entry in source.entries if entry.name not in inside)
        return [*_choose_mixed(rest, reader, readers), *folders]
    split = split_markdown(source, reader)
    if split is None or not split.rest.entries or reader.recognise(split.rest) < _CERTAIN_ENOUGH:
        return [(source, reader)]
    return [*_choose_mixed(split.rest, reader, readers), (split.markdown, readers[FOLDER])]


def _dumps_beside(source: Source, reader: Reader, readers: Mapping[str, Reader]) -> Chosen:
    """The files at the top of a folder that surely are dumps of other formats than its own.

    Those in its subfolders may be a part of its dump, such as files that were sent in a chat.
    """
    tops = {entry.name.partition("/")[0] for entry in source.entries}
    depth = 1 if len(tops) == 1 else 0
    files = [entry for entry in source.entries if entry.name.count("/") == depth]
    if source.kind == "file" or len(files) > _MOST_BESIDE or _are_start_page(files):
        return []
    others = [
        entry
        for entry in files
        if not is_own_text(entry, reader) and not reader.recognise(source.only(entry))
    ]
    chosen = _choose_files(source.with_entries(others), readers)
    return [pair for pair in chosen if pair[1].name != FOLDER]


def _are_start_page(files: list[Entry]) -> bool:
    """Whether the only file is a web page, which shows the other files of some exports."""
    return len(files) == 1 and files[0].base.lower().endswith((".html", ".htm"))


def _folders_beside(source: Source, reader: Reader, readers: Mapping[str, Reader]) -> Chosen:
    """The folders that surely are dumps of other formats, beside a dump that needs none of them.

    Folders with names such as ``files`` hold what was sent in its chats.
    """
    folders = _folders_of(source)
    top = [entry for name in folders if name == "" for entry in folders[name]]
    if not top or reader.recognise(source.with_entries(top)) < _CERTAIN_ENOUGH:
        return []
    chosen: Chosen = []
    for name, entries in folders.items():
        if name and name.lower() not in _ATTACHED | _PRIVATE and not name.startswith("."):
            part = source.with_entries(entries)
            other = _reader_of_folder(part, readers)
            if other and other.name not in (reader.name, FOLDER) and not reader.recognise(part):
                chosen.append((part, other))
    return chosen


def _folders_of(source: Source) -> dict[str, list[Entry]]:
    """The files by the folders at the top of a dump; those that are in none have the name ``""``.

    A single folder around all files does not count.
    """
    names = [entry.name.split("/") for entry in source.entries]
    depth = 1 if len({parts[0] for parts in names}) == 1 else 0
    folders: dict[str, list[Entry]] = {}
    for entry, parts in zip(source.entries, names, strict=True):
        folder = parts[depth] if len(parts) > depth + 1 else ""
        folders.setdefault(folder, []).append(entry)
    return folders if len(folders) <= _MOST_FOLDERS else {}


def _choose_data(source: Source, readers: Mapping[str, Reader]) -> Chosen:
    """The readers of a folder of Markdown files, and of the dumps among these."""
    files = source.with_entries(data_files(source))
    dumps = [pair for pair in _choose_files(files, readers) if pair[1].name != FOLDER]
    if not dumps:
        return [(source, readers[FOLDER])]
    read = {entry.name for part, _ in dumps for entry in part.entries}
    texts = source.with_entries(entry for entry in source.entries if entry.name not in read)
    return [*dumps, (texts, readers[FOLDER])]


def _choose_folders(
    source: Source, readers: Mapping[str, Reader], *, fewest: int = _SEVERAL
) -> Chosen:
    """The readers of a folder that holds dumps of several formats, each in a folder of its own.

    It is empty for all others: a reader takes several dumps of its format at once.

    Args:
        source: the folder.
        readers: all readers.
        fewest: how many formats there have to be.
    """
    folders = _folders_of(source) if source.kind != "file" else {}
    if len(folders) < _SEVERAL:
        return []
    chosen: dict[str, list[Entry]] = {}
    others: list[Entry] = []
    for name, entries in folders.items():
        reader = _reader_of_folder(source.with_entries(entries), readers) if name else None
        (chosen.setdefault(reader.name, []) if reader else others).extend(entries)
    if len(chosen) < fewest:
        return []
    parts = [(source.with_entries(chosen[name]), readers[name]) for name in chosen]
    return [*parts, *_choose_rest(source.with_entries(others), readers)]


def _choose_rest(rest: Source, readers: Mapping[str, Reader]) -> Chosen:
    """The readers of the files beside dumps."""
    if several := _choose_folders(rest, readers):
        return several
    reader, _ = _best_reader(rest, readers.values())
    if reader:
        return _choose_mixed(rest, reader, readers)
    return [*_choose_files(rest, readers), *_choose_texts(rest, readers)]


def _choose_texts(source: Source, readers: Mapping[str, Reader]) -> Chosen:
    """The reader of the Markdown files beside dumps."""
    split = split_markdown(source, None)
    return [(split.markdown, readers[FOLDER])] if split else []


def _reader_of_folder(part: Source, readers: Mapping[str, Reader]) -> Reader | None:
    """The reader of a folder that is surely a dump of its own."""
    reader, confidence = _best_reader(part, readers.values())
    return reader if confidence >= _CERTAIN_ENOUGH else None


def _choose_inside(
    source: Source, readers: Mapping[str, Reader]
) -> Iterator[tuple[Source, Reader]]:
    """The readers of the files in a folder or an archive that has no format of its own."""
    if len(source.entries) == 1:
        yield from _choose(source.only(source.entries[0]), readers)
        return
    if folders := _choose_folders(source, readers, fewest=1):
        yield from folders
    elif chosen := list(_choose_files(source, readers)):
        yield from [*chosen, *_choose_texts(source, readers)]


def _choose_files(source: Source, readers: Mapping[str, Reader]) -> Iterator[tuple[Source, Reader]]:
    """The readers of the files that surely have a format; archives within are not opened."""
    for entry in source.entries:
        if entry.head.contents:
            continue
        file = source.only(entry)
        reader, confidence = _best_reader(file, readers.values())
        if reader and confidence >= _CERTAIN_ENOUGH:
            yield file, reader


def _best_reader(source: Source, readers: Iterable[Reader]) -> tuple[Reader | None, float]:
    rated = [(reader.recognise(source), reader) for reader in readers]
    confidence, reader = max(rated, key=lambda pair: pair[0])
    return (reader, confidence) if confidence > 0 else (None, 0.0)


def _no_reader(known: Format | None, source: Source) -> DumpError:
    is_general = known is None or known.name in _GENERAL
    titles = _titles_in(source) if is_general else []
    if not titles and (known is None or (is_general and source.kind == "folder")):
        what = "the folder holds no file" if source.kind == "folder" else "the dump is no file"
        return DumpError(
            f"{what} that a reader knows",
            path=source.path,
            hint="sitegen formats lists what can be read",
        )
    if titles:
        subject = "the folder" if source.kind == "folder" else "the archive"
        what = f"{subject} holds {titles[0]}" + " and other files" * (len(titles) > 1)
    else:
        title = known.title if known else ""
        what = f"the dump is {title.removesuffix(' (tar)') if source.kind == 'folder' else title}"
    return DumpError(
        f"{what}, and no reader knows that format yet",
        path=source.path,
        hint=_hint_for(source.head),
    )


def _titles_in(source: Source) -> list[str]:
    """What the files of a folder or an archive are, the most frequent first."""
    entries = source.entries[:_MOST_FILES] if source.kind != "file" else ()
    known = (detect_format(entry.head) for entry in entries)
    counts = Counter(each.title if each else "" for each in known)
    return [title for title, _ in counts.most_common() if title]


def _hint_for(head: FileHead) -> str:
    if head.has_controls:
        return "save what you want to publish as plain text; sitegen formats lists what it reads"
    return (
        "an export may hold what is private, such as drafts, messages and addresses; "
        "to publish all of it as plain text, add --format text"
    )
