"""The commands that curate: ``topics``, ``move``, ``merge``, ``undo`` and ``redo``."""

import json
from pathlib import Path

import click

from sitegen.cli.console import print_hanging, working
from sitegen.cli.digest_root import find_root
from sitegen.curation.acts import Act, MergeTopic, Move
from sitegen.curation.curator import NOTHING_TO_UNDO, Curator
from sitegen.curation.journal import Entry
from sitegen.curation.library import Library, label_of_page, read_library
from sitegen.errors import UsageError
from sitegen.models import Page

_LISTED = 5
"""How many candidates a message names."""


def list_topics(*, as_json: bool) -> None:
    """Prints the topics with their numbers of posts."""
    library = read_library(find_root())
    rows = [
        {"slug": slug, "title": topic.title, "posts": len(library.members(slug))}
        for slug, topic in library.topics.items()
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    if not rows:
        click.echo("There are no topics yet.")
    width = max((len(str(row["slug"])) for row in rows), default=0)
    for row in rows:
        print_hanging(f"{row['posts']:>6,}  {row['slug']:<{width}}  {row['title']}", width + 10)


def move_posts(posts: tuple[str, ...], topic: str) -> None:
    """Moves posts to a topic.

    Raises:
        UsageError: a single name was given, one that does not mean one post, or a post for a topic.
    """
    if not posts:
        raise UsageError(
            f"only “{topic}” was given: a post and its new topic are needed",
            hint="sitegen move POST... TOPIC",
        )
    root = find_root()
    library = read_library(root)
    _refuse_post_as_topic(library, topic)
    ids = tuple(find_only_page(library, post).id for post in posts)
    _do(root, Move(ids, topic))


def merge_topics(topic: str, into: str | None) -> None:
    """Merges a topic into another.

    Raises:
        UsageError: a single name was given, or one that is of no topic.
    """
    if into is None:
        raise UsageError(
            f"only “{topic}” was given: a topic and the one to merge it into are needed",
            hint="sitegen merge TOPIC INTO",
        )
    _do(find_root(), MergeTopic(topic, into))


def undo_act(number: int | None) -> None:
    """Takes back the latest act, or one by its number."""
    with working("Undoing"):
        entry = _curator(find_root()).undo(number)
    _report(entry)


def redo_act() -> None:
    """Carries out again what was undone last."""
    with working("Redoing"):
        entry = _curator(find_root()).redo()
    _report(entry)


def list_acts() -> None:
    """Prints the acts that can be undone, the latest first."""
    history = _curator(find_root()).history()
    if not history.undoable:
        click.echo(f"There is nothing to undo: {NOTHING_TO_UNDO}.")
    for entry in reversed(history.undoable):
        click.echo(f"{entry.number:>5}  {entry.time}  {entry.what.removeprefix('Redo: ')}")


def _do(root: Path, act: Act) -> None:
    with working("Changing pages"):
        entry = _curator(root).do(act)
    _report(entry)


def _curator(root: Path) -> Curator:
    return Curator(root, lambda: read_library(root))


def _report(entry: Entry) -> None:
    if not entry.changes:
        click.echo(f"{entry.what}: nothing to change")
        return
    files = len(entry.changes)
    back = "undo" if entry.undoes is None else "redo"
    click.echo(f"{entry.what} ({files:,} file{'' if files == 1 else 's'}; back: sitegen {back})")


def _refuse_post_as_topic(library: Library, name: str) -> None:
    """Refuses to make a topic of the name of a post, as the words are probably in the wrong order.

    Raises:
        UsageError: there is a post of this name, and no topic.
    """
    if library.find_topic(name):
        return
    titled = (p for p in library.find_pages(name) if p.title and _is_same(p.title, name))
    for page in (*library.pages_named(name), *titled):
        kind = "an essay" if page.kind == "essay" else "a post"
        raise UsageError(
            f"“{name}” is {kind}, not a topic: {page.path}",
            hint="the topic comes last: sitegen move POST... TOPIC",
        )


def _is_same(title: str, name: str) -> bool:
    return title.strip().casefold() == name.strip().casefold()


def find_only_page(library: Library, words: str) -> Page:
    """The page that a name on the command line means.

    Raises:
        UsageError: there is none, or there are several.
    """
    found = library.find_pages(words)
    if not found:
        raise UsageError(
            f"there is no post “{words}”", hint="give its file, its address, or words of its title"
        )
    if len(found) > 1:
        names = ", ".join(f"{page.path} (“{label_of_page(page)}”)" for page in found[:_LISTED])
        names += ", …" if len(found) > _LISTED else ""
        raise UsageError(f"“{words}” may be {len(found)} posts: {names}", hint="give the file")
    return found[0]
