"""The settings of a digest and the rules for their values; ``file`` reads them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal
from urllib.parse import urlsplit

from sitegen.configuration.colours import is_colour
from sitegen.configuration.mailboxes import checked_mailbox
from sitegen.configuration.timezones import DEFAULT_ZONE, checked_zone
from sitegen.languages import checked_tag

if TYPE_CHECKING:
    from pydantic import ConfigDict, GetCoreSchemaHandler
    from pydantic_core import CoreSchema

DEFAULT_TITLE = "A digest"
DEFAULT_REMOTE = "origin"

_STRICT: "ConfigDict" = {"extra": "forbid", "str_strip_whitespace": True}


@dataclass(frozen=True, slots=True)
class Check:
    """A validator for Pydantic, which is imported only to validate a configuration."""

    check: Callable[..., object]
    """Returns the value, or raises a ValueError that says what it must be."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """See https://docs.pydantic.dev/latest/concepts/types/#custom-types."""
        from pydantic_core import core_schema  # noqa: PLC0415 -- slow to import, rarely needed

        return core_schema.no_info_after_validator_function(self.check, handler(source))


def _is_not_empty(text: str) -> str:
    if not text:
        raise ValueError("it must not be empty")
    return text


def _is_slug(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError("it must be of small letters, digits and single hyphens: night-trains")
    return text


def _is_web_address(text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", text):
        raise ValueError("it must be a whole web address, such as https://digest.example/sub/")
    return text


def _is_link_pattern(text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s/?#]+/\S*", text):
        raise ValueError("it must be a web address, such as https://digest.example/{name}")
    return text


def _is_server_address(text: str) -> str:
    """Without a name and a password, which would end up in messages."""
    try:
        parts = urlsplit(text)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_whole = False
    if text and not (is_whole and re.fullmatch(r"[!-~]+", text) and not {*"@?#"} & {*text}):
        raise ValueError("it must be the address of a server, such as http://127.0.0.1:11434/v1")
    return text


def _is_context(number: int) -> int:
    if number < 2048:
        raise ValueError("it must be at least 2048 tokens")
    return number


def _has_one_grouping(grouping: "GroupingConfig") -> "GroupingConfig":
    if grouping.llm and grouping.command:
        raise ValueError("it has both “command” and “llm”; keep the one that assigns documents")
    if grouping.llm and not grouping.llm_model:
        raise ValueError('“llm” needs the name of a model: llm_model = "gemma3:4b"')
    return grouping


def _is_colour(text: str) -> str:
    if text and not is_colour(text):
        raise ValueError("it must be a colour such as #a3161f")
    return text


def _has_no_duplicates(sections: "tuple[Section, ...]") -> "tuple[Section, ...]":
    if len(set(sections)) < len(sections):
        raise ValueError("each section may be listed once")
    return sections


def _is_branch(text: str) -> str:
    """The rules are those of ``git check-ref-format``."""
    is_odd = re.search(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|(^|/)\.|(\.lock|/)(/|$)|\.$", text)
    if text.startswith(("-", "/", "refs/")) or is_odd or text in {"@", "HEAD"}:
        raise ValueError("it must be the name of a branch, such as gh-pages")
    return text


def _has_one_target(publish: "PublishConfig") -> "PublishConfig":
    if publish.branch and publish.folder:
        raise ValueError("it has both a branch and a folder; keep the one that you publish to")
    if not publish.branch and not publish.folder:
        raise ValueError('it must say where to: branch = "gh-pages", or folder = "/srv/www/digest"')
    if publish.folder and publish.remote != DEFAULT_REMOTE:
        raise ValueError("“remote” goes with a branch, not with a folder")
    return publish


def _is_subject(text: str) -> str:
    if set(re.findall(r"\{[^{}]*\}", text)) - {"{title}", "{date}"}:
        raise ValueError("it may have {title} and {date}, and no other name in braces")
    return text


def _is_unsubscribe_link(text: str) -> str:
    """An address, or the place-holder of a newsletter service, which begins with a sign."""
    is_address = re.match(r"https?://[^\s/]|mailto:[^\s@]+@", text, re.IGNORECASE)
    if text and not is_address and (text[0].isalnum() or text[0] in "/.#?"):
        raise ValueError(
            "it must be a web address, a mailto: address, or a place-holder such as "
            "{{unsubscribe_url}}"
        )
    return text


def _has_one_sender(send: "SendConfig") -> "SendConfig":
    if bool(send.smtp) == bool(send.sendmail):
        raise ValueError('it must have either smtp = "mail.example.org" or a program as “sendmail”')
    if send.sendmail and (send.port or send.security != "starttls"):
        raise ValueError("“port” and “security” go with “smtp”, not with “sendmail”")
    return send


def _is_host(text: str) -> str:
    if text and not re.fullmatch(r"[A-Za-z0-9.-]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*", text):
        raise ValueError(
            "it must be the name of a server, such as mail.example.org, without its port"
        )
    return text


def _is_port(number: int) -> int:
    if not 0 <= number <= 65535:
        raise ValueError("it must be at most 65535")
    return number


def _is_positive(number: int) -> int:
    if number < 1:
        raise ValueError("it must be at least 1")
    return number


NonEmpty = Annotated[str, Check(_is_not_empty)]
Slug = Annotated[str, Check(_is_slug)]
Colour = Annotated[str, Check(_is_colour)]
LanguageTag = Annotated[str, Check(checked_tag)]
TimeZone = Annotated[str, Check(checked_zone)]
WebAddress = Annotated[str, Check(_is_web_address)]
LinkPattern = Annotated[str, Check(_is_link_pattern)]
ServerAddress = Annotated[str, Check(_is_server_address)]
Context = Annotated[int, Check(_is_context)]
Branch = Annotated[str, Check(_is_branch)]
Positive = Annotated[int, Check(_is_positive)]
Mailbox = Annotated[str, Check(checked_mailbox)]
Subject = Annotated[str, Check(_is_subject), Check(_is_not_empty)]
UnsubscribeLink = Annotated[str, Check(_is_unsubscribe_link)]
Host = Annotated[str, Check(_is_host)]
Port = Annotated[int, Check(_is_port)]
MailPictures = Literal["linked", "attached"]
Security = Literal["starttls", "tls", "none"]
Typeface = Literal["", "old-style", "transitional", "slab", "grotesque", "humanist", "monospace"]
Density = Literal["compact", "regular", "airy"]
Encoder = Literal["auto", "on", "off", "onnxruntime"]
RedirectList = Literal["", "_redirects", ".htaccess"]
Section = Literal["introduction", "opening", "essays", "picture", "topics"]
Sections = Annotated[tuple[Section, ...], Check(_has_no_duplicates)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkConfig:
    """The link targets of handles and hashtags; an empty text makes no links."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    handle: LinkPattern = "https://x.com/{name}"
    hashtag: LinkPattern = "https://x.com/hashtag/{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicConfig:
    """A topic that the editor declares; an import fills it first."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    title: NonEmpty
    slug: Slug | None = None
    description: str = ""
    keywords: tuple[NonEmpty, ...] = ()
    examples: tuple[NonEmpty, ...] = ()
    """Texts that belong to it."""
    only: bool = False
    """Whether only declared topics are used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupingConfig:
    """How an import groups documents."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    model: str = ""
    """The folder of an embedding model, relative to the digest; empty for the built-in one."""
    sections: str = ""
    """The file of topics to propose, relative to the digest; empty for the built-in ones."""
    encoder: Encoder = "auto"
    """Whether the sentence encoder compares texts: by default for up to 2,000 in English."""
    command: str = ""
    """A command that assigns documents to topics; empty for none."""
    command_seconds: Positive = 120
    """Its time limit, in seconds."""
    llm: ServerAddress = ""
    """The address of the server of a language model that assigns documents; empty for none."""
    llm_model: str = ""
    """The name of the model."""
    llm_allow_remote: bool = False
    """Whether the model may be on another machine."""
    llm_seconds: Positive = 300
    """The time limit of one of its answers, in seconds."""
    llm_context: Context = 4096
    """The size of its context, in tokens."""

    @property
    def may_encode(self) -> bool:
        """Whether the sentence encoder may compare texts, if they are not too many."""
        return self.encoder != "off" and not (self.encoder == "auto" and self.model)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishConfig:
    """The publishing target: a branch or a folder; none without either."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    branch: Branch = ""
    """A branch of the repository that the digest is in."""
    remote: NonEmpty = DEFAULT_REMOTE
    """The remote repository that the branch is pushed to."""
    folder: str = ""
    """A folder, relative to the digest; ``~`` is the home folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailConfig:
    """What the e-mail shows, and who it is from."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    lead: Positive = 12
    """How many posts it shows; the others are behind the links to their topics."""
    sender: Mailbox = ""
    """The address that it comes from, perhaps with a name."""
    subject: Subject = "{title}, {date}"
    """``{title}`` is the title of the digest, ``{date}`` the date of the edition."""
    unsubscribe: UnsubscribeLink = ""
    """The link to unsubscribe; ``{recipient}`` in it stands for the address of the reader."""
    pictures: MailPictures = "linked"
    """Whether the message shows pictures by their address, or holds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendConfig:
    """What the e-mail is sent by; user name and password are in the environment."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    smtp: Host = ""
    """The name of a mail server."""
    port: Port = 0
    """Its port; 0 for the usual one."""
    security: Security = "starttls"
    """How the connection is encrypted."""
    sendmail: str = ""
    """The path of a program, instead of a server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppearanceConfig:
    """Changes to the look of any theme."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    accent: Colour = ""
    """The accent colour; empty for that of the theme."""
    typeface: Typeface = ""
    """The kind of system typeface; empty for that of the theme."""
    density: Density = "regular"
    """The amount of white space."""
    sections: Sections = ("introduction", "opening", "essays", "picture", "topics")
    """The sections of the front page, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionsConfig:
    """The output formats that are made beside the pages."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    search: bool = False
    """Whether the digest can be searched."""
    email: bool = False
    """Whether the digest is also an e-mail."""
    epub: bool = False
    """Whether the digest is also an e-book."""
    pdf: bool = False
    """Whether the digest is also a document to print."""
    cards: bool = True
    """Whether links to pages have a picture where they are shared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The configuration of a digest."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    root: Path
    """The folder that holds ``content/``, ``themes/`` and ``output/``."""
    title: NonEmpty = DEFAULT_TITLE
    description: str = ""
    author: str = ""
    language: LanguageTag = "en"
    """The language of the interface, and of pages without another one: a BCP 47 tag."""
    timezone: TimeZone = DEFAULT_ZONE
    """The time zone of dates without an offset: a name in the IANA database."""
    base_url: WebAddress = ""
    """The address of the site. Feeds and the sitemap need it for absolute URLs."""
    theme: NonEmpty = "default"
    page_size: Positive = 50
    """Posts on one page of a topic."""
    redirects: RedirectList = ""
    """The host's own list of redirects to write beside the redirect pages; empty for none."""
    appearance: AppearanceConfig = AppearanceConfig()
    links: LinkConfig = LinkConfig()
    editions: EditionsConfig = EditionsConfig()
    topics: tuple[TopicConfig, ...] = ()
    grouping: Annotated[GroupingConfig, Check(_has_one_grouping)] = GroupingConfig()
    publish: Annotated[PublishConfig, Check(_has_one_target)] = PublishConfig()
    email: EmailConfig = EmailConfig()
    send: Annotated[SendConfig, Check(_has_one_sender)] = SendConfig()
    text: str = field(default="", compare=False, repr=False)
    """The text of the configuration file."""
    makes_cards: bool = True
    """Whether this build makes the cards that the file asks for."""

    @property
    def content(self) -> Path:
        """The folder of the pages."""
        return self.root / "content"

    @property
    def has_cards(self) -> bool:
        """Whether pages have social cards, which only whole addresses can name."""
        return self.makes_cards and self.editions.cards and bool(self.base_url)

    @property
    def output(self) -> Path:
        """The folder that a static host serves."""
        return self.root / "output"
