"""The keys at the start of a text in reStructuredText.

Nikola writes ``.. date: 2024-01-02`` above it, or a header in YAML or TOML. Pelican writes
``:date: 2024-01-02`` below the title or at the start, with further lines of a value indented.
"""

import re

from sitegen.readers.markdown.header import MarkdownFile, plain_key, split_header, split_nikola

_TITLE = re.compile(
    r"\s*(?:(?P<over>[^\w\s])(?P=over)*[ \t]*\n)?"
    r"[^\n]*\S[^\n]*\n(?P<under>[^\w\s])(?P=under)*[ \t]*\n"
)
_FIELDS = re.compile(
    r"\s*(?P<fields>(?::[A-Za-z][\w -]{0,30}:(?:[ \t][^\n]*)?(?:\n|\Z)"
    r"(?:[ \t]+\S[^\n]*(?:\n|\Z))*)+)"
)
_FIELD = re.compile(r":([A-Za-z][\w -]*):[ \t]*((?:[^\n]*)(?:\n[ \t]+\S[^\n]*)*)")


def split_keys(text: str) -> MarkdownFile:
    """Takes the keys off a text; the title stays in its body."""
    if nikola := split_nikola(text):
        return nikola
    if text.startswith(("---\n", "+++\n")) and (headed := split_header(text)).has_header:
        return headed
    titled = _TITLE.match(text)
    start = titled.end() if titled else 0
    found = _FIELDS.match(text, start)
    if found is None:
        return MarkdownFile(text, {}, has_header=False)
    fields = {plain_key(key): _value(text) for key, text in _FIELD.findall(found["fields"])}
    return MarkdownFile(text[:start] + "\n" + text[found.end() :], fields, has_header=True)


def _value(text: str) -> object:
    """A value: its words, or a list of the items that it is."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if lines and all(line.startswith("- ") for line in lines):
        return [line.removeprefix("- ").strip() for line in lines]
    return " ".join(lines) or None
