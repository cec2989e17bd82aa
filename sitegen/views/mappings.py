"""What an editor wrote for themes, such as ``page.extra``, and what stands for a missing key."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

import jinja2


class ShownMapping(Mapping[object, object]):
    """A mapping that a template can read and not change."""

    __slots__ = ("_path", "_values")

    def __init__(self, path: str, values: Mapping[object, object]) -> None:
        """Takes over ``values``; ``path`` is how a template gets here, such as ``page.extra``."""
        self._path = path  # no name that a key may have, as Jinja looks here first
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
    """Stands for a key that a mapping lacks: empty in a test and in a loop, an error where shown.

    So does all that is asked of it, as whether a page has a key is for its editor to say.
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
    """What Jinja puts in the place of what does not exist: using it is an error, but for keys."""

    __slots__ = ()

    def __new__(cls, hint: str | None = None, obj: object = None, *args: Any, **kwargs: Any) -> Any:
        """Jinja makes one with the mapping, if any, as the second argument."""
        if isinstance(obj, Mapping):
            return MissingKey(hint, obj, *args, **kwargs)
        return super().__new__(cls)
