"""Tells drafts, spam, deleted and private messages, by headers, flags of a Maildir, and folders."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.readers.findings import Reason
from sitegen.readers.folder_names import reason_of_folder
from sitegen.readers.restrictions import group_of, is_public, state_of, without_accents

_FOLDERS: Mapping[str, Reason] = {
    **dict.fromkeys(("outbox", "postausgang", "scheduled", "unsent messages"), "draft"),
    **dict.fromkeys(("templates", "vorlagen"), "draft"),
    **dict.fromkeys(("spam", "junk", "junk e-mail", "bulk mail", "unerwunscht", "bin"), "trash"),
    **dict.fromkeys(("deleted items", "deleted messages", "geloschte elemente"), "trash"),
}
"""Folders and labels that only mail programs have, without accents."""
_FLAGS = re.compile(r"[:;!]2,(?P<flags>[A-Za-z]*)$")
"""At the end of a file name in a Maildir, https://cr.yp.to/proto/maildir.html."""
_ENDING = re.compile(r"\.(?:mbox|mbx|mbs|sbd|mail)$", re.IGNORECASE)
_MOZILLA_DELETED = 0x0008
_MARKING = re.compile(r"x-[\w-]*(?:sensitivity|classification|confidentiality|privacy)|msip_labels")
"""The names of fields in which companies mark mail, in lower case."""
_NAME_OF_LABEL = re.compile(r"_Name=([^;]*)")
"""Names in ``msip_labels``, https://learn.microsoft.com/information-protection/develop/concept-mip-metadata."""


class States(NamedTuple):
    """Headers that say what became of a message; empty for those that it lacks."""

    labels: str
    spam: str
    draft: str
    mozilla: str
    flags: str
    sensitivity: str
    """Of https://www.rfc-editor.org/rfc/rfc4021#section-2.1.55; its values are in RFC 2156."""
    markings: tuple[str, ...]
    """The values of the fields in which :func:`is_marking` finds marks of companies."""


def reasons_of_file(name: str) -> Iterator[Reason]:
    """Each reason why all messages of a file are left out: flags in a Maildir, or its folder."""
    found = _FLAGS.search(name)
    flags = found["flags"] if found else ""
    if "T" in flags:
        yield "trash"
    if "D" in flags:
        yield "draft"
    parts = (part for folder in name.split("/") for part in _names_of(folder))
    yield from filter(None, map(_reason_of_folder, parts))


def reasons_of(states: States) -> Iterator[Reason]:
    """Each reason why a message is left out; none if no header speaks against it."""
    for label in states.labels.split(","):
        if reason := _reason_of_folder(label):
            yield reason
    if re.match(r"\s*yes\b", states.spam, re.IGNORECASE):
        yield "trash"
    if "D" in states.flags or _is_deleted(states.mozilla):
        yield "trash"
    if states.draft or "T" in states.flags:
        yield "draft"
    is_sensitive = bool(states.sensitivity.strip()) and not is_public(states.sensitivity)
    if is_sensitive or any(map(_is_private, states.markings)):
        yield "private"


def is_marking(name: str) -> bool:
    """Whether a field of a header may say that a message is private."""
    return _MARKING.fullmatch(name.lower()) is not None


def _is_private(marking: str) -> bool:
    """Whether a mark says so: “Confidential”, “Classification: internal”."""
    marks = " ".join(_NAME_OF_LABEL.findall(marking)) or marking
    words = re.findall(r"[^\W_]+", marks)
    return any("private" in (state_of(word), group_of(word)) for word in words)


def _names_of(folder: str) -> tuple[str, ...]:
    """The name of a folder, of which Maildir++ writes ``INBOX.Drafts`` or ``.Drafts``."""
    name = _ENDING.sub("", folder)
    return (name, name.rpartition(".")[2])


def _reason_of_folder(name: str) -> Reason | None:
    name = name.strip().strip('"')
    return _FOLDERS.get(without_accents(name.casefold())) or reason_of_folder(name)


def _is_deleted(status: str) -> bool:
    """Whether Thunderbird's status says that a message is deleted, but not removed yet."""
    try:
        return bool(int(status.strip() or "0", 16) & _MOZILLA_DELETED)
    except ValueError:
        return False
