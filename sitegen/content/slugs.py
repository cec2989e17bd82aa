"""Distinct slugs for names, independent of their order."""

import functools
import hashlib
from collections import Counter
from collections.abc import Iterable

from sitegen.text.labels import slugify


def distinct_slugs(names: Iterable[str], fallback: str) -> dict[str, str]:
    """A slug for each name. Names that would share a slug all get a hash of the name appended.

    So an address depends neither on the order of the names nor on how many share a slug.

    Args:
        names: the names, without duplicates.
        fallback: the slug before the hash if no character of a name can be used in an address.
    """
    slugs = {name: _plain_slug(name) for name in names}
    uses = Counter(slugs.values())
    return {
        name: slug if slug and uses[slug] == 1 else f"{slug or fallback}-{_short_hash(name)}"
        for name, slug in slugs.items()
    }


@functools.lru_cache(maxsize=4096)
def _plain_slug(name: str) -> str:
    return slugify(name, fallback="")


def _short_hash(name: str) -> str:
    return hashlib.blake2b(name.encode(), digest_size=4).hexdigest()
