"""Reads the header of a Markdown file, in YAML, TOML or JSON, whatever generator wrote it.

What cannot be parsed is read line by line: no text is lost, and no header becomes text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from sitegen.content.front_matter.location import (
    Header,
    UnclosedHeaderError,
    UndelimitedHeaderError,
    find_header,
    is_front_matter,
    is_second_header,
)
from sitegen.content.front_matter.toml_json import HeaderSyntaxError, read_json, read_toml
from sitegen.content.front_matter.yaml_values import read_yaml
from sitegen.errors import SitegenError
from sitegen.readers.markdown.ikiwiki import read_ikiwiki

_KEY = re.compile(r"[ \t]{0,3}[\"']?(?P<key>[\w.@-][\w .@/-]{0,60}?)[\"']?[ \t]*(?::(?:\s|$)|=)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<item>.+)")
_QUOTED = re.compile(r"(?s)\s*([\"'])(.*)\1\s*,?\s*")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_MARKS = re.compile(r"[ \t]*(?:-{3,}|\+{3,}|;{3,}|\.{3})[ \t]*\w*[ \t]*")
_PLAIN_KEY = re.compile(r"[\s_-]+")
_SCRIPT = re.compile(
    r"\ufeff?---(?:js|javascript|ts|cjs|mjs)[ \t]*\n(?P<header>(?s:.*?))\n---[ \t]*(?:\n|\Z)"
)
_METADATA = re.compile(
    r"\ufeff?(?P<header>(?:[A-Za-z][\w -]{0,30}:(?:[ \t][^\n]*)?\n(?:[ \t]+\S[^\n]*\n)*){2,})"
    r"(?=[ \t]*(?:\n|\Z))"
)
"""Keys without marks around them, as Pelican and MultiMarkdown write them."""
_ONLY_TITLE = re.compile(r"\ufeff?(?P<header>Title:[ \t]+\S[^\n]*\n)(?=[ \t]*\n)", re.IGNORECASE)
"""The least that Pelican asks for."""
_STATE = re.compile(
    r"(?:(?P<key>status|visibility|draft|private|published|hidden|page):[ \t]+"
    r"(?P<value>\w+(?:[ \t-]\w+){0,3})"
    r"|(?P<tags>tags|categories|keywords):[ \t]+(?P<values>[^\n]+?)"
    r"|(?P<date>date):[ \t]+(?P<day>\d{4}-\d\d-\d\d(?:[ T]\d[\d:.]*)?))[ \t]*(?=\n[ \t]*\n|\s*\Z)",
    re.IGNORECASE,
)
_METADATA_KEYS = frozenset(
    {"title", "date", "modified", "author", "authors", "category", "tags", "slug", "status"}
    | {"draft", "private", "published", "visibility", "page"}
)
_SWITCHES = frozenset({"draft", "page", "private", "published", "hidden"})
"""Keys that say something on a text where they are true or false, whatever stands below them."""
_UNOPENED = re.compile(
    r"\ufeff?(?P<header>[A-Za-z][\w -]{0,30}:[^\n]*\n"
    r"(?:(?:[A-Za-z][\w -]{0,30}:|[ \t]|-[ \t])[^\n]*\n)+)-{3,}[ \t]*(?:\n|\Z)"
)
_NIKOLA = re.compile(
    r"\ufeff?\s*+(?:<!--[^\n]*\n)?"
    r"(?P<header>(?:[ \t]*\.\.[ \t]+[a-z][\w-]*:[^\n]*(?:\n|\Z))+)(?:[ \t]*-->)?",
    re.IGNORECASE,
)
"""Keys as comments of reStructuredText, which may stand in one of HTML, as Nikola writes them."""
_NIKOLA_KEY = re.compile(r"^[ \t]*\.\.[ \t]+([A-Za-z][\w-]*):[ \t]*([^\n]*?)[ \t]*$", re.MULTILINE)
_JBAKE = re.compile(r"\ufeff?(?P<header>(?:[A-Za-z][\w.-]{0,60}=[^\n]*\n)+)~{6}~*[ \t]*(?:\n|\Z)")
"""Lines ``key=value``, as JBake has them: https://jbake.org/docs/2.6.7/#metadata_header."""
_DATE_OBJECT = re.compile(r"new Date\(([^()]*)\)")
_MOST_VALUES = 10_000
_LONGEST = 200_000
"""The longest header, in characters, that is parsed; a longer one is read line by line."""


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """The text of a file, split into header and body."""

    body: str
    fields: Mapping[str, object] = field(default_factory=dict)
    """The values by their keys, in small letters and without spaces, hyphens and underscores.

    Values are texts, None, lists or mappings; ``true`` may be a boolean, and numbers integers.
    """
    has_header: bool = False


def split_header(text: str) -> MarkdownFile:
    """Splits a text into the values of its header and its body.

    A header that is none after all, such as words between two rules, belongs to the body. A second
    header adds what the first does not have.
    """
    if script := _SCRIPT.match(text):
        return _split_script(script, text)
    if page := read_ikiwiki(text):
        return MarkdownFile(page.body, page.fields, has_header=True)
    if found := _JBAKE.match(text):
        return MarkdownFile(text[found.end() :], _keys_of(found["header"]), has_header=True)
    first = split_metadata(text) or _split_unopened(text) or split_nikola(text) or _split_once(text)
    if not first.has_header:
        return split_state(text) or first
    if is_second_header(first.body):
        second = _split_once(first.body.lstrip("\n"))
        if second.has_header:
            fields = {**first.fields, **_stricter(first.fields, second.fields)}
            return MarkdownFile(second.body, fields, has_header=True)
    return first


def _split_script(found: re.Match[str], text: str) -> MarkdownFile:
    return MarkdownFile(text[found.end() :], read_script(found["header"]), has_header=True)


def read_script(program: str) -> dict[str, object]:
    """The literals of a program in JavaScript, one on a line, which Eleventy would run."""
    lines = (line.strip().rstrip(",") for line in program.split("\n"))
    return _keys_of("\n".join(_DATE_OBJECT.sub(r"\1", line) for line in lines))


def plain_key(key: str) -> str:
    """The spelling of a key in :attr:`MarkdownFile.fields`."""
    return _PLAIN_KEY.sub("", key.strip().lower())


def _stricter(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object]:
    """What a second header adds; a draft in one of them is a draft."""
    flags = ("draft", "hidden", "private", "published", "publish", "status", "visibility")
    return {key: value for key, value in second.items() if key not in first or key in flags}


def _split_once(text: str) -> MarkdownFile:
    try:
        found = find_header(text)
    except UnclosedHeaderError as error:
        return _split_unclosed(text, error.start)
    except UndelimitedHeaderError as error:
        return _split_unclosed(text, error.start)
    if found is None:
        return MarkdownFile(text)
    raw = text[found.start : found.end]
    parsed = _parse(found, raw)
    if not is_front_matter(raw, lambda: _parsed_or_fail(parsed)):
        return MarkdownFile(text)
    if parsed is None and _keys_of(raw) == {}:
        return MarkdownFile(text)
    fields = _normal(parsed) if parsed is not None else _keys_of(raw)
    body = text[found.body :]
    return MarkdownFile(body, fields, has_header=True)


def split_metadata(text: str) -> MarkdownFile | None:
    """Splits off keys without marks, if two of them are usual, the first among them, or three.

    A title is enough if it stands alone, and ``Draft: yes`` or the like if it stands first.

    https://docs.getpelican.com/en/latest/content.html#file-metadata
    """
    found = _ONLY_TITLE.match(text) or _METADATA.match(text)
    if found is None:
        return None
    fields = {
        plain_key(key): " ".join(value.split()) or None
        for key, value in re.findall(r"(?m)^(\w[^:\n]*):((?:.*)(?:\n[ \t]+\S.*)*)", found["header"])
    }
    is_header = found.re is _ONLY_TITLE or _is_usual(fields)
    return MarkdownFile(text[found.end() :], fields, has_header=True) if is_header else None


def split_state(text: str) -> MarkdownFile | None:
    """Splits off one line on a text: its state, its tags or its date, such as ``Status: draft``."""
    found = _STATE.match(text)
    if found is None:
        return None
    pairs = (("key", "value"), ("tags", "values"), ("date", "day"))
    fields = {found[key].lower(): found[value] for key, value in pairs if found[key]}
    return MarkdownFile(text[found.end() :], fields, has_header=True)


def _is_usual(fields: Mapping[str, object]) -> bool:
    known, first = len(_METADATA_KEYS & fields.keys()), next(iter(fields))
    is_switch = first in _SWITCHES and str(fields[first]).lower() in ("yes", "no", "true", "false")
    return known > 2 or (known > 1 and first in _METADATA_KEYS) or is_switch


def _split_unopened(text: str) -> MarkdownFile | None:
    """Splits off a header in YAML that has only its closing line, if its keys are usual.

    https://hexo.io/docs/front-matter
    """
    found = _UNOPENED.match(text)
    if found is None:
        return None
    page = _split_once(f"---\n{found['header']}---\n{text[found.end() :]}")
    return page if page.has_header and _is_usual(page.fields) else None


def split_nikola(text: str) -> MarkdownFile | None:
    """Splits off keys as Nikola writes them: ``.. title: Wicks``.

    https://getnikola.com/handbook.html#metadata-formats
    """
    found = _NIKOLA.match(text)
    if found is None:
        return None
    fields = {plain_key(key): value or None for key, value in _NIKOLA_KEY.findall(found["header"])}
    if _METADATA_KEYS.isdisjoint(fields):
        return None
    return MarkdownFile(text[found.end() :], fields, has_header=True)


def _parsed_or_fail(parsed: Mapping[str, object] | None) -> Mapping[str, object]:
    if parsed is None:
        raise SitegenError("the header cannot be read")
    return parsed


def _split_unclosed(text: str, start: int) -> MarkdownFile:
    """Takes the lines up to a blank one as the header."""
    block, _, rest = text[start:].partition("\n\n")
    lines = block.split("\n")
    keys = next((n for n, line in enumerate(lines) if n and not _belongs(line)), len(lines))
    body = "\n".join(lines[keys:]) + ("\n\n" + rest if rest else "")
    return MarkdownFile(body, _keys_of("\n".join(lines[:keys])), has_header=True)


def _belongs(line: str) -> bool:
    return bool(_KEY.match(line) or line.startswith((" ", "\t", "- ")) or _MARKS.fullmatch(line))


def _parse(found: Header, raw: str) -> dict[str, object] | None:
    """The values of a header; None if it is not well-formed."""
    if len(raw) > _LONGEST:
        return None
    try:
        if found.format == "YAML":
            header = read_yaml(raw.replace("\ufeff", ""))
        else:
            header = (read_toml if found.format == "TOML" else read_json)(raw)
    except (yaml.YAMLError, HeaderSyntaxError, RecursionError, ValueError):
        return None
    if header is None:
        return {}
    if _count(header, _MOST_VALUES) > _MOST_VALUES:
        return None
    return {str(k): v for k, v in header.items()} if isinstance(header, dict) else None


def _count(value: object, most: int) -> int:
    """The number of values in a header, as far as ``most``; aliases may repeat them without end."""
    waiting, count = [value], 0
    while waiting and count <= most:
        item = waiting.pop()
        count += 1
        if isinstance(item, Mapping):
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
    return count


def _normal(header: Mapping[str, object]) -> dict[str, object]:
    fields: dict[str, object] = {}
    for key, value in header.items():
        fields.setdefault(plain_key(key), value)
    return fields


def _keys_of(raw: str) -> dict[str, object]:
    """The values of lines ``key: value``, and of lists below them."""
    fields: dict[str, object] = {}
    key = ""
    for line in raw.split("\n"):
        found, item = _KEY.match(line), _ITEM.fullmatch(line)
        if item and key:
            items = fields.get(key)
            kept = items if isinstance(items, list) else []
            fields[key] = [*kept, _bare(item["item"])]
        elif found and not line.startswith((" ", "\t")):
            key = plain_key(found["key"])
            value = _value(line[found.end() :])
            fields.setdefault(key, value)
    return fields


def _value(text: str) -> object:
    text = text.strip()
    if text.startswith("[") and text.rstrip(",").endswith("]"):
        return list(filter(None, _split_list(text.rstrip(",")[1:-1])))
    return _bare(text) or None


def _split_list(text: str) -> Iterator[str]:
    return (_bare(part) for part in text.split(","))


def _bare(text: str) -> str:
    quoted = _QUOTED.fullmatch(text)
    return quoted[2] if quoted else _COMMENT.sub("", text).strip().rstrip(",")
