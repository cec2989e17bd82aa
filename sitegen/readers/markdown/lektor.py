"""Reads ``contents.lr``, the file with the fields of a page in Lektor.

``---`` stands between fields; a line of more hyphens in one has one hyphen too many. A field of the
type flow holds blocks with fields of their own: ``#### image ####``.

https://www.getlektor.com/docs/content/
"""

import re
from collections.abc import Collection, Iterator, Mapping

from sitegen.readers.markdown.header import MarkdownFile, plain_key
from sitegen.readers.markdown.pictures import is_media
from sitegen.readers.restrictions import is_no

_FILE = re.compile(r"(?P<folder>.*/)?contents(?:\+(?P<language>[\w-]+))?\.lr")
_BETWEEN = re.compile(r"^---[ \t]*$", re.MULTILINE)
_ESCAPED = re.compile(r"^-(?=-{3,}[ \t]*$)", re.MULTILINE)
_FIELD = re.compile(r"\s*(?P<key>[A-Za-z_][\w-]*):(?P<value>.*)", re.DOTALL)
_BLOCK = re.compile(r"^####[ \t]*[\w-]+[ \t]*####[ \t]*$", re.MULTILINE)
_CHILDREN = re.compile(
    r"^\[children\][^\[]*?^hidden[ \t]*=[ \t]*(?P<hidden>\w+)", re.MULTILINE | re.DOTALL
)
"""What a model says of the pages below one."""
_TEXTS = ("body", "text", "content", "main", "article")
_LONG = 60
"""How many characters a value of one line has at least that is a text."""


def is_page(name: str) -> bool:
    """Whether a file holds the fields of a page, not those of a picture beside it."""
    return _FILE.fullmatch(name) is not None


def pages_above(names: Collection[str]) -> frozenset[str]:
    """The pages with others below them, the topmost one, and those directly below that."""
    folders = {name: found["folder"] or "" for name in names if (found := _FILE.fullmatch(name))}
    top = min((folder.count("/") for folder in folders.values()), default=0)
    parents = {above for folder in folders.values() for above in _folders_above(folder)}
    return frozenset(n for n, f in folders.items() if f in parents or f.count("/") <= top + 1)


def hidden_below(text: str, model: str) -> str | None:
    """Whether a page hides those below it, as a word; None if it does not say so.

    https://www.getlektor.com/docs/content/system-fields/,
    https://www.getlektor.com/docs/models/children/

    Args:
        text: the text of its file.
        model: that of its model; empty if there is none.
    """
    found = _CHILDREN.search(model)
    return found["hidden"] if found else _fields_in(text).get("hidden")


def is_below(name: str, above: str) -> bool:
    """Whether a page is below another one, if that is a translation, in its language."""
    outer, inner = _FILE.fullmatch(above), _FILE.fullmatch(name)
    if outer is None or inner is None or outer["language"] not in (None, inner["language"]):
        return False
    folder, within = outer["folder"] or "", inner["folder"] or ""
    return within != folder and within.startswith(folder)


def addresses_of(name: str, above: Collection[str]) -> Iterator[str]:
    """The paths of a page in links: its folder, in the dump and below the topmost page.

    Args:
        name: the path of its file.
        above: the pages above others, as :func:`pages_above` finds them.
    """
    pages = (page for page in above if is_page(page))
    folder, top = name.rpartition("/")[0], min(pages, key=len, default="").rpartition("/")[0]
    yield folder
    if top:
        yield folder.removeprefix(f"{top}/")


def split_lektor(text: str, name: str) -> MarkdownFile:
    """The text of a page as Markdown, and its other fields.

    Args:
        text: the text of the file.
        name: its path, which may say the language.
    """
    fields = _fields_in(text)
    found = _FILE.fullmatch(name)
    body = _shown(fields.pop(_text_field(fields), ""))
    titled = {"title": fields["name"]} if "name" in fields else {}
    spoken = {"lang": found["language"]} if found and found["language"] else {}
    hidden = {"hidden": "yes"} if is_no(fields.get("discoverable")) else {}
    return MarkdownFile(body, {**titled, **spoken, **fields, **hidden}, has_header=True)


def _text_field(fields: Mapping[str, str]) -> str:
    """The field with the text of a page: one with a usual name, else the longest that is a text."""
    others = sorted(fields, key=lambda key: len(fields[key]), reverse=True)
    texts = (key for key in others if _is_text(fields[key]))
    return next((key for key in _TEXTS if key in fields), next(texts, ""))


def _is_text(value: str) -> bool:
    return "\n" in value or (len(value) >= _LONG and " " in value)


def _folders_above(folder: str) -> Iterator[str]:
    parts = folder.split("/")[:-1]
    for depth in range(len(parts)):
        yield "".join(f"{part}/" for part in parts[:depth])


def _fields_in(text: str) -> dict[str, str]:
    found = (_FIELD.fullmatch(part) for part in _BETWEEN.split(text.removeprefix("\ufeff")))
    return {
        plain_key(each["key"]): _ESCAPED.sub("", each["value"].strip()) for each in found if each
    }


def _shown(value: str) -> str:
    """A text; of one in blocks, what they show."""
    first, *blocks = _BLOCK.split(value)
    shown = (part for block in blocks for part in _parts_of(_fields_in(block)))
    return "\n\n".join(filter(None, (first.strip(), *shown)))


def _parts_of(block: Mapping[str, str]) -> Iterator[str]:
    for key, value in block.items():
        if key == "title":
            yield f"## {value}"
        elif is_media(value):
            yield f"![{block.get('alt', '')}]({value})"
        elif key in _TEXTS or _is_text(value):
            yield _shown(value)
