"""Acts on topics: title, description, order, merging, locking."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from sitegen.content.front_matter import edit_header, format_page, parse_page, replace_body
from sitegen.curation.acts import MergeTopic, NewTopic, RenameTopic, SetTopicKeys, ShiftTopic
from sitegen.curation.changes import FileChange, make_change
from sitegen.curation.library import Library
from sitegen.curation.page_edits import aliases_for, move_page
from sitegen.errors import UsageError

EVERYTHING_ELSE = "everything-else"
_EDITABLE = frozenset({"title", "description", "locked"})


def new_topic(library: Library, act: NewTopic) -> Iterator[FileChange]:
    """The change of creating a topic."""
    title = act.title.strip()
    _check_title(library, title)
    yield new_topic_page(library, library.free_slug(title), title, act.description)


def new_topic_page(library: Library, slug: str, title: str, description: str = "") -> FileChange:
    """The change that creates the page of a topic, after the other topics."""
    orders = [_order(library, other) for other in library.topics if other != EVERYTHING_ELSE]
    header = {
        "title": title,
        "order": max((order for order in orders if order is not None), default=0) + 1,
        "description": description or None,
    }
    data = format_page(header, "").encode()
    return make_change(library.config.root, library.topic_file(slug), data)


def set_topic_keys(library: Library, act: SetTopicKeys) -> Iterator[FileChange]:
    """The change of keys of a topic's page."""
    unknown = act.values.keys() - _EDITABLE
    if unknown:
        raise UsageError(f"“{min(unknown)}” is not a key of a topic that can be set here")
    topic = library.topic(act.slug)
    if "title" in act.values:
        _check_title(library, str(act.values["title"] or "").strip(), topic.slug)
    values = {key: value if value not in ("", False) else None for key, value in act.values.items()}
    yield _with_keys(library, topic.slug, values)


def rename_topic(library: Library, act: RenameTopic) -> Iterator[FileChange]:
    """The changes of another title, and on request another address."""
    topic = library.topic(act.slug)
    title = act.title.strip()
    _check_title(library, title, topic.slug)
    slug = library.slug_of(title, "topic")
    if not act.new_address or slug == topic.slug:
        yield _with_keys(library, topic.slug, {"title": title})
        return
    slug = library.free_slug(title)
    data = _topic_data(library, topic.slug)
    file = library.topic_file(topic.slug)
    header = parse_page(data.decode("utf-8-sig"), file).header
    aliases = aliases_for(header, f"topics/{slug}/", f"topics/{topic.slug}/")
    new = edit_header(data, {"title": title, "aliases": aliases}, file)
    yield make_change(library.config.root, library.topic_file(slug), new)
    yield make_change(library.config.root, file, None)
    yield from _move_folder(library, topic.slug, slug)
    yield from _rename_guests(library, topic.slug, slug)


def merge_topic(library: Library, act: MergeTopic) -> Iterator[FileChange]:
    """The changes of moving all posts of a topic into another."""
    topic, into = library.topic(act.slug), library.topic(act.into)
    if topic.slug == into.slug:
        raise UsageError("a topic cannot be merged into itself")
    file, target = library.topic_file(topic.slug), library.topic_file(into.slug)
    data, target_data = _topic_data(library, topic.slug), _topic_data(library, into.slug)
    header = parse_page(target_data.decode("utf-8-sig"), target).header
    former = (*_aliases(data, file), f"topics/{topic.slug}/")
    aliases = aliases_for(header, f"topics/{into.slug}/", *former)
    introductions = [_body(target_data, target), _body(data, file)]
    new = replace_body(target_data, "\n\n".join(filter(None, introductions)), target)
    new = edit_header(new, {"aliases": aliases}, target)
    yield make_change(library.config.root, target, new)
    yield make_change(library.config.root, file, None)
    yield from _move_folder(library, topic.slug, into.slug)
    yield from _rename_guests(library, topic.slug, into.slug)


def shift_topic(library: Library, act: ShiftTopic) -> Iterator[FileChange]:
    """The changes of moving a topic earlier or later: ``order`` in this and other topics."""
    slugs = [slug for slug in library.topics if slug != EVERYTHING_ELSE]
    slug = library.topic(act.slug).slug
    if slug == EVERYTHING_ELSE:
        raise UsageError("“Everything else” is always the last topic")
    place = slugs.index(slug)
    slugs.insert(min(max(place + act.by, 0), len(slugs) - 1), slugs.pop(place))
    for number, other in enumerate(slugs, 1):
        if _order(library, other) != number:
            yield _with_keys(library, other, {"order": number})


def _check_title(library: Library, title: str, own: str | None = None) -> None:
    """Raises UsageError for no title, or that of a topic other than ``own``."""
    if not title:
        raise UsageError("a topic needs a title")
    same = library.find_topic(title)
    if same and same.slug != own:
        hint = "merge the two, or choose another title" if own else "choose another title"
        raise UsageError(f"there is a topic “{same.title}” already", hint=hint)


def _with_keys(library: Library, slug: str, values: Mapping[str, object]) -> FileChange:
    file = library.topic_file(slug)
    data = edit_header(_topic_data(library, slug), values, file)
    return make_change(library.config.root, file, data)


def _topic_data(library: Library, slug: str) -> bytes:
    """The bytes of a topic's page; those of a new one with its title if it has none."""
    file = library.topic_file(slug)
    if file.exists():
        return file.read_bytes()
    return format_page({"title": library.topics[slug].title}, "").encode()


def _order(library: Library, slug: str) -> int | None:
    page = library.pages.get(f"topics/{slug}/")
    if page is None:
        page = next(
            (p for p in library.pages.values() if p.kind == "topic" and p.slug == slug), None
        )
    return page.order if page else None


def _aliases(data: bytes, file: Path) -> list[str]:
    value = parse_page(data.decode("utf-8-sig"), file).header.get("aliases")
    return (
        [str(item) for item in value] if isinstance(value, list) else [str(value)] if value else []
    )


def _body(data: bytes, file: Path) -> str:
    return parse_page(data.decode("utf-8-sig"), file).body.strip()


def _move_folder(library: Library, slug: str, into: str) -> Iterator[FileChange]:
    """Moves the posts of a topic; their addresses stay."""
    for page in library.members(slug):
        yield from move_page(library, page, PurePosixPath("topics", into), into)


def _rename_guests(library: Library, slug: str, into: str) -> Iterator[FileChange]:
    """Changes ``also`` of the pages that the topic shows besides its own."""
    for page in library.pages.values():
        if slug in page.also and page.topic != slug:
            also = [into if one == slug else one for one in page.also if one != into]
            also = [one for one in dict.fromkeys(also) if one != page.topic]
            file = library.file(page)
            data = edit_header(file.read_bytes(), {"also": also or None}, file)
            yield make_change(library.config.root, file, data)
