"""Makes Markdown of the blocks of outliners: nested items of lists.

What Roam writes in its own way becomes what Logseq and Obsidian write, which is read as in notes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from sitegen.readers.formats.outlines.pages import Block
from sitegen.readers.markdown.literals import Literals
from sitegen.readers.markdown.logseq import without_properties

_REFERENCE = re.compile(r"\(\((?P<uid>[\w-]{6,40})\)\)")
_ALIAS = re.compile(
    r"\[(?P<words>[^\[\]\n]+)\]\((?:\(\((?P<uid>[\w-]+)\)\)|\[\[(?P<page>[^\[\]]+)\]\])\)"
)
_EMBED = re.compile(
    r"\{\{(?:\[\[)?embed(?:-path|-children)?(?:\]\])?:?[ \t]*(\(\([\w-]+\)\))[ \t]*\}\}"
)
_TASK = re.compile(r"\A[ \t]*\{\{(?:\[\[)?(TODO|DONE)(?:\]\])?\}\}[ \t]*")
_PLAYER = re.compile(
    r"\{\{(?:\[\[)?(?:video|youtube|audio|pdf|iframe|tweet|twitter)(?:\]\])?:?[ \t]*"
    r"(https?://[^\s{}]+)[ \t]*\}\}"
)
_COMPONENT = re.compile(
    r"\{\{(?:\[\[)?[a-z][\w/-]*+(?:\]\])?(?:[:\s][^{}]*(?:\{[^{}]*\}[^{}]*)*)?\}\}"
)
_HIGHLIGHT = re.compile(r"\^\^(?=\S)(.+?)\^\^")
_ITALIC = re.compile(r"(?<![\w_])__(?=[^\s_])([^\n]{1,1000}?)(?<=[^\s_])__(?![\w_])")
_QUOTED = re.compile(r"\A\[\[>\]\][ \t]*")
_LONG_TAG = re.compile(r"#\[\[([^\[\]\n]+)\]\]")
_NESTED_LINK = re.compile(r"\[\[([^\[\]\n]*)\[\[([^\[\]\n]+)\]\]([^\[\]\n]*)\]\]")
_DEEPEST = 4
"""How many references lead to the text of a block, at the most."""
_MOST_REFERENCES = 1000
"""How many references of a block are followed, with those in the texts that they lead to."""


class BlockWriter:
    """Writes blocks, with the text of those that they refer to."""

    def __init__(self, texts: Mapping[str, str], *, is_roam: bool) -> None:
        self._texts = texts
        self._is_roam = is_roam
        self._followed = 0
        self.tags: list[str] = []
        """The tags of several words in what was written."""
        self.missing = 0
        """How many references led to no block that is read."""
        self.results = 0
        """How many queries and the like were left out."""

    def write(self, blocks: Sequence[Block]) -> str:
        """Blocks as a list; one alone is a text."""
        if len(blocks) == 1 and not blocks[0].blocks:
            return self._text_of(blocks[0])
        return "\n".join(self._items(blocks, ""))

    def _items(self, blocks: Sequence[Block], indent: str) -> Iterator[str]:
        for block in blocks:
            first, *rest = self._text_of(block).split("\n")
            within = f"{indent}  "
            yield f"{indent}- {first}".rstrip()
            yield from (f"{within}{line}".rstrip() for line in rest)
            yield from self._items(block.blocks, within)

    def _text_of(self, block: Block) -> str:
        literals = Literals()
        self._followed = 0
        kept = literals.keep_spans(literals.keep_fences(block.text.strip("\n")))
        text = self._converted(self._resolved(kept))
        return f"{'#' * block.heading} {literals.restore(text)}".lstrip()

    def _resolved(self, text: str, depth: int = 0) -> str:
        """The text with that of other blocks in place of references."""
        text = _ALIAS.sub(_with_page, _EMBED.sub(r"\1", text))

        def resolve(found: re.Match[str]) -> str:
            shown = self._texts.get(found["uid"])
            if shown is None or depth == _DEEPEST or self._followed == _MOST_REFERENCES:
                self.missing += 1
                return ""
            self._followed += 1
            return self._resolved(" ".join(without_properties(shown).split()), depth + 1)

        return _REFERENCE.sub(resolve, text)

    def _converted(self, text: str) -> str:
        self.tags += _LONG_TAG.findall(text)
        text = _LONG_TAG.sub(r"\1", text)
        if not self._is_roam:
            return text
        text = _PLAYER.sub(r"<\1>", _TASK.sub(r"\1 ", text))
        text, results = _COMPONENT.subn("", text)
        self.results += results
        text = _ITALIC.sub(r"*\1*", _HIGHLIGHT.sub(r"==\1==", text))
        return _NESTED_LINK.sub(r"[[\1\2\3]]", _QUOTED.sub("> ", text))


def texts_in(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """The texts of blocks, and of those below them, by their ids."""
    for block in blocks:
        yield block.uid, block.text
        yield from texts_in(block.blocks)


def _with_page(found: re.Match[str]) -> str:
    """Words that lead to a page; of those that lead to a block, only the words."""
    return f"[[{found['page']}|{found['words']}]]" if found["page"] else found["words"]
