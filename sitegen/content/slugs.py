"""Slugs for names that may be alike: each name gets its own, whatever the others are."""

import functools
import hashlib
from collections import Counter
from collections.abc import Iterable

from sitegen.text.labels import slugify


def distinct_slugs(names: Iterable[str], fallback: str) -> dict[str, str]:
    """A slug for each name. Names that would share one all bear a mark made from the name.

    So no address depends on the order of the names, nor on how many share a slug.

    Args:
        names: the names, each once.
        fallback: what stands before the mark where nothing of a name can be part of an address.
    """
    slugs = {name: _plain_slug(name) for name in names}
    uses = Counter(slugs.values())
    return {
        name: slug if slug and uses[slug] == 1 else f"{slug or fallback}-{_mark(name)}"
        for name, slug in slugs.items()
    }


@functools.lru_cache(maxsize=4096)
def _plain_slug(name: str) -> str:
    return slugify(name, fallback="")


def _mark(name: str) -> str:
    return hashlib.blake2b(name.encode(), digest_size=4).hexdigest()
