"""Gives templates the language of the digest: ``say``, and filters for dates and numbers."""

import functools
from collections.abc import Iterable
from datetime import datetime

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup, escape

from sitegen.languages import format_day, format_list, format_month, format_number
from sitegen.views.tracking import Reader


def add_language_functions(environment: jinja2.Environment, reader: Reader) -> None:
    """Makes templates speak the language of what ``reader`` reads, which notes that they do."""
    spoken = functools.lru_cache(maxsize=4096, typed=True)(reader.snapshot.wording.say_markup)

    def say(text: str, count: int | None = None, **values: object) -> Markup:
        reader.note_wording()
        try:
            return spoken(text, count, **values)
        except TypeError:  # a value without a hash, or one that is missing
            return reader.snapshot.wording.say_markup(text, count, **values)

    # A filter that takes the context is called for each page, also where its value never changes.
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
        reader.note_wording()
        return reader.snapshot.wording.language

    environment.filters.update(day=day, month=month, number=number, joined=joined)
    environment.globals["say"] = say
