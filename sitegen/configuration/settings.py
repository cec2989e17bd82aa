"""The configuration of a digest, as all else uses it; ``configfile`` reads and checks it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from sitegen.configuration.colours import is_colour
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
    """What a value must pass: for Pydantic, which only those import who check a configuration."""

    check: Callable[..., object]
    """Gives the value back, or raises a ValueError that says what it must be."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: "GetCoreSchemaHandler"
    ) -> "CoreSchema":
        """See https://docs.pydantic.dev/latest/concepts/types/#custom-types."""
        from pydantic_core import core_schema  # noqa: PLC0415 -- slow to load, and seldom needed

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


def _is_colour(text: str) -> str:
    if text and not is_colour(text):
        raise ValueError("it must be a colour such as #a3161f")
    return text


def _has_no_twins(sections: "tuple[Section, ...]") -> "tuple[Section, ...]":
    if len(set(sections)) < len(sections):
        raise ValueError("each section may be named once")
    return sections


def _is_branch(text: str) -> str:
    """The rules are those of ``git check-ref-format``."""
    is_odd = re.search(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|(^|/)\.|(\.lock|/)(/|$)|\.$", text)
    if text.startswith(("-", "/", "refs/")) or is_odd or text in {"@", "HEAD"}:
        raise ValueError("it must be the name of a branch, such as gh-pages")
    return text


def _leads_to_one_place(publish: "PublishConfig") -> "PublishConfig":
    if publish.branch and publish.folder:
        raise ValueError("it names a branch and a folder; keep the one that you publish to")
    if not publish.branch and not publish.folder:
        raise ValueError('it must say where to: branch = "gh-pages", or folder = "/srv/www/digest"')
    if publish.folder and publish.remote != DEFAULT_REMOTE:
        raise ValueError("“remote” goes with a branch, not with a folder")
    return publish


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
Branch = Annotated[str, Check(_is_branch)]
Positive = Annotated[int, Check(_is_positive)]
Typeface = Literal["", "old-style", "transitional", "slab", "grotesque", "humanist", "monospace"]
Density = Literal["compact", "regular", "airy"]
Section = Literal["introduction", "opening", "essays", "picture", "topics"]
Sections = Annotated[tuple[Section, ...], Check(_has_no_twins)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkConfig:
    """Where handles and hashtags lead; an empty text leaves them as they are."""

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
    """Whether no topics are made beside those that are declared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupingConfig:
    """How an import groups documents."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    model: str = ""
    """The folder of an embedding model, from the digest's; empty for the one of sitegen."""
    sections: str = ""
    """The file of the topics to propose, from the digest's folder; empty for those of sitegen."""
    command: str = ""
    """A program that says which topic each document belongs to; empty for none."""
    command_seconds: Positive = 120
    """How long it may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishConfig:
    """Where the site is published: on a branch or in a folder; nowhere without either."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    branch: Branch = ""
    """A branch of the repository that the digest is in."""
    remote: NonEmpty = DEFAULT_REMOTE
    """The remote repository that the branch is pushed to."""
    folder: str = ""
    """A folder, from the digest's; ``~`` stands for the home folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppearanceConfig:
    """What an editor may change in the look of any theme."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    accent: Colour = ""
    """The one colour beside those of text and paper; empty for the theme's own."""
    typeface: Typeface = ""
    """The kind of letters, of those that systems have; empty for the theme's own."""
    density: Density = "regular"
    """How much room is left between things."""
    sections: Sections = ("introduction", "opening", "essays", "picture", "topics")
    """Those that the front page has, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything about a digest that is not on a page."""

    __pydantic_config__: ClassVar["ConfigDict"] = _STRICT

    root: Path
    """The folder that holds ``content/``, ``themes/`` and ``output/``."""
    title: NonEmpty = DEFAULT_TITLE
    description: str = ""
    author: str = ""
    language: LanguageTag = "en"
    """Of the interface, and of the pages where nothing speaks against it: a BCP 47 tag."""
    timezone: TimeZone = DEFAULT_ZONE
    """Of dates that name no offset, by its name in the IANA database."""
    base_url: WebAddress = ""
    """Where the site will stand. Feeds and the sitemap need it, as they name whole addresses."""
    theme: NonEmpty = "default"
    page_size: Positive = 50
    """Posts on one page of a topic."""
    appearance: AppearanceConfig = AppearanceConfig()
    links: LinkConfig = LinkConfig()
    topics: tuple[TopicConfig, ...] = ()
    grouping: GroupingConfig = GroupingConfig()
    publish: Annotated[PublishConfig, Check(_leads_to_one_place)] = PublishConfig()
    text: str = field(default="", compare=False, repr=False)
    """Of the file that it was read from."""

    @property
    def content(self) -> Path:
        """The folder of the pages."""
        return self.root / "content"

    @property
    def output(self) -> Path:
        """The folder that a static host serves."""
        return self.root / "output"
