"""The files of Meta's exports: which hold posts, and whose they are. Others are not opened."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from sitegen.errors import DumpError
from sitegen.readers.detection import confidence_of
from sitegen.readers.findings import Unread
from sitegen.readers.formats.meta.mojibake import mend
from sitegen.readers.restrictions import is_no, is_yes
from sitegen.readers.sources import Entry, Source
from sitegen.readers.streams import read_json

Service = Literal["threads", "instagram", "facebook"]

_NAMES: dict[Service, tuple[str, ...]] = {
    "threads": (r"threads_and_replies\.json",),
    "instagram": (
        r"(?:content|media)/(?:posts(?:_\d+)?|reels|igtv_videos|archived_posts)\.json",
        r"media\.json",
    ),
    "facebook": (r"posts/(?:your_posts\w*|profile_posts_\d+)\.json",),
}
_LISTS: dict[Service, tuple[str, ...]] = {
    "threads": ("text_post_app_text_posts",),
    "instagram": (
        "ig_reels_media",
        "ig_igtv_media",
        "ig_archived_post_media",
        "photos",
        "videos",
    ),
    "facebook": ("status_updates",),
}
"""The keys of the lists of posts, where a file is not a list itself."""
_LIST_KEYS: tuple[tuple[Service, frozenset[str], frozenset[str]], ...] = (
    ("threads", frozenset({"media"}), frozenset({"text_app_post"})),
    ("instagram", frozenset({"media"}), frozenset({"uri", "creation_timestamp"})),
    ("facebook", frozenset({"timestamp", "data"}), frozenset({"post"})),
    ("facebook", frozenset({"timestamp", "data", "attachments"}), frozenset({"update_timestamp"})),
)
"""The keys of the objects in a list of posts, and of those within them."""
_SOME_KEYS = frozenset({"media", "attachments", "data"})
_PERSON = r"personal_information(?:/personal_information)?\.json"
_PROFILES = ("profile_user", "text_post_app_text_post_app_profile")
"""The keys of the profiles on Instagram and on Threads."""
_LABELS: Mapping[str, frozenset[str]] = {
    "name": frozenset({"name", "nombre", "nom", "nome", "naam", "navn", "namn"}),
    "username": frozenset(
        {
            "username", "benutzername", "nombre de usuario", "nom d’utilisateur", "nome utente",
            "nome de usuário", "nome de utilizador", "gebruikersnaam", "brugernavn", "användarnamn",
        }
    ),
    "private": frozenset(
        {
            "private account", "privates konto", "cuenta privada", "compte privé",
            "account privato", "conta privada", "privéaccount", "privat konto",
        }
    ),
}  # fmt: skip
"""The labels in a profile, which are in the language of its account."""
_PROFILE = r"profile_information\.json"
_OLD_PROFILE = r"profile\.json"
PERSON = re.compile(
    r"(?P<root>(?:.*?/)??)(?:your_instagram_activity/)?"
    r"(?:personal_information/(?:.*/)?|(?:account_information|profile_information|threads)/)"
    r"(?:personal|profile)_information\.json"
)
"""The file on the person, in the folder of an export."""
_MOST_PAGES = 20
"""How many pages are examined, to tell whose export it is."""
_DAY = re.compile(r"(?<=-)20\d\d-[01]\d-[0-3]\d(?=-|/)")


_POSTS = re.compile(
    "|".join(rf"(?:.*/)?{n}" for names in _NAMES.values() for n in names), re.IGNORECASE
)


class Account(NamedTuple):
    """Whose export it is, as far as it says."""

    name: str | None = None
    """The name that is shown; several accounts may share it."""
    username: str | None = None
    is_private: bool | None = None
    is_private_on_threads: bool | None = None

    def is_private_on(self, service: Service) -> bool | None:
        """Whether its posts on a service are for followers; None if the export does not say."""
        if service == "threads":
            return self.is_private_on_threads
        return self.is_private if service == "instagram" else None


def holds_posts(name: str) -> bool:
    """Whether a file in an export holds posts, by its name."""
    return _POSTS.fullmatch(name) is not None


def service_of(entry: Entry) -> Service | None:
    """The service whose posts a file holds, by its keys; None if it holds none."""
    head = entry.head.json
    if head is None or head.code:
        return None
    for service, keys in _LISTS.items():
        if head.outer.intersection(keys) and _is_old_or_named(service, head.outer, head.inner):
            return service
    for service, outer, inner in _LIST_KEYS:
        if head.outer >= outer and head.inner >= inner:
            return service
    return None


def _is_old_or_named(service: Service, outer: frozenset[str], inner: frozenset[str]) -> bool:
    """Whether lists are of posts: those of ``media.json``, until 2019, have common names."""
    is_common = service == "instagram" and not any(key.startswith("ig_") for key in outer)
    return not is_common or {"path", "taken_at"} <= inner


def list_keys(entry: Entry, service: Service) -> tuple[str, ...]:
    """The keys of the lists of posts in a file; empty if the file is a list."""
    head = entry.head.json
    return tuple(key for key in _LISTS[service] if head and key in head.outer)


def is_archived(entry: Entry) -> bool:
    """Whether a file holds posts that the account has hidden."""
    head = entry.head.json
    return head is not None and "ig_archived_post_media" in head.outer


def post_files(source: Source, *services: Service) -> list[tuple[Entry, Service]]:
    """The files with posts of these services, of a folder or an archive, or the file itself."""
    if source.file:
        service = service_of(source.file)
        return [(source.file, service)] if service in services and service else []
    found = [
        (entry, service)
        for service in services
        for entry in source.find(*_NAMES[service])
        if _fits(entry, service)
    ]
    folders = {_folder_of(entry) for entry, _ in found if not _has_details(entry)}
    return [
        (entry, service)
        for entry, service in found
        if not (_has_details(entry) and _folder_of(entry) in folders)
    ]


def _has_details(entry: Entry) -> bool:
    """Whether a file holds facts on posts, with places; the posts may stand in a file beside it."""
    head = entry.head.json
    return head is not None and "label_values" in head.outer


def _folder_of(entry: Entry) -> str:
    return entry.name.rpartition("/")[0]


def _fits(entry: Entry, service: Service) -> bool:
    """Whether a file with the name of one with posts has them: its start may have no texts."""
    head = entry.head.json
    if head is None:
        return entry.base != "media.json"  # it is damaged
    known = service_of(entry)
    if known:
        return known == service or (known == "instagram" and service == "threads")
    return entry.base != "media.json" and bool(head.outer & _SOME_KEYS)


def is_in_html(source: Source, service: Service) -> bool:
    """Whether it is an export in HTML, a page of one, or a part without posts."""
    names = (name.replace(r"\.json", r"\.html") for name in _NAMES[service])
    if source.kind != "file" and source.find(*names):
        return True
    pages = source.entries if source.file else source.find(r"[^/]+\.html?")[:_MOST_PAGES]
    known = sum(confidence_of("meta-html", entry.head) > 0 for entry in pages)
    return 2 * known > len(pages)


def read_account(source: Source) -> Account:
    """The name, and whether it is private. Nothing else of the person's files is kept."""
    persons = [_load(entry) for entry in source.find(_PERSON)]
    if persons:
        own, on_threads = (_profiles_in(persons, key) for key in _PROFILES)
        profiles = [*own, *on_threads]
        username = _first_value(profiles, "username")
        return Account(
            name=_first_value(profiles, "name") or username,
            username=username,
            is_private=_is_private(own),
            is_private_on_threads=_is_private(on_threads),
        )
    if entry := source.first(_PROFILE):
        loaded = _load(entry)
        name = _nested(loaded, "profile_v2", "name") or _nested(loaded, "profile", "name")
        return Account(_text(name.get("full_name")))
    if (entry := source.first(_OLD_PROFILE)) and source.first(r"media\.json"):
        return _read_old_account(_nested(_load(entry)))
    return Account()


def _read_old_account(profile: dict[str, object]) -> Account:
    """The account in an export of Instagram of before 2020, whose profile has no labels."""
    username, private = _text(profile.get("username")), profile.get("private_account")
    return Account(
        name=_text(profile.get("name")) or username,
        username=username,
        is_private=private if isinstance(private, bool) else None,
    )


def exported_on(part: Source) -> str:
    """The day of an export, which the name of its folder tells; empty if it does not."""
    days = (_DAY.search(entry.name) for entry in part.entries)
    return max((day[0] for day in days if day), default="")


def _profiles_in(persons: list[object], key: str) -> list[dict[str, object]]:
    """What the files on a person say below the key of a profile."""
    found = (_nested(person, key, "string_map_data") for person in persons)
    return list(filter(None, found))


def _is_private(profiles: list[dict[str, object]]) -> bool | None:
    """Whether one of several exports says that an account is private."""
    said = [_value(profile, "private") for profile in profiles]
    return True if any(map(is_yes, said)) else False if any(map(is_no, said)) else None


def _first_value(profiles: list[dict[str, object]], name: str) -> str | None:
    return next(filter(None, (_value(profile, name) for profile in profiles)), None)


def _load(entry: Entry) -> object:
    try:
        return read_json(entry)
    except DumpError:
        return None


def _nested(value: object, *keys: str) -> dict[str, object]:
    for key in keys:
        if isinstance(value, list):
            value = next(iter(value), None)
        value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, list):
        value = next(iter(value), None)
    return value if isinstance(value, dict) else {}


def _value(facts: dict[str, object], name: str) -> str | None:
    """What a profile says under one of the labels of this name."""
    for label, fact in facts.items():
        if mend(label).replace("'", "’").casefold() in _LABELS[name] and isinstance(fact, dict):
            return _text(fact.get("value"))
    return None


def _text(value: object) -> str | None:
    return (mend(value).strip() or None) if isinstance(value, str) else None


def unread_folders(source: Source, read: set[str]) -> Iterator[Unread]:
    """The folders with files that are not opened; the files themselves may name people."""
    folders = dict.fromkeys(
        _category(entry.name)
        for entry in source.entries
        if entry.name not in read and entry.name.endswith((".json", ".html"))
    )
    yield from (Unread(folder) for folder in folders)


def _category(name: str) -> str:
    """The first folder that says what is in it, such as ``messages``."""
    parts = name.split("/")[:-1]
    wrapper = re.compile(r"(?:your_|this_profile|instagram-|facebook-|threads-)")
    depth = next((i for i, part in enumerate(parts) if not wrapper.match(part)), 0)
    return "/".join(parts[: depth + 1]) or "files beside the posts"
