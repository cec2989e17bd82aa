"""Replaces the tags of Kirby in texts, such as ``(link: https://oak.example text: oak)``.

https://getkirby.com/docs/guide/content/text-formatting
"""

import re
from collections.abc import Mapping
from html import escape

from sitegen.readers.markdown.literals import Literals

_TAG = re.compile(
    r"\((?P<type>link|email|image|file|video|tel|gist|twitter):[ \t]*"
    r"(?P<rest>(?:[^()]|\([^()]*\))*)\)",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\s(text|alt|caption|title|class|imgclass|linkclass|link|rel|target|width|height|popup"
    r"|download|role|lang):\s*",
    re.IGNORECASE,
)


def replace_kirbytags(text: str) -> str:
    """The text with links and pictures in place of tags; code stays as it is."""
    literals = Literals()
    kept = literals.keep_spans(literals.keep_fences(text))
    return literals.restore(_TAG.sub(_replace, kept))


def _replace(found: re.Match[str]) -> str:
    value, *pairs = _ATTRIBUTE.split(f" {found['rest']} ")
    target = value.strip()
    named = {key.lower(): text.strip() for key, text in zip(pairs[::2], pairs[1::2], strict=True)}
    kind = found["type"].lower()
    if kind == "image":
        return _figure(target, named)
    schemes = {"email": "mailto:", "tel": "tel:"}
    address = schemes.get(kind, "") + target
    words = named.get("text") or target
    is_bare = words == target and target.startswith(("http://", "https://"))
    return f"<{target}>" if is_bare else f"[{words}](<{address}>)"


def _figure(address: str, named: Mapping[str, str]) -> str:
    picture = f'<img src="{escape(address)}" alt="{escape(named.get("alt", ""))}">'
    caption = named.get("caption", "")
    if not caption:
        return f"![{named.get('alt', '')}](<{address}>)"
    return f"<figure>{picture}<figcaption>{escape(caption)}</figcaption></figure>"
