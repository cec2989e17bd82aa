"""Reads posts of Threads, Instagram and Facebook."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import NamedTuple

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.account_folders import part_accounts
from sitegen.readers.findings import Finding, Lost, ReadOptions, Reason, Remark, Unread, Withheld
from sitegen.readers.formats.meta.files import (
    PERSON,
    Account,
    Service,
    exported_on,
    is_archived,
    is_in_html,
    list_keys,
    post_files,
    read_account,
    unread_folders,
)
from sitegen.readers.formats.meta.names import link_names
from sitegen.readers.formats.meta.records import File, Post, post_of
from sitegen.readers.identity import identify, identify_text
from sitegen.readers.reader import Reader
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import stream_items

_CONFIDENCE = 0.9
_IN_HTML = 0.85
"""More than that of an archive whose kind is known, so that the error names the remedy."""
_REPLIES = (
    "the export of Threads does not tell of all posts whether they are replies, as those of 2024 "
    "did not; request a new one, or look through the posts"
)
_AUDIENCE = (
    "an export of Facebook does not say who may see a post, so look through them before you publish"
)
_PRIVATE = (
    "The account on {} is private. Pages that an earlier import brought stay, also those of posts "
    "that are no longer in its export."
)
_PRIVACY = (
    "the export does not say whether the account on {} is private, so look through the posts "
    "before you publish"
)
_WITH_PRIVACY: tuple[Service, ...] = ("instagram", "threads")
"""The services whose accounts are private or public as a whole."""
_LABELS = "its label is in a language that is not known; request the export in English"
_FILMS = (".mp4", ".mov", ".webm", ".m4v", ".avi", ".mkv", ".3gp")
_NO_MEDIA = (".pdf", ".txt", ".srt", ".vtt", ".zip", ".doc", ".docx")


def recognise(source: Source, services: tuple[Service, ...]) -> float:
    """How likely it is that a source holds posts of the first of these services."""
    if post_files(source, services[0]):
        return _CONFIDENCE
    return _IN_HTML if is_in_html(source, services[0]) else 0.0


def read(
    source: Source, options: ReadOptions, services: tuple[Service, ...]
) -> Iterator[Document | Finding]:
    """Reads the posts of these services."""
    if not post_files(source, *services):
        yield from _refuse(source)
        return
    for part in part_accounts(source, PERSON, _name_in, _is_private, exported_on):
        yield from _read_account(part, options, services)


def _name_in(part: Source) -> str | None:
    account = read_account(part)
    return account.username or account.name


def _is_private(part: Source) -> bool:
    account = read_account(part)
    return any(account.is_private_on(service) for service in _WITH_PRIVACY)


def _read_account(
    source: Source, options: ReadOptions, services: tuple[Service, ...]
) -> Iterator[Document | Finding]:
    files = post_files(source, *services)
    account = read_account(source)
    reader = _PostReader(source, options, account)
    for entry, service in files:
        yield from reader.read(entry, service)
    yield from reader.report()
    if not source.file:
        yield from unread_folders(source, {entry.name for entry, _ in files})


def _refuse(source: Source) -> Iterator[Finding]:
    """Raises an error, unless the export is a file among others in a folder."""
    if source.file and source.file.base != source.file.dump.name:
        yield Unread(source.file.name)
        return
    raise DumpError(
        "the export holds no posts as JSON",
        path=source.path,
        hint="request the export again, in the format JSON",
    )


class _First(NamedTuple):
    """The first post of a moment."""

    content: tuple[str, ...]
    """Its text, link and files, which tell it apart from others of the moment."""
    entry: Entry

    def is_in_another_export(self, entry: Entry) -> bool:
        """Whether its file has the name of another one, in another folder."""
        return self.entry.base == entry.base and self.entry.name != entry.name


class _PostReader:
    """Makes documents of posts, and counts what is left out and lost."""

    def __init__(self, source: Source, options: ReadOptions, account: Account) -> None:
        self._source = source
        self._options = options
        self._account = account
        self._counts: Counter[Reason] = Counter()
        self._seen: set[str] = set()
        self._first: dict[str, _First] = {}
        self._services: dict[Service, None] = {}
        self._is_silent_on_replies = False
        self._without_alt = 0

    def read(self, entry: Entry, service: Service) -> Iterator[Document | Finding]:
        """The documents of a file."""
        self._services[service] = None
        for key in list_keys(entry, service) or (None,):
            for record in stream_items(entry, key) if key else stream_items(entry):
                if isinstance(record, Lost):
                    yield record
                elif post := post_of(record):
                    yield from self._read_post(post, entry, service)
                else:
                    self._counts["incomplete"] += 1

    def _read_post(
        self, post: Post, entry: Entry, service: Service
    ) -> Iterator[Document | Finding]:
        self._is_silent_on_replies |= service == "threads" and not post.tells_replies
        content = _content_of(post)
        first = self._first.setdefault(f"{service} {post.date}", _First(content, entry))
        if post.date and first.is_in_another_export(entry):
            self._counts["duplicate" if first.content == content else "superseded"] += 1
            return
        own = self._id_of(post, service, is_first=first.content == content)
        if reasons := tuple(self._reasons(post, entry, service)):
            withheld = Withheld(own, post.date, entry=entry.name)
            if not (yield from self._options.admits(*reasons, withheld=withheld)):
                return
        document = self._document(post, own, entry, service)
        if post.labels:
            date = f", {post.date:%Y-%m-%d %H:%M}" if post.date else ""
            yield Lost("the text of a post", f"{entry.name}{date}", _LABELS)
        for medium in document.media:
            if medium.entry is None:
                kind = "a film" if medium.name.lower().endswith(_FILMS) else "a picture"
                yield Lost(kind, f"{entry.name}: {medium.name}", "the dump does not hold its file")
        if not document.text and not document.link and not any(m.entry for m in document.media):
            self._counts["empty"] += 1
        elif document.id in self._seen:
            self._counts["duplicate"] += 1
        else:
            self._seen.add(document.id)
            self._without_alt += sum(not medium.alt for medium in document.media)
            yield document

    def _reasons(self, post: Post, entry: Entry, service: Service) -> Iterator[Reason]:
        if is_archived(entry):
            yield "hidden"
        if post.is_in_group:
            yield "not public"
        if post.is_reply:
            yield "reply"
        if self._account.is_private_on(service):
            yield "followers only"

    def _id_of(self, post: Post, service: Service, *, is_first: bool) -> str:
        """The id of a post; exports hold none, but its moment is the same in each of an account.

        Its text may change, and so may the names of its files: they only tell apart the others of
        the moment.
        """
        if post.date is None:
            return identify_text(service, "", *_content_of(post))
        account = self._account.username or self._account.name or ""
        others = () if is_first else _content_of(post)
        return identify(service, account, "\0".join((str(post.date.timestamp()), *others)))

    def _document(self, post: Post, own: str, entry: Entry, service: Service) -> Document:
        """The document of a post; exports do not hold its address."""
        address = post.link.address if post.link else ""
        text, is_markdown = link_names("" if post.text == address else post.text, service)
        return Document(
            id=own,
            kind="post",
            text=text,
            place=DumpPlace(self._source.name),
            is_markdown=is_markdown,
            has_own_id=post.date is not None,
            title=post.link.title or None if post.link else None,
            author=self._account.name,
            date=post.date,
            link=post.link,
            tags=post.tags,
            media=tuple(self._medium(file, entry) for file in post.files if _is_medium(file)),
        )

    def _medium(self, file: File, posts: Entry) -> Medium:
        """Paths are relative to the export, whose folder is one of those that hold the posts."""
        for folder in PurePosixPath(posts.name).parents:
            entry = self._source.by_name.get((folder / file.path.lstrip("/")).as_posix())
            if entry and entry.size:
                return Medium(file.path, file.caption, entry.name)
        other = self._in_other_parts(file.path)
        return Medium(file.path, file.caption, other.name if other else None)

    def _in_other_parts(self, path: str) -> Entry | None:
        """A file in the folder of another part of the export, which was unpacked beside it."""
        tail = "/" + path.lstrip("/")
        named = self._by_base.get(path.rpartition("/")[2], ())
        found = [entry for entry in named if entry.name.endswith(tail) and entry.size]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _by_base(self) -> Mapping[str, Sequence[Entry]]:
        files: dict[str, list[Entry]] = {}
        for entry in self._source.entries:
            files.setdefault(entry.base, []).append(entry)
        return files

    def report(self) -> Iterator[Finding]:
        """What was left out and lost in all posts, and what the format cannot tell."""
        for reason, count in sorted((+self._counts).items()):
            yield self._options.admit(reason, count=count)
        if self._without_alt:
            what = f"the alternative text of {self._without_alt:,} pictures or films"
            yield Lost(what, self._source.name, "the export does not hold it")
        if self._is_silent_on_replies:
            yield Remark(_REPLIES)
        if "facebook" in self._services:
            yield Remark(_AUDIENCE)
        for service in self._services:
            is_private = self._account.is_private_on(service)
            if service in _WITH_PRIVACY and is_private is None:
                yield Remark(_PRIVACY.format(service.title()))
            elif is_private:
                yield Remark(_PRIVATE.format(service.title()))


def _content_of(post: Post) -> tuple[str, ...]:
    address = post.link.address if post.link else ""
    return (post.text, address, *(file.path for file in post.files))


def _is_medium(file: File) -> bool:
    return not file.path.lower().endswith(_NO_MEDIA)


def _reader(title: str, *services: Service) -> Reader:
    recogniser: Callable[[Source], float] = partial(recognise, services=services)
    left_out: tuple[Reason, ...] = (
        "reply", "empty", "hidden", "followers only", "not public", "duplicate", "superseded"
    )  # fmt: skip
    return Reader(services[0], title, recogniser, partial(read, services=services), left_out)


READERS = (
    _reader("an Instagram export", "instagram", "threads", "facebook"),
    _reader("a Facebook export", "facebook", "threads"),
    _reader("a Threads export", "threads"),
)
"""The first that recognises an export reads all of its posts: it may be of several services."""
