"""The configuration of a digest: ``sitegen.toml``, or ``[tool.sitegen]`` in ``pyproject.toml``."""

import difflib
import itertools
import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from sitegen.colours import is_colour
from sitegen.errors import ConfigError, GroupedError, SitegenError, line_of
from sitegen.languages import checked_tag
from sitegen.toml import parse_toml, read_text

CONFIG_NAME = "sitegen.toml"
DEFAULT_TITLE = "A digest"
_TOPICS_TABLE = re.compile(r"^[ \t]*(\[(?:tool\.sitegen\.)?topics\])", re.MULTILINE)

NonEmpty = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


def _is_web_address(text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", text):
        raise ValueError("it must be a whole web address, such as https://digest.example/sub/")
    return text


def _is_link_pattern(text: str) -> str:
    if text and not re.fullmatch(r"https?://[^\s/?#]+/\S*", text):
        raise ValueError("it must be a web address, such as https://digest.example/{name}")
    return text


LanguageTag = Annotated[str, AfterValidator(checked_tag)]


def _is_colour(text: str) -> str:
    if text and not is_colour(text):
        raise ValueError("it must be a colour such as #a3161f")
    return text


def _has_no_twins(sections: tuple["Section", ...]) -> tuple["Section", ...]:
    if len(set(sections)) < len(sections):
        raise ValueError("each section may be named once")
    return sections


Typeface = Literal["", "old-style", "transitional", "slab", "grotesque", "humanist", "monospace"]
Density = Literal["compact", "regular", "airy"]
Section = Literal["introduction", "opening", "essays", "picture", "topics"]
Sections = Annotated[tuple[Section, ...], AfterValidator(_has_no_twins)]
Colour = Annotated[str, AfterValidator(_is_colour)]
WebAddress = Annotated[str, AfterValidator(_is_web_address)]
LinkPattern = Annotated[str, AfterValidator(_is_link_pattern)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class LinkConfig(_Table):
    """Where handles and hashtags lead; an empty text leaves them as they are."""

    handle: LinkPattern = "https://x.com/{name}"
    hashtag: LinkPattern = "https://x.com/hashtag/{name}"


class TopicConfig(_Table):
    """A topic that the editor declares; an import fills it first."""

    title: NonEmpty
    slug: Slug | None = None
    description: str = ""
    keywords: tuple[NonEmpty, ...] = ()
    examples: tuple[NonEmpty, ...] = ()
    """Texts that belong to it."""
    only: bool = False
    """Whether no topics are made beside those that are declared."""


class GroupingConfig(_Table):
    """How an import groups documents."""

    model: str = ""
    """The folder of an embedding model, from the digest's; empty for the one of sitegen."""
    sections: str = ""
    """The file of the topics to propose, from the digest's folder; empty for those of sitegen."""
    command: str = ""
    """A program that says which topic each document belongs to; empty for none."""
    command_seconds: Annotated[int, Field(ge=1)] = 120
    """How long it may take."""


class AppearanceConfig(_Table):
    """What an editor may change in the look of any theme."""

    accent: Colour = ""
    """The one colour beside those of text and paper; empty for the theme's own."""
    typeface: Typeface = ""
    """The kind of letters, of those that systems have; empty for the theme's own."""
    density: Density = "regular"
    """How much room is left between things."""
    sections: Sections = ("introduction", "opening", "essays", "picture", "topics")
    """Those that the front page has, in their order."""


class Config(_Table):
    """Everything about a digest that is not on a page."""

    root: Path = Field(exclude=True)
    """The folder that holds ``content/``, ``themes/`` and ``output/``."""
    title: NonEmpty = DEFAULT_TITLE
    description: str = ""
    author: str = ""
    language: LanguageTag = "en"
    """Of the interface, and of the pages where nothing speaks against it: a BCP 47 tag."""
    base_url: WebAddress = ""
    """Where the site will stand. Feeds and the sitemap need it, as they name whole addresses."""
    theme: NonEmpty = "default"
    page_size: Annotated[int, Field(ge=1)] = 50
    """Posts on one page of a topic."""
    appearance: AppearanceConfig = AppearanceConfig()
    links: LinkConfig = LinkConfig()
    topics: tuple[TopicConfig, ...] = ()
    grouping: GroupingConfig = GroupingConfig()

    @property
    def content(self) -> Path:
        """The folder of the pages."""
        return self.root / "content"

    @property
    def output(self) -> Path:
        """The folder that a static host serves."""
        return self.root / "output"


def load_config(folder: Path) -> Config:
    """The configuration of the digest in ``folder``.

    Raises:
        ConfigError: there is none, it is not TOML, or it holds a key or a value that is not known.
    """
    path = find_config(folder)
    text = read_text(path, "the configuration")
    _refuse_table_of_topics(path, text)
    tables = parse_toml(path, text)
    if path.name != CONFIG_NAME:
        tables = tables["tool"]["sitegen"]
    if "root" in tables:
        raise _mistake(path, text, ("root",), "extra_forbidden", "")
    try:
        return Config(root=folder, **tables)
    except ValidationError as error:
        raise _validation_error(path, text, error) from None


def _refuse_table_of_topics(path: Path, text: str) -> None:
    """Says where the settings belong that somebody put under ``[topics]``.

    TOML cannot hold both that and ``[[topics]]``, and its own message would not help.
    """
    found = _TOPICS_TABLE.search(text)
    if found:
        line = text.count("\n", 0, found.start(1)) + 1
        raise ConfigError(
            "“[topics]” cannot stand here, as each “[[topics]]” declares one topic",
            path=path,
            line=line,
            source=line_of(text, line),
            hint=f"how posts are grouped ({', '.join(GroupingConfig.model_fields)}) is set under "
            "[grouping]; a topic is declared with two brackets",
        )


def find_config(folder: Path) -> Path:
    """The file that configures the digest in ``folder``.

    Raises:
        ConfigError: there is none.
    """
    own = folder / CONFIG_NAME
    if own.is_file():
        return own
    project = folder / "pyproject.toml"
    if _holds_settings(project):
        return project
    raise ConfigError(
        f"this folder holds no digest: there is no {CONFIG_NAME} in it",
        path=folder,
        hint="go to the folder of your digest, or make one: sitegen new my-digest",
    )


def _holds_settings(project: Path) -> bool:
    """Whether a ``pyproject.toml`` has the table: if it is broken, whether it looks as if it had.

    One that is not there or cannot be read belongs to something else.
    """
    try:
        text = project.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return re.search(r"^\s*\[tool\.sitegen[.\]]", text, re.MULTILINE) is not None
    tool = tables.get("tool")
    return isinstance(tool, dict) and isinstance(tool.get("sitegen"), dict)


def _validation_error(path: Path, text: str, error: ValidationError) -> SitegenError:
    mistakes = [
        _mistake(path, text, details["loc"], details["type"], details["msg"])
        for details in error.errors()
    ]
    mistakes.sort(key=lambda mistake: mistake.line or 0)
    return mistakes[0] if len(mistakes) == 1 else GroupedError(mistakes)


def _mistake(
    path: Path, text: str, where: tuple[int | str, ...], kind: str, message: str
) -> ConfigError:
    key = ".".join(str(part) for part in where if isinstance(part, str))
    name = key.rpartition(".")[2]
    line = _line_of(text, where)
    if kind == "extra_forbidden":
        what, hint = f"there is no setting “{key}”", _nearest_setting(name, where)
    elif kind == "missing":
        what, hint = f"“{key}” is missing", f'add it: {name} = "…"'
    else:
        message = message.removeprefix("Value error, ")
        what, hint = f"“{key}” is wrong: {message[:1].lower()}{message[1:]}", None
    return ConfigError(what, path=path, line=line, source=line_of(text, line), hint=hint)


def _nearest_setting(name: str, where: tuple[int | str, ...]) -> str:
    tables: dict[int | str, type[_Table]] = {
        "appearance": AppearanceConfig,
        "links": LinkConfig,
        "topics": TopicConfig,
        "grouping": GroupingConfig,
    }
    table = tables.get(where[0], Config) if len(where) > 1 else Config
    known = [field for field in table.model_fields if field != "root"]
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean “{near[0]}”?" if near else f"known here: {', '.join(sorted(known))}"


def _line_of(text: str, where: tuple[int | str, ...]) -> int | None:
    """The line that sets the key at ``where``; tables in a list are counted by their headers."""
    lines = text.split("\n")
    start = 0
    for part, index in itertools.pairwise(where):
        if isinstance(index, int):
            headers = [n for n, line in enumerate(lines) if line.strip().endswith(f"{part}]]")]
            start = headers[index] if index < len(headers) else 0
    names = [part for part in where if isinstance(part, str)]
    key = re.compile(rf"\s*[\"']?{re.escape(names[-1])}[\"']?\s*=")
    found = next((n for n, line in enumerate(lines) if n >= start and key.match(line)), start)
    return found + 1
