"""Reads a folder, or an archive of one, file by file."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace
from sitegen.readers.detection import confidence_of, detect_format
from sitegen.readers.detection.task_lists import is_task_list
from sitegen.readers.findings import (
    Finding,
    LeftOut,
    Lost,
    ReadOptions,
    Reason,
    Remark,
    Unread,
    Withheld,
)
from sitegen.readers.formats.folder.authors import names_of_authors
from sitegen.readers.formats.folder.ignored_files import ignored_files
from sitegen.readers.formats.folder.listing_pages import listing_pages
from sitegen.readers.formats.folder.pages import read_page
from sitegen.readers.formats.folder.places import (
    MARKED_UP,
    TextKind,
    home_of,
    is_part_of_page,
    is_project_file,
    kind_of_file,
    marked_names,
    reasons_of_place,
)
from sitegen.readers.formats.folder.sections import reasons_in_section, sections_of
from sitegen.readers.formats.folder.texts import (
    Folder,
    TextRead,
    nikola_fields,
    read_lektor,
    read_markdown,
    read_plain,
    read_restructured,
)
from sitegen.readers.formats.folder.website import Website, examine_website
from sitegen.readers.formats.markdown import holds_many, read_many
from sitegen.readers.markdown import kirby, silverbullet
from sitegen.readers.markdown.header import split_header, split_nikola
from sitegen.readers.markdown.pictures import MediaFiles
from sitegen.readers.restructured_text import INSTALLATION, is_installed
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams.decoding import read_text_of

_TIME = re.compile(r"\s*\[?\d{1,4}[./-]\d")
"""How a chat begins that was saved as Markdown, such as those of Signal."""
_HEADED = re.compile(r"\ufeff?# [^\n]{1,120}\r?\n[ \t]*\r?\n")
"""How a text file begins that is Markdown, such as those of Write.as."""
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
"""How a page begins that was saved as Markdown."""
_CERTAIN, _LIKELY, _POSSIBLE = 0.8, 0.7, 0.62
"""The confidence for TextBundles, for folders of Markdown, and of HTML or text.

Other exports are more certain.
"""
_DATA = (".json", ".csv", ".tsv", ".xml", ".mbox", ".eml", ".sqlite", ".db", ".js", ".vcf", ".ics")
_DATA_PER_TEXT = 3
"""With more files of data for each Markdown file, it is the export of some program."""
_UNREAD = (*_DATA, ".zip", ".tar", ".gz", ".docx", ".odt", ".pdf", ".epub")


def recognise(source: Source) -> float:
    """How likely it is that a source is a folder of texts, or one in reStructuredText."""
    if source.kind == "file":
        is_named_so = kind_of_file(source.entries[0].name) == "restructured"
        is_text = is_named_so and detect_format(source.head) is None
        return _CERTAIN if is_text else confidence_of("restructuredtext", source.head)
    if len(source.entries) < 2:
        return 0.0
    names = [e.name for e in source.entries if not _is_hidden(e.name)]
    if _are_bundles(names):
        return _CERTAIN
    kinds = Counter(kind_of_file(name) for name in names if not is_project_file(name))
    data = sum(name.lower().endswith(_DATA) for name in names)
    website = examine_website(source)
    marked = sum(kinds[kind] for kind in MARKED_UP)
    if marked and (website.sites or website.vaults or data <= _DATA_PER_TEXT * marked):
        return _LIKELY
    return _POSSIBLE if kinds["html"] + kinds["text"] > data else 0.0


def _are_bundles(names: Sequence[str]) -> bool:
    """Whether all texts are TextBundles, as in a TextPack or a backup of Bear."""
    texts = [name for name in names if kind_of_file(name)]
    return bool(texts) and all(".textbundle/" in name for name in texts)


def read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    """The documents of a folder, and what is left out."""
    folder = _folder_of(source)
    paths = {*source.by_name, *_folders_in(source)}
    kinds = {kind_of_file(entry.name) for entry in source.entries}
    yield from _remarks(folder, kinds)
    yield from _remarks_on_other_markup([entry.name for entry in source.entries])
    unlisted = tuple(kirby.unlisted_folders(_folders_in(source)))
    ignored = ignored_files(source) | _hidden_by_names(source, folder.website)
    earlier: set[tuple[str | None, str]] = set()
    for entry in source.entries:
        kind, is_in_site = kind_of_file(entry.name), folder.website.is_in_site(entry.name)
        if kind is None or (kind == "text" and is_in_site):
            if entry.name.lower().endswith(_UNREAD) and not (is_in_site or _is_hidden(entry.name)):
                yield Unread(entry.name)
            continue
        if kind == "html" and is_part_of_page(entry.name, source.by_name):
            continue
        reasons = (
            *reasons_of_place(entry.name, paths, is_website=is_in_site),
            *reasons_in_section(entry, folder.sections),
            *_reasons_of_space(entry.name, folder.website),
            *(("hidden",) if _is_unlisted(entry, kind, unlisted, ignored) else ()),
        )
        if reasons and isinstance(left_out := options.admit(*reasons), LeftOut):
            if not (
                kind == "html" and kinds & MARKED_UP
            ):  # templates and what is built are no items
                yield left_out
            continue
        for found in _read_entry(entry, kind, folder):
            yield from _select(found, reasons, options, earlier)


def _folder_of(source: Source) -> Folder:
    return Folder(
        source.name,
        _account_of(source),
        examine_website(source),
        MediaFiles(source),
        sections_of(source),
        names_of_authors(source),
        home_of([entry.name for entry in source.entries]),
        listing_pages([entry.name for entry in source.entries]),
    )


def _remarks(folder: Folder, kinds: Collection[TextKind | None]) -> Iterator[Remark]:
    """What the report says about all texts of these kinds."""
    if remark := folder.website.dates.remark:
        yield Remark(remark)
    if "restructured" in kinds and not is_installed():
        yield Remark(
            "Texts in reStructuredText need an extra: install it with "
            f"`{INSTALLATION}`, then import again."
        )


def _remarks_on_other_markup(names: Sequence[str]) -> Iterator[Remark]:
    """What the report says about texts in markup that no reader knows."""
    others = (name for name in names if kind_of_file(name) == "other" and not _is_hidden(name))
    endings = sorted({PurePosixPath(name).suffix.lower() for name in others})
    if endings:
        yield Remark(
            f"Texts with the ending {', '.join(endings)} were not read: convert them to Markdown,"
            " for example with pandoc, and import them again."
        )


def _is_unlisted(
    entry: Entry, kind: TextKind, unlisted: tuple[str, ...], ignored: Collection[str]
) -> bool:
    """Whether a website ignores a file, or it is a page of Kirby in a folder without a number."""
    if entry.name in ignored:
        return True
    is_in = kind == "text" and entry.name.startswith(unlisted)
    return is_in and kirby.with_header(entry.head.text) is not None


def _hidden_by_names(source: Source, website: Website) -> frozenset[str]:
    """The texts that a mark before their names hides, outside of vaults, where it sorts notes."""
    names = [entry.name for entry in source.entries if kind_of_file(entry.name)]
    return marked_names(name for name in names if not website.is_in_vault(name))


def _reasons_of_space(name: str, website: Website) -> Iterator[Reason]:
    path = website.path_in_space(name)
    if path is not None and (reason := silverbullet.reason_of_path(path)):
        yield reason


def _select(
    found: TextRead | Finding,
    reasons: Sequence[Reason],
    options: ReadOptions,
    earlier: set[tuple[str | None, str]],
) -> Iterator[Document | Finding]:
    """A document with its findings, if it is published and no repeat."""
    if not isinstance(found, TextRead):
        yield found
        return
    reasons = (*found.reasons, *reasons)
    if reasons:
        document = found.document
        item = Withheld(document.id, document.date, document.updated, source=document.source)
        withheld = None if reasons[0] == "empty" else item
        if not (yield from options.admits(*reasons, withheld=withheld)):
            return
    key = (found.document.title, found.document.text)
    if key in earlier:
        yield LeftOut("duplicate")
        return
    earlier.add(key)
    yield found.document
    yield from found.findings


def _read_entry(entry: Entry, kind: TextKind, folder: Folder) -> Iterator[TextRead | Finding]:
    if kind == "other":
        yield LeftOut("unsupported")
        return
    try:
        text, findings = read_text_of(entry)
        yield from findings
        yield from _read_text(text, entry, kind, folder)
    except DumpError as error:
        yield Lost("a text", entry.name, error.message)


def _read_text(
    text: str, entry: Entry, kind: TextKind, folder: Folder
) -> Iterator[TextRead | Finding]:
    text, kind = _form_of(text, kind)
    is_mail = kind != "html" and entry.head.mail is not None
    is_chat = kind == "markdown" and _TIME.match(text) and entry.head.chat is not None
    is_nikola = kind == "text" and (split_nikola(text) or nikola_fields(entry.name, folder))
    says_so = kind == "text" and confidence_of("restructuredtext", entry.head) > 0
    is_restructured = kind == "restructured" or says_so or is_nikola  # whose texts are, but .md
    if kind != "html" and not folder.website.is_in_site(entry.name) and is_task_list(entry.head):
        yield LeftOut("other kind")
    elif "\0" in text or is_mail or is_chat or (is_restructured and not is_installed()):
        yield LeftOut("unsupported")
    elif is_restructured:
        yield read_restructured(text, entry.name, folder)
    elif kind not in ("html", "lektor") and holds_many(text, is_named_so=kind == "markdown"):
        for found in read_many(text, entry.name):
            yield _with_place(found, folder) if isinstance(found, Document) else found
    elif kind in ("lektor", "markdown"):
        yield (read_lektor if kind == "lektor" else read_markdown)(text, entry.name, folder)
    elif (known := detect_format(entry.head)) is not None and known.name != "html":
        yield LeftOut("unsupported")
    elif kind == "html":
        yield read_page(text, entry, folder)
    elif known is None:
        yield read_plain(text, entry.name, folder)
    else:
        yield LeftOut("unsupported")


def _form_of(text: str, kind: TextKind) -> tuple[str, TextKind]:
    """A text and its kind, whatever its name says; one with a header or a heading is Markdown."""
    if kind == "markdown":
        return text, "html" if _PAGE.match(text) else kind
    if kind != "text":
        return text, kind
    if page := kirby.with_header(text):
        return page, "markdown"
    has_header = split_header(text).has_header and not split_nikola(text)
    return text, "markdown" if has_header or _HEADED.match(text) else kind


def _with_place(document: Document, folder: Folder) -> TextRead:
    return TextRead(replace(document, place=DumpPlace(folder.name)))


def _account_of(source: Source) -> str:
    """The name of the folder, whether it is packed or not."""
    tops = {entry.name.partition("/")[0] for entry in source.entries}
    if source.kind != "folder" and len(tops) == 1:
        return tops.pop()
    name = source.name
    for ending in (".zip", ".gz", ".tgz", ".tar"):
        name = name.removesuffix(ending)
    return name


def _folders_in(source: Source) -> set[str]:
    return {
        parent.as_posix()
        for entry in source.entries
        for parent in PurePosixPath(entry.name).parents
    }


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "node_modules" for part in name.split("/"))
