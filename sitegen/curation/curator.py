"""Carries out acts, undoes and redoes them, and completes acts that were interrupted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path, PurePosixPath

from sitegen.content.pages import read_page
from sitegen.curation.acts import Act, EditText, NewPost
from sitegen.curation.changes import (
    FileChange,
    StoredChange,
    apply_changes,
    combine,
    digest_of_file,
    read_file_state,
    remove_leftovers,
)
from sitegen.curation.journal import Entry, History, Journal
from sitegen.curation.library import Library
from sitegen.curation.planning import plan_act
from sitegen.engine.cache_key import CacheFolder
from sitegen.engine.lock import locked
from sitegen.errors import ContentError, OutputError, UsageError
from sitegen.filesystem.names import folded

NOTHING_TO_UNDO = (
    "imports, what sitegen move, merge and edition new do, and what you do in the preview and at "
    "the desk can be undone; not what you change in files yourself"
)
"""What undo covers, for messages."""


class ChangedMeanwhileError(ContentError):
    """A file is not as the editor saw it, or not as an act left it."""


class Curator:
    """The editor of one digest."""

    def __init__(self, root: Path, read_library: Callable[[], Library]) -> None:
        self._root = root
        self._read_library = read_library
        self._journal = Journal(root)
        self._cache_folder = CacheFolder(root)

    def do(self, act: Act, seen: Mapping[str, str] | None = None) -> Entry:
        """Carries out an act, completely or not at all.

        Args:
            act: the act.
            seen: the SHA-256 of files as the editor saw them, by path relative to the digest.

        Returns: its entry in the journal; one without changes if there was nothing to do, which is
        then not in the journal.

        Raises:
            ChangedMeanwhileError: a file is not as the editor saw it.
            SitegenError: the act is not possible, or a file cannot be read or written.
        """
        with locked(self._cache_folder):
            recover(self._root)
            self._refuse_changed(seen or {})
            planned = plan_act(self._read_library(), act)
            pictures = self._pictures_for(act)
            added = [self._with_contents(entry.changes[0]) for entry in pictures]
            changes = combine([*added, *planned.changes]) if planned.changes else ()
            self._journal.store(
                data for one in changes for data in (one.before, one.after) if data is not None
            )
            return self._commit(
                planned.what,
                [change.stored for change in changes],
                joins=tuple(entry.number for entry in pictures),
            )

    def record(self, what: str, changes: Iterable[StoredChange], replaced: Iterable[bytes]) -> None:
        """Adds an act to the journal that something else carries out, such as an import.

        Args:
            what: the act in a few words.
            changes: the files that it changes. What it writes is kept when it is undone.
            replaced: the contents that were in them before.

        Raises:
            SitegenError: the journal cannot be read or written.
        """
        with locked(self._cache_folder):
            recover(self._root)
            self._journal.store(replaced)
            self._journal.finish(self._next_entry(what, changes))

    def undo(self, number: int | None = None) -> Entry:
        """Takes back the latest act, or the one with that number.

        Raises:
            UsageError: there is no such act.
            ChangedMeanwhileError: a file that it changed has changed since, or another page has the
                id or the address of one that it removed.
        """
        with locked(self._cache_folder):
            recover(self._root)
            done = self._journal.history().undoable
            entry = self._choose(done, number)
            what = f"Undo: {_name_of(entry)}"
            changes = self._reversed(entry, what)
            if entry is not done[-1] or _only_removes(entry):
                self._refuse_taken(changes)
            files = (self._root / change.path for change in changes if change.before)
            self._journal.store(data for file in files if (data := read_file_state(file)[0]))
            return self._commit(what, changes, undoes=entry.number)

    def redo(self) -> Entry:
        """Carries out again what was undone last.

        Raises:
            UsageError: nothing was undone.
            ChangedMeanwhileError: a file that it changes has changed since.
        """
        with locked(self._cache_folder):
            recover(self._root)
            undone = self._journal.history().redoable
            if not undone:
                raise UsageError("there is nothing to redo")
            entry = undone[-1]
            what = f"Redo: {_name_of(entry)}"
            return self._commit(what, self._reversed(entry, what), redoes=entry.number)

    def history(self) -> History:
        """All acts so far.

        Raises:
            ContentError: the journal cannot be read.
        """
        return self._journal.history()

    def _choose(self, done: tuple[Entry, ...], number: int | None) -> Entry:
        if not done:
            raise UsageError("there is nothing to undo", hint=NOTHING_TO_UNDO)
        if number is None:
            return done[-1]
        found = next((entry for entry in done if entry.number == number), None)
        if found is None:
            raise UsageError(
                f"there is no act {number} to undo", hint="sitegen undo --list shows all of them"
            )
        return found

    def _reversed(self, entry: Entry, what: str) -> list[StoredChange]:
        """The changes that take back an act, without those of files that are as before it.

        Raises:
            ChangedMeanwhileError: a file is neither as the act left it nor as it was before.
            ContentError: the journal has lost a content that is needed.
        """
        changes = [change.reversed() for change in reversed(entry.changes)]
        now = {change.path: digest_of_file(self._root / change.path) for change in changes}
        changes = [change for change in changes if now[change.path] != change.after]
        for change in changes:
            if now[change.path] != change.before:
                raise ChangedMeanwhileError(
                    f"this file has changed since, so this was not done: {what}",
                    path=self._root / change.path,
                    hint=self._way_out(entry, change),
                )
            if change.after:
                self._journal.content(change.after)
        return changes

    def _way_out(self, entry: Entry, change: StoredChange) -> str:
        """What to do so that a change in an undo of an act becomes possible."""
        for act in reversed(self._journal.history().undoable):
            is_later = act.number > entry.number
            if is_later and any(one.path == change.path for one in act.changes):
                return f"first undo number {act.number}, “{_name_of(act)}”"
        return "undo what changed it first" + ("" if change.after else ", or delete it")

    def _with_contents(self, change: StoredChange) -> FileChange:
        before, after = (
            self._journal.content(digest) if digest else None
            for digest in (change.before, change.after)
        )
        return FileChange(change.path, before, after, change.mode)

    def _pictures_for(self, act: Act) -> list[Entry]:
        """The acts just before this one that added pictures which its text shows."""
        if not isinstance(act, EditText | NewPost):
            return []
        done = self._journal.history().undoable
        added = takewhile(_adds_picture, reversed(done))
        return [entry for entry in added if self._is_shown(entry.changes[0], act.text)]

    def _is_shown(self, picture: StoredChange, text: str) -> bool:
        is_named = picture.path.removeprefix("content") in text
        return is_named and digest_of_file(self._root / picture.path) == picture.after

    def _refuse_taken(self, changes: Iterable[StoredChange]) -> None:
        """Refuses to bring back a page whose id or address a newer page has."""
        library = self._read_library()
        changed = {change.path: change for change in changes}
        others = [page for page in library.pages.values() if f"content/{page.path}" not in changed]
        for name, change in changed.items():
            path = PurePosixPath(name)
            if change.after and not change.before and path.suffix == ".md":
                place = path.relative_to("content")
                page = read_page(library.content, place, self._journal.content(change.after)).page
                for other in others:
                    if other.id == page.id or folded(other.address) == folded(page.address):
                        raise ChangedMeanwhileError(
                            f"another page has the address /{page.address} now",
                            path=library.file(other),
                            hint="rename or remove that one first",
                        )

    def _refuse_changed(self, seen: Mapping[str, str]) -> None:
        for name, digest in seen.items():
            path = self._root / name
            if digest_of_file(path) != digest:
                raise ChangedMeanwhileError(
                    "this page has changed meanwhile",
                    path=path,
                    hint="look at it again; nothing was changed here",
                )

    def _commit(
        self,
        what: str,
        changes: Sequence[StoredChange],
        *,
        undoes: int | None = None,
        redoes: int | None = None,
        joins: tuple[int, ...] = (),
    ) -> Entry:
        """Carries out changes whose contents the journal has."""
        entry = replace(self._next_entry(what, changes), undoes=undoes, redoes=redoes, joins=joins)
        if changes or undoes or redoes:
            self._journal.begin(entry)
            try:
                _carry_out(self._root, self._journal, entry)
            except OutputError:  # the editor reads that it failed, so it must not be done later
                _take_back(self._root, self._journal, entry)
                raise
        return entry

    def _next_entry(self, what: str, changes: Iterable[StoredChange]) -> Entry:
        entries = self._journal.history().entries
        return Entry(
            number=entries[-1].number + 1 if entries else 1,
            time=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            what=what,
            changes=tuple(changes),
        )


def recover(root: Path) -> None:
    """Completes an act that was interrupted; takes it back if a file has changed since.

    Raises:
        SitegenError: the journal cannot be read, or a file cannot be written.
    """
    journal = Journal(root)
    entry = journal.pending()
    if entry is None:
        return
    for folder in {(root / change.path).resolve().parent for change in entry.changes}:
        remove_leftovers(folder)
    entries = journal.history().entries
    if entries and entries[-1].number >= entry.number:
        journal.forget_pending()
    else:
        _carry_out(root, journal, entry)


def complete_interrupted(root: Path) -> None:
    """Completes an act that was interrupted, before something else reads the pages.

    Raises:
        SitegenError: as for ``recover``.
    """
    if Journal(root).pending():
        with locked(CacheFolder(root)):
            recover(root)


def _carry_out(root: Path, journal: Journal, entry: Entry) -> None:
    """Makes the changes of a pending act, those not yet made, and adds it to the journal."""
    states = [digest_of_file(root / change.path) for change in entry.changes]
    strange = [
        change.path
        for change, state in zip(entry.changes, states, strict=True)
        if state not in (change.before, change.after)
    ]
    wanted = [change.reversed() if strange else change for change in entry.changes]
    apply_changes(
        root,
        [
            change
            for change, state in zip(wanted, states, strict=True)
            if state == change.before and state != change.after
        ],
        journal.content,
    )
    if strange:
        journal.forget_pending()
        raise ChangedMeanwhileError(
            f"this page has changed meanwhile, so this was not done: {entry.what}",
            path=root / strange[0],
            hint="look at it again, and repeat the act",
        )
    journal.finish(entry)


def _take_back(root: Path, journal: Journal, entry: Entry) -> None:
    """Takes back what was done of a pending act; what cannot be stays pending with it."""
    with suppress(OSError, OutputError):
        done = [one for one in entry.changes if digest_of_file(root / one.path) == one.after]
        apply_changes(root, [change.reversed() for change in done], journal.content)
        journal.forget_pending()


def _adds_picture(entry: Entry) -> bool:
    return (
        len(entry.changes) == 1
        and entry.changes[0].path.startswith("content/media/")
        and not entry.changes[0].before
    )


def _only_removes(entry: Entry) -> bool:
    """Whether it removed pages, which an import may have written elsewhere."""
    return not any(change.after for change in entry.changes)


def _name_of(entry: Entry) -> str:
    return entry.what.removeprefix("Undo: ").removeprefix("Redo: ")
