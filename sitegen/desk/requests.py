"""Parses the acts that a browser sends, and refuses anything else."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sitegen.curation import acts
from sitegen.curation.acts import Act
from sitegen.errors import UsageError

_ACTS: Mapping[str, type[Any]] = {
    "move": acts.Move,
    "set": acts.SetKeys,
    "also-in": acts.AlsoIn,
    "edit": acts.EditText,
    "split": acts.Split,
    "join": acts.Join,
    "delete": acts.Delete,
    "shift": acts.Shift,
    "new-post": acts.NewPost,
    "make-essay": acts.MakeEssay,
    "make-post": acts.MakePost,
    "new-topic": acts.NewTopic,
    "set-topic": acts.SetTopicKeys,
    "rename-topic": acts.RenameTopic,
    "merge-topic": acts.MergeTopic,
    "shift-topic": acts.ShiftTopic,
}
"""The acts, by the name in the key ``do``."""


def parse_act(value: Mapping[str, object]) -> Act:
    """The act that a request describes: ``{"do": "move", "ids": […], "topic": "trains"}``.

    Raises:
        UsageError: it is none, or its values have the wrong types.
    """
    name = value.get("do")
    if not isinstance(name, str) or name not in _ACTS:
        raise UsageError(f"“{name}” is not an act; known are {', '.join(_ACTS)}")
    arguments = {key: item for key, item in value.items() if key not in ("do", "seen")}
    unknown = arguments.keys() - _ACTS[name].__dataclass_fields__.keys()
    if unknown:
        raise UsageError(f"the act “{name}” has no “{min(unknown)}”")
    try:
        act: Act = _adapter(name).validate_python(arguments)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UsageError(f"the act “{name}” is incomplete: {place}: {first['msg']}") from None
    return act


def parse_seen(value: Mapping[str, object]) -> Mapping[str, str]:
    """The SHA-256 of the files that the browser saw, by path.

    Raises:
        UsageError: it is not a mapping of texts.
    """
    seen = value.get("seen", {})
    if not isinstance(seen, Mapping) or not all(
        isinstance(name, str) and isinstance(digest, str) for name, digest in seen.items()
    ):
        raise UsageError("“seen” must map paths to digests")
    return seen


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_ACTS[name])
