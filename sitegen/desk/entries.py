"""What the browser knows of the pages and topics of a digest, as JSON."""

import re
import secrets
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from sitegen.curation.changes import digest_of_content
from sitegen.curation.library import Library, label_of_page, without_marks
from sitegen.models import Page
from sitegen.text.rfc3339 import format_iso

_EXCERPT = 160
"""The number of characters of a text in a list."""
_SEARCHED = 1000
"""The number of characters of a text in which the desk looks for words."""

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def entry_of(page: Page) -> dict[str, Any]:
    """A post or an essay, as the bar and the desk show it."""
    return {
        "id": page.id,
        "kind": page.kind,
        "address": page.address,
        "file": f"content/{page.path}",
        "label": label_of_page(page),
        "title": page.title or "",
        "excerpt": " ".join(without_marks(page.body[: 2 * _EXCERPT]).split())[:_EXCERPT],
        "topic": page.topic,
        "also": list(page.also),
        "author": page.author or "",
        "date": format_iso(page.date) if page.date else "",
        "source": page.source or "",
        "tags": list(page.tags),
        "note": page.note,
        "description": page.description,
        "pinned": page.pinned,
        "hidden": page.hidden,
        "draft": page.draft,
        "lead": page.lead,
    }


def entries_at(library: Library, addresses: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The posts and essays at some addresses of the site, each with the post before it."""
    wanted = set(addresses)
    found = [
        page
        for page in library.pages.values()
        if page.kind in ("post", "essay") and page.address in wanted
    ]
    previous = _previous_posts(library, {page.topic for page in found if page.topic})
    return {page.address: {**entry_of(page), "previous": previous.get(page.id)} for page in found}


def _previous_posts(library: Library, topics: Iterable[str]) -> dict[str, dict[str, str]]:
    """The post before each post of some topics, with which it can be joined."""
    return {
        page.id: {"id": before.id, "label": label_of_page(before)}
        for slug in topics
        for before, page in pairwise(library.members(slug))
    }


def topics_of(library: Library) -> list[dict[str, Any]]:
    """The topics in their order."""
    pages = {page.slug: page for page in library.pages.values() if page.kind == "topic"}
    counts: dict[str, int] = {}
    for page in library.pages.values():
        if page.kind == "post" and page.topic:
            counts[page.topic] = counts.get(page.topic, 0) + 1
    return [
        {
            "slug": slug,
            "title": topic.title,
            "description": topic.description,
            "count": counts.get(slug, 0),
            "locked": slug in pages and pages[slug].locked,
        }
        for slug, topic in library.topics.items()
    ]


class DocumentLister:
    """Lists the documents of a digest again and again, and describes only those that changed."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Page, Mapping[str, Any], dict[str, Any]]] = {}
        self._listed: dict[str, dict[str, Any]] = {}
        self._version = secrets.token_hex(8)

    def list_documents(
        self, library: Library, doubts: Mapping[str, Mapping[str, Any]], known: object
    ) -> dict[str, Any]:
        """The ids of all posts and essays, those of each topic in its order, and what they are.

        Args:
            library: the pages.
            doubts: what ``DoubtReader`` found.
            known: the version of the list that the browser has, if any.

        Returns: ``ids``, ``version``, and in ``documents`` all of them; only those that differ from
        the version ``known`` if that is the latest before this one.
        """
        described = {
            page.id: self._document_of(page, doubts[page.id]) for page in _in_order(library)
        }
        listed = self._listed if known == self._version else {}
        changed = [one for id_, one in described.items() if one is not listed.get(id_)]
        if list(described) != list(self._listed) or any(
            one is not self._listed[id_] for id_, one in described.items()
        ):
            self._version = secrets.token_hex(8)
            self._listed = described
        for id_ in self._known.keys() - described.keys():
            del self._known[id_]
        return {"ids": list(described), "documents": changed, "version": self._version}

    def _document_of(self, page: Page, doubts: Mapping[str, Any]) -> dict[str, Any]:
        known = self._known.get(page.id)
        if known and (known[0] is page or known[0] == page) and known[1] == doubts:
            return known[2]
        described = _document_of(page, doubts)
        self._known[page.id] = page, doubts, described
        return described


def _in_order(library: Library) -> list[Page]:
    """All essays, then the posts by topic."""
    essays = [page for page in library.pages.values() if page.kind == "essay"]
    posts = [page for page in library.pages.values() if page.kind == "post"]
    places = {
        id_: place for topic in library.topics.values() for place, id_ in enumerate(topic.members)
    }
    order = {slug: number for number, slug in enumerate(library.topics)}
    posts.sort(
        key=lambda page: (order.get(page.topic or "", 0), places.get(page.id, 10**9), page.path)
    )
    return [*essays, *posts]


def _document_of(page: Page, doubts: Mapping[str, Any]) -> dict[str, Any]:
    """A post or an essay with the beginning of its text, in which the desk looks for words."""
    label = label_of_page(page)
    return {
        "id": page.id,
        "kind": page.kind,
        "address": page.address,
        "label": label,
        "text": " ".join(_ESCAPED.sub(r"\1", page.body[:_SEARCHED]).split()),
        "topic": page.topic,
        "author": page.author or "",
        "tags": list(page.tags),
        "pinned": page.pinned,
        "hidden": page.hidden,
        "draft": page.draft,
        "lead": page.lead,
        **doubts,
    }


def source_of(library: Library, page: Page) -> dict[str, Any]:
    """The text of a page as it is on disk, with the digest to send back when it is saved."""
    from sitegen.curation.page_edits import read_text  # noqa: PLC0415 -- acts need the readers

    text = read_text(library, page)
    path = text.file.relative_to(library.config.root).as_posix()
    return {
        **entry_of(page),
        "text": text.body,
        "seen": {path: digest_of_content(text.data)},
    }
