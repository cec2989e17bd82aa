"""Reads an X archive in two passes: the parts of a thread may be anywhere in its files."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sitegen.models import Document
from sitegen.readers.findings import (
    Finding,
    Included,
    LeftOut,
    Lost,
    ReadOptions,
    Reason,
    Remark,
    Withheld,
)
from sitegen.readers.formats.x.articles import read_articles
from sitegen.readers.formats.x.documents import DocumentMaker, losses_in
from sitegen.readers.formats.x.files import (
    Account,
    article_files,
    article_metadata_files,
    find_missing,
    is_protected,
    note_files,
    post_files,
    read_account,
    unread_files,
)
from sitegen.readers.formats.x.media import MediaFiles
from sitegen.readers.formats.x.notes import Notes, note_of
from sitegen.readers.formats.x.posts import Raw, date_of, id_of, post_of
from sitegen.readers.formats.x.records import read_records
from sitegen.readers.formats.x.selection import Selection, select
from sitegen.readers.formats.x.survey import Survey, survey
from sitegen.readers.sources import Entry, Source
from sitegen.readers.threads import is_empty, join_parts

_CIRCLES = (
    "some posts are of 2022 or 2023, when X had circles; later archives do not mark posts to a "
    "circle, so look through them"
)


def read(source: Source, options: ReadOptions) -> Iterator[Document | Finding]:
    """Reads the posts and articles of an archive, or the posts in a file of one."""
    files = post_files(source)
    account = read_account(source)
    note_records = list(_records(note_files(source)))
    parsed = [note_of(record) for record in note_records if not isinstance(record, Lost)]
    notes = Notes(filter(None, parsed))
    found = survey(files, account, notes)
    account = account if account.username else Account(found.own_name, found.shown_name)
    selection = select(found.posts)
    maker = DocumentMaker(source.name, account, notes, MediaFiles(source), selection)
    is_hidden = found.is_protected or is_protected(source)
    hidden: tuple[Reason, ...] = ("followers only",) if is_hidden else ()
    reader = _PostReader(maker, selection, options, hidden)
    yield from reader.read(_records(files))
    yield from _read_articles(source, maker, options, hidden)
    yield from (record for record in note_records if isinstance(record, Lost))
    yield from maker.losses()
    if broken := parsed.count(None) + notes.unused:
        yield LeftOut("incomplete", broken)
    yield from _report(source, files, found)


def _records(files: Iterable[Entry]) -> Iterator[object]:
    return chain.from_iterable(read_records(entry) for entry in files)


class _PostReader:
    """The second pass through the posts."""

    def __init__(
        self,
        maker: DocumentMaker,
        selection: Selection,
        options: ReadOptions,
        hidden: Sequence[Reason],
    ) -> None:
        self._maker = maker
        self._selection = selection
        self._options = options
        self._hidden = hidden
        self._seen: set[int] = set()
        self._counts: Counter[Reason] = Counter()
        self._parts: dict[int, dict[int, Document]] = {}
        """The posts of threads that are not complete yet, by the first post."""

    def read(self, records: Iterable[object]) -> Iterator[Document | Finding]:
        """Yields the documents, and in the end how many posts were left out."""
        for record in records:
            if (raw := post_of(record)) is not None:
                yield from self._read_post(raw)
            elif isinstance(record, Finding):
                yield record
            else:
                self._counts["incomplete"] += 1
        for reason, count in sorted((+self._counts).items()):
            yield self._options.admit(reason, count=count)

    def _read_post(self, raw: Raw) -> Iterator[Document | Finding]:
        post = id_of(raw) or 0
        if post in self._seen:
            self._counts["duplicate"] += 1
            return
        self._seen.add(post)
        reasons = (*self._selection.reasons.get(post, ()), *self._hidden)
        if not reasons:
            yield from self._add_part(post, self._maker.post(raw))
            return
        withheld = Withheld(self._maker.id_of(post), date_of(raw)) if self._hidden else None
        admitted = self._options.admit(*reasons, withheld=withheld)
        if withheld:
            yield admitted
        else:
            self._counts[admitted.reason] += 1
        if isinstance(admitted, Included):
            is_repost = "repost" in reasons
            yield from self._finish(
                [self._maker.repost(raw) if is_repost else self._maker.post(raw)]
            )

    def _add_part(self, post: int, document: Document) -> Iterator[Document | Finding]:
        thread = self._selection.threads[post]
        parts = self._parts.setdefault(thread[0], {})
        parts[post] = document
        if len(parts) == len(thread):
            del self._parts[thread[0]]
            yield from self._finish([parts[one] for one in thread])

    def _finish(self, parts: list[Document]) -> Iterator[Document | Finding]:
        for part in parts:
            yield from losses_in(part)
        shown = [part for part in parts if not is_empty(part)]
        self._counts["empty"] += len(parts) - len(shown)
        if shown:
            yield join_parts(shown)


def _read_articles(
    source: Source, maker: DocumentMaker, options: ReadOptions, hidden: Sequence[Reason]
) -> Iterator[Document | Finding]:
    texts = list(_records(article_files(source)))
    metadata = list(_records(article_metadata_files(source)))
    yield from (record for record in (*texts, *metadata) if isinstance(record, Lost))
    texts, metadata = ([r for r in found if not isinstance(r, Lost)] for found in (texts, metadata))
    for article, reason in read_articles(texts, metadata):
        reasons = (reason, *hidden) if reason else hidden
        if (yield from options.admits(*reasons)) and article:
            document = maker.article(article)
            if article.attached:
                what = f"pictures and so on between paragraphs: {article.attached:,}"
                yield Lost(what, document.source or article.title, "only the text is kept")
            yield document


def _report(source: Source, files: tuple[Entry, ...], found: Survey) -> Iterator[Finding]:
    if found.has_circles and not source.find(r"twitter-circle-tweet\.js"):
        yield Remark(_CIRCLES)
    if source.file:
        return
    yield from find_missing(source, found.counts)
    opened = (
        *files,
        *note_files(source),
        *article_files(source),
        *article_metadata_files(source),
        *source.find(r"account\.js", r"manifest\.js", r"protected-history\.js"),
    )
    yield from unread_files(source, {entry.name for entry in opened})
