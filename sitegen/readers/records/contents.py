"""What the fields of a record hold: its title, author, addresses, tags and pictures."""

import re
from collections.abc import Mapping

from sitegen.models import Medium
from sitegen.readers.bookmarks import clean_tags, folder_tags
from sitegen.readers.html import unescape_title
from sitegen.readers.records.roles import Role, Roles
from sitegen.readers.records.values import address_of, media_of, name_of, tags_of, text_of
from sitegen.readers.restrictions import plain_name

_RANDOM_ID = re.compile(r"[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""What some programs write for a tag or an author whose name is elsewhere."""
_IDS = re.compile(rf"(?:{_RANDOM_ID.pattern})(?:, (?:{_RANDOM_ID.pattern}))*")


def locations_in(record: Mapping[str, object], roles: Roles) -> tuple[str, ...]:
    """Its addresses within its website, and the name in its address."""
    addresses = (*roles.get("permalink", ()), *roles.get("address", ()))
    fields = (*addresses, *(f for f in roles.get("id", ()) if plain_name(f).endswith("slug")))
    if not fields:
        return ()
    written = (text_of(record[field]).strip() for field in dict.fromkeys(fields))
    return tuple(text for text in written if text and "://" not in text)


def title_in(record: Mapping[str, object], roles: Roles) -> str | None:
    """Its title; None if it has none."""
    written = string_in(record, roles, "title")
    return (unescape_title(written) or None) if written else None


def string_in(record: Mapping[str, object], roles: Roles, *wanted: Role) -> str:
    """The first text in its fields of some roles, without the spaces around it; maybe none."""
    for role in wanted:
        for field in roles.get(role, ()):
            if text := text_of(record[field]).strip():
                return text
    return ""


def address_in(record: Mapping[str, object], roles: Roles) -> str:
    """Its first address of the web, else what stands for one."""
    if roles.keys().isdisjoint(("permalink", "address")):
        return ""
    fields = (*roles.get("permalink", ()), *roles.get("address", ()))
    if len(fields) == 1 and isinstance(only := record[fields[0]], str) and only.startswith("http"):
        return only.strip()
    written = [text for field in fields if (text := address_of(record[field]).strip())]
    in_web = next((text for text in written if text.lower().startswith("http")), "")
    links = [field for field in fields if plain_name(field) not in ("source", "uri")]
    return in_web or next((t for f in links if (t := address_of(record[f]).strip())), "")


def author_in(record: Mapping[str, object], roles: Roles) -> str:
    """Its authors, by name."""
    for field in roles.get("author", ()):
        if (name := name_of(record[field])) and not _IDS.fullmatch(name):
            return name
    return ""


def tags_in(record: Mapping[str, object], roles: Roles) -> tuple[str, ...]:
    """Its tags, and the folders that it is in."""
    if "tags" not in roles and "folder" not in roles:
        return ()
    folders = [part for f in roles.get("folder", ()) for part in text_of(record[f]).split("/")]
    tags = (tag for field in roles.get("tags", ()) for tag in tags_of(record[field]))
    return clean_tags((*folder_tags(folders), *(t for t in tags if not _RANDOM_ID.fullmatch(t))))


def media_in(record: Mapping[str, object], roles: Roles) -> tuple[Medium, ...]:
    """Its pictures and so on; an alternative text in a field of its own is that of a single one."""
    media = tuple(m for field in roles.get("media", ()) for m in media_of(record[field]))
    alt = string_in(record, roles, "alt") if len(media) == 1 else ""
    return (media[0]._replace(alt=media[0].alt or alt),) if alt else media
