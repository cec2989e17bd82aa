"""Where handles, hashtags and URLs lead."""

from urllib.parse import quote

from sitegen.configuration.settings import LinkConfig
from sitegen.text.labels import LinkSpan

FULL_HANDLES = "https://{host}/@{name}"
"""The pattern that links only handles with a server: ``@name@host``."""


def url_of(span: LinkSpan, links: LinkConfig) -> str:
    """The URL of a link; empty if none is configured."""
    if span.kind == "url":
        return span.name
    user, _, host = span.name.partition("@")
    pattern = links.handle if span.kind == "handle" else links.hashtag
    if host and pattern:
        return FULL_HANDLES.replace("{host}", host).replace("{name}", user)
    return "" if pattern == FULL_HANDLES else pattern.replace("{name}", quote(span.name))
