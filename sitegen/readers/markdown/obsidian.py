"""Replaces the syntax of Obsidian, and of GitHub's alerts, with plain Markdown."""

import re
from collections.abc import Callable, Container
from functools import partial
from urllib.parse import quote

from sitegen.markdown.heading_ids import heading_id
from sitegen.readers.markdown.headings import heading_ids_in

_COMMENT = re.compile(r"%%.*?%%", re.DOTALL)
_CHANGES = re.compile(
    r"\{>>(?:(?!\{>>|<<\}).)*<<\}|\{--(?:(?!\{--|--\}).)*--\}"
    r"|\{\+\+(?P<added>(?:(?!\{\+\+|\+\+\}).)*)\+\+\}"
    r"|\{~~(?:(?!\{~~|~>|~~\}).)*~>(?P<new>(?:(?!\{~~|~~\}).)*)~~\}",
    re.DOTALL,
)
_EMBED = re.compile(r"!\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]*))?\]\]")
_LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\\?\|([^\[\]\n]*))?\]\](?!\()")
_SIZE = re.compile(r"\s*\d+(?:x\d+)?\s*")
_SIZED = re.compile(r"(!\[[^\[\]\n]*?)\\?\|\s*\d+(?:x\d+)?\s*(?=\]\()")
_CALLOUT = re.compile(
    r"^(?P<marks>(?:[ \t]*>)+)[ \t]*\[!(?P<type>[\w-]+)(?:\|[^\]\n]*)?\][+-]?"
    r"[ \t]*(?P<title>[^\n]*)$",
    re.MULTILINE,
)
_HIGHLIGHT = re.compile(r"(?<![=\w])==(?=\S)([^=\n]+?)(?<=\S)==(?![=\w])")
_BLOCK_ID = re.compile(r"(?:(?<=\s)|^)\^[A-Za-z0-9-]{3,}[ \t]*$", re.MULTILINE)
_TAG = re.compile(
    r"(?<![\w/&#\\(\[])#(?=[\w/-]*[^\W\d])"
    r"(?:(?P<words>[\w/-]+(?: [\w/-]+){1,4})#(?![\w#])|(?P<word>[\w-]+(?:/[\w-]+)*))"
)
"""A tag; in Bear, a second ``#`` ends one of several words."""
_LINK_TITLE = re.compile(r"(\]\((?:[^\s()]|\([^\s()]*\))+)\s+(?:\"[^\"\n]*\"|'[^'\n]*')\s*(?=\))")
"""The title of a link or a picture, which is no text and holds no tags."""
_COLOUR = re.compile(r"(?=.*\d)(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_TASK = re.compile(r"^([ \t]*[-*+] )\[([ xX/>-])\] ", re.MULTILINE)
_MEDIA = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|hei[cf]|svg|bmp|mp4|webm|mov|mkv|ogv|mp3|wav|m4a|ogg|flac|3gp|pdf)$",
    re.IGNORECASE,
)
_PICTURES = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|hei[cf]|svg|bmp)$", re.IGNORECASE)
_QUERY = re.compile(
    r"(?m)^```+\s*(?:dataview|dataviewjs|query|tasks|base|button)\b[\s\S]*?^```+[ \t]*$"
)


def without_comments(text: str) -> str:
    """The text without comments, ``%%…%%``, and without those and changes of CriticMarkup.

    https://criticmarkup.com: ``{>>comment<<}``, ``{--deleted--}``, ``{++added++}``, ``{~~a~>b~~}``
    """
    if "{" in text:
        text = _CHANGES.sub(lambda found: found["added"] or found["new"] or "", text)
    return _COMMENT.sub("", text) if "%%" in text else text


def without_queries(text: str) -> tuple[str, int]:
    """The text without blocks whose result only a program can show, and their number."""
    return _QUERY.subn("", text) if "```" in text else (text, 0)


def replace_syntax(text: str, *, with_links: bool = False) -> str:
    """The text with links, embeds, callouts and highlights as plain Markdown.

    Args:
        text: the text.
        with_links: whether links to notes lead to their files; otherwise only their words stay.
    """
    parts = frozenset(heading_ids_in(text)) if with_links and "[[#" in text else frozenset()
    show = partial(_linked, parts=parts) if with_links else _shown
    text = _EMBED.sub(partial(_embed, show=show), text)
    text = _LINK.sub(lambda found: show(found[1], found[2]), text)
    text = _SIZED.sub(r"\1", text)
    text = _CALLOUT.sub(_callout, text)
    text = _HIGHLIGHT.sub(r"\1", text)
    text = _TASK.sub(lambda found: f"{found[1]}{'☑' if found[2] in 'xX' else '☐'} ", text)
    return _BLOCK_ID.sub("", text)


def tags_in(text: str) -> tuple[str, ...]:
    """The tags in a text, ``#tag``, ``#nested/tag`` and ``#two words#``.

    Args:
        text: the text, without code and addresses.
    """
    matches = _TAG.finditer(_LINK_TITLE.sub(r"\1", text))
    found = (match["words"] or match["word"] for match in matches)
    return tuple(dict.fromkeys(tag for tag in found if not _COLOUR.fullmatch(tag)))


def _embed(found: re.Match[str], show: Callable[[str, str | None], str]) -> str:
    target = found[1].partition("#")[0].strip()
    if not _MEDIA.search(target):
        return show(found[1], found[2])
    words = found[2] or ""
    alt = "" if _SIZE.fullmatch(words) else words.partition("|")[0]
    address = quote(target, safe="/:@!$&'*+,;=~.-_#?%") if " " in target else target
    if _PICTURES.search(target):
        return f"![{alt}]({address})"
    return f"[{alt or target.rpartition('/')[2]}]({address})"


def _shown(target: str, words: str | None) -> str:
    """The words of a link to a note, as Obsidian shows them."""
    if words and words.strip():
        return words.strip()
    name, _, part = target.strip().rstrip("\\").partition("#")
    note = re.sub(r"\.md$", "", name.rpartition("/")[2])
    part = "" if part.startswith("^") else part.replace("#", " > ")
    return " > ".join(filter(None, (note, part)))


def _linked(target: str, words: str | None, parts: Container[str]) -> str:
    """A link to the file of a note, or to one of ``parts``, the headings of its own note."""
    name, _, part = target.strip().rstrip("\\").partition("#")
    name, shown = name.strip(), _shown(target, words)
    if not name and (heading := heading_id(part.rpartition("#")[2])) in parts:
        return f"[{shown}](#{quote(heading)})"
    if not shown or name.startswith("!") or name == "" or _MEDIA.search(name):
        return shown
    file = name if name.lower().endswith(".md") else f"{name}.md"
    return f"[{shown}]({quote(file)}{f'#{quote(part)}' if part else ''})"


def _callout(found: re.Match[str]) -> str:
    title = found["title"].strip() or found["type"].replace("-", " ").capitalize()
    return f"{found['marks']} **{title}**\n{found['marks']}"
