"""Reads a header in YAML. Scalars are texts, except ``true``, ``false``, whole numbers and null.

YAML alone would read ``No`` as false, ``12:30`` as 750 and ``007`` as 7.
"""

import re
from collections.abc import Hashable
from typing import Any, cast

import yaml
from frontmatter.default_handlers import YAMLHandler

from sitegen.content.front_matter.plain_lines import DEEPEST, WHOLE_NUMBER

_HANDLER = YAMLHandler()

_TAG = "tag:yaml.org,2002:"
_TEXT_TAG = f"{_TAG}str"
_FLAGS = {"true": True, "false": False}

_LONGEST_FOR_LIBYAML = 4000
"""The longest header, in characters, for libyaml, which does not limit the depth of nesting."""

_OPENINGS = re.compile(r"[\[{:?&*]|- |-\n")


class _UniqueKeys:
    """Refuses duplicate keys (YAML 1.2.2, section 3.2.1.1), and does not resolve merge keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        """Called by PyYAML for each mapping."""
        lines: dict[tuple[str, str], int] = {}
        pairs = node.value if isinstance(node, yaml.MappingNode) else []  # !!map before a text
        for key, _ in pairs:
            if not isinstance(key, yaml.ScalarNode):
                continue
            if (key.tag, key.value) in lines:
                raise DuplicateKeyError(key.value, lines[key.tag, key.value], key.start_mark)
            lines[key.tag, key.value] = key.start_mark.line
        constructor = cast("yaml.constructor.BaseConstructor", self)
        return yaml.constructor.BaseConstructor.construct_mapping(constructor, node, deep=deep)


class DuplicateKeyError(yaml.MarkedYAMLError):
    """A mapping has a key twice."""

    def __init__(self, key: str, first: int, mark: yaml.Mark) -> None:
        super().__init__(problem=f"the key “{key}” is set twice", problem_mark=mark)
        self.first = first
        """The line of the first occurrence, from 0."""


class _Loader(_UniqueKeys, yaml.SafeLoader):
    """Slow, but safe with any depth of nesting."""


class _FastLoader(_UniqueKeys, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Uses libyaml where it is installed, and takes a shortcut for texts."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> object:  # noqa: FBT001, FBT002
        """Called by PyYAML for each value."""
        if node.tag == _TEXT_TAG and isinstance(node, yaml.ScalarNode):
            return node.value
        return super().construct_object(node, deep)


def _flag(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> bool | str:
    text = _text(loader, node)
    return _FLAGS.get(text, text)


def _number(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int | str:
    text = _text(loader, node)
    return int(text) if WHOLE_NUMBER.fullmatch(text) else text


def _text(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


def _read_as_written(loader: type[yaml.SafeLoader]) -> None:
    """Makes ``loader`` read scalars as the module docstring says."""
    loader.yaml_implicit_resolvers = {}
    whole_number = re.compile(rf"({WHOLE_NUMBER.pattern})$")
    loader.add_implicit_resolver(f"{_TAG}null", re.compile(r"(~|null|)$"), ["~", "n", ""])
    loader.add_implicit_resolver(f"{_TAG}bool", re.compile(r"(true|false)$"), ["t", "f"])
    loader.add_implicit_resolver(f"{_TAG}int", whole_number, list("-0123456789"))
    loader.add_constructor(f"{_TAG}bool", _flag)
    loader.add_constructor(f"{_TAG}int", _number)
    for kind in ("float", "timestamp", "binary"):
        loader.add_constructor(f"{_TAG}{kind}", _text)


_read_as_written(_Loader)
_read_as_written(_FastLoader)


def read_yaml(raw: str) -> object:
    """Reads a header in YAML.

    Raises:
        DuplicateKeyError: a mapping has a key twice.
        yaml.YAMLError: it is not YAML.
        RecursionError: it is nested deeper than ``DEEPEST`` levels.
    """
    loader = _FastLoader if len(raw) <= _LONGEST_FOR_LIBYAML else _Loader
    if _depth_of(raw, loader) > DEEPEST:
        raise RecursionError
    header: object = _HANDLER.load(raw, Loader=loader)
    return header


def read_documents(raw: str) -> list[object]:
    """Reads all documents of a file in YAML, with values as in a header.

    Raises:
        yaml.YAMLError: it is not YAML, has a key twice, or refers to a value elsewhere in it:
            such an alias could repeat values without end.
        RecursionError: it is nested deeper than ``DEEPEST`` levels.
    """
    depth = 0
    for event in yaml.parse(raw, Loader=_FastLoader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(
                problem=f"it has an alias, *{event.anchor}: write its value in its place",
                problem_mark=event.start_mark,  # type: ignore[arg-type] # as PyYAML does itself
            )
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise RecursionError
    documents: list[object] = list(yaml.load_all(raw, Loader=_FastLoader))
    return documents


def _depth_of(raw: str, loader: type[yaml.SafeLoader]) -> int:
    """The depth of nesting; only an upper bound if few brackets and dashes show it is small."""
    signs = sum(1 for _ in _OPENINGS.finditer(raw))
    if signs <= DEEPEST:
        return signs
    depth = deepest = 0
    for event in yaml.parse(raw, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            deepest = max(deepest, depth)
            if deepest > DEEPEST:
                break
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return deepest
