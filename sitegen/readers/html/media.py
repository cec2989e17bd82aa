"""Pictures, films, sounds and players."""

from collections.abc import Sequence

from sitegen.hypertext import Event, StartTag
from sitegen.readers.html import addresses, elements
from sitegen.readers.html.cards import Card, read_card
from sitegen.readers.html.models import Image
from sitegen.readers.html.paragraphs import Paragraphs
from sitegen.readers.html.pieces import Link

FILMS = frozenset({"audio", "video"})
"""Elements whose content says where a film or sound is."""
_SCHEMES = frozenset({"", "http", "https"})
_WITHIN = frozenset({"data", "cid", "blob"})
"""The schemes of pictures that are a part of the page or the message."""
_EMBED_ADDRESSES = ("data-href", "data-instgrm-permalink", "data-text-post-permalink", "cite")


class Media:
    """Adds pictures to the text, and links to films, sounds and players, and what is lost."""

    def __init__(self, text: Paragraphs, base: str | None, lost: dict[str, None]) -> None:
        self.images: list[Image] = []
        self.awaits_noscript = False
        """Whether the last picture had no address; ``<noscript>`` may have it."""
        self._text = text
        self._base = base
        self._lost = lost
        self._sources = ""
        """The address in the ``<source>`` of a ``<picture>``."""

    def show(self, tag: StartTag, inner: Sequence[Event], *, is_placeholder: bool = False) -> bool:
        """Adds what an element shows; returns whether its content is done with, too.

        Args:
            tag: the element.
            inner: what is in it.
            is_placeholder: whether another picture follows that a script would show in its place.
        """
        match tag.name:
            case "img" | "image":
                self._show_picture(tag.attributes, is_placeholder=is_placeholder)
            case "source":
                self._sources = self._sources or addresses.source_of(tag.attributes)
            case name if name in FILMS:
                self._show_film(tag, inner)
            case "iframe" | "embed":
                self._show_player(tag.attributes)
            case "object":
                return self._show_object(tag.attributes)
            case "div" | "span" if "data-attrs" in tag.attributes:
                return self._show_card(tag.attributes)
            case "blockquote" | "div" if elements.is_embed(tag.attributes):
                return self._show_embed(tag.attributes, inner)
            case "picture":
                self._sources = ""
                return False
            case _:
                return False
        return True

    def _show_picture(self, attributes: dict[str, str], *, is_placeholder: bool = False) -> None:
        alt = " ".join(attributes.get("alt", "").split())
        if not elements.EMOJI.isdisjoint(elements.classes_of(attributes)) and alt:
            self._text.add_text(alt)
            return
        address = addresses.source_of(attributes)
        if not address or addresses.scheme_of(address) == "data":
            address, self._sources = self._sources or address, ""
        is_within = addresses.scheme_of(address) in _WITHIN
        address = self._resolved(address)
        self.awaits_noscript = not address
        if elements.is_tracker(attributes, address):
            return
        if is_within and not is_placeholder:
            self._lost["picture within the page"] = None
            if alt:
                self._text.add_text(f" {alt} ")
        if not address:
            return
        self._sources = ""
        self.images.append(Image(address, alt))
        self._text.add_piece("image", alt, address)

    def _resolved(self, address: str) -> str:
        """The absolute address; empty if it holds the picture itself, or leads nowhere."""
        resolved = addresses.resolve(address, self._base)
        return resolved if addresses.scheme_of(resolved) in _SCHEMES else ""

    def _show_film(self, tag: StartTag, inner: Sequence[Event]) -> None:
        sources = [tag, *(each for each in inner if isinstance(each, StartTag))]
        found = (
            addresses.source_of(each.attributes)
            for each in sources
            if each.name in ("audio", "source", "video")
        )
        address = self._resolved(next(filter(None, found), ""))
        if not address:
            self._lost[f"{tag.name} without address"] = None
            return
        words = tag.attributes.get("title") or tag.attributes.get("aria-label") or ""
        self.images.append(Image(address, words))
        is_file = not addresses.scheme_of(address)  # of the dump, in which its path says nothing
        self._link_alone(address, words or (address.rpartition("/")[2] if is_file else ""))

    def _show_player(self, attributes: dict[str, str]) -> None:
        address = addresses.resolve(addresses.source_of(attributes), self._base)
        if addresses.scheme_of(address) not in ("http", "https"):
            self._lost["embed without address"] = None
        elif not elements.is_tracker(attributes, address):
            self._link_alone(addresses.page_of_embed(address), attributes.get("title", ""))

    def _show_object(self, attributes: dict[str, str]) -> bool:
        address = addresses.resolve(attributes.get("data", ""), self._base)
        if addresses.scheme_of(address) not in ("http", "https"):
            return False  # what it holds is shown in its place
        if attributes.get("type", "").startswith("image/"):
            self._show_picture({"src": address, "alt": attributes.get("title", "")})
        else:
            self._link_alone(addresses.page_of_embed(address), attributes.get("title", ""))
        return True

    def _show_embed(self, attributes: dict[str, str], inner: Sequence[Event]) -> bool:
        """Adds the address of a post of a network, unless the element holds its words."""
        if any(isinstance(event, str) and event.strip() for event in inner):
            return False
        links = (e.attributes.get("href", "") for e in inner if isinstance(e, StartTag))
        written = (*(attributes.get(name, "") for name in _EMBED_ADDRESSES), *links)
        address = addresses.resolve(next(filter(None, written), ""), self._base)
        if addresses.scheme_of(address) in ("http", "https"):
            self._link_alone(address, "")
        else:
            self._lost["embed without address"] = None
        return True

    def _show_card(self, attributes: dict[str, str]) -> bool:
        """Adds what a script would show in an element of Substack."""
        card = read_card(attributes)
        if card is None:
            return False
        if card.lost:
            self._lost[card.lost] = None
        elif card.address:
            self._link_alone(card.address, card.words)
        elif card.formula:
            self._text.add_piece("code", card.formula)
        elif card.pictures:
            self._show_gallery(card)
        else:
            self._text.add_text(card.words)
        return True

    def _show_gallery(self, card: Card) -> None:
        for address in card.pictures:
            self._text.flush()
            self._show_picture({"src": address, "alt": card.alt})
        self._text.flush()
        self._text.add_text(card.words)
        self._text.flush()

    def _link_alone(self, address: str, words: str) -> None:
        """Adds a link that is a paragraph."""
        self._text.flush()
        before = self._text.link
        self._text.set_link(None)
        self._link(address, words)
        self._text.set_link(before)
        self._text.flush()

    def _link(self, address: str, words: str) -> None:
        before = self._text.link
        self._text.set_link(Link(address))
        self._text.add_text(" ".join(words.split()) or address)
        self._text.set_link(before)
