"""Replaces containers between lines of colons, and embeds, as some generators write them.

- ``:::note[Title]`` … ``:::``: Docusaurus, VuePress, Starlight, Quarto and Zenn; the content stays
- ``@[youtube](id)`` and ``@[card](address)``: Zenn; ``%[address]``: Hashnode
"""

import re

from sitegen.readers.markdown.players import PLAYERS

_CONTAINER = re.compile(
    r"^(?P<indent>[ \t]*):{3,}[ \t]*"
    r"(?:\{[^{}\n]*\}|(?P<name>[A-Za-z][\w-]*)[ \t]*(?:\[(?P<label>[^\]\n]*)\]|(?P<words>[^\n{}]*))"
    r"(?:\{[^{}\n]*\})?)?[ \t]*$",
    re.MULTILINE,
)
_STYLES = frozenset({"alert", "info", "warning", "danger", "open", "expand"})
"""Words behind a name that are no title."""
_EMBED = re.compile(r"^[ \t]*@\[(?P<kind>[\w-]+)\]\((?P<target>[^()\s]+)\)[ \t]*$", re.MULTILINE)
_CARD = re.compile(r"^[ \t]*%\[(?P<address>https?://[^\]\s]+)\][ \t]*$", re.MULTILINE)


def replace_directives(text: str) -> str:
    """The text with the content of containers in their places, and embeds as addresses.

    Args:
        text: the text; code in it is kept apart already.
    """
    if ":::" in text:
        text = _without_containers(text)
    if "@[" in text:
        text = _EMBED.sub(_embed, text)
    return _CARD.sub(r"\g<address>", text) if "%[" in text else text


def _without_containers(text: str) -> str:
    """The text without the lines around containers, if each is opened and closed."""
    lines = [*_CONTAINER.finditer(text)]
    depth = 0
    for line in lines:
        depth += 1 if _opens(line) else -1
        if depth < 0:
            return text
    return _CONTAINER.sub(_title, text) if lines and depth == 0 else text


def _opens(line: re.Match[str]) -> bool:
    return line["name"] is not None or line[0].rstrip().endswith("}")


def _title(line: re.Match[str]) -> str:
    """The title of a container as bold words; nothing for other lines."""
    title = (line["label"] or line["words"] or "").strip()
    if not title or title in _STYLES:
        return ""
    return f"\n{line['indent']}**{title}**\n"


def _embed(found: re.Match[str]) -> str:
    target = found["target"]
    if target.startswith(("http://", "https://")):
        return target
    player = PLAYERS.get(found["kind"].lower())
    return player.format(target) if player else found[0]
