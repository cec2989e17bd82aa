"""Writes the addresses of links where they are used, so that each item of a text has its own."""

import re
from collections.abc import Callable, Sequence

from sitegen.readers.markdown.literals import mark_lines

_DEFINITION = re.compile(
    r" {0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:[ \t]+(?:<(?P<enclosed>[^<>]+)>|(?P<address>[^\s<>]+))"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*"
)
_CODE = re.compile(r"(`+[^`]*`+)")
_USE = re.compile(
    r"(?P<sign>!?)\[(?P<words>(?:[^\[\]\\]|\\.)+)\](?:\[(?P<label>[^\[\]]*)\])?(?![(\[:])"
)


def inline_references(lines: Sequence[str]) -> list[str]:
    """The lines with ``[words](address)`` in place of ``[words][label]``.

    Lines that define labels become blank, so that all others keep their numbers. Code stays.
    """
    marked = list(mark_lines("\n".join(lines)))
    definitions = [None if is_code else _DEFINITION.fullmatch(text) for is_code, text in marked]
    addresses = {_key(found["label"]): _address(found) for found in definitions if found}
    if not addresses:
        return list(lines)

    def use(found: re.Match[str]) -> str:
        address = addresses.get(_key(found["label"] or found["words"]))
        return f"{found['sign']}[{found['words']}]({address})" if address else found[0]

    return [
        text if is_code else "" if definition else _outside_code(text, use)
        for (is_code, text), definition in zip(marked, definitions, strict=True)
    ]


def _outside_code(text: str, use: Callable[[re.Match[str]], str]) -> str:
    if "[" not in text:
        return text
    parts = _CODE.split(text)
    return "".join(p if n % 2 else _USE.sub(use, p) for n, p in enumerate(parts))


def _address(definition: re.Match[str]) -> str:
    """The address of a definition; between angle brackets, it may have blanks."""
    return definition["address"] or "%20".join(definition["enclosed"].split())


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()
