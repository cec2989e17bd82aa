"""The YAML header of a page: reads it with the place of every mistake, and writes a new one.

A header stands between two lines of three hyphens at the very start of the file, as in Jekyll. What
it says is a text, but for ``true`` and ``false``, plain whole numbers such as ``12``, and nothing:
YAML alone would read ``No`` as false, ``12:30`` as 750 and ``007`` as 7.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml
from frontmatter.default_handlers import YAMLHandler

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


class _Loader(yaml.SafeLoader):
    """Slow, but safe from any nesting."""


class _FastLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
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


def parse_page(text: str, path: Path) -> PageSource:
    """Takes a page's text apart; a text without a header is all body.

    Raises:
        ContentError: the header is not closed, is not YAML, or is no list of keys and values.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not _HANDLER.detect(text):
        return PageSource({}, text.strip("\n"), 1 + _leading_newlines(text))
    try:
        raw, rest = _HANDLER.split(text)
    except ValueError:
        raise _unclosed(path, text) from None
    header = _read_plain_lines(raw) or _load(raw, text, path)
    body = rest.lstrip("\n")
    return PageSource(header, body.rstrip(), text.count("\n", 0, len(text) - len(body)) + 1)


def format_page(header: Mapping[str, object], body: str) -> str:
    """A page's text: the keys of ``header`` in their order, without those that are None."""
    lines = [_format_key(key, value) for key, value in header.items() if value is not None]
    text = body.strip("\n")
    return "---\n" + "".join(lines) + "---\n" + (f"\n{text}\n" if text else "")


def line_of_key(text: str, key: str) -> int | None:
    """The line of a page's text on which its header sets ``key``, from 1."""
    pattern = re.compile(rf"[\"']?{re.escape(key)}[\"']?\s*:")
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines, 1) if pattern.match(line)), None)


def _read_plain_lines(raw: str) -> dict[str, object] | None:
    """What a header says that is nothing but plain lines, read faster than by YAML; else None."""
    header: dict[str, object] = {}
    for line in raw.strip("\n").split("\n"):
        found = _PLAIN_LINE.fullmatch(line)
        if found is None:
            return None
        header[found["key"]] = _plain_value(found["value"].rstrip(" "))
    return header


def _plain_value(text: str) -> object:
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text


def _load(raw: str, text: str, path: Path) -> dict[str, object]:
    try:
        loader = _FastLoader if len(raw) <= _LONGEST_FOR_LIBYAML else _Loader
        header = _HANDLER.load(raw, Loader=loader)
    except yaml.YAMLError as error:
        raise _bad_yaml(error, raw, text, path) from None
    except RecursionError:
        raise ContentError("the front matter is nested too deeply", path=path, line=1) from None
    if header is None:
        return {}
    if not isinstance(header, dict) or not all(isinstance(key, str) for key in header):
        raise ContentError(
            "the front matter is no list of keys and values",
            path=path,
            line=2,
            source=line_of(text, 2),
            hint="write each as “key: value”, with a space after the colon",
        )
    return header


def _unclosed(path: Path, text: str) -> ContentError:
    return ContentError(
        "the front matter is not closed",
        path=path,
        line=1,
        source=line_of(text, 1),
        hint="did you forget the closing ---? It stands on a line of its own",
    )


def _bad_yaml(error: yaml.YAMLError, raw: str, text: str, path: Path) -> ContentError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    line = mark.line + text[: text.index(raw)].count("\n") + 1 if mark else 1
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
        moment = value.astimezone(UTC).replace(tzinfo=None)
        return f"{key}: {moment.isoformat()}Z\n"
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
