"""Renders the e-mail: its HTML, its text, and both as a message."""

import hashlib
import re
from datetime import UTC, datetime
from typing import NamedTuple, cast
from urllib.parse import urlsplit

from markupsafe import Markup

from sitegen.addresses import resolve_links, web_url
from sitegen.configuration.mailboxes import Mailbox, read_mailbox
from sitegen.configuration.settings import EmailConfig
from sitegen.errors import ContentError
from sitegen.languages import format_day
from sitegen.output_formats.email.fragments import mail_fragment
from sitegen.output_formats.email.headers import unsubscribe_link
from sitegen.output_formats.email.inlining import inline_styles
from sitegen.output_formats.email.message import Message, compose
from sitegen.output_formats.email.pictures import NO_PICTURES, attach_pictures
from sitegen.output_formats.email.plain_text import text_of
from sitegen.output_formats.source import FormatSource
from sitegen.views.template_records import PageView, TopicView

LIMIT = 100_000
"""The size of the HTML in bytes from which Gmail shows only a part of it."""

_LONG = 5_000
"""The size in bytes from which a text is named if the mail is too long."""
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""The date of the message if nothing in the digest has a date."""
_BLANK_LINES = re.compile(r"\n{3,}")


class _Length(NamedTuple):
    label: str
    bytes: int


class _Chosen(NamedTuple):
    """A post, as templates see it."""

    post: PageView
    is_thread: bool
    """Whether it is the first part of a thread."""


class _Section(NamedTuple):
    """A topic with the posts that the mail shows."""

    topic: TopicView
    posts: list[_Chosen]


ShownSections = tuple[tuple[TopicView, tuple[tuple[PageView, bool], ...]], ...]


def render_html(source: FormatSource) -> bytes:
    """The mail as a page, to look at or to paste into a sender."""
    lengths: list[_Length] = []
    data = _html(source, lengths).encode()
    if len(data) > LIMIT:
        source.warnings.append(_too_long(len(data), lengths, _settings(source).lead))
    return data


def render_text(source: FormatSource) -> bytes:
    """The mail as plain text."""
    return _text(source).encode()


def render_message(source: FormatSource) -> bytes:
    """The mail as a message with both, ready to be sent."""
    site, settings = source.site, _settings(source)
    text = _text(source)
    html, pictures = _html(source, []), NO_PICTURES
    if settings.pictures == "attached":
        html, pictures = attach_pictures(html, site.base_url, source.image_file)
    return compose(
        Message(
            sender=_sender(source),
            subject=_subject(source),
            date=_date(source) or _UNDATED,
            editions=cast("tuple[str, ...]", source.value("names")) or (_hash_of(text),),
            language=site.language,
            text=text,
            html=html,
            pictures=pictures,
            unsubscribe=unsubscribe_link(settings),
        )
    )


def _html(source: FormatSource, lengths: list[_Length]) -> str:
    def for_mail(html: Markup, page: PageView) -> Markup:
        keeps_spaces = page.kind == "post"
        fragment = mail_fragment(str(html), source.image, keeps_spaces=keeps_spaces)
        shown = resolve_links(fragment, source.site.base_url, page.address)
        lengths.append(_Length(page.label, len(shown.encode())))
        return Markup(shown)  # noqa: S704 -- it was safe before

    html = _render(source, "email.html", for_mail)
    return inline_styles(html)


def _text(source: FormatSource) -> str:
    def for_mail(html: Markup, page: PageView) -> str:
        keeps_spaces = page.kind == "post"
        fragment = mail_fragment(str(html), lambda _: None, keeps_spaces=keeps_spaces)
        return text_of(resolve_links(fragment, source.site.base_url, page.address))

    # The template escapes all that it shows, as others do, so that one step takes that back.
    text = Markup(_render(source, "email.txt", for_mail)).unescape()  # noqa: S704 -- becomes text
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


def _render(source: FormatSource, template: str, for_mail: object) -> str:
    sections = cast("ShownSections", source.value("sections"))
    return source.render(
        template,
        subject=_subject(source),
        page=source.page,
        date=_date(source),
        essays=source.value("essays"),
        sections=[_Section(topic, [_Chosen(*post) for post in posts]) for topic, posts in sections],
        unsubscribe=unsubscribe_link(_settings(source)),
        for_mail=for_mail,
    )


def _settings(source: FormatSource) -> EmailConfig:
    return cast("EmailConfig", source.value("settings"))


def _subject(source: FormatSource) -> str:
    """The subject; without a date, and without the punctuation before it, if none is known."""
    site, moment = source.site, _date(source)
    date = format_day(moment.date(), site.language) if moment else ""
    subject = _settings(source).subject.replace("{date}", date).replace("{title}", site.title)
    return subject if date else subject.strip(" ,;:–—-|·")


def _date(source: FormatSource) -> datetime | None:
    return cast("datetime | None", source.value("date"))


def _hash_of(text: str) -> str:
    """The name of an edition in which nothing has a date."""
    return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


def _sender(source: FormatSource) -> Mailbox:
    """The sender; without one, an address at the host, which a mail program replaces."""
    sender = _settings(source).sender
    if sender:
        return read_mailbox(sender)
    host = urlsplit(web_url(source.site.base_url)).hostname or ""
    try:
        return read_mailbox(f"digest@{host}")._replace(name=source.site.title)
    except ValueError:  # an IP address
        return Mailbox(source.site.title, "digest@localhost")


def _too_long(size: int, lengths: list[_Length], lead: int) -> ContentError:
    longest = sorted((each for each in lengths if each.bytes > _LONG), key=lambda each: -each.bytes)
    texts = ", ".join(f"“{each.label}” ({each.bytes / 1000:.0f} kB)" for each in longest[:3])
    fewer = f"set lead = {max(1, lead * LIMIT // size)} in [email]"
    return ContentError(
        f"the e-mail has {size / 1000:.0f} kB, and Gmail hides what follows the first "
        f"{LIMIT // 1000}",
        hint=f"shorten {texts}, or {fewer}" if texts else fewer,
    )
