"""The tags of essays and posts: one tag for all spellings that a reader takes for one."""

import functools
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from sitegen.content.slugs import distinct_slugs
from sitegen.models import Page, Tag

_HASHES = "#＃"


@functools.lru_cache(maxsize=16384)
def tag_name(text: str) -> str:
    """The tag as it is shown: without a leading ``#`` and spaces around it, in normal form C.

    Empty where nothing is left.
    """
    return " ".join(unicodedata.normalize("NFC", text).lstrip(_HASHES + " \t\n").split())


@functools.lru_cache(maxsize=16384)
def tag_key(name: str) -> str:
    """What all spellings of one tag share: Unicode's canonical caseless form, for tag names."""
    folded = unicodedata.normalize("NFD", name).casefold()
    return unicodedata.normalize("NFC", folded)


def distinct_tags(texts: Iterable[str]) -> tuple[str, ...]:
    """The names of the tags, each once, in the spelling that comes first."""
    names: dict[str, str] = {}
    for name in filter(None, map(tag_name, texts)):
        names.setdefault(tag_key(name), name)
    return tuple(names.values())


def file_by_tag(pages: Iterable[Page]) -> tuple[Tag, ...]:
    """The tags of ``pages``, which come the newest first, by name.

    A tag goes by the spelling that most pages use, or the first of those that as many use.
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
