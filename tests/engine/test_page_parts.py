"""What pages have in common is rendered once, and no page shows it."""

from typing import NamedTuple

import pytest

from sitegen.artifacts import CopyArtifact
from sitegen.engine.page_parts import CommonParts
from sitegen.engine.rendering import Renderer
from sitegen.views.tracking import Dependencies
from tests.digest import CONFIG, Digest, collect

MENU = """
<nav>{% for topic in site.topics %}
<a href="{{ url(topic) }}"{% if here == topic.address %} aria-current="page"{% endif %}>
{{- topic.title }}</a>
{% endfor %}{{ url("posts/one/") }} {{ url("topics/craft/2/") }} {{ url("") }}</nav>
{{ shared("_topic_links.html") }}{{ shared("_menu_items.html") }}
"""
OWN = {
    "_masthead.html": MENU,
    "_colophon.html": "{% with url = full_url %}{% include '_all_topics.html' %}{% endwith %}",
    "_facts.html": "{{ entry.words }}{% set site = entry %}{% include '_edition_title.html' %}",
    "_edition_title.html": "<i>{{ site.title }}</i>",
}


class Shown(NamedTuple):
    data: bytes
    dependencies: Dependencies


def filled(digest: Digest, theme: str) -> Digest:
    digest.write("sitegen.toml", f'{CONFIG}theme = "{theme}"\npage_size = 2\n')
    for name in ("one", "two", "three"):
        digest.post(name, f"The {name}.", title=f"Post {name}", author="Ann", tags="[wood]")
        digest.post(f"{name}-more", topic="play", date="2024-01-02")
    digest.page("essays/long.md", "# A title\n\nAn essay.")
    digest.page("about.md", "A page.").page("deep/er.md", "Another.")
    for name, text in OWN.items() if theme == "mine" else ():
        digest.write(f"themes/mine/templates/{name}", text)
    return digest


def pages(digest: Digest) -> dict[str, Shown]:
    """All pages, each with its dependencies."""
    collected = collect(digest.root)
    plan = collected.site_plan
    renderer = Renderer(collected.snapshot, plan.inputs.theme)
    shown = {}
    for name, context in plan.contexts.items():
        artifact = plan.artifacts[name]
        assert not isinstance(artifact, CopyArtifact)
        if name.endswith(".html"):
            _, data, dependencies, _ = renderer.render(artifact, context)
            shown[name] = Shown(data, dependencies)
    return shown


@pytest.mark.parametrize("theme", ["default", "wire", "mine"])
def test_a_page_and_its_dependencies_are_as_if_all_was_rendered_for_it(
    digest: Digest, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    with_parts = pages(filled(digest, theme))
    monkeypatch.setattr(CommonParts, "of", lambda *_: None)
    alone = pages(digest)
    assert len(alone) > 20
    for name, (data, dependencies) in alone.items():
        assert with_parts[name].data.decode() == data.decode(), name
        for key, fields in dependencies.items():
            assert fields & with_parts[name].dependencies.get(key, 0) == fields, (name, key)


def test_a_part_links_to_the_page_itself_where_it_is_shown_there(digest: Digest) -> None:
    filled(digest, "mine").build()
    digest.shows("topics/craft/", 'href="index.html" aria-current="page">Craft<')
    digest.shows("topics/craft/2/", 'href="../index.html">Craft<', "index.html ../../../index.html")
    digest.shows("topics/play/", 'href="../craft/index.html">Craft<')
    digest.shows("posts/one/", 'href="../../topics/craft/index.html">Craft<')
    digest.shows("posts/one/", "</a>\nindex.html ../").shows(
        "posts/two/", "</a>\n../one/index.html ../"
    )
    digest.shows("404.html", 'href="/topics/craft/"', "/posts/one/ /topics/craft/2/ /<")


def test_pages_are_made_again_when_what_a_part_shows_changes(digest: Digest) -> None:
    filled(digest, "mine").build()
    digest.write("content/topics/craft/_index.md", "---\ntitle: Trades\n---\n").build()
    assert digest.result is not None
    assert "posts/two-more/index.html" in digest.result.written
    digest.shows("posts/two-more/", ">Trades</a>")
    digest.write("themes/mine/templates/_masthead.html", f"{MENU}<hr>").build()
    digest.shows("posts/two-more/", "<hr>").shows("topics/play/", "<hr>")


def test_an_error_in_a_part_names_the_line(digest: Digest) -> None:
    filled(digest, "mine").write("themes/mine/templates/_masthead.html", "<p>\n{{ site.nme }}")
    with pytest.raises(Exception, match="has no") as raised:
        digest.build()
    assert str(raised.value).startswith(f"{digest.root}/themes/mine/templates/_masthead.html:2: ")
