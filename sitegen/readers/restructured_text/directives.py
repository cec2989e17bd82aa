"""Keeps what is in directives and roles that docutils does not know, as generators add their own.

docutils puts an error in their place, with what was written.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from docutils import nodes

_DIRECTIVE = re.compile(
    r"\s*\.\. (?P<name>[\w:+.-]+)::[ \t]*(?P<argument>[^\n]*)\n?(?P<rest>.*)", re.DOTALL
)
_OPTION = re.compile(r"\s*:[\w-]+:")
_ROLE = re.compile(r":[\w:+.-]+:`(?P<text>[^`]+)`|`(?P<text_first>[^`]+)`:[\w:+.-]+:")
_TARGET = re.compile(r"(?P<words>.*\S)\s*<[^<>]*>")
_WARNING = 2
_CODE = frozenset({"code", "code-block", "sourcecode", "highlight", "listing"})
_PICTURES = frozenset({"image", "figure", "thumbnail", "lightbox"})
_PLAYERS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "soundcloud": "https://soundcloud.com/tracks/{}",
    "gist": "https://gist.github.com/{}",
}


class _Directive(NamedTuple):
    """A directive as it was written."""

    name: str
    argument: str
    content: str


def keep_unknown(tree: nodes.document) -> Iterator[str]:
    """Puts what unknown directives and roles hold in place of the errors on them.

    Yields:
        What cannot be shown, such as ``a directive “chart”``.
    """
    for message in [*tree.findall(nodes.system_message)]:
        written = next(iter(message.findall(nodes.literal_block)), None)
        found = _DIRECTIVE.fullmatch(written.astext()) if written is not None else None
        if found and message["level"] >= _WARNING and message.parent is not None:
            directive = _Directive(
                found["name"], found["argument"].strip(), _content(found["rest"])
            )
            kept = _kept(directive)
            message.parent.replace(message, kept)
            if not kept:
                yield f"a directive “{directive.name}”"
    for problem in [*tree.findall(nodes.problematic)]:
        problem.parent.replace(problem, nodes.Text(_ROLE.sub(_words_of, problem.astext())))


def _content(rest: str) -> str:
    """The lines below a directive without its options, less their common indent."""
    lines = rest.split("\n")
    while lines and _OPTION.match(lines[0]):
        lines.pop(0)
    inner = [line for line in lines if line.strip()]
    indent = min((len(line) - len(line.lstrip()) for line in inner), default=0)
    return "\n".join(line[indent:] for line in lines).strip("\n")


def _kept(directive: _Directive) -> list[nodes.Node]:
    name, argument, content = directive
    if name in _CODE and content:
        return [nodes.literal_block(content, content, classes=["code", argument])]
    if name in _PICTURES and argument:
        return [nodes.image(uri=argument), *_paragraphs(content)]
    if name in _PLAYERS and argument:
        address = _PLAYERS[name].format(argument)
        return [nodes.paragraph("", "", nodes.reference(address, address, refuri=address))]
    return _paragraphs(content)


def _paragraphs(content: str) -> list[nodes.Node]:
    parts = re.split(r"\n[ \t]*\n", content)
    return [nodes.paragraph(part, part) for part in parts if part.strip()]


def _words_of(found: re.Match[str]) -> str:
    """The words of a role, without the target behind them."""
    text = found["text"] or found["text_first"]
    with_target = _TARGET.fullmatch(text)
    return with_target["words"] if with_target else text
