"""Makes the snapshot of a site from its plan and its pages."""

from collections.abc import Mapping

from sitegen.addresses import author_address, file_of, tag_address
from sitegen.content.site import empty_front
from sitegen.content.tags import tag_key
from sitegen.engine.loading import PageRecord
from sitegen.engine.site_plan import SitePlan
from sitegen.views.body_store import BodyFile
from sitegen.views.page_views import make_page_view
from sitegen.views.record_snapshot import AuthorPage, Snapshot, TagPage
from sitegen.views.site_views import introduce, make_topic_views, with_menu
from sitegen.views.template_records import PageView, TopicView


def make_snapshot(
    site_plan: SitePlan, pages: Mapping[str, PageRecord], bodies: BodyFile
) -> Snapshot:
    """The snapshot without templates and pictures.

    Raises:
        BodyLostError: there is no disk space for a body, or the cache is damaged.
    """
    views = _views(site_plan, pages, bodies)
    further = (views[page.id] for page in site_plan.site.pages if page.id in views)
    return Snapshot(
        site=with_menu(site_plan.view, further),
        pages=views,
        topics=_topics(site_plan, views),
        authors=_author_pages(site_plan),
        tags=_tag_pages(site_plan),
        templates={},
        wording=site_plan.inputs.wording,
        bodies=bodies,
    )


def _author_pages(site_plan: SitePlan) -> dict[str, AuthorPage]:
    """The planned author pages, by the names of the authors."""
    return {
        author.name: AuthorPage(address)
        for author in site_plan.site.authors
        if file_of(address := author_address(author.slug)) in site_plan.artifacts
    }


def _tag_pages(site_plan: SitePlan) -> dict[str, TagPage]:
    """All tags, with the addresses of the pages that are planned."""
    pages: dict[str, TagPage] = {}
    for tag in site_plan.site.tags:
        address = tag_address(tag.slug)
        is_planned = file_of(address) in site_plan.artifacts
        pages[tag_key(tag.name)] = TagPage(tag.name, address if is_planned else None)
    return pages


def _topics(site_plan: SitePlan, views: Mapping[str, PageView]) -> dict[str, TopicView]:
    """The topic views, by slug, or by edition and slug."""
    pages = site_plan.site.topic_pages
    return {
        key: introduce(topic, views[pages[topic.slug].id] if topic.slug in pages else None)
        for key, topic in make_topic_views(site_plan.site, site_plan.refs).items()
    }


def _views(
    site_plan: SitePlan, pages: Mapping[str, PageRecord], bodies: BodyFile
) -> dict[str, PageView]:
    """The views of the pages that are shown, by id."""
    shown = site_plan.shown
    records = map(pages.get, [page.path for page in shown])
    views: dict[str, PageView] = {
        page.id: record.view
        for page, record in zip(shown, records, strict=True)
        if record and record.view
    }
    front = site_plan.site.front.id
    if front not in views:
        views[front], own = make_page_view(empty_front(), site_plan.inputs.config)
        bodies.put(own)
    return views
