"""Answers the requests of the bar and the desk: plain values in, plain values out."""

import json
import threading
from collections.abc import Callable, Mapping
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple

from sitegen.configuration.file import load_config
from sitegen.curation.curator import ChangedMeanwhileError, Curator
from sitegen.curation.journal import Entry
from sitegen.curation.library import Library, LibraryReader
from sitegen.desk.access import scripts_in
from sitegen.desk.doubts import DoubtReader
from sitegen.desk.entries import DocumentLister, entries_at, source_of, topics_of
from sitegen.desk.external_editor import open_in_editor
from sitegen.desk.pictures import parse_picture
from sitegen.desk.rendered_texts import render_typed
from sitegen.desk.requests import parse_act, parse_seen
from sitegen.errors import SitegenError, UsageError
from sitegen.themes.loading import load_theme, read_templates

_LISTED_ACTS = 200
"""The most acts that the history names."""


class DeskReply(NamedTuple):
    """The answer to a request."""

    status: HTTPStatus
    value: dict[str, Any]

    @property
    def data(self) -> bytes:
        """The answer as JSON."""
        return json.dumps(self.value, ensure_ascii=False).encode()


class Desk:
    """The desk of the digest in a folder. Its methods may be called from several threads."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._reader = LibraryReader(root)
        self._doubts = DoubtReader()
        self._lister = DocumentLister()
        self._curator = Curator(root, self._reader.read)
        self._lock = threading.Lock()
        self._answers: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
            "entries": self._entries,
            "documents": self._documents,
            "source": self._source,
            "render": self._render,
            "picture": self._picture,
            "open": self._open,
            "history": self._history,
            "act": self._act,
            "undo": self._undo,
            "redo": self._redo,
        }

    def answer(self, name: str, body: bytes) -> DeskReply:
        """The answer to a request, such as ``act``, ``undo`` or ``documents``."""
        if name not in self._answers:
            return _failure(HTTPStatus.NOT_FOUND, UsageError(f"there is no request “{name}”"))
        try:
            value = json.loads(body or b"{}")
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict):
            return _failure(HTTPStatus.BAD_REQUEST, UsageError("the request is not a JSON object"))
        try:
            with self._lock:
                return DeskReply(HTTPStatus.OK, self._answers[name](value))
        except ChangedMeanwhileError as error:
            return _failure(HTTPStatus.CONFLICT, error, self._theirs(error))
        except SitegenError as error:
            return _failure(HTTPStatus.UNPROCESSABLE_ENTITY, error)

    def warm_up(self) -> None:
        """Reads all pages, so that the first request need not."""
        self.answer("documents", b"{}")

    def language(self) -> str:
        """The language of the digest; English if its configuration has mistakes."""
        try:
            return load_config(self._root).language
        except SitegenError:
            return "en"

    def theme_scripts(self) -> frozenset[str]:
        """The inline scripts in the templates of the theme in use; none if that has mistakes."""
        try:
            templates = read_templates(load_theme(load_config(self._root)))
        except SitegenError:
            return frozenset()
        texts = tuple(
            sorted({source.text for source in templates.values() if "<script" in source.text})
        )
        return _scripts_in(texts)

    def _library(self) -> Library:
        return self._reader.read()

    def _entries(self, value: Mapping[str, Any]) -> dict[str, Any]:
        library = self._library()
        addresses = value.get("addresses")
        if not isinstance(addresses, list):
            raise UsageError("“addresses” must be a list")
        found = entries_at(library, [item for item in addresses if isinstance(item, str)])
        return {"entries": found, "topics": topics_of(library), **self._steps()}

    def _documents(self, value: Mapping[str, Any]) -> dict[str, Any]:
        library = self._library()
        doubts = self._doubts.read(library)
        listed = self._lister.list_documents(library, doubts, value.get("known"))
        return {**listed, "topics": topics_of(library), **self._steps()}

    def _source(self, value: Mapping[str, Any]) -> dict[str, Any]:
        library = self._library()
        return source_of(library, library.page(str(value.get("id"))))

    def _render(self, value: Mapping[str, Any]) -> dict[str, Any]:
        return render_typed(self._library(), value)

    def _picture(self, value: Mapping[str, Any]) -> dict[str, Any]:
        act = parse_picture(value)
        return {**self._done(self._curator.do(act)), "address": f"/media/{act.name}"}

    def _open(self, value: Mapping[str, Any]) -> dict[str, Any]:
        library = self._library()
        page = library.page(str(value.get("id")))
        return {"opened": open_in_editor(library.file(page)), "file": f"content/{page.path}"}

    def _history(self, _: Mapping[str, Any]) -> dict[str, Any]:
        undoable = self._curator.history().undoable
        latest = [_described(entry) for entry in reversed(undoable[-_LISTED_ACTS:])]
        return {"acts": latest, **self._steps()}

    def _act(self, value: Mapping[str, Any]) -> dict[str, Any]:
        return self._done(self._curator.do(parse_act(value), parse_seen(value)))

    def _undo(self, value: Mapping[str, Any]) -> dict[str, Any]:
        number = value.get("number")
        if number is not None and (not isinstance(number, int) or isinstance(number, bool)):
            raise UsageError("“number” must be the number of an act")
        return self._done(self._curator.undo(number))

    def _redo(self, _: Mapping[str, Any]) -> dict[str, Any]:
        return self._done(self._curator.redo())

    def _done(self, entry: Entry) -> dict[str, Any]:
        files = [change.path for change in entry.changes]
        return {**_described(entry), "files": files, **self._steps()}

    def _steps(self) -> dict[str, Any]:
        """What undo and redo would do next."""
        history = self._curator.history()
        undo, redo = history.undoable[-1:], history.redoable[-1:]
        return {
            "undo": undo[0].what.removeprefix("Redo: ") if undo else None,
            "redo": redo[0].what.removeprefix("Undo: ") if redo else None,
        }

    def _theirs(self, error: ChangedMeanwhileError) -> str | None:
        """The text of the file as it is now, to show it beside the editor's."""
        try:
            return error.path.read_text(encoding="utf-8-sig") if error.path else None
        except (OSError, UnicodeDecodeError):
            return None


@lru_cache(maxsize=8)
def _scripts_in(templates: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(scripts_in, templates))


def _described(entry: Entry) -> dict[str, Any]:
    return {"number": entry.number, "time": entry.time, "what": entry.what}


def _failure(status: HTTPStatus, error: SitegenError, theirs: str | None = None) -> DeskReply:
    value = {"message": error.message, "place": error.place, "hint": error.hint}
    return DeskReply(status, value if theirs is None else {**value, "theirs": theirs})
