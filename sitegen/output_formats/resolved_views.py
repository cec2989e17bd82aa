"""Pages, topics and the digest for the renderer of an output format: references are resolved."""

from datetime import datetime
from typing import Protocol

from markupsafe import Markup

from sitegen.languages import Direction
from sitegen.models import LinkTarget
from sitegen.views.template_records import Appearance, Look


class ShownPage(Protocol):
    """A page; see ``sitegen.views.template_records.PageView``."""

    kind: str
    id: str
    title: str | None
    label: str
    description: str
    address: str
    html: Markup
    note: Markup
    author: str | None
    date: datetime | None
    updated: datetime | None
    added: datetime | None
    source: str | None
    source_host: str | None
    link: LinkTarget | None
    topic: "ShownTopic | None"
    lang: str | None
    dir: Direction


class ShownTopic(Protocol):
    """A topic; see ``sitegen.views.template_records.TopicView``."""

    slug: str
    title: str
    description: str
    address: str
    intro: Markup
    posts: "tuple[ShownPage, ...]"
    threads: "tuple[tuple[ShownPage, ...], ...]"
    essays: "tuple[ShownPage, ...]"


class ShownSite(Protocol):
    """The digest; see ``sitegen.views.template_records.SiteView``."""

    title: str
    description: str
    author: str
    language: str
    dir: Direction
    base_url: str
    front: ShownPage
    topics: "tuple[ShownTopic, ...]"
    essays: "tuple[ShownPage, ...]"
    pages: "tuple[ShownPage, ...]"
    appearance: Appearance
    look: Look | None
    first_date: datetime | None
    last_date: datetime | None
