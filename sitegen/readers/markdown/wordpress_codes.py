"""Replaces shortcodes of WordPress in Markdown, where exporters to generators leave them."""

import re
from collections import Counter

_CAPTION = re.compile(
    r"\[(?P<name>(?:wp_)?caption)(?=[\s\]])(?P<attributes>[^\[\]\n]{0,1000})\]"
    r"(?P<content>(?:(?!\[(?:wp_)?caption\b).){0,4000}?)\[/(?P=name)\]",
    re.DOTALL,
)
_PICTURE = re.compile(
    r"\s*(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*</a>)?"
    r"|\s*\[?!\[[^\[\]]*\]\([^()\n]*\)(?:\]\([^()\n]*\))?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\bcaption\s*=\s*\"([^\"\n]*)\"")
_EMBED = re.compile(
    r"\[(?P<name>audio|embed|video|vimeo|youtube)(?P<attributes>[\s=:][^\[\]\n]{0,1000})?\](?!\()"
    r"(?:\s*(?P<content>https?://[^\s\[\]<>]+)\s*\[/(?P=name)\])?"
)
_ADDRESS = re.compile(r"https?://[^\s\"'<>|\[\]]+")
_GALLERY = re.compile(r"^[ \t]*\[gallery(?=[\s\]])[^\[\]\n]{0,1000}\][ \t]*$", re.MULTILINE)


def replace_wordpress_codes(text: str, lost: Counter[str]) -> str:
    """The text with captions below their pictures, and links to films and sounds.

    Args:
        text: the text; code in it is kept apart already.
        lost: counts the galleries, which name their pictures by numbers.
    """
    if "[" not in text:
        return text
    text, count = _GALLERY.subn("", text)
    if count:
        lost["gallery"] += count
    return _EMBED.sub(_embed, _CAPTION.sub(_caption, text))


def _caption(found: re.Match[str]) -> str:
    content = found["content"]
    picture = _PICTURE.match(content)
    end = picture.end() if picture else 0
    words = _WORDS.search(found["attributes"])
    parts = (content[:end], words[1] if words else "", content[end:])
    return "\n\n" + "\n\n".join(part.strip() for part in parts if part.strip()) + "\n\n"


def _embed(found: re.Match[str]) -> str:
    address = _ADDRESS.search(found["content"] or found["attributes"] or "")
    return f"<{address[0]}>" if address else found[0]
