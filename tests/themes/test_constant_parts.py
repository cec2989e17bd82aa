"""Which parts of a template are constant, and that they write what they wrote before."""

from pathlib import Path

import pytest
from jinja2.environment import Template

from sitegen.themes.compiling import Block
from sitegen.themes.environment import ThemeEnvironment, make_environment
from sitegen.views.record_snapshot import TemplateSource

VALUES = {"site": {"title": "T", "tags": ["a", "b"]}, "here": "posts/a/", "page": "P"}
OTHERS = {
    "words": "{{ say('Site') }}",
    "menu": "{% set few = site.tags %}{% for tag in few %}{{ url(tag) }}{% endfor %}",
    "frame": "{% include 'menu' %}{% include 'words' %}",
    "page": "{{ page }}{% include 'words' %}",
    "turns": "{{ site.title }}{% include 'turns' %}",
    "broken": "{{ site.title",
    "base": "{{ site.title }}[{% block main %}{{ site.title }}{% endblock %}]",
    "hides": "{% macro url(x) %}{{ x }}!{% endmacro %}{% include 'menu' %}{{ url('u') }}",
}


class Recorded:
    """Notes what is asked for, and lets the page render it."""

    def __init__(self, answer: str | None) -> None:
        self.asked: list[Block] = []
        self._answer = answer

    def find(self, block: Block, _: str = "", __: str = "") -> str | None:
        self.asked.append(block)
        return self._answer


def environment() -> ThemeEnvironment:
    sources = {name: TemplateSource(Path(name), text) for name, text in OTHERS.items()}
    made = make_environment(sources, lambda *_: None)
    made.globals["say"] = lambda text: f"say {text}"
    return made


def show(template: str, parts: Recorded | None) -> str:
    made = environment()
    made._templates["shown"] = Template.from_code(
        made, made.compile(template, "shown", "shown"), made.make_globals(None)
    )
    return made.render("shown", {**VALUES, "url": lambda text: f"to {text}"}, parts)


@pytest.mark.parametrize(
    ("template", "shown", "plain"),
    [
        ("a{{ site.title }}b", "#", "aTb"),
        ("a{{ site.title }}{{ page }}b{{ say('x') }}", "#P#", "aTPbsay x"),
        ("{{ page }}{{ site.title }}", "P#", "PT"),
        ("{{ url('x/') }}{{ url(page) }}", "#to P", "to x/to P"),
        ("{% if site.title %}{{ say('x') }}{% endif %}", "#", "say x"),
        ("{% if page %}{{ say('x') }}{% elif site.title %}y{% endif %}", "#", "say x"),
        ("{% for tag in site.tags %}{{ tag }}{{ loop.index }}{% endfor %}", "#", "a1b2"),
        ("{% for tag in site.tags %}{{ tag }}{{ page }}{% endfor %}", "aPbP", "aPbP"),
        ("{% for tag in site.tags if page %}{{ site.title }}{% endfor %}", "##", "TT"),
        ("{% for a, b in [site.tags] %}{{ a }}{{ b }}{% endfor %}", "#", "ab"),
        ("{% if here == 'x/' %}x{% else %}y{% endif %}", "#", "y"),
        ("{% if here != 'x/' %}x{% endif %}{{ here }}", "xposts/a/", "xposts/a/"),
        ("{% set a = site.title %}{{ a }}", "T", "T"),
        ("{% set a %}{{ site.title }}{% endset %}{{ a }}", "#", "T"),
        ("{% filter upper %}{{ say('x') }}{{ page }}{% endfilter %}", "#P", "SAY XP"),
        ("{% macro m(x) %}{{ x }}{{ site.title }}{% endmacro %}{{ m(1) }}", "1#", "1T"),
        ("{% with site = {'title': 'W'} %}{{ site.title }}{% endwith %}", "W", "W"),
        ("{% autoescape false %}{{ site.title }}{% endautoescape %}", "T", "T"),
        ("{% include 'words' %}{{ page }}", "#P", "say SiteP"),
        ("{% include 'frame' %}", "#", "to ato bsay Site"),
        ("{% include 'page' %}", "P#", "Psay Site"),
        ("{% with page = 1 %}{% include 'page' %}{% endwith %}", "1#", "1say Site"),
        ("{% set url = say %}{% include 'frame' %}", "say asay bsay Site", "say asay bsay Site"),
        ("{% include 'hides' %}", "a!b!u!", "a!b!u!"),
        ("{% include ['none', 'words'] %}", "say Site", "say Site"),
        ("{% extends 'base' %}", "##]", "T[T]"),
        (
            "{% extends 'base' %}{% block main %}{{ say('x') }}{{ page }}{% endblock %}",
            *("##P]", "T[say xP]"),
        ),
        ("{% extends 'base' %}{% block main %}{{ super() }}{% endblock %}", "##]", "T[T]"),
        ("{% extends 'base' %}{% set site = {'title': 'W'} %}", "W[W]", "W[W]"),
    ],
)
def test_what_reads_only_the_site_is_constant(template: str, shown: str, plain: str) -> None:
    assert show(template, Recorded("#")) == shown
    by_page = Recorded(None)
    assert show(template, by_page) == show(template, None)
    assert show(template, None) == plain
    assert ("#" in shown) == bool(by_page.asked)


def test_a_template_that_includes_itself_or_a_broken_one_is_not_constant() -> None:
    made = environment()
    assert made._constant_block("frame")
    assert not made._constant_block("turns")
    assert not made._constant_block("broken")
    assert not made._constant_block("none")
