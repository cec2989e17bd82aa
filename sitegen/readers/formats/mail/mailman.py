"""What the archives of Mailman have in place of addresses and attachments, as in ``2024-May.txt``.

For an address they show “ann at a.example”, and for an attachment some lines on it, in the
language of the list (``Mailman/Handlers/Scrubber.py`` in Mailman 2.1).
"""

import re
from collections.abc import Iterator

_HEADER_END = re.compile(rb"\r?\n\r?\n")
_SENDER = re.compile(
    rb"^from:[^\n]{0,200}?(?P<name>[^\s<>(\"]+)(?: at |\(a\))[\w-]+\.", re.IGNORECASE | re.MULTILINE
)
_AT = rb"(?: at |\(a\))"
_HOST = rb"(?P<host>(?:[\w-]{1,63}\.){1,5}[a-z]{2,24})\b"
_CERTAIN = (
    re.compile(rb"(?P<before>[<(\[])(?P<name>[^\s<>()\[\]]{1,80})" + _AT + _HOST, re.IGNORECASE),
    re.compile(
        rb"(?<![\w.+%-])(?P<before>)(?P<name>[\w.+%=-]{1,80})"
        + _AT
        + rb"(?P<host>(?:gmail|googlemail"
        rb"|yahoo|hotmail|outlook|live|msn|aol|gmx|web|icloud|proton|protonmail|posteo|libero|pobox)"
        rb"\.[a-z]{2,4}(?:\.[a-z]{2})?)\b",
        re.IGNORECASE,
    ),
)
"""An address in brackets, or of a service for mail."""
_LIKELY = re.compile(
    rb"(?<![\w.+%-])(?P<before>)"
    rb"(?!(?:[a-z]{3,}(?:ed|ing|able|ible)|about|again|all|are|article|blog|bug|code|demo|details"
    rb"|docs|documentation|downloads?|event|everybody|everyone|examples?|files?|find|found|get|here"
    rb"|home|information|is|issues?|it|live|look|me|meet|more|not|now|online|only|or|out|pages?"
    rb"|patch|people|posts?|project|repo|repository|see|server|service|site|source|start|stuff"
    rb"|talk|that|them|there|thing|this|up|us|version|was|website|wiki|work|you) at )"
    rb"(?P<name>[\w.+%=-]{1,80})" + _AT + _HOST,
    re.IGNORECASE,
)
"""An address in running text; not words such as “available at a.example”."""
_MASKED_NAME = re.compile(r"\S+ at [\w.-]+\.[a-z]{2,24}", re.IGNORECASE)
_PART = re.compile(
    r"^-{14} [^\n-]{3,40} -{14}\n"
    r"(?:[^\n]{5,120}\.\.\.\n(?P<fields>(?:[^\s:][^\n:]{1,20}:[^\n]*\n){1,8}))?",
    re.MULTILINE,
)
"""The line between the parts of a message, and the lines on a part that is elsewhere."""
_TYPE = re.compile(r"^\w+[ \t]*:[ \t]*([a-z]+/[\w.+-]+)$", re.MULTILINE)


def with_addresses(raw: bytes) -> bytes:
    """A message with the addresses in its text as they were written, so that they are recognised.

    Messages whose sender has a plain address stay as they are.
    """
    end = _HEADER_END.search(raw)
    sender = _SENDER.search(raw, 0, end.start()) if end else None
    if end is None or sender is None:
        return raw
    name = re.escape(sender["name"])
    own = re.compile(
        rb"(?<![\w.+%-])(?P<before>)(?P<name>" + name + rb")" + _AT + _HOST, re.IGNORECASE
    )
    body = raw[end.end() :]
    for masked in (*_CERTAIN, own, _LIKELY):
        body = masked.sub(rb"\g<before>\g<name>@\g<host>", body)
    return raw[: end.end()] + body


def is_masked(name: str) -> bool:
    """Whether the name of a sender is only the address, as these archives show it."""
    return _MASKED_NAME.fullmatch(name.strip()) is not None


def without_attachments(text: str) -> str:
    """A text without the lines on attachments."""
    return _PART.sub("\n", text)


def types_of_attachments(text: str) -> Iterator[str]:
    """The types of the attachments that a text has lines on; HTML, which repeats it, has none."""
    for part in _PART.finditer(text):
        if found := _TYPE.search(part["fields"] or ""):
            yield found[1]
