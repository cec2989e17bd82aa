"""The generators that are measured: where each reads the posts and writes the pages.

The configuration and the templates of each are in ``layouts/``. They do the same work in the
simplest way that each generator offers, with the default settings for Markdown and caches.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.building.posts import Post

LAYOUTS = Path(__file__).with_name("layouts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """One generator, with the layout that it is measured in."""

    name: str
    layout: str
    """The folder under ``layouts/`` that a site begins with."""
    source: str
    """The file of a post in the site, with its ``{topic}`` and ``{slug}``."""
    head: Callable[[Post], str]
    """The front matter of that file."""
    output: str
    """The folder of the site that it writes into."""
    later_page: str
    """The file of a topic's page after the first, with its ``{topic}`` and ``{number}``."""
    further: frozenset[str] = frozenset()
    """The HTML files that it writes beside the front page, the posts and the topics."""
    topic_list: str = "index.html"
    """The HTML file that lists every topic."""
    has_months: bool = False
    """Whether it writes pages for months too."""
    build: tuple[str, ...]
    """The arguments of its command for a build."""
    serve: tuple[str, ...] = ()
    """Those for a server, with ``{port}``; none if its server is not measured."""
    ready: str = ""
    """What the server prints when its first build is done."""
    events: str = ""
    """Where the server announces each reload; empty if its page must be polled."""
    version: tuple[str, ...] = ("--version",)
    """Those that make it print its version."""


def _yaml(post: Post) -> str:
    return f"---\ntitle: {post.title}\ndate: {post.date:%Y-%m-%dT%H:%M:%SZ}\n---\n\n"


def _yaml_with_topics(post: Post) -> str:
    return _yaml(post).replace("\n---\n\n", f"\ntopics: [{post.topic}]\n---\n\n")


def _yaml_with_topic(post: Post) -> str:
    return _yaml(post).replace("\n---\n\n", f"\ntopic: {post.topic}\n---\n\n")


def _meta(post: Post) -> str:
    return f"Title: {post.title}\nDate: {post.date:%Y-%m-%d %H:%M}\n\n"


def _sitegen(
    name: str, layout: str, *further: str, topic_list: str = "index.html", has_months: bool = False
) -> Generator:
    return Generator(
        name=name,
        layout=layout,
        source="content/topics/{topic}/{slug}.md",
        head=_yaml,
        output="output",
        later_page="topics/{topic}/{number}/index.html",
        further=frozenset({"archive/index.html", "404.html", *further}),
        topic_list=topic_list,
        has_months=has_months,
        build=("build",),
        serve=("serve", "--port", "{port}"),
        ready="Built ",
        events="/_sitegen/events",
    )


SITEGEN = _sitegen("sitegen", "sitegen")
SITEGEN_DEFAULT, SITEGEN_WIRE = (
    _sitegen(
        f"sitegen, {theme} theme",
        f"sitegen-{theme}",
        *("about-this-digest/index.html", "topics/index.html"),
        topic_list="topics/index.html",
        has_months=True,
    )
    for theme in ("default", "wire")
)
HUGO = Generator(
    name="Hugo",
    layout="hugo",
    source="content/posts/{slug}.md",
    head=_yaml_with_topics,
    output="public",
    later_page="topics/{topic}/page/{number}/index.html",
    build=(),
    serve=("server", "--bind", "127.0.0.1", "--port", "{port}"),
    ready="Press Ctrl+C to stop",
    version=("version",),
)
PELICAN = Generator(
    name="Pelican",
    layout="pelican",
    source="content/{topic}/{slug}.md",
    head=_meta,
    output="output",
    later_page="topics/{topic}/{number}/index.html",
    build=(),
)
ELEVENTY = Generator(
    name="Eleventy",
    layout="eleventy",
    source="posts/{slug}.md",
    head=_yaml_with_topic,
    output="output",
    later_page="topics/{topic}/{number}/index.html",
    build=(),
)
SITEGEN_THEMES = (SITEGEN, SITEGEN_DEFAULT, SITEGEN_WIRE)
ALL = (*SITEGEN_THEMES, HUGO, PELICAN, ELEVENTY)
