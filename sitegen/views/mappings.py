"""Read-only mappings for templates, such as ``page.extra``, and errors for missing keys."""

import difflib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import NoneType
from typing import Any

import jinja2

_PLAIN_VALUES: Mapping[type, str] = {
    str: "a text",
    bool: "a boolean",
    int: "a number",
    float: "a number",
    datetime: "a date",
    date: "a date",
    tuple: "a list",
    NoneType: "an empty value",
}
"""What messages call the values of front matter that are not mappings, by type."""
_IN_PLACE_OF_MAPPINGS = frozenset({str, bool, int, float})
"""The types of values whose keys are empty in tests, as another page may have a mapping there."""
_LONGEST_SHOWN = 60
"""The maximum number of characters of a value that a message shows."""


class ShownMapping(Mapping[object, object]):
    """A mapping that templates can read but not change."""

    __slots__ = ("_path", "_values")

    def __init__(self, path: str, values: Mapping[object, object]) -> None:
        """Wraps ``values``; ``path`` is how templates refer to it, such as ``page.extra``."""
        self._path = path  # private, as Jinja looks up attributes before keys
        self._values = values

    def __getitem__(self, key: object) -> object:
        return self._values[key]

    def __iter__(self) -> Iterator[object]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return repr(self._values)


class MissingKey(jinja2.ChainableUndefined):
    """A missing key of a mapping: empty in tests and loops, an error where it is shown.

    Its attributes behave the same, as the keys of a page are optional.
    """

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        value = self._undefined_obj
        if type(value) in _PLAIN_VALUES:
            return _lacking(value, self._undefined_name)
        place = getattr(value, "_path", "this mapping")
        return f"{place} has no key “{self._undefined_name}”{self._guess()}"

    def __str__(self) -> str:
        return str(self._fail_with_undefined_error())

    def _guess(self) -> str:
        names = [key for key in self._undefined_obj if isinstance(key, str)]
        near = difflib.get_close_matches(str(self._undefined_name), names, n=1)
        return f"; did you mean “{near[0]}”?" if near else ""


class Missing(jinja2.StrictUndefined):
    """What Jinja uses for undefined values: using it is an error, except for keys of mappings.

    A text or a number may stand where another page has a mapping, so its keys are empty, too.
    """

    __slots__ = ()

    def __new__(cls, hint: str | None = None, obj: object = None, *args: Any, **kwargs: Any) -> Any:
        """Called by Jinja with the object whose attribute is missing as the second argument."""
        if isinstance(obj, Mapping) or type(obj) in _IN_PLACE_OF_MAPPINGS:
            return MissingKey(hint, obj, *args, **kwargs)
        return super().__new__(cls)

    @property
    def _undefined_message(self) -> str:
        is_plain = type(self._undefined_obj) in _PLAIN_VALUES and not self._undefined_hint
        if is_plain and isinstance(self._undefined_name, str):
            return _lacking(self._undefined_obj, self._undefined_name)
        return super()._undefined_message


def _lacking(value: object, name: object) -> str:
    """The message that a value has no such key.

    It shows a text or a number, as another page may have a mapping in its place.
    """
    kind = _PLAIN_VALUES[type(value)]
    if type(value) not in _IN_PLACE_OF_MAPPINGS:
        return f"{kind} has no “{name}”"
    shown = " ".join(str(value).split())
    if len(shown) > _LONGEST_SHOWN:
        shown = f"{shown[:_LONGEST_SHOWN]}…"
    return f"{kind} “{shown}” has no key “{name}”"
