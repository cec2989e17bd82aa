"""What an editor can do with pages and topics. Posts and essays are named by their ids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Move:
    """Moves posts to a topic, which is created if there is none."""

    ids: tuple[str, ...]
    topic: str
    """The slug or the title of the topic."""


@dataclass(frozen=True, slots=True)
class SetKeys:
    """Sets keys of the front matter of pages, such as ``pinned`` or ``note``."""

    ids: tuple[str, ...]
    values: Mapping[str, object]
    """None removes a key."""


@dataclass(frozen=True, slots=True)
class AlsoIn:
    """Shows a page in another topic too, or no longer."""

    id: str
    topic: str
    """A topic without that slug or title is created."""


@dataclass(frozen=True, slots=True)
class EditText:
    """Replaces the Markdown of a page below its front matter."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Split:
    """Cuts a page in two: the end of its text becomes a post of its own."""

    id: str
    start: int
    """Where the new post starts, in characters of the text below the front matter."""


@dataclass(frozen=True, slots=True)
class Join:
    """Appends the text of a page to another one, and removes it."""

    id: str
    into: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Removes pages. A later import does not bring them back."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """Moves a post earlier or later in its topic."""

    id: str
    by: int
    """How many places; less than 0 is earlier."""


@dataclass(frozen=True, slots=True)
class NewPost:
    """Writes a new post."""

    topic: str
    text: str
    title: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MakeEssay:
    """Makes a post an essay, which its topic still shows."""

    id: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class MakePost:
    """Makes an essay a post of a topic."""

    id: str
    topic: str


@dataclass(frozen=True, slots=True)
class NewTopic:
    """Creates a topic without posts."""

    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class SetTopicKeys:
    """Sets keys of a topic's page: ``title``, ``description`` or ``locked``."""

    slug: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class RenameTopic:
    """Gives a topic another title, and on request the address that follows from it."""

    slug: str
    title: str
    new_address: bool = False


@dataclass(frozen=True, slots=True)
class MergeTopic:
    """Moves all posts of a topic into another, which keeps the address of both."""

    slug: str
    into: str


@dataclass(frozen=True, slots=True)
class ShiftTopic:
    """Moves a topic earlier or later among the topics."""

    slug: str
    by: int


@dataclass(frozen=True, slots=True)
class CloseEdition:
    """Closes the current edition: what is published and in no other edition goes into it."""

    slug: str
    """Such as ``2026-11``."""
    title: str
    closed: datetime
    """When it is closed, in the time zone of the digest."""


@dataclass(frozen=True, slots=True)
class AddPicture:
    """Puts a picture into ``content/media/``, unless a file of that name is there."""

    name: str
    data: bytes
    """Cleaned, as it may be published."""


PageAct = (
    Move
    | SetKeys
    | AlsoIn
    | AddPicture
    | EditText
    | Split
    | Join
    | Delete
    | Shift
    | NewPost
    | MakeEssay
    | MakePost
)
"""An act on pages or their pictures."""

TopicAct = NewTopic | SetTopicKeys | RenameTopic | MergeTopic | ShiftTopic | CloseEdition
"""An act on topics or editions."""

Act = PageAct | TopicAct
