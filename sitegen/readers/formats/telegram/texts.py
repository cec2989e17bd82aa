"""The text of a message with its marks, and of its poll or list of tasks."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sitegen.readers.rich_text import Span, SpanKind, is_plain, plain_of, spans_to_markdown
from sitegen.readers.streams.json_values import objects_in

Message = Mapping[str, object]

_KINDS: dict[str, SpanKind] = {
    "bold": "bold",
    "italic": "italic",
    "strikethrough": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "quote",
    "text_link": "link",
}


_NAME = re.compile(r"@(\w+)")


def text_of(message: Message) -> tuple[str, bool]:
    """The words of a message, and whether they are Markdown, as they are if parts are marked."""
    spans = [*_spans_of(message)]
    for extra in (_poll_of(message), _tasks_of(message)):
        if extra:
            spans.append(Span(f"\n\n{extra}" if spans else extra))
    if is_plain(spans):
        return _tidy(plain_of(spans)), False
    return spans_to_markdown(spans), True


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def tags_of(message: Message) -> tuple[str, ...]:
    """The hashtags of a message; ``#tag@channel`` is a tag of that channel."""
    tags = (
        str(part["text"]).removeprefix("#").partition("@")[0]
        for part in _parts_of(message)
        if part.get("type") == "hashtag" and isinstance(part.get("text"), str)
    )
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def count_spoilers(message: Message) -> int:
    """How many passages the message hides until they are touched."""
    return sum(part.get("type") == "spoiler" for part in _parts_of(message))


def _spans_of(message: Message) -> Iterator[Span]:
    for part in _parts_of(message):
        text = part.get("text")
        if not isinstance(text, str) or not text:
            continue
        kind = _KINDS.get(str(part.get("type")), "plain")
        href = part.get("href")
        if part.get("type") == "mention" and (name := _NAME.fullmatch(text)):
            kind, href = "link", f"https://t.me/{name[1]}"
        elif part.get("type") == "link" and "://" not in text:
            kind, href = "link", f"https://{text}"  # “example.org/page”: Telegram opens it, too
        stated = part.get("language") if kind == "pre" else href if kind == "link" else ""
        target = stated if isinstance(stated, str) else ""
        is_bare = kind == "link" and target in ("", text)
        yield Span(text, "plain" if is_bare else kind, target)


def _parts_of(message: Message) -> Sequence[Message]:
    """The parts of a text: newer exports list them all, older ones mix texts and objects."""
    entities = message.get("text_entities")
    return _parts(entities) or _parts(message.get("text"))


def _parts(value: object) -> list[Message]:
    if isinstance(value, str):
        return [{"type": "plain", "text": value}] if value else []
    if isinstance(value, dict):
        return [value]
    if not isinstance(value, list):
        return []
    return [part if isinstance(part, dict) else {"text": part} for part in value]


def _words(value: object) -> str:
    """The words of a text that may be a list of parts."""
    texts = (part.get("text") for part in _parts(value))
    return "".join(text for text in texts if isinstance(text, str)).strip()


def _poll_of(message: Message) -> str:
    poll = message.get("poll")
    if not isinstance(poll, dict):
        return ""
    lines = [
        f"{words} ({answer.get('voters', 0)})"
        for answer in objects_in(poll.get("answers"))
        if (words := _words(answer.get("text")))
    ]
    return "\n\n".join(filter(None, (_words(poll.get("question")), "\n".join(lines))))


def _tasks_of(message: Message) -> str:
    tasks = message.get("todo_list")
    if not isinstance(tasks, dict):
        return ""
    items = objects_in(tasks.get("items", tasks.get("answers")))
    lines = [f"- {words}" for item in items if (words := _words(item.get("text")))]
    return "\n\n".join(filter(None, (_words(tasks.get("title")), "\n".join(lines))))
