"""Tells a plain text that stands in for the HTML of a mail: “See the HTML version.”."""

import re
from itertools import pairwise

from sitegen.readers.html import plain_text

_ADDRESS = re.compile(r"https?://\S+")
_WORD = re.compile(r"[\u2e80-\u9fff]|[^\W_\u2e80-\u9fff]+")
"""A word; of Chinese and Japanese, a character, as their lines break between any two."""
_ELSEWHERE = re.compile(
    r"\bhtml\b|\b(?:browser|navegador|navigateur)|浏览器|瀏覽器|ブラウザ", re.IGNORECASE
)
"""Where a notice says that the text is."""
_MOST = 100
"""The maximum number of words of a notice."""
_FEW = 0.3
"""The share of the words of a text that also stand in another by chance."""
_MUCH = 4
"""How many times as many words the HTML has if a notice stands in it, too."""


def is_notice(plain: str, html: str) -> bool:
    """Whether a plain text has few words and hardly any of the HTML, which has more.

    Words are compared in pairs, as any two texts of a language have single ones in common. A
    notice on the HTML or a browser may also stand above the text of the HTML.
    """
    words = _words_in(plain)
    if not words or len(words) > _MOST:
        return False
    shown = _words_in(plain_text(html))
    if len(shown) < len(words):
        return False
    if _ELSEWHERE.search(plain) and len(shown) > _MUCH * len(words):
        return True
    pairs = list(pairwise(words))
    if not pairs:
        return words[0] not in shown
    return len(set(pairwise(shown)).intersection(pairs)) < _FEW * len(set(pairs))


def _words_in(text: str) -> list[str]:
    return _WORD.findall(_ADDRESS.sub(" ", text).casefold())
