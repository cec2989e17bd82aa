"""The artifacts of a site: the files of the output, before they are made."""

from pathlib import Path
from typing import Literal, NamedTuple

TemplateKind = Literal[
    "front",
    "essay",
    "essays",
    "topic",
    "topics",
    "post",
    "page",
    "archive",
    "month",
    "author",
    "tag",
    "tags",
    "edition",
    "editions",
    "search",
    "about-digest",
    "not-found",
]


class TemplateArtifact(NamedTuple):
    """An output file rendered from a template of the theme."""

    address: str
    kind: TemplateKind
    origin: str
    """The file it is made from, for the error about two files with one address.

    Of the content, it is the path under ``content/``: one string that pages have already.
    """
    page: str = ""
    """The id of the page that it shows; empty for topics and lists."""
    topic: str = ""
    """The slug of the topic that it shows."""
    month: str = ""
    """The slug of the month that it lists."""
    author: str = ""
    """The slug of the author whose pages it lists."""
    tag: str = ""
    """The slug of the tag whose pages it lists."""
    number: int = 1
    """The number of the page of the topic, month, author, tag or list, from 1."""


class FeedArtifact(NamedTuple):
    """A feed or a sitemap."""

    address: str
    format: Literal["atom", "json", "sitemap", "sitemap-index"]
    origin: str
    topic: str = ""
    """The slug of the topic of a topic's feed."""
    author: str = ""
    """The slug of the author of an author's feed. Without any, it covers the whole digest."""
    lists_editions: bool = False
    """Whether its entries are the closed editions."""
    lists: tuple[str, ...] = ()
    """The addresses that a sitemap, or an index of sitemaps, lists."""


class CopyArtifact(NamedTuple):
    """An output file copied from ``origin``: a static file of the theme, or media."""

    address: str
    origin: Path
    cleaned: Path | None = None
    """A version of it without metadata, which is copied instead."""

    @property
    def source(self) -> Path:
        """The file that is copied."""
        return self.cleaned or self.origin


class RedirectArtifact(NamedTuple):
    """A page that redirects from an earlier address, or a host's list of all redirects."""

    address: str
    format: Literal["page", "_redirects", ".htaccess"]
    origin: str
    """The file that asks for it."""
    redirects: tuple[tuple[str, str], ...]
    """The earlier and the present address of each."""


CARD = "card.png"
"""The name of the social card of a page in its folder."""
OutputFormat = Literal["email", "email-text", "eml", "epub", "pdf", "card", "icon", "manifest"]
EMAIL_FORMATS: tuple[OutputFormat, ...] = ("email", "email-text", "eml")
"""The HTML of the e-mail, its plain text, and the message with both."""
MESSAGE_FILE = "email/digest.eml"
"""The address of that message."""


class FormatArtifact(NamedTuple):
    """The digest, or a part of it, in another form than a page: a mail, a book, a picture."""

    address: str
    format: OutputFormat
    origin: str
    """The file that asks for it."""
    page: str = ""
    """The id of the page that it shows."""
    topic: str = ""
    """The slug of the topic that it shows. Without either, it shows the whole digest."""


RenderedArtifact = TemplateArtifact | FeedArtifact | RedirectArtifact | FormatArtifact
Artifact = RenderedArtifact | CopyArtifact
