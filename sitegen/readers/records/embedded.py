"""What answers of the interface of WordPress embed: author, categories, tags, featured picture.

https://developer.wordpress.org/rest-api/using-the-rest-api/linking-and-embedding/
"""

from collections.abc import Mapping

from sitegen.readers.streams.json_values import objects_in

_EMBEDDED = "_embedded"
_TERMS = frozenset({"category", "post_tag"})


def with_embedded(record: Mapping[str, object]) -> Mapping[str, object]:
    """A record with what it embeds in place of the numbers that stand for it."""
    embedded = record.get(_EMBEDDED)
    if not isinstance(embedded, dict):
        return record
    lists = embedded.get("wp:term")
    terms = [t for each in (lists if isinstance(lists, list) else ()) for t in objects_in(each)]
    names = [str(t.get("name", "")) for t in terms if t.get("taxonomy") in _TERMS]
    pictures = [
        {"url": each["source_url"], "alt": each.get("alt_text") or ""}
        for each in objects_in(embedded.get("wp:featuredmedia"))
        if isinstance(each.get("source_url"), str)
    ]
    found = {
        "author": list(objects_in(embedded.get("author"))),
        "tags": names,
        "categories": [],
        "featured_image": pictures,
    }
    return {**record, **{key: value for key, value in found.items() if value or key in record}}
