"""Makes documents of the posts and articles of an X archive."""

from collections.abc import Iterator
from dataclasses import replace

from sitegen.models import Document, DumpPlace, Medium
from sitegen.readers.findings import Finding, Lost
from sitegen.readers.formats.x.articles import Article
from sitegen.readers.formats.x.files import Account
from sitegen.readers.formats.x.media import MediaFiles
from sitegen.readers.formats.x.notes import Note, Notes, note_text, seems_cut
from sitegen.readers.formats.x.posts import Raw, date_of, id_of, reposted_name, text_of
from sitegen.readers.formats.x.selection import Selection
from sitegen.readers.formats.x.texts import (
    full_text,
    has_short_address,
    language_of,
    tags_of,
    without_mention,
)
from sitegen.readers.identity import identify

_SERVICE = "x"


class DocumentMaker:
    """Makes documents, and counts what cannot be kept."""

    def __init__(
        self, dump: str, account: Account, notes: Notes, files: MediaFiles, selection: Selection
    ) -> None:
        self._place = DumpPlace(dump)
        self._account = account
        self._notes = notes
        self._files = files
        self._selection = selection
        self._without_alt = 0
        self._short_addresses = 0
        self._cut = 0

    def post(self, raw: Raw) -> Document:
        """The document of a post."""
        identifier = id_of(raw) or 0
        versions = self._selection.versions.get(identifier, (identifier,))
        note = self._notes.find(raw)
        text, is_markdown = self._text(raw, note)
        media = tuple(self._files.media_of(raw, versions))
        self._without_alt += sum(not medium.alt for medium in media)
        self._short_addresses += has_short_address(text)
        return Document(
            id=self.id_of(identifier),
            kind="post",
            text=text,
            place=self._place,
            is_markdown=is_markdown,
            has_own_id=True,
            author=self._account.name or self._account.username,
            date=date_of(raw),
            source=self.address(identifier),
            tags=tuple(dict.fromkeys((*tags_of(raw), *(note.tags if note else ())))),
            lang=language_of(raw),
            media=media,
        )

    def id_of(self, identifier: int) -> str:
        """The id of the document of a post: that of its first version."""
        versions = self._selection.versions.get(identifier, (identifier,))
        return identify(_SERVICE, "", str(versions[0]))

    def repost(self, raw: Raw) -> Document:
        """The document of another account's post, with its author."""
        document = self.post(raw)
        name = reposted_name(document.text)
        text = document.text.removeprefix(f"RT @{name}").removeprefix(":").strip()
        return replace(document, author=name, text=text)

    def article(self, article: Article) -> Document:
        """The document of an article."""
        return Document(
            id=identify(_SERVICE, "article", str(article.id)),
            kind="essay",
            text=article.markdown,
            place=self._place,
            is_markdown=True,
            has_own_id=True,
            title=article.title or None,
            author=self._account.name or self._account.username,
            date=article.date,
            source=self.address(article.post, "article") if article.post else None,
        )

    def _text(self, raw: Raw, note: Note | None) -> tuple[str, bool]:
        self._cut += note is None and seems_cut(raw, text_of(raw) or "")
        text, is_markdown = note_text(note) if note else (full_text(raw), False)
        is_in_thread = len(self._selection.threads.get(id_of(raw) or 0, ())) > 1
        return without_mention(text, self._account.username) if is_in_thread else text, is_markdown

    def address(self, identifier: int, kind: str = "status") -> str:
        """The address of a post, or of the article that it announces."""
        return f"https://x.com/{self._account.username or 'i/web'}/{kind}/{identifier}"

    def losses(self) -> Iterator[Finding]:
        """What was lost in all documents together."""
        if self._without_alt:
            what = f"the alternative texts of pictures and films: {self._without_alt:,}"
            yield Lost(what, self._place.file, "archives of X do not hold them")
        if self._cut:
            what = f"the end of long posts: {self._cut:,}"
            yield Lost(what, self._place.file, "their whole text is in note-tweet.js")
        if self._short_addresses:
            what = f"the full address of links, posts: {self._short_addresses:,}"
            yield Lost(what, self._place.file, "the archive holds only the short ones, of t.co")


def losses_in(document: Document) -> Iterator[Lost]:
    """The pictures and films whose files are missing."""
    for medium in document.media:
        if medium.entry is None:
            where = document.source or document.place.file
            yield Lost(_kind_of(medium), where, "the dump does not hold its file")


def _kind_of(medium: Medium) -> str:
    return "a film" if ".mp4" in medium.name else "a picture"
