"""The first pass through the posts: what they answer, and whose they are."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sitegen.readers.findings import Finding
from sitegen.readers.formats.x.files import Account
from sitegen.readers.formats.x.notes import Notes
from sitegen.readers.formats.x.posts import Post, Raw, date_of, id_of, media_of, parse_post, post_of
from sitegen.readers.formats.x.records import read_records
from sitegen.readers.sources import Entry
from sitegen.readers.streams.json_values import object_at

_OWN_ADDRESS = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w+)/status/(\d+)/")
_CIRCLES = (datetime(2022, 5, 1, tzinfo=UTC), datetime(2023, 11, 1, tzinfo=UTC))
"""When posts could be addressed to a circle."""


@dataclass
class Survey:
    """What the first pass finds."""

    posts: dict[int, Post] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    """How many items each file has, by its base name."""
    has_circles: bool = False
    """Whether a post is of the time of circles."""
    is_protected: bool = False
    """Whether the account of the posts says that it is protected, as archives before 2018 do."""
    names: Counter[str] = field(default_factory=Counter)
    """The names of the account in its own posts."""
    shown_names: Counter[str] = field(default_factory=Counter)
    """Likewise, those that are shown, in archives before 2018."""
    answered: dict[int, str] = field(default_factory=dict)
    """The account that each reply answers."""

    @property
    def own_name(self) -> str | None:
        """The name of the account, as far as its posts tell it.

        An archive holds only own posts: who answers one of them answers oneself.
        """
        names = self.names + Counter(
            name
            for post, name in self.answered.items()
            if self.posts[post].parent in self.posts and not self.posts[post].is_repost
        )
        return _most_common(names)

    @property
    def shown_name(self) -> str | None:
        """The name of the account that is shown, likewise."""
        return _most_common(self.shown_names)


def _most_common(names: Counter[str]) -> str | None:
    return next((name for name, _ in names.most_common(1)), None)


def survey(files: Iterable[Entry], account: Account, notes: Notes) -> Survey:
    """Reads all posts once; the long posts learn which posts they belong to."""
    found = Survey()
    for entry in files:
        for record in read_records(entry):
            raw = post_of(record)
            found.counts[entry.base] += not isinstance(record, Finding)
            if raw is not None:
                _note(found, raw, account)
                notes.find(raw)
    return found


def _note(found: Survey, raw: Raw, account: Account) -> None:
    post = parse_post(raw, account.username)
    found.posts.setdefault(post.id, post)
    date = date_of(raw)
    found.has_circles |= date is not None and _CIRCLES[0] <= date < _CIRCLES[1]
    user = object_at(raw, "user")
    found.is_protected |= user.get("protected") is True
    if account.username is None and not post.is_repost:
        found.names.update(_names_in(raw))
        if isinstance(name := user.get("name"), str) and name:
            found.shown_names[name] += 1
        answered = raw.get("in_reply_to_screen_name")
        if post.parent and isinstance(answered, str):
            found.answered[post.id] = answered


def _names_in(raw: Raw) -> Iterable[str]:
    """The author's name, from the object of the author or from the addresses of own pictures."""
    if isinstance(name := object_at(raw, "user").get("screen_name"), str) and name:
        yield name
    for medium in media_of(raw):
        address = _OWN_ADDRESS.match(str(medium.get("expanded_url")))
        if address and int(address[2]) == id_of(raw):
            yield address[1]
