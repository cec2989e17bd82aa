"""The ``copy`` command: prints a topic or a post as Markdown with its source."""

from datetime import UTC, datetime

import click
from markupsafe import escape

from sitegen.addresses import topic_address
from sitegen.cli.curating import find_only_page
from sitegen.cli.digest_root import find_root
from sitegen.content.visibility import select_visible
from sitegen.curation.library import Library, read_library
from sitegen.errors import UsageError
from sitegen.models import Page, Topic
from sitegen.output_formats.markdown_copy import Copied, Place, copy_post, copy_topic
from sitegen.views.page_views import make_page_view


def print_copy(name: str) -> None:
    """Prints the topic of that slug or title, else the post or essay that the name means.

    Raises:
        UsageError: there is none, or there are several.
        ContentError: the content as a whole is wrong.
    """
    library = read_library(find_root())
    config = library.config
    place = Place(library.site.front.title or config.title, config.base_url, config.language)
    topic = library.find_topic(name)
    if topic:
        copied = _copy_of_topic(library, topic, place)
    elif not library.find_pages(name):
        raise UsageError(
            f"there is no topic and no post “{name}”",
            hint="sitegen topics lists the topics; a post is named by its file, its address, or "
            "words of its title",
        )
    else:
        copied = copy_post(_copied(library, find_only_page(library, name)), place)
    click.echo(copied, nl=False)


def _copy_of_topic(library: Library, topic: Topic, place: Place) -> str:
    """The Markdown of a topic with the posts that are published now."""
    own = library.site.topic_pages.get(topic.slug)
    introduction = _copied(library, own).html if own else ""
    if not introduction and topic.description:
        introduction = f"<p>{escape(topic.description)}</p>"
    pages = tuple(library.pages.values())
    visible = {page.id: page for page in select_visible(pages, datetime.now(UTC)).shown}
    posts = [_copied(library, visible[id_]) for id_ in topic.members if id_ in visible]
    return copy_topic(topic.title, topic_address(topic.slug), introduction, posts, place)


def _copied(library: Library, page: Page) -> Copied:
    view, bodies = make_page_view(page, library.config)
    return Copied(view, bodies[0].unpacked().html)
