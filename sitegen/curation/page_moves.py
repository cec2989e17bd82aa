"""Acts that move, create and remove pages, and that order the posts of a topic."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sitegen.content.front_matter import edit_header, format_page
from sitegen.content.pages import place_of
from sitegen.curation.acts import AlsoIn, Delete, MakeEssay, MakePost, Move, NewPost, Shift
from sitegen.curation.changes import FileChange, make_change
from sitegen.curation.library import Library, label_of_page
from sitegen.curation.page_edits import (
    aliases_for,
    let_follow,
    move_page,
    new_id,
    read_text,
    refuse_wrong_values,
    replace_file,
)
from sitegen.curation.page_media import media_of_pages_alone
from sitegen.curation.topic_edits import new_topic_page
from sitegen.errors import UsageError
from sitegen.models import Page
from sitegen.text.labels import label_of


def move_posts(library: Library, act: Move) -> Iterator[FileChange]:
    """The changes of moving posts to a topic."""
    slug, created = _topic_for(library, act.topic)
    yield from created
    for id_ in act.ids:
        page = library.page(id_)
        if page.kind != "post":
            raise UsageError(
                f"“{label_of_page(page)}” is not a post",
                path=library.file(page),
                hint="make it a post first",
            )
        if page.topic != slug:
            yield from move_page(library, page, PurePosixPath("topics", slug), slug)


def show_also_in(library: Library, act: AlsoIn) -> Iterator[FileChange]:
    """The changes of adding a topic to the key ``also`` of a page, or of removing it there."""
    page = library.page(act.id)
    slug, created = _topic_for(library, act.topic)
    if slug == page.topic:
        raise UsageError(f"“{label_of_page(page)}” is in this topic already")
    yield from created
    others = [one for one in page.also if one != slug]
    also = others if slug in page.also else [*others, slug]
    text = read_text(library, page)
    data = edit_header(text.data, {"also": also or None}, text.file)
    yield make_change(library.config.root, text.file, data)


def delete_pages(library: Library, act: Delete) -> Iterator[FileChange]:
    """The changes of removing pages, and the media that nothing else shows."""
    deleted = {id_: library.page(id_) for id_ in act.ids}
    leaders = {id_: _remaining_leader(page, deleted) for id_, page in deleted.items()}
    yield from let_follow(library, leaders, deleted)
    files = [read_text(library, page).file for page in deleted.values()]
    for file in [*files, *media_of_pages_alone(library.config, files)]:
        yield make_change(library.config.root, file, None)


def _remaining_leader(page: Page, deleted: Mapping[str, Page]) -> str | None:
    """The id of the post that the followers of a page follow after some pages are deleted."""
    seen = {page.id}
    while page.follows and page.follows in deleted and page.follows not in seen:
        page = deleted[page.follows]
        seen.add(page.id)
    return page.follows if page.follows not in deleted else None


def shift_post(library: Library, act: Shift) -> Iterator[FileChange]:
    """The changes of moving a post earlier or later: ``order`` in this and neighbouring posts."""
    page = library.page(act.id)
    if page.topic is None:
        raise UsageError(f"“{label_of_page(page)}” is in no topic")
    members = [post for post in library.members(page.topic) if post.pinned == page.pinned]
    place = members.index(page)
    target = min(max(place + act.by, 0), len(members) - 1)
    members.insert(target, members.pop(place))
    last = max(target, place, *(n for n, post in enumerate(members) if post.order is not None), 0)
    for number, post in enumerate(members[: last + 1], 1):
        if post.order != number:
            text = read_text(library, post)
            data = edit_header(text.data, {"order": number}, text.file)
            yield make_change(library.config.root, text.file, data)


def new_post(library: Library, act: NewPost) -> Iterator[FileChange]:
    """The changes of writing a new post."""
    if not act.text.strip() and not act.title.strip():
        raise UsageError("a new post needs a text")
    slug, created = _topic_for(library, act.topic)
    yield from created
    name = library.slug_of(act.title or label_of(act.text), "post")
    path = library.free_path(PurePosixPath("topics", slug), name)
    header = {"id": new_id(), "title": act.title or None, **act.values}
    data = format_page(header, act.text).encode()
    refuse_wrong_values(library, library.content / path, data)
    yield make_change(library.config.root, library.content / path, data)


def make_essay(library: Library, act: MakeEssay) -> Iterator[FileChange]:
    """The changes of making a post an essay."""
    page = library.page(act.id)
    if page.kind != "post" or page.topic is None:
        raise UsageError(f"“{label_of_page(page)}” is not a post")
    text = read_text(library, page)
    title = act.title or page.title or label_of(text.body, 90)
    also = [page.topic, *(slug for slug in page.also if slug != page.topic)]
    path = library.free_path(PurePosixPath("essays"), page.slug)
    aliases = aliases_for(text.header, place_of(path).address, page.address)
    data = edit_header(text.data, {"title": title, "also": also, "aliases": aliases}, text.file)
    yield from replace_file(library, text.file, library.content / path, data)


def make_post(library: Library, act: MakePost) -> Iterator[FileChange]:
    """The changes of making an essay a post."""
    page = library.page(act.id)
    if page.kind != "essay":
        raise UsageError(f"“{label_of_page(page)}” is not an essay")
    topic = act.topic or next((slug for slug in page.also if slug in library.topics), "")
    if not topic:
        raise UsageError("this essay belongs to no topic", hint="name the topic of the post")
    slug, created = _topic_for(library, topic)
    yield from created
    text = read_text(library, page)
    also = [one for one in page.also if one != slug]
    path = library.free_path(PurePosixPath("topics", slug), page.slug)
    aliases = aliases_for(text.header, place_of(path).address, page.address)
    data = edit_header(text.data, {"also": also or None, "aliases": aliases}, text.file)
    yield from replace_file(library, text.file, library.content / path, data)


def _topic_for(library: Library, name: str) -> tuple[str, tuple[FileChange, ...]]:
    """The slug of a topic, and the change that creates it if there is none."""
    found = library.find_topic(name)
    if found:
        return found.slug, ()
    if not name.strip():
        raise UsageError("a topic needs a title")
    slug = library.free_slug(name)
    return slug, (new_topic_page(library, slug, name.strip()),)
