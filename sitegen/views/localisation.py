"""Localisation for templates: ``say()``, and filters for dates, numbers and lists."""

import functools
from collections.abc import Iterable
from datetime import datetime

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup, escape

from sitegen.languages import format_day, format_list, format_month, format_number
from sitegen.views.tracking import Tracker


def add_language_functions(environment: jinja2.Environment, tracker: Tracker) -> None:
    """Adds ``say()`` and the filters to ``environment``, in the language of the digest.

    ``tracker`` records which templates use them.
    """
    say_cached = functools.lru_cache(maxsize=4096, typed=True)(tracker.snapshot.wording.say_markup)

    def say(text: str, count: int | None = None, **values: object) -> Markup:
        tracker.add_wording()
        try:
            return say_cached(text, count, **values)
        except TypeError:  # a value is missing, or cannot be hashed
            return tracker.snapshot.wording.say_markup(text, count, **values)

    # With pass_context, Jinja does not evaluate the filter of a constant at compile time.
    @jinja2.pass_context
    def day(_: Context, moment: datetime) -> str:
        return format_day(moment.date(), language())

    @jinja2.pass_context
    def month(_: Context, moment: datetime) -> str:
        return format_month(moment.date(), language())

    @jinja2.pass_context
    def number(_: Context, value: int) -> str:
        return format_number(value, language())

    @jinja2.pass_context
    def joined(_: Context, items: Iterable[object]) -> Markup:
        return Markup(format_list([escape(item) for item in items], language()))  # noqa: S704 -- escaped

    def language() -> str:
        tracker.add_wording()
        return tracker.snapshot.wording.language

    environment.filters.update(day=day, month=month, number=number, joined=joined)
    environment.globals["say"] = say
