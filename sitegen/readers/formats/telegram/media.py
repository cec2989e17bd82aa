"""The picture, film or sound of a message, and its file."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Literal

from sitegen.models import Medium
from sitegen.readers.findings import Lost
from sitegen.readers.formats.telegram.texts import Message
from sitegen.readers.sources import Entry

MediaKind = Literal["picture", "film", "sound", "file", "sticker"]

_KINDS: dict[str, MediaKind] = {
    "animation": "film",
    "video_file": "film",
    "video_message": "film",
    "voice_message": "sound",
    "audio_file": "sound",
    "sticker": "sticker",
}
_BY_TYPE: dict[str, MediaKind] = {"image": "picture", "video": "film", "audio": "sound"}


def kind_of(message: Message) -> MediaKind | None:
    """What a message shows or has attached; None if nothing."""
    if isinstance(message.get("photo"), str):
        return "picture"
    if not isinstance(message.get("file"), str):
        return None
    known = _KINDS.get(str(message.get("media_type")))
    return known or _BY_TYPE.get(str(message.get("mime_type")).partition("/")[0], "file")


def medium_of(
    message: Message, export: Entry, files: Mapping[str, Entry]
) -> tuple[Medium | None, Lost | None]:
    """What a message of an export shows, and what of it is lost."""
    kind = kind_of(message)
    if kind is None or kind == "sticker":
        return None, None
    path = str(message.get("photo") or message.get("file"))
    where = f"{export.name}, message {message.get('id')}"
    if kind == "file":
        return None, Lost("a file", where, "only pictures, films and sounds are kept")
    if path.startswith("("):  # “(File not included. Change data exporting settings …)”
        return None, Lost(f"a {kind}", where, "the export does not hold its file")
    entry = files.get((PurePosixPath(export.name).parent / path.replace("\\", "/")).as_posix())
    if entry is None or not entry.size:
        return Medium(path), Lost(f"a {kind}", where, "the dump does not hold its file")
    return Medium(path, entry=entry.name), None
