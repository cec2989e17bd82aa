"""What the texts of a WordPress blog refer to by number: attachments and reusable blocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple


class Attachment(NamedTuple):
    """A picture, film or sound of the library of a blog."""

    address: str
    alt: str = ""
    caption: str = ""
    """HTML."""

    @property
    def html(self) -> str:
        """The picture with its caption."""
        words = f"<figcaption>{self.caption}</figcaption>" if self.caption else ""
        picture = f'<img src="{escape(self.address)}" alt="{escape(self.alt)}">'
        return f"\n\n<figure>{picture}{words}</figure>\n\n"


@dataclass(frozen=True, slots=True)
class Attachments:
    """What a post may refer to."""

    by_id: Mapping[str, Attachment] = field(default_factory=dict)
    blocks: Mapping[str, str] = field(default_factory=dict)
    """The texts of the reusable blocks, by id."""
    own: tuple[str, ...] = ()
    """The ids of the pictures that were uploaded to the post, in their order."""

    def find(self, ids: tuple[str, ...]) -> tuple[Attachment, ...]:
        """The attachments with these ids that are known."""
        return tuple(self.by_id[each] for each in ids if each in self.by_id)
