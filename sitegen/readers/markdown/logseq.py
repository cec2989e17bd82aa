"""Replaces the syntax of Logseq, which is partly that of Org mode, with plain Markdown.

See https://docs.logseq.com.
"""

import re

_PROPERTY = re.compile(
    r"^[ \t]*(?:[-*] )?(?:id|collapsed|heading|background-color|created-at|updated-at|icon"
    r"|exclude-from-\S+|template\S*|query-\S+|logseq\.\S+|card-\S+|hl-\S+|ls-type|filters)"
    r"::[^\n]*\n?",
    re.MULTILINE,
)
"""What Logseq notes on a block, and does not show."""
_DRAWER = re.compile(r"^[ \t]*:LOGBOOK:\n(?s:.*?)^[ \t]*:END:[ \t]*\n?", re.MULTILINE)
_DATES = re.compile(r"^[ \t]*(?:SCHEDULED|DEADLINE): <[^>\n]*>[ \t]*\n?", re.MULTILINE)
_EMPTY_BLOCK = re.compile(
    r"^(?P<indent>[ \t]*)-[ \t]*(?:#{1,6}[ \t]*)?(?:\n(?!(?P=indent)[ \t])|\Z)", re.MULTILINE
)
"""A block without words, and without blocks below it, as each new page has."""
_REFERENCE = re.compile(r"\(\([0-9a-f]{8}-[0-9a-f-]{27}\)\)")
_CALL = r"\{\{(?:embed|query|renderer|cards|namespace)\b(?:[^{}]|\{[^{}]*\})*\}\}"
_EMBED = re.compile(rf"^[ \t]*(?:[-*] )?{_CALL}[ \t]*(?:\n|\Z)|{_CALL}", re.MULTILINE)
_PLAYER = re.compile(
    r"\{\{(?:video|youtube|vimeo|tweet|twitter|bilibili|audio)\s+([^\s{}]+)[^{}]*\}\}"
)
_TASK = re.compile(
    r"^([ \t]*[-*] )(TODO|DOING|DONE|LATER|NOW|WAITING|CANCELED)[ \t]+", re.MULTILINE
)
_KINDS = "QUOTE|NOTE|TIP|WARNING|CAUTION|IMPORTANT|PINNED"
_QUOTE = re.compile(
    rf"^(?P<indent>[ \t]*)(?P<bullet>[-*] )?#\+BEGIN_(?P<kind>{_KINDS})[^\n]*\n"
    r"(?P<text>(?s:.*?))^[ \t]*#\+END_(?P=kind)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_CODE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<bullet>[-*] )?#\+BEGIN_(?P<kind>SRC|EXAMPLE)"
    r"(?:[ \t]+(?P<lang>\w+))?[^\n]*\n(?P<code>(?s:(?!#\+BEGIN_(?P=kind)\b).)*?)"
    r"^[ \t]*#\+END_(?P=kind)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_QUERY = re.compile(
    r"^[ \t]*(?:[-*] )?#\+BEGIN_QUERY\b(?s:(?!#\+BEGIN_QUERY\b).)*?^[ \t]*#\+END_QUERY[ \t]*\n?",
    re.MULTILINE | re.IGNORECASE,
)
_PLAIN_BLOCK = re.compile(
    r"^[ \t]*#\+(?:BEGIN|END)_(?:CENTER|VERSE)[ \t]*\n?", re.MULTILINE | re.IGNORECASE
)
_DONE = frozenset({"DONE", "CANCELED"})


_WORDS = re.compile(r"\{\{(?:cloze|youtube-timestamp)[ \t]+([^{}\n]*)\}\}", re.IGNORECASE)
"""Words to be learnt, which a click shows, and places in a film."""


def without_properties(text: str) -> str:
    """The text without what Logseq notes on blocks, and without those that say nothing else."""
    text = _DATES.sub("", _DRAWER.sub("", _PROPERTY.sub("", text)))
    text = _REFERENCE.sub("", text)
    if not text.lstrip().startswith("-"):  # a hyphen may make a heading of the line above
        return text
    return _EMPTY_BLOCK.sub("", text)


def with_fences(text: str) -> str:
    """The text with blocks of code between fences."""
    return _CODE.sub(_fence, text)


def _fence(found: re.Match[str]) -> str:
    indent, bullet, code = found["indent"], found["bullet"] or "", found["code"].rstrip("\n")
    within = indent + " " * len(bullet)
    lines = [f"{within}{line.removeprefix(within)}" for line in code.split("\n")]
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", code)), default=0))
    return "\n".join((f"{indent}{bullet}{fence}{found['lang'] or ''}", *lines, f"{within}{fence}"))


def replace_syntax(text: str) -> tuple[str, int]:
    """The text with tasks, quotations and players as plain Markdown.

    Returns:
        The text, and how many queries and embeds it lost.
    """
    text = _TASK.sub(lambda found: f"{found[1]}{'☑' if found[2] in _DONE else '☐'} ", text)
    text = _WORDS.sub(r"\1", text)
    text = _PLAYER.sub(lambda found: f"<{found[1]}>" if "://" in found[1] else "", text)
    text, queries = _QUERY.subn("", _PLAIN_BLOCK.sub("", text))
    text, embeds = _EMBED.subn("", _QUOTE.sub(_quotation, text))
    return text, queries + embeds


def _quotation(found: re.Match[str]) -> str:
    indent, bullet = found["indent"], found["bullet"] or ""
    lines = [f"> {line.strip()}".rstrip() for line in found["text"].rstrip("\n").split("\n")]
    return f"{indent}{bullet}" + f"\n{indent}{' ' * len(bullet)}".join(lines)
