"""Folders with the posts of the folder beside them once more, in other forms, and with comments.

Programs that back up a journal write its files as they are, and pages and texts made of them, which
do not say any more who may read a post: https://github.com/arty-name/livejournal-export
"""

from sitegen.readers.sources import Source

_FORMS = ("posts-xml", "posts-json", "posts-html", "posts-markdown")
"""The names of such folders; the first that is there has all that the others have."""
_WITH_ALL = frozenset({"posts-xml", "posts-json"})
"""Those that say who may read a post."""
_COMMENTS = frozenset({"comments-xml", "comments-json", "comments-html", "comments-markdown"})


def without_copies(source: Source) -> Source:
    """A dump without folders that repeat another one, and without the comments beside them."""
    places = {entry.name: _place_of(entry.name) for entry in source.entries}
    found: dict[str, set[str]] = {}
    for above, folder in filter(None, places.values()):
        found.setdefault(above, set()).add(folder)
    kept = {above: next((f for f in _FORMS if f in names), "") for above, names in found.items()}

    def is_shown(name: str) -> bool:
        place = places[name]
        if place is None or kept[place[0]] not in _WITH_ALL:
            return True
        return kept[place[0]] == place[1]

    shown = [entry for entry in source.entries if is_shown(entry.name)]
    return source if len(shown) == len(source.entries) else source.with_entries(shown)


def _place_of(name: str) -> tuple[str, str] | None:
    """The folder of a file that has such a name, and the path above it; None if it is in none."""
    *folders, _ = name.split("/")
    for depth, folder in enumerate(folders):
        if folder in _FORMS or folder in _COMMENTS:
            return "/".join(folders[:depth]), folder
    return None
