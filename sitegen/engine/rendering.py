"""Renders artifacts: puts what each shows through the theme's template, or into a feed."""

import re
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, cast
from urllib.parse import quote

import jinja2

from sitegen.addresses import file_of, relative_link, rewrite_root_links
from sitegen.engine.feeds import (
    Entry,
    SiteShown,
    TopicShown,
    make_entry,
    render_feed,
)
from sitegen.engine.sitemaps import PageShown, render_index, render_sitemap
from sitegen.errors import ThemeError, line_of
from sitegen.formats import format_iso
from sitegen.models import FeedArtifact, TemplateArtifact
from sitegen.themes import TEMPLATES, CompiledTemplates, Theme, make_environment
from sitegen.views.bodies import BodyLostError
from sitegen.views.contexts import Context
from sitegen.views.records import Channel, PageRef
from sitegen.views.snapshots import Snapshot
from sitegen.views.speaking import speak_language
from sitegen.views.tracking import Reader, Reads

_ATTRIBUTE_ERROR = re.compile(
    r"'sitegen\.[\w.]+?\.(\w+?)(?:View|Link)? object' has no attribute '(\w+)'"
)


class RenderedArtifact(NamedTuple):
    """What an artifact is to hold, and what was read to make it."""

    name: str
    """Its path in the output."""
    data: bytes
    reads: Reads


class Renderer:
    """Renders the artifacts of one snapshot with one theme."""

    def __init__(
        self, snapshot: Snapshot, theme: Theme, compiled: CompiledTemplates | None = None
    ) -> None:
        self._reader = Reader(snapshot)
        self._entry_reader = Reader(snapshot)
        self._entries: dict[PageRef, tuple[Entry, Reads]] = {}
        self._theme = theme
        self._environment = make_environment(
            snapshot.templates, self._reader.note_template, compiled
        )
        self._environment.filters.update(iso=format_iso)
        speak_language(self._environment, self._reader)

    def render(
        self, artifact: TemplateArtifact | FeedArtifact, context: Context
    ) -> RenderedArtifact:
        """The bytes of the artifact, and what was read for them.

        Raises:
            ThemeError: the template is missing, is wrong, or uses what it was not given.
            BodyLostError: a text is not to be had any more.
        """
        self._reader.begin()
        if isinstance(artifact, FeedArtifact):
            data = self._feed(artifact, context)
        else:
            data = self._page(artifact, self._show(context))
        return RenderedArtifact(file_of(artifact.address), data, self._reader.noted())

    def _page(self, artifact: TemplateArtifact, shown: Context) -> bytes:
        link = _linker(artifact, shown)
        template = TEMPLATES[artifact.kind]
        self._reader.note_template(template)
        try:
            html = self._environment.get_template(template).render(
                shown,
                site=self._reader.site,
                here=artifact.address,
                url=lambda target: link(_address_of(target)),
            )
        except BodyLostError:
            raise
        except Exception as error:  # a template may do anything that Python does
            raise _template_error(error, self._theme, template) from error
        return (
            html.encode()
            if artifact.kind == "not-found"
            else rewrite_root_links(html, link).encode()
        )

    def _show(self, context: Context) -> Context:
        return {name: self._reader.show(value) for name, value in context.items()}

    def _feed(self, artifact: FeedArtifact, context: Context) -> bytes:
        site = cast("SiteShown", self._reader.site)
        if artifact.format == "sitemap-index":
            return render_index(site.base_url, artifact.lists)
        if artifact.format == "sitemap":
            shown = self._show(context)["entries"]
            return render_sitemap(
                site.base_url, cast("tuple[tuple[str, PageShown | None], ...]", shown)
            )
        refs = cast("tuple[PageRef, ...]", context["entries"])
        channel = cast("Channel", context["channel"])
        entries = [self._entry(ref, site.base_url, channel.since) for ref in refs]
        return render_feed(artifact, site, channel, entries)

    def _entry(self, ref: PageRef, base_url: str, since: datetime) -> Entry:
        """The entry of a page, made once for all feeds; each notes what was read for it."""
        if ref not in self._entries:
            reader = self._entry_reader
            reader.begin()
            page = reader.record(ref)
            topic = cast("TopicShown | None", reader.show(page.topic))
            html, note = reader.show(page.html), reader.show(page.note)
            content = f"<aside>{note}</aside>\n{html}" if note else f"{html}"
            self._entries[ref] = make_entry(page, content, topic, base_url, since), reader.noted()
        entry, reads = self._entries[ref]
        self._reader.note(reads)
        return entry


def _linker(artifact: TemplateArtifact, shown: Context) -> Callable[[str], str]:
    """How the artifact links to an address.

    A host shows the page for unknown addresses at any of them, so its links cannot be relative.
    """
    if artifact.kind == "not-found":
        return lambda address: f"{shown['root']}{quote(address)}"
    return lambda address: relative_link(artifact.address, address)


def _address_of(target: object) -> str:
    address = getattr(target, "address", target)  # a tag is a text that has one
    if not isinstance(address, str):
        raise TypeError(f"url() takes an address or a page, not {target!r}")
    return address


def _template_error(error: Exception, theme: Theme, template: str) -> ThemeError:
    path, line = _place(error, theme)
    if isinstance(error, jinja2.TemplateNotFound):
        return ThemeError(
            f"the theme “{theme.name}” has no template “{error.name}”",
            path=path or theme.folders[0],
            line=line,
            source=_source_line(path, line),
            hint="see the name in the line that asks for it; a theme may extend another",
        )
    return ThemeError(
        f"this template cannot be rendered: {_in_words(error)}",
        path=path or theme.folders[0] / "templates" / template,
        line=line,
        source=_source_line(path, line),
        hint=_hint(error),
    )


def _place(error: Exception, theme: Theme) -> tuple[Path | None, int | None]:
    """The template's file and line, which Jinja puts into the traceback."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return (Path(error.filename) if error.filename else None), error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if any(path.is_relative_to(folder) for folder in theme.folders):
            return path, frame.lineno
    return None, None


def _source_line(path: Path | None, line: int | None) -> str | None:
    if path is None or line is None:
        return None
    found = line_of(path.read_text(encoding="utf-8", errors="replace"), line)
    return found.strip() if found else None


def _in_words(error: Exception) -> str:
    """What went wrong, in the words of the documentation rather than of Python's classes."""
    if isinstance(error, RecursionError):
        return "it extends or includes itself"
    text = str(error) or type(error).__name__
    return _ATTRIBUTE_ERROR.sub(lambda found: f"a {found[1].lower()} has no “{found[2]}”", text)


def _hint(error: Exception) -> str:
    match error:
        case jinja2.UndefinedError():
            return "docs/themes.md lists what each template receives"
        case jinja2.TemplateAssertionError():
            return "see the spelling; docs/themes.md lists the filters that are not Jinja's own"
        case jinja2.TemplateSyntaxError():
            return "see that every {% block %}, {% if %} and {% for %} has its end"
        case RecursionError():
            return 'say whose template it extends: {% extends "default/base.html" %}'
    return "see what the line does with its values"
