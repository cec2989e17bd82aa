"""The tags of essays and posts; spellings that differ in case or Unicode form are one tag."""

import functools
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from sitegen.content.slugs import distinct_slugs
from sitegen.models import Page, Tag

_HASHES = "#＃"


@functools.lru_cache(maxsize=16384)
def tag_name(text: str) -> str:
    """The tag as it is shown: without a leading ``#`` and surrounding spaces, in NFC."""
    return " ".join(unicodedata.normalize("NFC", text).lstrip(_HASHES + " \t\n").split())


@functools.lru_cache(maxsize=16384)
def tag_key(name: str) -> str:
    """The key that all spellings of a tag share: Unicode's canonical caseless form."""
    folded = unicodedata.normalize("NFD", name).casefold()
    return unicodedata.normalize("NFC", folded)


def distinct_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """The names of the tags without duplicates, each in its first spelling."""
    names: dict[str, str] = {}
    for name in filter(None, map(tag_name, texts)):
        names.setdefault(tag_key(name), name)
    return tuple(names.values())


def file_by_tag(pages: Iterable[Page]) -> tuple[Tag, ...]:
    """The tags of ``pages``, sorted by name. ``pages`` has the newest first.

    A tag has the spelling that most pages use; in a tie, the first of them.
    """
    members: dict[str, list[str]] = defaultdict(list)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for page in pages:
        for name in distinct_tags(page.tags):
            key = tag_key(name)
            members[key].append(page.id)
            spellings[key][name] += 1
    slugs = distinct_slugs(members, "tag")
    return tuple(
        Tag(_most_used(spellings[key]), slugs[key], tuple(members[key])) for key in sorted(members)
    )


def _most_used(spellings: Counter[str]) -> str:
    return max(spellings, key=spellings.__getitem__)
