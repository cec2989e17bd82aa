"""The changes of files that an act makes, and a few words that describe it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, assert_never

from sitegen.curation.acts import (
    Act,
    AddPicture,
    AlsoIn,
    CloseEdition,
    Delete,
    EditText,
    Join,
    MakeEssay,
    MakePost,
    MergeTopic,
    Move,
    NewPost,
    NewTopic,
    PageAct,
    RenameTopic,
    SetKeys,
    SetTopicKeys,
    Shift,
    ShiftTopic,
    Split,
    TopicAct,
)
from sitegen.curation.changes import FileChange, combine
from sitegen.curation.edition_closing import close_edition
from sitegen.curation.library import Library, label_of_page
from sitegen.curation.page_edits import add_picture, edit_text, join_pages, set_keys, split_page
from sitegen.curation.page_moves import (
    delete_pages,
    make_essay,
    make_post,
    move_posts,
    new_post,
    shift_post,
    show_also_in,
)
from sitegen.curation.topic_edits import (
    merge_topic,
    new_topic,
    rename_topic,
    set_topic_keys,
    shift_topic,
)

_Plan = tuple[str, Iterable[FileChange]]
"""What an act does, and the changes of files; see ``PlannedAct``."""


class PlannedAct(NamedTuple):
    """An act that was not yet carried out."""

    what: str
    """What it does, for the list of acts: ``Move “A lamp” to Trains``."""
    changes: tuple[FileChange, ...]


def plan_act(library: Library, act: Act) -> PlannedAct:
    """Plans an act; no file is changed.

    Raises:
        SitegenError: the act is not possible, or a page cannot be read.
    """
    if isinstance(act, TopicAct):
        what, changes = _plan_topic_act(library, act)
    else:
        what, changes = _plan_page_act(library, act)
    return PlannedAct(what, combine(changes))


def _plan_page_act(library: Library, act: PageAct) -> _Plan:  # noqa: C901, PLR0911 -- a line for each act
    match act:
        case Move(ids, topic):
            return f"Move {_named(library, ids)} to {_titled(library, topic)}", move_posts(
                library, act
            )
        case SetKeys(ids, values):
            return f"{_keys(values)} {_named(library, ids)}", set_keys(library, act)
        case AlsoIn(id_, topic):
            return _show_in(library, id_, topic), show_also_in(library, act)
        case AddPicture(name):
            return f"Add picture {name}", add_picture(library, act)
        case EditText(id_):
            return f"Edit {_named(library, [id_])}", edit_text(library, act)
        case Split(id_):
            return f"Split {_named(library, [id_])}", split_page(library, act)
        case Join(id_, into):
            names = _named(library, [id_]), _named(library, [into])
            return f"Join {names[0]} with {names[1]}", join_pages(library, act)
        case Delete(ids):
            changes = tuple(delete_pages(library, act))
            return f"Delete {_named(library, ids)}{_and_media(changes)}", changes
        case Shift(id_, by):
            return f"Move {_named(library, [id_])} {_way(by)}", shift_post(library, act)
        case NewPost(topic):
            return f"New post in {_titled(library, topic)}", new_post(library, act)
        case MakeEssay(id_):
            return f"Make {_named(library, [id_])} an essay", make_essay(library, act)
        case MakePost(id_):
            return f"Make {_named(library, [id_])} a post", make_post(library, act)
    assert_never(act)


def _and_media(changes: Iterable[FileChange]) -> str:
    """How many files an act changes in ``content/media/``, in words; empty for none."""
    count = sum(change.path.startswith("content/media/") for change in changes)
    return f", and {count} {'file' if count == 1 else 'files'} in content/media/" if count else ""


def _show_in(library: Library, id_: str, topic: str) -> str:
    """A verb and its objects for showing a page in another topic, or no longer."""
    found = library.find_topic(topic)
    is_shown = found and found.slug in library.page(id_).also
    start, way = ("Do not show", "in") if is_shown else ("Show", "also in")
    return f"{start} {_named(library, [id_])} {way} {_titled(library, topic)}"


def _plan_topic_act(library: Library, act: TopicAct) -> _Plan:
    match act:
        case NewTopic(title):
            return f"New topic {title}", new_topic(library, act)
        case SetTopicKeys(slug, values):
            return f"{_keys(values)} topic {library.topic(slug).title}", set_topic_keys(
                library, act
            )
        case RenameTopic(slug, title):
            return f"Rename {library.topic(slug).title} to {title}", rename_topic(library, act)
        case MergeTopic(slug, into):
            titles = library.topic(slug).title, library.topic(into).title
            return f"Merge {titles[0]} into {titles[1]}", merge_topic(library, act)
        case ShiftTopic(slug, by):
            return f"Move topic {library.topic(slug).title} {_way(by)}", shift_topic(library, act)
        case CloseEdition(_, title):
            return f"Close edition {title}", close_edition(library, act)
    assert_never(act)


def _titled(library: Library, topic: str) -> str:
    """The title of a topic; a new one is named by it."""
    found = library.find_topic(topic)
    return found.title if found else topic


def _way(by: int) -> str:
    return "earlier" if by < 0 else "later"


def _named(library: Library, ids: Iterable[str]) -> str:
    labels = [f"“{label_of_page(library.page(id_))}”" for id_ in ids]
    if not labels:
        return "nothing"
    return labels[0] if len(labels) == 1 else f"{labels[0]} and {len(labels) - 1} more"


_VERBS = {
    ("pinned", True): "Pin",
    ("pinned", False): "Unpin",
    ("hidden", True): "Hide",
    ("hidden", False): "Show",
    ("lead", True): "Lead with",
    ("lead", False): "Do not lead with",
    ("locked", True): "Lock",
    ("locked", False): "Unlock",
}


def _keys(values: Mapping[str, object]) -> str:
    """A verb for setting some keys: ``Pin``, or ``Change title of``."""
    items = list(values.items())
    if len(items) == 1 and isinstance(items[0][1], bool):
        return _VERBS.get((items[0][0], items[0][1]), f"Change {items[0][0]} of")
    return f"Change {', '.join(key for key, _ in items)} of"
