"""Threads: follows replies to oneself up to the first post, and joins the parts.

A reply to oneself is part of a thread only if the thread begins with an own post that answers
nobody. Below somebody else's post, or below one that is missing, it is a reply.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, NamedTuple, TypeVar

from sitegen.markdown import escape_post
from sitegen.models import Document, ThreadPart

Id = TypeVar("Id", bound=Hashable)


class Threads(NamedTuple, Generic[Id]):
    """The posts of an account, grouped."""

    threads: tuple[tuple[Id, ...], ...]
    """The ids of each thread in order, the first post first; most have only one."""
    replies: frozenset[Id]
    """The ids of replies to others, and of all posts below them."""


def _itself(post: object) -> object:
    return post


def group_threads(
    parents: Mapping[Id, Id | None], order: Callable[[Id], Any] = _itself
) -> Threads[Id]:
    """Groups posts into threads.

    Args:
        parents: for each own post, the id of the post that it answers; None if it answers none.
            An id that is not a key is somebody else's post, or a missing one.
        order: the key by which the parts of a thread are ordered, and the threads by their first
            posts; by default, the ids themselves. Dates do not suffice: the posts of a thread
            often have the same second.
    """
    roots = _roots_of(parents)
    members: dict[Id, list[Id]] = {}
    for post in sorted(roots, key=order):
        members.setdefault(roots[post], []).append(post)
    threads = [(root, *(post for post in posts if post != root)) for root, posts in members.items()]
    threads.sort(key=lambda posts: order(posts[0]))
    return Threads(tuple(threads), frozenset(parents.keys() - roots.keys()))


def _roots_of(parents: Mapping[Id, Id | None]) -> dict[Id, Id]:
    """For each post of a thread, its first post; replies to others are left out."""
    roots: dict[Id, Id | None] = {}
    for post in parents:
        path: dict[Id, None] = {}
        root: Id | None = None
        current: Id | None = post
        while current is not None and current in parents and current not in path:
            if current in roots:
                root = roots[current]
                break
            path[current] = None
            root = current if parents[current] is None else None
            current = parents[current]
        roots.update(dict.fromkeys(path, root))
    return {post: root for post, root in roots.items() if root is not None}


def join_parts(parts: Sequence[Document]) -> Document:
    """The posts of a thread as one document, separated by blank lines."""
    first = parts[0]
    if len(parts) == 1:
        return first
    is_markdown = any(part.is_markdown for part in parts)
    texts = [_as_markdown(part) if is_markdown else part.text for part in parts]
    return replace(
        first,
        text="\n\n".join(text for text in texts if text),
        is_markdown=is_markdown,
        tags=_distinct(tag for part in parts for tag in part.tags),
        lang=_common(part.lang for part in parts),
        media=tuple(medium for part in parts for medium in part.media),
        thread=ThreadPart(first.id, 1, len(parts)),
        link=next((part.link for part in parts if part.link), None),
        warning=", ".join(_distinct(part.warning for part in parts if part.warning)) or None,
    )


def _as_markdown(part: Document) -> str:
    return part.text if part.is_markdown or not part.text.strip() else escape_post(part.text)


def _distinct(tags: Iterable[str]) -> tuple[str, ...]:
    spellings: dict[str, str] = {}
    for tag in tags:
        spellings.setdefault(tag.casefold(), tag)
    return tuple(spellings.values())


def _common(languages: Iterable[str | None]) -> str | None:
    """The language of all parts that have one; None if they differ."""
    known = {language for language in languages if language}
    return known.pop() if len(known) == 1 else None


def is_empty(document: Document) -> bool:
    """Whether there is nothing to show: no words, and no picture that the dump holds."""
    return not document.text.strip() and not any(medium.entry for medium in document.media)
