"""Finds hashtags in texts of formats that do not list them."""

import re

_HASHTAG = re.compile(r"(?<![\w&/#.])#(\w*[^\W\d]\w*)")


def hashtags_in(text: str) -> tuple[str, ...]:
    """The hashtags in a text, without ``#``, each once."""
    return tuple(dict.fromkeys(_HASHTAG.findall(text))) if "#" in text else ()
