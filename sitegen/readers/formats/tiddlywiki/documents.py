"""Makes documents of tiddlers."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from sitegen.errors import DumpError
from sitegen.models import Document, DumpPlace
from sitegen.readers.articles import Body, kind_of, read_body, without_title
from sitegen.readers.findings import Finding, LeftOut, ReadOptions, Reason, not_shown
from sitegen.readers.formats.tiddlywiki.inline import location_of
from sitegen.readers.formats.tiddlywiki.stores import BESIDE, CLASSIC, Tiddler
from sitegen.readers.formats.tiddlywiki.wikitext import wikitext_to_html
from sitegen.readers.identity import identify
from sitegen.readers.markdown.body import Dialect, convert_body
from sitegen.readers.markdown.header import plain_key
from sitegen.readers.markdown.pictures import MediaFiles, losses_in
from sitegen.readers.markdown.publication import reasons_to_leave_out
from sitegen.readers.markdown.states import remarks_on_states
from sitegen.readers.restrictions import reason_of_written_title
from sitegen.readers.sources import Source
from sitegen.readers.streams.decoding import read_text_of

_TAG = re.compile(r"\[\[(?P<several>[^\[\]]+)\]\]|(?P<one>\S+)")
_WIKITEXT = frozenset({"", "text/vnd.tiddlywiki", CLASSIC})
_MARKDOWN = frozenset({"text/x-markdown", "text/markdown"})
_DRAFT = re.compile(r"Draft (?:\d+ )?of ['‘]")
_OF_CLASSIC = frozenset(
    {
        "MainMenu", "SideBarOptions", "SideBarTabs", "SiteTitle", "SiteSubtitle", "SiteUrl",
        "DefaultTiddlers", "ColorPalette", "StyleSheet", "PageTemplate", "ViewTemplate",
        "EditTemplate", "GettingStarted", "WindowTitle", "MarkupPreHead", "MarkupPostBody",
        "TopMenu", "PluginManager", "ServerSettings", "SystemSettings",
    }
)  # fmt: skip
_OF_PLUGINS = frozenset({"systemConfig", "systemTheme", "systemServer", "excludeMissing"})
"""Tags of tiddlers that hold programs, in TiddlyWiki Classic."""
_OWN = frozenset(
    {"title", "text", "tags", "type", "created", "modified", "creator", "modifier", BESIDE}
)
_DIALECT = Dialect(joins_lines=False, has_tags=False)


class TiddlerReader:
    """Makes documents of the tiddlers of a wiki."""

    def __init__(self, source: Source, options: ReadOptions) -> None:
        self._source = source
        self._files = MediaFiles(source)
        self._options = options

    def read(self, tiddler: Tiddler) -> Iterator[Document | Finding]:
        """The document of a tiddler, unless it is left out."""
        kind, title = tiddler.get("type", ""), tiddler["title"].strip()
        tags = tags_of(tiddler)
        if _is_of_wiki(title, tags):
            return
        if kind not in _WIKITEXT | _MARKDOWN | {"text/plain", "text/html"}:
            is_file = kind.startswith(("image/", "audio/", "video/", "application/pdf"))
            yield LeftOut("attachment" if is_file else "other kind")
            return
        date = _date_of(tiddler.get("created") or tiddler.get("modified", ""))
        if not (yield from self._options.admits(*_reasons(tiddler, tags, date))):
            return
        yield from self._document(tiddler, title, tags, date)

    def _document(
        self, tiddler: Tiddler, title: str, tags: tuple[str, ...], date: datetime | None
    ) -> Iterator[Document | Finding]:
        body = self._body(tiddler)
        text = without_title(body.text, title)
        if not text:
            yield LeftOut("empty")
            return
        yield from body.findings
        yield from remarks_on_states(_others(tiddler))
        yield Document(
            id=identify("tiddlywiki", self._source.name, title),
            kind=kind_of(title, text),
            text=text,
            place=DumpPlace(self._source.name),
            is_markdown=True,
            title=title,
            author=tiddler.get("creator") or tiddler.get("modifier") or None,
            date=date,
            updated=_date_of(tiddler.get("modified", "")),
            tags=tags,
            media=body.media,
            locations=(location_of(title),),
        )

    def _body(self, tiddler: Tiddler) -> Body:
        text, title, kind = self._text_of(tiddler), tiddler["title"], tiddler.get("type", "")
        if kind in _MARKDOWN:
            made = convert_body(text, {}, self._files.finder(""), _DIALECT)
            return Body(made.text, made.media, tuple(losses_in(made.lost, made.media, title)))
        results = 0
        if kind in _WIKITEXT:
            text, results = wikitext_to_html(text, is_classic=kind == CLASSIC)
        elif kind == "text/plain":
            text = wikitext_to_html(f"```\n{text}\n```", is_classic=False).html
        body = read_body(text, title, find=self._name_of, local_links="all")
        lost = (not_shown("the result of a macro", title),) if results else ()
        return body._replace(findings=(*body.findings, *lost))

    def _text_of(self, tiddler: Tiddler) -> str:
        """The text, which may be in a file beside that of the fields."""
        file = self._source.by_name.get(tiddler.get(BESIDE, ""))
        if file is None:
            return tiddler.get("text", "")
        try:
            return read_text_of(file)[0]
        except DumpError:
            return ""

    def _name_of(self, address: str) -> str | None:
        file = self._files.find(address, "")
        return file.name if file else None


def tags_of(tiddler: Tiddler) -> tuple[str, ...]:
    """The tags, between which stand spaces; ``[[two words]]`` are one."""
    found = _TAG.finditer(tiddler.get("tags", ""))
    return tuple(dict.fromkeys(each["several"] or each["one"] for each in found))


def _is_of_wiki(title: str, tags: tuple[str, ...]) -> bool:
    """Whether a tiddler belongs to the wiki itself: its settings, parts or programs."""
    return title.startswith("$:/") or title in _OF_CLASSIC or not _OF_PLUGINS.isdisjoint(tags)


def _reasons(tiddler: Tiddler, tags: tuple[str, ...], date: datetime | None) -> Iterator[Reason]:
    """Each reason why a tiddler is left out by default."""
    if "draft.of" in tiddler or _DRAFT.match(tiddler["title"]):
        yield "draft"
    yield from reasons_to_leave_out({**_others(tiddler), "tags": [*tags]}, date)
    if reason := reason_of_written_title(tiddler["title"]):
        yield reason


def _others(tiddler: Tiddler) -> Mapping[str, object]:
    """The fields that people add."""
    return {plain_key(key): value for key, value in tiddler.items() if key not in _OWN}


def _date_of(written: str) -> datetime | None:
    """A moment, as ``20240102030405678``; Classic has no seconds."""
    digits = re.sub(r"\D", "", written)[:14]
    try:
        return datetime.strptime(digits.ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
