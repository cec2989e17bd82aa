"""Articles on X: ``article.js`` holds their texts, ``article-metadata.js`` what is public."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from itertools import groupby, pairwise
from typing import NamedTuple

from sitegen.readers.findings import Reason
from sitegen.readers.formats.x.posts import Raw, id_of
from sitegen.readers.html import html_to_markdown
from sitegen.readers.streams.json_values import objects_in

_TAGS = {
    "header-one": "h2",
    "header-two": "h2",
    "header-three": "h3",
    "blockquote": "blockquote",
    "unordered-list-item": "ul",
    "ordered-list-item": "ol",
    "code-block": "pre",
}
_STYLES = {"bold": "strong", "italic": "em", "strikethrough": "s"}
_CONTAINERS = ("blocks", "sections", "contentState", "content_state", "content")
_DEEPEST = 4


_ATTACHED = "atomic"
"""The type of a block that is a picture or the like."""
_Links = Mapping[str, str]
_Mark = tuple[int, int, str]
"""Where a mark begins and ends, and its tag, perhaps with an attribute."""


class Article(NamedTuple):
    """A published article."""

    id: int
    title: str
    markdown: str
    date: datetime | None
    post: int | None
    """The post that announces it."""
    attached: int = 0
    """How many pictures and so on are between its paragraphs, which are not kept."""


def read_articles(
    texts: Sequence[object], metadata: Sequence[object]
) -> Iterator[tuple[Article | None, Reason | None]]:
    """The articles, and the reasons to leave them out, if there are any."""
    known = [_inner(record) for record in metadata]
    for position, record in enumerate(texts):
        raw = _inner(record)
        facts = _facts_on(raw, position, known if len(known) == len(texts) else (), known)
        article = _article(raw, facts)
        yield article, _reason(raw, facts) or (None if article else "unsupported")


def _inner(record: object) -> Raw:
    """The fields of a record, which are wrapped in its kind."""
    if not isinstance(record, dict):
        return {}
    inner = next((v for v in record.values() if isinstance(v, dict)), {})
    return inner if len(record) == 1 else record


def _facts_on(raw: Raw, position: int, same_order: Sequence[Raw], known: Sequence[Raw]) -> Raw:
    own = id_of(raw)
    for facts in known:
        if own and own in (id_of(facts), id_of(facts, "articleId"), id_of(facts, "tweetId")):
            return facts
    has_ids = any(id_of(facts) or id_of(facts, "articleId") for facts in known)
    return same_order[position] if same_order and not has_ids else {}


def _reason(raw: Raw, facts: Raw) -> Reason | None:
    state = _name_of(facts.get("lifecycleState"))
    if not raw:
        return "incomplete"
    if state != "published":
        return "draft" if state == "draft" else "not public"
    if _name_of(facts.get("visibility", "public")) != "public":
        return "not public"
    return None


def _name_of(value: object, depth: int = 0) -> str:
    """A name, or the one in ``{"lifecycle": {"name": …}}``, in lower case; empty without one."""
    if isinstance(value, dict) and depth < _DEEPEST:
        inner = (value["name"],) if "name" in value else value.values()
        return next(filter(None, (_name_of(one, depth + 1) for one in inner)), "")
    return value.casefold() if isinstance(value, str) else ""


def _article(raw: Raw, facts: Raw) -> Article | None:
    content, title = raw.get("content"), raw.get("title")
    blocks = list(_blocks_in(content))
    texts = [block for block in blocks if block.get("type") != _ATTACHED]
    markdown = html_to_markdown("".join(_html_of(texts, _links_in(content)))).markdown
    if not markdown.strip():
        return None
    return Article(
        id=id_of(raw) or id_of(facts, "tweetId") or 0,
        title=title.strip() if isinstance(title, str) else "",
        markdown=markdown,
        date=_date(facts.get("firstPublishedAtMs", facts.get("createdAtMs"))),
        post=id_of(facts, "tweetId"),
        attached=len(blocks) - len(texts),
    )


def _date(milliseconds: object) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(str(milliseconds)) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _html_of(blocks: Sequence[Raw], links: _Links) -> Iterator[str]:
    for tag, group in groupby(blocks, key=_tag_of):
        texts = [_inline(block, links) for block in group]
        if tag in ("ul", "ol"):
            items = "".join(f"<li>{text}</li>" for text in texts)
            yield f"<{tag}>{items}</{tag}>"
        elif tag == "pre":
            yield f"<pre>{chr(10).join(texts)}</pre>"
        else:
            yield from (f"<{tag}>{text}</{tag}>" for text in texts)


def _blocks_in(content: object, depth: int = 0) -> Iterator[Raw]:
    """The objects with a text, wherever they are."""
    if isinstance(content, str) and depth == 0:
        yield from ({"text": part} for part in content.split("\n\n"))
    elif isinstance(content, list) and depth < _DEEPEST:
        for one in content:
            yield from _blocks_in(one, depth + 1)
    elif isinstance(content, dict) and depth < _DEEPEST:
        if isinstance(content.get("text"), str):
            yield content
        else:
            inner = (content[key] for key in _CONTAINERS if key in content)
            yield from _blocks_in(next(inner, None), depth + 1)


def _links_in(content: object, depth: int = 0) -> _Links:
    """The addresses of links, by the keys that blocks refer to: a list, or an object."""
    if not isinstance(content, dict) or depth >= _DEEPEST:
        return {}
    entities = content.get("entityMap", content.get("entity_map"))
    if isinstance(entities, list):
        entities = {str(one.get("key")): one.get("value") for one in objects_in(entities)}
    if not isinstance(entities, dict):
        inner = (content[key] for key in _CONTAINERS if isinstance(content.get(key), dict))
        return _links_in(next(inner, None), depth + 1)
    data = {key: one.get("data") for key, one in entities.items() if isinstance(one, dict)}
    urls = {key: one.get("url") for key, one in data.items() if isinstance(one, dict)}
    return {key: url for key, url in urls.items() if isinstance(url, str) and url}


def _tag_of(block: Raw) -> str:
    return _TAGS.get(str(block.get("type")), "p")


def _inline(block: Raw, links: _Links) -> str:
    """The text of a block with its styles and links, whose positions are UTF-16 code units."""
    units = block["text"].encode("utf-16-le", "surrogatepass")
    marks = sorted((*_marks(block), *_linked(block, links)), key=lambda mark: (mark[0], -mark[1]))
    bounds = sorted({0, len(units) // 2, *(b for mark in marks for b in mark[:2])})
    parts = []
    for start, end in pairwise(bounds):
        text = escape(units[2 * start : 2 * end].decode("utf-16-le", "replace"))
        for tag in [tag for first, last, tag in marks if first <= start and end <= last]:
            text = f"<{tag}>{text}</{tag.partition(' ')[0]}>"
        parts.append(text)
    return "".join(parts).replace("\n", "<br>" if _tag_of(block) != "pre" else "\n")


def _marks(block: Raw) -> Iterable[_Mark]:
    for one in objects_in(block.get("inlineStyleRanges", block.get("inline_style_ranges"))):
        if tag := _STYLES.get(str(one.get("style")).casefold()):
            yield from _mark(one, tag)


def _linked(block: Raw, links: _Links) -> Iterable[_Mark]:
    for one in objects_in(block.get("entityRanges", block.get("entity_ranges"))):
        if address := links.get(str(one.get("key"))):
            yield from _mark(one, f'a href="{escape(address)}"')


def _mark(place: Raw, tag: str) -> Iterable[_Mark]:
    try:
        start, length = int(place["offset"]), int(place["length"])
    except (KeyError, TypeError, ValueError):
        return
    if start >= 0 and length > 0:
        yield start, start + length, tag
