"""The markup of notes of Misskey (MFM): https://misskey-hub.net/en/docs/for-users/features/mfm/."""

import re
from collections.abc import Iterator

from sitegen.readers.hashtags import hashtags_in
from sitegen.readers.rich_text import Span, SpanKind, is_plain, plain_of, spans_to_markdown

_PLAIN = r"<plain>(?P<plain>(?:(?!</?plain>).)*)</plain>"
_MARK = re.compile(
    r"```(?P<language>[\w+-]*)\n(?P<pre>(?:(?!```).)*)```"
    r"|`(?P<code>[^`\n]+)`"
    rf"|{_PLAIN}"
    r"|\*\*(?P<bold>[^*\n]+)\*\*|<b>(?P<b>[^<>]+)</b>"
    r"|<i>(?P<italic>[^<>]+)</i>"
    r"|~~(?P<strikethrough>[^~\n]+)~~|<s>(?P<s>[^<>]+)</s>"
    r"|\??\[(?P<link>[^\[\]\n]+)\]\((?P<target>https?://[^\s)]+)\)"
    r"|^(?P<quote>>[^\n]*(?:\n>[^\n]*)*)",
    re.DOTALL | re.MULTILINE,
)
_KINDS: dict[str, SpanKind] = {
    "pre": "pre",
    "code": "code",
    "plain": "plain",
    "bold": "bold",
    "b": "bold",
    "italic": "italic",
    "strikethrough": "strikethrough",
    "s": "strikethrough",
    "link": "link",
    "quote": "quote",
}
_CODE = rf"(?P<code>```(?:(?!```).)*```|`[^`\n]+`|{_PLAIN})"
"""Passages without marks."""
_LAYOUT = re.compile(rf"{_CODE}|</?(?:small|center)>", re.DOTALL)
_FUNCTION = re.compile(rf"{_CODE}|\$\[[\w.,=-]+ (?P<words>[^\[\]]*)\]", re.DOTALL)
"""An effect, such as ``$[x2 words]``, or code, which stays as it is."""
_PLAIN_TAG = re.compile(r"</?plain>")
_DEEPEST = 5
_QUOTE_MARK = re.compile(r"^> ?", re.MULTILINE)


def convert_mfm(text: str) -> tuple[str, bool]:
    """The text of a note, and whether it is Markdown, which it is if parts are marked up.

    Effects, sizes and alignments are dropped; their words stay.
    """
    text = _LAYOUT.sub(lambda found: found["code"] or "", text)
    for _ in range(_DEEPEST):
        text = _FUNCTION.sub(lambda found: found["code"] or found["words"], text)
    spans = list(_spans_of(text))
    return (plain_of(spans), False) if is_plain(spans) else (spans_to_markdown(spans), True)


def tags_in_mfm(text: str) -> tuple[str, ...]:
    """The hashtags of a note: those outside code and plain passages."""
    return hashtags_in(re.sub(_CODE, " ", text, flags=re.DOTALL))


def _spans_of(text: str) -> Iterator[Span]:
    position = 0
    for mark in _MARK.finditer(text):
        yield Span(text[position : mark.start()])
        name = next(name for name in _KINDS if mark[name] is not None)
        words = _QUOTE_MARK.sub("", mark[name]) if name == "quote" else mark[name].strip("\n")
        if name not in ("pre", "code"):
            words = _PLAIN_TAG.sub("", words)
        yield Span(words, _KINDS[name], mark["target"] or mark["language"] or "")
        position = mark.end()
    yield Span(text[position:])
