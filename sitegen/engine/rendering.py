"""Renders artifacts: pages with the theme's templates, feeds and sitemaps."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, cast

from markupsafe import Markup

from sitegen.addresses import (
    FOLDERS_OF_PAGES,
    absolute_link,
    file_of,
    links_from,
    quoted,
    rewrite_root_links,
)
from sitegen.artifacts import (
    FeedArtifact,
    FormatArtifact,
    RedirectArtifact,
    RenderedArtifact,
    TemplateArtifact,
)
from sitegen.engine.feeds import Entry, SiteShown, TopicShown, make_entry, render_feed
from sitegen.engine.image_tags import describe_images, measure_images
from sitegen.engine.page_parts import CommonParts, PageParts, address_of, link_prefix
from sitegen.engine.sitemaps import render_index, render_sitemap
from sitegen.engine.template_errors import template_error
from sitegen.errors import SitegenError
from sitegen.hypertext.headings import prefix_footnotes, prefix_headings
from sitegen.languages import locale_name
from sitegen.text.rfc3339 import format_iso
from sitegen.themes.environment import CompiledTemplates, make_environment
from sitegen.themes.loading import TEMPLATES, Theme
from sitegen.views.body_store import BodyLostError
from sitegen.views.localisation import add_language_functions
from sitegen.views.record_snapshot import Snapshot
from sitegen.views.template_records import Channel, Context, PageRef, SiteView
from sitegen.views.tracking import Dependencies, Tracker

_FILE_ENDING = re.compile(r"\.(?=[0-9]*[a-zA-Z])[0-9a-zA-Z]{1,5}$")
"""A file extension, such as ``.xml`` or ``.mp3``; the slug ``v1.2`` has none."""


class RenderResult(NamedTuple):
    """The bytes of an artifact, and its dependencies."""

    name: str
    """Its path in the output."""
    data: bytes
    dependencies: Dependencies
    warnings: tuple[SitegenError, ...] = ()


class Renderer:
    """Renders the artifacts of one snapshot with one theme."""

    def __init__(
        self, snapshot: Snapshot, theme: Theme, compiled: CompiledTemplates | None = None
    ) -> None:
        self._tracker = Tracker(snapshot)
        self._entry_tracker = Tracker(snapshot)
        self._entries: dict[PageRef, tuple[Entry, Dependencies]] = {}
        self._theme = theme
        self._environment = make_environment(
            snapshot.templates, self._tracker.add_template, compiled
        )
        self._environment.filters.update(
            iso=format_iso, locale=locale_name, among_others=_among_others
        )
        add_language_functions(self._environment, self._tracker)
        self._common = CommonParts(self._environment, self._tracker, self._full_url)

    def render(self, artifact: RenderedArtifact, context: Context) -> RenderResult:
        """Renders an artifact and tracks its dependencies.

        Raises:
            ThemeError: the template is missing, is wrong, or uses what it was not given.
            BodyLostError: the body store has lost a text.
        """
        self._tracker.reset()
        if isinstance(artifact, FeedArtifact):
            data = self._feed(artifact, context)
        elif isinstance(artifact, RedirectArtifact):
            data = self._redirect(artifact)
        elif isinstance(artifact, FormatArtifact):
            return self._format(artifact, context)
        else:
            data = self._page(artifact, self._show(context))
        return RenderResult(file_of(artifact.address), data, self._tracker.dependencies())

    def _redirect(self, artifact: RedirectArtifact) -> bytes:
        from sitegen.engine.redirects import render_redirects  # noqa: PLC0415 -- few digests have any

        site = cast("SiteView", self._tracker.site)
        return render_redirects(artifact, site.base_url, site.language)

    def _format(self, artifact: FormatArtifact, context: Context) -> RenderResult:
        from sitegen.output_formats.rendering import render_format  # noqa: PLC0415 -- rarely stale
        from sitegen.output_formats.source import FormatSource  # noqa: PLC0415 -- rarely stale

        source = FormatSource(artifact, context, self._tracker, self._render_template)
        data = render_format(artifact, source)
        dependencies = self._tracker.dependencies()
        return RenderResult(artifact.address, data, dependencies, tuple(source.warnings))

    def _page(self, artifact: TemplateArtifact, shown: Context) -> bytes:
        here = artifact.address
        is_anywhere = artifact.kind == "not-found"  # hosts show it at any address
        prefix = str(shown["root"]) if is_anywhere else link_prefix(here)
        link = _linker(artifact, shown)
        parts = None if is_anywhere else self._common.of(here)
        html = self._render_template(
            TEMPLATES[artifact.kind],
            {"card": None, **shown},
            parts,
            here=here,
            kind=artifact.kind,
            url=lambda target: link(address_of(target)),
            shared=lambda name: self._common.shared(name, prefix, here),
        )
        if is_anywhere:
            return html.encode()
        if parts:
            self._tracker.add(parts.dependencies())
        is_essay = artifact.kind == "essay"
        html = describe_images(html, self._tracker.image, is_essay=is_essay)
        return rewrite_root_links(html, lambda target: link(self._with_slash(target))).encode()

    def _render_template(
        self,
        template: str,
        values: Context,
        parts: PageParts | None = None,
        **functions: object,
    ) -> str:
        self._tracker.add_template(template)
        variables = {
            **values,
            "site": self._tracker.site,
            "full_url": self._full_url,
            **functions,
        }
        try:
            return self._environment.render(template, variables, parts)
        except BodyLostError:
            raise
        except Exception as error:  # a template can raise any error
            raise template_error(error, self._theme, template) from error

    def _with_slash(self, address: str) -> str:
        """Adds the trailing slash to the address of a page, as hosts do but file systems do not."""
        if not address or address.endswith("/"):
            return address
        if address.partition("/")[0] in FOLDERS_OF_PAGES:
            return address if _FILE_ENDING.search(address) else f"{address}/"
        site = cast("SiteView", self._tracker.site)
        is_page = any(item.address == f"{address}/" for item in site.menu)
        return f"{address}/" if is_page else address

    def _full_url(self, target: object) -> str:
        """The absolute URL of a page or an address; its path in the site without ``base_url``."""
        base_url = self._tracker.site.reader.read("base_url")  # faster than as an attribute
        return absolute_link(cast("str", base_url), address_of(target))

    def _show(self, context: Context) -> Context:
        return {name: self._tracker.show(value) for name, value in context.items()}

    def _feed(self, artifact: FeedArtifact, context: Context) -> bytes:
        site = cast("SiteShown", self._tracker.site)
        if artifact.format == "sitemap-index":
            return render_index(site.base_url, artifact.lists)
        if artifact.format == "sitemap":
            changes = cast("tuple[datetime | None, ...]", context["changes"])
            return render_sitemap(site.base_url, zip(artifact.lists, changes, strict=True))
        refs = cast("tuple[PageRef, ...]", context["entries"])
        channel = cast("Channel", context["channel"])
        entries = [self._entry(ref, site.base_url, channel.since) for ref in refs]
        return render_feed(artifact, site, channel, entries)

    def _entry(self, ref: PageRef, base_url: str, since: datetime) -> Entry:
        """The entry of a page, created once for all feeds; each feed depends on what it read."""
        if ref not in self._entries:
            tracker = self._entry_tracker
            tracker.reset()
            page = tracker.whole_page(ref)
            topic = cast("TopicShown | None", tracker.show(page.topic))
            html, note = tracker.show(page.html), tracker.show(page.note)
            content = f"<aside>{note}</aside>\n{html}" if note else f"{html}"
            content = measure_images(content, tracker.image)
            self._entries[ref] = (
                make_entry(page, content, topic, base_url, since),
                tracker.dependencies(),
            )
        entry, dependencies = self._entries[ref]
        self._tracker.add(dependencies)
        return entry


def _among_others(html: Markup, address: str, again: str = "") -> Markup:
    """The HTML of a post, with unique ids of its headings among several posts on a page.

    Where the page shows the post a second time, ``again`` is a prefix that makes its ids differ.
    """
    text = str(html)
    if again:
        text = prefix_footnotes(text, again)
        address = f"{again}-{address.strip('/').rpartition('/')[2]}"
    return Markup(prefix_headings(text, address))  # noqa: S704 -- it was safe before


def _linker(artifact: TemplateArtifact, shown: Context) -> Callable[[str], str]:
    """Returns the function that creates the artifact's links.

    Hosts show the not-found page at any address, so its links cannot be relative.
    """
    if artifact.kind == "not-found":
        return lambda address: f"{shown['root']}{quoted(address)}"
    return links_from(artifact.address)
