"""Posts in the form of the first version of Tumblr's interface, ``/api/read/json``.

It is no longer described. Its fields have the type of the post in their names, and hyphens:
``regular-title``, ``photo-caption``. It also served JavaScript: ``var tumblr_api_read = {…};``.
"""

from collections.abc import Mapping
from typing import Any

from sitegen.readers.streams.json_values import object_at, objects_in, text_at

_Raw = Mapping[str, Any]

_TYPES = {"regular": "text", "conversation": "chat"}
_FIELDS = {
    "title": ("regular-title", "link-text", "conversation-title"),
    "body": ("regular-body", "conversation-text"),
    "caption": ("photo-caption", "video-caption", "audio-caption"),
    "text": ("quote-text",),
    "source": ("quote-source",),
    "url": ("link-url",),
    "description": ("link-description",),
    "video_url": ("video-source",),
    "reblogged_from_name": ("reblogged-from-name",),
    "reblogged_root_name": ("reblogged-root-name",),
}
"""The fields of the second version, and those that they were before."""
_PHOTO = "photo-url-1280"


def in_second_version(post: _Raw) -> _Raw:
    """A post in the form of the second version; others stay as they are."""
    if "unix-timestamp" not in post:
        return post
    older = {
        new: next(filter(None, (text_at(post, k) for k in old)), "") for new, old in _FIELDS.items()
    }
    kind = text_at(post, "type")
    return {
        **post,
        **older,
        "type": _TYPES.get(kind, kind),
        "blog_name": text_at(object_at(post, "tumblelog"), "name"),
        "post_url": text_at(post, "url-with-slug") or text_at(post, "url"),
        "timestamp": post["unix-timestamp"],
        "state": "private" if post.get("private") else post.get("state"),
        "is_submission": post.get("is-submission") is True,
        "photos": [_photo(photo) for photo in objects_in(post.get("photos")) or [post]],
        "dialogue": post.get("conversation"),
    }


def _photo(photo: _Raw) -> _Raw:
    return {"caption": photo.get("caption"), "original_size": {"url": photo.get(_PHOTO)}}
