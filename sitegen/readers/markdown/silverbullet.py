"""Reads the notes of SilverBullet: a space of pages, and what it computes in them.

``${…}`` and fenced blocks such as ``query`` and ``space-lua`` show a result, or set up the space.

https://silverbullet.md/Space, https://silverbullet.md/Space%20Lua
"""

import re
from collections.abc import Iterable, Iterator

from sitegen.readers.findings import Reason
from sitegen.readers.sources import Source

_SETTINGS = r"(?:SETTINGS|CONFIG|PLUGS|SECRETS)\.md"
_OF_SETTINGS = re.compile(
    r"^```+[ \t]*space-[a-z]+|^[ \t]*(?:indexPage|customStyles|plugOverrides|shortcuts|libraries):"
    r"|^[ \t]*-[ \t]*[\"']?(?:github|builtin|ghr):",
    re.MULTILINE,
)
_PLUG = r"(?:_plug/[^/]+|.*\.plug\.js)"
_OF_SPACE = re.compile(rf"(?:_plug|Library)/.*|(?:.*\.plug\.js|{_SETTINGS})", re.DOTALL)
_RESULT = re.compile(
    r"^```+[ \t]*(?:query|template|toc|include|embed|space-[a-z]+)\b(?:(?!^```)[\s\S])*+"
    r"^```+[ \t]*$",
    re.MULTILINE,
)
_EXPRESSION = re.compile(r"\$(\{(?>[^{}]|\{(?>[^{}]|\{[^{}]*\})*\})*\})")
"""An expression in Lua, with tables in it."""
_META = re.compile(r"(?:meta|template)(?:/.*)?", re.IGNORECASE)


def spaces_in(source: Source) -> Iterator[str]:
    """The folders, each with a slash at its end, that are a space; empty for that of the dump."""
    for entry in source.find(_SETTINGS):
        if _OF_SETTINGS.search(entry.head.text):
            yield entry.name.removesuffix(entry.base)
    for entry in source.find(_PLUG):
        yield entry.name.rpartition("_plug/" if "_plug/" in entry.name else entry.base)[0]


def reason_of_path(path: str) -> Reason | None:
    """Why a file in a space is no note, by its path within the space."""
    return "other kind" if _OF_SPACE.fullmatch(path) else None


def is_template(tags: Iterable[str]) -> bool:
    """Whether a page is one for making others, or about the space itself, as its tags say."""
    return any(map(_META.fullmatch, tags))


def without_results(text: str) -> tuple[str, int]:
    """The text without blocks whose result only SilverBullet shows, and their number."""
    return _RESULT.subn("", text)


def without_expressions(text: str) -> tuple[str, int]:
    """The text, which holds no code, without expressions, and their number."""
    return _EXPRESSION.subn("", text)
