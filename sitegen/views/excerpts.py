"""Excerpts of rendered texts for lists: the first sentences, without the title."""

import re
from collections.abc import Iterable

from sitegen.text.sentences import whole_sentences, whole_words
from sitegen.views.text_blocks import TextBlock

_QUOTES = str.maketrans("“”„«»‘’‚–—", '"""""\'\'\'--')
_POINTS = ".!?:…。！？："
_AFTER_TITLE = re.compile(
    rf"[{_POINTS}]+[\"'”’»)\]]*(?:\s|$)|[。！？：]+[」』]*|[\"'”’»)\]」』]*(?:\n|$)"
)
_INSIDE_SENTENCE = " ,;:–—-、，；："


def without_title(
    blocks: tuple[TextBlock, ...], title: str, *, is_label: bool
) -> tuple[TextBlock, ...]:
    """The blocks without the title, if they start with it.

    Args:
        blocks: the first blocks of a text.
        title: the title shown above it.
        is_label: whether the title was made from the first words. If it ends within a sentence,
            the rest of that sentence is kept. Such a title may span several short blocks.
    """
    whole = title.rstrip(_POINTS + " ")
    if not blocks or not whole:
        return blocks
    first, *others = blocks
    if is_label and others and whole[len(first.text) :][:1].isspace():
        return _without_several(blocks, title)
    if not _is_same(first.text[: len(whole)], whole):
        return blocks
    rest = first.text[len(whole) :]
    ended = _AFTER_TITLE.match(rest)
    if ended and not (is_label and title.endswith("…") and rest.strip()):
        rest = rest[ended.end() :].strip()
    elif is_label:
        rest = f"… {rest.lstrip(_INSIDE_SENTENCE)}"
    else:
        return blocks
    return (first._replace(text=rest), *others) if rest else tuple(others)


def _without_several(blocks: tuple[TextBlock, ...], label: str) -> tuple[TextBlock, ...]:
    """The blocks without a label that spans more than the first of them, if they start with it."""
    first, others = blocks[0].text, blocks[1:]
    if not _is_same(label[: len(first)], first):
        return blocks
    left = without_title(others, label[len(first) :].strip(), is_label=True)
    return blocks if left == others else left


def excerpt_of(blocks: Iterable[TextBlock], length: int, language: str) -> str:
    """As many sentences as fit in ``length`` characters, on one line; else the first words."""
    shown = last_end = ""
    for block in blocks:
        text = " ".join(block.text.split())
        separator = _separator(shown)
        room = length - len(shown) - len(separator)
        if len(text) <= room:
            shown += separator + text + (" –" if block.is_heading and text[-1:].isalnum() else "")
            last_end = last_end if block.is_heading else shown
            continue
        sentences = "" if block.is_heading else whole_sentences(text, room, language)
        if sentences:
            return shown + separator + sentences
        return last_end or whole_words(f"{shown}{separator}{text}", length)
    return shown.removesuffix(" –")


def opening_of(blocks: Iterable[TextBlock], length: int, language: str) -> tuple[TextBlock, ...]:
    """The first blocks that fit in ``length`` characters; the last may be shortened."""
    shown: list[TextBlock] = []
    room = length
    for block in blocks:
        text = " ".join(block.text.split())
        if len(text) > room:
            if not block.is_heading:
                text = whole_sentences(text, room, language)
                text = text or ("" if shown else whole_words(block.text, room))
                shown += [block._replace(text=text)] if text else []
            break
        shown.append(block._replace(text=text))
        room -= len(text)
    while len(shown) > 1 and shown[-1].is_heading:
        shown.pop()
    return tuple(shown)


def _separator(before: str) -> str:
    """The separator after the text ``before``: a dot if that ends without punctuation."""
    if not before:
        return ""
    return " · " if before[-1].isalnum() else " "


def _is_same(one: str, other: str) -> bool:
    return one == other or _normalised(one) == _normalised(other)


def _normalised(text: str) -> str:
    """The text for comparison, ignoring case and the form of quotes."""
    return " ".join(text.translate(_QUOTES).casefold().split())
