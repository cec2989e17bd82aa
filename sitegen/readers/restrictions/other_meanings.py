"""Where fields with names as of visibility and access are about something else than readers."""

import re
from collections.abc import Mapping

from sitegen.readers.restrictions.names import plain_name

_LINK = frozenset({"url", "link", "href", "bookmark"})
_BUTTONS = frozenset(
    {"layout", "comments", "related", "authorprofile", "readtime", "toc", "profile", "footer"}
    | {"commentable", "readingtime", "editable", "sidebar"}
)
"""Keys of themes of Jekyll, beside which a text may have buttons for sharing."""
OTHER_MEANINGS: Mapping[str, frozenset[str]] = {
    # Forums lock a post against new answers.
    "locked": frozenset({"subreddit", "selftext", "communityid", "numcomments", "over18"}),
    "share": _BUTTONS,
    "sharing": _BUTTONS,
    # Joomla numbers its groups: 1 is the public.
    "access": frozenset({"catid", "introtext", "assetid"}),
    # What is read later is put away.
    "archived": _LINK,
    "archivedat": _LINK,
    # A journey leads to a place.
    "to": frozenset(
        {"distance", "km", "miles", "route", "departure", "arrival", "gpx", "duration"}
    ),
}
"""Fields beside which a name means something else."""
_PARTS = re.compile(
    r"repl(?:y|ies)|comment|respon[ds]|react|quot|remix|duet|stitch|downl|edit|contrib|invit|vote"
    r"|media|photo|picture|image|video|audio|file|attach|location|place|venue|geo|poll|event|parent"
    r"|original|song|track|card|preview|embed|thread|app|stat|count|metric|like"
)
"""Parts of the names of fields about something else than the text, or about who may answer it."""
_THINGS = re.compile(
    r"(?:school|college|university|road|street|trail|beach|lake|garden|park|land|estate"
    r"|house|building|hospital|clinic|doctor|practice|sector|company|business|firm|ownership"
    r"|transport|transit|bus|parking|pool|hotel|bathroom|insurance|railway|museum)s?"
    r"(?:type|kind|class|status|access)?"
)
"""Names of fields on things that may be private or public while everybody reads of them."""
_SIGHT = re.compile(
    r"(?:very )?(?:good|moderate|poor|excellent|fair)"
    r"|[<>~]?\s*\d+(?:[.,]\d+)?\s*(?:k?m|mi|miles?|nm|ft|feet|yards?|(?:kilo)?met(?:er|re)s?)",
    re.IGNORECASE,
)
"""How far one sees, in weather and in water."""
_WAYS = re.compile(
    r"\b(?:wheelchairs?|steps?(?:[- ]?free)?|stairs?|ramps?|lifts?|elevators?"
    r"|free (?:entry|entrance|admission)|(?:by|on) (?:bus|train|tram|ferry|boat|car|foot))\b",
    re.IGNORECASE,
)
"""Words on how to reach a place."""
_LICENCE = re.compile(r"cc\W?(?:0|by)\b|creative commons|public domain", re.IGNORECASE)
_SENTENCE = 3
"""How many spaces the words of an author have at least, as on how to reach a place."""
_ACCESS = re.compile(r"access|permission|sharing")


def is_thing(name: str) -> bool:
    """Whether a field is about a thing that may be private while everybody reads of it."""
    return _THINGS.fullmatch(plain_name(name)) is not None


def is_about_else(name: str) -> bool:
    """Whether a field is about something else than the text, or about who may answer it."""
    return is_thing(name) or _PARTS.search(name.casefold()) is not None


def has_other_meaning(name: str, value: str) -> bool:
    """Whether a value tells how to reach a place, how to use a text, or how far one sees."""
    if _ACCESS.match(name):
        is_sentence = value.count(" ") >= _SENTENCE
        return is_sentence or bool(_WAYS.search(value) or _LICENCE.match(value))
    return name == "visibility" and _SIGHT.fullmatch(value.strip()) is not None
