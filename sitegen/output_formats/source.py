"""What the renderer of an output format may read; each value that it reads becomes a dependency."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sitegen.artifacts import FormatArtifact
from sitegen.picture import Picture
from sitegen.views.template_records import Context, ImageView, PageView, SiteView, TopicView
from sitegen.views.tracking import Tracker

if TYPE_CHECKING:
    from sitegen.errors import SitegenError


RenderTemplate = Callable[[str, Context], str]
"""Renders a template with ``site``, ``full_url()`` and some values."""


class FormatSource:
    """The digest as the renderer of an output format sees it.

    Pages, topics and the site have the values of their records, with references resolved:
    ``page.topic`` is the topic itself, ``page.html`` is HTML.
    """

    def __init__(
        self,
        artifact: FormatArtifact,
        context: Context,
        tracker: Tracker,
        render_template: RenderTemplate,
    ) -> None:
        self._artifact = artifact
        self._context = context
        self._tracker = tracker
        self._render_template = render_template
        self.warnings: list[SitegenError] = []
        """What an editor should know about the file."""

    @property
    def address(self) -> str:
        """The address of the file."""
        return self._artifact.address

    @property
    def is_topic(self) -> bool:
        """Whether it shows a topic."""
        return bool(self._artifact.topic)

    @property
    def shows_digest(self) -> bool:
        """Whether it shows the whole digest."""
        return not (self._artifact.page or self._artifact.topic)

    @property
    def site(self) -> SiteView:
        """The digest."""
        return cast("SiteView", self._tracker.site)

    @property
    def page(self) -> PageView:
        """The page that the file shows; the front page if it shows the whole digest."""
        return cast("PageView", self._tracker.show(self._context["page"]))

    @property
    def essays(self) -> tuple[PageView, ...]:
        """The essays of the current edition; without editions, of the whole digest."""
        return cast("tuple[PageView, ...]", self._tracker.show(self._context["essays"]))

    @property
    def topics(self) -> tuple[TopicView, ...]:
        """The topics of the current edition with its posts; without editions, all of them."""
        return cast("tuple[TopicView, ...]", self._tracker.show(self._context["topics"]))

    @property
    def topic(self) -> TopicView:
        """The topic that the file shows."""
        return cast("TopicView", self._tracker.show(self._context["topic"]))

    def value(self, name: str) -> object:
        """Another value that was planned for the file."""
        return self._tracker.show(self._context[name])

    @property
    def topic_title(self) -> str:
        """The title of the topic of the page; empty if it has none."""
        topic = cast("TopicView | None", self.page.topic)
        return topic.title if topic else ""

    @property
    def picture(self) -> Picture | None:
        """The picture of the whole digest; None if there is too little to show."""
        return cast("Picture | None", self._context.get("picture"))

    def render(self, template: str, **values: object) -> str:
        """Renders a template of the theme with ``site``, ``full_url()`` and some values.

        Raises:
            ThemeError: the template is missing or wrong.
        """
        return self._render_template(template, {**values, "here": self._artifact.address})

    def image(self, address: str) -> ImageView | None:
        """The sizes of a picture of the digest; None if there is no such picture."""
        return self._tracker.image(address)

    def image_file(self, address: str) -> Path | None:
        """The file of a picture of the digest, with its metadata; None if there is none."""
        return self._tracker.image_file(address)

    def kept_image(self, address: str) -> Path | None:
        """Where to keep a version of a picture between builds; the extension is added to it."""
        return self._tracker.kept_image(address)
