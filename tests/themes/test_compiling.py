"""The short ways of compiled templates write what Jinja writes."""

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from sitegen.themes.compiling import escape_output
from sitegen.themes.environment import make_environment

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
            value="<a> & b", f=f, wants_context=wants_context, cycler=jinja2.utils.Cycler("<", "x")
        )
        for environment in (ours, theirs)
    ]
    assert shown[0] == shown[1]
