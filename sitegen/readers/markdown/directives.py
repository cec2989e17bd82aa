"""Replaces containers between lines of colons, and embeds, as some generators write them.

- ``:::note[Title]`` … ``:::``: Docusaurus, VuePress, Starlight, Quarto and Zenn; the content stays
- ``::alert{type="x"}`` … ``::``, ``:badge[Words]``: Nuxt Content and others, after a proposal for
  CommonMark; the content and the words stay
- ``@[youtube](id)`` and ``@[card](address)``: Zenn; ``%[address]``: Hashnode
- ```` `youtube: id` ```` on a line of its own: Gatsby
- ``![words](address =250x)``: Zenn, HackMD and others; the picture stays, without its size
"""

import re

from sitegen.readers.markdown.players import PLAYERS

_CONTAINER = re.compile(
    r"^(?P<indent>[ \t]*):{3,}[ \t]*"
    r"(?:\{[^{}\n]*\}|(?P<name>[A-Za-z][\w-]*)[ \t]*(?:\[(?P<label>[^\]\n]*)\]|(?P<words>[^\n{}]*))"
    r"(?:\{[^{}\n]*\})?)?[ \t]*$",
    re.MULTILINE,
)
_BLOCK = re.compile(
    r"^[ \t]*::(?:(?P<name>[A-Za-z][\w-]*)(?:\[(?P<label>[^\]\n]*)\])?(?:\{[^{}\n]*\})?"
    r"[ \t]*(?:\n[ \t]*---[ \t]*\n(?:[^\n]*:[^\n]*\n){1,50}[ \t]*---)?)?[ \t]*$",
    re.MULTILINE,
)
"""The first line of a component with two colons, with what is set for it, or its last line."""
_SLOT = re.compile(r"^[ \t]*#[a-z][\w-]*[ \t]*$\n?", re.MULTILINE)
"""The name of a part of such a component: ``#title``."""
_WORDS = re.compile(
    r"(?<![\w:\\]):[a-z][\w-]+(?:\[(?P<label>[^\[\]\n]*)\](?!\()(?:\{[^{}\n]*\})?|\{[^{}\n]*\})"
)
"""A component within a line."""
_STYLES = frozenset({"alert", "info", "warning", "danger", "open", "expand"})
"""Words behind a name that are no title."""
_EMBED = re.compile(r"^[ \t]*@\[(?P<kind>[\w-]+)\]\((?P<target>[^()\s]+)\)[ \t]*$", re.MULTILINE)
_CODE_EMBED = re.compile(
    r"^[ \t]*`(?P<kind>[A-Za-z]+):[ \t]*(?P<target>https?://[^\s`]+|[\w-]{11}|\d{6,12})`[ \t]*$",
    re.MULTILINE,
)
_SIZE = re.compile(
    r"(!\[[^\[\]]*\]\([^\s()]+(?:[ \t]+\"[^\"\n]*\")?)[ \t]+=(?=\d|x\d)\d*%?x?\d*%?\)"
)
"""A picture with its width and height behind the address."""
_CARD = re.compile(r"^[ \t]*%\[(?P<address>https?://[^\]\s]+)\][ \t]*$", re.MULTILINE)


def replace_directives(text: str) -> str:
    """The text with the content of containers in their places, and embeds as addresses."""
    if ":::" in text:
        text = _without_containers(text)
    if "::" in text:
        text = _without_blocks(text)
    if re.search(r":[\w-]+[\[{]", text):
        text = _WORDS.sub(lambda found: found["label"] or "", text)
    if "@[" in text:
        text = _EMBED.sub(_embed, text)
    text = _SIZE.sub(r"\1)", text) if " =" in text else text
    return _CARD.sub(r"\g<address>", text) if "%[" in text else text


def replace_code_embeds(text: str) -> str:
    """The text with films that stand as code on lines of their own as addresses."""
    return _CODE_EMBED.sub(_code_embed, text) if ":" in text else text


def _without_containers(text: str) -> str:
    """The text without the lines around containers, if each is opened and closed."""
    lines = [*_CONTAINER.finditer(text)]
    depth = 0
    for line in lines:
        depth += 1 if _opens(line) else -1
        if depth < 0:
            return text
    return _CONTAINER.sub(_title, text) if lines and depth == 0 else text


def _without_blocks(text: str) -> str:
    """The text without the lines around components with two colons, if each end has a start."""
    lines = [*_BLOCK.finditer(text)]
    depth = blocks = 0
    for line in lines:
        depth += 1 if line["name"] else -1
        blocks += not line["name"]
        if depth < 0:  # the mark of a literal block in reStructuredText
            return text
    text = _BLOCK.sub(lambda line: f"\n{line['label'] or ''}\n", text) if lines else text
    return _SLOT.sub("", text) if blocks else text


def _opens(line: re.Match[str]) -> bool:
    return line["name"] is not None or line[0].rstrip().endswith("}")


def _title(line: re.Match[str]) -> str:
    """The title of a container as bold words; nothing for other lines."""
    title = (line["label"] or line["words"] or "").strip()
    if not title or title in _STYLES:
        return ""
    return f"\n{line['indent']}**{title}**\n"


def _code_embed(found: re.Match[str]) -> str:
    return _embed(found) if found["kind"].lower() in ("video", *PLAYERS) else found[0]


def _embed(found: re.Match[str]) -> str:
    target = found["target"]
    if target.startswith(("http://", "https://")):
        return target
    player = PLAYERS.get(found["kind"].lower())
    return player.format(target) if player else found[0]
