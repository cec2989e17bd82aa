"""The header of a page: reads it with the place of every mistake, and writes a new one.

What a header says is a text, but for ``true`` and ``false``, plain whole numbers such as ``12``,
and nothing: YAML alone would read ``No`` as false, ``12:30`` as 750 and ``007`` as 7.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import yaml
from frontmatter.default_handlers import YAMLHandler

from sitegen.content.headers import (
    HalfHeaderError,
    Header,
    UnclosedHeaderError,
    find_header,
    is_header_again,
    is_meant,
)
from sitegen.content.toml_json_headers import UnreadableHeaderError, read_json, read_toml
from sitegen.errors import ContentError, line_of

_HANDLER = YAMLHandler()

_TAG = "tag:yaml.org,2002:"
_TEXT_TAG = f"{_TAG}str"
_FLAGS = {"true": True, "false": False}
_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,17}")

_PLAIN_LINE = re.compile(
    r"(?P<key>(?!(?:null|true|false):)[a-z_]{1,40}): "
    r"(?P<value>[^\W_](?:[\w ,.;!?'’“”–—…()/&%=+~@-]|:(?=\w|//))*+)"
)
"""A key and a value that are no more than they seem; most headers have only such."""
_WORDS: Mapping[str, bool | None] = {**_FLAGS, "null": None}

_LONGEST_FOR_LIBYAML = 4000
"""Characters. Nested some ten thousand levels deep, a header would crash libyaml's bindings."""


_FastDumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_ENDLESS = 2**31 - 1
"""The longest line that libyaml can be told not to break."""


DEEPEST = 32
"""Levels of lists and mappings in a header."""
_MOST_VALUES = 10_000
"""Values in a header, those that an alias repeats counted each time."""
_OPENINGS = re.compile(r"[\[{:?&*]|- |-\n")


class _UniqueKeys:
    """Refuses a key that stands twice in a mapping (YAML 1.2.2, 3.2.1.1), and merges nothing."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        """What the mapping says."""
        lines: dict[tuple[str, str], int] = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            if (key.tag, key.value) in lines:
                raise _DoubledKeyError(key.value, lines[key.tag, key.value], key.start_mark)
            lines[key.tag, key.value] = key.start_mark.line
        constructor = cast("yaml.constructor.BaseConstructor", self)
        return yaml.constructor.BaseConstructor.construct_mapping(constructor, node, deep=deep)


class _DoubledKeyError(yaml.MarkedYAMLError):
    def __init__(self, key: str, first: int, mark: yaml.Mark) -> None:
        super().__init__(problem=f"the key “{key}” stands twice", problem_mark=mark)
        self.first = first
        """The line of the first, from 0."""


class _Loader(_UniqueKeys, yaml.SafeLoader):
    """Slow, but safe from any nesting."""


class _FastLoader(_UniqueKeys, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads with libyaml where that is installed, and texts without PyYAML's care for the rest."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> object:  # noqa: FBT001, FBT002
        """What the node stands for."""
        if node.tag == _TEXT_TAG and isinstance(node, yaml.ScalarNode):
            return node.value
        return super().construct_object(node, deep)


def _flag(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> bool | str:
    text = _text(loader, node)
    return _FLAGS.get(text, text)


def _number(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int | str:
    text = _text(loader, node)
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text


def _text(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


def _read_as_written(loader: type[yaml.SafeLoader]) -> None:
    """Has ``loader`` read scalars as the module says."""
    loader.yaml_implicit_resolvers = {}
    whole_number = re.compile(rf"({_WHOLE_NUMBER.pattern})$")
    loader.add_implicit_resolver(f"{_TAG}null", re.compile(r"(~|null|)$"), ["~", "n", ""])
    loader.add_implicit_resolver(f"{_TAG}bool", re.compile(r"(true|false)$"), ["t", "f"])
    loader.add_implicit_resolver(f"{_TAG}int", whole_number, list("-0123456789"))
    loader.add_constructor(f"{_TAG}bool", _flag)
    loader.add_constructor(f"{_TAG}int", _number)
    for kind in ("float", "timestamp", "binary"):
        loader.add_constructor(f"{_TAG}{kind}", _text)


_read_as_written(_Loader)
_read_as_written(_FastLoader)


@dataclass(frozen=True, slots=True)
class PageSource:
    """A page's file, taken apart."""

    header: dict[str, object]
    body: str
    body_line: int
    """The line on which the body begins, from 1."""
    raw_yaml: str = ""
    """The header as it is written, where it is YAML."""
    raw_line: int = 1
    """The line on which that begins, from 1."""


def parse_page(text: str, path: Path) -> PageSource:
    """Takes a page's text apart; a text without a header is all body.

    Raises:
        ContentError: the header is not closed, cannot be read, or is no list of keys and values.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        found = find_header(text)
    except UnclosedHeaderError as error:
        raise _unclosed(path, text, error) from None
    except HalfHeaderError as error:
        raise _unmarked(path, text, error) from None
    if found is None or not is_meant(
        text[found.start : found.end], lambda: _read(found, text, path)
    ):
        return PageSource({}, text.strip("\n"), 1 + _leading_newlines(text))
    body = text[found.body :].lstrip("\n")
    if is_header_again(body):
        raise _second(path, text, len(text) - len(body))
    line = text.count("\n", 0, len(text) - len(body)) + 1
    raw = text[found.start : found.end] if found.format == "YAML" else ""
    return PageSource(_read(found, text, path), body.rstrip(), line, raw, found.line(text))


def format_page(header: Mapping[str, object], body: str) -> str:
    """A page's text: the keys of ``header`` in their order, without those that are None."""
    lines = [_format_key(key, value) for key, value in header.items() if value is not None]
    text = body.strip("\n")
    return "---\n" + "".join(lines) + "---\n" + (f"\n{text}\n" if text else "")


def line_of_key(text: str, key: str) -> int | None:
    """The line of a page's text on which its header sets ``key``, in any case of letters."""
    pattern = rf"[ \t{{]*[\"']?{re.escape(key)}[\"']?\s*[:=]"
    lines = text.split("\n")
    for flags in (re.NOFLAG, re.IGNORECASE):
        found = re.compile(pattern, flags)
        for number, line in enumerate(lines, 1):
            if found.match(line):
                return number
    return None


def _read_plain_lines(raw: str) -> dict[str, object] | None:
    """What a header says that is nothing but plain lines, read faster than by YAML; else None."""
    header: dict[str, object] = {}
    for line in raw.strip("\n").split("\n"):
        found = _PLAIN_LINE.fullmatch(line)
        if found is None or found["key"] in header:
            return None
        header[found["key"]] = _plain_value(found["value"].rstrip(" "))
    return header


def _plain_value(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text


def _read(found: Header, text: str, path: Path) -> dict[str, object]:
    raw, first_line = text[found.start : found.end].replace("\ufeff", ""), found.line(text)
    if found.format == "YAML":
        return _read_plain_lines(raw) or _load(raw, first_line, text, path)
    try:
        header = (read_toml if found.format == "TOML" else read_json)(raw)
    except UnreadableHeaderError as error:
        line = first_line + error.line - 1
        raise ContentError(
            f"the front matter is not {found.format}: {error}",
            path=path,
            line=line,
            column=error.column,
            source=line_of(text, line),
            hint="look at the quotes, commas and brackets on this line and above it",
        ) from None
    except RecursionError:
        raise _too_deep(path, first_line) from None
    _refuse_excess(header, path, first_line)
    return header


def _load(raw: str, first_line: int, text: str, path: Path) -> dict[str, object]:
    try:
        loader = _FastLoader if len(raw) <= _LONGEST_FOR_LIBYAML else _Loader
        if _depth_of(raw, loader) > DEEPEST:
            raise _too_deep(path, first_line)
        header = _HANDLER.load(raw, Loader=loader)
    except _DoubledKeyError as error:
        raise _doubled(error, first_line, text, path) from None
    except yaml.YAMLError as error:
        raise _bad_yaml(error, first_line, text, path) from None
    except RecursionError:
        raise _too_deep(path, first_line) from None
    if header is None:
        return {}
    if not isinstance(header, dict) or not all(isinstance(key, str) for key in header):
        raise ContentError(
            "the front matter is no list of keys and values",
            path=path,
            line=first_line,
            source=line_of(text, first_line),
            hint="write each as “key: value”, with a space after the colon",
        )
    _refuse_excess(header, path, first_line)
    return header


def _depth_of(raw: str, loader: type[yaml.SafeLoader]) -> int:
    """How deep lists and mappings nest; only an upper bound where few signs show it is small."""
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


def _refuse_excess(header: Mapping[str, object], path: Path, line: int) -> None:
    """Refuses values that nest too deeply, or that aliases repeat too often."""
    waiting: list[tuple[object, int]] = [(header, 1)]
    count = 0
    while waiting:
        value, depth = waiting.pop()
        items = value.values() if isinstance(value, Mapping) else value
        if isinstance(items, str) or not isinstance(items, Iterable):
            continue
        if depth > DEEPEST:
            raise _too_deep(path, line)
        inner = [(item, depth + 1) for item in items]
        count += len(inner)
        if count > _MOST_VALUES:
            raise ContentError(
                f"the front matter holds more than {_MOST_VALUES:,} values", path=path, line=line
            )
        waiting += inner


def _too_deep(path: Path, line: int) -> ContentError:
    return ContentError(
        f"the front matter is nested too deeply: at most {DEEPEST} levels", path=path, line=line
    )


def _doubled(error: _DoubledKeyError, first_line: int, text: str, path: Path) -> ContentError:
    mark = error.problem_mark
    line = first_line + (mark.line if mark else 0)
    return ContentError(
        f"{error.problem}: on line {first_line + error.first} and on line {line}",
        path=path,
        line=line,
        source=line_of(text, line),
        hint="take one of the two lines out",
    )


def _unclosed(path: Path, text: str, error: UnclosedHeaderError) -> ContentError:
    line = text.count("\n", 0, error.start) + 1
    return ContentError(
        "the front matter is not closed",
        path=path,
        line=line,
        source=line_of(text, line),
        hint=f"did you forget the closing {error.marks}? It stands on a line of its own",
    )


def _unmarked(path: Path, text: str, error: HalfHeaderError) -> ContentError:
    line = text.count("\n", 0, error.start) + 1
    return ContentError(
        "the page begins with keys, but no line of three hyphens stands before them",
        path=path,
        line=line,
        source=line_of(text, line),
        hint="put a line --- before the keys and another after them",
    )


def _second(path: Path, text: str, start: int) -> ContentError:
    line = text.count("\n", 0, start) + 1
    return ContentError(
        "the page has front matter twice",
        path=path,
        line=line,
        source=line_of(text, line),
        hint="put all keys between one pair of marks, or indent a header that you show by four "
        "spaces",
    )


def _bad_yaml(error: yaml.YAMLError, first_line: int, text: str, path: Path) -> ContentError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    line = first_line + mark.line if mark else first_line
    hint = "look at the quotes, brackets and indentation on this line and above it"
    if "mapping values are not allowed" in problem:
        problem = "a value that holds a colon must stand in quotes"
        hint = 'put the value in quotes: title: "One thing: another"'
    return ContentError(
        f"the front matter is not YAML: {problem}",
        path=path,
        line=line,
        column=mark.column + 1 if mark else None,
        source=line_of(text, line),
        hint=hint,
    )


def _leading_newlines(text: str) -> int:
    return len(text) - len(text.lstrip("\n"))


def _format_key(key: str, value: object) -> str:
    if isinstance(value, datetime):
        moment = value if value.tzinfo else value.replace(tzinfo=UTC)
        return f"{key}: {moment.isoformat().replace('+00:00', 'Z')}\n"
    if isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str)):
        return f"{key}: {_dump(_plain(value), flow=True)}"
    return _dump({key: value}, flow=False)


def _dump(value: object, *, flow: bool) -> str:
    """YAML on one line. Of what is not ASCII, libyaml writes some characters otherwise."""
    text: str = yaml.dump(
        value,
        Dumper=_FastDumper if _is_ascii(value) else yaml.SafeDumper,
        allow_unicode=True,
        default_flow_style=flow,
        sort_keys=False,
        width=_ENDLESS,
    )
    return text


def _is_ascii(value: object) -> bool:
    if isinstance(value, Mapping):
        return all(_is_ascii(key) and _is_ascii(item) for key, item in value.items())
    if isinstance(value, list):
        return all(map(_is_ascii, value))
    return not isinstance(value, str) or value.isascii()


def _plain(value: object) -> object:
    """The value in the lists and dictionaries that YAML knows."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value
