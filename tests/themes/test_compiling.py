"""The short ways of compiled templates write what Jinja writes."""

from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from sitegen.themes.compiling import escape_output
from sitegen.themes.environment import make_environment
from sitegen.views.record_snapshot import TemplateSource

VALUES = st.text() | st.integers() | st.none() | st.text().map(Markup) | st.lists(st.text())


@given(VALUES)
def test_output_is_escaped_as_jinja_escapes_it(value: object) -> None:
    assert str(escape_output(value)) == str(escape(value))


@pytest.mark.parametrize(
    "template",
    [
        "{{ value }}{{ f(value) }}{{ f(value=value) }}",
        "{% for item in [value, '<i>'] %}{{ f(item) }}{{ wants_context(item) }}{% endfor %}",
        "{% macro m(x) %}<p>{{ x }}{{ caller() }}{% endmacro %}{% call m(value) %}<b>{% endcall %}",
        "{% set text %}{{ value }}{% endset %}{{ text }}{{ text ~ value }}{{ value|upper }}",
        "{% autoescape false %}{{ value }}{% endautoescape %}{{ value|safe }}",
        "{% for item in [1, 2] recursive %}{{ loop.index }}{{ cycler.next() }}{% endfor %}",
        "{{ f(*[value]) }}{{ f(**{'value': value}) }}{{ value.removesuffix('b') }}",
        "{{ dict(a=value) }}{{ namespace(a=value).a }}{{ {'a': [value]} | tojson }}",
        "{{ {'b': value, 'a': 1} | tojson(indent=1) }}",
        "{{ say(value) }}{{ say(text=value, n=1) }}{{ url(value) is defined }}",
        "{% set say = wants_context %}{{ say(value) }}{% macro url() %}<{% endmacro %}{{ url() }}",
        "{% macro say() %}<{% endmacro %}{% autoescape false %}{{ [say()] }}{% endautoescape %}",
    ],
)
def test_a_template_writes_what_it_writes_in_plain_jinja(template: str) -> None:
    @jinja2.pass_context
    def wants_context(context: jinja2.runtime.Context, item: str) -> str:
        return f"{context['value']}{item}"

    def f(value: str) -> str:
        return f"[{value}]"

    ours = make_environment({}, lambda *_: None)
    theirs = jinja2.Environment(autoescape=True, keep_trailing_newline=True)
    shown = [
        environment.from_string(template).render(
            value="<a> & b",
            f=f,
            say=lambda text, n=0: f"<{text}{n}>",
            url=Markup,
            wants_context=wants_context,
            cycler=jinja2.utils.Cycler("<", "x"),
        )
        for environment in (ours, theirs)
    ]
    assert shown[0] == shown[1]


PARTS = {
    "shows": "{{ value }}{{ item }}{{ later }}",
    "sets": "{% set value = value ~ '!' %}{% set later = 1 %}{% include 'shows' %}",
    "blocks": "{% block b %}[{{ value }}{{ item }}]{% endblock %}{{ self.b() }}",
    "extends": "{% extends 'blocks' %}{% block b %}{{ super() }}<{{ value }}>{% endblock %}",
    "imports": "{% from 'm' import m with context %}{{ m() }}{% import 'm' as a %}{{ a.n() }}",
    "m": "{% macro m() %}{{ value }}{% endmacro %}{% macro n() %}{{ 1 }}{% endmacro %}",
    "alone": "{{ item is defined }}",
    "context": "{{ wants_context(item) }}{{ item is defined }}{{ later is defined }}",
}
LATER = "{{ item is defined }}{{ later is defined }}"


@pytest.mark.parametrize(
    "template",
    [
        "{% set item = 1 %}{% set later = 2 %}{% include 'shows' %}{% include 'sets' %}{{ value }}",
        "{% set later = 0 %}{% for item in 'ab' %}{% include 'sets' %}{% endfor %}" + LATER,
        "{% set later = 0 %}{% with item = value %}{% include 'shows' %}{% endwith %}" + LATER,
        "{% with item = 1 %}{% include 'blocks' %}{% include 'extends' %}{% endwith %}",
        "{% block b %}{% set item = 2 %}{% include 'extends' %}{% endblock %}",
        "{% for item in 'ab' %}{% include 'context' %}{% endfor %}",
        "{% set item %}{% include 'imports' %}{% endset %}{{ item }}{% include 'context' %}",
        "{% macro m(item, later) %}{% include 'shows' %}{% endmacro %}{{ m(1, value) }}",
        "a{% include ['none', 'imports'] %}b{% include 'none' ignore missing %}",
        "{% include 'im' ~ 'ports' %}{% include 'imports' %}",
        "{% set item = 1 %}a{% include 'alone' without context %}b",
    ],
)
def test_an_include_writes_what_it_writes_in_plain_jinja(template: str) -> None:
    @jinja2.pass_context
    def wants_context(context: jinja2.runtime.Context, item: str) -> str:
        return f"{context['value']}{item}{'item' in context}{max(context.get_all())}"

    sources = {name: TemplateSource(Path(name), text) for name, text in PARTS.items()}
    ours = make_environment(sources, lambda *_: None)
    theirs = jinja2.Environment(loader=jinja2.DictLoader(PARTS), autoescape=True)
    shown = [
        environment.from_string(template).render(value="<a>", wants_context=wants_context)
        for environment in (ours, theirs)
    ]
    assert shown[0] == shown[1]
