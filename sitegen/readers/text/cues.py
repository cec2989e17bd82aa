"""The cues that speak for or against a boundary between two neighbouring lines.

A weight is a natural logarithm of odds: +2.3 makes a boundary ten times as likely as it was, -2.3
ten times less so. The weights were set by hand, then fitted to labelled texts by a logistic
regression that holds on to the first guess; docs/splitting.md tells how well they do.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sitegen.readers.text.lines import Line

Test = Callable[[Line, Line], bool]
"""Whether something holds of a line and of the line after it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One reason for or against a boundary."""

    name: str
    weight: float
    holds: Test


def _before(trait: str) -> Test:
    return lambda before, _: trait in before.traits


def _after(trait: str) -> Test:
    return lambda _, after: trait in after.traits


def _both(trait: str) -> Test:
    return lambda before, after: trait in before.traits and trait in after.traits


def _begin(trait: str) -> Test:
    """What the line after is and the line before is not."""
    return lambda before, after: trait in after.traits and trait not in before.traits


def _end(trait: str) -> Test:
    """What the line before is and the line after is not."""
    return lambda before, after: trait in before.traits and trait not in after.traits


def _reply(_: Line, after: Line) -> bool:
    return "reply" in after.traits and "tags only" not in after.traits


def _link_closes(before: Line, after: Line) -> bool:
    return "link last" in before.traits and "link only" not in after.traits


def _part_of_thread(before: Line, after: Line) -> bool:
    return "part last" in before.traits or "part first" in after.traits


def _script_changes(before: Line, after: Line) -> bool:
    return bool(before.script and after.script) and before.script != after.script


def _language_changes(before: Line, after: Line) -> bool:
    return bool(before.language and after.language) and before.language != after.language


def _quotes_change(before: Line, after: Line) -> bool:
    return before.curliness * after.curliness < 0


def _counts_on(before: Line, after: Line) -> bool:
    """Whether a numbered line follows on a numbered one of its kind, or is the first."""
    if not after.number or not before.number:
        return after.number in {"1", "a", "A"}
    return before.number.isdigit() == after.number.isdigit()


def _labels(before: Line, after: Line) -> bool:
    return before.small == after.small and _both("label")(before, after)


def _lone_paragraphs(before: Line, after: Line) -> bool:
    return before.blanks > 0 and after.blanks == 0 and after.blanks_after > 0


CUES = (
    # The line after opens as a post does, or the line before closes as one does.
    Cue("a reply opens", 4.0, _reply),
    Cue("a repost opens", 5.0, _after("repost")),
    Cue("a link closes", 3.0, _link_closes),
    Cue("a tag or an emoji closes", 1.0, _before("tag last")),
    Cue("a part of a thread opens or closes", 3.0, _part_of_thread),
    Cue("a thread opens", 2.0, _after("thread")),
    Cue("what ends with a colon opens", 1.4, _after("colon last")),
    Cue("code opens", 1.0, _begin("code")),
    Cue("a label opens", 0.7, _begin("label")),
    Cue("a list is over", 1.8, _end("item")),
    Cue("an aside is over", 1.1, _end("aside")),
    Cue("quotations are over", 1.0, _end("quoted")),
    Cue("a paragraph of its own on either side", 2.7, _lone_paragraphs),
    # Another hand.
    Cue("the script changes", 5.0, _script_changes),
    Cue("the language changes", 3.0, _language_changes),
    Cue("the shape of quotation marks changes", 2.0, _quotes_change),
    Cue("a capital after small letters", 1.2, lambda a, b: a.small and b.capital),
    Cue("a small letter after capitals", 0.4, lambda a, b: a.capital and b.small),
    # The line before is not finished, or the line after leans on it.
    Cue("a colon before", -3.0, _before("colon last")),
    Cue("a comma or dash before", -2.5, _before("comma last")),
    Cue("an open quotation or bracket before", -2.5, _before("unclosed")),
    Cue("a closing quotation or bracket after", -2.5, _after("unopened")),
    Cue("an item of a list after", -3.0, _after("bullet")),
    Cue("the next number after", -3.6, _counts_on),
    Cue("a bare link after", -4.3, _after("link only")),
    Cue("bare tags after", -3.0, _after("tags only")),
    Cue("an aside after", -2.0, _after("aside")),
    Cue("code before", -3.8, _before("code")),
    Cue("code twice", -3.0, _both("code")),
    Cue("an indented line or closing bracket after", -4.0, _after("indent")),
    Cue("a word such as “and” after", -0.9, lambda _, b: b.leaning),
    Cue("a pronoun after", -0.9, _after("pronoun first")),
    Cue("a quotation after", -0.6, _after("quote first")),
    Cue("somebody speaks after", -1.8, _after("speech")),
    # Two of a kind.
    Cue("two labels", -3.0, _labels),
    Cue("two quotations", -1.6, _both("quoted")),
    Cue("two figures close", -1.6, _both("figure last")),
    Cue("the first word twice", -1.2, lambda a, b: a.first_word == b.first_word != ""),
    Cue("a longer word in common", -0.8, lambda a, b: not a.stems.isdisjoint(b.stems)),
    Cue("several longer words in common", -0.9, lambda a, b: len(a.stems & b.stems) > 1),
)

LENGTH_CUES = (
    Cue("a long line before", 1.6, lambda a, _: a.width >= 160),
    Cue("a middling line before", 0.6, lambda a, _: 80 <= a.width < 160),
    Cue("a tiny line before", -1.1, lambda a, _: a.width < 15),
    Cue("a short line before", -0.3, lambda a, _: a.width < 40),
    Cue("a line without a full stop before", 1.4, lambda a, _: not a.stopped and a.width >= 60),
    Cue("a short sentence before", -0.9, lambda a, _: a.stopped and a.width < 60),
    Cue("a long line after", 1.2, lambda _, b: b.width >= 120),
    Cue("a short line after", -1.6, lambda _, b: b.width < 40),
    Cue("few words twice", -0.7, lambda a, b: a.width < 30 and b.width < 30),
)
"""Kept apart, because the paragraphs of an essay are as long as posts are."""


def weigh(before: Line, after: Line, cues: Sequence[Cue]) -> float:
    """The log-odds that cues add to a boundary between a line and the line after it."""
    return sum([cue.weight for cue in cues if cue.holds(before, after)])
