"""What answers of interfaces hold around a record, or under names of their own.

- WordPress embeds author, categories, tags and the featured picture:
  https://developer.wordpress.org/rest-api/using-the-rest-api/linking-and-embedding/
- Contentful keeps the id, the dates and the state of an entry beside its fields:
  https://www.contentful.com/developers/docs/references/content-management-api/
- Microformats, as Micropub saves them, have a list of values for each property:
  https://microformats.org/wiki/h-entry
- Lemmy calls a title ``name``, and puts the community beside the post:
  https://join-lemmy.org/docs/contributors/04-api.html
"""

from collections.abc import Collection, Mapping

from sitegen.readers.markdown.pictures import is_media
from sitegen.readers.restrictions import bare_value
from sitegen.readers.streams.json_values import list_of, objects_in
from sitegen.readers.web_addresses import path_of

_EMBEDDED = "_embedded"
_LEMMY_KEYS = frozenset({"name", "url", "thumbnail_url"})
_OF_ENTRY = ("id", "createdAt", "publishedAt", "firstPublishedAt", "updatedAt")
_EMBEDDING = frozenset({_EMBEDDED, "type", "sys", "ap_id"})
_TERMS = frozenset({"category", "post_tag"})


def may_embed(fields: Collection[str]) -> bool:
    """Whether a record with these fields may embed something."""
    return not _EMBEDDING.isdisjoint(fields)


def with_embedded(record: Mapping[str, object]) -> Mapping[str, object]:
    """A record with what it embeds, under usual names."""
    if isinstance(embedded := record.get(_EMBEDDED), dict):
        return _of_wordpress(record, embedded)
    if record.get("type") == ["h-entry"]:
        return _of_microformats(record)
    if isinstance(system := record.get("sys"), dict):
        return {**{key: system[key] for key in _OF_ENTRY if key in system}, **record}
    if "ap_id" in record and "community_id" in record:
        return _of_lemmy(record)
    return record


def _of_microformats(record: Mapping[str, object]) -> Mapping[str, object]:
    found = {
        "title": record.get("name"),
        "linked_url": record.get("bookmark-of"),
        "tags": record.get("category"),
    }
    plain = {key: bare_value(value) for key, value in record.items() if key != "category"}
    return {**plain, **{key: bare_value(value) for key, value in found.items() if value}}


def _of_lemmy(record: Mapping[str, object]) -> Mapping[str, object]:
    community = record.get("community")
    name = community.get("name") if isinstance(community, dict) else None
    shown = record.get("url")
    is_picture = isinstance(shown, str) and is_media(path_of(shown))
    found = {
        "title": record.get("name"),
        "permalink": record["ap_id"],
        "image": shown if is_picture else None,
        "linked_url": None if is_picture else shown,
        "tags": [name] if isinstance(name, str) else [],
    }
    rest = {key: value for key, value in record.items() if key not in _LEMMY_KEYS}
    return {**rest, **found}


def _of_wordpress(
    record: Mapping[str, object], embedded: Mapping[str, object]
) -> Mapping[str, object]:
    terms = [t for each in list_of(embedded.get("wp:term")) for t in objects_in(each)]
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
