"""Read-only mappings for templates, such as ``page.extra``, and errors for missing keys."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

import jinja2


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
        place = getattr(self._undefined_obj, "_path", "this mapping")
        return f"{place} has no key “{self._undefined_name}”{self._guess()}"

    def __str__(self) -> str:
        return str(self._fail_with_undefined_error())

    def _guess(self) -> str:
        names = [key for key in self._undefined_obj if isinstance(key, str)]
        near = difflib.get_close_matches(str(self._undefined_name), names, n=1)
        return f"; did you mean “{near[0]}”?" if near else ""


class Missing(jinja2.StrictUndefined):
    """What Jinja uses for undefined values: using it is an error, except for keys of mappings."""

    __slots__ = ()

    def __new__(cls, hint: str | None = None, obj: object = None, *args: Any, **kwargs: Any) -> Any:
        """Called by Jinja with the object whose attribute is missing as the second argument."""
        if isinstance(obj, Mapping):
            return MissingKey(hint, obj, *args, **kwargs)
        return super().__new__(cls)
