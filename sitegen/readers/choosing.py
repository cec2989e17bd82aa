"""Chooses the readers of a dump, or of the parts of one."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress

from sitegen.errors import DumpError
from sitegen.readers.copied_folders import without_copies
from sitegen.readers.detection import Format, detect_format
from sitegen.readers.detection.format import LIKELY
from sitegen.readers.formats.folder.places import MARKED_UP, kind_of_file
from sitegen.readers.inner_dumps import ARCHIVE, find_archives
from sitegen.readers.markdown.pictures import is_media
from sitegen.readers.mixed_folders import FOLDER, data_files, is_own_file, split_markdown
from sitegen.readers.private_folders import is_message, is_private, is_set_aside, without_private
from sitegen.readers.reader import CERTAIN_ENOUGH, Reader, best_reader
from sitegen.readers.refusals import hint_for
from sitegen.readers.sources import Entry, Source

_SEVERAL = 2
_MOST_FOLDERS = 50
_MOST_BESIDE = 50
"""How many files at the top of a folder are examined, to find dumps among them."""
_MOST_FILES = 100
"""How many files of a folder without a format are examined, to say what is in it."""
_TEXT_OR_DATA = re.compile(r"\.(?:html?|txt|json|csv|xml|enex)$", re.IGNORECASE)
_BESIDE_PAGES = frozenset({"sitemap", "feed-template"})
"""What no reader reads, but websites have beside their pages."""
_GENERAL = frozenset({"zip", "tar", "markdown-zip", "takeout-zip", "takeout-tar"})
"""What is known of an archive, or a folder, if nothing is known of its files."""
DOCUMENT = re.compile(r"\.(?:docx|odt|epub)$", re.IGNORECASE)
"""Documents that are zip archives inside."""
_ARCHIVE_OR_DOCUMENT = re.compile(f"{ARCHIVE.pattern}|{DOCUMENT.pattern}", re.IGNORECASE)
_BINARY_NAME = re.compile(f"{_ARCHIVE_OR_DOCUMENT.pattern}|\\.(?:gz|car|pdf)$", re.IGNORECASE)
_PACKED = re.compile(r"-(?:zip|tar)\Z")
"""What the names of the exports of programs end with, in archives and in folders."""
_PAGE = "html"
_MAIL = "mail"
_ATTACHED = frozenset(
    {"files", "photos", "video_files", "voice_messages", "round_video_messages", "stickers"}
    | {"attachments", "media", "media_attachments", "uploads", "messages", "chats"}
)
"""Folders of exports with what was sent or attached."""

Chosen = list[tuple[Source, Reader]]
"""The parts of a dump with their readers."""


def choose_readers(source: Source, readers: Mapping[str, Reader]) -> Chosen:
    """The readers of a dump; several, if it holds several dumps, or files of several formats.

    Raises:
        DumpError: no reader knows the format.
    """
    chosen = _choose_with_archives(without_copies(source), readers)
    shown = [(shown, reader) for part, reader in chosen for shown in _shown_of(part, reader)]
    if chosen and not shown:
        raise _no_reader(None, source)
    return shown


def _shown_of(part: Source, reader: Reader) -> Iterator[Source]:
    """A part of a dump without folders not for publishing, if anything is left."""
    with suppress(DumpError):
        yield without_private(part, reader)


def _choose_with_archives(source: Source, readers: Mapping[str, Reader]) -> Chosen:
    archives = _choose_archives(source, readers) if source.kind in ("zip", "tar") else {}
    if not archives:
        return _choose(source, readers)
    rest = source.with_entries(entry for entry in source.entries if entry.name not in archives)
    inside = [pair for chosen in archives.values() for pair in chosen]
    return [*_choose_rest(rest, readers), *inside]


def _choose_archives(source: Source, readers: Mapping[str, Reader]) -> dict[str, Chosen]:
    """The readers of the archives within a dump that surely are dumps, by their names."""
    archives: dict[str, Chosen] = {}
    packed = _ARCHIVE_OR_DOCUMENT if _holds_documents(source) else ARCHIVE
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


def is_certain(chosen: Chosen) -> bool:
    """Whether one of the parts surely is the export of a program."""
    return any(reader.recognise(part) >= CERTAIN_ENOUGH for part, reader in chosen)


def _choose(source: Source, readers: Mapping[str, Reader]) -> Chosen:
    """The readers of a dump whose archives stay closed.

    Raises:
        DumpError: no reader knows the format.
    """
    if several := _choose_folders(source, readers):
        return several
    reader, confidence = _best_reader(source, readers)
    if (shown := without_private(source, reader)) is not source:
        return _choose(shown, readers)
    known = detect_format(source.head)
    _refuse_misnamed(source, known)
    likelihood = known.confidence(source.head) if known else 0.0
    if reader and confidence >= likelihood:
        return _choose_mixed(source, reader, readers)
    inside = [] if source.kind == "file" else list(_choose_inside(source, readers))
    if not inside:
        is_read = source.kind != "file" and known and _PACKED.sub("", known.name) in readers
        raise _no_posts(known, source) if known and is_read else _no_reader(known, source)
    return inside


def _refuse_misnamed(source: Source, known: Format | None) -> None:
    """Raises DumpError for words in place of an archive, as of a link that has expired."""
    is_named_so = source.kind == "file" and _BINARY_NAME.search(source.entries[0].name)
    if is_named_so and (known is None or known.name == _PAGE) and not source.head.is_binary:
        raise DumpError(
            f"this is no {source.entries[0].name.rpartition('.')[2]} file: it holds only text",
            path=source.path,
            hint="perhaps a server sent a message in its place: open it in an editor, and download "
            "the file again; to publish it as plain text, add --format text",
        )


def _best_reader(source: Source, readers: Mapping[str, Reader]) -> tuple[Reader | None, float]:
    """The reader that most likely knows a source; none for the export of an unknown program.

    Such exports, as of Google Keep, may hold HTML and texts that would be read as a folder of them.
    """
    reader, confidence = best_reader(source, readers.values())
    if reader is None or reader.name != FOLDER:
        return reader, confidence
    names = [entry.name for entry in source.entries[:_MOST_FILES]]
    if any(kind_of_file(name) in MARKED_UP for name in names):
        return reader, confidence
    others = list(_unread(source, readers))
    attached = tuple(
        f"{name[: name.rfind('/') + 1]}{each}/" for name in others for each in _ATTACHED
    )
    kinds = [kind_of_file(name) for name in names if not name.startswith(attached)]
    is_other = others and 2 * len(others) >= kinds.count("html") + kinds.count("text")
    return (None, 0.0) if is_other else (reader, confidence)


def _unread(source: Source, readers: Mapping[str, Reader]) -> Iterator[str]:
    """The files of a folder that are no texts of it: notes and chats, which nobody reads, and mail.

    The latter may be the months of a mailing list.
    """
    for entry in source.entries[:_MOST_FILES]:
        known = detect_format(entry.head) if _TEXT_OR_DATA.search(entry.name) else None
        if known is None or known.name in _BESIDE_PAGES:
            continue
        likelihood = known.confidence(entry.head)
        if likelihood < LIKELY:
            continue
        reader, confidence = best_reader(source.only(entry), readers.values())
        if confidence < likelihood or (reader and reader.name == _MAIL):
            yield entry.name


def _choose_mixed(source: Source, reader: Reader, readers: Mapping[str, Reader]) -> Chosen:
    """The readers of a dump with a known format that may hold files of another one."""
    if reader.name == FOLDER:
        return _choose_data(source, readers)
    if others := _dumps_beside(source, reader, readers):
        read = {part.entries[0].name for part, _ in others}
        rest = source.with_entries(entry for entry in source.entries if entry.name not in read)
        if rest.entries and reader.recognise(rest) >= CERTAIN_ENOUGH:
            return [*_choose_mixed(rest, reader, readers), *others]
    if folders := _folders_beside(source, reader, readers):
        inside = {entry.name for part, _ in folders for entry in part.entries}
        rest = source.with_entries(entry for entry in source.entries if entry.name not in inside)
        return [*_choose_mixed(rest, reader, readers), *folders]
    split = split_markdown(source, reader)
    if split is None or not split.rest.entries or reader.recognise(split.rest) < CERTAIN_ENOUGH:
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
        if not is_own_file(entry, reader) and not reader.recognise(source.only(entry))
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
    if not top or reader.recognise(source.with_entries(top)) < CERTAIN_ENOUGH:
        return []
    chosen: Chosen = []
    for name, entries in folders.items():
        if name and name.lower() not in _ATTACHED and not is_private(name):
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
    """
    folders = _folders_of(source) if source.kind != "file" else {}
    if len(folders) < _SEVERAL:
        return []
    shown = {name: entries for name, entries in folders.items() if not is_private(name)}
    chosen: dict[str, list[Entry]] = {}
    others: list[Entry] = []
    for name, entries in shown.items():
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
    reader, confidence = _best_reader(rest, readers)
    if reader and (confidence >= CERTAIN_ENOUGH or reader.name == FOLDER):
        return _choose_mixed(rest, reader, readers)
    return [*_choose_files(rest, readers), *_choose_texts(rest, readers)]


def _choose_texts(source: Source, readers: Mapping[str, Reader]) -> Chosen:
    """The reader of the Markdown files beside dumps."""
    split = split_markdown(source, None)
    return [(split.markdown, readers[FOLDER])] if split else []


def _reader_of_folder(part: Source, readers: Mapping[str, Reader]) -> Reader | None:
    """The reader of a folder that is surely a dump of its own."""
    reader, confidence = best_reader(part, readers.values())
    return reader if confidence >= CERTAIN_ENOUGH else None


def _choose_inside(
    source: Source, readers: Mapping[str, Reader]
) -> Iterator[tuple[Source, Reader]]:
    """The readers of the files in a folder or an archive that has no format of its own."""
    if len(source.entries) == 1:
        entry = source.entries[0]
        is_archive = bool(entry.head.contents or ARCHIVE.search(entry.name))
        is_opened = is_archive and not source.archive
        yield from _choose(source.open_archive(entry) if is_opened else source.only(entry), readers)
        return
    if folders := _choose_folders(source, readers, fewest=1):
        yield from folders
    elif chosen := list(_choose_files(source, readers)):
        yield from [*chosen, *_choose_texts(source, readers)]


def _choose_files(source: Source, readers: Mapping[str, Reader]) -> Iterator[tuple[Source, Reader]]:
    """The readers of the files that surely have a format; archives within are not opened.

    Neither are folders that are not for publishing.
    """
    for entry in source.entries:
        is_closed = is_set_aside(entry) and not is_message(entry)
        if is_closed or entry.head.contents:
            continue
        file = source.only(entry)
        reader, confidence = best_reader(file, readers.values())
        if reader and confidence >= CERTAIN_ENOUGH:
            yield file, reader


def _no_posts(known: Format, source: Source) -> DumpError:
    """An error about an export that is read, but is not whole."""
    return DumpError(
        f"the dump looks like {known.title.removesuffix(' (tar)')}, but no file in it holds posts",
        path=source.path,
        hint="if it is a part of an export, unpack all parts in one folder, and import that",
    )


def _no_reader(known: Format | None, source: Source) -> DumpError:
    is_general = known is None or known.name in _GENERAL
    if known is None and source.kind == "file":
        what = "no reader knows the format of the dump"
        return DumpError(what, path=source.path, hint=hint_for(None, source))
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
        hint=hint_for(known, source),
    )


def _titles_in(source: Source) -> list[str]:
    """What the files of a folder or an archive are, the most frequent first."""
    entries = source.entries[:_MOST_FILES] if source.kind != "file" else ()
    known = (detect_format(entry.head) for entry in entries)
    counts = Counter(each.title if each else "" for each in known)
    return [title for title, _ in counts.most_common() if title]
