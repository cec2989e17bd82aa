"""Writes footnotes as plain text, for posts, in which footnotes are not numbered."""

import re

from sitegen.readers.markdown.literals import Literals

_MARK = re.compile(r"\[\^([^\[\]\s]+)\](:?)")


def with_plain_notes(text: str) -> str:
    """The Markdown text with ``[^1]`` as ``[1]``, at the mark and at the note.

    Marks that belong to no note stay as they are.
    """
    if "[^" not in text:
        return text
    literals = Literals()
    kept = literals.keep_spans(literals.keep_fences(text))
    labels = {found[1] for found in _MARK.finditer(kept) if found[2]}
    shown = _MARK.sub(lambda f: rf"\[{f[1]}]" if f[1] in labels else f[0], kept)
    return literals.restore(shown)
